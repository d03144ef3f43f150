/**
 * A table of counts with its totals: the last column holds the totals of the rows, the last row those of the columns,
 * and the last cell of all the grand total.
 */
export type Counts = readonly (readonly number[])[];

/** Which cells of such a table are hidden, totals among them. */
export type Hidden = readonly (readonly boolean[])[];

/** The place of a cell. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * Whether a reader who knows every cell that is not hidden, that the table adds up, and that nobody is counted less
 * than zero times, can work out a hidden cell exactly.
 *
 * Two tables that agree in what is shown differ by rounds: a cell one more, another of its row one less, another of
 * that one’s column one more, …, back to the first. So a cell can be something else exactly where such a round leads
 * through it that uses hidden cells only and takes nothing from an empty one. Rounds are looked for as ways in a
 * graph whose nodes are rows and columns and whose edges are hidden cells; a total counts with the other sign.
 *
 * @see Gusfield, “A graph theoretic approach to statistical data security”, SIAM J. Comput. 17 (1988), on tables
 *   without the bound at zero
 */
export function isRecoverable(counts: Counts, hidden: Hidden, cell: Place): boolean {
  return !hasRound(counts, hidden, cell, 1) && !hasRound(counts, hidden, cell, -1);
}

/** Whether a round leads through a cell that makes it one more, or one less. */
function hasRound(counts: Counts, hidden: Hidden, start: Place, by: 1 | -1): boolean {
  if (!canMove(counts, start, by)) return false;
  const rows = counts.length;
  const columns = counts[0]?.length ?? 0;
  const signAtStart = signOf(counts, start);
  // The first cell moved its row’s sum by that much; the round has to put it right, row and column by turns.
  const rowNeeds = -signAtStart * by;
  const seenRows = new Set<number>();
  const seenColumns = new Set<number>([start.column]);
  const waiting: { readonly isRow: boolean; readonly at: number }[] = [{ isRow: false, at: start.column }];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { isRow, at } = next;
    // From a column the way goes on by a cell that undoes what was done to it, and so adds to its row what it takes.
    for (let other = 0; other < (isRow ? columns : rows); other++) {
      const place = isRow ? { row: at, column: other } : { row: other, column: at };
      if (hidden[place.row]?.[place.column] !== true) continue;
      if (place.row === start.row && place.column === start.column) continue;
      const wanted = (isRow ? -rowNeeds : rowNeeds) * signOf(counts, place);
      if (!canMove(counts, place, wanted > 0 ? 1 : -1)) continue;
      if (!isRow && place.row === start.row) return true;
      const seen = isRow ? seenColumns : seenRows;
      if (seen.has(other)) continue;
      seen.add(other);
      waiting.push({ isRow: !isRow, at: other });
    }
  }
  return false;
}

/** A total stands on the other side of its equation; the grand total twice, so on the first. */
function signOf(counts: Counts, { row, column }: Place): 1 | -1 {
  const isRowTotal = column === (counts[0]?.length ?? 0) - 1;
  const isColumnTotal = row === counts.length - 1;
  return isRowTotal === isColumnTotal ? 1 : -1;
}

const canMove = (counts: Counts, { row, column }: Place, by: 1 | -1): boolean =>
  by === 1 || (counts[row]?.[column] ?? 0) > 0;
