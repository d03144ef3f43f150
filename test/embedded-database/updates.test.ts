import { type Collection, type Document, Double, Int32, Long, ObjectId } from 'mongodb';
import { conformance, index, number, type Row } from './table.js';
import type { TestDatabase } from '../support/database.js';

/** What an update makes of one document, or the number of the error it gives. */
function changes(what: string, before: Document, update: Document, expected: Document | number): Row {
  return {
    what,
    documents: [{ _id: 1 as never, ...before }],
    run: async (collection) => {
      await collection.updateOne({ _id: 1 as never }, update);
      return collection.findOne();
    },
    ...(typeof expected === 'number' ? { code: expected } : { gives: { _id: 1, ...expected } }),
  };
}

conformance('$set', [
  changes('a new field', { a: 1 }, { $set: { b: 2 } }, { a: 1, b: 2 }),
  changes('a field that is there keeps its place', { a: 1, b: 1 }, { $set: { a: 'x' } }, { a: 'x', b: 1 }),
  changes('new fields come in the order of their names', {}, { $set: { c: 1, a: 2 } }, { a: 2, c: 1 }),
  changes('by a path', { a: { b: 1 } }, { $set: { 'a.c': 2 } }, { a: { b: 1, c: 2 } }),
  changes('makes the documents on the way', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }),
  changes('a whole document', { a: { b: 1 } }, { $set: { a: { c: 1 } } }, { a: { c: 1 } }),
  changes('another type of number', { a: 1 }, { $set: { a: Long.fromNumber(1) } }, { a: Long.fromNumber(1) }),
  changes('nothing', { a: 1 }, { $set: {} }, { a: 1 }),
  changes('below a value', { a: 1 }, { $set: { 'a.b': 2 } }, 28),
  changes('below null', { a: null }, { $set: { 'a.b': 2 } }, 28),
  changes('an empty name', {}, { $set: { 'a.': 1 } }, 56),
  changes('a field and a part of it', {}, { $set: { a: {}, 'a.b': 1 } }, 40),
  changes('a field twice', {}, { $set: { a: 1 }, $inc: { a: 1 } }, 40),
  changes('not of a document', {}, { $set: 5 }, 9),
]);

conformance('$inc', [
  changes('a whole number', { a: 1 }, { $inc: { a: 2 } }, { a: 3 }),
  changes('by less than nothing', { a: 1 }, { $inc: { a: -2 } }, { a: -1 }),
  changes('a field that is not there', {}, { $inc: { a: 2 } }, { a: 2 }),
  changes('by a path', { a: { b: 1 } }, { $inc: { 'a.b': 1 } }, { a: { b: 2 } }),
  changes('text', { a: 'x' }, { $inc: { a: 1 } }, 14),
  changes('null', { a: null }, { $inc: { a: 1 } }, 14),
  changes('by text', { a: 1 }, { $inc: { a: 'x' } }, 14),
]);

conformance('updates that insert', [
  {
    what: 'what the filter says, then the update',
    run: async (c) => {
      await c.updateOne(
        { _id: 5 as never, b: 1, f: { $lt: 1 }, g: { $eq: 3 }, h: { $in: [1, 2] } },
        { $set: { a: 1 }, $setOnInsert: { z: 2 } },
        { upsert: true },
      );
      return c.findOne();
    },
    gives: { _id: 5, b: 1, g: 3, a: 1, z: 2 },
  },
  {
    what: '$setOnInsert leaves what is there',
    documents: [{ _id: 1 as never, a: 1 }],
    run: async (c) => {
      await c.updateOne({ _id: 1 as never }, { $set: { b: 2 }, $setOnInsert: { a: 9 } }, { upsert: true });
      return c.findOne();
    },
    gives: { _id: 1, a: 1, b: 2 },
  },
  {
    what: 'an _id of their own',
    run: async (c) =>
      (await c.updateOne({ a: 1 }, { $inc: { b: 1 } }, { upsert: true })).upsertedId instanceof ObjectId,
    gives: true,
  },
  {
    what: 'nothing without upsert',
    run: async (c) => {
      await c.updateOne({ a: 1 }, { $set: { b: 1 } });
      return number(c);
    },
    gives: 0,
  },
]);

const THREE = [1, 2, 3].map((_id) => ({ _id: _id as never, a: _id }));

conformance('commands that write', [
  {
    what: 'insertOne',
    run: async (c) => {
      await c.insertOne({ _id: 1 as never, a: 1 });
      return c.findOne();
    },
    gives: { _id: 1, a: 1 },
  },
  {
    what: '_id comes first',
    run: async (c) => {
      await c.insertOne({ a: 1, _id: 1 as never });
      return c.findOne();
    },
    gives: { _id: 1, a: 1 },
  },
  {
    what: 'insertMany',
    run: async (c) => (await c.insertMany(THREE.map((d) => ({ ...d })))).insertedCount,
    gives: 3,
  },
  { what: 'the same _id twice', documents: THREE, run: (c) => c.insertOne({ _id: 1 as never }), code: 11000 },
  {
    what: 'the same _id as another type of number',
    documents: THREE,
    run: (c) => c.insertOne({ _id: new Double(1) as never }),
    code: 11000,
  },
  {
    what: 'in order: the first error ends them',
    documents: THREE,
    run: async (c) => {
      await c
        .insertMany([{ _id: 4 as never }, { _id: 1 as never }, { _id: 5 as never }])
        .catch(() => undefined);
      return number(c);
    },
    gives: 4,
  },
  {
    what: 'updateOne, counts',
    documents: THREE,
    run: (c) => c.updateOne({ a: { $in: [2, 3] } }, { $set: { b: 1 } }),
    gives: { acknowledged: true, modifiedCount: 1, upsertedId: null, upsertedCount: 0, matchedCount: 1 },
  },
  {
    what: 'updateOne that changes nothing',
    documents: THREE,
    run: async (c) => (await c.updateOne({ a: 1 }, { $set: { a: 1 } })).modifiedCount,
    gives: 0,
  },
  {
    what: 'updateMany',
    documents: THREE,
    run: async (c) => (await c.updateMany({ a: { $in: [2, 3] } }, { $inc: { a: 10 } })).modifiedCount,
    gives: 2,
  },
  {
    what: 'updateMany without overtaking itself',
    documents: THREE,
    run: async (c) => {
      await index(c, { a: 1 });
      await c.updateMany({ a: { $lt: 9 } }, { $inc: { a: 2 } });
      return (await c.find().sort({ _id: 1 }).toArray()).map(({ a }) => a as unknown);
    },
    gives: [3, 4, 5],
  },
  {
    what: 'deleteOne',
    documents: THREE,
    run: async (c) => (await c.deleteOne({ a: { $in: [2, 3] } })).deletedCount,
    gives: 1,
  },
  {
    what: 'deleteMany',
    documents: THREE,
    run: async (c) => (await c.deleteMany({ a: { $in: [2, 3] } })).deletedCount,
    gives: 2,
  },
  {
    what: 'deleteMany of all',
    documents: THREE,
    run: async (c) => {
      await c.deleteMany({});
      return number(c);
    },
    gives: 0,
  },
  {
    what: 'bulkWrite',
    documents: THREE,
    run: async ({ collectionName }, { db }) => {
      const { insertedCount, modifiedCount, deletedCount, upsertedCount } = await db
        .collection(collectionName)
        .bulkWrite([
          { insertOne: { document: { _id: 9 as never } } },
          { updateOne: { filter: { a: 1 }, update: { $set: { b: 1 } } } },
          { updateMany: { filter: { a: { $in: [2, 3] } }, update: { $set: { b: 1 } } } },
          { updateOne: { filter: { _id: 10 as never }, update: { $set: { b: 1 } }, upsert: true } },
          { deleteOne: { filter: { a: 3 } } },
        ]);
      return { insertedCount, modifiedCount, deletedCount, upsertedCount };
    },
    gives: { insertedCount: 1, modifiedCount: 3, deletedCount: 1, upsertedCount: 1 },
  },
  {
    what: 'findOneAndUpdate, before',
    documents: THREE,
    run: (c) => c.findOneAndUpdate({ a: 2 }, { $inc: { a: 10 } }),
    gives: { _id: 2, a: 2 },
  },
  {
    what: 'findOneAndUpdate, after',
    documents: THREE,
    run: (c) => c.findOneAndUpdate({ a: 2 }, { $inc: { a: 10 } }, { returnDocument: 'after' }),
    gives: { _id: 2, a: 12 },
  },
  {
    what: 'findOneAndUpdate by sort',
    documents: THREE,
    run: (c) => c.findOneAndUpdate({}, { $set: { b: 1 } }, { sort: { a: -1 } }),
    gives: { _id: 3, a: 3 },
  },
  {
    what: 'findOneAndUpdate that finds none',
    documents: THREE,
    run: (c) => c.findOneAndUpdate({ a: 9 }, { $set: { b: 1 } }),
    gives: null,
  },
  {
    what: 'findOneAndUpdate that inserts, before',
    run: (c) => c.findOneAndUpdate({ _id: 9 as never }, { $inc: { n: 1 } }, { upsert: true }),
    gives: null,
  },
  {
    what: 'findOneAndUpdate that inserts, after',
    run: (c) =>
      c.findOneAndUpdate({ _id: 9 as never }, { $inc: { n: 1 } }, { upsert: true, returnDocument: 'after' }),
    gives: { _id: 9, n: 1 },
  },
  {
    what: 'findOneAndUpdate, what it says of itself',
    run: async (c) =>
      (
        await c.findOneAndUpdate(
          { _id: 9 as never },
          { $inc: { n: 1 } },
          { upsert: true, includeResultMetadata: true },
        )
      ).lastErrorObject,
    gives: { n: 1, updatedExisting: false, upserted: 9 },
  },
  {
    what: 'a delete of neither one nor all',
    run: (c, { db }) =>
      db.command({ delete: c.collectionName, deletes: [{ q: {}, limit: 2 }] }).then(({ writeErrors }) => {
        throw Object.assign(new Error(), (writeErrors as Document[])[0]);
      }),
    code: 9,
  },
]);

/** How many indexes a collection has. */
const indexes = async ({ collectionName }: Collection, { db }: TestDatabase): Promise<unknown> =>
  (await db.command({ createIndexes: collectionName, indexes: [{ key: { _id: 1 }, name: '_id_' }] }))[
    'numIndexesAfter'
  ] as unknown;

conformance('indexes', [
  {
    what: 'made twice are one',
    run: async (c, database) => {
      await index(c, { a: 1 });
      await index(c, { a: 1 });
      return indexes(c, database);
    },
    gives: 2,
  },
  {
    what: 'unique',
    documents: [{ a: 1 }],
    run: async (c) => {
      await index(c, { a: 1 }, { unique: true });
      await c.insertOne({ a: 1 });
    },
    code: 11000,
  },
  {
    what: 'unique, where duplicates are there',
    documents: [{ a: 1 }, { a: 1 }],
    run: (c) => index(c, { a: 1 }, { unique: true }),
    code: 11000,
  },
  {
    what: 'unique: a missing field is null',
    documents: [{ b: 1 }],
    run: async (c) => {
      await index(c, { a: 1 }, { unique: true });
      await c.insertOne({ a: null });
    },
    code: 11000,
  },
  {
    what: 'unique and compound',
    documents: [{ a: 1, b: 1 }],
    run: async (c) => {
      await index(c, { a: 1, b: 1 }, { unique: true });
      await c.insertOne({ a: 1, b: 2 });
      await c.insertOne({ a: 1, b: 1 });
    },
    code: 11000,
  },
  {
    what: 'unique, by an update',
    documents: [{ a: 1 }, { a: 2 }],
    run: async (c) => {
      await index(c, { a: 1 }, { unique: true });
      await c.updateOne({ a: 2 }, { $set: { a: 1 } });
    },
    code: 11000,
  },
  {
    what: 'a value freed by a delete',
    documents: [{ a: 1 }],
    run: async (c) => {
      await index(c, { a: 1 }, { unique: true });
      await c.deleteOne({ a: 1 });
      await c.insertOne({ a: 1 });
      return number(c);
    },
    gives: 1,
  },
  {
    what: 'what the error says',
    documents: [{ a: 1 }],
    run: async (c) => {
      await index(c, { a: 1 }, { unique: true });
      return c.insertOne({ a: 1 }).catch((error: unknown) => {
        const { keyPattern, keyValue } = error as Document;
        return { keyPattern: keyPattern as unknown, keyValue: keyValue as unknown };
      });
    },
    gives: { keyPattern: { a: 1 }, keyValue: { a: 1 } },
  },
  {
    what: 'of one name and other fields',
    run: async (c) => {
      await index(c, { a: 1 }, { name: 'x' });
      await index(c, { b: 1 }, { name: 'x' });
    },
    code: 86,
  },
  {
    what: 'of the same fields and other names',
    run: async (c) => {
      await index(c, { a: 1 }, { name: 'x' });
      await index(c, { a: 1 }, { name: 'y' });
    },
    code: 85,
  },
  {
    what: 'of one name and other options',
    run: async (c) => {
      await index(c, { a: 1 });
      await index(c, { a: 1 }, { unique: true });
    },
    code: 86,
  },
  {
    what: 'several, all or none',
    documents: [{ b: 1 }, { b: 1 }],
    run: async (c, database) => {
      await c.createIndexes([{ key: { a: 1 } }, { key: { b: 1 }, unique: true }]).catch(() => undefined);
      return indexes(c, database);
    },
    gives: 1,
  },
]);

conformance('commands', [
  { what: 'ping', run: (_c, { db }) => db.command({ ping: 1 }).then(({ ok }) => ok as unknown), gives: 1 },
  {
    what: 'more than a hundred thousand writes',
    run: (c, { db }) =>
      db.command({
        delete: c.collectionName,
        deletes: Array.from({ length: 100_001 }, () => ({ q: {}, limit: 0 })),
      }),
    code: 16,
  },
  {
    what: 'numbers come back as they went',
    run: async (c) => {
      await c.insertOne({ _id: 1 as never, a: new Int32(1), b: new Double(1), c: Long.fromNumber(1) });
      return c.findOne();
    },
    gives: { _id: 1, a: 1, b: new Double(1), c: Long.fromNumber(1) },
  },
]);
