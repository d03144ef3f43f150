import { badValue, notHere, wrongType } from '../database-error.js';
import { encodeValue } from '../values/key-encoding.js';
import { type Fields, fieldOf, isFields, isOperators, typeOf } from '../values/value.js';

/** Whether a document is one a filter asks for. */
export type Predicate = (document: Fields) => boolean;
type Test = (value: unknown) => boolean;

/**
 * Reads a filter.
 *
 * @throws DatabaseError naming what it does not know
 */
export function matcher(filter: unknown): Predicate {
  if (!isFields(filter)) throw wrongType('A filter is a document.');
  const conditions = Object.entries(filter).map(([name, asked]) => {
    if (name.startsWith('$')) throw notHere(`The query operator ${name}`);
    if (name.includes('.')) throw notHere(`The path ${name} in a filter`);
    return { name, holds: isOperators(asked) ? operators(asked) : equals(asked) };
  });
  return (document) => conditions.every(({ name, holds }) => holds(fieldOf(document, name)));
}

function operators(given: Fields): Test {
  const tests = Object.entries(given).map(([name, asked]) => {
    switch (name) {
      case '$eq':
        return equals(asked);
      case '$in': {
        if (!Array.isArray(asked)) throw badValue('$in needs an array');
        const choices = asked.map(equals);
        return (value: unknown) => choices.some((choice) => choice(value));
      }
      case '$lt':
        return below(asked, false);
      case '$lte':
        return below(asked, true);
      case '$not': {
        if (!isOperators(asked)) throw badValue('$not needs an object of operators');
        const inner = operators(asked);
        return (value: unknown) => !inner(value);
      }
      default:
        throw notHere(`The query operator ${name}`);
    }
  });
  return (value) => tests.every((test) => test(value));
}

/** The value itself or, where it is a list, one of its elements. */
const valueOrElement =
  (test: Test): Test =>
  (value) =>
    test(value) || (Array.isArray(value) && value.some(test));

function equals(wanted: unknown): Test {
  const bytes = encodeValue(wanted);
  const type = typeOf(wanted);
  return valueOrElement((value) => typeOf(value) === type && encodeValue(value).equals(bytes));
}

const NOT_A_NUMBER = encodeValue(NaN);

/** A comparison holds within one type only, as in MongoDB; NaN is below no number. */
function below(bound: unknown, orEqual: boolean): Test {
  const limit = encodeValue(bound);
  const type = typeOf(bound);
  return valueOrElement((value) => {
    if (typeOf(value) !== type) return false;
    const bytes = encodeValue(value);
    const order = Buffer.compare(bytes, limit);
    return order === 0 ? orEqual : order < 0 && !bytes.equals(NOT_A_NUMBER);
  });
}
