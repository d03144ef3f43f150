import { BSONRegExp, Code, type Document, Long } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkUri, openTestDatabase, testName, type TestDatabase } from '../support/database.js';

/** What the embedded database does not know it names, with MongoDB's number for what is not implemented. */
describe('what is refused by name', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
    await database.db.collection('c').insertOne({ a: 1, list: [1, 2] });
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
    ['$where', { $where: 'true' }],
    ['$expr', { $expr: { $eq: ['$a', 1] } }],
    ['$nor', { $nor: [{ a: 1 }] }],
    ['$text', { $text: { $search: 'x' } }],
    ['$jsonSchema', { $jsonSchema: {} }],
    ['$comment', { $comment: 'x' }],
    ['$function', { $function: {} }],
    ['$ne', { a: { $ne: 1 } }],
    ['$nin', { a: { $nin: [1] } }],
    ['$all', { a: { $all: [1] } }],
    ['$size', { a: { $size: 1 } }],
    ['$type', { a: { $type: 'string' } }],
    ['$mod', { a: { $mod: [2, 0] } }],
    ['$bitsAllSet', { a: { $bitsAllSet: 1 } }],
    ['$near', { a: { $near: [1, 1] } }],
    ['$geoWithin', { a: { $geoWithin: {} } }],
    ['$options', { a: { $regex: '^x', $options: 'i' } }],
    ['$where', { $or: [{ $where: new Code('1') }] }],
    ['$where', { a: { $elemMatch: { $where: '1' } } }],
    ['$ne', { a: { $not: { $ne: 1 } } }],
    ['regular expression', { a: /x/ }],
    ['regular expression', { a: /^x/i }],
    ['regular expression', { a: /^x.*/ }],
    ['regular expression', { a: /^(a+)+$/ }],
    ['regular expression', { a: /^a|b/ }],
    ['regular expression', { a: /^a\d/ }],
    ['regular expression', { a: { $regex: 'x' } }],
    ['regular expression', { a: { $in: [/x/] } }],
    ['regular expression', { a: { $eq: new BSONRegExp('^x') } }],
    ['list', { a: { $gt: [1] } }],
    ['document', { a: { $lt: { b: 1 } } }],
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
    ['projection', { projection: { list: { $slice: 1 } } }],
    ['projection', { projection: { list: { $elemMatch: { a: 1 } } } }],
    ['list.$', { projection: { 'list.$': 1 } }],
    ['projection', { projection: { a: '$b' } }],
    ['Sorting', { sort: { a: { $meta: 'textScore' } } }],
    ['Sorting', { sort: { $natural: 1 } }],
  ])('the option %s of find in %j', (name, options) => refused({ find: 'c', ...options }, name));

  const update = (u: unknown, more: Document = {}): Document => ({
    update: 'c',
    updates: [{ q: {}, u, ...more }],
  });
  it.each<[string, unknown, Document?]>([
    ['$mul', { $mul: { a: 2 } }],
    ['$rename', { $rename: { a: 'b' } }],
    ['$bit', { $bit: { a: { and: 1 } } }],
    ['$currentDate', { $currentDate: { a: true } }],
    ['$pop', { $pop: { list: 1 } }],
    ['$pullAll', { $pullAll: { list: [1] } }],
    ['$position', { $push: { list: { $each: [1], $position: 0 } } }],
    ['$slice', { $push: { list: { $each: [1], $slice: 1 } } }],
    ['$sort', { $push: { list: { $each: [1], $sort: 1 } } }],
    ['$toString', { $toString: { a: 1 } }],
    ['pipeline', [{ $set: { a: 1 } }]],
    ['Replacing', { a: 1 }],
    ['Replacing', {}],
    ['list.$', { $set: { 'list.$': 1 } }],
    ['list.$[]', { $inc: { 'list.$[]': 1 } }],
    ['end of a list', { $set: { 'list.9': 1 } }],
    ['regular expression', { $pull: { list: /^x/ } }],
    ['arrayFilters', { $set: { a: 1 } }, { arrayFilters: [] }],
    ['collation', { $set: { a: 1 } }, { collation: { locale: 'sv' } }],
    ['hint', { $set: { a: 1 } }, { hint: 'x' }],
    ['sort', { $set: { a: 1 } }, { sort: { a: 1 } }],
  ])('%s in the update %j', (name, u, more) => refused(update(u, more), name));

  it.each([
    '$lookup',
    '$facet',
    '$unwind',
    '$addFields',
    '$set',
    '$unset',
    '$replaceRoot',
    '$out',
    '$merge',
    '$bucket',
    '$sample',
    '$unionWith',
    '$graphLookup',
    '$geoNear',
    '$redact',
    '$setWindowFields',
    '$changeStream',
    '$collStats',
    '$documents',
    '$sortByCount',
    '$search',
    'toString',
  ])('the stage %s', (name) => refused({ aggregate: 'c', pipeline: [{ [name]: {} }], cursor: {} }, name));

  it.each<[string, Document]>([
    ['$avg', { _id: null, x: { $avg: '$a' } }],
    ['$first', { _id: null, x: { $first: '$a' } }],
    ['$push', { _id: null, x: { $push: '$a' } }],
    ['$addToSet', { _id: null, x: { $addToSet: '$a' } }],
    ['$accumulator', { _id: null, x: { $accumulator: {} } }],
    ['$function', { _id: null, x: { $sum: { $function: {} } } }],
    ['$multiply', { _id: null, x: { $sum: { $multiply: [1, 2] } } }],
    ['$$ROOT', { _id: null, x: { $max: '$$ROOT' } }],
    ['$dateTrunc', { _id: { $dateTrunc: {} } }],
    ['list', { _id: ['$a'] }],
    ['toString', { _id: null, x: { toString: 1 } }],
    ['through a list', { _id: '$list.b' }],
  ])('%s in the group %j', (name, group) =>
    refused({ aggregate: 'c', pipeline: [{ $group: group }], cursor: {} }, name),
  );

  it.each<[string, Document]>([
    ['collation', { collation: { locale: 'sv' } }],
    ['allowDiskUse', { allowDiskUse: true }],
    ['explain', { explain: true }],
    ['let', { let: {} }],
    ['maxTimeMS', { maxTimeMS: 5 }],
  ])('the option %s of aggregate', (name, options) =>
    refused({ aggregate: 'c', pipeline: [], cursor: {}, ...options }, name),
  );

  it.each<[string, Document]>([
    ['expireAfterSeconds', { key: { x: 1 }, expireAfterSeconds: 5 }],
    ['sparse', { key: { x: 1 }, sparse: true }],
    ['collation', { key: { x: 1 }, collation: { locale: 'sv' } }],
    ['hidden', { key: { x: 1 }, hidden: true }],
    ['weights', { key: { x: 1 }, weights: {} }],
    ['text', { key: { x: 'text' } }],
    ['2dsphere', { key: { x: '2dsphere' } }],
    ['hashed', { key: { x: 'hashed' } }],
    ['all fields', { key: { '$**': 1 } }],
    ['x.$**', { key: { 'x.$**': 1 } }],
    ['x.0', { key: { 'x.0': 1 } }],
    ['x', { key: { x: 2 } }],
    ['partial', { key: { x: 1 }, partialFilterExpression: { a: { $gt: 1 } } }],
    ['partial', { key: { x: 1 }, partialFilterExpression: { $or: [{ a: 1 }] } }],
    ['partial', { key: { x: 1 }, partialFilterExpression: { a: null } }],
  ])('the index kind %s', (name, index) =>
    refused({ createIndexes: 'c', indexes: [{ name: 'i', ...index }] }, name),
  );

  it.each<[string, Document]>([
    ['bypassDocumentValidation', { insert: 'c', documents: [{}], bypassDocumentValidation: true }],
    ['let', { update: 'c', updates: [{ q: {}, u: { $set: { a: 1 } } }], let: {} }],
    ['collation', { delete: 'c', deletes: [{ q: {}, limit: 0, collation: {} }] }],
    ['collation', { findAndModify: 'c', query: {}, remove: true, collation: {} }],
    ['arrayFilters', { findAndModify: 'c', query: {}, update: { $set: { a: 1 } }, arrayFilters: [] }],
    ['pipeline', { findAndModify: 'c', query: {}, update: [{ $set: { a: 1 } }] }],
    ['Replacing', { findAndModify: 'c', query: {}, update: { a: 1 } }],
    ['limit', { count: 'c', limit: 1 }],
    ['hint', { count: 'c', hint: 'x' }],
    ['maxTimeMS', { getMore: Long.fromNumber(1), collection: 'c', maxTimeMS: 5 }],
    ['type', { listCollections: 1, filter: { type: 'view' } }],
  ])('%s in %j', (name, command) => refused(command, name));

  it('nothing of it changed anything', async () => {
    expect(
      await database.db
        .collection('c')
        .find({}, { projection: { _id: 0 } })
        .toArray(),
    ).toEqual([{ a: 1, list: [1, 2] }]);
    expect(await database.db.collection('c').listIndexes().toArray()).toHaveLength(1);
  });

  it.each<[string, Document]>([
    ['the name of a collection', { find: '$cmd' }],
    ['the name of a collection', { find: 'a\0b' }],
    ['the name of a collection', { insert: '', documents: [{}] }],
    ['the name of a collection', { aggregate: 1, pipeline: [], cursor: {} }],
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
