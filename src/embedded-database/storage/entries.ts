/** An entry of the ordered store. */
export interface Entry {
  readonly key: Buffer;
  readonly value: Buffer;
}

/** A piece of a range, and whether more of it may follow. */
export interface Piece {
  readonly entries: readonly Entry[];
  /** The last key looked at; undefined where the range has ended. */
  readonly reached: Buffer | undefined;
}

/** What can be read: the committed state, or that with changes of one's own over it. */
export interface Reader {
  /** Whether it was of a transaction that is over. */
  readonly ended: boolean;
  get(key: Buffer): Buffer | undefined;
  /** Up to `limit` entries of start ≤ key < end, from the other end where `reverse`. */
  piece(start: Buffer, end: Buffer, limit: number, reverse: boolean): Piece;
}

const FIRST_PIECE = 64;
const LARGEST_PIECE = 2048;

/** Runs through a range piece by piece; nothing is held open in between, so a cursor may rest for long. */
export function* range(reader: Reader, start: Buffer, end: Buffer, reverse = false): Generator<Entry> {
  let limit = FIRST_PIECE;
  for (;;) {
    const { entries, reached } = reader.piece(start, end, limit, reverse);
    yield* entries;
    if (reached === undefined) return;
    if (reverse) end = reached;
    else start = Buffer.concat([reached, Buffer.of(0)]);
    limit = Math.min(LARGEST_PIECE, limit * 4);
  }
}
