import type { ObjectId } from 'bson';
import { notHere } from '../database-error.js';
import { isFields, numberOf, TYPE, typeOf } from './value.js';

/**
 * Bytes in the order of the values, as MongoDB orders them: comparing two encodings compares what they encode, equal
 * values have equal bytes, and none begins with another. The first byte is the type.
 *
 * @throws DatabaseError naming a kind of values that cannot be compared
 */
export function encodeValue(value: unknown): Buffer {
  const type = typeOf(value);
  switch (type) {
    case undefined:
      throw notHere(`Comparing ${kindOf(value)}`);
    case TYPE.number:
      return encodeNumber(numberOf(value) ?? NaN);
    case TYPE.string:
      return encodeText(value as string);
    case TYPE.objectId:
      return Buffer.concat([Buffer.of(type), (value as ObjectId).id]);
    case TYPE.boolean:
      return Buffer.of(type, value === true ? 1 : 0);
    case TYPE.date: {
      const bytes = Buffer.alloc(9, type);
      bytes.writeBigUInt64BE(BigInt((value as Date).getTime()) + (1n << 63n), 1);
      return bytes;
    }
    default:
      return Buffer.of(type);
  }
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return isFields(value)
    ? 'a document'
    : `a value of BSON type ${(value as { _bsontype: string })._bsontype}`;
}

const TEXT_END = Buffer.of(0, 1);

/** UTF-8, a zero byte told apart from the end. */
function encodeText(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  const escaped = bytes.includes(0)
    ? Buffer.from([...bytes].flatMap((byte) => (byte === 0 ? [0, 0xff] : [byte])))
    : bytes;
  return Buffer.concat([Buffer.of(TYPE.string), escaped, TEXT_END]);
}

/** A double in the order of its bits, then what a whole number of 64 bits has beyond it; NaN before all others. */
function encodeNumber(value: number | bigint): Buffer {
  const bytes = Buffer.alloc(11);
  bytes[0] = TYPE.number;
  if (Number.isNaN(value)) return bytes;
  const nearest = Number(value);
  bytes.writeDoubleBE(nearest === 0 ? 0 : nearest, 1);
  const negative = bytes.readUInt8(1) >= 0x80;
  for (let at = 1; at < 9; at++) bytes[at] = bytes.readUInt8(at) ^ (negative ? 0xff : at === 1 ? 0x80 : 0);
  bytes.writeUInt16BE(0x8000 + (typeof value === 'bigint' ? Number(value - BigInt(nearest)) : 0), 9);
  return bytes;
}
