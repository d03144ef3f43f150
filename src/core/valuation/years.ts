import type { ValueMapFile } from '../assessment.js';

/** From here on a year number is a calendar year; below, it counts from the start of the activity. */
export const FIRST_CALENDAR_YEAR = 1900;

/** How the years of a value map are counted. */
export interface YearCount {
  /** The calendar year that is year 1; undefined where the file counts from 1. */
  readonly first: number | undefined;
  /** Year 1, 2, … of the activity for a year as the file writes it; 1 where it writes none. */
  index(year: number | undefined): number;
  /** The year as the file writes it. */
  written(index: number): number;
}

/**
 * Reads whether a file counts years from 1 or by the calendar: the first calendar year anywhere is year 1. Where
 * no row names a year, the first compounding factor does.
 */
export function yearCount(file: ValueMapFile): YearCount {
  const named = [
    ...file.inputs.map((input) => input.year),
    ...file.outcomes.flatMap((row) => [row.startsYear, ...(row.series ?? []).map((point) => point.year)]),
  ].filter((year): year is number => year !== undefined && year >= FIRST_CALENDAR_YEAR);
  const factorYears = Object.keys(file.conventions.factors ?? {}).map(Number);
  const candidates =
    named.length > 0 || file.conventions.discounting !== 'compound-forward' ? named : factorYears;
  const first = candidates.length > 0 ? candidates.reduce((one, other) => Math.min(one, other)) : undefined;
  return {
    first,
    index: (year) => (year === undefined ? 1 : first === undefined ? year : year - first + 1),
    written: (index) => (first === undefined ? index : first + index - 1),
  };
}
