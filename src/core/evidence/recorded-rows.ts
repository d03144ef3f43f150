import type { RowCode } from '../wording/evidence-messages.js';
import type { TermValues } from '../wording/term.js';
import { type DateFault, readDay } from './civil-calendar.js';
import type { Use } from './tally.js';
import type { Stretch } from './timeline.js';

/** When somebody came, left and was last heard of: civil dates, of which none has a time of day. */
export interface PersonDates {
  /** A pseudonym. */
  readonly person: string;
  readonly birth?: string | undefined;
  readonly entry: string;
  /** Missing for somebody who has not left. */
  readonly exit?: string | undefined;
  /** What is known ends before this day. */
  readonly lastKnown: string;
}

/** A status or a service over days [from, to). */
export interface Spell {
  readonly kind: string;
  readonly from: string;
  /** Missing where it has not ended as far as is known. */
  readonly to?: string | undefined;
  /** Units used over the whole spell, such as nights or hours; a range where only that is known. */
  readonly amount?: Use | undefined;
}

/** Something wrong with one row of recorded data. */
export interface RowProblem {
  readonly of: 'person' | 'spell';
  /** The place of the row among those of its kind in the order they came, from 1 on. */
  readonly row: number;
  readonly code: RowCode;
  readonly values: TermValues;
}

/** The dates of a person as day numbers. */
export interface PersonDays {
  readonly person: string;
  /** Before every day where it is not known. */
  readonly birth: number;
  readonly entry: number;
  readonly exit: number | undefined;
  readonly lastKnown: number;
}

/** A spell as day numbers. */
export interface SpellDays extends Stretch {
  readonly amount: Use | undefined;
}

/** What a row was read as, or why it is left out. */
export type Read<T> = { readonly read: T } | { readonly code: RowCode; readonly values: TermValues };

export function readPerson(dates: PersonDates): Read<PersonDays> {
  const days = readDays(dates, ['birth', 'entry', 'exit', 'lastKnown']);
  if ('code' in days) return days;
  const { birth = Number.NEGATIVE_INFINITY, entry = Number.NaN, exit, lastKnown = Number.NaN } = days.read;
  if (entry < birth) return { code: 'entry-before-birth', values: {} };
  if (exit !== undefined && exit < entry) return { code: 'exit-before-entry', values: {} };
  if (lastKnown < entry) return { code: 'last-known-before-entry', values: {} };
  if (exit !== undefined && exit > lastKnown) return { code: 'exit-after-last-known', values: {} };
  return { read: { person: dates.person, birth, entry, exit, lastKnown } };
}

/** @param row the place of the spell in the data; @param of the person it belongs to */
export function readSpell(spell: Spell, row: number, of: PersonDays): Read<SpellDays> {
  const days = readDays(spell, ['from', 'to']);
  if ('code' in days) return days;
  const { from = Number.NaN, to } = days.read;
  if (to !== undefined && to < from) return { code: 'ends-before-it-begins', values: {} };
  if (from < of.birth) return { code: 'before-birth', values: {} };
  if (spell.amount !== undefined && !isUse(spell.amount)) return { code: 'impossible-amount', values: {} };
  if (to === from) return { code: 'zero-length', values: {} };
  if (from >= of.lastKnown) return { code: 'after-last-known', values: {} };
  return { read: { kind: spell.kind, from, to: to ?? of.lastKnown, row, amount: spell.amount } };
}

type Dates<F extends string> = Partial<Record<F, number>>;

function readDays<F extends string>(
  row: { readonly [field in F]?: string | undefined },
  fields: readonly F[],
): Read<Dates<F>> {
  const read: Dates<F> = {};
  for (const field of fields) {
    const text = row[field];
    if (text === undefined) continue;
    const day: number | DateFault = readDay(text);
    if (typeof day === 'string') return { code: day, values: { field } };
    read[field] = day;
  }
  return { read };
}

function isUse(amount: Use): boolean {
  if (amount === 'unknown') return true;
  const { from, to } = typeof amount === 'number' ? { from: amount, to: amount } : amount;
  return from >= 0 && from <= to && Number.isFinite(to);
}
