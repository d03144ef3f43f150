import { describe, expect, it } from 'vitest';
import { encodeValue } from '../../src/embedded-database/values/key-encoding.js';
import { directed } from '../../src/embedded-database/values/order.js';
import { decode, encode, numberOf, TYPE, typeOf } from '../../src/embedded-database/values/value.js';
import { Choices, scalar } from './random.js';
import { exact } from './table.js';

const ORDER: readonly (number | undefined)[] = [
  TYPE.null,
  TYPE.number,
  TYPE.string,
  TYPE.objectId,
  TYPE.boolean,
  TYPE.date,
];

/** The order of values as MongoDB gives it, worked out without the bytes of a key. */
function compare(one: unknown, other: unknown): number {
  const type = typeOf(one);
  if (type !== typeOf(other)) return Math.sign(ORDER.indexOf(type) - ORDER.indexOf(typeOf(other)));
  const [a, b] = [plain(one), plain(other)];
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Something that JavaScript orders as it should be; text by its code points, as arrays of letters of one width. */
function plain(value: unknown): string | number | bigint {
  if (value === null || value === undefined) return 0;
  if (typeof value === 'string')
    return Array.from(value, (letter) => letter.codePointAt(0)!.toString(16).padStart(6, '0')).join('');
  if (typeof value === 'boolean') return Number(value);
  if (value instanceof Date) return value.getTime();
  return numberOf(value) ?? (value as { toHexString(): string }).toHexString();
}

describe('the bytes of a key', () => {
  const choices = new Choices(Number(process.env['FUZZ_SEED'] ?? 3));
  const one = (): unknown => decode(encode({ given: scalar(choices) }))['given'];

  it('are in the order of the values, equal where they are equal, and none begins with another', () => {
    for (let at = 0; at < 20_000; at++) {
      const [a, b] = [one(), one()];
      const [left, right] = [encodeValue(a), encodeValue(b)];
      const order = compare(a, b);
      const what = `${exact(a)} and ${exact(b)}`;
      expect(Math.sign(Buffer.compare(left, right)), what).toBe(order);
      expect(Math.sign(Buffer.compare(directed(left, -1), directed(right, -1))) + order, what).toBe(0);
      if (order !== 0) expect(right.subarray(0, left.length).equals(left), what).toBe(false);
    }
  });

  it('are sorted as the values are', () => {
    const values = Array.from({ length: 3_000 }, one);
    const sorted = [...values].sort(compare).map((each) => encodeValue(each).toString('hex'));
    expect([...sorted].sort()).toEqual(sorted);
  });
});
