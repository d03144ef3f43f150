import type { Expression } from '../figures/expression.js';
import { unitName } from '../figures/unit.js';
import { type Distribution, quantile } from '../uncertainty/distribution.js';

/** Without a range an input is moved by a tenth either way, which says what matters, not what is likely. */
export const TENTH = 0.1;

/** The ends of what an input may be: its range from P5 to P95 if one is given, otherwise a tenth less and a tenth more. */
export function rangeOf(input: Expression, range: Distribution | undefined) {
  if (range) return { from: quantile(range, 0.05), to: quantile(range, 0.95), ranged: true };
  const [less, more] = [input.point * (1 - TENTH), input.point * (1 + TENTH)];
  return { from: Math.min(less, more), to: capped(input, Math.max(less, more)), ranged: false };
}

/** A share does not go above the whole, whatever a tenth more of it would be. */
function capped(input: Expression, to: number): number {
  return isShare(input) && input.point <= 1 ? Math.min(1, to) : to;
}

/** Whether an input is a share, between 0 and 1. */
export function isShare({ origin }: Expression): boolean {
  return origin?.share === true;
}

/** Whether an input can take a value: a share only those of a share, an amount none below 0 that never is. */
export function possible(input: Expression, value: number): boolean {
  if (isShare(input)) return value >= 0 && value <= 1;
  const between = input.origin?.between;
  if (between) return value >= between[0] && value <= between[1];
  const neverBelow = unitName(input.unit) === '1' || input.point >= 0;
  return value >= 0 || !neverBelow;
}
