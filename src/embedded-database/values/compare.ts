import { type Binary, type BSONRegExp, type ObjectId, type Timestamp } from 'bson';
import { type Fields, numberOf, TYPE, typeOf } from './value.js';

/** Orders two values as MongoDB does: first by type, then within it. */
export function compare(one: unknown, other: unknown): number {
  const type = typeOf(one);
  const otherType = typeOf(other);
  if (type !== otherType) return type - otherType;
  switch (type) {
    case TYPE.number:
      return compareNumbers(numberOf(one), numberOf(other));
    case TYPE.string:
      return compareStrings(one as string, other as string);
    case TYPE.object:
      return compareFields(one as Fields, other as Fields);
    case TYPE.array:
      return compareLists(one as unknown[], other as unknown[]);
    case TYPE.binary:
      return compareBinaries(one as Binary, other as Binary);
    case TYPE.objectId:
      return Buffer.compare((one as ObjectId).id, (other as ObjectId).id);
    case TYPE.boolean:
      return Number(one) - Number(other);
    case TYPE.date:
      return (one as Date).getTime() - (other as Date).getTime();
    case TYPE.timestamp:
      return (one as Timestamp).compare(other as Timestamp);
    case TYPE.regex: {
      const [a, b] = [one as BSONRegExp, other as BSONRegExp];
      return compareStrings(a.pattern, b.pattern) || compareStrings(a.options, b.options);
    }
    default:
      return 0;
  }
}

/** Whether two values are the same to MongoDB: 1, 1.0 and a 64-bit 1 are. */
export const equal = (one: unknown, other: unknown): boolean => compare(one, other) === 0;

/** NaN is smaller than every other number, and equal to itself. */
function compareNumbers(one: number | bigint, other: number | bigint): number {
  if (Number.isNaN(one)) return Number.isNaN(other) ? 0 : -1;
  if (Number.isNaN(other)) return 1;
  return one < other ? -1 : one > other ? 1 : 0;
}

/** By code point, which is the order of the UTF-8 bytes. */
export function compareStrings(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at++) {
    const a = one.charCodeAt(at);
    const b = other.charCodeAt(at);
    if (a !== b) return codePointRank(a) - codePointRank(b);
  }
  return one.length - other.length;
}

const codePointRank = (unit: number): number => (unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit);

function compareFields(one: Fields, other: Fields): number {
  const names = Object.keys(one);
  const otherNames = Object.keys(other);
  for (const [at, name] of names.entries()) {
    const otherName = otherNames[at];
    if (otherName === undefined) return 1;
    const order =
      typeOf(one[name]) - typeOf(other[otherName]) ||
      compareStrings(name, otherName) ||
      compare(one[name], other[otherName]);
    if (order !== 0) return order;
  }
  return names.length - otherNames.length;
}

function compareLists(one: readonly unknown[], other: readonly unknown[]): number {
  for (const [at, value] of one.entries()) {
    if (at >= other.length) return 1;
    const order = compare(value, other[at]);
    if (order !== 0) return order;
  }
  return one.length - other.length;
}

function compareBinaries(one: Binary, other: Binary): number {
  return (
    one.position - other.position ||
    one.sub_type - other.sub_type ||
    Buffer.compare(one.value(), other.value())
  );
}
