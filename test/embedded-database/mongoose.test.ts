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

  const schema = new Schema({ name: String, statuses: [{ from: String }], version: Number, at: Date })
    .index({ name: 1 }, { unique: true })
    .index({ version: 1, _id: -1 });

  it('models, lists, versions, unique fields, upserts, cursors and transactions', async () => {
    const Model = connection.model('thing', schema);
    await Model.createIndexes();
    await Model.create([{ name: 'a', statuses: [{ from: 'x' }], version: 1 }]);

    const change = { $set: { statuses: [{ from: 'y' }], at: new Date(0) }, $inc: { version: 1 } };
    const changed = await Model.findOneAndUpdate({ name: 'a', version: 1 }, change, {
      returnDocument: 'after',
    });
    expect(changed).toMatchObject({ version: 2, statuses: [{ from: 'y' }] });
    expect(await Model.findOneAndUpdate({ name: 'a', version: 1 }, change)).toBeNull();
    await expect(Model.create([{ name: 'a' }])).rejects.toMatchObject({ code: 11000 });

    const upsert = { upsert: true, returnDocument: 'after' } as const;
    const made = await Model.findOneAndUpdate({ name: 'b' }, { $setOnInsert: { version: 7 } }, upsert);
    expect(made).toMatchObject({ name: 'b', version: 7 });
    await Model.updateOne({ name: 'b' }, { $set: { version: 8 } }, { upsert: true });
    expect(
      await Model.find({ name: { $in: ['b', 'a'] } })
        .select({ name: 1 })
        .sort({ name: -1 })
        .lean(),
    ).toEqual([
      { _id: made._id, name: 'b' },
      { _id: changed!._id, name: 'a' },
    ]);
    expect(await Model.exists({ name: 'x' })).toBeNull();
    expect(await Model.findById(made._id)).toMatchObject({ version: 8 });

    await connection.transaction(async (session) => {
      await Model.create([{ name: 'c' }], { session });
      await Model.bulkWrite([{ updateOne: { filter: { name: 'b' }, update: { $inc: { version: 1 } } } }], {
        session,
      });
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
    await Model.updateMany({ at: null }, { $set: { at: new Date(1) } });
    expect((await Model.deleteMany({ at: mongoose.trusted({ $lt: new Date(1) }) })).deletedCount).toBe(1);
    expect((await Model.deleteOne({ name: 'b', version: 9 })).deletedCount).toBe(1);
    expect(await Model.find()).toHaveLength(1);
  });
});
