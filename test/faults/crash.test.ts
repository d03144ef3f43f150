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
    await db.collection('inserted').insertOne({
      k,
      tags: [`t${choices.below(5)}`, `u${choices.below(3)}`],
      text: 'x'.repeat(choices.below(3000)),
    });
    told.inserted.add(k);
  };
  const many = async (): Promise<void> => {
    const all = Array.from({ length: 50 }, name);
    await db.collection('inserted').insertMany(all.map((k) => ({ k, tags: ['t1'] })));
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

/** Everything acknowledged is there, no transaction is torn, and the indexes say what the documents say. */
async function verify(db: Db, told: Acknowledged): Promise<void> {
  const inserted = await db
    .collection<{ k: string; tags: string[] }>('inserted')
    .find({}, { hint: { $natural: 1 } })
    .toArray();
  const names = new Set(inserted.map(({ k }) => k));
  expect([...told.inserted].filter((k) => !names.has(k))).toEqual([]);
  expect(names.size).toBe(inserted.length);
  const byName = await db
    .collection('inserted')
    .find({ k: { $gte: '' } }, { projection: { k: 1 } })
    .sort({ k: 1 })
    .toArray();
  expect(byName.map(({ k }) => k as unknown)).toEqual([...names].sort());
  for (const tag of ['t0', 't1', 't2', 't3', 't4', 'u0', 'u1', 'u2']) {
    const expected = inserted.filter(({ tags }) => tags.includes(tag)).length;
    expect(await db.collection('inserted').countDocuments({ tags: tag })).toBe(expected);
  }
  for (const [counter, least] of told.counters) {
    const found = await db.collection<{ _id: string; n: number }>('counters').findOne({ _id: counter });
    expect(found?.n).toBeGreaterThanOrEqual(least);
  }
  const accounts = await db.collection<{ _id: number; balance: number }>('accounts').find().toArray();
  expect(accounts.reduce((sum, { balance }) => sum + balance, 0)).toBe(ACCOUNTS * EACH);
  const transfers = new Set(
    (await db.collection<{ _id: string }>('transfers').find().toArray()).map(({ _id }) => _id),
  );
  expect([...told.transfers].filter((each) => !transfers.has(each))).toEqual([]);
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
        await index(db.collection('inserted'), { tags: 1 });
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
