import { Double, Int32 } from 'bson';
import { badValue, notHere } from '../database-error.js';
import { held } from '../query/find.js';
import { matcher } from '../query/match.js';
import { projection } from '../query/projection.js';
import { orderBy, sortFields } from '../query/sort.js';
import { encodeValue } from '../storage/key-encoding.js';
import { sum } from '../update/update.js';
import { compare } from '../values/compare.js';
import { someValue } from '../values/path.js';
import { type Fields, isFields, numberOf, setField, typeOf, TYPE } from '../values/value.js';

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
  if (!entry || entries.length !== 1) throw badValue('A pipeline stage specification has exactly one field.');
  const [name, value] = entry;
  switch (name) {
    case '$match': {
      const matches = matcher(value);
      return function* (documents) {
        for (const document of documents) if (matches(document)) yield document;
      };
    }
    case '$sort': {
      const order = orderBy(sortFields(value));
      return (documents) => held(documents).sort(order);
    }
    case '$skip':
      return part(wholeNumber(value, name), Infinity);
    case '$limit':
      return part(0, wholeNumber(value, name));
    case '$project': {
      const project = projection(value) ?? ((document: Fields) => document);
      return function* (documents) {
        for (const document of documents) yield project(document);
      };
    }
    case '$group':
      return group(value);
    case '$count':
      if (typeof value !== 'string') throw badValue('$count takes the name of a field');
      return function* (documents) {
        let count = 0;
        for (const document of documents) count += document ? 1 : 0;
        if (count > 0) yield { [value]: new Int32(count) };
      };
    default:
      throw notHere(`The pipeline stage ${name}`);
  }
}

const part = (skip: number, limit: number): Stage =>
  function* (documents) {
    let at = 0;
    for (const document of documents) {
      if (at >= skip && at < skip + limit) yield document;
      if (++at >= skip + limit) return;
    }
  };

/** Reads a number of documents. */
export function wholeNumber(value: unknown, name: string): number {
  const number = typeOf(value) === TYPE.number ? Number(numberOf(value)) : NaN;
  if (!Number.isSafeInteger(number) || number < 0) throw badValue(`${name} takes a whole number, at least 0`);
  return number;
}

/** What a group gathers of one field. */
interface Accumulator {
  readonly start: unknown;
  readonly add: (total: unknown, value: unknown) => unknown;
}

const isNumber = (value: unknown): boolean => typeOf(value) === TYPE.number;

const ACCUMULATORS: Readonly<Partial<Record<string, Accumulator>>> = {
  $sum: { start: new Int32(0), add: (total, value) => (isNumber(value) ? sum(total, value) : total) },
  $min: { start: undefined, add: (least, value) => better(least, value, (order) => order < 0) },
  $max: { start: undefined, add: (most, value) => better(most, value, (order) => order > 0) },
};

function better(best: unknown, value: unknown, wanted: (order: number) => boolean): unknown {
  if (value === undefined || value === null) return best;
  return best === undefined || wanted(compare(value, best)) ? value : best;
}

function group(given: unknown): Stage {
  if (!isFields(given)) throw badValue('$group takes a document');
  const { _id: by, ...others } = given;
  const keyOf = expression(by);
  const totals = Object.entries(others).map(([name, wish]) => {
    const [entry] = isFields(wish) ? Object.entries(wish) : [];
    const accumulator = entry && ACCUMULATORS[entry[0]];
    if (!accumulator) throw notHere(`The accumulator ${entry?.[0] ?? name}`);
    return { name, accumulator, value: expression(entry[1]) };
  });
  return function* (documents) {
    const groups = new Map<string, { readonly key: unknown; readonly found: unknown[] }>();
    for (const document of documents) {
      const key = keyOf(document) ?? null;
      const name = encodeValue(key).toString('latin1');
      const one = groups.get(name) ?? { key, found: totals.map(({ accumulator }) => accumulator.start) };
      groups.set(name, one);
      for (const [at, { accumulator, value }] of totals.entries()) {
        one.found[at] = accumulator.add(one.found[at], value(document));
      }
    }
    for (const { key, found } of held(groups.values())) {
      const result: Fields = { _id: key };
      for (const [at, { name }] of totals.entries()) setField(result, name, found[at] ?? null);
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
    return (document) => Object.fromEntries(parts.map(([name, part]) => [name, part(document)]));
  }
  const constant = typeof given === 'number' ? new Double(given) : given;
  return () => constant;
}

function singleValue(document: Fields, steps: readonly string[]): unknown {
  let found: unknown;
  someValue(document, steps, (value) => {
    found = value;
    return true;
  });
  return found;
}
