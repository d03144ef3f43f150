import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize } from 'bson';
import { open, type RootDatabase } from 'lmdb';
import { DatabaseError } from '../database-error.js';
import { encode, type Fields } from '../values/value.js';
import { Changes } from './changes.js';
import { Collection, type CollectionFacts } from './collection.js';
import { type Entry, type Piece, range, type Reader } from './entries.js';
import { checkDataFile } from './file-check.js';

/** Everything that is no collection lies before the first of them. */
const SECTION = { format: 0, catalogue: 1, sessions: 2 } as const;
const FORMAT = Buffer.from('bokslut-embedded/1');

type Fail = (error: Error) => void;
type Task =
  | { readonly kind: 'write'; readonly run: (changes: Changes) => () => void; readonly fail: Fail }
  | { readonly kind: 'alone'; readonly run: () => void }
  | { readonly kind: 'begin'; readonly grant: () => void };

/** Changes of several commands that become true together; no other write happens meanwhile. */
export interface Transaction {
  readonly changes: Changes;
  /** Writes everything durably. */
  commit(): void;
  abort(): void;
}

/** The data of one directory: an ordered store, the catalogue of its collections, and the queue of its writers. */
export class Store {
  private readonly lmdb: RootDatabase<Buffer, Buffer>;
  private readonly collections = new Map<string, Collection>();
  private readonly tasks: Task[] = [];
  private scheduled = false;
  private occupied = false;
  private nextId = 1;
  readonly committed: Reader;

  private constructor(lmdb: RootDatabase<Buffer, Buffer>) {
    this.lmdb = lmdb;
    this.committed = new Committed(lmdb);
    this.checkFormat();
    for (const { value } of range(this.committed, key(SECTION.catalogue), key(SECTION.catalogue + 1))) {
      const collection = new Collection(deserialize(value) as CollectionFacts, true);
      for (const { record } of collection.documents(this.committed, true)) {
        collection.nextRecord = record + 1;
        break;
      }
      this.add(collection);
    }
  }

  /**
   * Opens the data of a directory, and makes it where there is none.
   *
   * @throws Error where its file is foreign, cut off or of another format
   */
  static async open(directory: string): Promise<Store> {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const path = join(directory, 'data.mdb');
    await checkDataFile(path);
    const lmdb = open<Buffer, Buffer>({
      path,
      noSubdir: true,
      keyEncoding: 'binary',
      encoding: 'binary',
      cache: false,
      overlappingSync: false,
    });
    try {
      for (const file of [path, `${path}-lock`]) chmodSync(file, 0o600);
      return new Store(lmdb);
    } catch (error) {
      await lmdb.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.lmdb.close();
  }

  collection(database: string, name: string): Collection | undefined {
    return this.collections.get(`${database}.${name}`);
  }

  collectionsOf(database: string): readonly Collection[] {
    return [...this.collections.values()]
      .filter((collection) => collection.database === database)
      .sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  /** The collection of that name, made where there is none; the next commit keeps it. */
  ensure(database: string, name: string): Collection {
    const existing = this.collection(database, name);
    if (existing) return existing;
    const index = { id: 1, specification: { key: { _id: 1 }, name: '_id_' }, list: false };
    const facts = { id: this.nextId, database, name, nextIndex: 2, indexes: [index] };
    const collection = new Collection(facts, false);
    this.add(collection);
    return collection;
  }

  /** Takes a collection and its documents away, within a job that is alone. */
  drop(changes: Changes, collection: Collection): () => void {
    const all = [id(collection.id), id(collection.id + 1)] as const;
    for (const { key: gone } of range(this.committed, ...all)) changes.remove(gone);
    changes.remove(key(SECTION.catalogue, id(collection.id)));
    this.collections.delete(collection.namespace);
    return () => this.collections.set(collection.namespace, collection);
  }

  /**
   * Changes the catalogue, after the writes before it and with no transaction open.
   *
   * @param job puts into `undo` what is to be done in memory should the changes not reach the disk
   */
  alone<T>(job: (changes: Changes, undo: (() => void)[]) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.enqueue({
        kind: 'alone',
        run: () => {
          const undo: (() => void)[] = [];
          try {
            const changes = new Changes(this.committed);
            const result = job(changes, undo);
            this.commit(changes);
            resolve(result);
          } catch (error) {
            for (const step of undo.reverse()) step();
            reject(asError(error));
          }
        },
      });
    });
  }

  /** Runs a write after those before it; answered when it is on the disk. */
  write<T>(job: (changes: Changes) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.enqueue({
        kind: 'write',
        run: (changes) => {
          const result = job(changes);
          return () => resolve(result);
        },
        fail: reject,
      });
    });
  }

  /** Waits for its turn and keeps other writers waiting until it ends. */
  begin(): Promise<Transaction> {
    return new Promise((resolve) => {
      this.enqueue({
        kind: 'begin',
        grant: () => {
          this.occupied = true;
          const changes = new Changes(this.committed);
          const end = () => {
            changes.end();
            this.occupied = false;
            this.schedule();
          };
          resolve({
            changes,
            commit: () => {
              try {
                this.commit(changes);
              } finally {
                end();
              }
            },
            abort: end,
          });
        },
      });
    });
  }

  /** What is remembered of a session. */
  sessionRecord(reader: Reader, session: Buffer): Buffer | undefined {
    return reader.get(key(SECTION.sessions, session));
  }

  keepSessionRecord(changes: Changes, session: Buffer, record: Buffer): void {
    changes.put(key(SECTION.sessions, session), record);
  }

  /** Forgets what is remembered of sessions, all or those a test picks. */
  forgetSessions(picks: (record: Buffer) => boolean): Promise<void> {
    return this.write((changes) => {
      const sessions = [key(SECTION.sessions), key(SECTION.sessions + 1)] as const;
      for (const { key: at, value } of range(changes, ...sessions)) if (picks(value)) changes.remove(at);
    });
  }

  private enqueue(task: Task): void {
    this.tasks.push(task);
    this.schedule();
  }

  private schedule(): void {
    if (this.scheduled || this.occupied || this.tasks.length === 0) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.runTasks();
    });
  }

  /** All writes that wait go into one commit, until something that wants to be alone comes. */
  private runTasks(): void {
    const batch = new Changes(this.committed);
    const ran: { readonly answer: () => void; readonly fail: Fail }[] = [];
    for (let task = this.tasks[0]; task?.kind === 'write'; task = this.tasks[0]) {
      this.tasks.shift();
      const own = new Changes(batch);
      try {
        ran.push({ answer: task.run(own), fail: task.fail });
        batch.take(own);
      } catch (error) {
        task.fail(asError(error));
      }
    }
    try {
      if (ran.length > 0) this.commit(batch);
      for (const { answer } of ran) answer();
    } catch (error) {
      for (const { fail } of ran) fail(asError(error));
    }
    const next = this.tasks[0];
    if (next && next.kind !== 'write') {
      this.tasks.shift();
      if (next.kind === 'alone') next.run();
      else next.grant();
    }
    this.schedule();
  }

  private commit(changes: Changes): void {
    const unkept = [...this.collections.values()].filter(({ kept }) => !kept);
    for (const collection of unkept) {
      changes.put(key(SECTION.catalogue, id(collection.id)), encode(collection.facts() as unknown as Fields));
    }
    try {
      this.lmdb.transactionSync(() => {
        for (const [at, value] of changes.all()) {
          if (value) this.lmdb.putSync(at, value);
          else this.lmdb.removeSync(at);
        }
      });
    } catch (error) {
      throw new DatabaseError(
        14031,
        'OutOfDiskSpace',
        `The data could not be written to the disk: ${asError(error).message}`,
      );
    }
    for (const collection of unkept) collection.kept = true;
  }

  private add(collection: Collection): void {
    this.collections.set(collection.namespace, collection);
    this.nextId = Math.max(this.nextId, collection.id + 1);
  }

  private checkFormat(): void {
    const at = key(SECTION.format);
    const found = this.committed.get(at);
    if (found?.equals(FORMAT)) return;
    const [other] = this.lmdb.getKeys({ limit: 1 });
    if (found ?? other) throw new Error('The data file was written by another program, or a later version.');
    this.lmdb.transactionSync(() => {
      this.lmdb.putSync(at, FORMAT);
    });
  }
}

/** The committed state. */
class Committed implements Reader {
  readonly ended = false;
  private readonly lmdb: RootDatabase<Buffer, Buffer>;

  constructor(lmdb: RootDatabase<Buffer, Buffer>) {
    this.lmdb = lmdb;
  }

  get(at: Buffer): Buffer | undefined {
    return this.lmdb.getBinary(at);
  }

  piece(start: Buffer, end: Buffer, limit: number, reverse: boolean): Piece {
    const found = this.lmdb.getRange(
      reverse
        ? { start: end, end: start, reverse, exclusiveStart: true, inclusiveEnd: true, limit }
        : { start, end, limit },
    );
    const entries: Entry[] = [];
    for (const entry of found) entries.push({ key: entry.key, value: Buffer.from(entry.value) });
    return { entries, reached: entries.length < limit ? undefined : entries.at(-1)?.key };
  }
}

function key(section: number, rest: Buffer = Buffer.alloc(0)): Buffer {
  return Buffer.concat([Buffer.of(0, 0, 0, 0, 0, section), rest]);
}

function id(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** A fault of ours is an answer too, so that no client waits for ever. */
function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
