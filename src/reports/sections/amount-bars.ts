import type { Value } from '../../core/result.js';
import type { DrawnBar } from './bar-list.js';

export interface Amount {
  readonly label: string;
  readonly value: Value;
}

/**
 * Amounts as bars from nothing, losses in their own colour.
 *
 * @param loses which values are losses: those below 0, or those above it where the amounts are costs
 */
export function amountBars(
  amounts: readonly Amount[],
  write: (value: Value) => string,
  loses: 'below' | 'above' = 'below',
): readonly DrawnBar[] {
  return amounts.map(({ label, value }) => ({
    label,
    from: 0,
    to: value ?? 0,
    text: write(value),
    tone: (loses === 'below' ? (value ?? 0) < 0 : (value ?? 0) > 0) ? 'warm' : 'dark',
  }));
}

/** A step from one sum to the next; a total shows where it has come to. */
export interface Step extends Amount {
  readonly total?: true;
}

/** Steps that add up, each from where the one before it ended; those of nothing are left out, totals are not. */
export function stepBars(
  steps: readonly Step[],
  write: (value: Value) => string,
  loses: 'below' | 'above' = 'below',
): readonly DrawnBar[] {
  let reached = 0;
  return steps
    .filter(({ value, total }) => total === true || (value ?? 0) !== 0)
    .map(({ label, value, total }) => {
      const amount = value ?? 0;
      const from = total ? 0 : reached;
      reached = from + amount;
      const lost = loses === 'below' ? amount < 0 : amount > 0;
      return {
        label,
        from,
        to: reached,
        text: write(value),
        tone: lost ? ('warm' as const) : total ? ('dark' as const) : ('light' as const),
      };
    });
}

/** What bars show, in words. */
export const barsInWords = (bars: readonly DrawnBar[]): string =>
  bars.map(({ label, text }) => `${label} ${text}`).join(', ');
