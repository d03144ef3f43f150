import { type Document, Double, Int32, Long } from 'mongodb';
import { conformance, type Row } from './table.js';

const SALES = [
  { _id: 1 as never, who: 'ann', n: 2, price: 1.5 },
  { _id: 2 as never, who: 'bob', n: 1, price: 2 },
  { _id: 3 as never, who: 'ann', n: 5, price: 4.25 },
  { _id: 4 as never, n: null },
];

const gives = (
  what: string,
  stages: readonly Document[],
  expected: unknown,
  documents: readonly Document[] = SALES,
): Row => ({
  what,
  documents,
  run: (collection) => collection.aggregate(stages as Document[]).toArray(),
  gives: expected,
});
const fails = (what: string, stages: readonly Document[], code: number): Row => ({
  what,
  documents: SALES,
  run: (collection) => collection.aggregate(stages as Document[]).toArray(),
  code,
});
const id = { $project: { _id: 1 } };

conformance('stages', [
  gives('none', [], SALES),
  gives('$match', [{ $match: { who: 'bob' } }, id], [{ _id: 2 }]),
  gives('$match later', [{ $sort: { _id: -1 } }, { $match: { who: 'ann' } }, id], [{ _id: 3 }, { _id: 1 }]),
  gives('$sort', [{ $sort: { n: -1 } }, id], [{ _id: 3 }, { _id: 1 }, { _id: 2 }, { _id: 4 }]),
  gives('$skip', [{ $sort: { _id: 1 } }, { $skip: 3 }, id], [{ _id: 4 }]),
  gives('$limit', [{ $sort: { _id: 1 } }, { $limit: 1 }, id], [{ _id: 1 }]),
  gives(
    '$skip, then $limit',
    [{ $sort: { _id: 1 } }, { $skip: 1 }, { $limit: 2 }, id],
    [{ _id: 2 }, { _id: 3 }],
  ),
  gives('$limit, then $skip', [{ $sort: { _id: 1 } }, { $limit: 2 }, { $skip: 1 }, id], [{ _id: 2 }]),
  gives('$project', [{ $match: { _id: 2 } }, { $project: { _id: 0, n: 1 } }], [{ n: 1 }]),
  gives('$count', [{ $match: { who: 'ann' } }, { $count: 'total' }], [{ total: 2 }]),
  gives('$count of nothing', [{ $match: { who: 'x' } }, { $count: 'total' }], []),
  fails('a stage without a name', [{}], 40323),
  fails('a stage with two names', [{ $match: {}, $skip: 1 }], 40323),
  fails('$sort by nothing', [{ $sort: {} }], 15976),
  fails('$sort in no direction', [{ $sort: { a: 3 } }], 15975),
  fails('$limit 0', [{ $limit: 0 }], 15958),
  fails('$limit below 0', [{ $limit: -1 }], 5107201),
  fails('$skip below 0', [{ $skip: -1 }], 5107200),
  fails('$project of nothing', [{ $project: {} }], 51272),
  fails('$count without a name', [{ $count: '' }], 40157),
  {
    what: 'a pipeline without a cursor',
    run: (c, { db }) => db.command({ aggregate: c.collectionName, pipeline: [] }),
    code: 9,
  },
  {
    what: 'a pipeline that is no list',
    run: (c, { db }) => db.command({ aggregate: c.collectionName, pipeline: 5, cursor: {} }),
    code: 14,
  },
  {
    what: 'batches',
    documents: SALES,
    run: async (c) => (await c.aggregate([{ $sort: { _id: 1 } }], { batchSize: 1 }).toArray()).length,
    gives: 4,
  },
]);

const sorted = { $sort: { _id: 1 } };

conformance('$group', [
  gives(
    'sums',
    [{ $group: { _id: '$who', total: { $sum: '$n' } } }, sorted],
    [
      { _id: null, total: 0 },
      { _id: 'ann', total: 7 },
      { _id: 'bob', total: 1 },
    ],
  ),
  gives('counts', [{ $group: { _id: null, count: { $sum: 1 } } }], [{ _id: null, count: 4 }]),
  gives('the least', [{ $group: { _id: null, least: { $min: '$n' } } }], [{ _id: null, least: 1 }]),
  gives('the most', [{ $group: { _id: null, most: { $max: '$n' } } }], [{ _id: null, most: 5 }]),
  gives(
    'the least of nothing',
    [{ $group: { _id: null, least: { $min: '$x' } } }],
    [{ _id: null, least: null }],
  ),
  gives(
    'several at once',
    [{ $group: { _id: null, n: { $sum: '$n' }, most: { $max: '$price' }, least: { $min: '$price' } } }],
    [{ _id: null, n: 8, most: 4.25, least: 1.5 }],
  ),
  gives('nothing of nothing', [{ $match: { x: 1 } }, { $group: { _id: null, n: { $sum: 1 } } }], []),
  gives(
    'by a path',
    [{ $group: { _id: '$a.b', n: { $sum: 1 } } }, sorted],
    [
      { _id: 1, n: 2 },
      { _id: 2, n: 1 },
    ],
    [{ a: { b: 1 } }, { a: { b: 1 } }, { a: { b: 2 } }],
  ),
  gives(
    'by several fields',
    [{ $group: { _id: { a: '$a', b: '$b' }, n: { $sum: 1 } } }, sorted],
    [
      { _id: { a: 1 }, n: 1 },
      { _id: { a: 1, b: null }, n: 1 },
      { _id: { a: 1, b: 2 }, n: 2 },
    ],
    [{ a: 1, b: 2 }, { a: 1, b: 2 }, { a: 1 }, { a: 1, b: null }],
  ),
  gives(
    'equal numbers together',
    [{ $group: { _id: '$a', n: { $sum: 1 } } }],
    [{ _id: 1, n: 2 }],
    [
      { _id: 1 as never, a: new Int32(1) },
      { _id: 2 as never, a: new Double(1) },
    ],
  ),
  gives(
    'missing and null together',
    [{ $group: { _id: '$a', n: { $sum: 1 } } }],
    [{ _id: null, n: 2 }],
    [{ a: null }, {}],
  ),
  gives(
    'sums beyond 32 bits',
    [{ $group: { _id: null, n: { $sum: '$a' } } }],
    [{ _id: null, n: Long.fromNumber(4294967294) }],
    [{ a: 2147483647 }, { a: 2147483647 }],
  ),
  gives(
    'sums of whole and other numbers',
    [{ $group: { _id: null, n: { $sum: '$a' } } }],
    [{ _id: null, n: 2.5 }],
    [{ a: 1 }, { a: 1.5 }, { a: 'x' }],
  ),
  gives(
    'sums that lose nothing on the way',
    [{ $group: { _id: null, n: { $sum: '$a' } } }],
    [{ _id: null, n: new Double(0.6) }],
    [{ a: 0.1 }, { a: 0.2 }, { a: 0.3 }],
  ),
  fails('without an _id', [{ $group: { n: { $sum: 1 } } }], 15955),
  fails('a field that gathers nothing', [{ $group: { _id: null, n: '$n' } }], 40234),
]);
