import { MinKey } from 'bson';
import { DatabaseError, notHere, wrongType } from '../database-error.js';
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
  if (!isFields(sort)) throw wrongType('A sort is a document of fields and directions.');
  return Object.entries(sort).map(([path, given]) => {
    if (path.startsWith('$') || isFields(given)) throw notHere(`Sorting by ${path}`);
    const direction = typeOf(given) === TYPE.number ? Number(numberOf(given)) : 0;
    if (direction !== 1 && direction !== -1) {
      throw new DatabaseError(15975, 'Location15975', '$sort key ordering must be 1 or -1');
    }
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
  const best: unknown[] = [];
  const consider = (value: unknown) => {
    if (best.length === 0 || compare(value, best[0]) * direction < 0) best[0] = value;
  };
  someValue(document, steps, (value) => {
    if (Array.isArray(value)) {
      if (value.length === 0) consider(BEFORE_NULL);
      for (const element of value) consider(element);
    } else consider(value);
    return false;
  });
  return best[0];
}

/** An empty list sorts before null. */
const BEFORE_NULL = new MinKey();
