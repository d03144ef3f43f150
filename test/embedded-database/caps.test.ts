import { type Collection, type Document, Int32 } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { index, number } from './table.js';

const CAP = 100_000;

/** One query never holds more in memory than it may. */
describe('more than may be held', () => {
  let database: TestDatabase;
  let many: Collection;
  beforeAll(async () => {
    database = await openTestDatabase();
    many = database.db.collection('many');
    const documents = Array.from({ length: CAP + 1 }, (_, _id) => ({ _id: new Int32(_id) as never }));
    await many.insertMany(documents.slice(0, CAP));
    await many.insertMany(documents.slice(CAP));
  });
  afterAll(() => database.close());

  const refused = { code: 292, message: expect.stringContaining(String(CAP)) as unknown };

  it('a sort that no index gives', async () => {
    await expect(many.find().sort({ x: 1 }).toArray()).rejects.toMatchObject(refused);
    await expect(many.find().sort({ x: 1 }).limit(1).toArray()).rejects.toMatchObject(refused);
    expect(
      await many
        .find({ _id: { $lt: CAP } as never })
        .sort({ x: 1 })
        .limit(1)
        .toArray(),
    ).toHaveLength(1);
  });

  it('one update or delete of too many', async () => {
    const answers = [many.updateMany({}, { $set: { a: 1 } }), many.deleteMany({})];
    for (const answer of answers) await expect(answer).rejects.toMatchObject(refused);
    expect(await number(many, { a: 1 })).toBe(0);
    expect(await number(many, {}, { projection: { _id: 1 } })).toBe(CAP + 1);
  });

  it('a sort that an index gives may be of any number', async () => {
    expect(await many.find().sort({ _id: -1 }).limit(1).toArray()).toEqual([{ _id: CAP }]);
    let count = 0;
    for await (const { _id } of many.find().sort({ _id: 1 })) expect(Number(_id)).toBe(count++);
    expect(count).toBe(CAP + 1);
  });

  it('a sort of too many bytes', async () => {
    const large = database.db.collection('large');
    for (let at = 0; at < 9; at++) await large.insertOne({ text: 'x'.repeat(13_000_000) });
    const find = large.find({}, { sort: { x: 1 }, projection: { _id: 1 } });
    await expect(find.toArray()).rejects.toMatchObject({ code: 292 });
  });
});

describe('what is too large', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());
  const LIMIT = 16 * 1024 * 1024;

  it('a document of 16 MB is stored, one of a byte more is not', async () => {
    const collection = database.db.collection('c');
    const command = (length: number): Document => ({
      insert: 'c',
      documents: [{ _id: length, text: 'x'.repeat(length) }],
    });
    const overhead = 4 + 9 + 10 + 1 + 1;
    expect(await database.db.command(command(LIMIT - overhead))).toMatchObject({ n: 1 });
    const { writeErrors } = (await database.db.command(command(LIMIT - overhead + 1))) as {
      writeErrors: Document[];
    };
    expect(writeErrors[0]).toMatchObject({ code: 10334 });
    expect(await collection.findOne({ _id: (LIMIT - overhead) as never })).toMatchObject({
      text: 'x'.repeat(LIMIT - overhead),
    });
  });

  it('an update that makes a document too large', async () => {
    const collection = database.db.collection('grows');
    await collection.insertOne({ _id: 1 as never, a: 'x'.repeat(9_000_000) });
    await expect(collection.updateOne({}, { $set: { b: 'x'.repeat(9_000_000) } })).rejects.toMatchObject({
      code: 10334,
    });
    expect(Object.keys((await collection.findOne())!)).toEqual(['_id', 'a']);
  });

  it('a key of an index', async () => {
    const collection = database.db.collection('keys');
    await index(collection, { a: 1 });
    await expect(collection.insertOne({ a: 'x'.repeat(5_000) })).rejects.toMatchObject({ code: 17280 });
    expect(await number(collection)).toBe(0);
    expect(await number(collection, { a: 'x'.repeat(5_000) })).toBe(0);
  });

  it('a document that is too deep', async () => {
    const nested = (depth: number): Document => (depth === 0 ? {} : { a: nested(depth - 1) });
    const collection = database.db.collection('deep');
    await collection.insertOne(nested(99));
    await expect(collection.insertOne(nested(101))).rejects.toMatchObject({ code: 15 });
    expect(await number(collection)).toBe(1);
  });

  it('many updates that insert, in one command', async () => {
    const collection = database.db.collection('upserts');
    const writes = Array.from({ length: 5_000 }, (_, _id) => ({
      updateOne: { filter: { _id: _id as never }, update: { $inc: { n: 1 } }, upsert: true },
    }));
    expect((await collection.bulkWrite(writes)).upsertedCount).toBe(5_000);
    expect((await collection.bulkWrite(writes)).modifiedCount).toBe(5_000);
  });
});
