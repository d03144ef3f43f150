import type { Entry, Piece, Reader } from './entries.js';

/** Changes over what is committed: read as if they were there, written all together or not at all. */
export class Changes implements Reader {
  private readonly base: Reader;
  /** Values by key, null where removed; keys as latin-1 text, whose order is that of the bytes. */
  private readonly changed = new Map<string, Buffer | null>();
  private sorted: string[] | undefined;
  ended = false;

  constructor(base: Reader) {
    this.base = base;
  }

  get(key: Buffer): Buffer | undefined {
    const own = this.changed.get(key.toString('latin1'));
    return own === undefined ? this.base.get(key) : (own ?? undefined);
  }

  put(key: Buffer, value: Buffer): void {
    this.change(key.toString('latin1'), value);
  }

  remove(key: Buffer): void {
    this.change(key.toString('latin1'), null);
  }

  /** Lets go of them. */
  end(): void {
    this.ended = true;
    this.changed.clear();
    this.sorted = undefined;
  }

  /** Takes over what was changed on top of these changes. */
  take(other: Changes): void {
    this.sorted = undefined;
    for (const [key, value] of other.changed) this.change(key, value);
  }

  private change(key: string, value: Buffer | null): void {
    if (this.sorted && !this.changed.has(key)) this.sorted.splice(firstAtLeast(this.sorted, key), 0, key);
    this.changed.set(key, value);
  }

  /** Every change, to be written in one commit. */
  *all(): Generator<readonly [Buffer, Buffer | null]> {
    for (const [key, value] of this.changed) yield [Buffer.from(key, 'latin1'), value];
  }

  piece(start: Buffer, end: Buffer, limit: number, reverse: boolean): Piece {
    const base = this.base.piece(start, end, limit, reverse);
    // What lies beyond the last key looked at belongs to the next piece.
    const reached = base.reached?.toString('latin1');
    const low = reverse && reached !== undefined ? reached : start.toString('latin1');
    const high = end.toString('latin1');
    this.sorted ??= [...this.changed.keys()].sort();
    const entries = new Map<string, Entry>(
      base.entries.map((entry) => [entry.key.toString('latin1'), entry]),
    );
    for (let at = firstAtLeast(this.sorted, low); at < this.sorted.length; at++) {
      const key = this.sorted[at] ?? high;
      if (key >= high || (!reverse && reached !== undefined && key > reached)) break;
      const value = this.changed.get(key);
      if (value) entries.set(key, { key: Buffer.from(key, 'latin1'), value });
      else entries.delete(key);
    }
    const merged = [...entries].sort(([one], [other]) => (one < other ? -1 : 1) * (reverse ? -1 : 1));
    return { entries: merged.map(([, entry]) => entry), reached: base.reached };
  }
}

function firstAtLeast(sorted: readonly string[], key: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? key) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
