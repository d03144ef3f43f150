import type { Binary, BSONRegExp, ObjectId, Timestamp } from 'bson';
import { type Fields, numberOf, TYPE, typeOf } from '../values/value.js';

/** Stands for a list without elements, which has a place of its own before null. */
export const EMPTY_LIST = Symbol('empty list');

/** Marks the type of what follows; the marks are in the order of the types. */
const MARK: Readonly<Record<number, number>> = {
  [TYPE.minKey]: 0x01,
  [TYPE.null]: 0x10,
  [TYPE.number]: 0x20,
  [TYPE.string]: 0x30,
  [TYPE.object]: 0x40,
  [TYPE.array]: 0x50,
  [TYPE.binary]: 0x60,
  [TYPE.objectId]: 0x70,
  [TYPE.boolean]: 0x80,
  [TYPE.date]: 0x90,
  [TYPE.timestamp]: 0x98,
  [TYPE.regex]: 0xa0,
  [TYPE.maxKey]: 0xf0,
};
const EMPTY_LIST_MARK = 0x08;

/** The first byte of every key of a type, and the byte after its last. */
export function markOf(type: number): readonly [number, number] {
  const mark = MARK[type] ?? 0;
  return [mark, mark + 1];
}

/**
 * Bytes in the order of the values: comparing two encodings compares what they encode, and equal values have equal
 * bytes.
 */
export function encodeValue(value: unknown): Buffer {
  if (value === EMPTY_LIST) return Buffer.of(EMPTY_LIST_MARK);
  const type = typeOf(value);
  return Buffer.concat([Buffer.of(markOf(type)[0]), ...body(type, value)]);
}

function body(type: number, value: unknown): Buffer[] {
  switch (type) {
    case TYPE.number:
      return [encodeNumber(numberOf(value))];
    case TYPE.string:
      return [encodeText(value as string), TEXT_END];
    case TYPE.object:
      return [...Object.entries(value as Fields).flatMap(field), Buffer.of(0)];
    case TYPE.array:
      return [
        ...(value as unknown[]).flatMap((element) => [Buffer.of(1), encodeValue(element)]),
        Buffer.of(0),
      ];
    case TYPE.binary: {
      const bytes = (value as Binary).value();
      return [uint32(bytes.length), Buffer.of((value as Binary).sub_type), Buffer.from(bytes)];
    }
    case TYPE.objectId:
      return [Buffer.from((value as ObjectId).id)];
    case TYPE.boolean:
      return [Buffer.of(value === true ? 1 : 0)];
    case TYPE.date:
      return [encodeWhole(BigInt((value as Date).getTime()) + (1n << 63n))];
    case TYPE.timestamp:
      return [encodeWhole((value as Timestamp).toBigInt())];
    case TYPE.regex:
      return [
        encodeText((value as BSONRegExp).pattern),
        TEXT_END,
        encodeText((value as BSONRegExp).options),
        TEXT_END,
      ];
    default:
      return [];
  }
}

const field = ([name, value]: [string, unknown]): Buffer[] => [
  Buffer.of(markOf(typeOf(value))[0]),
  encodeText(name),
  TEXT_END,
  encodeValue(value),
];

const TEXT_END = Buffer.of(0, 1);

/** UTF-8 without its end, a zero byte told apart from the end. */
export function encodeText(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  if (!bytes.includes(0)) return bytes;
  return Buffer.from([...bytes].flatMap((byte) => (byte === 0 ? [0, 0xff] : [byte])));
}

/** A double in the order of its bits, then what a whole number of 64 bits has beyond it. */
function encodeNumber(value: number | bigint): Buffer {
  const bytes = Buffer.alloc(10);
  if (Number.isNaN(value)) return bytes;
  const nearest = Number(value);
  bytes.writeDoubleBE(nearest === 0 ? 0 : nearest);
  const negative = (bytes[0] ?? 0) >= 0x80;
  for (let at = 0; at < 8; at++) bytes[at] = (bytes[at] ?? 0) ^ (negative ? 0xff : at === 0 ? 0x80 : 0);
  const beyond = typeof value === 'bigint' ? Number(value - BigInt(nearest)) : 0;
  bytes.writeUInt16BE(0x8000 + beyond, 8);
  return bytes;
}

function encodeWhole(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** The bytes of a descending field: the same order the other way round. */
export function inverted(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte) => byte ^ 0xff));
}
