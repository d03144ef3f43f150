import type { Expression } from '../figures/expression.js';
import { NUMBER, unitName } from '../figures/unit.js';
import type { Distribution } from './distribution.js';

/** How far off numbers are taken to be, by the grade of their evidence, where nobody says it of the number itself. */
export interface DefaultRanges {
  /** By grade, 1 (best) to 6: the half-width of the range, as a share of the number. */
  readonly halfWidths: Readonly<Record<number, number>>;
  readonly source: string;
  /** Whether the source itself was seen. */
  readonly verified: boolean;
}

/** Where nobody knows a number that is no share, it may be half as much or half as much again. */
const UNKNOWN_HALF_WIDTH = 0.5;

/**
 * The range of a number by the grade of its evidence, its value the likeliest; a share stays within 0 and 1.
 *
 * @param halfWidth as a share of the value, above 0
 * @returns undefined where the value is 0, of which every share is 0
 */
export function rangeByGrade(input: Expression, halfWidth: number): Distribution | undefined {
  const ends = endsOf(input, halfWidth);
  return ends && { distribution: 'triangular', low: ends.low, mode: ends.mode, high: ends.high };
}

/**
 * The wide range of a number that nobody knows, every value as likely as another: none to all for a share, else half
 * to one and a half of what was taken.
 *
 * @returns undefined where the value is 0 and no share
 */
export function rangeOfUnknown(input: Expression): Distribution | undefined {
  if (isShare(input)) return { distribution: 'uniform', low: 0, high: 1 };
  const ends = endsOf(input, UNKNOWN_HALF_WIDTH);
  return ends && { distribution: 'uniform', low: ends.low, high: ends.high };
}

/** Whether a number is a plain share, so that its range has to lie within 0 and 1. */
export function isShare(input: Expression): boolean {
  return input.origin?.share === true && unitName(input.unit) === unitName(NUMBER);
}

function endsOf(input: Expression, halfWidth: number) {
  const mode = input.value ?? Number.NaN;
  const reach = Math.abs(mode) * halfWidth;
  if (!(reach > 0)) return undefined;
  const anything = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
  const [least, most] = isShare(input) ? [0, 1] : (input.origin?.between ?? anything);
  const low = Math.max(least, mode - reach);
  // No effect is made to last longer than the file says, nor beyond the years that it discounts.
  const high = Math.min(most, mode + reach, input.origin?.most ?? Number.POSITIVE_INFINITY);
  return low < high ? { low, mode, high } : undefined;
}
