import type { RowCode } from '../wording/evidence-messages.js';
import type { TermValues } from '../wording/term.js';
import { type DaysOfPerson, type PersonTime, type Windows, totalsOf } from './person-time-totals.js';
import {
  type PersonDates,
  type PersonDays,
  readPerson,
  readSpell,
  type RowProblem,
  type Spell,
  type SpellDays,
} from './recorded-rows.js';
import { layOut, type Stretch } from './timeline.js';

export interface PersonTimeOptions {
  /** The kinds of spells of which only one can hold on a day; all others are services, used side by side. */
  readonly statuses: readonly string[];
  /** Days before entry, and after exit, that are looked at: a whole number from 1 on, 365 unless said otherwise. */
  readonly windowDays?: number;
  /** How many problems of rows are kept one by one, the first ones; the others are counted. 1000 unless said. */
  readonly problemsKept?: number;
  /** Told the days of each person as soon as they are complete, for whoever needs them one by one. */
  readonly onPerson?: (days: DaysOfPerson) => void;
}

/** Takes in rows and holds no more of them than those of the person they belong to. */
export interface PersonTimeAccumulator {
  /** Begins a person: the spells that follow are theirs. */
  person(dates: PersonDates): void;
  spell(spell: Spell): void;
  /** What all rows so far come to; ends the person begun last. */
  result(): PersonTime;
}

/**
 * Adds up the days that people spent in statuses and services before they entered, during their stay and after they
 * left, in one pass: a person, that person’s spells, the next person. Memory grows with the number of people (their
 * pseudonyms, to find one that comes twice), not with that of spells.
 *
 * Every window ends where what is known ends, and none begins before birth. On every observed day a person is in
 * exactly one status or in none that was recorded, so that these add up to the days observed, to the day.
 */
export function personTime(options: PersonTimeOptions): PersonTimeAccumulator {
  const { windowDays = 365, problemsKept = 1000 } = options;
  const statuses = new Set(options.statuses);
  const seen = new Set<string>();
  const totals = totalsOf(statuses, windowDays);
  const rows = { person: 0, spell: 0 };
  const problems: RowProblem[] = [];
  const counts = new Map<RowCode, number>();
  let current: PersonDays | undefined;
  let spells: SpellDays[] = [];

  const report = (of: RowProblem['of'], row: number, code: RowCode, values: TermValues): void => {
    counts.set(code, (counts.get(code) ?? 0) + 1);
    if (problems.length < problemsKept) problems.push({ of, row, code, values });
  };
  const finish = (): void => {
    if (current === undefined) return;
    const pieces = piecesOf(spells, statuses, (row, code, values) => report('spell', row, code, values));
    const days = totals.add(windowsOf(current, windowDays), current.exit !== undefined, pieces, spells);
    options.onPerson?.({ person: current.person, ...days });
    current = undefined;
    spells = [];
  };

  return {
    person(dates) {
      finish();
      rows.person += 1;
      const outcome = seen.has(dates.person)
        ? ({ code: 'person-twice', values: {} } as const)
        : readPerson(dates);
      if ('code' in outcome) {
        report('person', rows.person, outcome.code, outcome.values);
        return;
      }
      seen.add(dates.person);
      current = outcome.read;
    },
    spell(spell) {
      rows.spell += 1;
      const outcome = current
        ? readSpell(spell, rows.spell, current)
        : ({ code: 'no-person', values: {} } as const);
      if ('code' in outcome) report('spell', rows.spell, outcome.code, outcome.values);
      else spells.push(outcome.read);
    },
    result() {
      finish();
      return {
        ...totals.result(),
        rows: { ...rows },
        problems: [...problems],
        problemCounts: [...counts]
          .map(([code, count]) => ({ code, count }))
          .sort((one, other) => (one.code < other.code ? -1 : 1)),
      };
    },
  };
}

/** The windows of a person, cut off where what is known begins and ends. */
function windowsOf({ birth, entry, exit, lastKnown }: PersonDays, windowDays: number): Windows {
  const left = exit ?? lastKnown;
  return {
    before: [Math.max(entry - windowDays, birth), entry],
    during: [entry, left],
    after: [left, Math.min(left + (exit === undefined ? 0 : windowDays), lastKnown)],
  };
}

/** The spells of one person without the days that would be counted twice: statuses on one line, each service on its own. */
function piecesOf(
  spells: readonly SpellDays[],
  statuses: ReadonlySet<string>,
  report: (row: number, code: RowCode, values: TermValues) => void,
): readonly Stretch[] {
  const lines = new Map<string, SpellDays[]>();
  for (const spell of spells) {
    const name = statuses.has(spell.kind) ? '' : `service ${spell.kind}`;
    const line = lines.get(name);
    if (line) line.push(spell);
    else lines.set(name, [spell]);
  }
  const pieces: Stretch[] = [];
  for (const [name, line] of lines) {
    layOut(
      line,
      (kind, from, to) => pieces.push({ kind, from, to, row: 0 }),
      ({ row, other, days }) =>
        report(row, name === '' ? 'overlap' : 'same-service-overlap', { other, days }),
    );
  }
  return pieces;
}
