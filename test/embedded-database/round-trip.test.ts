import {
  Binary,
  BSON,
  BSONRegExp,
  BSONSymbol,
  Code,
  DBRef,
  Decimal128,
  type Document,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
  UUID,
} from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { Choices, fields } from './random.js';

/** What is stored comes back byte for byte. */
describe('round trip', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  async function back(documents: readonly Document[]): Promise<void> {
    const collection = database.db.collection(new ObjectId().toHexString().replace(/^\d/, 'x'));
    const sent = documents.map((document, _id) => ({ _id: new Int32(_id), ...document }));
    await collection.insertMany(sent as unknown as Document[]);
    const received = await collection.find({}, { raw: true, sort: { _id: 1 } }).toArray();
    for (const [at, bytes] of received.entries()) {
      const expected = BSON.serialize(sent[at]!);
      expect(Buffer.from(bytes as unknown as Uint8Array).equals(expected), JSON.stringify(sent[at])).toBe(
        true,
      );
    }
    expect(received.length).toBe(documents.length);
  }

  const id = new ObjectId();
  it.each<[string, unknown]>([
    ['a double', new Double(1.5)],
    ['a whole double', new Double(2)],
    ['minus zero', new Double(-0)],
    ['not a number', new Double(NaN)],
    ['infinity', new Double(-Infinity)],
    ['the least double', new Double(5e-324)],
    ['text', 'å𝄞\0x'],
    ['empty text', ''],
    ['a document', { b: { c: 1 } }],
    ['an empty document', {}],
    ['a list', [1, [2, []], { b: null }]],
    ['an empty list', []],
    ['bytes', new Binary(Buffer.from([0, 1, 255]))],
    ['no bytes', new Binary(Buffer.alloc(0))],
    ['bytes of the old kind', new Binary(Buffer.from([1]), 2)],
    ['bytes of our own kind', new Binary(Buffer.from([1]), 128)],
    ['a UUID', new UUID()],
    ['an identity', id],
    ['true', true],
    ['false', false],
    ['a date', new Date(1)],
    ['a date before 1970', new Date(-1)],
    ['null', null],
    ['a regular expression', new BSONRegExp('^a.*b', 'im')],
    ['code', new Code('x')],
    ['code with a scope', new Code('x', { a: 1 })],
    ['a symbol', new BSONSymbol('x')],
    ['a whole number', new Int32(-1)],
    ['a timestamp', new Timestamp({ t: 4294967295, i: 7 })],
    ['a long number', Long.MAX_VALUE],
    ['the least long number', Long.MIN_VALUE],
    ['a small long number', Long.fromNumber(1)],
    ['a decimal', Decimal128.fromString('12.340')],
    ['a large decimal', Decimal128.fromString('9.999999999999999999999999999999999E+6144')],
    ['a decimal that is none', Decimal128.fromString('NaN')],
    ['the least key', new MinKey()],
    ['the greatest key', new MaxKey()],
    ['a reference', new DBRef('c', id)],
    ['a field named __proto__', JSON.parse('{"__proto__":{"a":1},"constructor":2}') as unknown],
    ['long text', 'x'.repeat(100_000)],
  ])('of %s', async (_what, value) => {
    await back([{ value }, { list: [value] }, { deep: { value } }]);
  });

  it('of random documents', async () => {
    const choices = new Choices(5);
    await back(Array.from({ length: 500 }, () => fields(choices, ['a', 'b', 'c', ' ', 'å.ä'], 4)));
  });

  it('of every type after an update of another field', async () => {
    const collection = database.db.collection('updated');
    const value = {
      a: new Double(1),
      b: Long.ONE,
      c: Decimal128.fromString('1.0'),
      d: new Int32(1),
      e: new Code('x'),
      f: new BSONSymbol('x'),
    };
    await collection.insertOne({ _id: 1 as never, value });
    await collection.updateOne({}, { $set: { n: 1 } });
    const [bytes] = await collection.find({}, { raw: true }).toArray();
    expect(Buffer.from(bytes as unknown as Uint8Array)).toEqual(
      Buffer.from(BSON.serialize({ _id: 1, value, n: 1 })),
    );
  });
});
