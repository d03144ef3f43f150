import { BSONRegExp, MaxKey, MinKey, Timestamp } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { encodeValue, inverted } from '../../src/embedded-database/storage/key-encoding.js';
import { compare } from '../../src/embedded-database/values/compare.js';
import { decode, encode } from '../../src/embedded-database/values/value.js';
import { Choices, value } from './random.js';
import { exact } from './table.js';

const read = (given: unknown): unknown => decode(encode({ given }))['given'];

describe('the bytes of a key', () => {
  const choices = new Choices(Number(process.env['FUZZ_SEED'] ?? 3));
  const rare = [
    new MinKey(),
    new MaxKey(),
    new Timestamp({ t: 1, i: 2 }),
    new Timestamp({ t: 4294967295, i: 0 }),
    new BSONRegExp('a'),
    new BSONRegExp('a', 'i'),
    new BSONRegExp(''),
  ];
  const one = () => read(choices.next() < 0.05 ? choices.of(rare) : value(choices, 3));

  it('are in the order of the values, equal where they are equal, and none begins with another', () => {
    for (let at = 0; at < 20_000; at++) {
      const [a, b] = [one(), one()];
      const [left, right] = [encodeValue(a), encodeValue(b)];
      const order = Math.sign(compare(a, b));
      const what = `${exact(a)} and ${exact(b)}`;
      expect(Math.sign(Buffer.compare(left, right)), what).toBe(order);
      expect(Math.sign(compare(b, a)) + order, what).toBe(0);
      expect(Math.sign(Buffer.compare(inverted(left), inverted(right))) + order, what).toBe(0);
      if (order !== 0) expect(right.subarray(0, left.length).equals(left), what).toBe(false);
    }
  });

  it('are sorted as the values are', () => {
    const values = Array.from({ length: 3_000 }, one);
    const sorted = [...values].sort(compare).map((each) => encodeValue(each).toString('hex'));
    expect([...sorted].sort()).toEqual(sorted);
  });
});
