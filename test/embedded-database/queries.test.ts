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
/** The types that can be compared here, in the same order. */
const COMPARED = of(NONE, null, 1, 'text', one, false, day(1));
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
  finds('of identities', of(one, two, '000000000000000000000001'), { a: one }, [0]),
  finds('of booleans: 1 is not true', of(true, false, 1, 0), { a: true }, [0]),
  finds('of dates', of(day(1), day(2), day(1).getTime()), { a: day(1) }, [0]),
  finds('beside a Decimal128, which is no match', of(Decimal128.fromString('7.5'), 1), { a: 1 }, [1]),
  finds('of several fields', [{ a: 1, b: 1 }, { a: 1, b: 2 }, { b: 1 }], { a: 1, b: 1 }, [0]),
  finds('with nothing asked', of(1, 2), {}, [0, 1]),
]);

conformance('order', [
  finds('$lt', NUMBERS, { a: { $lt: 1 } }, [6]),
  finds('$lte', NUMBERS, { a: { $lte: 1 } }, [0, 1, 2, 6]),
  finds(
    '$lt a whole number beyond a double',
    NUMBERS,
    { a: { $lt: Long.fromString('9007199254740993') } },
    [0, 1, 2, 3, 4, 6, 8],
  ),
  finds('$lte NaN is NaN alone', NUMBERS, { a: { $lte: NaN } }, [5]),
  finds('$lt NaN is nothing', NUMBERS, { a: { $lt: NaN } }, []),
  finds('within a type: text', EVERY_TYPE, { a: { $lt: 'u' } }, [4]),
  finds('within a type: numbers, also in lists', EVERY_TYPE, { a: { $lt: 2 } }, [3, 6]),
  finds('within a type: dates', EVERY_TYPE, { a: { $lte: day(1) } }, [10]),
  finds('within a type: booleans', of(true, false, 0, 1), { a: { $lt: true } }, [1]),
  finds('within a type: identities', of(one, two, 'x'), { a: { $lt: two } }, [0]),
  finds(
    'of text by its bytes',
    of('a', 'B', 'é', '𝄞', '\uffee', 'z'),
    { a: { $lt: '\uffee' } },
    [0, 1, 2, 5],
  ),
  finds('of text beyond the basic plane', of('𝄞', '\uffee'), { a: { $lt: '𝄞' } }, [1]),
  finds('$lte null is null', EVERY_TYPE, { a: { $lte: null } }, [1, 2]),
  finds('$lt null is nothing', EVERY_TYPE, { a: { $lt: null } }, []),
]);

conformance('operators of queries', [
  finds('$in', of(1, 2, 3, 'a', null), { a: { $in: [1, 'a'] } }, [0, 3]),
  finds('$in with null', [{ a: 1 }, {}, { a: null }], { a: { $in: [null, 5] } }, [1, 2]),
  finds('$in of nothing', of(1, null), { a: { $in: [] } }, []),
  finds('$in over lists', of([1, 2], [3]), { a: { $in: [2] } }, [0]),
  finds('$not', of(1, 5, NONE, 'x', [1, 5]), { a: { $not: { $lt: 3 } } }, [1, 2, 3]),
  finds('$not of equality', of(1, 5, NONE, [1, 5]), { a: { $not: { $eq: 1 } } }, [1, 2]),
  finds('$not of $in', of(1, 5, NONE, 'x'), { a: { $not: { $in: [1, 'x'] } } }, [1, 2]),
  finds('several operators', of(1, 2, 3), { a: { $lt: 3, $in: [2, 3], $not: { $eq: 1 } } }, [1]),
  { what: '$in takes a list', run: (c) => c.find({ a: { $in: 1 } } as never).toArray(), code: 2 },
  { what: '$not takes operators', run: (c) => c.find({ a: { $not: 1 } } as never).toArray(), code: 2 },
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
  sorts('types in their order', [...COMPARED].reverse(), { a: 1, _id: 1 }, [5, 6, 4, 3, 2, 1, 0]),
  sorts('types the other way round', COMPARED, { a: -1, _id: 1 }, [6, 5, 4, 3, 2, 0, 1]),
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
  sorts('text by its bytes', of('b', 'B', 'a', 'é', ''), { a: 1 }, [4, 1, 2, 0, 3]),
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
    what: 'batches with a limit',
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
  projects('of fields to keep', DEEP, { a: 1, b: 1 }, { _id: 1, a: 1, b: { c: 2, d: 3 } }),
  projects('of a list', DEEP, { e: 1 }, { _id: 1, e: DEEP.e }),
  projects('of _id alone', DEEP, { _id: 1 }, { _id: 1 }),
  projects('of a field that is not there', DEEP, { x: 1 }, { _id: 1 }),
  projects('of nothing is all', { a: 1 }, {}, { _id: 1, a: 1 }),
]);
