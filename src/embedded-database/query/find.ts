import { DatabaseError } from '../database-error.js';
import type { Collection, Stored } from '../storage/collection.js';
import type { Reader } from '../storage/entries.js';
import { decode, type Fields } from '../values/value.js';
import { matcher } from './match.js';
import { planFor } from './planner.js';
import { orderBy, type SortField } from './sort.js';

/** A stored document and what it says. */
export interface Hit extends Stored {
  readonly document: Fields;
}

/** What is looked for. */
export interface Search {
  readonly filter: Fields;
  readonly sort?: readonly SortField[];
  readonly skip?: number;
  /** 0 or left out: all. */
  readonly limit?: number;
  /** Look at every document in the order in which they came. */
  readonly natural?: boolean;
}

/** The most documents one query may hold in memory, to sort, group or change them. */
const MOST_DOCUMENTS_HELD = 100_000;

/** The most bytes of documents, as they are stored; in memory they take several times as much. */
const MOST_BYTES_HELD = 100 * 1024 * 1024;

/**
 * Holds documents in memory.
 *
 * @throws DatabaseError where they are too many, or too large together
 */
export function held<T>(values: Iterable<T>, size: (value: T) => number): T[] {
  const list: T[] = [];
  let bytes = 0;
  for (const value of values) {
    bytes += size(value);
    checkHeld(list.push(value), bytes);
  }
  return list;
}

/** As {@link held}, for what a search finds. */
export const heldHits = (hits: Iterable<Hit>): Hit[] => held(hits, (hit) => hit.bytes.length);

/** @throws DatabaseError where a query holds more than it may */
export function checkHeld(documents: number, bytes = 0): void {
  if (documents <= MOST_DOCUMENTS_HELD && bytes <= MOST_BYTES_HELD) return;
  throw new DatabaseError(
    292,
    'QueryExceededMemoryLimitNoDiskUseAllowed',
    `This query would hold more than ${MOST_DOCUMENTS_HELD} documents or ${MOST_BYTES_HELD} bytes in memory; it needs an index for its sort, or MongoDB.`,
  );
}

/** Finds documents one after another. */
export function* find(reader: Reader, collection: Collection, search: Search): Generator<Hit> {
  const { filter, sort = [], skip = 0, limit = 0 } = search;
  const matches = matcher(filter);
  const plan = search.natural ? undefined : planFor(collection, filter, sort);
  const candidates = plan ? planned(reader, collection, plan) : collection.documents(reader);
  let hits = matching(candidates, matches);
  if (sort.length > 0 && !plan?.sorted) {
    const order = orderBy(sort);
    hits = heldHits(hits).sort((one, other) => order(one.document, other.document));
  }
  let at = 0;
  for (const hit of hits) {
    if (at++ < skip) continue;
    yield hit;
    if (limit > 0 && at - skip >= limit) return;
  }
}

function* matching(candidates: Iterable<Stored>, matches: (document: Fields) => boolean): Iterable<Hit> {
  for (const { record, bytes } of candidates) {
    const document = decode(bytes);
    if (matches(document)) yield { record, bytes, document };
  }
}

function* planned(
  reader: Reader,
  collection: Collection,
  plan: NonNullable<ReturnType<typeof planFor>>,
): Generator<Stored> {
  const seen = new Set<number>();
  for (const [from, to] of plan.ranges) {
    for (const record of collection.records(reader, plan.index, from, to, plan.reverse)) {
      if (seen.has(record)) continue;
      seen.add(record);
      const bytes = collection.read(reader, record);
      if (bytes) yield { record, bytes };
    }
  }
}
