import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Db, MongoClient, type MongoClientOptions } from 'mongodb';
import { openEmbeddedDatabase } from '../../src/embedded-database/embedded-database.js';

/** Where a test may find a database. */
export type Kind = 'the embedded database' | 'TEST_MONGODB_URI' | 'MONGOD_BINARY';

/** Said where the tests could not run on MongoDB. */
export const NO_SERVER =
  'Not run on MongoDB: neither TEST_MONGODB_URI nor MONGOD_BINARY is set. The embedded database alone was tested.';

/** The kinds of databases at hand. */
export const kinds: readonly Kind[] = [
  'the embedded database',
  ...(process.env['TEST_MONGODB_URI'] ? (['TEST_MONGODB_URI'] as const) : []),
  ...(process.env['MONGOD_BINARY'] ? (['MONGOD_BINARY'] as const) : []),
];

/** A fresh, empty database; gone when it is closed. */
export interface TestDatabase {
  readonly uri: string;
  readonly client: MongoClient;
  readonly db: Db;
  close(): Promise<void>;
}

const PREFIX = 'bokslut-test-';

/**
 * Refuses every database that is not one of the tests'.
 *
 * @throws Error where the name does not begin with `bokslut-test-`
 */
export function testName(name: string): string {
  if (name.startsWith(PREFIX)) return name;
  throw new Error(`Tests only touch databases named ${PREFIX}…, not ${name}.`);
}

/** @throws Error where an address names a database that is not one of the tests' */
export function checkUri(uri: string): void {
  const [, named = ''] = /^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]*)/.exec(uri) ?? [];
  if (named !== '') testName(named);
}

/** Opens a fresh database of a kind. */
export async function openTestDatabase(
  kind: Kind = 'the embedded database',
  options: MongoClientOptions = {},
): Promise<TestDatabase> {
  const { uri, ...server } = await started(kind);
  checkUri(uri);
  const client = new MongoClient(uri, options);
  await client.connect();
  const db = client.db(testName(`${PREFIX}${randomUUID()}`));
  return {
    uri,
    client,
    db,
    close: async () => {
      await server.empty(db);
      await client.close();
      await server.stop();
    },
  };
}

interface Started {
  readonly uri: string;
  /** Takes away what a test leaves, where the server outlives it. */
  empty(db: Db): Promise<unknown>;
  stop(): Promise<void>;
}

const gone = (): Promise<void> => Promise.resolve();

async function started(kind: Kind): Promise<Started> {
  if (kind === 'TEST_MONGODB_URI') {
    return { uri: process.env['TEST_MONGODB_URI'] ?? '', empty: (db) => db.dropDatabase(), stop: gone };
  }
  if (kind === 'MONGOD_BINARY') {
    const { MongoMemoryReplSet } = await import('mongodb-memory-server');
    const systemBinary = process.env['MONGOD_BINARY'] ?? '';
    const server = await MongoMemoryReplSet.create({ binary: { systemBinary }, replSet: { count: 1 } });
    return {
      uri: server.getUri(),
      empty: gone,
      stop: async () => {
        await server.stop();
      },
    };
  }
  const directory = temporaryDirectory();
  const database = await openEmbeddedDatabase(directory);
  return {
    uri: database.uri,
    empty: gone,
    stop: async () => {
      await database.close();
      rmSync(directory, { recursive: true });
    },
  };
}

/** A new directory for one test. */
export const temporaryDirectory = (): string => mkdtempSync(join(tmpdir(), PREFIX));
