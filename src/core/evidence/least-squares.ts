import { numberFault } from './faults.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';

/** One column of a regression: its name and its number for every row. */
export interface Column {
  readonly name: string;
  readonly values: ArrayLike<number>;
}

/** A regression by least squares. */
export interface Fit {
  readonly names: readonly string[];
  readonly coefficients: readonly number[];
  readonly residuals: Float64Array;
  /** (XᵀWX)⁻¹ */
  readonly bread: readonly (readonly number[])[];
  /** The columns, and the weights, that were used. */
  readonly columns: readonly ArrayLike<number>[];
  readonly weights: ArrayLike<number> | undefined;
  /** The leverage of every row, 0..1. */
  readonly leverage: Float64Array;
}

/** A column of which less is left, once what others say is taken out of it, than this share of it is rounding. */
const NOTHING_LEFT = 1e-9;

/**
 * Least squares by Gram and Schmidt’s orthogonalisation of the columns, done twice so that nothing of the columns
 * before is left in one but rounding.
 *
 * @param columns of equal length, an intercept among them if there is to be one
 * @param outcome as long as the columns
 * @param weights 0 or more for every row; all alike if missing
 * @returns refused for numbers that are none, fewer rows than columns, and a column that others add up to
 */
export function leastSquares(
  columns: readonly Column[],
  outcome: ArrayLike<number>,
  weights?: ArrayLike<number>,
): Fit | Refusal {
  const rows = outcome.length;
  const wrong = numbersFault(columns, outcome, weights);
  if (wrong) return wrong;
  if (rows < columns.length) return refuse('too-few', { group: 'rows', least: columns.length, people: rows });
  const solved = solve(columns, outcome, weights);
  if (isRefusal(solved)) return solved;
  const { basis, inverse, coefficients } = solved;
  const given = columns.map(({ values }) => values);
  const residuals = Float64Array.from(outcome);
  const leverage = new Float64Array(rows);
  given.forEach((values, k) => {
    const coefficient = coefficients[k] ?? Number.NaN;
    const unit = basis[k] ?? new Float64Array(rows);
    for (let row = 0; row < rows; row += 1) {
      residuals[row] = (residuals[row] ?? 0) - coefficient * (values[row] ?? 0);
      leverage[row] = (leverage[row] ?? 0) + (unit[row] ?? 0) * (unit[row] ?? 0);
    }
  });
  return {
    names: columns.map(({ name }) => name),
    coefficients,
    residuals,
    bread: inverse.map((one) =>
      inverse.map((other) => one.reduce((sum, value, k) => sum + value * (other[k] ?? 0), 0)),
    ),
    columns: given,
    weights,
    leverage,
  };
}

/** The coefficients alone, of columns and weights that are known to be numbers, and what they were worked out from. */
export function solve(
  columns: readonly Column[],
  outcome: ArrayLike<number>,
  weights?: ArrayLike<number>,
):
  | {
      readonly coefficients: readonly number[];
      readonly basis: readonly Float64Array[];
      readonly inverse: readonly (readonly number[])[];
    }
  | Refusal {
  const root = Float64Array.from(outcome, (_, row) => Math.sqrt(weights?.[row] ?? 1));
  const basis: Float64Array[] = [];
  const upper: number[][] = [];
  for (const { name, values } of columns) {
    const column = root.map((weight, row) => weight * (values[row] ?? Number.NaN));
    const before = Math.sqrt(product(column, column));
    const shares = takeOut(column, basis);
    const left = Math.sqrt(product(column, column));
    if (!(left > NOTHING_LEFT * before)) return refuse('collinear', { column: name });
    basis.push(column.map((value) => value / left));
    upper.push([...shares, left]);
  }
  const rest = root.map((weight, row) => weight * (outcome[row] ?? Number.NaN));
  const inverse = invertUpper(upper);
  const shares = takeOut(rest, basis);
  const coefficients = inverse.map((line) =>
    line.reduce((sum, value, k) => sum + value * (shares[k] ?? 0), 0),
  );
  return { coefficients, basis, inverse };
}

/** Takes what the columns of a basis say out of a column, in place; returns how much of each there was. */
function takeOut(column: Float64Array, basis: readonly Float64Array[]): readonly number[] {
  const shares = basis.map(() => 0);
  for (let round = 0; round < 2; round += 1) {
    basis.forEach((one, k) => {
      const share = product(column, one);
      shares[k] = (shares[k] ?? 0) + share;
      for (let row = 0; row < column.length; row += 1) {
        column[row] = (column[row] ?? 0) - share * (one[row] ?? 0);
      }
    });
  }
  return shares;
}

function product(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < one.length; row += 1) sum += (one[row] ?? 0) * (other[row] ?? 0);
  return sum;
}

/** The inverse of an upper triangular matrix that is given column by column, as rows. */
function invertUpper(columns: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const inverse = columns.map(() => columns.map(() => 0));
  columns.forEach((column, right) => {
    const diagonal = column[right] ?? Number.NaN;
    inverse.forEach((line, row) => {
      if (row > right) return;
      let sum = row === right ? 1 : 0;
      for (let k = row; k < right; k += 1) sum -= (line[k] ?? 0) * (column[k] ?? 0);
      line[right] = sum / diagonal;
    });
  });
  return inverse;
}

function numbersFault(
  columns: readonly Column[],
  outcome: ArrayLike<number>,
  weights: ArrayLike<number> | undefined,
): Refusal | undefined {
  const all = [...columns, { name: 'outcome', values: outcome }];
  if (weights) all.push({ name: 'weights', values: weights });
  for (const { name, values } of all) {
    if (values.length !== outcome.length) return refuse('lengths-differ', { what: name, other: 'outcome' });
    const fault = numberFault(name, values);
    if (fault) return fault;
  }
  return undefined;
}
