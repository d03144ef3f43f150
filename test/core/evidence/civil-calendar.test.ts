import { describe, expect, it } from 'vitest';
import {
  ageAt,
  dateOf,
  monthsBetween,
  monthsLater,
  readDay,
} from '../../../src/core/evidence/civil-calendar.js';
import { dayOf } from '../../../src/core/evidence/civil-date.js';

describe('reading a civil date', () => {
  it.each([
    '1970-01-01',
    '2024-02-29',
    '2000-02-29',
    '2025-02-28',
    '2025-01-31',
    '2025-04-30',
    '2025-12-31',
    '2025-12-01',
  ])('takes %s', (date) => expect(readDay(date)).toBe(dayOf(date)));

  it.each([
    ['2025-01-01T00:00:00Z', 'time-of-day'],
    ['2025-01-01 08:15', 'time-of-day'],
    ['on 2025-01-01 08:15', 'not-a-civil-date'],
    ['1 January 2025', 'not-a-civil-date'],
    ['2025-1-1', 'not-a-civil-date'],
    ['2025-01-011', 'not-a-civil-date'],
    ['12025-01-01', 'not-a-civil-date'],
    ['', 'not-a-civil-date'],
    ['2025-02-29', 'impossible-date'],
    ['1900-02-29', 'impossible-date'],
    ['2025-04-31', 'impossible-date'],
    ['2025-06-00', 'impossible-date'],
    ['2025-00-10', 'impossible-date'],
    ['2025-13-10', 'impossible-date'],
  ])('refuses %s: %s', (text, fault) => expect(readDay(text)).toBe(fault));

  it('is undone by writing it, on every day of four hundred years and at both ends', () => {
    for (let day = dayOf('1800-01-01'); day < dayOf('2200-01-01'); day += 1) {
      if (dayOf(dateOf(day)) !== day) expect(dateOf(day)).toBe(String(day));
    }
    for (const date of ['0000-01-01', '0000-03-01', '0999-12-31', '2400-02-29', '9999-12-31']) {
      expect(dateOf(dayOf(date))).toBe(date);
    }
  });
});

describe('calendar months', () => {
  it.each([
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-08-15', 6, '2027-02-15'],
    ['2026-01-31', 3, '2026-04-30'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2026-11-30', 1, '2026-12-30'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['1899-02-28', 12, '1900-02-28'],
  ])('%s and %i months is %s', (from, months, to) =>
    expect(dateOf(monthsLater(dayOf(from), months))).toBe(to),
  );

  it.each([
    ['2025-01-15', '2025-07-14', 5],
    ['2025-01-15', '2025-07-15', 6],
    ['2025-01-15', '2025-07-16', 6],
    ['2025-08-31', '2026-02-27', 5],
    ['2025-08-31', '2026-02-28', 6],
    ['2025-12-15', '2026-01-14', 0],
    ['2025-03-01', '2025-02-28', -1],
    ['2024-03-01', '2022-02-28', -25],
  ])('from %s to %s are %i whole months', (from, to, months) =>
    expect(monthsBetween(dayOf(from), dayOf(to))).toBe(months),
  );

  it.each([
    ['2000-06-15', '2025-06-14', 24],
    ['2000-06-15', '2025-06-15', 25],
    ['2004-02-29', '2025-02-27', 20],
    ['2004-02-29', '2025-02-28', 21],
    ['2025-06-15', '2025-06-15', 0],
  ])('who was born on %s is on %s %i years old', (birth, day, age) =>
    expect(ageAt(dayOf(birth), dayOf(day))).toBe(age),
  );
});
