import { createHash } from 'node:crypto';
import { closeSync, ftruncateSync, lstatSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { tryLock, unlock } from 'fs-native-extensions';

/** Who holds a data directory. */
export interface Owner {
  readonly process: number;
  readonly host: string;
  readonly since: string;
  readonly socket: string;
}

/** A data directory that another process holds. */
export class DirectoryOwned extends Error {
  readonly owner: Owner | undefined;

  constructor(directory: string, owner: Owner | undefined) {
    const who = owner ? `process ${owner.process} on ${owner.host}, since ${owner.since}` : 'another process';
    super(`${directory} is in use by ${who}. Only one service at a time may hold a data directory.`);
    this.owner = owner;
  }
}

/** A held directory. */
export interface Ownership {
  readonly socket: string;
  release(): void;
}

const LOCK_FILE = 'owner.lock';
/** Whoever looks for an owner holds the lock for a moment. */
const TRIES = 10;
/** What fits into the address of a unix socket on every system. */
const LONGEST_SOCKET_PATH = 100;

/**
 * Takes a data directory for this process. The operating system lets go of the lock when the process ends, however
 * it ends.
 *
 * @throws DirectoryOwned where another process holds it
 */
export async function takeOwnership(directory: string): Promise<Ownership> {
  const path = join(directory, LOCK_FILE);
  const file = openLockFile(directory, path);
  for (let tries = 0; !tryLock(file); tries++) {
    if (tries === TRIES) {
      closeSync(file);
      throw new DirectoryOwned(directory, ownerIn(path));
    }
    await new Promise((next) => setTimeout(next, 1 + 20 * Math.random()));
  }
  const socket = socketPath(directory);
  const owner: Owner = { process: process.pid, host: hostname(), since: new Date().toISOString(), socket };
  ftruncateSync(file);
  writeSync(file, `${JSON.stringify(owner)}\n`);
  return {
    socket,
    release: () => {
      ftruncateSync(file);
      unlock(file);
      closeSync(file);
    },
  };
}

function openLockFile(directory: string, path: string): number {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    return openSync(path, 'a+', 0o600);
  } catch (error) {
    throw new Error(`${directory} cannot be written: ${(error as Error).message}`, { cause: error });
  }
}

/** The process that holds a data directory; undefined where none does. */
export function findOwner(directory: string): Owner | undefined {
  const path = join(directory, LOCK_FILE);
  let file: number;
  try {
    file = openSync(path, 'r+');
  } catch {
    return undefined;
  }
  try {
    if (!tryLock(file)) return ownerIn(path);
    unlock(file);
    return undefined;
  } finally {
    closeSync(file);
  }
}

function ownerIn(path: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Owner;
  } catch {
    return undefined;
  }
}

const fits = (path: string): boolean => Buffer.byteLength(path) <= LONGEST_SOCKET_PATH;

/** In the directory itself, or, where that name is too long, in a private folder of this user. */
function socketPath(directory: string): string {
  const own = join(resolve(directory), 'database.sock');
  if (fits(own)) return own;
  const user = process.getuid?.() ?? 0;
  const hash = createHash('sha256').update(resolve(directory)).digest('hex').slice(0, 16);
  const folderIn = (place: string) => join(place, `bokslut-${user}-${hash}`);
  const usual = folderIn(resolve(tmpdir()));
  const folder = fits(join(usual, 'database.sock')) ? usual : folderIn('/tmp');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { uid, mode } = lstatSync(folder);
  if (uid !== user || (mode & 0o77) !== 0) {
    throw new Error(
      `${folder} belongs to somebody else or is open to others; remove it, or choose a shorter DATA_DIR.`,
    );
  }
  return join(folder, 'database.sock');
}
