import {
  Binary,
  BSONRegExp,
  Decimal128,
  type Document,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'mongodb';
import { conformance, type Row } from './table.js';

const one = new ObjectId('000000000000000000000001');
const two = new ObjectId('000000000000000000000002');
const day = (date: number) => new Date(Date.UTC(2024, 0, date));

/** Documents are numbered from 0; the expected numbers come in the order of the documents. */
function finds(
  what: string,
  documents: readonly Document[],
  filter: Document,
  expected: readonly number[],
): Row {
  return {
    what,
    documents: documents.map((document, at) => ({ _id: new Int32(at), ...document })),
    run: async (collection) =>
      (await collection.find(filter).sort({ _id: 1 }).toArray()).map(({ _id }) => _id as unknown),
    gives: expected,
  };
}

const of = (...values: readonly unknown[]): Document[] => values.map((a) => (a === NONE ? {} : { a }));
const NONE = Symbol('no field');

/** One value of each type, in MongoDB's order of types. */
const EVERY_TYPE = of(
  new MinKey(),
  NONE,
  null,
  1,
  'text',
  { b: 1 },
  [1],
  new Binary(Buffer.of(1)),
  one,
  false,
  day(1),
  new Timestamp({ t: 1, i: 1 }),
  new BSONRegExp('^x'),
  new MaxKey(),
);
const NUMBERS = of(
  1,
  Long.fromNumber(1),
  new Double(1),
  2,
  1.5,
  new Double(NaN),
  new Double(-0),
  Long.fromString('9007199254740993'),
  new Double(9007199254740992),
);

conformance('equality', [
  finds('of numbers, whatever their type', NUMBERS, { a: 1 }, [0, 1, 2]),
  finds('of NaN with itself', NUMBERS, { a: NaN }, [5]),
  finds('of zero with minus zero', NUMBERS, { a: 0 }, [6]),
  finds('beyond the whole numbers of a double', NUMBERS, { a: Long.fromString('9007199254740993') }, [7]),
  finds('with $eq', NUMBERS, { a: { $eq: 2 } }, [3]),
  finds('of text, by letter', of('a', 'A', 'ab', ''), { a: 'a' }, [0]),
  finds('of empty text', of('a', '', null), { a: '' }, [1]),
  finds('of null: also where there is no field', EVERY_TYPE, { a: null }, [1, 2]),
  finds('of null in a list', of([null], [1], [], null), { a: null }, [0, 3]),
  finds('of a value in a list', of([1, 2], 1, [[1]], 2), { a: 1 }, [0, 1]),
  finds('of a whole list', of([1, 2], [2, 1], [[1, 2], 3], [1]), { a: [1, 2] }, [0, 2]),
  finds('of an empty list', of([], [[]], [1], null), { a: [] }, [0, 1]),
  finds(
    'of documents: order of fields counts',
    of({ b: 1, c: 2 }, { c: 2, b: 1 }, { b: 1 }),
    { a: { b: 1, c: 2 } },
    [0],
  ),
  finds(
    'of documents: type of numbers does not count',
    of({ b: 1 }, { b: Long.ONE }),
    { a: { b: new Double(1) } },
    [0, 1],
  ),
  finds('of an empty document', of({}, { b: 1 }, []), { a: {} }, [0]),
  finds('of identities', of(one, two, '000000000000000000000001'), { a: one }, [0]),
  finds('of booleans: 1 is not true', of(true, false, 1, 0), { a: true }, [0]),
  finds('of dates', of(day(1), day(2), day(1).getTime()), { a: day(1) }, [0]),
  finds(
    'of bytes, kind included',
    of(new Binary(Buffer.of(1)), new Binary(Buffer.of(1), 5), new Binary(Buffer.of(1, 2))),
    { a: new Binary(Buffer.of(1)) },
    [0],
  ),
  finds(
    'of timestamps',
    of(new Timestamp({ t: 1, i: 2 }), new Timestamp({ t: 1, i: 3 })),
    { a: new Timestamp({ t: 1, i: 2 }) },
    [0],
  ),
  finds('of several fields', [{ a: 1, b: 1 }, { a: 1, b: 2 }, { b: 1 }], { a: 1, b: 1 }, [0]),
  finds('with nothing asked', of(1, 2), {}, [0, 1]),
]);

conformance('paths', [
  finds('into a document', [{ a: { b: 1 } }, { a: { b: 2 } }, { a: 1 }, {}], { 'a.b': 1 }, [0]),
  finds('through a list', [{ a: [{ b: 1 }, { b: 2 }] }, { a: [{ b: 3 }] }, { a: [1] }], { 'a.b': 2 }, [0]),
  finds('through a list to a list', [{ a: [{ b: [1, 2] }] }, { a: [{ b: [3] }] }], { 'a.b': 2 }, [0]),
  finds('to a place', [{ a: [1, 2] }, { a: [2, 1] }, { a: { 0: 1 } }], { 'a.0': 1 }, [0, 2]),
  finds(
    'to a field in a place',
    [{ a: [{ b: 1 }, { b: 2 }] }, { a: [{ b: 2 }, { b: 1 }] }],
    { 'a.1.b': 1 },
    [1],
  ),
  finds('not through a list in a list', [{ a: [[{ b: 1 }]] }, { a: [{ b: 1 }] }], { 'a.b': 1 }, [1]),
  // As in jstests/core/null_query_semantics.js of MongoDB.
  finds(
    'to null',
    [
      {},
      { a: null },
      { a: 4 },
      { a: {} },
      { a: { b: null } },
      { a: { b: 'x' } },
      { a: [] },
      { a: [[]] },
      { a: [{ b: null }, {}] },
      { a: [{ b: 3 }, {}] },
      { a: [null, null] },
      { a: [{ b: 1 }] },
    ],
    { 'a.b': null },
    [0, 1, 2, 3, 4, 8, 9],
  ),
]);

conformance('order', [
  finds('$gt', NUMBERS, { a: { $gt: 1 } }, [3, 4, 7, 8]),
  finds('$gte', NUMBERS, { a: { $gte: 1.5 } }, [3, 4, 7, 8]),
  finds('$lt', NUMBERS, { a: { $lt: 1 } }, [6]),
  finds('$lte', NUMBERS, { a: { $lte: 1 } }, [0, 1, 2, 6]),
  finds('a whole number beyond a double', NUMBERS, { a: { $gt: new Double(9007199254740992) } }, [7]),
  finds('$gte NaN is NaN alone', NUMBERS, { a: { $gte: NaN } }, [5]),
  finds('$lte NaN is NaN alone', NUMBERS, { a: { $lte: NaN } }, [5]),
  finds('$lt NaN is nothing', NUMBERS, { a: { $lt: NaN } }, []),
  finds('within a type: text', EVERY_TYPE, { a: { $gte: '' } }, [4]),
  finds('within a type: numbers, also in lists', EVERY_TYPE, { a: { $lt: 2 } }, [3, 6]),
  finds('within a type: dates', EVERY_TYPE, { a: { $gte: day(1) } }, [10]),
  finds('within a type: booleans', of(true, false, 0, 1), { a: { $lt: true } }, [1]),
  finds('within a type: identities', of(one, two, 'x'), { a: { $gt: one } }, [1]),
  finds('of text by its bytes', of('a', 'B', 'é', '𝄞', '\uffee', 'z'), { a: { $gt: 'z' } }, [2, 3, 4]),
  finds('of text beyond the basic plane', of('𝄞', '\uffee'), { a: { $gt: '\uffee' } }, [0]),
  finds('$gte null is null', EVERY_TYPE, { a: { $gte: null } }, [1, 2]),
  finds('$gt null is nothing', EVERY_TYPE, { a: { $gt: null } }, []),
  finds(
    'both bounds, by different elements of a list',
    of([1, 10], [5], 5, [1]),
    { a: { $gt: 4, $lt: 6 } },
    [0, 1, 2],
  ),
]);

conformance('operators of queries', [
  finds('$in', of(1, 2, 3, 'a', null), { a: { $in: [1, 'a'] } }, [0, 3]),
  finds('$in with null', [{ a: 1 }, {}, { a: null }], { a: { $in: [null, 5] } }, [1, 2]),
  finds('$in of nothing', of(1, null), { a: { $in: [] } }, []),
  finds('$in with a beginning', of('abc', 'b', 'c'), { a: { $in: [/^ab/, 'c'] } }, [0, 2]),
  finds('$in over lists', of([1, 2], [3]), { a: { $in: [2] } }, [0]),
  finds(
    '$and',
    [
      { a: 1, b: 1 },
      { a: 1, b: 2 },
    ],
    { $and: [{ a: 1 }, { b: 2 }] },
    [1],
  ),
  finds('$or', [{ a: 1 }, { b: 2 }, { a: 3 }], { $or: [{ a: 1 }, { b: 2 }] }, [0, 1]),
  finds(
    '$or beside fields',
    [
      { a: 1, c: 1 },
      { b: 2, c: 2 },
    ],
    { c: 2, $or: [{ a: 1 }, { b: 2 }] },
    [1],
  ),
  finds('$not', of(1, 5, NONE, 'x', [1, 5]), { a: { $not: { $gt: 3 } } }, [0, 2, 3]),
  finds('$not of equality', of(1, 5, NONE, [1, 5]), { a: { $not: { $eq: 1 } } }, [1, 2]),
  finds('$exists: true', [{ a: 1 }, { a: null }, {}, { a: [] }], { a: { $exists: true } }, [0, 1, 3]),
  finds('$exists: false', [{ a: 1 }, { a: null }, {}, { a: [] }], { a: { $exists: false } }, [2]),
  finds(
    '$exists by a path',
    [{ a: { b: 1 } }, { a: {} }, { a: [{ b: 1 }] }, { a: [] }, { a: [1] }],
    { 'a.b': { $exists: true } },
    [0, 2],
  ),
  finds('$elemMatch of operators', of([1, 10], [5], 5, []), { a: { $elemMatch: { $gt: 4, $lt: 6 } } }, [1]),
  finds(
    '$elemMatch of fields',
    of(
      [
        { b: 1, c: 1 },
        { b: 2, c: 2 },
      ],
      [{ b: 1, c: 2 }],
      { b: 1, c: 2 },
    ),
    { a: { $elemMatch: { b: 1, c: 2 } } },
    [1],
  ),
  finds(
    '$elemMatch with $or',
    of([{ b: 1 }], [{ b: 3 }]),
    { a: { $elemMatch: { $or: [{ b: 1 }, { b: 2 }] } } },
    [0],
  ),
  finds('$elemMatch with $not', of([1], [1, 7]), { a: { $elemMatch: { $not: { $lt: 5 } } } }, [1]),
  finds('a beginning', of('abc', 'ab', 'b', 'Abc', ['x', 'abz'], 1), { a: /^ab/ }, [0, 1, 4]),
  finds('a beginning with escapes', of('a.c', 'abc', 'a.'), { a: /^a\./ }, [0, 2]),
  finds('a beginning by $regex', of('abc', 'b'), { a: { $regex: '^a' } }, [0]),
  finds('every text by an empty beginning', of('abc', '', 1), { a: /^/ }, [0, 1]),
  finds('several operators', of(1, 2, 3), { a: { $gt: 1, $in: [1, 2], $exists: true } }, [1]),
  finds(
    'a Decimal128 is no match for other numbers here or is one in MongoDB only by value',
    of(Decimal128.fromString('7.5'), 1),
    { a: 1 },
    [1],
  ),
  { what: '$and takes a list', run: (c) => c.find({ $and: 1 } as never).toArray(), code: 2 },
  { what: '$and takes a list with something in it', run: (c) => c.find({ $and: [] }).toArray(), code: 2 },
  { what: '$or takes a list with something in it', run: (c) => c.find({ $or: [] }).toArray(), code: 2 },
  { what: '$in takes a list', run: (c) => c.find({ a: { $in: 1 } } as never).toArray(), code: 2 },
  { what: '$in takes no operators', run: (c) => c.find({ a: { $in: [{ $gt: 1 }] } }).toArray(), code: 2 },
  { what: '$not takes operators', run: (c) => c.find({ a: { $not: 1 } } as never).toArray(), code: 2 },
  {
    what: '$elemMatch takes a document',
    run: (c) => c.find({ a: { $elemMatch: 1 } } as never).toArray(),
    code: 2,
  },
]);

/** The order in which documents come, by their numbers. */
function sorts(
  what: string,
  documents: readonly Document[],
  sort: Document,
  expected: readonly number[],
): Row {
  return {
    what,
    documents: documents.map((document, at) => ({ _id: new Int32(at), ...document })),
    run: async (collection) =>
      (
        await collection
          .find()
          .sort(sort as Record<string, 1 | -1>)
          .toArray()
      ).map(({ _id }) => _id as unknown),
    gives: expected,
  };
}

conformance('sort', [
  sorts(
    'types in their order',
    [...EVERY_TYPE].reverse(),
    { a: 1, _id: 1 },
    [13, 11, 12, 7, 10, 9, 8, 6, 5, 4, 3, 2, 1, 0],
  ),
  sorts(
    'types the other way round',
    EVERY_TYPE,
    { a: -1, _id: 1 },
    [13, 12, 11, 10, 9, 8, 7, 5, 4, 3, 6, 1, 2, 0],
  ),
  sorts(
    'numbers',
    of(2, new Double(NaN), Long.fromNumber(-5), 1.5, new Double(-Infinity)),
    { a: 1 },
    [1, 4, 2, 3, 0],
  ),
  sorts(
    'two fields',
    [
      { a: 1, b: 1 },
      { a: 1, b: 2 },
      { a: 0, b: 0 },
    ],
    { a: 1, b: -1 },
    [2, 1, 0],
  ),
  sorts('lists by their least', of([5, 1], 3, [], null, [2]), { a: 1 }, [2, 3, 0, 4, 1]),
  sorts('lists by their greatest', of([5, 1], 3, [], null, [2]), { a: -1 }, [0, 1, 4, 3, 2]),
  sorts(
    'by a path',
    [{ a: { b: 2 } }, { a: { b: 1 } }, { a: [{ b: 0 }, { b: 9 }] }],
    { 'a.b': 1 },
    [2, 1, 0],
  ),
  sorts('text by its bytes', of('b', 'B', 'a', 'é', ''), { a: 1 }, [4, 1, 2, 0, 3]),
  sorts('documents field by field', of({ b: 2 }, { b: 1, c: 1 }, { b: 1 }, {}), { a: 1 }, [3, 2, 1, 0]),
  sorts(
    'bytes by length first',
    of(new Binary(Buffer.of(9)), new Binary(Buffer.of(1, 1)), new Binary(Buffer.of(1))),
    { a: 1 },
    [2, 0, 1],
  ),
]);

const LETTERS = ['a', 'b', 'c', 'd', 'e'].map((a, _id) => ({ _id: new Int32(_id) as never, a }));
const ids = (documents: readonly Document[]) => documents.map(({ _id }) => _id as unknown);

conformance('options of find', [
  {
    what: 'limit',
    documents: LETTERS,
    run: async (c) => ids(await c.find().sort({ a: 1 }).limit(2).toArray()),
    gives: [0, 1],
  },
  {
    what: 'skip',
    documents: LETTERS,
    run: async (c) => ids(await c.find().sort({ a: -1 }).skip(3).toArray()),
    gives: [1, 0],
  },
  {
    what: 'skip and limit',
    documents: LETTERS,
    run: async (c) => ids(await c.find().sort({ a: 1 }).skip(1).limit(2).toArray()),
    gives: [1, 2],
  },
  {
    what: 'limit 0 is all',
    documents: LETTERS,
    run: async (c) => ids(await c.find().sort({ a: 1 }).limit(0).toArray()),
    gives: [0, 1, 2, 3, 4],
  },
  {
    what: 'a negative limit is one batch',
    documents: LETTERS,
    run: async (c) => ids(await c.find().sort({ a: 1 }).limit(-2).toArray()),
    gives: [0, 1],
  },
  {
    what: 'batches',
    documents: LETTERS,
    run: async (c) => ids(await c.find({}, { batchSize: 2 }).sort({ a: 1 }).toArray()),
    gives: [0, 1, 2, 3, 4],
  },
  {
    what: 'an empty first batch',
    documents: LETTERS,
    run: async (c) => ids(await c.find({}, { batchSize: 1, limit: 3 }).sort({ a: 1 }).toArray()),
    gives: [0, 1, 2],
  },
  {
    what: 'natural order by a hint',
    documents: LETTERS,
    run: async (c) => ids(await c.find({}, { hint: { $natural: 1 } }).toArray()),
    gives: [0, 1, 2, 3, 4],
  },
  { what: 'a collection that is not there', run: (c) => c.find().toArray(), gives: [] },
  { what: 'one document', documents: LETTERS, run: (c) => c.findOne({ a: 'c' }), gives: LETTERS[2] },
  { what: 'no document', documents: LETTERS, run: (c) => c.findOne({ a: 'x' }), gives: null },
  {
    what: 'a cursor that was closed',
    documents: LETTERS,
    run: async (c) => {
      const cursor = c.find({}, { batchSize: 1 });
      await cursor.next();
      await cursor.close();
      return cursor.closed;
    },
    gives: true,
  },
  {
    what: 'a cursor that is not known',
    documents: LETTERS,
    run: (c, { db }) => db.command({ getMore: Long.fromNumber(12345), collection: c.collectionName }),
    code: 43,
  },
  {
    what: 'a negative skip',
    documents: LETTERS,
    run: (c, { db }) => db.command({ find: c.collectionName, skip: -1 }),
    code: 51024,
  },
  {
    what: 'a filter that is no document',
    run: (c, { db }) => db.command({ find: c.collectionName, filter: 1 }),
    code: 14,
  },
  {
    what: 'a direction that is none',
    documents: LETTERS,
    run: (c, { db }) => db.command({ find: c.collectionName, sort: { a: 2 } }),
    code: 15975,
  },
  { what: 'estimatedDocumentCount', documents: LETTERS, run: (c) => c.estimatedDocumentCount(), gives: 5 },
  { what: 'countDocuments', documents: LETTERS, run: (c) => c.countDocuments({ a: { $gt: 'b' } }), gives: 3 },
  {
    what: 'countDocuments of part',
    documents: LETTERS,
    run: (c) => c.countDocuments({}, { skip: 1, limit: 3 }),
    gives: 3,
  },
]);

/** What a projection leaves of a document. */
const projects = (what: string, document: Document, projection: Document, gives: Document): Row => ({
  what,
  documents: [{ _id: 1 as never, ...document }],
  run: (collection) => collection.findOne({}, { projection }),
  gives,
});
const DEEP = { a: 1, b: { c: 2, d: 3 }, e: [{ c: 4, d: 5 }, 6, [{ c: 7 }]] };

conformance('projection', [
  projects('of fields to keep', DEEP, { a: 1 }, { _id: 1, a: 1 }),
  projects('of fields to keep, as true', DEEP, { a: true }, { _id: 1, a: 1 }),
  projects('without _id', DEEP, { a: 1, _id: 0 }, { a: 1 }),
  projects('of _id alone', DEEP, { _id: 1 }, { _id: 1 }),
  projects('of all but _id', { a: 1 }, { _id: 0 }, { a: 1 }),
  projects('of fields to leave out', DEEP, { b: 0, e: 0 }, { _id: 1, a: 1 }),
  projects('by a path', DEEP, { 'b.c': 1 }, { _id: 1, b: { c: 2 } }),
  projects('by two paths into one field', DEEP, { 'b.c': 1, 'b.d': 1 }, { _id: 1, b: { c: 2, d: 3 } }),
  projects('through lists', DEEP, { 'e.c': 1 }, { _id: 1, e: [{ c: 4 }, [{ c: 7 }]] }),
  projects(
    'that leaves out through lists',
    DEEP,
    { 'e.c': 0, a: 0, b: 0 },
    { _id: 1, e: [{ d: 5 }, 6, [{}]] },
  ),
  projects('of a field that is not there', DEEP, { x: 1 }, { _id: 1 }),
  projects('by a path into a value', { a: 1 }, { 'a.b': 1 }, { _id: 1 }),
  projects('of nothing is all', { a: 1 }, {}, { _id: 1, a: 1 }),
  {
    what: 'that keeps and leaves out',
    documents: [{ a: 1 }],
    run: (c) => c.findOne({}, { projection: { a: 1, b: 0 } }),
    code: 31254,
  },
  {
    what: 'that leaves out and keeps',
    documents: [{ a: 1 }],
    run: (c) => c.findOne({}, { projection: { a: 0, b: 1 } }),
    code: 31253,
  },
  {
    what: 'of a field and a part of it',
    documents: [{ a: 1 }],
    run: (c) => c.findOne({}, { projection: { a: 1, 'a.b': 1 } }),
    code: 31249,
  },
  {
    what: 'of a part of a field and the field',
    documents: [{ a: 1 }],
    run: (c) => c.findOne({}, { projection: { 'a.b': 1, a: 1 } }),
    code: 31250,
  },
]);
