import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { open } from 'lmdb';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbeddedDatabase } from '../../src/embedded-database/embedded-database.js';
import { findOwner } from '../../src/embedded-database/ownership.js';
import { Choices } from '../embedded-database/random.js';
import { index, number } from '../embedded-database/table.js';
import { temporaryDirectory } from '../support/database.js';

const root = temporaryDirectory();
afterAll(() => rmSync(root, { recursive: true }));

async function withClient<T>(uri: string, job: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = await new MongoClient(uri).connect();
  try {
    return await job(client);
  } finally {
    await client.close();
  }
}

describe('a data file that is not whole or not ours', () => {
  const good = join(root, 'good');
  const file = join(good, 'data.mdb');
  let size = 0;
  beforeAll(async () => {
    const database = await openEmbeddedDatabase(good);
    await withClient(database.uri, async (client) => {
      const collection = client.db('bokslut-test').collection('c');
      await index(collection, { a: 1 });
      await collection.insertMany(Array.from({ length: 2000 }, (_, a) => ({ a, text: 'x'.repeat(500) })));
    });
    await database.close();
    size = statSync(file).size;
  });

  const foreign = join(root, 'foreign.mdb');
  const bytes = (length: number, seed: number) => {
    const choices = new Choices(seed);
    return Buffer.from(Array.from({ length }, () => choices.below(256)));
  };

  it.each<[string, RegExp, (path: string) => void | Promise<void>]>([
    ['half of it', /is cut off/, (path) => truncateSync(path, Math.floor(size / 2))],
    ['all but its last page', /is cut off/, (path) => truncateSync(path, size - 4096)],
    ['its first three pages', /is cut off/, (path) => truncateSync(path, 3 * 4096)],
    ['its first page', /not a database of Bokslut/, (path) => truncateSync(path, 4096)],
    ['its first bytes', /not a database of Bokslut/, (path) => truncateSync(path, 100)],
    ['nothing', /is empty/, (path) => truncateSync(path, 0)],
    ['text', /not a database of Bokslut/, (path) => writeFileSync(path, 'Hello\n'.repeat(10_000))],
    ['zeros', /not a database of Bokslut/, (path) => writeFileSync(path, Buffer.alloc(100_000))],
    ['random bytes', /not a database of Bokslut/, (path) => writeFileSync(path, bytes(100_000, 1))],
    [
      'random bytes at its beginning',
      /not a database of Bokslut/,
      (path) => writeFileSync(path, Buffer.concat([bytes(8192, 2), readFileSync(path).subarray(8192)])),
    ],
    [
      'the file of another program',
      /written by another program/,
      async (path) => {
        const other = open({ path: foreign, noSubdir: true });
        await other.put('key', 'value');
        await other.close();
        copyFileSync(foreign, path);
      },
    ],
  ])('%s is refused, left as it is, and a whole copy in its place opens', async (what, message, damage) => {
    const directory = join(root, what.replaceAll(' ', '-'));
    const path = join(directory, 'data.mdb');
    mkdirSync(directory);
    copyFileSync(file, path);
    await damage(path);
    const before = readFileSync(path);
    await expect(openEmbeddedDatabase(directory)).rejects.toThrow(message);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(findOwner(directory)).toBeUndefined();
    unlinkSync(path);
    copyFileSync(file, path);
    const database = await openEmbeddedDatabase(directory);
    expect(
      await withClient(database.uri, (client) =>
        number(client.db('bokslut-test').collection('c'), { a: { $lt: 2000 } }),
      ),
    ).toBe(2000);
    await database.close();
  });

  it('a directory that is a file is refused', async () => {
    await expect(openEmbeddedDatabase(file)).rejects.toThrow('cannot be written');
  });
});

const [MOUNT, UNMOUNT] = ['mount', 'umount'];

const mountable = (() => {
  const directory = join(root, 'probe');
  mkdirSync(directory);
  try {
    mount(directory, '1m');
    execFileSync(UNMOUNT, ['-l', directory]);
    return true;
  } catch {
    process.stdout.write('Disks that are full or read-only: not tested, for mounting one takes root.\n');
    return false;
  }
})();

function mount(directory: string, size: string): void {
  execFileSync(MOUNT, ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', directory], { stdio: 'pipe' });
}

describe.runIf(mountable)('a disk of its own', () => {
  it('that is full: writes fail, nothing acknowledged is lost, and it goes on when there is room', async () => {
    const directory = join(root, 'full');
    mkdirSync(directory);
    mount(directory, '12m');
    try {
      writeFileSync(join(directory, 'ballast'), Buffer.alloc(4 * 1024 * 1024));
      let database = await openEmbeddedDatabase(directory);
      const ids = new Set<number>();
      const all = (client: MongoClient) =>
        client.db('bokslut-test').collection<{ _id: number; even: number; pad: string; text: string }>('c');
      const pad = (_id: number) => String(_id).padStart(1_400, '0');
      const insert = async (client: MongoClient, _id: number, text: number): Promise<unknown> => {
        try {
          await all(client).insertOne({ _id, even: _id % 2, pad: pad(_id), text: 'x'.repeat(text) });
        } catch (error) {
          return error;
        }
        ids.add(_id);
        return undefined;
      };
      const check = async (client: MongoClient): Promise<void> => {
        expect(
          (
            await all(client)
              .find({}, { hint: { $natural: 1 } })
              .toArray()
          )
            .map(({ _id }) => _id)
            .sort((a, b) => a - b),
        ).toEqual([...ids].sort((a, b) => a - b));
        for (const even of [0, 1]) {
          const expected = [...ids].filter((_id) => _id % 2 === even).length;
          expect(await number(all(client) as never, { even })).toBe(expected);
        }
      };
      await withClient(database.uri, async (client) => {
        await index(all(client) as never, { even: 1 });
        let error: unknown;
        let _id = 0;
        while (!error) error = await insert(client, _id++, 60_000);
        expect(error).toMatchObject({ code: 14031 });
        // An index that does not reach the disk is not there; made again when there is room, it holds everything.
        await expect(index(all(client) as never, { pad: 1 })).rejects.toMatchObject({ code: 14031 });
        expect(ids.size).toBeGreaterThan(10);
        await check(client);
        for (let at = 0; at < 10; at++) await insert(client, _id++, 60_000);
        await expect(
          all(client).insertMany(
            Array.from({ length: 100 }, () => ({ _id: _id++, text: 'x'.repeat(60_000) })) as never,
          ),
        ).rejects.toMatchObject({ code: 14031 });
        await check(client);
        unlinkSync(join(directory, 'ballast'));
        for (let at = 0; at < 10; at++) expect(await insert(client, _id++, 60_000)).toBeUndefined();
        await check(client);
        await index(all(client) as never, { pad: 1 });
        expect(await number(all(client) as never, { pad: { $lt: 'x' } })).toBe(ids.size);
      });
      await database.close();
      database = await openEmbeddedDatabase(directory);
      await withClient(database.uri, check);
      await database.close();
    } finally {
      execFileSync(UNMOUNT, ['-l', directory]);
    }
  });

  it('that is read-only: refused with a message that says so', async () => {
    const directory = join(root, 'read-only');
    mkdirSync(directory);
    mount(directory, '8m');
    try {
      await (await openEmbeddedDatabase(directory)).close();
      const before = readFileSync(join(directory, 'data.mdb'));
      execFileSync(MOUNT, ['-o', 'remount,ro', directory]);
      await expect(openEmbeddedDatabase(directory)).rejects.toThrow(/cannot be written.*read-only/);
      expect(readFileSync(join(directory, 'data.mdb')).equals(before)).toBe(true);
      execFileSync(MOUNT, ['-o', 'remount,rw', directory]);
      await (await openEmbeddedDatabase(directory)).close();
    } finally {
      execFileSync(UNMOUNT, ['-l', directory]);
    }
  });
});
