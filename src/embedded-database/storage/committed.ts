import type { RootDatabase } from 'lmdb';
import type { Piece, Reader } from './entries.js';

/** What is on the disk. */
export class Committed implements Reader {
  readonly ended = false;
  private readonly lmdb: RootDatabase<Buffer, Buffer>;

  constructor(lmdb: RootDatabase<Buffer, Buffer>) {
    this.lmdb = lmdb;
  }

  get(key: Buffer): Buffer | undefined {
    return this.lmdb.getBinary(key);
  }

  piece(start: Buffer, end: Buffer, limit: number, reverse: boolean): Piece {
    const found = this.lmdb.getRange(
      reverse
        ? { start: end, end: start, reverse, exclusiveStart: true, inclusiveEnd: true, limit }
        : { start, end, limit },
    );
    const entries = [...found].map(({ key, value }) => ({ key, value: Buffer.from(value) }));
    return { entries, reached: entries.length < limit ? undefined : entries.at(-1)?.key };
  }
}
