import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import mongoose from 'mongoose';
import { findOwner } from '../../embedded-database/ownership.js';
import { openEmbeddedDatabase, uriOf } from '../../embedded-database/embedded-database.js';
import type { Config } from '../../config.js';
import { Explained } from '../explained.js';

export type DatabaseKind = 'embedded' | 'mongod' | 'mongodb';

/** The open database. */
export interface Database {
  readonly kind: DatabaseKind;
  /** What the server says of its version; only of a real one. */
  readonly version: string;
  /** Settles only if the database ends by itself, with the reason. */
  readonly failed: Promise<Error>;
  ping(): Promise<void>;
  close(): Promise<void>;
}

interface Home {
  readonly kind: DatabaseKind;
  readonly uri: string;
  readonly failed: Promise<Error>;
  close(): Promise<void>;
}

/** There is no database to work with. */
export class NoDatabase extends Explained {}

/**
 * Whether this process may hold the data directory, or is a guest of the process that does; `of-what-is-there` is
 * either, and makes no database where there is none.
 */
export type Place = 'owner' | 'owner-or-guest' | 'of-what-is-there' | 'guest';

type Settings = Pick<
  Config,
  'MONGODB_URI' | 'MONGODB_DATABASE' | 'MONGOD_BINARY' | 'DATA_DIR' | 'NODE_ENV' | 'ALLOW_EMBEDDED_DB'
>;

mongoose.set('strict', 'throw');
mongoose.set('strictQuery', 'throw');
mongoose.set('sanitizeFilter', true);
mongoose.set('autoIndex', false);
mongoose.set('autoCreate', false);
mongoose.set('bufferCommands', false);
mongoose.set('transactionAsyncLocalStorage', true);

/** How long to look for a database before saying that there is none. */
const PATIENCE = 10_000;

/**
 * Opens the database the settings name and makes its indexes: MONGODB_URI, else a mongod of MONGOD_BINARY, else the
 * embedded one in DATA_DIR. The only place that knows which it is.
 *
 * @throws NoDatabase where it cannot be opened or reached; never falls back to another
 */
export async function openDatabase(settings: Settings, place: Place): Promise<Database> {
  const home = await openHome(settings, place).catch((error: unknown) => {
    throw noDatabase(error, settings);
  });
  try {
    await mongoose.connect(home.uri, {
      dbName: settings.MONGODB_DATABASE,
      serverSelectionTimeoutMS: PATIENCE,
      appName: 'bokslut',
    });
    const version = await serverVersion();
    if (place !== 'guest') for (const model of Object.values(mongoose.models)) await model.createIndexes();
    return {
      kind: home.kind,
      version,
      failed: home.failed,
      ping: async () => {
        await admin().command({ ping: 1 });
      },
      close: async () => {
        await mongoose.disconnect();
        await home.close();
      },
    };
  } catch (error) {
    await mongoose.disconnect();
    await home.close();
    throw noDatabase(error, settings);
  }
}

function noDatabase(error: unknown, { MONGODB_URI, MONGOD_BINARY }: Settings): NoDatabase {
  if (error instanceof NoDatabase) return error;
  const [setting] = Object.entries({ MONGODB_URI, MONGOD_BINARY }).find(([, value]) => value) ?? [];
  const message = (error instanceof Error ? error.message : String(error)).split(/\n\s+at /)[0] ?? '';
  const named =
    setting === undefined ? message : `The database that ${setting} names cannot be used: ${message}`;
  return new NoDatabase(named, { cause: error });
}

const never = new Promise<Error>(() => undefined);

async function openHome(settings: Settings, place: Place): Promise<Home> {
  if (settings.MONGODB_URI !== undefined) {
    return { kind: 'mongodb', uri: settings.MONGODB_URI, failed: never, close: () => Promise.resolve() };
  }
  if (settings.MONGOD_BINARY !== undefined) return openMongod(settings, settings.MONGOD_BINARY);
  if (settings.NODE_ENV === 'production' && !settings.ALLOW_EMBEDDED_DB) {
    throw new NoDatabase(
      'In production the service wants MongoDB: set MONGODB_URI, or ALLOW_EMBEDDED_DB=1 for the embedded database on one machine.',
    );
  }
  const directory = resolve(settings.DATA_DIR);
  const owner = place === 'owner' ? undefined : findOwner(directory);
  if (owner)
    return { kind: 'embedded', uri: uriOf(owner.socket), failed: never, close: () => Promise.resolve() };
  if (place === 'guest') throw new DirectoryNotOwned(directory);
  if (place === 'of-what-is-there' && !existsSync(join(directory, 'data.mdb'))) {
    throw new NoDatabase(
      `There is no database in ${directory}. Name the directory of the service in DATA_DIR, or its MONGODB_URI.`,
    );
  }
  return { kind: 'embedded', ...(await openEmbeddedDatabase(directory)) };
}

/** No service holds the data directory yet. */
export class DirectoryNotOwned extends NoDatabase {
  constructor(directory: string) {
    super(`No service is running on ${directory}.`);
  }
}

async function openMongod(settings: Settings, binary: string): Promise<Home> {
  const dbPath = resolve(settings.DATA_DIR, 'mongod');
  mkdirSync(dbPath, { recursive: true, mode: 0o700 });
  const { MongoMemoryReplSet } = await import('mongodb-memory-server');
  const set = await MongoMemoryReplSet.create({
    binary: { systemBinary: binary },
    replSet: { count: 1, storageEngine: 'wiredTiger' },
    instanceOpts: [{ dbPath, storageEngine: 'wiredTiger' }],
  });
  return {
    kind: 'mongod',
    uri: set.getUri(),
    failed: never,
    close: async () => {
      await set.stop({ doCleanup: false });
    },
  };
}

function admin() {
  const { db } = mongoose.connection;
  if (!db) throw new Error('The database is not connected.');
  return db.admin();
}

async function serverVersion(): Promise<string> {
  const { version } = (await admin().command({ buildInfo: 1 })) as { version: string };
  return version;
}
