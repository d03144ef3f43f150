import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/core/evidence/civil-date.js';
import { careerOutcome, type Status, type Trajectory } from '../../../src/core/evidence/trajectories.js';

const DAY = 24 * 60 * 60_000;

/** `in-programme 2024-01-01, left 2024-02-01` as a trajectory. */
const path = (text: string): Trajectory =>
  text.split(', ').map((one) => {
    const [status, from] = one.split(' ') as [Status, string];
    return { status, from };
  });

const outcome = (asOf: string, ...paths: readonly string[]) => careerOutcome(paths.map(path), asOf);

describe('the number of a day', () => {
  it('is that of the calendar, on every day of four hundred years', () => {
    const start = Date.UTC(1800, 0, 1) / DAY;
    for (let day = start; day < start + 146_097; day += 1) {
      const date = new Date(day * DAY).toISOString().slice(0, 10);
      if (dayOf(date) !== day) expect(`${date} is ${dayOf(date)}`).toBe(String(day));
    }
  });

  it('is refused for what is no date', () => {
    expect(() => dayOf('2025-1-1')).toThrow(RangeError);
    for (const text of ['2025-01-01T10:00', '12025-01-01', 'on 2025-01-01', '2025-01-1', ''])
      expect(() => dayOf(text), text).toThrow('A civil date is written as 2025-12-31.');
  });
});

describe('what trajectories say', () => {
  it('of nobody: nothing, and no share', () => {
    expect(outcome('2025-01-01')).toEqual({
      entered: 0,
      tooEarly: 0,
      entrants: 0,
      inProgramme: 0,
      inWork: 0,
      left: 0,
      unknown: 0,
      successShare: null,
      successBounds: null,
      years: [],
      survival: [],
      personYears: { inProgramme: 0, inWork: 0, left: 0, unknown: 0 },
    });
    expect(careerOutcome([[]], '2025-01-01').entered).toBe(0);
  });

  it('of people one year after entry: everybody counts', () => {
    const said = outcome(
      '2025-06-01',
      'in-programme 2024-01-10, in-work 2024-10-01',
      'in-programme 2024-01-10, left 2024-03-01',
      'in-programme 2024-01-10, unknown 2024-03-01',
      'in-programme 2024-01-10',
    );
    expect(said).toMatchObject({ entered: 4, tooEarly: 0, entrants: 4 });
    expect(said).toMatchObject({ inProgramme: 1, inWork: 1, left: 1, unknown: 1 });
    expect(said.successShare).toBe(0.25);
    expect(said.successBounds).toEqual({ low: 0.25, high: 0.5 });
    expect(said.years).toHaveLength(1);
    expect(said.years[0]!.shares).toEqual({ inProgramme: 0.25, inWork: 0.25, left: 0.25, unknown: 0.25 });
  });

  it('of everybody unknown: none in work at the low end, all at the high end', () => {
    const said = outcome(
      '2026-01-01',
      'in-programme 2024-01-01, unknown 2024-01-02',
      'in-programme 2024-01-01, in-work 2024-02-01, unknown 2024-12-01',
    );
    expect(said.successShare).toBe(0);
    expect(said.successBounds).toEqual({ low: 0, high: 1 });
    expect(said.survival).toEqual([]);
  });

  it('is too early on day 364 and can be said on day 365', () => {
    const entered = 'in-programme 2023-03-01, in-work 2023-04-01';
    // 365 days after 2023-03-01 is the leap day of 2024.
    expect(outcome('2024-02-28', entered)).toMatchObject({ tooEarly: 1, entrants: 0, successShare: null });
    expect(outcome('2024-02-29', entered)).toMatchObject({ tooEarly: 0, entrants: 1, successShare: 1 });
  });

  it('never takes who entered yesterday for a failure', () => {
    const said = outcome(
      '2025-06-01',
      'in-programme 2024-01-01, in-work 2024-06-01',
      'in-programme 2025-05-31',
      'in-programme 2025-06-01',
    );
    expect(said).toMatchObject({ entered: 3, tooEarly: 2, entrants: 1, successShare: 1 });
  });

  it('takes the status of the very day 365, where one ends and the next begins', () => {
    const entry = 'in-programme 2023-01-01, in-work 2023-06-01';
    expect(outcome('2025-01-01', `${entry}, left 2024-01-01`).left).toBe(1);
    expect(outcome('2025-01-01', `${entry}, left 2024-01-02`).inWork).toBe(1);
  });

  it('knows an entry on a leap day', () => {
    const said = outcome('2025-02-28', 'in-programme 2024-02-29, in-work 2024-05-01');
    expect(said).toMatchObject({ entrants: 1, inWork: 1 });
    expect(outcome('2025-02-27', 'in-programme 2024-02-29').tooEarly).toBe(1);
  });

  it('holds nothing of a status that lasted no day', () => {
    const said = outcome('2025-06-01', 'in-programme 2024-01-01, in-work 2024-05-01, left 2024-05-01');
    expect(said).toMatchObject({ inWork: 0, left: 1 });
    expect(said.personYears.inWork).toBe(0);
  });

  it('lets an open status hold until the day of asking, in person-years of 365.25 days', () => {
    const said = outcome('2025-01-01', 'in-programme 2023-01-01, in-work 2024-01-01');
    expect(said.personYears).toEqual({
      inProgramme: 365 / 365.25,
      inWork: 366 / 365.25,
      left: 0,
      unknown: 0,
    });
  });

  it('looks at nothing after the day of asking', () => {
    const said = outcome(
      '2025-02-01',
      'in-programme 2024-01-01, in-work 2025-03-01',
      'in-programme 2025-02-02',
    );
    expect(said).toMatchObject({ entered: 1, inProgramme: 1, inWork: 0 });
  });

  it('observes in each year only those whose day has come', () => {
    const said = outcome(
      '2025-01-01',
      'in-programme 2021-01-01, in-work 2021-06-01, in-work 2022-11-01, in-work 2023-11-01, unknown 2024-06-01',
      'in-programme 2022-06-01, in-work 2022-12-01, left 2024-01-01',
      'in-programme 2023-06-01, in-work 2023-12-01',
    );
    expect(said.years.map(({ year, observed }) => [year, observed])).toEqual([
      [1, 3],
      [2, 2],
      [3, 1],
      [4, 1],
    ]);
    expect(said.survival).toEqual([
      { year: 2, of: 2, inWork: 1, unknown: 0, share: 0.5, low: 0.5, high: 0.5 },
      { year: 3, of: 1, inWork: 1, unknown: 0, share: 1, low: 1, high: 1 },
      { year: 4, of: 1, inWork: 0, unknown: 1, share: 0, low: 0, high: 1 },
    ]);
  });

  it('says whose status is old and unconfirmed', () => {
    const carried = (text: string) => outcome('2025-01-01', text).years.map((one) => one.carriedForward);
    const entry = 'in-programme 2021-01-01, in-work 2021-06-01';
    // On day 365 the last entry is seven months old, on day 730 nineteen.
    expect(carried(entry)).toEqual([0, 1, 1, 1]);
    expect(carried(`${entry}, in-work 2024-12-20`)).toEqual([0, 0, 0, 0]);
    expect(carried(`${entry}, unknown 2021-09-01`)).toEqual([0, 0, 0, 0]);
  });

  it('takes a year as over on its very last day, in every year', () => {
    const entry = 'in-programme 2021-01-01, in-work 2021-06-01';
    // Day 1095 after 2021-01-01 is 2024-01-01.
    expect(outcome('2023-12-31', entry).survival.map(({ year }) => year)).toEqual([2]);
    expect(outcome('2024-01-01', entry).survival.map(({ year }) => year)).toEqual([2, 3]);
  });

  it('takes a status that is one year old to the day as young enough', () => {
    const carried = (from: string) =>
      outcome('2024-01-01', `in-programme 2021-01-01, in-work ${from}`).years.map(
        (one) => one.carriedForward,
      );
    // Day 730 is 2023-01-01: a year before it is 2022-01-01.
    expect(carried('2022-01-01')).toEqual([0, 0, 1]);
    expect(carried('2021-12-31')).toEqual([0, 1, 1]);
  });

  it('puts what is told out of order into the order of time', () => {
    expect(outcome('2025-06-01', 'left 2024-09-01, in-programme 2024-01-01, in-work 2024-03-01')).toEqual(
      outcome('2025-06-01', 'in-programme 2024-01-01, in-work 2024-03-01, left 2024-09-01'),
    );
  });

  it('does not depend on the order of people', () => {
    const paths = [
      'in-programme 2022-01-01, in-work 2022-03-01',
      'in-programme 2023-01-01, left 2023-03-01',
      'in-programme 2024-12-01',
    ];
    expect(outcome('2025-01-01', ...paths)).toEqual(outcome('2025-01-01', ...[...paths].reverse()));
  });
});
