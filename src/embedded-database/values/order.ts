import { notHere, wrongType } from '../database-error.js';
import { encodeValue } from './key-encoding.js';
import { type Fields, fieldOf, isFields, numberOf } from './value.js';

/** A field by which a sort or an index orders documents. */
export interface OrderedField {
  readonly name: string;
  readonly direction: 1 | -1;
}

/**
 * Reads fields and their directions.
 *
 * @throws DatabaseError naming what is no field of a document, or no direction
 */
export function orderedFields(given: unknown, what: string): readonly OrderedField[] {
  if (!isFields(given)) throw wrongType(`${what} is a document of fields and directions.`);
  return Object.entries(given).map(([name, value]) => {
    const direction = Number(numberOf(value));
    if (/[.$]/.test(name) || (direction !== 1 && direction !== -1)) {
      throw notHere(`${what} by ${name}: ${JSON.stringify(value)}`);
    }
    return { name, direction };
  });
}

/** Bytes in the order of documents by some fields; where one holds a list or a document it is refused. */
export const orderKey = (document: Fields, fields: readonly OrderedField[]): Buffer =>
  Buffer.concat(
    fields.map(({ name, direction }) => directed(encodeValue(fieldOf(document, name)), direction)),
  );

/** The bytes of a field in its direction: descending, the same order the other way round. */
export const directed = (bytes: Buffer, direction: 1 | -1): Buffer =>
  direction === 1 ? bytes : Buffer.from(bytes.map((byte) => byte ^ 0xff));
