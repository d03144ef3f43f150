import { ageAt, dateOf, monthsLater, readDay } from './civil-calendar.js';
import type { Facts, Rule } from './definition.js';
import { refuse, type Refusal } from './refusal.js';
import { startedMonths } from './worker-facts.js';

/** When results of somebody who left are looked at. */
export interface EsfWindows {
  /** Results upon leaving: from the exit to the 28th day after it, that day included. */
  readonly immediate: { readonly firstDay: string; readonly lastDay: string };
  /** Results six months after leaving: the same day of the sixth month after the exit, or the last of a shorter month. */
  readonly sixMonths: string;
}

const IMMEDIATE_DAYS = 28;
const LATER_MONTHS = 6;

/**
 * The windows of the ESF+ common result indicators (Regulation (EU) 2021/1057, annex I): four weeks and six months after
 * leaving. The four weeks are the rule of 2014–2020, taken to hold on.
 *
 * @returns refused for a text that is no civil date
 */
export function esfWindows(exit: string): EsfWindows | Refusal {
  const day = readDay(exit);
  if (typeof day === 'string') return refuse('bad-date', { field: 'exit', given: exit });
  return {
    immediate: { firstDay: exit, lastDay: dateOf(day + IMMEDIATE_DAYS) },
    sixMonths: dateOf(monthsLater(day, LATER_MONTHS)),
  };
}

export type LabourStatus = 'unemployed' | 'inactive' | 'employed' | 'self-employed';

/** What was recorded of a participant; what is missing is unknown. */
export interface EsfRecord {
  readonly gender?: 'woman' | 'man' | 'non-binary' | undefined;
  readonly birth?: string | undefined;
  readonly entry: string;
  readonly entryStatus?: LabourStatus | undefined;
  /** The first day of being out of work, for somebody unemployed at entry. */
  readonly unemployedSince?: string | undefined;
  readonly inEducationAtEntry?: boolean | undefined;
  /** The highest level attained at entry, 0 to 8 (ISCED 2011). */
  readonly isced?: number | undefined;
  /** The last exit; missing for somebody who has not left. */
  readonly exit?: string | undefined;
  /** How things stood on a day soon after the exit. It counts only if that day is within the four weeks. */
  readonly uponLeaving?:
    | {
        readonly on: string;
        readonly status?: LabourStatus | undefined;
        readonly searchingForWork?: boolean | undefined;
        readonly inEducationOrTraining?: boolean | undefined;
        readonly gainedQualification?: boolean | undefined;
      }
    | undefined;
  /** How things stood on the day six months after the exit. */
  readonly sixMonthsLater?:
    | {
        readonly status?: LabourStatus | undefined;
        /** For somebody employed at entry: a stable, fuller or more skilled job, or a promotion; a rise in pay alone is none. */
        readonly improved?: boolean | undefined;
      }
    | undefined;
}

/** A common indicator that counts participants. */
export interface EsfIndicator {
  readonly code: string;
  readonly label: string;
  /** Whether a source of the Commission with the code was seen; the others follow the order of the annex. */
  readonly codeConfirmed: boolean;
  readonly rule: Rule;
}

const OUT_OF_WORK: Rule = { fact: 'entryStatus', in: ['unemployed', 'inactive'] };
const UNEMPLOYED: Rule = { fact: 'entryStatus', is: 'unemployed' };
const AT_WORK = ['employed', 'self-employed'];

const indicator = (code: string, label: string, rule: Rule, codeConfirmed = false): EsfIndicator => ({
  code,
  label,
  codeConfirmed,
  rule,
});

/**
 * Common indicators about participants whose answers this program records. Names and grouping are those of annex I to
 * Regulation (EU) 2021/1057; the rules follow what is remembered of the Commission’s guidance, which was not seen.
 */
export const ESF_INDICATORS: readonly EsfIndicator[] = [
  indicator('EECO02', 'unemployed, including long-term', UNEMPLOYED),
  indicator('EECO03', 'long-term unemployed', {
    all: [
      UNEMPLOYED,
      {
        any: [
          // More than a year, or for those under 25 more than half of one: the month after has begun.
          { fact: 'startedMonthsUnemployed', from: 13 },
          {
            all: [
              { fact: 'startedMonthsUnemployed', from: 7 },
              { fact: 'ageAtEntry', to: 24 },
            ],
          },
        ],
      },
    ],
  }),
  indicator('EECO04', 'inactive', { fact: 'entryStatus', is: 'inactive' }),
  indicator('EECO05', 'employed, including self-employed', { fact: 'entryStatus', in: AT_WORK }, true),
  indicator('EECO06', 'under 18', { fact: 'ageAtEntry', to: 17 }),
  indicator('EECO07', 'aged 18 to 29', {
    all: [
      { fact: 'ageAtEntry', from: 18 },
      { fact: 'ageAtEntry', to: 29 },
    ],
  }),
  indicator('EECO08', 'aged 55 or more', { fact: 'ageAtEntry', from: 55 }),
  indicator('EECO09', 'lower secondary education or less', { fact: 'isced', to: 2 }),
  indicator('EECO10', 'upper secondary or post-secondary education', {
    all: [
      { fact: 'isced', from: 3 },
      { fact: 'isced', to: 4 },
    ],
  }),
  indicator('EECO11', 'tertiary education', { fact: 'isced', from: 5 }),
  indicator('EECR01', 'searching for work upon leaving', {
    all: [
      { fact: 'entryStatus', is: 'inactive' },
      { fact: 'searchingForWork', is: true },
    ],
  }),
  indicator('EECR02', 'in education or training upon leaving', {
    all: [
      { fact: 'inEducationAtEntry', is: false },
      { fact: 'inEducationOrTraining', is: true },
    ],
  }),
  indicator('EECR03', 'gaining a qualification upon leaving', { fact: 'gainedQualification', is: true }),
  indicator('EECR04', 'in employment upon leaving', {
    all: [OUT_OF_WORK, { fact: 'statusUponLeaving', in: AT_WORK }],
  }),
  indicator('EECR05', 'in employment six months after leaving', {
    all: [OUT_OF_WORK, { fact: 'statusSixMonthsLater', in: AT_WORK }],
  }),
  indicator('EECR06', 'in a better position at work six months after leaving', {
    all: [
      { fact: 'entryStatus', in: AT_WORK },
      { fact: 'improved', is: true },
    ],
  }),
];

/**
 * What the indicators ask of a participant. An observation outside the four weeks after the exit says nothing of how
 * things stood upon leaving: it is left out, and what it would have said is unknown.
 *
 * @returns refused for a text that is no civil date
 */
export function esfFacts(record: EsfRecord): Facts | Refusal {
  const { birth, entry, unemployedSince, exit, uponLeaving, sixMonthsLater } = record;
  const dates = { birth, entry, unemployedSince, exit, 'uponLeaving.on': uponLeaving?.on };
  for (const [field, given] of Object.entries(dates)) {
    if (given !== undefined && typeof readDay(given) === 'string')
      return refuse('bad-date', { field, given });
  }
  const entered = Number(readDay(entry));
  const since = (
    date: string | undefined,
    measure: (from: number, to: number) => number,
  ): number | undefined => (date === undefined ? undefined : measure(Number(readDay(date)), entered));
  const left = exit === undefined ? undefined : Number(readDay(exit));
  const seen = uponLeaving && left !== undefined ? Number(readDay(uponLeaving.on)) - left : -1;
  const inTime = seen >= 0 && seen <= IMMEDIATE_DAYS ? uponLeaving : undefined;
  const later = left === undefined ? undefined : sixMonthsLater;
  return {
    gender: record.gender,
    entryStatus: record.entryStatus,
    inEducationAtEntry: record.inEducationAtEntry,
    isced: record.isced,
    ageAtEntry: since(birth, ageAt),
    startedMonthsUnemployed: since(unemployedSince, startedMonths),
    statusUponLeaving: inTime?.status,
    searchingForWork: inTime?.searchingForWork,
    inEducationOrTraining: inTime?.inEducationOrTraining,
    gainedQualification: inTime?.gainedQualification,
    statusSixMonthsLater: later?.status,
    improved: later?.improved,
  };
}

/** The facts without which nothing of a participant may be sent (article 17(5)). */
const NEEDED = ['ageAtEntry', 'entryStatus', 'gender', 'isced'] as const;

/** Which facts are still missing before anything of a participant may be sent. */
export function missingForEsf(facts: Facts): readonly string[] {
  return NEEDED.filter((name) => facts[name] === undefined);
}
