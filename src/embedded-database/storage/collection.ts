import { DatabaseError } from '../database-error.js';
import { decode, type Fields } from '../values/value.js';
import type { Changes } from './changes.js';
import { type Entry, range, type Reader } from './entries.js';
import { IndexDefinition, type IndexKey, type IndexSpecification } from './index-definition.js';

/** A document as it is stored, and the number of its record. */
export interface Stored {
  readonly record: number;
  readonly bytes: Buffer;
}

/** What is kept of a collection. */
export interface CollectionFacts {
  readonly id: number;
  readonly database: string;
  readonly name: string;
  readonly nextIndex: number;
  readonly indexes: readonly {
    readonly id: number;
    readonly specification: IndexSpecification;
    readonly list: boolean;
  }[];
}

const DOCUMENTS = 0;
const RECORD_BYTES = 6;

/** A collection: documents in the order of their records, and its indexes. */
export class Collection {
  readonly id: number;
  readonly database: string;
  readonly name: string;
  nextRecord: number;
  /** Whether the catalogue on the disk says the same as this. */
  kept: boolean;
  indexes: readonly IndexDefinition[];
  private nextIndex: number;

  constructor(facts: CollectionFacts, kept: boolean) {
    this.id = facts.id;
    this.database = facts.database;
    this.name = facts.name;
    this.nextIndex = facts.nextIndex;
    this.nextRecord = 1;
    this.kept = kept;
    this.indexes = facts.indexes.map(
      ({ id, specification, list }) => new IndexDefinition(id, specification, list),
    );
  }

  get namespace(): string {
    return `${this.database}.${this.name}`;
  }

  facts(): CollectionFacts {
    return {
      id: this.id,
      database: this.database,
      name: this.name,
      nextIndex: this.nextIndex,
      indexes: this.indexes.map((index) => ({
        id: index.id,
        specification: index.specification,
        list: index.withLists,
      })),
    };
  }

  read(reader: Reader, record: number): Buffer | undefined {
    return reader.get(this.documentKey(record));
  }

  /** Every document, in the order in which they came. */
  *documents(reader: Reader, reverse = false): Generator<Stored> {
    for (const { key, value } of range(
      reader,
      this.sectionPrefix(DOCUMENTS),
      this.sectionPrefix(DOCUMENTS + 1),
      reverse,
    )) {
      yield { record: key.readUIntBE(RECORD_BYTES, RECORD_BYTES), bytes: value };
    }
  }

  /** The records of a range of an index, in its order. */
  *records(
    reader: Reader,
    index: IndexDefinition,
    from: Buffer,
    to: Buffer,
    reverse: boolean,
  ): Generator<number> {
    const prefix = this.sectionPrefix(index.id);
    const [start, end] = [Buffer.concat([prefix, from]), Buffer.concat([prefix, to])];
    for (const entry of range(reader, start, end, reverse)) yield recordOf(index, entry);
  }

  /** Stores a new document. */
  insert(changes: Changes, document: Fields, bytes: Buffer): void {
    const record = this.nextRecord++;
    const added = this.indexes.flatMap((index) => this.checkedKeys(changes, index, document, record));
    changes.put(this.documentKey(record), bytes);
    for (const [key, value] of added) changes.put(key, value);
  }

  /** Puts a document in the place of another; every check comes before the first change. */
  replace(changes: Changes, stored: Stored, document: Fields, bytes: Buffer): void {
    const gone = new Map(
      this.keysOf(decode(stored.bytes), stored.record).map(([key]) => [key.toString('latin1'), key]),
    );
    const added = this.indexes
      .flatMap((index) => this.checkedKeys(changes, index, document, stored.record))
      .filter(([key]) => !gone.delete(key.toString('latin1')));
    changes.put(this.documentKey(stored.record), bytes);
    for (const key of gone.values()) changes.remove(key);
    for (const [key, value] of added) changes.put(key, value);
  }

  remove(changes: Changes, stored: Stored): void {
    for (const [key] of this.keysOf(decode(stored.bytes), stored.record)) changes.remove(key);
    changes.remove(this.documentKey(stored.record));
  }

  /**
   * Makes an index and enters every document.
   *
   * @returns undoes it in memory, for where the changes do not reach the disk
   */
  addIndex(changes: Changes, specification: IndexSpecification): () => void {
    const before = this.indexes;
    const index = new IndexDefinition(this.nextIndex++, specification, false);
    for (const { record, bytes } of this.documents(changes)) {
      for (const [key, value] of this.checkedKeys(changes, index, decode(bytes), record)) {
        changes.put(key, value);
      }
    }
    this.indexes = [...before, index];
    this.kept = false;
    return () => (this.indexes = before);
  }

  private keysOf(document: Fields, record: number): [Buffer, Buffer][] {
    return this.indexes.flatMap((index) =>
      index.keysOf(document).keys.map((key) => this.entry(index, key, record)),
    );
  }

  private checkedKeys(
    changes: Changes,
    index: IndexDefinition,
    document: Fields,
    record: number,
  ): [Buffer, Buffer][] {
    const { keys, list } = index.keysOf(document);
    if (list && !index.withLists) {
      index.withLists = true;
      this.kept = false;
    }
    return keys.map((key) => {
      const [at, value] = this.entry(index, key, record);
      if (index.unique) {
        const holder = changes.get(at);
        if (holder && holder.readUIntBE(0, RECORD_BYTES) !== record) throw this.duplicate(index, key);
      }
      return [at, value];
    });
  }

  private entry(index: IndexDefinition, { bytes }: IndexKey, record: number): [Buffer, Buffer] {
    const number = recordBytes(record);
    const prefix = this.sectionPrefix(index.id);
    return index.unique
      ? [Buffer.concat([prefix, bytes]), number]
      : [Buffer.concat([prefix, bytes, number]), NO_VALUE];
  }

  private duplicate(index: IndexDefinition, { values }: IndexKey): DatabaseError {
    const keyValue = Object.fromEntries(
      index.fields.map(({ path }, at) => [
        path,
        typeof values[at] === 'symbol' ? null : (values[at] ?? null),
      ]),
    );
    return new DatabaseError(
      11000,
      'DuplicateKey',
      `E11000 duplicate key error collection: ${this.namespace} index: ${index.name}`,
      { keyPattern: index.specification.key, keyValue },
    );
  }

  private documentKey(record: number): Buffer {
    return Buffer.concat([this.sectionPrefix(DOCUMENTS), recordBytes(record)]);
  }

  private sectionPrefix(section: number): Buffer {
    const prefix = Buffer.alloc(6);
    prefix.writeUInt32BE(this.id);
    prefix.writeUInt16BE(section, 4);
    return prefix;
  }
}

const NO_VALUE = Buffer.of(0);

const recordOf = (index: IndexDefinition, { key, value }: Entry): number =>
  index.unique ? value.readUIntBE(0, RECORD_BYTES) : key.readUIntBE(key.length - RECORD_BYTES, RECORD_BYTES);

function recordBytes(record: number): Buffer {
  const bytes = Buffer.alloc(RECORD_BYTES);
  bytes.writeUIntBE(record, 0, RECORD_BYTES);
  return bytes;
}
