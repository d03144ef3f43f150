import { expect } from 'vitest';
import { isRefusal, type Refusal } from '../../../src/core/evidence/refusal.js';
import type { FollowUp } from '../../../src/core/evidence/survival-curve.js';

/** What was not refused. */
export function must<T extends object>(outcome: T | Refusal | null): T {
  if (outcome === null) throw new Error('there is none');
  if (isRefusal(outcome)) throw new Error(`${outcome.refused} ${JSON.stringify(outcome.values)}`);
  return outcome;
}

/** Expects a number to be another, within some units in the last of a few digits. */
export function near(found: number | null | undefined, expected: number, relative = 1e-12): void {
  const apart = Math.abs((found ?? Number.NaN) - expected);
  expect(apart, `${found} instead of ${expected}`).toBeLessThanOrEqual(relative * Math.abs(expected));
}

/** `9 13 13+` as follow-ups, of which those with a plus are censored. */
export function followUps(text: string): readonly FollowUp[] {
  return text.split(' ').map((one) => ({ time: Number.parseFloat(one), event: !one.endsWith('+') }));
}

/**
 * Weeks in remission of people with acute myelogenous leukaemia, with and without maintained chemotherapy (Miller,
 * “Survival Analysis”, 1981).
 */
export const MAINTAINED = '9 13 13+ 18 23 28+ 31 34 45+ 48 161+';
export const NOT_MAINTAINED = '5 5 8 8 12 16+ 23 27 30 33 43 45';
