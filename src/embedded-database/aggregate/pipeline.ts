import { BSONRegExp, calculateObjectSize, Double, Int32 } from 'bson';
import { badValue, DatabaseError, notHere } from '../database-error.js';
import { checkHeld, held } from '../query/find.js';
import { matcher } from '../query/match.js';
import { projection } from '../query/projection.js';
import { orderBy, sortFields } from '../query/sort.js';
import { encodeValue } from '../storage/key-encoding.js';
import { sum } from '../update/update.js';
import { compare } from '../values/compare.js';
import { type Fields, fieldOf, isFields, numberOf, setField, typeOf, TYPE } from '../values/value.js';

/** One step from documents to documents. */
type Stage = (documents: Iterable<Fields>) => Iterable<Fields>;

/**
 * Reads the stages of a pipeline.
 *
 * @throws DatabaseError naming a stage, an accumulator or an expression it does not know
 */
export function pipeline(stages: readonly unknown[]): Stage {
  const steps = stages.map(stage);
  return (documents) => steps.reduce((all, step) => step(all), documents);
}

function stage(given: unknown): Stage {
  const entries = isFields(given) ? Object.entries(given) : [];
  const [entry] = entries;
  if (!entry || entries.length !== 1) {
    throw new DatabaseError(40323, 'Location40323', 'A pipeline stage specification has exactly one field');
  }
  const [name, value] = entry;
  switch (name) {
    case '$match': {
      const matches = matcher(value);
      return function* (documents) {
        for (const document of documents) if (matches(document)) yield document;
      };
    }
    case '$sort': {
      const fields = sortFields(value);
      if (fields.length === 0) {
        throw new DatabaseError(15976, 'Location15976', '$sort stage must have at least one sort key');
      }
      const order = orderBy(fields);
      return (documents) => held(documents, calculateObjectSize).sort(order);
    }
    case '$skip':
      return part(wholeNumber(value, name, 5107200), Infinity);
    case '$limit': {
      const limit = wholeNumber(value, name, 5107201);
      if (limit === 0) throw new DatabaseError(15958, 'Location15958', 'the limit must be positive');
      return part(0, limit);
    }
    case '$project': {
      const project = projection(value);
      if (!project) {
        throw new DatabaseError(
          51272,
          'Location51272',
          'projection specification must have at least one field',
        );
      }
      return function* (documents) {
        for (const document of documents) yield project(document);
      };
    }
    case '$group':
      return group(value);
    case '$count':
      if (typeof value !== 'string' || !/^[^$.]+$/.test(value)) {
        throw new DatabaseError(40157, 'Location40157', '$count takes the name of a field');
      }
      return function* (documents) {
        const count = number(documents);
        if (count > 0) yield { [value]: new Int32(count) };
      };
    default:
      throw notHere(`The pipeline stage ${name}`);
  }
}

/** How many there are. */
export function number(values: Iterable<unknown>): number {
  const iterator = values[Symbol.iterator]();
  let count = 0;
  while (iterator.next().done !== true) count++;
  return count;
}

const part = (skip: number, limit: number): Stage =>
  function* (documents) {
    let at = 0;
    for (const document of documents) {
      if (at >= skip && at < skip + limit) yield document;
      if (++at >= skip + limit) return;
    }
  };

/**
 * Reads a number of documents.
 *
 * @param code MongoDB's number of the error
 */
export function wholeNumber(value: unknown, name: string, code: number): number {
  const number = typeOf(value) === TYPE.number ? Number(numberOf(value)) : NaN;
  if (Number.isSafeInteger(number) && number >= 0) return number;
  throw new DatabaseError(code, `Location${code}`, `${name} takes a whole number, at least 0`);
}

/** What a group gathers of one field. */
interface Accumulator {
  add(value: unknown): void;
  result(): unknown;
}

const ACCUMULATORS: Readonly<Partial<Record<string, () => Accumulator>>> = {
  $sum: () => new Sum(),
  $min: () => new Extreme((order) => order < 0),
  $max: () => new Extreme((order) => order > 0),
};

/** Whole numbers exactly, others with what each addition rounded away. */
class Sum implements Accumulator {
  private whole: unknown = new Int32(0);
  private high: number | undefined;
  private low = 0;

  add(value: unknown): void {
    if (typeOf(value) !== TYPE.number) return;
    if (value instanceof Double) this.addDouble(value.value);
    else this.whole = sum(this.whole, value);
  }

  result(): unknown {
    if (this.high === undefined) return this.whole;
    this.addDouble(Number(numberOf(this.whole)));
    return new Double(Number.isFinite(this.low) ? this.high + this.low : this.high);
  }

  private addDouble(value: number): void {
    const before = this.high ?? 0;
    const after = before + value;
    const part = after - before;
    this.low += before - (after - part) + (value - part);
    this.high = after;
  }
}

class Extreme implements Accumulator {
  private best: unknown = null;
  private readonly wanted: (order: number) => boolean;

  constructor(wanted: (order: number) => boolean) {
    this.wanted = wanted;
  }

  add(value: unknown): void {
    if (value === undefined || value === null) return;
    if (this.best === null || this.wanted(compare(value, this.best))) this.best = value;
  }

  result(): unknown {
    return this.best;
  }
}

function group(given: unknown): Stage {
  if (!isFields(given)) throw badValue('$group takes a document');
  const { _id: by, ...others } = given;
  if (by === undefined) {
    throw new DatabaseError(15955, 'Location15955', 'a group specification must include an _id');
  }
  const keyOf = expression(by);
  const totals = Object.entries(others).map(([name, wish]) => {
    const [entry, second] = isFields(wish) ? Object.entries(wish) : [];
    if (!entry || second) {
      throw new DatabaseError(40234, 'Location40234', `The field '${name}' must be one accumulator object`);
    }
    const accumulator = Object.hasOwn(ACCUMULATORS, entry[0]) ? ACCUMULATORS[entry[0]] : undefined;
    if (!accumulator) throw notHere(`The accumulator ${entry[0]}`);
    return { name, accumulator, value: expression(entry[1]) };
  });
  return function* (documents) {
    const groups = new Map<string, { readonly key: unknown; readonly found: readonly Accumulator[] }>();
    for (const document of documents) {
      const key = keyOf(document) ?? null;
      const name = encodeValue(key).toString('latin1');
      const one = groups.get(name) ?? { key, found: totals.map(({ accumulator }) => accumulator()) };
      groups.set(name, one);
      checkHeld(groups.size);
      for (const [at, { value }] of totals.entries()) one.found[at]?.add(value(document));
    }
    for (const { key, found } of groups.values()) {
      const result: Fields = { _id: key };
      for (const [at, { name }] of totals.entries()) setField(result, name, found[at]?.result());
      yield result;
    }
  };
}

/** A field (`"$a.b"`), a constant, or a document of these. */
function expression(given: unknown): (document: Fields) => unknown {
  if (typeof given === 'string' && given.startsWith('$')) {
    if (given.startsWith('$$')) throw notHere(`The variable ${given}`);
    const steps = given.slice(1).split('.');
    return (document) => singleValue(document, steps);
  }
  if (isFields(given)) {
    const parts = Object.entries(given).map(([name, inner]) => {
      if (name.startsWith('$')) throw notHere(`The expression ${name}`);
      return [name, expression(inner)] as const;
    });
    return (document) => {
      const result: Fields = {};
      for (const [name, part] of parts) {
        const value = part(document);
        if (value !== undefined) setField(result, name, value);
      }
      return result;
    };
  }
  if (Array.isArray(given) || given instanceof BSONRegExp)
    throw notHere('A list or a pattern as an expression');
  return () => given;
}

function singleValue(document: Fields, steps: readonly string[]): unknown {
  let value: unknown = document;
  for (const step of steps) {
    if (Array.isArray(value)) throw notHere(`A path through a list ($${steps.join('.')})`);
    if (!isFields(value)) return undefined;
    value = fieldOf(value, step);
  }
  return value;
}
