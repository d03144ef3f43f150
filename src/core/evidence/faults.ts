import { refuse, type Refusal } from './refusal.js';

/** Why a column is not one of numbers, if so. */
export function numberFault(what: string, values: ArrayLike<number>): Refusal | undefined {
  for (let at = 0; at < values.length; at += 1) {
    if (!Number.isFinite(values[at])) return refuse('not-a-number', { what, place: at + 1 });
  }
  return undefined;
}

/** Why a number is no level of an interval, if so. */
export function levelFault(level: number): Refusal | undefined {
  return level > 0 && level < 1 ? undefined : refuse('out-of-range', { what: 'level', low: 0, high: 1 });
}

/** Why a number is no share, if so. */
export function shareFault(what: string, share: number): Refusal | undefined {
  return share >= 0 && share <= 1 ? undefined : refuse('out-of-range', { what, low: 0, high: 1 });
}
