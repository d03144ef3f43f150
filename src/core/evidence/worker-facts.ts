import { ageAt, monthsBetween, monthsLater, readDay } from './civil-calendar.js';
import type { Facts } from './definition.js';
import { refuse, type Refusal } from './refusal.js';

/** What was recorded of a person who is to be judged by a worker definition; what is missing is unknown. */
export interface WorkerRecord {
  readonly birth?: string | undefined;
  /** Whole months in a row without regular paid employment before the day of judging. */
  readonly monthsWithoutRegularPaidEmployment?: number | undefined;
  /** False for somebody who was never in regular paid employment, which counts as months without end. */
  readonly hadFirstRegularPaidEmployment?: boolean | undefined;
  /** The highest level attained, 0 to 8 (ISCED 2011). */
  readonly isced?: number | undefined;
  /** The day on which full-time education ended; null for somebody still in it. */
  readonly fullTimeEducationEnded?: string | null | undefined;
  readonly singleAdult?: boolean | undefined;
  readonly dependents?: number | undefined;
  readonly gender?: 'F' | 'M' | 'X' | undefined;
  /** Of the sector of the job, from a table of the country. */
  readonly sector?:
    | {
        readonly imbalance: number;
        readonly averageImbalance: number;
        readonly underrepresented: 'F' | 'M';
      }
    | undefined;
  readonly ethnicMinority?: boolean | undefined;
  readonly needsLanguageTrainingOrExperience?: boolean | undefined;
  readonly recognisedDisabled?: boolean | undefined;
  readonly impairmentHindersWork?: boolean | undefined;
}

/**
 * From when on somebody is “over 50”: the day after the 50th birthday, as the words say unless a country reads them
 * otherwise, that birthday itself, or only the 51st.
 */
export type Over50 = 'day-after-50th-birthday' | '50th-birthday' | '51st-birthday';

/** A quarter more than the average, with what rounding takes from a product of two numbers as they are published. */
const QUARTER_MORE = 1.25 * (1 - 1e-12);

/**
 * What the worker definitions ask of a person on a day, such as that of hiring.
 *
 * @returns refused for a text that is no civil date
 */
export function workerFacts(
  record: WorkerRecord,
  on: string,
  over50: Over50 = 'day-after-50th-birthday',
): Facts | Refusal {
  const { birth, fullTimeEducationEnded, gender, sector, ...said } = record;
  for (const [field, given] of Object.entries({ on, birth, fullTimeEducationEnded })) {
    if (typeof given === 'string' && typeof readDay(given) === 'string')
      return refuse('bad-date', { field, given });
  }
  const day = Number(readDay(on));
  const born = birth === undefined ? undefined : Number(readDay(birth));
  return {
    ...said,
    monthsWithoutRegularPaidEmployment:
      said.monthsWithoutRegularPaidEmployment ??
      (said.hadFirstRegularPaidEmployment === false ? Number.POSITIVE_INFINITY : undefined),
    age: born === undefined ? undefined : ageAt(born, day),
    over50: born === undefined ? undefined : isOver50(born, day, over50),
    startedMonthsSinceEducation: monthsSinceEducation(fullTimeEducationEnded, day),
    sectorUnequal: sector && sector.imbalance >= QUARTER_MORE * sector.averageImbalance,
    ofUnderrepresentedGender: sector && gender && gender === sector.underrepresented,
  };
}

function isOver50(born: number, day: number, reading: Over50): boolean {
  const birthday = monthsLater(born, 12 * (reading === '51st-birthday' ? 51 : 50));
  return reading === 'day-after-50th-birthday' ? day > birthday : day >= birthday;
}

/** Whoever is still in education has not completed it, and so is not within some months of that. */
function monthsSinceEducation(ended: string | null | undefined, day: number): number | undefined {
  if (ended === undefined) return undefined;
  const end = ended === null ? Number.POSITIVE_INFINITY : Number(readDay(ended));
  return end > day ? Number.POSITIVE_INFINITY : startedMonths(end, day);
}

/** Months that have begun since a day: 24 until the very day two years after it, and 25 from the next on. */
export function startedMonths(from: number, to: number): number {
  const whole = monthsBetween(from, to);
  return monthsLater(from, whole) < to ? whole + 1 : whole;
}
