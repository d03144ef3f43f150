import { notHere, wrongType } from '../database-error.js';
import { type Fields, isFields, numberOf } from '../values/value.js';

/**
 * Reads a projection: the fields to keep, and `_id` always.
 *
 * @returns what is left of a document; undefined where the whole of it is asked for
 */
export function projection(given: unknown): ((document: Fields) => Fields) | undefined {
  if (given === undefined) return undefined;
  if (!isFields(given)) throw wrongType('A projection is a document.');
  const names = Object.entries(given).map(([name, value]) => {
    if (/[.$]/.test(name) || numberOf(value) !== 1) {
      throw notHere(`A projection with ${name}: ${JSON.stringify(value)}`);
    }
    return name;
  });
  if (names.length === 0) return undefined;
  const kept = new Set(['_id', ...names]);
  return (document) => Object.fromEntries(Object.entries(document).filter(([name]) => kept.has(name)));
}
