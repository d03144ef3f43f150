import { rmSync } from 'node:fs';
import { type Collection, type Document, MongoClient } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openEmbeddedDatabase } from '../../src/embedded-database/embedded-database.js';
import { kinds, openTestDatabase, temporaryDirectory, type TestDatabase } from '../support/database.js';
import { RawConnection, RawSession } from './raw.js';
import { index, number } from './table.js';

describe.each(kinds)('transactions on %s', (kind) => {
  let database: TestDatabase;
  let collection: Collection;
  let next = 0;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    collection = database.db.collection(`c${next++}`);
    await index(collection, { a: 1 }, { unique: true });
    await collection.insertOne({ a: 1, n: 0 });
  });

  it('read what they wrote, and nobody else does until they are committed', async () => {
    await database.client.withSession(async (session) => {
      session.startTransaction();
      await collection.insertOne({ a: 2 }, { session });
      await collection.updateOne({ a: 1 }, { $inc: { n: 5 } }, { session });
      expect(await number(collection, {}, { session })).toBe(2);
      expect(await collection.findOne({ a: 1 }, { session })).toMatchObject({ n: 5 });
      expect(await collection.find({ a: { $in: [2, 3] } }, { session }).toArray()).toHaveLength(1);
      expect(await number(collection)).toBe(1);
      expect(await collection.findOne({ a: 1 })).toMatchObject({ n: 0 });
      await session.commitTransaction();
      expect(await number(collection)).toBe(2);
      expect(await collection.findOne({ a: 1 })).toMatchObject({ n: 5 });
    });
  });

  it('leave nothing when they are aborted', async () => {
    await database.client.withSession(async (session) => {
      session.startTransaction();
      await collection.deleteMany({}, { session });
      await collection.insertMany([{ a: 2 }, { a: 3 }], { session });
      expect(await number(collection, {}, { session })).toBe(2);
      await session.abortTransaction();
    });
    expect(await collection.find().toArray()).toMatchObject([{ a: 1, n: 0 }]);
    await collection.insertOne({ a: 2 });
  });

  it('end with a command that fails', async () => {
    await database.client.withSession(async (session) => {
      session.startTransaction();
      await collection.insertOne({ a: 2 }, { session });
      await expect(collection.insertOne({ a: 1 }, { session })).rejects.toMatchObject({ code: 11000 });
      await expect(collection.insertOne({ a: 3 }, { session })).rejects.toMatchObject({ code: 251 });
      await session.abortTransaction();
    });
    expect(await number(collection)).toBe(1);
  });

  it('lose no increment, many at once', async () => {
    await Promise.all(
      Array.from({ length: 20 }, () =>
        database.client.withSession((session) =>
          session.withTransaction(async () => {
            const { n } = (await collection.findOne({ a: 1 }, { session })) as unknown as { n: number };
            await collection.updateOne({ a: 1 }, { $set: { n: n + 1 } }, { session });
          }),
        ),
      ),
    );
    expect(await collection.findOne({ a: 1 })).toMatchObject({ n: 20 });
  });
});

describe('sessions', () => {
  const directory = temporaryDirectory();
  let embedded: Awaited<ReturnType<typeof openEmbeddedDatabase>>;
  let client: MongoClient;
  let collection: Collection;
  let raw: RawConnection;
  let session: RawSession;
  const open = async () => {
    embedded = await openEmbeddedDatabase(directory);
    client = await new MongoClient(embedded.uri).connect();
    collection = client.db('bokslut-test').collection('c');
    raw = new RawConnection(embedded.uri);
  };
  const close = async () => {
    raw.destroy();
    await client.close();
    await embedded.close();
  };
  beforeAll(open);
  afterAll(async () => {
    await close();
    rmSync(directory, { recursive: true });
  });
  beforeEach(async () => {
    session = new RawSession('bokslut-test');
    await collection.deleteMany({});
  });
  const insert = (_id: number): Document => ({ insert: 'c', documents: [{ _id }] });
  const ids = async () =>
    (await collection.find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id as unknown);

  it('do a write once that is sent twice, and answer the same', async () => {
    const increment = {
      findAndModify: 'c',
      query: { _id: 1 },
      update: { $inc: { n: 1 } },
      upsert: true,
      new: true,
    };
    const command = session.write(increment);
    const first = await raw.command(command);
    expect(first).toMatchObject({ ok: 1, value: { _id: 1, n: 1 } });
    expect(await raw.command(command)).toEqual(first);
    expect(await new RawConnection(embedded.uri).command(command)).toEqual(first);
    expect(await raw.command(session.write(increment))).toMatchObject({ value: { n: 2 } });
    expect(await raw.command(command)).toMatchObject({ ok: 0, code: 225 });
    expect(await collection.findOne()).toEqual({ _id: 1, n: 2 });
  });

  it('remember that over a restart', async () => {
    const command = session.write(insert(1));
    const first = await raw.command(command);
    const transaction = new RawSession('bokslut-test');
    await raw.command(transaction.begin(insert(2)));
    await raw.command(transaction.commit());
    await close();
    await open();
    expect(await raw.command(command)).toEqual(first);
    expect(await raw.command(transaction.commit())).toMatchObject({ ok: 1 });
    expect(await ids()).toEqual([1, 2]);
  });

  it('commit once what is committed twice', async () => {
    await raw.command(session.begin(insert(1)));
    expect(await raw.command(session.commit())).toMatchObject({ ok: 1 });
    expect(await raw.command(session.commit())).toMatchObject({ ok: 1 });
    expect(await raw.command(session.abort())).toMatchObject({ ok: 0, code: 251 });
    expect(await ids()).toEqual([1]);
  });

  it('let transactions through one after another, in the order of their beginning', async () => {
    const order: string[] = [];
    const [second, third] = [new RawSession('bokslut-test'), new RawSession('bokslut-test')];
    await raw.command(session.begin(insert(1)));
    const other = new RawConnection(embedded.uri);
    const another = new RawConnection(embedded.uri);
    for (const one of [other, another]) await one.command({ ping: 1, $db: 'admin' });
    const waits = other.command(second.begin(insert(2))).then(async (answer) => {
      order.push('second');
      expect(answer).toMatchObject({ ok: 1 });
      return other.command(second.commit());
    });
    await raw.command({ ping: 1, $db: 'admin' });
    const waitsToo = another.command(third.begin(insert(3))).then(async () => {
      order.push('third');
      return another.command(third.commit());
    });
    const plain = collection.insertOne({ _id: 4 as never }).then(() => order.push('plain'));
    await raw.command({ ping: 1, $db: 'admin' });
    expect(await ids()).toEqual([]);
    order.push('first');
    await raw.command(session.commit());
    await Promise.all([waits, waitsToo, plain]);
    expect(order.slice(0, 2)).toEqual(['first', 'second']);
    expect(await ids()).toEqual([1, 2, 3, 4]);
    other.destroy();
    another.destroy();
  });

  it('abort when the client goes away, and others go on', async () => {
    const leaving = new RawConnection(embedded.uri);
    await leaving.command(session.begin(insert(1)));
    const waiting = collection.insertOne({ _id: 2 as never });
    leaving.destroy();
    await waiting;
    expect(await ids()).toEqual([2]);
    expect(await raw.command(session.commit())).toMatchObject({ ok: 0, code: 251 });
  });

  it('do not begin for a client that has gone away meanwhile', async () => {
    await raw.command(session.begin(insert(1)));
    const leaving = new RawConnection(embedded.uri);
    expect(await leaving.command({ ping: 1, $db: 'admin' })).toMatchObject({ ok: 1 });
    leaving.post(new RawSession('bokslut-test').begin(insert(2)));
    leaving.destroy();
    await leaving.closed;
    await raw.command(session.commit());
    await collection.insertOne({ _id: 3 as never });
    expect(await ids()).toEqual([1, 3]);
  });

  it('end a transaction that is open too long, and the writes behind it go on', async () => {
    await raw.command(session.begin(insert(1)));
    await collection.insertOne({ _id: 2 as never });
    const answer = await raw.command(session.commit());
    expect(answer).toMatchObject({ ok: 0, code: 251, errorLabels: ['TransientTransactionError'] });
    expect(await ids()).toEqual([2]);
  });

  it('answer a command of a transaction that is not open, or has a wrong form', async () => {
    expect(await raw.command(session.begin(insert(1)))).toMatchObject({ ok: 1 });
    const other = new RawSession('bokslut-test');
    other.write({});
    expect(await raw.command(other.within(insert(2)))).toMatchObject({ ok: 0, code: 251 });
    expect(
      await raw.command({ ...insert(2), $db: 'bokslut-test', lsid: 5, autocommit: false }),
    ).toMatchObject({ ok: 0 });
    expect(await raw.command({ ...insert(2), $db: 'bokslut-test', autocommit: false })).toMatchObject({
      ok: 0,
      code: 2,
    });
    expect(await raw.command({ ...session.within(insert(2)), txnNumber: 1.5 })).toMatchObject({
      ok: 0,
      code: 2,
    });
    expect(
      await raw.command(session.within({ createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'a' }] })),
    ).toMatchObject({ ok: 0, code: 263 });
    expect(await raw.command(session.commit())).toMatchObject({ ok: 0, code: 251 });
    expect(await ids()).toEqual([]);
  });

  it('keep no cursor beyond the transaction it reads', async () => {
    await collection.insertMany([1, 2, 3].map((_id) => ({ _id: _id as never })));
    await raw.command(session.begin(insert(4)));
    const { cursor } = (await raw.command(session.within({ find: 'c', batchSize: 1 }))) as {
      cursor: { id: unknown };
    };
    await raw.command(session.abort());
    const more = { getMore: cursor.id, collection: 'c', batchSize: 10, $db: 'bokslut-test' };
    expect(await raw.command(more)).toMatchObject({ ok: 0, code: 251 });
  });

  it('enter in a new index what is written just before and after it is made', async () => {
    const written = client.db('bokslut-test').collection('written');
    await Promise.all([
      ...Array.from({ length: 10 }, (_, a) => written.insertOne({ a })),
      index(written, { a: -1 }),
      ...Array.from({ length: 10 }, (_, a) => written.insertOne({ a: a + 10 })),
    ]);
    await close();
    await open();
    const again = client.db('bokslut-test').collection('written');
    expect(await number(again, { a: { $lt: 20 } })).toBe(20);
    expect(await number(again, {}, { hint: { $natural: 1 } })).toBe(20);
  });
});
