import type { ClientSession, Collection, Document, Filter } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decode, encode } from '../../src/embedded-database/values/value.js';
import { orderBy, sortFields } from '../../src/embedded-database/query/sort.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { Choices, fields, scalar, value } from './random.js';
import { exact, index } from './table.js';

const SEED = Number(process.env['FUZZ_SEED'] ?? 1);
const QUERIES = Number(process.env['FUZZ_QUERIES'] ?? 900);
const NAMES = ['a', 'b', 'c', 'd'];
const PATHS = ['a', 'a', 'b', 'b', 'c', 'd', 'a.x', 'b.y', 'c.x', 'd.0', 'a.x.y', '_id'];

function condition(choices: Choices): unknown {
  const some = () => (choices.next() < 0.8 ? scalar(choices) : value(choices));
  return choices.of<() => unknown>([
    some,
    () => ({ $eq: some() }),
    () => ({ $gt: scalar(choices) }),
    () => ({ $gte: scalar(choices) }),
    () => ({ $lt: scalar(choices) }),
    () => ({ $lte: scalar(choices) }),
    () => ({ $gte: scalar(choices), $lt: scalar(choices) }),
    () => ({ $gt: choices.below(3) - 3, $lte: choices.below(3) }),
    () => ({ $in: Array.from({ length: choices.below(4) }, some) }),
    () => ({ $exists: choices.next() < 0.5 }),
    () => ({ $not: { $gt: scalar(choices) } }),
    () => ({ $not: { $in: [some()] } }),
    () => ({ $elemMatch: { $gte: scalar(choices), $lt: scalar(choices) } }),
    () => ({ $elemMatch: { x: scalar(choices) } }),
    () => ({ $regex: choices.of(['^', '^a', '^ab', '^b', '^é']) }),
  ])();
}

function filter(choices: Choices): Filter<Document> {
  const simple = () =>
    Object.fromEntries(
      Array.from({ length: 1 + choices.below(3) }, () => [choices.of(PATHS), condition(choices)]),
    );
  const first = {
    ...simple(),
    ...(choices.next() < 0.3 && { p: choices.of<unknown>([true, true, 1, { $in: [true] }]) }),
  };
  const kind = choices.next();
  if (kind < 0.15) return { $and: [first, simple()] };
  if (kind < 0.3) return { ...first, $or: [simple(), simple()] };
  return first;
}

function order(choices: Choices): Record<string, 1 | -1> {
  const paths = Array.from({ length: choices.below(3) }, () => choices.of(PATHS));
  return Object.fromEntries(paths.map((path) => [path, choices.of([1, -1] as const)]));
}

const INDEXES: readonly (readonly [Record<string, number>, Document?])[] = [
  [{ a: 1 }],
  [{ b: -1 }],
  [{ a: 1, c: -1 }],
  [{ a: -1, b: 1 }],
  [{ 'a.x': 1 }],
  [{ d: 1, a: 1 }],
  [{ 'c.x': -1, b: 1 }],
  [{ b: 1, d: -1, _id: 1 }],
  [{ c: 1 }, { partialFilterExpression: { p: true } }],
  [{ d: -1 }, { partialFilterExpression: { a: { $exists: true } } }],
];

/** Every way to the documents gives the same ones, in the order asked for. */
describe.each([
  ['values and lists', 2],
  ['values alone', 0],
])('indexes against the natural order: %s', (_what, depth) => {
  let database: TestDatabase;
  let indexed: Collection;
  const choices = new Choices(SEED * 2 + depth);
  const made = (): Document => ({
    ...fields(choices, NAMES, depth),
    ...(choices.next() < 0.5 && { p: choices.of<unknown>([true, false, 1]) }),
  });

  beforeAll(async () => {
    database = await openTestDatabase('the embedded database', { promoteValues: false });
    indexed = database.db.collection('indexed');
    for (const [key, options] of INDEXES.slice(0, 5)) await index(indexed, key, options);
    await indexed.insertMany(Array.from({ length: 250 }, made), { ordered: false }).catch(twoLists);
    for (const [key, options] of INDEXES.slice(5)) await index(indexed, key, options).catch(twoLists);
  });
  afterAll(() => database.close());

  /** What has a list in two indexed fields is refused and leaves no trace. */
  function twoLists(error: unknown): void {
    expect(Number((error as { readonly code: unknown }).code)).toBe(171);
  }

  async function write(count: number, session?: ClientSession): Promise<void> {
    const options = session ? { session } : {};
    for (let at = 0; at < count; at++) {
      const document = made();
      const lists = Object.values(document).filter((one) => Array.isArray(one)).length;
      if (session && lists > 0 && depth > 0) {
        // Inside a transaction a refusal would end it: only a field without a list beside it.
        await indexed.insertOne({ [choices.of(NAMES)]: value(choices, 1) }, options);
        continue;
      }
      const kind = choices.next();
      if (kind < 0.6) await indexed.insertOne(document, options).catch(session ? rethrow : twoLists);
      else if (kind < 0.8) await indexed.deleteOne(filter(choices), options);
      else if (session) await indexed.updateOne({}, { $unset: { [choices.of(NAMES)]: 1 } }, options);
      else
        await indexed
          .updateOne(
            { [choices.of(NAMES)]: scalar(choices) },
            { $set: fields(choices, NAMES, depth), $unset: { q: 1 } },
            options,
          )
          .catch(twoLists);
    }
  }

  const rethrow = (error: unknown): never => {
    throw error as Error;
  };

  async function compare(count: number, session?: ClientSession): Promise<number> {
    const options = session ? { session } : {};
    let found = 0;
    for (let at = 0; at < count; at++) {
      const asked = filter(choices);
      const sort = order(choices);
      const limit = choices.next() < 0.2 ? 1 + choices.below(5) : 0;
      const [planned, natural] = await Promise.all([
        indexed.find(asked, { ...options, sort, limit }).toArray(),
        indexed.find(asked, { ...options, sort, limit, hint: { $natural: 1 } }).toArray(),
      ]);
      found += natural.length;
      const what = `${exact(asked)} sorted by ${exact(sort)}`;
      if (limit === 0) expect(names(planned), what).toEqual(names(natural));
      else expect(planned.length, what).toBe(natural.length);
      const compared = orderBy(sortFields(decode(encode(sort))));
      for (const [place, document] of planned.entries()) {
        expect(compared(read(document), read(natural[place]!)), what).toBe(0);
      }
    }
    return found;
  }

  const read = (document: Document) => decode(encode(document));
  const names = (documents: readonly Document[]): string[] => documents.map(({ _id }) => String(_id)).sort();

  it('outside a transaction', async () => {
    let found = 0;
    for (let round = 0; round < 4; round++) {
      found += await compare(QUERIES / 4);
      await write(40);
    }
    expect(found).toBeGreaterThan(QUERIES);
  });

  it('within a transaction, with changes that are not yet committed', async () => {
    const session = database.client.startSession();
    let before = names(await indexed.find().toArray());
    // A transaction lives for five seconds: few queries in each.
    for (let round = 0; round < Math.ceil(QUERIES / 300); round++) {
      session.startTransaction();
      await write(25, session);
      await compare(60, session);
      if (round % 2 === 0) {
        await session.abortTransaction();
        expect(names(await indexed.find().toArray())).toEqual(before);
      } else {
        await session.commitTransaction();
        before = names(await indexed.find().toArray());
      }
    }
    await session.endSession();
    await compare(QUERIES / 8);
  });
});
