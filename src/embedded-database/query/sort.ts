import { MinKey } from 'bson';
import { badValue, notHere } from '../database-error.js';
import { compare } from '../values/compare.js';
import { someValue } from '../values/path.js';
import { type Fields, isFields, numberOf, typeOf, TYPE } from '../values/value.js';

/** One field to sort by. */
export interface SortField {
  readonly path: string;
  readonly direction: 1 | -1;
}

/** Reads a sort document. */
export function sortFields(sort: unknown): readonly SortField[] {
  if (sort === undefined) return [];
  if (!isFields(sort)) throw badValue('A sort is a document of fields and directions.');
  return Object.entries(sort).map(([path, given]) => {
    if (path.startsWith('$') || isFields(given)) throw notHere(`Sorting by ${path}`);
    const direction = typeOf(given) === TYPE.number ? Number(numberOf(given)) : 0;
    if (direction !== 1 && direction !== -1) throw badValue('$sort key ordering must be 1 or -1');
    return { path, direction };
  });
}

/** The order of two documents; where a field is a list, its smallest or largest element counts. */
export function orderBy(fields: readonly SortField[]): (one: Fields, other: Fields) => number {
  const keys = fields.map(({ path, direction }) => ({ steps: path.split('.'), direction }));
  return (one, other) => {
    for (const { steps, direction } of keys) {
      const order = compare(sortKey(one, steps, direction), sortKey(other, steps, direction));
      if (order !== 0) return order * direction;
    }
    return 0;
  };
}

function sortKey(document: Fields, steps: readonly string[], direction: number): unknown {
  let found = false;
  let best: unknown;
  const consider = (value: unknown) => {
    if (!found || compare(value, best) * direction < 0) best = value;
    found = true;
  };
  someValue(document, steps, (value) => {
    if (Array.isArray(value)) {
      if (value.length === 0) consider(BEFORE_NULL);
      for (const element of value) consider(element);
    } else consider(value);
    return false;
  });
  return found ? best : null;
}

/** An empty list sorts before null. */
const BEFORE_NULL = new MinKey();
