import type { PriceYear } from '../../reference/unit-price.js';

/** Civil dates, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/**
 * Reads a price year: a calendar year, 2025, or a financial year, written 2024/25, 2024-25 or 2024/2025.
 *
 * @returns undefined where it is neither
 */
export function readPriceYear(text: string): PriceYear | undefined {
  const [, year, next] = /^\s*(\d{4})(?:\s*[/–-]\s*(\d{2}|\d{4}))?\s*$/.exec(text) ?? [];
  const first = Number(year);
  if (year === undefined || first < 1900 || first > 2500) return undefined;
  if (next === undefined) return first;
  const short = String((first + 1) % 100).padStart(2, '0');
  return next === short || next === String(first + 1) ? `${year}/${short}` : undefined;
}

/**
 * The days of a price year. A financial year runs from April to March in the United Kingdom; when it begins elsewhere
 * is not known here.
 *
 * @returns undefined where that is not known
 */
export function periodOf(year: PriceYear, country: string): Period | undefined {
  if (typeof year === 'number') return { from: `${year}-01-01`, to: `${year}-12-31` };
  const first = Number(year.slice(0, 4));
  return country === 'UK' ? { from: `${first}-04-01`, to: `${first + 1}-03-31` } : undefined;
}

/** Whether every day of one period is within another. */
export const covers = (period: Period, asked: Period): boolean =>
  period.from <= asked.from && asked.to <= period.to;

/** Whether two periods have a day in common. */
export const overlap = (one: Period, other: Period): boolean => one.from <= other.to && other.from <= one.to;
