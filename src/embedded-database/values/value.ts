import {
  Binary,
  BSONRegExp,
  deserialize,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  serialize,
  Timestamp,
} from 'bson';
import { DatabaseError, notHere } from '../database-error.js';

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

/** The place of a type in MongoDB's order of types. */
export const TYPE = {
  minKey: 1,
  null: 5,
  number: 10,
  string: 15,
  object: 20,
  array: 25,
  binary: 30,
  objectId: 35,
  boolean: 40,
  date: 45,
  timestamp: 47,
  regex: 50,
  maxKey: 127,
} as const;

/** The type of a value; kinds of values nothing here compares are refused by name. */
export function typeOf(value: unknown): number {
  if (value === null || value === undefined) return TYPE.null;
  if (typeof value === 'string') return TYPE.string;
  if (typeof value === 'boolean') return TYPE.boolean;
  if (Array.isArray(value)) return TYPE.array;
  if (typeof value === 'number' || value instanceof Int32 || value instanceof Double) return TYPE.number;
  if (value instanceof Timestamp) return TYPE.timestamp;
  if (value instanceof Long) return TYPE.number;
  if (value instanceof Date) return TYPE.date;
  if (value instanceof ObjectId) return TYPE.objectId;
  if (value instanceof Binary) return TYPE.binary;
  if (value instanceof BSONRegExp) return TYPE.regex;
  if (value instanceof MinKey) return TYPE.minKey;
  if (value instanceof MaxKey) return TYPE.maxKey;
  if (isFields(value)) return TYPE.object;
  throw notHere(`Comparing a value of BSON type ${bsonTypeName(value)}`);
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

/** The value of a number; whole numbers of 64 bits as bigint. */
export function numberOf(value: unknown): number | bigint {
  if (typeof value === 'number') return value;
  if (value instanceof Int32 || value instanceof Double) return value.value;
  if (value instanceof Long) return value.toBigInt();
  throw new DatabaseError(14, 'TypeMismatch', 'A number is expected here.');
}

/** A field of a document by its own name, never one it inherited. */
export function fieldOf(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** Sets a field of any name, `__proto__` included. */
export function setField(fields: Fields, name: string, value: unknown): void {
  Object.defineProperty(fields, name, { value, writable: true, enumerable: true, configurable: true });
}

/** A document whose only key begins with `$`: an operator, not a value. */
export function isOperators(value: unknown): value is Fields {
  return isFields(value) && (Object.keys(value)[0]?.startsWith('$') ?? false);
}

function bsonTypeName(value: unknown): string {
  return typeof value === 'object' && value !== null && '_bsontype' in value
    ? String(value._bsontype)
    : typeof value;
}

/** The number that is none. */
export const NOT_A_NUMBER = new Double(NaN);
