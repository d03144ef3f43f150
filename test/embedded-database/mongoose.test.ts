import mongoose, { type Connection, Schema } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kinds, openTestDatabase, type TestDatabase } from '../support/database.js';

/** What the rooms do with mongoose. */
describe.each(kinds)('mongoose on %s', (kind) => {
  let database: TestDatabase;
  let connection: Connection;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
    connection = mongoose.createConnection(database.uri, {
      dbName: database.db.databaseName,
      autoCreate: false,
      autoIndex: false,
    });
    await connection.asPromise();
  });
  afterAll(async () => {
    await connection.close();
    await database.close();
  });

  const schema = new Schema(
    { name: String, tags: [String], parts: [{ n: Number }], at: Date },
    { timestamps: true, optimisticConcurrency: true },
  ).index({ name: 1 }, { unique: true });

  it('models, lists, versions, unique fields, upserts, cursors and transactions', async () => {
    const Model = connection.model('thing', schema);
    await Model.createIndexes();
    await Model.create({ name: 'a', tags: ['x'], parts: [{ n: 1 }] });

    const one = await Model.findOne({ name: 'a' }).orFail();
    const same = await Model.findOne({ name: 'a' }).orFail();
    one.tags.push('y');
    one.parts.push({ n: 2 });
    await one.save();
    expect((await Model.findOne({ name: 'a' }).orFail()).tags).toEqual(['x', 'y']);
    same.tags.push('z');
    await expect(same.save()).rejects.toThrow('version');

    await expect(Model.create({ name: 'a' })).rejects.toMatchObject({ code: 11000 });
    const made = await Model.findOneAndUpdate(
      { name: 'b' },
      { tags: ['k'] },
      { upsert: true, returnDocument: 'after' },
    );
    expect(made.tags).toEqual(['k']);
    expect(
      await Model.find({ tags: { $in: ['x', 'k'] } }, { name: 1, _id: 0 })
        .sort({ name: -1 })
        .lean(),
    ).toEqual([{ name: 'b' }, { name: 'a' }]);
    expect(await Model.exists({ 'parts.n': 2 })).not.toBeNull();

    await connection.transaction(async (session) => {
      await Model.create([{ name: 'c' }], { session });
      await Model.updateOne({ name: 'b' }, { $addToSet: { tags: 'l' } }, { session });
    });
    await expect(
      connection.transaction(async (session) => {
        await Model.create([{ name: 'd' }], { session });
        throw new Error('never mind');
      }),
    ).rejects.toThrow('never mind');
    const names: unknown[] = [];
    for await (const { name } of Model.find().sort({ name: 1 }).cursor({ batchSize: 1 })) names.push(name);
    expect(names).toEqual(['a', 'b', 'c']);
    expect(await Model.countDocuments({ tags: 'l' })).toBe(1);
  });
});
