import { DatabaseError } from '../database-error.js';
import { decode, type Fields, fieldOf } from '../values/value.js';
import type { Changes } from './changes.js';
import { type Entry, range, type Reader } from './entries.js';
import { IndexDefinition, type IndexSpecification } from './index-definition.js';

/** A document as it is stored, what it says, and the number of its record. */
export interface Stored {
  readonly record: number;
  readonly bytes: Buffer;
  readonly document: Fields;
}

/** What is kept of a collection. */
export interface CollectionFacts {
  readonly id: number;
  readonly database: string;
  readonly name: string;
  readonly nextIndex: number;
  readonly indexes: readonly { readonly id: number; readonly specification: IndexSpecification }[];
}

/** The section of the documents; each index has the section of its number. */
const DOCUMENTS = 0;
const RECORD_BYTES = 6;
const NO_VALUE = Buffer.of(0);

/** A collection: documents in the order of their records, and its indexes. */
export class Collection {
  readonly id: number;
  readonly namespace: string;
  /** Whether the catalogue on the disk says the same as this. */
  kept: boolean;
  indexes: readonly IndexDefinition[];
  private readonly given: CollectionFacts;
  private nextIndex: number;
  private nextRecord = 1;

  constructor(facts: CollectionFacts, kept: boolean) {
    this.given = facts;
    this.id = facts.id;
    this.namespace = `${facts.database}.${facts.name}`;
    this.nextIndex = facts.nextIndex;
    this.kept = kept;
    this.indexes = facts.indexes.map(({ id, specification }) => new IndexDefinition(id, specification));
  }

  facts(): CollectionFacts {
    const indexes = this.indexes.map(({ id, specification }) => ({ id, specification }));
    return { ...this.given, nextIndex: this.nextIndex, indexes };
  }

  /** New records come after those that are there. */
  continue(reader: Reader): void {
    for (const { record } of this.documents(reader, true)) {
      this.nextRecord = record + 1;
      return;
    }
  }

  /** Every document, in the order in which they came. */
  *documents(reader: Reader, reverse = false): Generator<Stored> {
    const [start, end] = [this.section(DOCUMENTS), this.section(DOCUMENTS + 1)];
    for (const { key, value: bytes } of range(reader, start, end, reverse)) {
      yield { record: key.readUIntBE(RECORD_BYTES, RECORD_BYTES), bytes, document: decode(bytes) };
    }
  }

  /** The documents within ranges of an index, in its order. */
  *within(
    reader: Reader,
    index: IndexDefinition,
    ranges: Iterable<readonly [from: Buffer, to: Buffer]>,
    reverse: boolean,
  ): Generator<Stored> {
    const prefix = this.section(index.id);
    for (const [from, to] of ranges) {
      const [start, end] = [Buffer.concat([prefix, from]), Buffer.concat([prefix, to])];
      for (const { key, value } of range(reader, start, end, reverse)) {
        const record = (index.unique ? value : key.subarray(-RECORD_BYTES)).readUIntBE(0, RECORD_BYTES);
        const bytes = reader.get(this.documentKey(record));
        if (bytes) yield { record, bytes, document: decode(bytes) };
      }
    }
  }

  /** Stores a new document; every check comes before the first change. */
  insert(changes: Changes, document: Fields, bytes: Buffer): void {
    const record = this.nextRecord++;
    const entries = this.indexes.map((index) => this.checkedEntry(changes, index, document, record));
    changes.put(this.documentKey(record), bytes);
    for (const { key, value } of entries) changes.put(key, value);
  }

  /** Puts a document in the place of another. */
  replace(changes: Changes, stored: Stored, document: Fields, bytes: Buffer): void {
    const { record } = stored;
    const moves = this.indexes.map((index) => ({
      from: this.entry(index, stored.document, record).key,
      to: this.checkedEntry(changes, index, document, record),
    }));
    changes.put(this.documentKey(record), bytes);
    for (const { from, to } of moves) {
      if (from.equals(to.key)) continue;
      changes.remove(from);
      changes.put(to.key, to.value);
    }
  }

  remove(changes: Changes, { record, document }: Stored): void {
    for (const index of this.indexes) changes.remove(this.entry(index, document, record).key);
    changes.remove(this.documentKey(record));
  }

  /** Makes an index and enters every document. */
  addIndex(changes: Changes, specification: IndexSpecification): void {
    const index = new IndexDefinition(this.nextIndex++, specification);
    for (const { record, document } of this.documents(changes)) {
      const { key, value } = this.checkedEntry(changes, index, document, record);
      changes.put(key, value);
    }
    this.indexes = [...this.indexes, index];
    this.kept = false;
  }

  /** The entry of a document in an index: a unique key leads to its record, any other ends with it. */
  private entry(index: IndexDefinition, document: Fields, record: number): Entry {
    const key = [this.section(index.id), index.keyOf(document)];
    const number = recordBytes(record);
    return index.unique
      ? { key: Buffer.concat(key), value: number }
      : { key: Buffer.concat([...key, number]), value: NO_VALUE };
  }

  private checkedEntry(changes: Changes, index: IndexDefinition, document: Fields, record: number): Entry {
    const entry = this.entry(index, document, record);
    const holder = index.unique ? changes.get(entry.key) : undefined;
    if (!holder || holder.equals(entry.value)) return entry;
    const { key, name } = index.specification;
    throw new DatabaseError(
      11000,
      'DuplicateKey',
      `E11000 duplicate key error collection: ${this.namespace} index: ${name}`,
      {
        keyPattern: key,
        keyValue: Object.fromEntries(Object.keys(key).map((path) => [path, fieldOf(document, path) ?? null])),
      },
    );
  }

  private documentKey(record: number): Buffer {
    return Buffer.concat([this.section(DOCUMENTS), recordBytes(record)]);
  }

  private section(section: number): Buffer {
    const prefix = Buffer.alloc(6);
    prefix.writeUInt32BE(this.id);
    prefix.writeUInt16BE(section, 4);
    return prefix;
  }
}

function recordBytes(record: number): Buffer {
  const bytes = Buffer.alloc(RECORD_BYTES);
  bytes.writeUIntBE(record, 0, RECORD_BYTES);
  return bytes;
}
