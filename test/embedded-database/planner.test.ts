import type { ClientSession, Collection, Document, Filter } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decode, encode } from '../../src/embedded-database/values/value.js';
import { orderedFields, orderKey } from '../../src/embedded-database/values/order.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { Choices, fields, scalar } from './random.js';
import { exact, index } from './table.js';

const SEED = Number(process.env['FUZZ_SEED'] ?? 1);
const QUERIES = Number(process.env['FUZZ_QUERIES'] ?? 900);
const NAMES = ['a', 'b', 'c', 'd'];
const PATHS = ['a', 'a', 'b', 'b', 'c', 'd', '_id', 'x'];

function condition(choices: Choices): unknown {
  const some = () => scalar(choices);
  return choices.of<() => unknown>([
    some,
    some,
    () => ({ $eq: some() }),
    () => ({ $lt: some() }),
    () => ({ $lte: some() }),
    () => ({ $lte: some(), $lt: some() }),
    () => ({ $lt: choices.below(5) - 1, $in: Array.from({ length: choices.below(4) }, some) }),
    () => ({ $in: Array.from({ length: choices.below(4) }, some) }),
    () => ({ $not: { $lt: some() } }),
    () => ({ $not: { $in: [some()] } }),
  ])();
}

const filter = (choices: Choices): Filter<Document> =>
  Object.fromEntries(
    Array.from({ length: 1 + choices.below(3) }, () => [choices.of(PATHS), condition(choices)]),
  );

function order(choices: Choices): Record<string, 1 | -1> {
  const names = Array.from({ length: choices.below(3) }, () => choices.of([...NAMES, '_id']));
  return Object.fromEntries(names.map((name) => [name, choices.of([1, -1] as const)]));
}

const INDEXES: readonly Record<string, number>[] = [
  { a: 1 },
  { b: -1 },
  { a: 1, c: -1 },
  { a: -1, b: 1 },
  { d: 1, a: 1 },
  { c: -1, b: 1 },
  { b: 1, d: -1, _id: 1 },
  { c: 1 },
  { d: -1 },
];

/** Every way to the documents gives the same ones, in the order asked for. */
describe('indexes against the natural order', () => {
  let database: TestDatabase;
  let indexed: Collection;
  const choices = new Choices(SEED * 2);
  /** Scalars in the indexed fields, whatever there is in another. */
  const made = (): Document => ({ ...fields(choices, NAMES, 0), ...fields(choices, ['x'], 2) });

  beforeAll(async () => {
    database = await openTestDatabase('the embedded database', { promoteValues: false });
    indexed = database.db.collection('indexed');
    for (const key of INDEXES.slice(0, 5)) await index(indexed, key);
    await indexed.insertMany(Array.from({ length: 250 }, made));
    for (const key of INDEXES.slice(5)) await index(indexed, key);
  });
  afterAll(() => database.close());

  async function write(count: number, session?: ClientSession): Promise<void> {
    const options = session ? { session } : {};
    for (let at = 0; at < count; at++) {
      const kind = choices.next();
      if (kind < 0.6) await indexed.insertOne(made(), options);
      else if (kind < 0.8) await indexed.deleteOne(filter(choices), options);
      else await indexed.updateOne({ [choices.of(NAMES)]: scalar(choices) }, { $set: made() }, options);
    }
  }

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
      const ordered = orderedFields(sort, 'A sort');
      for (const [place, document] of planned.entries()) {
        expect(orderKey(read(document), ordered), what).toEqual(orderKey(read(natural[place]!), ordered));
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
