import type { DisclosureRule } from './audience.js';
import { type Counts, type Hidden, isRecoverable, type Place } from './recoverable.js';

/** A table as it may be shown: null stands for what is hidden. */
export interface ShownTable {
  readonly cells: readonly (readonly (number | null)[])[];
  readonly rowTotals: readonly (number | null)[];
  readonly columnTotals: readonly (number | null)[];
  readonly total: number | null;
  /** Cells and totals hidden because they are small. */
  readonly hiddenFirst: number;
  /** Those hidden so that the first cannot be worked out from what is left. */
  readonly hiddenSecond: number;
}

/**
 * Hides what is small in a table of people, then as much more as is needed so that no reader can work a hidden number
 * out from the rest and the totals, and rounds what is left.
 *
 * What is hidden besides is the smallest number in the row of the one to protect, else in its column; once with cells
 * and once with totals given up first, of which the way is taken that hides less. Whatever turns out not to be needed
 * is shown again. That no hidden number can be worked out exactly is
 * sure; that it cannot be narrowed down is not, and whoever knows some of the people beforehand knows more than the
 * table tells.
 *
 * @param counts whole numbers from 0 on: rows of equal length, at least one, without totals
 * @throws RangeError where they are not
 */
export function suppress(
  counts: readonly (readonly number[])[],
  { threshold, base }: Pick<DisclosureRule, 'threshold' | 'base'>,
): ShownTable {
  checkCounts(counts);
  const whole = withTotals(counts);
  const small = whole.map((row) => row.map((count) => count < threshold));
  const hiddenFirst = countOf(small);
  const [byCells, byTotals] = [hideMore(whole, small, 'cells'), hideMore(whole, small, 'totals')];
  const hidden = countOf(byTotals) < countOf(byCells) ? byTotals : byCells;
  const hiddenSecond = countOf(hidden) - hiddenFirst;
  const shown = whole.map((row, at) =>
    row.map((count, column) => (hidden[at]?.[column] === true ? null : roundedTo(base, count))),
  );
  const totals = shown.at(-1) ?? [];
  return {
    cells: shown.slice(0, -1).map((row) => row.slice(0, -1)),
    rowTotals: shown.slice(0, -1).map((row) => row.at(-1) ?? null),
    columnTotals: totals.slice(0, -1),
    total: totals.at(-1) ?? null,
    hiddenFirst,
    hiddenSecond,
  };
}

/** To the nearest multiple; halves upwards. */
export const roundedTo = (base: number, count: number): number => Math.floor(count / base + 0.5) * base;

function checkCounts(counts: readonly (readonly number[])[]): void {
  const columns = counts[0]?.length ?? 0;
  const whole = counts.every(
    (row) => row.length === columns && row.every((count) => Number.isSafeInteger(count) && count >= 0),
  );
  if (columns === 0 || !whole) {
    throw new RangeError('A table has rows of equal length with whole numbers from 0 on.');
  }
}

function withTotals(counts: readonly (readonly number[])[]): Counts {
  const rows = counts.map((row) => [...row, row.reduce((sum, count) => sum + count, 0)]);
  const columns = rows[0]?.map((_, at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0)) ?? [];
  return [...rows, columns];
}

/** What is given up first. */
type Preferred = 'cells' | 'totals';

/** Hides one cell after another until nothing hidden can be worked out; when all are hidden, nothing can. */
function hideMore(counts: Counts, small: Hidden, preferred: Preferred): Hidden {
  const hidden = small.map((row) => [...row]);
  const added: Place[] = [];
  for (;;) {
    const all = placesOf(counts).filter(
      (place) => isHidden(hidden, place) && isRecoverable(counts, hidden, place),
    );
    // Whoever stands alone in a line first: what is hidden for it may be all that the others need.
    const bare =
      all.find((place) => isAlone(hidden, place, 'row') || isAlone(hidden, place, 'column')) ?? all[0];
    if (!bare) break;
    const next = nextToHide(counts, hidden, bare, preferred);
    if (!next) throw new Error('Everything is hidden, and something can be worked out.');
    set(hidden, next, true);
    added.push(next);
  }
  showAgain(counts, hidden, added);
  return hidden;
}

/** The cell to hide for the sake of another: the smallest in a line where that one stands alone. */
function nextToHide(counts: Counts, hidden: Hidden, bare: Place, preferred: Preferred): Place | undefined {
  const open = placesOf(counts).filter((place) => !isHidden(hidden, place));
  const isTotal = ({ row, column }: Place) =>
    row === counts.length - 1 || column === (counts[0]?.length ?? 0) - 1;
  const lines: readonly Line[] =
    isAlone(hidden, bare, 'row') || !isAlone(hidden, bare, 'column') ? ['row', 'column'] : ['column', 'row'];
  const choices = [
    ...lines.map((line) =>
      open.filter((place) => place[line] === bare[line] && isTotal(place) === (preferred === 'totals')),
    ),
    ...lines.map((line) => open.filter((place) => place[line] === bare[line])),
    open,
  ].find((some) => some.length > 0);
  return choices?.reduce((least, place) => (valueAt(counts, place) < valueAt(counts, least) ? place : least));
}

type Line = keyof Place;

const isHidden = (hidden: Hidden, { row, column }: Place): boolean => hidden[row]?.[column] === true;

/** Whether a hidden cell is the only one of its row, or of its column. */
function isAlone(hidden: Hidden, { row, column }: Place, line: Line): boolean {
  const cells = line === 'row' ? (hidden[row] ?? []) : hidden.map((one) => one[column]);
  return cells.filter((cell) => cell === true).length === 1;
}

/** Shows again, the largest first, what was hidden besides and need not be. */
function showAgain(counts: Counts, hidden: boolean[][], added: readonly Place[]): void {
  for (const place of added.toSorted((one, other) => valueAt(counts, other) - valueAt(counts, one))) {
    set(hidden, place, false);
    const safe = placesOf(counts).every(
      (cell) => !isHidden(hidden, cell) || !isRecoverable(counts, hidden, cell),
    );
    if (!safe) set(hidden, place, true);
  }
}

const placesOf = (counts: Counts): readonly Place[] =>
  counts.flatMap((cells, row) => cells.map((_, column) => ({ row, column })));

const valueAt = (counts: Counts, { row, column }: Place): number => counts[row]?.[column] ?? 0;

function set(hidden: boolean[][], { row, column }: Place, to: boolean): void {
  const cells = hidden[row];
  if (cells) cells[column] = to;
}

const countOf = (hidden: Hidden): number =>
  hidden.reduce((sum, row) => sum + row.filter((cell) => cell).length, 0);
