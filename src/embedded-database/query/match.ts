import { BSONRegExp } from 'bson';
import { badValue, notHere, wrongType } from '../database-error.js';
import { compare, equal } from '../values/compare.js';
import { someValue } from '../values/path.js';
import { type Fields, isFields, isOperators, NOT_A_NUMBER, TYPE, typeOf } from '../values/value.js';
import { prefixOf } from './prefix.js';

/** Whether a document is one a filter asks for. */
export type Predicate = (document: unknown) => boolean;

/**
 * Reads a filter.
 *
 * @throws DatabaseError naming what it does not know
 */
export function matcher(filter: unknown): Predicate {
  if (!isFields(filter)) throw wrongType('A filter is a document.');
  return all(Object.entries(filter).map(([key, value]) => clause(key, value)));
}

const all =
  (predicates: readonly Predicate[]): Predicate =>
  (document) =>
    predicates.every((predicate) => predicate(document));

function clause(key: string, value: unknown): Predicate {
  switch (key) {
    case '$and':
      return all(filters(key, value));
    case '$or': {
      const choices = filters(key, value);
      return (document) => choices.some((choice) => choice(document));
    }
    default:
      if (key.startsWith('$')) throw notHere(`The query operator ${key}`);
      return condition(key.split('.'), value);
  }
}

function filters(key: string, value: unknown): readonly Predicate[] {
  if (!Array.isArray(value) || value.length === 0) throw badValue(`${key} must be a nonempty array`);
  return value.map(matcher);
}

function condition(steps: readonly string[], value: unknown): Predicate {
  return isOperators(value) ? operators(steps, value) : equals(steps, value);
}

function operators(steps: readonly string[], given: Fields): Predicate {
  return all(
    Object.entries(given).map(([name, value]) => {
      switch (name) {
        case '$eq':
          if (value instanceof BSONRegExp) throw notHere('$eq with a regular expression');
          return equals(steps, value);
        case '$in':
          return oneOf(steps, value);
        case '$gt':
          return ordered(steps, value, (order) => order > 0, false);
        case '$gte':
          return ordered(steps, value, (order) => order >= 0, true);
        case '$lt':
          return ordered(steps, value, (order) => order < 0, false);
        case '$lte':
          return ordered(steps, value, (order) => order <= 0, true);
        case '$exists':
          return exists(steps, value);
        case '$not': {
          if (!isOperators(value)) throw badValue('$not needs an object of operators');
          const inner = operators(steps, value);
          return (document) => !inner(document);
        }
        case '$elemMatch':
          return someElement(steps, value);
        case '$regex':
          return beginsWith(steps, prefixOf(value));
        default:
          throw notHere(`The query operator ${name}`);
      }
    }),
  );
}

/** The value itself or, where it is a list, one of its elements. */
const valueOrElement =
  (steps: readonly string[], test: Predicate): Predicate =>
  (document) =>
    someValue(document, steps, (value) => test(value) || (Array.isArray(value) && value.some(test)));

function equals(steps: readonly string[], wanted: unknown): Predicate {
  if (wanted instanceof BSONRegExp) return beginsWith(steps, prefixOf(wanted));
  if (wanted === null || wanted === undefined) {
    return valueOrElement(steps, (value) => value === null || value === undefined);
  }
  const type = typeOf(wanted);
  return valueOrElement(steps, (value) => sameType(value, type) && equal(value, wanted));
}

function beginsWith(steps: readonly string[], prefix: string): Predicate {
  return valueOrElement(steps, (value) => typeof value === 'string' && value.startsWith(prefix));
}

function oneOf(steps: readonly string[], wanted: unknown): Predicate {
  if (!Array.isArray(wanted)) throw badValue('$in needs an array');
  const choices = wanted.map((value: unknown) => {
    if (isOperators(value)) throw badValue('cannot nest $ under $in');
    return equals(steps, value);
  });
  return (document) => choices.some((choice) => choice(document));
}

/** A comparison holds within one type only, as in MongoDB; NaN is neither above nor below a number. */
function ordered(
  steps: readonly string[],
  bound: unknown,
  holds: (order: number) => boolean,
  orEqual: boolean,
): Predicate {
  const type = typeOf(bound);
  if (type === TYPE.regex || type === TYPE.object || type === TYPE.array) {
    throw notHere('Ordering by a document, a list or a regular expression');
  }
  if (type === TYPE.null) return orEqual ? equals(steps, null) : () => false;
  const isNaN = equal(bound, NOT_A_NUMBER);
  return valueOrElement(steps, (value) => {
    if (!sameType(value, type)) return false;
    if (type === TYPE.number && (isNaN || equal(value, NOT_A_NUMBER))) return orEqual && equal(value, bound);
    return holds(compare(value, bound));
  });
}

/** Values of kinds that nothing compares are simply no match. */
function sameType(value: unknown, type: number): boolean {
  try {
    return value !== undefined && typeOf(value) === type;
  } catch {
    return false;
  }
}

function exists(steps: readonly string[], wanted: unknown): Predicate {
  if (typeof wanted !== 'boolean') throw badValue('$exists takes true or false here');
  return (document) => someValue(document, steps, (value) => value !== undefined) === wanted;
}

function someElement(steps: readonly string[], wanted: unknown): Predicate {
  if (!isFields(wanted)) throw badValue('$elemMatch needs an Object');
  const test: Predicate =
    isOperators(wanted) && !('$and' in wanted || '$or' in wanted)
      ? operators([], wanted)
      : withinFields(matcher(wanted));
  return (document) => someValue(document, steps, (value) => Array.isArray(value) && value.some(test));
}

const withinFields =
  (test: Predicate): Predicate =>
  (element) =>
    isFields(element) && test(element);
