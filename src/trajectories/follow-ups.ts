import { dateOf, monthsLater } from '../core/evidence/civil-calendar.js';
import { dayOf } from '../core/evidence/civil-date.js';
import type { FollowUpDone, PersonShown } from './people.contract.js';

/** The day a follow-up is due: the same day of the month so many months after entry, or the last of a short month. */
export const dueDate = (entry: string, afterMonths: number): string =>
  dateOf(monthsLater(dayOf(entry), afterMonths));

/** Follow-ups of a participant, due and done: those of the schedule, and those done that are in it no more. */
export function followUpsOf(
  entry: string,
  schedule: readonly number[],
  done: readonly FollowUpDone[],
): PersonShown['followUps'] {
  const months = new Set([...schedule, ...done.map(({ afterMonths }) => afterMonths)]);
  return [...months]
    .sort((one, other) => one - other)
    .map((afterMonths) => {
      const found = done.find((one) => one.afterMonths === afterMonths);
      return {
        afterMonths,
        due: dueDate(entry, afterMonths),
        done: found ? { date: found.date, outcome: found.outcome } : null,
      };
    });
}
