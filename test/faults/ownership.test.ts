import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterAll, describe, expect, it } from 'vitest';
import { openEmbeddedDatabase, uriOf } from '../../src/embedded-database/embedded-database.js';
import { findOwner } from '../../src/embedded-database/ownership.js';
import { socketOf } from '../embedded-database/raw.js';
import { temporaryDirectory } from '../support/database.js';
import { Owner } from './owner.js';

describe('the owner of a data directory', () => {
  const root = temporaryDirectory();
  let next = 0;
  const directory = () => join(root, `d${next++}`);
  afterAll(() => rmSync(root, { recursive: true }));

  it('is the only one, and a second is told who it is', async () => {
    const data = directory();
    const owner = new Owner();
    await owner.open(data);
    await expect(openEmbeddedDatabase(data)).rejects.toThrow(`process ${owner.process} on `);
    expect(findOwner(data)).toMatchObject({ process: owner.process });
    await owner.kill();
  });

  it('is the only one within a process too', async () => {
    const data = directory();
    const database = await openEmbeddedDatabase(data);
    await expect(openEmbeddedDatabase(data)).rejects.toThrow(`process ${process.pid} on `);
    await database.close();
    await (await openEmbeddedDatabase(data)).close();
  });

  it('lets go when it ends, and when it is killed', async () => {
    const data = directory();
    expect(findOwner(data)).toBeUndefined();
    const owner = new Owner();
    await owner.open(data);
    await owner.kill();
    expect(findOwner(data)).toBeUndefined();
    const database = await openEmbeddedDatabase(data);
    expect(findOwner(data)).toMatchObject({ process: process.pid });
    await database.close();
    expect(findOwner(data)).toBeUndefined();
  });

  it('lets nobody else at its files', async () => {
    const data = directory();
    mkdirSync(data, { mode: 0o755 });
    const database = await openEmbeddedDatabase(data);
    const open = (path: string) => statSync(path).mode & 0o77;
    expect(
      [data, join(data, 'data.mdb'), join(data, 'owner.lock'), socketOf(database.uri)].map(open),
    ).toEqual([0, 0, 0, 0]);
    await database.close();
  });

  it('is found where the name of the directory is too long for a socket', async () => {
    const data = join(directory(), 'a'.repeat(120));
    const database = await openEmbeddedDatabase(data);
    const client = await new MongoClient(uriOf(findOwner(data)!.socket)).connect();
    expect(await client.db('bokslut-test').command({ ping: 1 })).toMatchObject({ ok: 1 });
    expect(statSync(join(socketOf(database.uri), '..')).mode & 0o77).toBe(0);
    await client.close();
    await database.close();
    rmSync(join(socketOf(database.uri), '..'), { recursive: true });
  });

  it('is found where the folder for temporary files has too long a name as well', async () => {
    const before = process.env['TMPDIR'];
    process.env['TMPDIR'] = directory() + 'b'.repeat(120);
    try {
      const database = await openEmbeddedDatabase(join(directory(), 'a'.repeat(120)));
      const client = await new MongoClient(uriOf(socketOf(database.uri))).connect();
      expect(await client.db('bokslut-test').command({ ping: 1 })).toMatchObject({ ok: 1 });
      await client.close();
      await database.close();
      rmSync(join(socketOf(database.uri), '..'), { recursive: true });
    } finally {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
    }
  });

  it('is found by a client, which goes on when the owner is killed and another comes', async () => {
    const data = directory();
    const first = new Owner();
    await first.open(data);
    const client = await new MongoClient(uriOf(findOwner(data)!.socket)).connect();
    const collection = client.db('bokslut-test').collection<{ _id: number }>('c');
    await collection.insertOne({ _id: 1 });
    await first.kill();
    // The driver may wait for ever for a connection that ends just as it is written to.
    await new Promise((resolve) => setTimeout(resolve, 200));
    await expect(collection.insertOne({ _id: 2 })).rejects.toThrow();
    expect(findOwner(data)).toBeUndefined();
    const second = new Owner();
    await second.open(data);
    await collection.insertOne({ _id: 2 });
    expect(await collection.find().sort({ _id: 1 }).toArray()).toEqual([{ _id: 1 }, { _id: 2 }]);
    await client.close();
    await second.close();
  });

  it('is one of two that start in the same instant', async () => {
    const rivals = [new Owner(), new Owner()];
    for (let round = 0; round < 20; round++) {
      const data = directory();
      const answers = await Promise.all(rivals.map((rival) => rival.open(data)));
      expect(
        answers.filter(({ uri }) => uri !== undefined),
        JSON.stringify(answers),
      ).toHaveLength(1);
      expect(answers.find(({ refused }) => refused !== undefined)?.refused).toContain('is in use by');
    }
    await Promise.all(rivals.map((rival) => rival.close()));
  });

  it('can start while others look for it', async () => {
    const data = directory();
    for (let round = 0; round < 5; round++) {
      const owner = new Owner();
      let looking = true;
      const look = async (): Promise<void> => {
        while (looking) {
          findOwner(data);
          await new Promise((resolve) => setImmediate(resolve));
        }
      };
      const looked = look();
      expect(await owner.open(data)).toHaveProperty('uri');
      looking = false;
      await looked;
      await owner.close();
    }
  });
});
