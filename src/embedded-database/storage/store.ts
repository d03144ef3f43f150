import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize } from 'bson';
import { open, type RootDatabase } from 'lmdb';
import { DatabaseError } from '../database-error.js';
import { encode, type Fields } from '../values/value.js';
import { Changes } from './changes.js';
import { Collection, type CollectionFacts } from './collection.js';
import { Committed } from './committed.js';
import { range, type Reader } from './entries.js';
import { checkDataFile } from './file-check.js';

/** Everything that is no collection lies before the first of them. */
const SECTION = { format: 0, catalogue: 1, sessions: 2 } as const;
const FORMAT = Buffer.from('bokslut-embedded/1');

type Task =
  | {
      readonly kind: 'write';
      readonly run: (changes: Changes) => () => void;
      readonly fail: (error: Error) => void;
    }
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
    for (const { value } of this.section(this.committed, SECTION.catalogue)) {
      const collection = new Collection(deserialize(value) as CollectionFacts, true);
      collection.continue(this.committed);
      this.add(collection);
    }
  }

  /**
   * Opens the data of a directory, and makes it where there is none.
   *
   * @throws Error where its file is foreign, cut off or of another format
   */
  static async open(directory: string): Promise<Store> {
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

  /** The collection of that name, made where there is none; the next commit keeps it. */
  ensure(database: string, name: string): Collection {
    const existing = this.collection(database, name);
    if (existing) return existing;
    const indexes = [{ id: 1, specification: { key: { _id: 1 }, name: '_id_' } }];
    const collection = new Collection({ id: this.nextId, database, name, nextIndex: 2, indexes }, false);
    this.add(collection);
    return collection;
  }

  /**
   * Runs a write after those before it; answered when it is on the disk.
   *
   * @param undo takes back what the job changed in memory, where it fails or does not reach the disk
   */
  write<T>(job: (changes: Changes) => T, undo: () => void = () => undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      this.enqueue({
        kind: 'write',
        run: (changes) => {
          const result = job(changes);
          return () => resolve(result);
        },
        fail: (error) => {
          undo();
          reject(error);
        },
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
          const abort = () => {
            changes.end();
            this.occupied = false;
            this.schedule();
          };
          const commit = () => {
            try {
              this.commit(changes);
            } finally {
              abort();
            }
          };
          resolve({ changes, commit, abort });
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

  /** Forgets what is remembered of the sessions a test picks. */
  forgetSessions(picks: (record: Buffer) => boolean): Promise<void> {
    return this.write((changes) => {
      for (const { key: at, value } of this.section(changes, SECTION.sessions)) {
        if (picks(value)) changes.remove(at);
      }
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

  /** All writes that wait go into one commit, until a transaction comes. */
  private runTasks(): void {
    const batch = new Changes(this.committed);
    const ran: { readonly answer: () => void; readonly fail: (error: Error) => void }[] = [];
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
      // Backwards, so that what was undone last is as it was first.
      for (const { fail } of ran.reverse()) fail(asError(error));
    }
    const next = this.tasks[0];
    if (next?.kind === 'begin') {
      this.tasks.shift();
      next.grant();
    }
    this.schedule();
  }

  private commit(changes: Changes): void {
    const unkept = [...this.collections.values()].filter(({ kept }) => !kept);
    for (const collection of unkept) {
      const number = Buffer.alloc(4);
      number.writeUInt32BE(collection.id);
      changes.put(key(SECTION.catalogue, number), encode(collection.facts() as unknown as Fields));
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

  private section(reader: Reader, section: number) {
    return range(reader, key(section), key(section + 1));
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

const key = (section: number, rest: Buffer = Buffer.alloc(0)): Buffer =>
  Buffer.concat([Buffer.of(0, 0, 0, 0, 0, section), rest]);

/** A fault of ours is an answer too, so that no client waits for ever. */
const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
