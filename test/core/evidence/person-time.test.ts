import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf } from '../../../src/core/evidence/civil-calendar.js';
import { personTime, type PersonTimeOptions } from '../../../src/core/evidence/person-time.js';
import type { DaysOfPerson, PersonTime } from '../../../src/core/evidence/person-time-totals.js';
import type { PersonDates, Spell } from '../../../src/core/evidence/recorded-rows.js';

const STATUSES = ['work', 'stay', 'homeless'];

type Person = Partial<PersonDates> & { readonly spells?: readonly Spell[] };

/** Somebody who entered on 1 March 2024, left on 1 July 2024 and was followed until 1 January 2026. */
const STANDARD: PersonDates = {
  person: 'p1',
  birth: '1980-05-05',
  entry: '2024-03-01',
  exit: '2024-07-01',
  lastKnown: '2026-01-01',
};

function timeOf(people: readonly Person[], options: Partial<PersonTimeOptions> = {}): PersonTime {
  const accumulator = personTime({ statuses: STATUSES, ...options });
  for (const { spells = [], ...dates } of people) {
    accumulator.person({ ...STANDARD, ...dates });
    for (const spell of spells) accumulator.spell(spell);
  }
  return accumulator.result();
}

const spell = (kind: string, from: string, to?: string, amount?: Spell['amount']): Spell => ({
  kind,
  from,
  to,
  amount,
});

const daysOf = (time: PersonTime, window: 'before' | 'during' | 'after', kind: string): number | undefined =>
  [...time[window].statuses, ...time[window].services].find((one) => one.kind === kind)?.days;

const codesOf = (time: PersonTime): readonly string[] => time.problems.map(({ code }) => code);

describe('person-time', () => {
  it('of nobody is none', () => {
    const none = {
      people: 0,
      days: 0,
      personYears: 0,
      daysNotObserved: 0,
      statuses: [],
      unrecorded: { days: 0, personYears: 0 },
      services: [],
    };
    expect(timeOf([])).toEqual({
      people: 0,
      rows: { person: 0, spell: 0 },
      before: none,
      during: none,
      after: none,
      problems: [],
      problemCounts: [],
    });
  });

  it('looks a year back from entry and a year on from exit, and at the whole stay', () => {
    const time = timeOf([{}]);
    // March to June 2024 are 31 + 30 + 31 + 30 days.
    expect([time.before.days, time.during.days, time.after.days]).toEqual([365, 122, 365]);
    expect(time.during.personYears).toBe(122 / 365.25);
    expect(time.before.unrecorded).toEqual({ days: 365, personYears: 365 / 365.25 });
    expect([time.before, time.during, time.after].map(({ daysNotObserved }) => daysNotObserved)).toEqual([
      0, 0, 0,
    ]);
  });

  it('takes windows of another length', () => {
    const time = timeOf([{}], { windowDays: 30 });
    expect([time.before.days, time.during.days, time.after.days]).toEqual([30, 122, 30]);
  });

  it('counts spells that cross windows in each of them, by the day', () => {
    const time = timeOf([{ spells: [spell('homeless', '2024-02-01', '2024-03-11')] }]);
    // February 2024 has 29 days.
    expect(daysOf(time, 'before', 'homeless')).toBe(29);
    expect(daysOf(time, 'during', 'homeless')).toBe(10);
    expect(daysOf(time, 'after', 'homeless')).toBeUndefined();
    expect(time.before.unrecorded.days).toBe(336);
  });

  it('holds nothing before the window begins, and nothing on the day it ends', () => {
    // The year before 2024-03-01 begins on 2023-03-02, with the leap day in it.
    const time = timeOf([
      { spells: [spell('work', '2023-01-01', '2023-03-02'), spell('stay', '2025-07-01', '2025-08-01')] },
    ]);
    expect([time.before.statuses, time.after.statuses]).toEqual([[], []]);
    const one = timeOf([
      { spells: [spell('work', '2023-01-01', '2023-03-03'), spell('stay', '2025-06-30', '2025-08-01')] },
    ]);
    expect([daysOf(one, 'before', 'work'), daysOf(one, 'after', 'stay')]).toEqual([1, 1]);
  });

  it('ends open spells, and windows, where what is known ends', () => {
    const time = timeOf([
      {
        lastKnown: '2024-07-11',
        spells: [spell('work', '2024-07-04'), spell('clinic', '2024-07-10', '2024-12-01')],
      },
    ]);
    expect(time.after).toMatchObject({ days: 10, daysNotObserved: 355, people: 1 });
    expect(daysOf(time, 'after', 'work')).toBe(7);
    expect(daysOf(time, 'after', 'clinic')).toBe(1);
    expect(time.after.unrecorded.days).toBe(3);
  });

  it('has no time after exit for somebody who has not left', () => {
    const time = timeOf([{ exit: undefined, spells: [spell('work', '2025-12-31')] }]);
    expect(time.during.days).toBe(671);
    expect(daysOf(time, 'during', 'work')).toBe(1);
    expect(time.after).toMatchObject({ days: 0, people: 0, daysNotObserved: 0 });
  });

  it('begins no window before birth', () => {
    const time = timeOf([{ birth: '2024-02-20' }, { person: 'p2', birth: undefined }]);
    expect(time.before).toMatchObject({ days: 375, daysNotObserved: 355, people: 2 });
  });

  it('adds up over people, in the order of names', () => {
    const spells = [spell('work', '2024-07-01', '2024-07-03'), spell('homeless', '2024-07-05', '2024-07-06')];
    const time = timeOf([{ spells }, { person: 'p2', spells: spells.slice(0, 1) }, { person: 'p3' }]);
    expect(time.people).toBe(3);
    expect(
      time.after.statuses.map(({ kind, days, people, spells: count }) => [kind, days, people, count]),
    ).toEqual([
      ['homeless', 1, 1, 1],
      ['work', 4, 2, 2],
    ]);
    expect(time.after.statuses[1]?.personYears).toBe(4 / 365.25);
    expect(time.rows).toEqual({ person: 3, spell: 3 });
  });

  it('counts a person once in a status, however many spells', () => {
    const time = timeOf([
      { spells: [spell('work', '2024-07-01', '2024-07-03'), spell('work', '2024-08-01', '2024-08-04')] },
    ]);
    expect(time.after.statuses).toMatchObject([{ kind: 'work', days: 5, people: 1, spells: 2 }]);
  });

  it('lets services run side by side, and a day of one service count once', () => {
    const time = timeOf([
      {
        spells: [
          spell('clinic', '2024-07-01', '2024-07-11'),
          spell('shelter', '2024-07-01', '2024-07-11'),
          spell('clinic', '2024-07-06', '2024-07-16'),
        ],
      },
    ]);
    expect(time.after.services.map(({ kind, days }) => [kind, days])).toEqual([
      ['clinic', 15],
      ['shelter', 10],
    ]);
    expect(time.after.unrecorded.days).toBe(365);
    expect(time.problems).toEqual([
      { of: 'spell', row: 3, code: 'same-service-overlap', values: { other: 1, days: 5 } },
    ]);
  });

  it('says where two statuses overlap, and counts no day twice', () => {
    const time = timeOf([
      { spells: [spell('stay', '2024-07-01', '2024-07-11'), spell('work', '2024-07-08', '2024-07-21')] },
    ]);
    expect(time.after.statuses.map(({ days }) => days)).toEqual([7, 13]);
    expect(time.after.unrecorded.days).toBe(345);
    expect(time.problems).toEqual([{ of: 'spell', row: 2, code: 'overlap', values: { other: 1, days: 3 } }]);
  });
});

describe('amounts within a window', () => {
  it('are spread evenly over the days of a spell, and stay ranges', () => {
    const time = timeOf([
      {
        spells: [
          // Ten days, of which four are before entry.
          spell('night', '2024-02-26', '2024-03-07', { from: 10, to: 20 }),
          spell('night', '2024-03-10', '2024-03-11', 7),
        ],
      },
    ]);
    expect(time.before.services[0]).toMatchObject({
      spells: 1,
      spellsWithAmount: 1,
      amount: { low: 4, high: 8 },
    });
    const during = time.during.services[0]!;
    expect(during.amount).toEqual({ low: 13, high: 19 });
    expect(during.amountPerPersonYear).toEqual({ low: 13 / (122 / 365.25), high: 19 / (122 / 365.25) });
  });

  it('of an open spell are those until the last day known', () => {
    const time = timeOf([
      { exit: undefined, lastKnown: '2024-03-11', spells: [spell('night', '2024-02-20', undefined, 40)] },
    ]);
    // Twenty days, ten of them in February.
    expect(time.before.services[0]?.amount).toEqual({ low: 20, high: 20 });
    expect(time.during.services[0]?.amount).toEqual({ low: 20, high: 20 });
  });

  it('have no mean where one of them is unknown: unknown is never none', () => {
    const time = timeOf([
      {
        spells: [
          spell('night', '2024-07-01', '2024-07-02', 3),
          spell('night', '2024-07-03', '2024-07-04', 'unknown'),
          spell('day', '2024-07-01', '2024-07-02'),
        ],
      },
    ]);
    expect(time.after.services).toMatchObject([
      { kind: 'day', spells: 1, spellsWithAmount: 0, amount: null, amountPerPersonYear: null },
      {
        kind: 'night',
        spells: 2,
        spellsWithAmount: 1,
        amount: { low: 3, high: 3 },
        amountPerPersonYear: null,
      },
    ]);
  });

  it.each<[Spell['amount']]>([[-1], [Number.NaN], [Infinity], [{ from: 3, to: 2 }], [{ from: -1, to: 2 }]])(
    'are refused where they are impossible: %j',
    (amount) => {
      const time = timeOf([{ spells: [spell('night', '2024-07-01', '2024-07-02', amount)] }]);
      expect(codesOf(time)).toEqual(['impossible-amount']);
      expect(time.after.services).toEqual([]);
    },
  );

  it.each<[Spell['amount']]>([[0], [{ from: 0, to: 0 }], [{ from: 2, to: 2 }], ['unknown']])(
    'may be %j',
    (amount) =>
      expect(timeOf([{ spells: [spell('night', '2024-07-01', '2024-07-02', amount)] }]).problems).toEqual([]),
  );
});

describe('rows that are wrong', () => {
  it.each<[string, Person, object]>([
    ['time-of-day', { entry: '2024-03-01T08:00' }, { field: 'entry' }],
    ['not-a-civil-date', { exit: 'July' }, { field: 'exit' }],
    ['impossible-date', { birth: '1981-02-29' }, { field: 'birth' }],
    ['impossible-date', { lastKnown: '2026-02-30' }, { field: 'lastKnown' }],
    ['entry-before-birth', { birth: '2024-03-02' }, {}],
    ['exit-before-entry', { exit: '2024-02-29' }, {}],
    ['last-known-before-entry', { exit: undefined, lastKnown: '2024-02-29' }, {}],
    ['exit-after-last-known', { lastKnown: '2024-06-30' }, {}],
  ])('of a person, %s: %j is left out with its spells', (code, person, values) => {
    const time = timeOf([{ ...person, spells: [spell('work', '2024-07-01', '2024-08-01')] }]);
    expect(time.people).toBe(0);
    expect(time.during.days).toBe(0);
    expect(time.problems).toEqual([
      { of: 'person', row: 1, code, values },
      { of: 'spell', row: 1, code: 'no-person', values: {} },
    ]);
  });

  it.each<[Person]>([
    [{ birth: '2024-03-01' }],
    [{ exit: '2024-03-01' }],
    [{ exit: undefined, lastKnown: '2024-03-01' }],
    [{ lastKnown: '2024-07-01' }],
  ])('are not those at the edge of what can be: %j', (person) =>
    expect(timeOf([person])).toMatchObject({ people: 1, problems: [] }),
  );

  it('of a person who comes twice are left out, the first time kept', () => {
    const time = timeOf([{}, { spells: [spell('work', '2024-07-01')] }, { person: 'p2' }]);
    expect(time.people).toBe(2);
    expect(codesOf(time)).toEqual(['person-twice', 'no-person']);
  });

  it('of a person refused do not keep the next from being taken under the same name', () => {
    expect(timeOf([{ exit: '2020-01-01' }, {}]).people).toBe(1);
  });

  it('of nobody are left out: before the first person and after the result', () => {
    const accumulator = personTime({ statuses: STATUSES });
    accumulator.spell(spell('work', '2024-07-01'));
    accumulator.person(STANDARD);
    const first = accumulator.result();
    accumulator.spell(spell('work', '2024-07-01'));
    expect(accumulator.result()).toMatchObject({
      people: 1,
      after: first.after,
      rows: { person: 1, spell: 2 },
    });
    expect(codesOf(accumulator.result())).toEqual(['no-person', 'no-person']);
    expect(codesOf(first)).toEqual(['no-person']);
  });

  it('are counted, and the first of them kept', () => {
    const spells = [
      spell('work', 'x', '2024-07-02'),
      spell('work', 'y', '2024-07-02'),
      spell('work', '2024-07-05', '2024-07-05'),
    ];
    const time = timeOf([{ spells }], { problemsKept: 1 });
    expect(time.problems).toEqual([
      { of: 'spell', row: 1, code: 'not-a-civil-date', values: { field: 'from' } },
    ]);
    expect(time.problemCounts).toEqual([
      { code: 'not-a-civil-date', count: 2 },
      { code: 'zero-length', count: 1 },
    ]);
    const many = Array.from({ length: 1001 }, () => spell('work', 'x'));
    expect(timeOf([{ spells: many }]).problems).toHaveLength(1000);
    expect(timeOf([{ spells: [...spells].reverse() }]).problemCounts.map(({ code }) => code)).toEqual([
      'not-a-civil-date',
      'zero-length',
    ]);
  });

  it('of every awkward kind leave person-time that adds up to the day', () => {
    const spells: readonly Spell[] = [
      spell('work', '2023-01-01', '2023-03-12'), // reaches ten days into the window
      spell('work', '2024-02-29', '2024-03-01'), // the leap day alone
      spell('homeless', '2023-06-01', '2023-06-01'), // no day
      spell('homeless', '2023-06-02', '2023-06-01'), // backwards
      spell('homeless', '1980-05-04', '2023-07-01'), // before birth
      spell('homeless', '2023-08-01', '2023-09-01'), // 31 days
      spell('work', '2023-08-11', '2023-08-21'), // within it
      spell('homeless', '2023-08-11', '2023-08-16'), // the same beginning, later in the data
      spell('stay', '2024-03-01', '2024-07-01'), // exactly the stay
      spell('stay', '2024-03-01T12:00', '2024-07-01'), // a time of day
      spell('work', '2024-02-30', '2024-07-01'), // no such day
      spell('work', '2024-06-01', '2024-07-31'), // over the exit, within the stay
      spell('work', '2025-06-30', '2027-01-01'), // the last day of the window, beyond what is known
      spell('homeless', '2026-01-01', '2026-02-01'), // after what is known
      spell('homeless', '2026-06-01'), // open, after what is known
      spell('homeless', '2025-05-01'), // open, and overlapped
      spell('clinic', '2024-07-01', '2024-07-11'),
      spell('clinic', '2024-07-06', '2024-07-08'),
      spell('clinic', '2024-07-06', '2024-07-08', -3), // impossible
      spell('clinic', '2024-07-11', '2024-07-12', 'unknown'),
    ];
    expect(spells).toHaveLength(20);
    const time = timeOf([{ spells }]);
    const days = ({ statuses, unrecorded }: PersonTime['before']): readonly number[] => [
      ...statuses.map((one) => one.days),
      unrecorded.days,
    ];
    // Before: homeless 31 − 10 + 5, work 10 + 1 + 5. During: work June, stay the rest. After: homeless from
    // 2025-05-01 to 2025-06-30, work July 2024 and the last day.
    expect(days(time.before)).toEqual([26, 16, 323]);
    expect(days(time.during)).toEqual([92, 30, 0]);
    expect(days(time.after)).toEqual([60, 31, 274]);
    expect(daysOf(time, 'after', 'clinic')).toBe(11);
    expect(time.problemCounts).toEqual([
      { code: 'after-last-known', count: 2 },
      { code: 'before-birth', count: 1 },
      { code: 'ends-before-it-begins', count: 1 },
      { code: 'impossible-amount', count: 1 },
      { code: 'impossible-date', count: 1 },
      { code: 'overlap', count: 4 },
      { code: 'same-service-overlap', count: 1 },
      { code: 'time-of-day', count: 1 },
      { code: 'zero-length', count: 1 },
    ]);
  });
});

describe('whatever is recorded', () => {
  const spellOf = fc.record({
    kind: fc.constantFrom(...STATUSES, 'clinic', 'shelter'),
    from: fc.integer({ min: 18_900, max: 20_600 }),
    length: fc.option(fc.integer({ min: -3, max: 400 }), { nil: undefined }),
  });
  const personOf = fc.record({
    entry: fc.integer({ min: 19_000, max: 20_000 }),
    stay: fc.option(fc.integer({ min: -2, max: 500 }), { nil: undefined }),
    known: fc.integer({ min: -2, max: 1200 }),
    spells: fc.array(spellOf, { maxLength: 15 }),
  });

  it('adds up to the days observed, to the day, and to the sum of people', () => {
    fc.assert(
      fc.property(fc.array(personOf, { maxLength: 5 }), (given) => {
        const each: DaysOfPerson[] = [];
        const time = timeOf(
          given.map(({ entry, stay, known, spells }, at) => ({
            person: `p${at}`,
            entry: dateOf(entry),
            exit: stay === undefined ? undefined : dateOf(entry + stay),
            lastKnown: dateOf(entry + known),
            spells: spells.map(({ kind, from, length }) =>
              spell(kind, dateOf(from), length === undefined ? undefined : dateOf(from + length)),
            ),
          })),
          { onPerson: (days) => each.push(days) },
        );
        expect(each).toHaveLength(time.people);
        for (const window of ['before', 'during', 'after'] as const) {
          const { statuses, services, unrecorded, days } = time[window];
          expect(statuses.reduce((sum, one) => sum + one.days, unrecorded.days)).toBe(days);
          expect(unrecorded.days).toBeGreaterThanOrEqual(0);
          expect(each.reduce((sum, one) => sum + one[window].days, 0)).toBe(days);
          for (const { kind, days: all, people } of [...statuses, ...services]) {
            expect(each.reduce((sum, one) => sum + (one[window].kinds.get(kind) ?? 0), 0)).toBe(all);
            expect(each.filter((one) => (one[window].kinds.get(kind) ?? 0) > 0)).toHaveLength(people);
            expect(all).toBeLessThanOrEqual(days);
          }
        }
      }),
    );
  });

  it('names the person whose days it hands over', () => {
    const names: string[] = [];
    timeOf([{}, { person: 'p2' }], { onPerson: ({ person }) => names.push(person) });
    expect(names).toEqual(['p1', 'p2']);
  });
});
