import { z } from 'zod';

/** Limits beyond which a file is refused (docs/assessment-file.md, “Limits”). */
export const LIMITS = {
  bytes: 10 * 1024 * 1024,
  outcomes: 10_000,
  years: 100,
  leastDraws: 100,
  mostDraws: 1_000_000,
  careers: 200,
  services: 1_000,
  agencies: 100,
  scenarios: 50,
  groups: 1_000,
  groupMembers: 1_000,
} as const;

export const id = z
  .string()
  .regex(/^(?!__proto__$)[A-Za-z0-9_-]{1,100}$/, 'use letters, digits, _ and -, at most 100');
export const text = z.string().min(1).max(5_000);

/** A number that names parameters: their product. */
export const reference = z.strictObject({ of: z.union([id, z.array(id).min(1).max(20)]) });

/** A number between two bounds, or the parameters whose product it is. */
export function amountBetween(least: number, most: number) {
  return z.union([z.number().min(least).max(most), reference]);
}

/** Far above any amount of money, and far below where sums lose whole units. */
export const LARGEST = 1e15;

export const share = amountBetween(0, 1);
export const quantity = amountBetween(-LARGEST, LARGEST);
export const amountOfMoney = amountBetween(-LARGEST, LARGEST);
export const notNegative = amountBetween(0, LARGEST);
export const positive = z.union([z.number().positive().max(LARGEST), reference]);
export const plainShare = z.number().min(0).max(1);
/** A year from the start of the activity, or a calendar year. */
export const year = z.int().min(1).max(2500);
export const calendarYear = z.int().min(1900).max(2500);
export const currency = z.string().regex(/^[A-Z]{3}$/, 'use the three letters of ISO 4217');
