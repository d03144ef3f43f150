import type { Cell, Spreadsheet } from '../../platform/tables/table.js';

/** A value, its price year, and what the workbook made of it. */
export interface Uprated {
  readonly value: number;
  readonly year: string;
  readonly uprated: number;
}

/** An index of prices by financial year, and the year that values were brought to. */
export interface Uprating {
  readonly index: ReadonlyMap<string, number>;
  readonly year: string;
}

const FINANCIAL_YEAR = /^\d{4}\/\d{2}$/;
const LEAST_YEARS = 5;
const MOST_SERIES = 12;
/** A series that is named an index but fits no value tells nothing. */
const LEAST_SHARE = 0.5;
/** Workbooks show pence; beyond that, what is left is the rounding of the last digits. */
const PENNY = 0.01;
const RELATIVE = 1e-6;

/** What a value would be in the prices of the year the workbook brought values to; undefined where a year is missing. */
export function expectedOf({ index, year }: Uprating, { value, year: from }: Uprated): number | undefined {
  const [to, base] = [index.get(year), index.get(from)];
  return to === undefined || base === undefined ? undefined : (value * to) / base;
}

/** Whether an uprated value is what the index makes of its value, to the penny. */
export const agrees = (expected: number, uprated: number): boolean =>
  Math.abs(expected - uprated) <= Math.max(PENNY, Math.abs(expected) * RELATIVE);

/**
 * Finds the index that uprated values follow: a column of numbers beside financial years, in any sheet, and the year
 * they were brought to, by which most of the values come out.
 *
 * @returns undefined where none makes at least half of them
 */
export function findUprating(spreadsheet: Spreadsheet, values: readonly Uprated[]): Uprating | undefined {
  let best: { readonly uprating: Uprating; readonly count: number } | undefined;
  for (const index of seriesOf(spreadsheet)) {
    for (const year of index.keys()) {
      const uprating = { index, year };
      const count = values.filter((one) => {
        const expected = expectedOf(uprating, one);
        return expected !== undefined && agrees(expected, one.uprated);
      }).length;
      if (count > (best?.count ?? 0)) best = { uprating, count };
    }
  }
  return best && best.count >= values.length * LEAST_SHARE ? best.uprating : undefined;
}

/** Every column of positive numbers that stands beside a column of financial years. */
function seriesOf({ sheets }: Spreadsheet): readonly ReadonlyMap<string, number>[] {
  const series: ReadonlyMap<string, number>[] = [];
  for (const { rows } of sheets) {
    const width = Math.max(0, ...rows.map(({ length }) => length));
    for (let column = 0; column < width; column += 1) {
      const years = rows.filter((row) => yearIn(row[column]) !== undefined);
      if (years.length < LEAST_YEARS) continue;
      for (let other = 0; other < width && series.length < MOST_SERIES; other += 1) {
        const pairs = years.flatMap((row) => {
          const [year, cell] = [yearIn(row[column]), row[other]];
          return year !== undefined && cell?.kind === 'number' && Number(cell.value) > 0
            ? [[year, Number(cell.value)] as const]
            : [];
        });
        const index = new Map(pairs);
        // Of unit costs a year stands in many rows; in an index, in one.
        if (other !== column && pairs.length >= LEAST_YEARS && index.size === pairs.length)
          series.push(index);
      }
    }
  }
  return series;
}

function yearIn(cell: Cell | undefined): string | undefined {
  const shown = cell?.kind === 'text' ? String(cell.value).trim() : '';
  return FINANCIAL_YEAR.test(shown) ? shown : undefined;
}
