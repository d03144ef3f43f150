import type { RowCode } from '../wording/evidence-messages.js';
import type { RowProblem, SpellDays } from './recorded-rows.js';
import type { Stretch } from './timeline.js';

/** Days before entry, of the stay, and after exit. */
export const WINDOWS = ['before', 'during', 'after'] as const;
export type WindowName = (typeof WINDOWS)[number];

/** The days [from, to) of each window of one person. */
export type Windows = Readonly<Record<WindowName, readonly [number, number]>>;

/** Time that people spent in one thing. */
export interface Time {
  /** Whole days, added up over people. */
  readonly days: number;
  /** The same in years of 365.25 days. */
  readonly personYears: number;
}

/** Between which two numbers the truth lies. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Time in one status or service, and what was used of it. */
export interface KindTime extends Time {
  readonly kind: string;
  /** People with at least one such day. */
  readonly people: number;
  /** Spells with at least one day in the window, and those of them whose amount is known. */
  readonly spells: number;
  readonly spellsWithAmount: number;
  /** Units within the window: a spell’s amount is spread evenly over its days. Null where no amount is known. */
  readonly amount: Range | null;
  /** Units per observed person-year; null unless every spell has an amount, since unknown is never none. */
  readonly amountPerPersonYear: Range | null;
}

/** One window, over all people. */
export interface WindowTime extends Time {
  /** People with at least one observed day. */
  readonly people: number;
  /** Days by which windows fell short of their full length; 0 for the stay, which has none. */
  readonly daysNotObserved: number;
  /** With `unrecorded` they add up to `days`. */
  readonly statuses: readonly KindTime[];
  /** Days in no status that was recorded: nobody knows, which is not “no”. */
  readonly unrecorded: Time;
  /** Several may be used on one day. */
  readonly services: readonly KindTime[];
}

/** Person-time before entry, during the stay and after exit, and what was wrong with the rows. */
export interface PersonTime extends Readonly<Record<WindowName, WindowTime>> {
  /** People counted. */
  readonly people: number;
  /** Rows taken in, those left out included. */
  readonly rows: { readonly person: number; readonly spell: number };
  /** The first problems one by one, and how many there are of each. */
  readonly problems: readonly RowProblem[];
  readonly problemCounts: readonly { readonly code: RowCode; readonly count: number }[];
}

/** The days of one person within one window. */
export interface DaysInWindow {
  /** Days observed. */
  readonly days: number;
  /** By kind, statuses and services alike; a kind without a day is missing. */
  readonly kinds: ReadonlyMap<string, number>;
}

export interface DaysOfPerson extends Readonly<Record<WindowName, DaysInWindow>> {
  readonly person: string;
}

const DAYS_A_PERSON_YEAR = 365.25;

interface KindTotal {
  days: number;
  people: number;
  spells: number;
  spellsWithAmount: number;
  low: number;
  high: number;
}

interface WindowTotal {
  days: number;
  people: number;
  readonly kinds: Map<string, KindTotal>;
}

/** The sums over people, and how one more is added to them. */
export interface Totals {
  add(
    windows: Windows,
    hasLeft: boolean,
    pieces: readonly Stretch[],
    spells: readonly SpellDays[],
  ): Readonly<Record<WindowName, DaysInWindow>>;
  result(): { readonly people: number } & Readonly<Record<WindowName, WindowTime>>;
}

export function totalsOf(statuses: ReadonlySet<string>, windowDays: number): Totals {
  const start = (): WindowTotal => ({ days: 0, people: 0, kinds: new Map() });
  const totals: Readonly<Record<WindowName, WindowTotal>> = {
    before: start(),
    during: start(),
    after: start(),
  };
  let people = 0;
  let left = 0;
  return {
    add(windows, hasLeft, pieces, spells) {
      people += 1;
      left += hasLeft ? 1 : 0;
      const of = (name: WindowName): DaysInWindow => addWindow(totals[name], windows[name], pieces, spells);
      return { before: of('before'), during: of('during'), after: of('after') };
    },
    result: () => ({
      people,
      before: windowTime(totals.before, statuses, people * windowDays),
      during: windowTime(totals.during, statuses, totals.during.days),
      after: windowTime(totals.after, statuses, left * windowDays),
    }),
  };
}

function addWindow(
  total: WindowTotal,
  [start, end]: readonly [number, number],
  pieces: readonly Stretch[],
  spells: readonly SpellDays[],
): DaysInWindow {
  const within = ({ from, to }: Stretch): number => Math.max(0, Math.min(to, end) - Math.max(from, start));
  const kinds = new Map<string, number>();
  for (const piece of pieces) {
    const days = within(piece);
    if (days > 0) kinds.set(piece.kind, (kinds.get(piece.kind) ?? 0) + days);
  }
  for (const [kind, days] of kinds) {
    const sum = kindOf(total, kind);
    sum.days += days;
    sum.people += 1;
  }
  for (const spell of spells) {
    const days = within(spell);
    if (days > 0) addAmount(kindOf(total, spell.kind), spell, days / (spell.to - spell.from));
  }
  const days = end - start;
  total.days += days;
  total.people += days > 0 ? 1 : 0;
  return { days, kinds };
}

function addAmount(sum: KindTotal, { amount }: SpellDays, part: number): void {
  sum.spells += 1;
  if (amount === undefined || amount === 'unknown') return;
  const { from, to } = typeof amount === 'number' ? { from: amount, to: amount } : amount;
  sum.spellsWithAmount += 1;
  sum.low += from * part;
  sum.high += to * part;
}

function kindOf({ kinds }: WindowTotal, kind: string): KindTotal {
  let sum = kinds.get(kind);
  if (sum === undefined) {
    sum = { days: 0, people: 0, spells: 0, spellsWithAmount: 0, low: 0, high: 0 };
    kinds.set(kind, sum);
  }
  return sum;
}

const timeOf = (days: number): Time => ({ days, personYears: days / DAYS_A_PERSON_YEAR });

function windowTime(total: WindowTotal, statuses: ReadonlySet<string>, fullDays: number): WindowTime {
  const all = [...total.kinds]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([kind, sum]) => kindTime(kind, sum, total.days));
  const inStatus = all.filter(({ kind }) => statuses.has(kind));
  const recorded = inStatus.reduce((sum, { days }) => sum + days, 0);
  return {
    people: total.people,
    ...timeOf(total.days),
    daysNotObserved: fullDays - total.days,
    statuses: inStatus,
    unrecorded: timeOf(total.days - recorded),
    services: all.filter(({ kind }) => !statuses.has(kind)),
  };
}

function kindTime(kind: string, sum: KindTotal, observed: number): KindTime {
  const { days, people, spells, spellsWithAmount, low, high } = sum;
  const years = observed / DAYS_A_PERSON_YEAR;
  return {
    kind,
    ...timeOf(days),
    people,
    spells,
    spellsWithAmount,
    amount: spellsWithAmount === 0 ? null : { low, high },
    amountPerPersonYear: spellsWithAmount < spells ? null : { low: low / years, high: high / years },
  };
}
