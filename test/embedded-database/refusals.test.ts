import {
  Binary,
  BSONRegExp,
  Code,
  Decimal128,
  type Document,
  Double,
  Long,
  MaxKey,
  MinKey,
  Timestamp,
} from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkUri, openTestDatabase, testName, type TestDatabase } from '../support/database.js';

/** What the embedded database does not know it names, with MongoDB's number for what is not implemented. */
describe('what is refused by name', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
    await database.db
      .collection('c')
      .insertMany([{ _id: 1 as never, a: 1, list: [1, 2], inner: { b: 1 } }, { _id: 2 as never }]);
  });
  afterAll(() => database.close());

  async function refused(command: Document, name: string): Promise<void> {
    const error = await database.db.command(command).then(
      ({ writeErrors: [first] = [] }: { writeErrors?: Document[] }) =>
        Object.assign(new Error((first?.['errmsg'] as string | undefined) ?? 'nothing was refused'), first),
      (reason: unknown) => reason as Error,
    );
    expect(error.message).toContain(name);
    expect(error).toMatchObject({ code: 238 });
  }

  it.each([
    'aggregate',
    'count',
    'listIndexes',
    'listCollections',
    'dropDatabase',
    'isMaster',
    'listDatabases',
    'serverStatus',
    'drop',
    'create',
    'dropIndexes',
    'collMod',
    'renameCollection',
    'distinct',
    'mapReduce',
    'explain',
    'validate',
    'compact',
    'getParameter',
    'setParameter',
    'shutdown',
    'eval',
    'getLog',
    'collStats',
    'dbStats',
    'createUser',
    'saslStart',
    'replSetGetStatus',
    'fsync',
    'killSessions',
    'refreshSessions',
    'currentOp',
    'toString',
    '__proto__',
    'constructor',
  ])('the command %s', (name) => refused(Object.fromEntries([[name, 'c']]), name));

  const find = (filter: Document): Document => ({ find: 'c', filter });
  it.each<[string, Document]>([
    ['$and', { $and: [{ a: 1 }] }],
    ['$or', { $or: [{ a: 1 }] }],
    ['$nor', { $nor: [{ a: 1 }] }],
    ['$where', { $where: 'true' }],
    ['$expr', { $expr: { $eq: ['$a', 1] } }],
    ['$text', { $text: { $search: 'x' } }],
    ['$jsonSchema', { $jsonSchema: {} }],
    ['$comment', { $comment: 'x' }],
    ['$function', { $function: {} }],
    ['$gt', { a: { $gt: 1 } }],
    ['$gte', { a: { $gte: 1 } }],
    ['$ne', { a: { $ne: 1 } }],
    ['$nin', { a: { $nin: [1] } }],
    ['$exists', { a: { $exists: true } }],
    ['$elemMatch', { list: { $elemMatch: { $lt: 1 } } }],
    ['$regex', { a: { $regex: '^x' } }],
    ['$all', { a: { $all: [1] } }],
    ['$size', { a: { $size: 1 } }],
    ['$type', { a: { $type: 'string' } }],
    ['$mod', { a: { $mod: [2, 0] } }],
    ['$bitsAllSet', { a: { $bitsAllSet: 1 } }],
    ['$near', { a: { $near: [1, 1] } }],
    ['$geoWithin', { a: { $geoWithin: {} } }],
    ['toString', { a: { $toString: 1 } }],
    ['$gt', { a: { $not: { $gt: 1 } } }],
    ['path a.b', { 'a.b': 1 }],
    ['a document', { a: { b: 1 } }],
    ['a document', { a: { $in: [{ $lt: 1 }] } }],
    ['a list', { a: [1] }],
    ['a list', { a: { $lt: [1] } }],
    ['BSONRegExp', { a: /^x/ }],
    ['BSONRegExp', { a: { $in: [/^x/] } }],
    ['BSONRegExp', { a: { $eq: new BSONRegExp('^x') } }],
    ['BSONRegExp', { a: { $lte: new BSONRegExp('^x') } }],
    ['Binary', { a: new Binary(Buffer.of(1)) }],
    ['Timestamp', { a: { $lt: new Timestamp({ t: 1, i: 1 }) } }],
    ['MinKey', { a: new MinKey() }],
    ['MaxKey', { a: new MaxKey() }],
    ['Decimal128', { a: Decimal128.fromString('1') }],
    ['Code', { a: new Code('1') }],
  ])('the query operator %s in %j', (name, filter) => refused(find(filter), name));

  it.each<[string, Document]>([
    ['collation', { collation: { locale: 'sv' } }],
    ['maxTimeMS', { maxTimeMS: 5 }],
    ['let', { let: { a: 1 } }],
    ['tailable', { tailable: true }],
    ['allowDiskUse', { allowDiskUse: true }],
    ['hint', { hint: 'a_1' }],
    ['hint', { hint: { a: 1 } }],
    ['hint', { hint: { $natural: -1 } }],
    ['min', { min: { a: 1 } }],
    ['max', { max: { a: 1 } }],
    ['returnKey', { returnKey: true }],
    ['showRecordId', { showRecordId: true }],
    ['noCursorTimeout', { noCursorTimeout: true }],
    ['comment', { comment: 'x' }],
    ['projection', { projection: { a: 0 } }],
    ['projection', { projection: { _id: 0 } }],
    ['projection', { projection: { a: true } }],
    ['projection', { projection: { 'a.b': 1 } }],
    ['projection', { projection: { list: { $slice: 1 } } }],
    ['projection', { projection: { list: { $elemMatch: { a: 1 } } } }],
    ['projection', { projection: { 'list.$': 1 } }],
    ['projection', { projection: { a: '$b' } }],
    ['A sort by a', { sort: { a: { $meta: 'textScore' } } }],
    ['A sort by a', { sort: { a: 2 } }],
    ['A sort by a.b', { sort: { 'a.b': 1 } }],
    ['A sort by $natural', { sort: { $natural: 1 } }],
    ['a list', { sort: { list: 1 } }],
    ['a document', { sort: { inner: 1 } }],
  ])('the option %s of find in %j', (name, options) => refused({ find: 'c', ...options }, name));

  const update = (u: unknown, more: Document = {}): Document => ({
    update: 'c',
    updates: [{ q: {}, u, ...more }],
  });
  it.each<[string, unknown, Document?]>([
    ['$unset', { $unset: { a: 1 } }],
    ['$min', { $min: { a: 1 } }],
    ['$max', { $max: { a: 1 } }],
    ['$push', { $push: { list: 1 } }],
    ['$addToSet', { $addToSet: { list: 1 } }],
    ['$pull', { $pull: { list: 1 } }],
    ['$pullAll', { $pullAll: { list: [1] } }],
    ['$pop', { $pop: { list: 1 } }],
    ['$mul', { $mul: { a: 2 } }],
    ['$rename', { $rename: { a: 'b' } }],
    ['$bit', { $bit: { a: { and: 1 } } }],
    ['$currentDate', { $currentDate: { a: true } }],
    ['$toString', { $toString: { a: 1 } }],
    ['pipeline', [{ $set: { a: 1 } }]],
    ['Replacing', { a: 1 }],
    ['Replacing', {}],
    ['_id', { $set: { _id: 2 } }],
    ['_id.a', { $set: { '_id.a': 2 } }],
    ['list.$', { $set: { 'list.$': 1 } }],
    ['list.$[]', { $inc: { 'list.$[]': 1 } }],
    ['the list list', { $set: { 'list.0': 1 } }],
    ['32 bits', { $inc: { a: new Double(1.5) } }],
    ['32 bits', { $inc: { a: Long.ONE } }],
    ['32 bits', { $inc: { a: 2147483647 } }],
    ['arrayFilters', { $set: { a: 1 } }, { arrayFilters: [] }],
    ['collation', { $set: { a: 1 } }, { collation: { locale: 'sv' } }],
    ['hint', { $set: { a: 1 } }, { hint: 'x' }],
    ['sort', { $set: { a: 1 } }, { sort: { a: 1 } }],
  ])('%s in the update %j', (name, u, more) => refused(update(u, more), name));

  it.each<[string, Document]>([
    ['expireAfterSeconds', { key: { x: 1 }, expireAfterSeconds: 5 }],
    ['sparse', { key: { x: 1 }, sparse: true }],
    ['collation', { key: { x: 1 }, collation: { locale: 'sv' } }],
    ['hidden', { key: { x: 1 }, hidden: true }],
    ['weights', { key: { x: 1 }, weights: {} }],
    ['text', { key: { x: 'text' } }],
    ['2dsphere', { key: { x: '2dsphere' } }],
    ['hashed', { key: { x: 'hashed' } }],
    ['$**', { key: { '$**': 1 } }],
    ['x.$**', { key: { 'x.$**': 1 } }],
    ['x.y', { key: { 'x.y': 1 } }],
    ['x', { key: { x: 2 } }],
    ['partialFilterExpression', { key: { x: 1 }, partialFilterExpression: { a: 1 } }],
    ['background', { key: { x: 1 }, background: true }],
    ['a list', { key: { list: 1 } }],
    ['a document', { key: { inner: 1 } }],
  ])('the index kind %s', (name, index) =>
    refused({ createIndexes: 'c', indexes: [{ name: 'i', ...index }] }, name),
  );

  it.each<[string, Document]>([
    ['bypassDocumentValidation', { insert: 'c', documents: [{}], bypassDocumentValidation: true }],
    ['ordered: false', { insert: 'c', documents: [{}], ordered: false }],
    ['ordered: false', { update: 'c', updates: [{ q: {}, u: { $set: { a: 1 } } }], ordered: false }],
    ['a list', { insert: 'c', documents: [{ _id: [1] }] }],
    ['a document', { insert: 'c', documents: [{ _id: { a: 1 } }] }],
    ['Binary', { insert: 'c', documents: [{ _id: new Binary(Buffer.of(1)) }] }],
    ['let', { update: 'c', updates: [{ q: {}, u: { $set: { a: 1 } } }], let: {} }],
    ['collation', { delete: 'c', deletes: [{ q: {}, limit: 0, collation: {} }] }],
    ['remove', { findAndModify: 'c', query: {}, remove: true }],
    ['fields', { findAndModify: 'c', query: {}, update: { $set: { a: 1 } }, fields: { a: 1 } }],
    ['arrayFilters', { findAndModify: 'c', query: {}, update: { $set: { a: 1 } }, arrayFilters: [] }],
    ['pipeline', { findAndModify: 'c', query: {}, update: [{ $set: { a: 1 } }] }],
    ['Replacing', { findAndModify: 'c', query: {}, update: { a: 1 } }],
    ['Replacing', { findAndModify: 'c', query: {} }],
    ['maxTimeMS', { getMore: Long.fromNumber(1), collection: 'c', maxTimeMS: 5 }],
  ])('%s in %j', (name, command) => refused(command, name));

  it('nothing of it changed anything', async () => {
    expect(await database.db.collection('c').find().toArray()).toEqual([
      { _id: 1, a: 1, list: [1, 2], inner: { b: 1 } },
      { _id: 2 },
    ]);
    expect(
      await database.db.command({ createIndexes: 'c', indexes: [{ key: { _id: 1 }, name: '_id_' }] }),
    ).toMatchObject({ numIndexesBefore: 1 });
  });

  it.each<[string, Document]>([
    ['the name of a collection', { find: '$cmd' }],
    ['the name of a collection', { find: 'a\0b' }],
    ['the name of a collection', { insert: '', documents: [{}] }],
    ['the name of a collection', { delete: 1, deletes: [{ q: {}, limit: 1 }] }],
  ])('%s in %j is a bad value', async (name, command) => {
    const error = await database.db.command(command).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 2 });
    expect((error as Error).message).toContain(name);
  });
});

describe('databases that are not of the tests', () => {
  it('are refused by their name, in an address too', () => {
    expect(() => testName('bokslut')).toThrow('bokslut-test-');
    expect(() => checkUri('mongodb://u:p@one:1,two:2/bokslut?replicaSet=x')).toThrow('not bokslut');
    expect(() => checkUri('mongodb+srv://host/admin')).toThrow('not admin');
    for (const uri of ['mongodb://host', 'mongodb://host/?tls=true', 'mongodb://host/bokslut-test-1'])
      checkUri(uri);
  });
});
