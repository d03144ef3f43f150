import { BSON, type Collection, type Document } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { Choices } from './random.js';
import { message, RawConnection } from './raw.js';

const PING = { ping: 1, $db: 'admin' };

/** Whatever comes over a connection, that connection alone is closed or answered. */
describe('what is no message of the protocol', () => {
  let database: TestDatabase;
  let collection: Collection;
  let healthy: RawConnection;
  beforeAll(async () => {
    database = await openTestDatabase();
    collection = database.db.collection('c');
    await collection.insertOne({ a: 1 });
    healthy = new RawConnection(database.uri);
  });
  afterAll(() => {
    healthy.destroy();
    return database.close();
  });

  /** Sends bytes and nothing more. @returns the answers until the connection is closed */
  async function sent(...pieces: readonly Uint8Array[]): Promise<Document[]> {
    const connection = new RawConnection(database.uri);
    for (const piece of pieces) connection.send(piece);
    connection.end();
    const answers: Document[] = [];
    for (let answer = await connection.answer(); answer; answer = await connection.answer())
      answers.push(answer);
    await connection.closed;
    return answers;
  }

  async function othersGoOn(): Promise<void> {
    expect(await healthy.command(PING)).toMatchObject({ ok: 1 });
    expect(await collection.findOne()).toMatchObject({ a: 1 });
  }

  const body = Buffer.concat([Buffer.of(0), BSON.serialize(PING)]);
  const withLength = (bytes: Uint8Array, at: number, length: number): Buffer => {
    const changed = Buffer.from(bytes);
    changed.writeInt32LE(length, at);
    return changed;
  };
  const sequence = (length: number, name: Buffer, ...documents: readonly Uint8Array[]): Buffer => {
    const size = Buffer.alloc(5);
    size[0] = 1;
    size.writeInt32LE(length, 1);
    return Buffer.concat([body, size, name, ...documents]);
  };
  const nested = (depth: number): Buffer => {
    let inner: Buffer = Buffer.from([5, 0, 0, 0, 0]);
    for (let at = 0; at < depth; at++) {
      const size = Buffer.alloc(4);
      size.writeInt32LE(inner.length + 8);
      inner = Buffer.concat([size, Buffer.from([3, 97, 0]), inner, Buffer.of(0)]);
    }
    return inner;
  };

  it.each<[string, Buffer]>([
    ['a length of 0', message(PING, { length: 0 })],
    ['a length below the header', message(PING, { length: 15 })],
    ['a negative length', message(PING, { length: -1 })],
    ['the least length', message(PING, { length: -2147483648 })],
    ['the greatest length', message(PING, { length: 2147483647 })],
    ['a length just too large', message(PING, { length: 48_000_001 })],
    ['the header alone', message(Buffer.alloc(0)).subarray(0, 16)],
    ['a length of the header alone', message(PING, { length: 16 })],
    ['no section', message(Buffer.alloc(0))],
    ['an unknown operation', message(PING, { operation: 0 })],
    ['the operation of compressed messages', message(PING, { operation: 2012 })],
    ['the operation of old inserts', message(PING, { operation: 2002 })],
    ['an operation below 0', message(PING, { operation: -2013 })],
    ['an unknown flag', message(PING, { flags: 4 })],
    ['the flag of a checksum without one', message(Buffer.alloc(2), { flags: 1 })],
    ['an unknown section', message(Buffer.concat([Buffer.of(2), BSON.serialize(PING)]))],
    ['two bodies', message(Buffer.concat([body, body]))],
    ['a document of length 0', message(withLength(body, 1, 0))],
    ['a document of a negative length', message(withLength(body, 1, -5))],
    ['a document longer than its message', message(withLength(body, 1, 100_000))],
    ['a document shorter than its fields', message(withLength(body, 1, 12))],
    ['a document without its end', message(Buffer.concat([body.subarray(0, -1), Buffer.of(7)]))],
    [
      'a document with an unknown type',
      message(Buffer.concat([body.subarray(0, 5), Buffer.of(0x55), body.subarray(6)])),
    ],
    [
      'text that is no UTF-8',
      message(Buffer.concat([Buffer.of(0), Buffer.from([14, 0, 0, 0, 2, 97, 0, 2, 0, 0, 0, 0xff, 0, 0])])),
    ],
    ['a sequence of a negative length', message(sequence(-4, Buffer.from('documents\0')))],
    ['a sequence longer than its message', message(sequence(1_000_000, Buffer.from('documents\0')))],
    ['a sequence without the end of its name', message(sequence(13, Buffer.from('documents')))],
    [
      'a sequence with a document that is cut off',
      message(sequence(18, Buffer.from('documents\0'), Buffer.from([90, 0, 0, 0]))),
    ],
    ['nothing at all', Buffer.alloc(0)],
    ['another protocol', Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')],
  ])('%s', async (_what, bytes) => {
    expect(await sent(bytes)).toEqual([]);
    await othersGoOn();
  });

  it.each<[string, Buffer]>([
    ['an empty command', message({})],
    ['a command without a database', message({ ping: 1 })],
    ['a command with a number for a database', message({ ping: 1, $db: 5 })],
    ['a database with a dot', message({ ping: 1, $db: 'a.b' })],
    [
      'a command named __proto__',
      message(
        Buffer.concat([Buffer.of(0), BSON.serialize(JSON.parse('{"__proto__":1,"$db":"a"}') as Document)]),
      ),
    ],
    [
      'an old message that is no greeting',
      message(Buffer.concat([Buffer.from('admin.$cmd\0'), Buffer.alloc(8), BSON.serialize({ find: 'c' })]), {
        operation: 2004,
      }),
    ],
    [
      'an insert of a document of great depth',
      message({ insert: 'deep', $db: 'bokslut-test', documents: [BSON.deserialize(nested(3_000))] }),
    ],
    ['an empty insert', message({ insert: 'c', $db: 'bokslut-test', documents: [] })],
    ['an insert of numbers', message({ insert: 'c', $db: 'bokslut-test', documents: [1] })],
  ])('%s is answered with an error', async (_what, bytes) => {
    const [answer] = await sent(bytes);
    expect(Number(answer?.['ok']) === 0 || answer?.['writeErrors'] !== undefined).toBe(true);
    await othersGoOn();
  });

  it('random bytes, and messages in which some bytes are others', async () => {
    const choices = new Choices(Number(process.env['FUZZ_SEED'] ?? 11));
    const good = [
      message({ find: 'c', $db: 'bokslut-test', filter: { a: { $in: [1, 'x'] } } }),
      message({
        insert: 'fuzz',
        $db: 'bokslut-test',
        documents: [{ _id: 1, a: 'text' }],
        lsid: { id: new BSON.UUID() },
      }),
      message(sequence(30, Buffer.from('documents\0'), BSON.serialize({ a: 1, b: 2 }))),
    ];
    for (let round = 0; round < 300; round++) {
      const bytes = Buffer.from(choices.of(good));
      const kind = choices.next();
      if (kind < 0.2)
        await sent(Buffer.from(Array.from({ length: choices.below(200) }, () => choices.below(256))));
      else if (kind < 0.4) await sent(bytes.subarray(0, choices.below(bytes.length)));
      else {
        for (let at = 0; at <= choices.below(4); at++)
          bytes[choices.below(bytes.length)] = choices.below(256);
        await sent(bytes);
      }
    }
    await othersGoOn();
  });

  it('a message byte by byte, and several in one piece', async () => {
    expect(await sent(...[...message(PING)].map((byte) => Buffer.of(byte)))).toMatchObject([{ ok: 1 }]);
    const many = Array.from({ length: 50 }, (_, at) =>
      message({ find: 'c', $db: 'admin', filter: { a: at } }),
    );
    expect(await sent(Buffer.concat(many))).toHaveLength(50);
  });

  it('writes nobody waits for are done before the answer that follows them', async () => {
    const connection = new RawConnection(database.uri);
    for (let at = 0; at < 20; at++) {
      connection.post({ insert: 'unanswered', documents: [{ at }], $db: 'bokslut-test' }, 2);
    }
    const { cursor } = (await connection.command({ find: 'unanswered', $db: 'bokslut-test' })) as {
      cursor: { firstBatch: Document[] };
    };
    expect(cursor.firstBatch).toHaveLength(20);
    connection.destroy();
  });

  it('a client that asks for much and reads nothing', async () => {
    await database.db.collection('large').insertOne({ text: 'x'.repeat(4_000_000) });
    const connection = new RawConnection(database.uri);
    connection.pause();
    const asked = 60;
    const before = process.memoryUsage().rss;
    for (let at = 0; at < asked; at++) connection.post({ find: 'large', $db: database.db.databaseName });
    for (let at = 0; at < 20; at++) await othersGoOn();
    // 240 MB are asked for; the server holds one answer, not all of them.
    expect(process.memoryUsage().rss - before).toBeLessThan(120_000_000);
    connection.resume();
    for (let at = 0; at < asked; at++) expect(await connection.answer()).toMatchObject({ ok: 1 });
    connection.destroy();
  });

  it('a client that goes away in the middle', async () => {
    for (let at = 0; at < 20; at++) {
      const connection = new RawConnection(database.uri);
      connection.post({ find: 'c', $db: 'bokslut-test' });
      connection.send(message(PING).subarray(0, 30));
      connection.destroy();
    }
    await othersGoOn();
  });
});
