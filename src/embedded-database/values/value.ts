import { deserialize, Double, Int32, Long, ObjectId, serialize } from 'bson';
import { DatabaseError } from '../database-error.js';

/** A decoded document; numbers keep their BSON type. */
export type Fields = Record<string, unknown>;

/** Largest document, in bytes, as in MongoDB. */
export const LARGEST_DOCUMENT = 16 * 1024 * 1024;

/** Reads BSON bytes so that encoding them again gives the same types. */
export function decode(bytes: Uint8Array): Fields {
  try {
    return deserialize(bytes, { promoteValues: false, promoteBuffers: false, bsonRegExp: true });
  } catch (error) {
    throw new DatabaseError(22, 'InvalidBSON', error instanceof Error ? error.message : String(error));
  }
}

/** Writes a document as BSON bytes. */
export function encode(document: Fields): Buffer {
  try {
    return Buffer.from(serialize(document, { ignoreUndefined: true }));
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge('A document that is too deep or too large');
    throw error;
  }
}

/** What cannot be stored for its size. */
export const tooLarge = (what: string) =>
  new DatabaseError(10334, 'BSONObjectTooLarge', `${what}: at most ${LARGEST_DOCUMENT} bytes can be stored`);

/** The types that can be compared, by their place in MongoDB's order of types. */
export const TYPE = {
  null: 0x10,
  number: 0x20,
  string: 0x30,
  objectId: 0x70,
  boolean: 0x80,
  date: 0x90,
} as const;

/** The type of a value; undefined where values of its kind can only be stored and given back. */
export function typeOf(value: unknown): number | undefined {
  if (value === null || value === undefined) return TYPE.null;
  if (typeof value === 'string') return TYPE.string;
  if (typeof value === 'boolean') return TYPE.boolean;
  if (isNumber(value)) return TYPE.number;
  if (value instanceof ObjectId) return TYPE.objectId;
  return value instanceof Date ? TYPE.date : undefined;
}

const isNumber = (value: unknown): value is number | Int32 | Double | Long =>
  typeof value === 'number' ||
  value instanceof Int32 ||
  value instanceof Double ||
  // Timestamps are of that class too.
  (value instanceof Long && (value as { readonly _bsontype: string })._bsontype === 'Long');

/** The value of a number, whole numbers of 64 bits as bigint; undefined where it is none. */
export function numberOf(value: unknown): number | bigint | undefined {
  if (!isNumber(value)) return undefined;
  if (typeof value === 'number') return value;
  return value instanceof Long ? value.toBigInt() : value.value;
}

/** Whether a value is a document inside a document. */
export function isFields(value: unknown): value is Fields {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !('_bsontype' in value)
  );
}

/** Operators, not a value: a document whose first key begins with `$`. */
export function isOperators(value: unknown): value is Fields {
  return isFields(value) && (Object.keys(value)[0]?.startsWith('$') ?? false);
}

/** A field of a document by its own name, never one it inherited. */
export function fieldOf(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** Sets a field of any name, `__proto__` included. */
export function setField(fields: Fields, name: string, value: unknown): void {
  Object.defineProperty(fields, name, { value, writable: true, enumerable: true, configurable: true });
}
