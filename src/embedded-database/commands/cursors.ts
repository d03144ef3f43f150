import { randomBytes } from 'node:crypto';
import { DatabaseError } from '../database-error.js';
import type { Reader } from '../storage/entries.js';
import { type Batch, cursorAnswer } from '../wire/message.js';

interface Cursor {
  readonly id: bigint;
  readonly namespace: string;
  readonly documents: Iterator<Buffer>;
  readonly reader: Reader;
  /** A document already fetched that did not fit the last batch. */
  waiting: Buffer | undefined;
  used: number;
}

const FIRST_BATCH = 101;
const BATCH_BYTES = 8 * 1024 * 1024;
const LIFETIME = 10 * 60_000;
const MOST_CURSORS = 10_000;

/** Results that are fetched batch by batch. */
export class Cursors {
  private readonly open = new Map<bigint, Cursor>();

  /** Answers with the first documents and keeps the rest for later, unless one batch is asked for. */
  first(
    namespace: string,
    documents: Iterable<Buffer>,
    reader: Reader,
    size: number | undefined,
    single: boolean,
  ): Buffer {
    if (this.open.size >= MOST_CURSORS) throw new DatabaseError(8, 'TooManyCursors', 'Too many open cursors');
    const cursor: Cursor = {
      id: randomBytes(8).readBigInt64LE() & 0x7fff_ffff_ffff_ffffn,
      namespace,
      documents: documents[Symbol.iterator](),
      reader,
      waiting: undefined,
      used: Date.now(),
    };
    return this.answer(cursor, 'firstBatch', size ?? FIRST_BATCH, single);
  }

  next(id: bigint, namespace: string, size: number | undefined): Buffer {
    const cursor = this.open.get(id);
    if (cursor?.namespace !== namespace) {
      throw new DatabaseError(43, 'CursorNotFound', `cursor id ${id} not found`);
    }
    cursor.used = Date.now();
    this.open.delete(id);
    if (cursor.reader.ended) {
      throw new DatabaseError(251, 'NoSuchTransaction', 'The transaction of this cursor has ended');
    }
    return this.answer(cursor, 'nextBatch', size ?? Infinity);
  }

  /** @returns whether there was one */
  kill(id: bigint): boolean {
    return this.open.delete(id);
  }

  private answer(cursor: Cursor, batch: Batch, size: number, single = false): Buffer {
    const documents = take(cursor, size);
    const more = cursor.waiting !== undefined && !single;
    if (more) this.open.set(cursor.id, cursor);
    return cursorAnswer({ ...cursor, id: more ? cursor.id : 0n }, batch, documents);
  }

  /** Forgets cursors nobody has asked for in ten minutes. */
  forgetOld(now: number): void {
    for (const [id, { used }] of this.open) if (now - used > LIFETIME) this.open.delete(id);
  }
}

/** Up to `size` documents; afterwards one more waits, if there is one. */
function take(cursor: Cursor, size: number): Buffer[] {
  const batch: Buffer[] = [];
  let bytes = 0;
  for (;;) {
    if (!cursor.waiting) {
      const step = cursor.documents.next();
      if (step.done === true) return batch;
      cursor.waiting = step.value;
    }
    bytes += cursor.waiting.length;
    if (batch.length >= size || (batch.length > 0 && bytes > BATCH_BYTES)) return batch;
    batch.push(cursor.waiting);
    cursor.waiting = undefined;
  }
}
