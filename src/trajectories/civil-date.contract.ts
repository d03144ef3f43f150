import { z } from 'zod';
import { readDay } from '../core/evidence/civil-calendar.js';

const DAY = 24 * 60 * 60_000;
const EARLIEST = '1900-01-01';

/** The date in Greenwich, some days from today. Somewhere it is tomorrow already, so tomorrow is never too late. */
export const dateIn = (days: number): string =>
  new Date(Date.now() + days * DAY).toISOString().slice(0, 'yyyy-mm-dd'.length);

const FAULTS = {
  'time-of-day': 'A time of day is not taken; write the date alone, as 2025-12-31.',
  'not-a-civil-date': 'Write a date as 2025-12-31.',
  'impossible-date': 'This day does not exist.',
} as const;

/** A date without a time of day. */
export const civilDate = z
  .string()
  .check(
    z.superRefine((given, context) => {
      const read = readDay(given);
      if (typeof read === 'string') context.addIssue({ code: 'custom', message: FAULTS[read] });
      else if (given < EARLIEST) {
        context.addIssue({ code: 'custom', message: `This is before ${EARLIEST}; check the year.` });
      }
    }),
  )
  .meta({ format: 'date', description: 'A date without a time of day', example: '2025-03-01' });

/** A date that has come. */
export const pastDate = civilDate.refine(
  (given) => given <= dateIn(1) || typeof readDay(given) === 'string',
  {
    error: 'This day has not come yet; record what is known, until today.',
  },
);
