import { dayOf } from './civil-date.js';

/** What is known of a participant at a time, and nothing else. */
export const STATUSES = ['in-programme', 'in-work', 'left', 'unknown'] as const;
export type Status = (typeof STATUSES)[number];

/** A status that holds from a civil date until the day before the next one: days are half-open, [from, next from). */
export interface DatedStatus {
  readonly status: Status;
  readonly from: string;
}

/** What one participant went through, in the order of time; the first date is that of entry. */
export type Trajectory = readonly DatedStatus[];

/** People, or years, in each status. */
export interface InEachStatus {
  readonly inProgramme: number;
  readonly inWork: number;
  readonly left: number;
  /** Lost to follow-up: unknown is never no, and never yes. */
  readonly unknown: number;
}

/** Between which two shares the truth lies: nobody who was lost counts, or all of them do. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Everybody who entered a whole number of years ago, on the day that many years after each one's entry. */
export interface YearAfterEntry extends InEachStatus {
  readonly year: number;
  /** People whose day has come; the four statuses sum to it. */
  readonly observed: number;
  /** Of the observed, 0..1; they sum to 1. */
  readonly shares: InEachStatus;
  /** Of the observed, those whose status rests on an entry more than a year old that nothing later confirms. */
  readonly carriedForward: number;
}

/** Of those in work one year after entry, how many are in work later. */
export interface SurvivalInWork extends Bounds {
  readonly year: number;
  /** In work at year 1, and observed in this year. */
  readonly of: number;
  readonly inWork: number;
  readonly unknown: number;
  /** inWork / of: the lost count as not in work; equal to `low`. */
  readonly share: number;
}

/** What the trajectories of one career say at a day. */
export interface CareerOutcome extends InEachStatus {
  /** Everybody who entered until that day. */
  readonly entered: number;
  /** Of these, people who entered less than 365 days before: too early to say, so in no share. */
  readonly tooEarly: number;
  /** entered − tooEarly: the people the statuses one year after entry (`inProgramme`, `inWork`, …) sum to. */
  readonly entrants: number;
  /** inWork / entrants, 0..1, everybody who entered counted and the lost as not in work; null without entrants. */
  readonly successShare: number | null;
  /** The same share if none of the lost are in work, and if all of them are; null without entrants. */
  readonly successBounds: Bounds | null;
  /** Years 1, 2, … as far as anybody is observed. */
  readonly years: readonly YearAfterEntry[];
  /** Years 2, 3, … as far as anybody in work at year 1 is observed. */
  readonly survival: readonly SurvivalInWork[];
  /** Years of 365.25 days that all who entered have spent in each status, from entry to the day of asking. */
  readonly personYears: InEachStatus;
}

/** Year k after entry is the day 365 × k days after it, whatever leap days lie between. */
const DAYS_A_YEAR = 365;
const DAYS_A_PERSON_YEAR = 365.25;

const NAMES = {
  'in-programme': 'inProgramme',
  'in-work': 'inWork',
  left: 'left',
  unknown: 'unknown',
} as const satisfies Record<Status, keyof InEachStatus>;

/**
 * Reduces the trajectories of one career to people, shares and person-time.
 *
 * The last status holds until the day of asking; what is dated after that day is not looked at, and who entered after
 * it is not counted. Of two statuses of one day the later in the list holds: a spell of no days holds nothing. A
 * share is of people observed, in any order of people: it does not depend on how they were stored.
 *
 * @param asOf the civil date of asking
 */
export function careerOutcome(trajectories: readonly Trajectory[], asOf: string): CareerOutcome {
  const today = dayOf(asOf);
  const people = trajectories
    .map((trajectory) => personOf(trajectory, today))
    .filter((person): person is Person => person !== undefined);
  const observedAt = (year: number): readonly Person[] =>
    people.filter(({ entry }) => entry + DAYS_A_YEAR * year <= today);
  const first = observedAt(1);
  const head = countAt(first, 1);
  const entrants = first.length;
  const years: YearAfterEntry[] = [];
  for (let year = 1, observed = first; observed.length > 0; observed = observedAt(++year)) {
    const counts = countAt(observed, year);
    years.push({
      year,
      observed: observed.length,
      ...counts,
      shares: scaled(counts, observed.length),
      carriedForward: observed.filter((person) => isCarriedForward(person, year)).length,
    });
  }
  const workers = first.filter((person) => statusAt(person, 1) === 'in-work');
  return {
    entered: people.length,
    tooEarly: people.length - entrants,
    entrants,
    ...head,
    successShare: entrants === 0 ? null : head.inWork / entrants,
    successBounds: entrants === 0 ? null : boundsOf(head, entrants),
    years,
    survival: years.slice(1).flatMap(({ year }): readonly SurvivalInWork[] => {
      const still = workers.filter(({ entry }) => entry + DAYS_A_YEAR * year <= today);
      if (still.length === 0) return [];
      const counts = countAt(still, year);
      const bounds = boundsOf(counts, still.length);
      return [
        {
          year,
          of: still.length,
          inWork: counts.inWork,
          unknown: counts.unknown,
          share: bounds.low,
          ...bounds,
        },
      ];
    }),
    personYears: personYearsOf(people, today),
  };
}

interface Person {
  readonly entry: number;
  /** In the order of time; the one of entry first. */
  readonly entries: readonly { readonly status: Status; readonly day: number }[];
}

function personOf(trajectory: Trajectory, today: number): Person | undefined {
  const entries = trajectory
    .map(({ status, from }) => ({ status, day: dayOf(from) }))
    .filter(({ day }) => day <= today)
    .sort((one, other) => one.day - other.day);
  return entries[0] && { entry: entries[0].day, entries };
}

function statusAt({ entry, entries }: Person, year: number): Status {
  const day = entry + DAYS_A_YEAR * year;
  return entries.findLast((one) => one.day <= day)?.status ?? 'unknown';
}

function isCarriedForward({ entry, entries }: Person, year: number): boolean {
  const day = entry + DAYS_A_YEAR * year;
  const last = entries.at(-1);
  return last !== undefined && last.status !== 'unknown' && last.day < day - DAYS_A_YEAR;
}

function countAt(people: readonly Person[], year: number): InEachStatus {
  const counts = { inProgramme: 0, inWork: 0, left: 0, unknown: 0 };
  for (const person of people) counts[NAMES[statusAt(person, year)]] += 1;
  return counts;
}

const scaled = ({ inProgramme, inWork, left, unknown }: InEachStatus, by: number): InEachStatus => ({
  inProgramme: inProgramme / by,
  inWork: inWork / by,
  left: left / by,
  unknown: unknown / by,
});

const boundsOf = ({ inWork, unknown }: InEachStatus, of: number): Bounds => ({
  low: inWork / of,
  high: (inWork + unknown) / of,
});

function personYearsOf(people: readonly Person[], today: number): InEachStatus {
  const days = { inProgramme: 0, inWork: 0, left: 0, unknown: 0 };
  for (const { entries } of people) {
    for (const [at, { status, day }] of entries.entries()) {
      days[NAMES[status]] += (entries[at + 1]?.day ?? today) - day;
    }
  }
  return scaled(days, DAYS_A_PERSON_YEAR);
}
