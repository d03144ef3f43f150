import { rmSync } from 'node:fs';
import { type Db, MongoClient } from 'mongodb';
import { expect, it } from 'vitest';
import { temporaryDirectory } from '../support/database.js';
import { index } from '../embedded-database/table.js';
import { Choices } from '../embedded-database/random.js';
import { Owner } from './owner.js';

/** How often the owner is killed; a long run sets CRASH_KILLS. */
const KILLS = Number(process.env['CRASH_KILLS'] ?? 4);
const ACCOUNTS = 10;
const EACH = 100;
const TAGS = 5;

/** What the clients were told is done. */
class Acknowledged {
  readonly inserted = new Set<string>();
  readonly counters = new Map<string, number>();
  readonly transfers = new Set<string>();
}

/** Writes until it is stopped; what fails is not acknowledged. */
async function load(db: Db, told: Acknowledged, round: number, stopped: () => boolean): Promise<void> {
  const choices = new Choices(round);
  let next = 0;
  const name = () => `${round}-${next++}`;
  const repeat = async (write: () => Promise<void>): Promise<void> => {
    while (!stopped()) await write().catch(() => new Promise((resolve) => setTimeout(resolve, 5)));
  };
  const single = async (): Promise<void> => {
    const k = name();
    await db
      .collection('inserted')
      .insertOne({ k, tag: choices.below(TAGS), text: 'x'.repeat(choices.below(3000)) });
    told.inserted.add(k);
  };
  const many = async (): Promise<void> => {
    const all = Array.from({ length: 50 }, name);
    await db.collection('inserted').insertMany(all.map((k) => ({ k, tag: 1 })));
    for (const k of all) told.inserted.add(k);
  };
  const count = async (counter: string): Promise<void> => {
    const after = await db
      .collection<{ _id: string; n: number }>('counters')
      .findOneAndUpdate({ _id: counter }, { $inc: { n: 1 } }, { upsert: true, returnDocument: 'after' });
    told.counters.set(counter, after!.n);
  };
  const transfer = async (): Promise<void> => {
    const _id = name();
    await db.client.withSession((session) =>
      session.withTransaction(async () => {
        const from = choices.below(ACCOUNTS);
        const to = (from + 1 + choices.below(ACCOUNTS - 1)) % ACCOUNTS;
        const accounts = db.collection<{ _id: number; balance: number }>('accounts');
        await accounts.updateOne({ _id: from }, { $inc: { balance: -7 } }, { session });
        await accounts.updateOne({ _id: to }, { $inc: { balance: 7 } }, { session });
        await db.collection<{ _id: string }>('transfers').insertOne({ _id }, { session });
      }),
    );
    told.transfers.add(_id);
  };
  await Promise.all(
    [
      single,
      single,
      single,
      many,
      () => count('a'),
      () => count('a'),
      () => count('b'),
      transfer,
      transfer,
    ].map(repeat),
  );
}

/** The names of all documents of a collection, in the order in which they came. */
async function namesIn(db: Db, collection: string, field: string): Promise<string[]> {
  const all = await db
    .collection(collection)
    .find({}, { hint: { $natural: 1 } })
    .toArray();
  return all.map((document) => document[field] as string);
}

/** What is missing is told in full: whether it is the end that is gone, and whether it is gone for good. */
async function expectAll(acknowledged: ReadonlySet<string>, read: () => Promise<string[]>): Promise<void> {
  const found = new Set(await read());
  const missing = [...acknowledged].filter((name) => !found.has(name));
  if (missing.length === 0) return;
  const again = new Set(await read());
  const back = missing.filter((name) => again.has(name)).length;
  const places = missing.map((name) => [...acknowledged].indexOf(name));
  expect.fail(
    [
      `${acknowledged.size} were acknowledged, ${found.size} found, ${missing.length} missing:`,
      `the first is ${missing[0]}, acknowledged as number ${places[0]}, the last ${missing.at(-1)}, number ${places.at(-1)};`,
      `a second read finds ${back} of the missing and ${again.size} in all.`,
    ].join(' '),
  );
}

/** Everything acknowledged is there, no transaction is torn, and the indexes say what the documents say. */
async function verify(db: Db, told: Acknowledged): Promise<void> {
  await expectAll(told.inserted, () => namesIn(db, 'inserted', 'k'));
  await expectAll(told.transfers, () => namesIn(db, 'transfers', '_id'));
  const inserted = db.collection<{ k: string; tag: number }>('inserted');
  const all = await inserted.find({}, { hint: { $natural: 1 } }).toArray();
  const names = all.map(({ k }) => k).sort();
  expect(new Set(names).size).toBe(all.length);
  const byName = await inserted
    .find({ k: { $lt: 'x' } })
    .sort({ k: 1 })
    .toArray();
  expect(byName.map(({ k }) => k)).toEqual(names);
  for (let tag = 0; tag < TAGS; tag++) {
    const found = await inserted.find({ tag }).toArray();
    expect(found.map(({ k }) => k).sort()).toEqual(
      all
        .filter((one) => one.tag === tag)
        .map(({ k }) => k)
        .sort(),
    );
  }
  for (const [counter, least] of told.counters) {
    const found = await db.collection<{ _id: string; n: number }>('counters').findOne({ _id: counter });
    expect(found?.n).toBeGreaterThanOrEqual(least);
  }
  const accounts = await db.collection<{ _id: number; balance: number }>('accounts').find().toArray();
  expect(accounts.reduce((sum, { balance }) => sum + balance, 0)).toBe(ACCOUNTS * EACH);
}

it(
  `loses nothing and tears nothing when it is killed under load, ${KILLS} times`,
  { timeout: 60_000 + KILLS * 10_000 },
  async () => {
    const directory = temporaryDirectory();
    const told = new Acknowledged();
    const choices = new Choices(KILLS);
    for (let round = 0; round <= KILLS; round++) {
      const owner = new Owner();
      const { uri } = await owner.open(directory);
      const client = await new MongoClient(uri!, {
        serverSelectionTimeoutMS: 200,
        retryReads: false,
      }).connect();
      const db = client.db('bokslut-test-crash');
      if (round === 0) {
        await index(db.collection('inserted'), { k: 1 }, { unique: true });
        await index(db.collection('inserted'), { tag: 1 });
        await db
          .collection<{ _id: number; balance: number }>('accounts')
          .insertMany(Array.from({ length: ACCOUNTS }, (_, _id) => ({ _id, balance: EACH })));
      }
      await verify(db, told);
      if (round < KILLS) {
        let stop = false;
        const loaded = load(db, told, round, () => stop);
        const before = told.inserted.size;
        await new Promise((resolve) => setTimeout(resolve, 150 + choices.below(400)));
        while (told.inserted.size === before) await new Promise((resolve) => setTimeout(resolve, 10));
        await owner.kill();
        stop = true;
        // The driver may wait for ever for a connection that ends just as it is written to.
        await Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, 2000))]);
      } else await owner.close();
      await client.close(true);
    }
    expect(told.inserted.size).toBeGreaterThan(KILLS);
    expect(told.transfers.size).toBeGreaterThan(0);
    process.stdout.write(
      `${KILLS} kills: ${told.inserted.size} inserts and ${told.transfers.size} transactions acknowledged, all there.\n`,
    );
    rmSync(directory, { recursive: true });
  },
);
