/** A stretch of days, [from, to), as day numbers, and the row it came from. */
export interface Stretch {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
  readonly row: number;
}

/** That the first days of one stretch are also those of another that began before it, or is earlier in the data. */
export interface Overlap {
  readonly row: number;
  readonly other: number;
  readonly days: number;
}

/**
 * Lays stretches of which only one can hold on a day along one line, so that no day is counted twice: where two
 * overlap, the one that began later holds as long as it lasts, and of two that began on the same day the one given
 * later; after it the other goes on.
 *
 * @param stretches of at least one day, of one person, in any order
 * @param hold told every piece of the line, in the order of time; pieces never overlap
 * @param overlapping told every stretch that begins within another
 */
export function layOut(
  stretches: readonly Stretch[],
  hold: (kind: string, from: number, to: number) => void,
  overlapping: (overlap: Overlap) => void,
): void {
  const inOrder = [...stretches].sort((one, other) => one.from - other.from || one.row - other.row);
  const begun: Stretch[] = [];
  let passed = Number.NEGATIVE_INFINITY;
  const passUntil = (day: number): void => {
    for (let last = begun.at(-1); last !== undefined && passed < day; last = begun.at(-1)) {
      const end = Math.min(last.to, day);
      if (end > passed) {
        hold(last.kind, passed, end);
        passed = end;
      }
      if (last.to <= day) begun.pop();
    }
    passed = Math.max(passed, day);
  };
  for (const stretch of inOrder) {
    passUntil(stretch.from);
    const under = begun.findLast(({ to }) => to > stretch.from);
    if (under) {
      const days = Math.min(under.to, stretch.to) - stretch.from;
      overlapping({ row: stretch.row, other: under.row, days });
    }
    begun.push(stretch);
  }
  passUntil(Number.POSITIVE_INFINITY);
}
