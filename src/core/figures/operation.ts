import {
  addColumns,
  complementColumn,
  everyDraw,
  multiplyColumns,
  NOTHING,
  subtractColumns,
} from './column.js';
import {
  commonUnit,
  inverseUnit,
  MONTH,
  plainUnit,
  productUnit,
  type Unit,
  UnitFault,
  unitName,
} from './unit.js';

/**
 * What an expression can do with its arguments. The table is all there is: every reader of an expression (value,
 * draws, explanation, slope, units) works from it, and `explain --json` prints its formulas, so that anyone can
 * evaluate an explanation without this code. `NaN` stands for "there is no such figure" and is written as null.
 */
interface OperationRule {
  /** The rule in one line; a, b, … are the arguments in order. */
  readonly formula: string;
  /** How a formula is written out in words between its arguments. */
  readonly sign: string;
  unit(units: readonly Unit[]): Unit;
  /**
   * Writes `count` results into `out`, element by element. A column holds as many numbers, or one that is the same
   * in every draw.
   */
  readonly apply: (out: Float64Array, columns: readonly Float64Array[], count: number) => void;
  /** The partial derivative by the argument at `at`, at a point. */
  slope(values: readonly number[], at: number): number;
}

const value = (values: readonly number[], index: number): number => values[index] ?? Number.NaN;

function eachElement(rule: (values: readonly number[]) => number): OperationRule['apply'] {
  return (out, columns, count) => {
    for (let index = 0; index < count; index += 1) {
      out[index] = rule(columns.map((column) => column[index & everyDraw(column)] ?? Number.NaN));
    }
  };
}

function unary(rule: (a: number) => number): OperationRule['apply'] {
  return (out, [a = NOTHING], count) => {
    const inA = everyDraw(a);
    for (let index = 0; index < count; index += 1) out[index] = rule(a[index & inA] as number);
  };
}

function binary(rule: (a: number, b: number) => number): OperationRule['apply'] {
  return (out, [a = NOTHING, b = NOTHING], count) => {
    const [inA, inB] = [everyDraw(a), everyDraw(b)];
    for (let index = 0; index < count; index += 1) {
      out[index] = rule(a[index & inA] as number, b[index & inB] as number);
    }
  };
}

/** Repeated multiplication: the built-in powers give other last bits on other versions of Node. */
export function wholePower(base: number, exponent: number): number {
  let result = 1;
  for (let step = 0; step < exponent; step += 1) result *= base;
  return result;
}

/**
 * The first moment, in months, at which cumulated yearly values, linear within a year, reach what is due by then.
 * Values arrive over the year, dues at its beginning; what is already there at the start comes first. Nothing is paid
 * back before the first year in which something is due: a later cost that is never recovered has no payback.
 *
 * @param values what was there at the start, then the value of year 1, 2, …
 * @param dues what is due by year 1, 2, … (cumulated)
 * @returns months from the start of year 1; NaN if never, or where nothing is due in any year
 */
function monthsToPayback(values: readonly number[], dues: readonly number[]): number {
  if (dues.every((due) => due === 0)) return Number.NaN;
  let cumulated = value(values, 0);
  for (let year = 0; year < dues.length; year += 1) {
    const due = value(dues, year);
    const gained = value(values, year + 1);
    if (due !== 0 && cumulated >= due) return 12 * year;
    if (due !== 0 && cumulated + gained >= due) return 12 * (year + (due - cumulated) / gained);
    cumulated += gained;
  }
  return Number.NaN;
}

/**
 * The first of the years 0, 1, … by whose end the values have reached what is due by then.
 *
 * @param values the value of year 0, 1, …
 * @param dues what is due by the end of year 0, 1, … (cumulated)
 * @returns the number of the year; NaN if never, or where nothing is due in any year
 */
function yearOfPayback(values: readonly number[], dues: readonly number[]): number {
  if (dues.every((due) => due === 0)) return Number.NaN;
  let cumulated = 0;
  for (let year = 0; year < dues.length; year += 1) {
    cumulated += value(values, year);
    if (cumulated >= value(dues, year)) return year;
  }
  return Number.NaN;
}

const none = (): number => 0;
const notEvaluated = (): never => {
  throw new Error('constants and inputs carry their value; they are not worked out');
};

export const operations = {
  constant: {
    formula: 'a number of the method',
    sign: '',
    unit: notEvaluated,
    apply: notEvaluated,
    slope: none,
  },
  input: {
    formula: 'a number of the file, at its path',
    sign: '',
    unit: notEvaluated,
    apply: notEvaluated,
    slope: none,
  },
  sum: {
    formula: 'a + b + …',
    sign: '+',
    unit: commonUnit,
    apply: addColumns,
    slope: () => 1,
  },
  subtract: {
    formula: 'a − b',
    sign: '−',
    unit: commonUnit,
    apply: subtractColumns,
    slope: (_values, index) => (index === 0 ? 1 : -1),
  },
  multiply: {
    formula: 'a × b × …',
    sign: '×',
    unit: productUnit,
    apply: multiplyColumns,
    slope: (values, index) =>
      values.reduce((total, next, other) => (other === index ? total : total * next), 1),
  },
  divide: {
    formula: 'a ÷ b; none where b is 0',
    sign: '÷',
    unit: ([above, below]) => productUnit([above ?? {}, inverseUnit(below ?? {})]),
    apply: binary((a, b) => (b === 0 ? Number.NaN : a / b)),
    slope: (values, index) =>
      index === 0 ? 1 / value(values, 1) : -value(values, 0) / (value(values, 1) * value(values, 1)),
  },
  complement: {
    formula: '1 − a',
    sign: '1 −',
    unit: plainUnit,
    apply: complementColumn,
    slope: () => -1,
  },
  power: {
    formula: 'a multiplied by itself b times; 1 where b is 0',
    sign: '^',
    unit: plainUnit,
    apply: binary(wholePower),
    slope: (values, index) =>
      index === 0 && value(values, 1) > 0
        ? value(values, 1) * wholePower(value(values, 0), value(values, 1) - 1)
        : 0,
  },
  squareRoot: {
    formula: 'the square root of a',
    sign: '√',
    unit: plainUnit,
    apply: unary(Math.sqrt),
    slope: (values) => 0.5 / Math.sqrt(value(values, 0)),
  },
  limit: {
    formula: 'a, but at least 0 and at most 1',
    sign: 'between 0 and 1:',
    unit: plainUnit,
    apply: unary((a) => Math.min(1, Math.max(0, a))),
    slope: (values) => (value(values, 0) > 0 && value(values, 0) <= 1 ? 1 : 0),
  },
  possibleShare: {
    formula: 'a where it is at least 0 and at most 1; none elsewhere',
    sign: 'where it can be a share:',
    unit: plainUnit,
    apply: unary((a) => (a >= 0 && a <= 1 ? a : Number.NaN)),
    slope: () => 1,
  },
  absolute: {
    formula: 'a without its sign',
    sign: 'size of',
    unit: commonUnit,
    apply: unary(Math.abs),
    slope: (values) => (value(values, 0) < 0 ? -1 : 1),
  },
  payback: {
    formula:
      'months until s + v1 + v2 + … , each v spread evenly over its year, first reaches the due of that year, years in which nothing is due yet left out; arguments: s, v1 … vn, d1 … dn; none if never, or if nothing is due',
    sign: 'payback of',
    unit: (units) => {
      const unit = commonUnit(units);
      if (units.length % 2 === 0)
        throw new UnitFault(`payback takes a start, n values and n dues in ${unitName(unit)}`);
      return MONTH;
    },
    apply: eachElement((values) => {
      const years = (values.length - 1) / 2;
      return monthsToPayback(values.slice(0, years + 1), values.slice(years + 1));
    }),
    slope: none,
  },
  paybackYear: {
    formula:
      'the first of the years 0, 1, … by whose end v0 + v1 + … reaches the due of that year; arguments: v0 … vn, d0 … dn; none if never, or if nothing is due',
    sign: 'year of payback of',
    unit: (units) => {
      const unit = commonUnit(units);
      if (units.length % 2 === 1)
        throw new UnitFault(`a year of payback takes n values and n dues in ${unitName(unit)}`);
      return {};
    },
    apply: eachElement((values) => {
      const years = values.length / 2;
      return yearOfPayback(values.slice(0, years), values.slice(years));
    }),
    slope: none,
  },
} as const satisfies Record<string, OperationRule>;

export type Operation = keyof typeof operations;

/** The rule of an operation. */
export function rule(operation: Operation): OperationRule {
  return operations[operation];
}
