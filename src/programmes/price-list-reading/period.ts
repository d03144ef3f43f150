import { daysOf, yearFrom } from '../../reference/price-years.js';
import type { PriceYear } from '../../reference/unit-price.js';

/** Civil dates, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/**
 * Reads a price year as people write it: a calendar year, 2025, or a financial year, 2024/25, 2024-25 or 2024/2025.
 *
 * @returns undefined where it is neither, or before 1900 or after 2500
 */
export function readPriceYear(text: string): PriceYear | undefined {
  const [, year, century, next] = /^\s*(\d{4})(?:\s*[/–-]\s*(\d{2})?(\d{2}))?\s*$/.exec(text) ?? [];
  const first = Number(year);
  if (year === undefined || first < 1900 || first > 2500) return undefined;
  if (next === undefined) return first;
  if (century !== undefined && century + next !== String(first + 1)) return undefined;
  return yearFrom(`${year}/${next}`);
}

/**
 * The days of a price year. A financial year is that of British governments; when it begins elsewhere is not known here.
 *
 * @returns undefined where that is not known
 */
export const periodOf = (year: PriceYear, country: string): Period | undefined =>
  typeof year === 'number' || country === 'UK' ? daysOf(year) : undefined;

/** Whether two periods have a day in common. */
export const overlap = (one: Period, other: Period): boolean => one.from <= other.to && other.from <= one.to;
