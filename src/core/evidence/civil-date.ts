const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * The number of a civil date in the row of all days of the Gregorian calendar; 1970-01-01 is 0. It has no time of day
 * and no time zone, so a difference of two is a count of days.
 *
 * @param date an existing date, written as 2025-12-31; whoever takes it in has checked that
 * @throws RangeError where it is not written so
 * @see Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”, days_from_civil
 */
export function dayOf(date: string): number {
  const parts = FORM.exec(date);
  if (!parts) throw new RangeError('A civil date is written as 2025-12-31.');
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  // A year that begins in March has its leap day last.
  const fromMarch = month > 2 ? month - 3 : month + 9;
  const marchYear = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * fromMarch + 2) / 5) + day - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + dayOfYear - DAYS_TO_1970;
}

/** Days from 0000-03-01 to 1970-01-01. */
const DAYS_TO_1970 = 719_468;
