import { dayOf } from './civil-date.js';

/** What is wrong with a text that should be a civil date. */
export type DateFault = 'time-of-day' | 'not-a-civil-date' | 'impossible-date';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_AND_MORE = /^\d{4}-\d{2}-\d{2}[T ]/;

/**
 * The number of a day, as `dayOf` has it, or what is wrong with the text. A time of day is refused and never cut off:
 * whoever wrote it may have meant another day in another time zone.
 */
export function readDay(text: string): number | DateFault {
  if (!DATE.test(text)) return DATE_AND_MORE.test(text) ? 'time-of-day' : 'not-a-civil-date';
  const [year, month, day] = partsOf(text);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return 'impossible-date';
  return dayOf(text);
}

/**
 * The civil date of a day, written as 2025-12-31.
 *
 * @param day from 0000-01-01 to 9999-12-31
 * @see Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”, civil_from_days
 */
export function dateOf(day: number): string {
  const sinceMarch = day + DAYS_TO_1970;
  const era = Math.floor(sinceMarch / DAYS_IN_400_YEARS);
  const ofEra = sinceMarch - era * DAYS_IN_400_YEARS;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const dayOfYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return written(year, month, dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1);
}

/**
 * The same day of the month a number of calendar months later, or the last day of a month that is too short for it:
 * six months after 31 August is the end of February.
 *
 * @param months a whole number, negative for earlier
 */
export function monthsLater(day: number, months: number): number {
  const [year, month, dayOfMonth] = partsOf(dateOf(day));
  const count = year * 12 + month - 1 + months;
  const toYear = Math.floor(count / 12);
  const toMonth = count - toYear * 12 + 1;
  return dayOf(written(toYear, toMonth, Math.min(dayOfMonth, daysIn(toYear, toMonth))));
}

/** How many whole calendar months have passed from one day to another; negative where the other comes first. */
export function monthsBetween(from: number, to: number): number {
  const [fromYear, fromMonth] = partsOf(dateOf(from));
  const [toYear, toMonth] = partsOf(dateOf(to));
  const months = (toYear - fromYear) * 12 + toMonth - fromMonth;
  return monthsLater(from, months) > to ? months - 1 : months;
}

/** Age in completed years; who was born on 29 February completes a year on the 28th where there is no 29th. */
export function ageAt(birth: number, day: number): number {
  return Math.floor(monthsBetween(birth, day) / 12);
}

const DAYS_TO_1970 = 719_468;
const DAYS_IN_400_YEARS = 146_097;
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const partsOf = (date: string): readonly [number, number, number] => [
  Number(date.slice(0, 4)),
  Number(date.slice(5, 7)),
  Number(date.slice(8, 10)),
];

function daysIn(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (LENGTHS[month - 1] ?? Number.NaN) + (leap ? 1 : 0);
}

const padded = (value: number, places: number): string => String(value).padStart(places, '0');

const written = (year: number, month: number, day: number): string =>
  `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
