import { dayOf } from '../core/evidence/civil-date.js';
import type { PriceYear, UnitPrice } from './unit-price.js';

const FINANCIAL = /^(\d{4})\/(\d{2})$/;
const CIVIL = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a text is a financial year, as 2012/13: two years that follow each other. */
export function isFinancialYear(text: string): boolean {
  const [, first, second] = FINANCIAL.exec(text) ?? [];
  return first !== undefined && (Number(first) + 1) % 100 === Number(second);
}

/** Whether a text is a day that exists, as 2020-02-29. */
export function isCivilDate(text: string): boolean {
  const [, year, month, day] = CIVIL.exec(text) ?? [];
  if (year === undefined) return false;
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1];
  return days !== undefined && d >= 1 && d <= days;
}

/** A year as somebody types it: 2020 becomes a number, 2012/13 stays a text; undefined where it is neither. */
export function yearFrom(text: string): PriceYear | undefined {
  if (/^\d{4}$/.test(text)) return Number(text);
  return isFinancialYear(text) ? text : undefined;
}

/** The civil year in which a year begins: 2012 for 2012/13. */
export const startOf = (year: PriceYear): number =>
  typeof year === 'number' ? year : Number(year.slice(0, 4));

/** Whether two years are of one kind: both calendar years, or both financial. */
export const sameKind = (one: PriceYear, other: PriceYear): boolean => typeof one === typeof other;

/** First and last day of a year; a financial year runs from 1 April to 31 March, as that of British governments. */
export function daysOf(year: PriceYear): { readonly from: string; readonly to: string } {
  const start = startOf(year);
  return typeof year === 'number'
    ? { from: `${start}-01-01`, to: `${start}-12-31` }
    : { from: `${start}-04-01`, to: `${start + 1}-03-31` };
}

/** The days on which a price holds, or undefined where there is no price. */
export function coverageOf({ priceYear, validFrom, validTo }: UnitPrice): Covered | undefined {
  if (priceYear === null) return undefined;
  const { from, to } = daysOf(priceYear);
  return { year: priceYear, from: validFrom ?? from, to: validTo ?? to };
}

/** A span of days, both ends included, and the price year it belongs to. */
export interface Covered {
  readonly year: PriceYear;
  readonly from: string;
  readonly to: string;
}

/** How many days lie between a span and a day; 0 where the day is in it. */
export function daysBetween({ from, to }: Pick<Covered, 'from' | 'to'>, date: string): number {
  const day = dayOf(date);
  return Math.max(0, dayOf(from) - day, day - dayOf(to));
}
