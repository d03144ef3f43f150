import { DatabaseError } from '../database-error.js';
import type { Collection, Stored } from '../storage/collection.js';
import type { Reader } from '../storage/entries.js';
import { type OrderedField, orderKey } from '../values/order.js';
import type { Fields } from '../values/value.js';
import { matcher } from './match.js';
import { planFor } from './planner.js';

/** What is looked for. */
export interface Search {
  readonly filter: Fields;
  readonly sort?: readonly OrderedField[];
  readonly skip?: number;
  /** 0 or left out: all. */
  readonly limit?: number;
  /** Look at every document in the order in which they came. */
  readonly natural?: boolean;
}

/** The most documents one query may hold in memory, to sort or to change them. */
const MOST_DOCUMENTS_HELD = 100_000;

/** The most bytes of documents, as they are stored; in memory they take several times as much. */
const MOST_BYTES_HELD = 100 * 1024 * 1024;

/**
 * Holds documents in memory.
 *
 * @throws DatabaseError where they are too many, or too large together
 */
export function held(documents: Iterable<Stored>): Stored[] {
  const list: Stored[] = [];
  let bytes = 0;
  for (const stored of documents) {
    bytes += stored.bytes.length;
    if (list.push(stored) > MOST_DOCUMENTS_HELD || bytes > MOST_BYTES_HELD) {
      throw new DatabaseError(
        292,
        'QueryExceededMemoryLimitNoDiskUseAllowed',
        `This query would hold more than ${MOST_DOCUMENTS_HELD} documents or ${MOST_BYTES_HELD} bytes in memory; it needs an index for its sort, or MongoDB.`,
      );
    }
  }
  return list;
}

/** Finds documents one after another. */
export function* find(reader: Reader, collection: Collection, search: Search): Generator<Stored> {
  const { filter, sort = [], skip = 0, limit = 0, natural = false } = search;
  const matches = matcher(filter);
  const plan = natural ? undefined : planFor(collection, filter, sort);
  const candidates = plan
    ? collection.within(reader, plan.index, plan.ranges, plan.reverse)
    : collection.documents(reader);
  let found = matching(candidates, matches);
  if (sort.length > 0 && !plan?.sorted) {
    found = held(found)
      .map((stored) => ({ stored, key: orderKey(stored.document, sort) }))
      .sort((one, other) => Buffer.compare(one.key, other.key))
      .map(({ stored }) => stored);
  }
  let at = 0;
  for (const stored of found) {
    if (at++ < skip) continue;
    yield stored;
    if (limit > 0 && at - skip >= limit) return;
  }
}

function* matching(candidates: Iterable<Stored>, matches: (document: Fields) => boolean): Iterable<Stored> {
  for (const stored of candidates) if (matches(stored.document)) yield stored;
}
