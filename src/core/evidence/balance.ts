import { meanOf, varianceOf } from '../statistics.js';
import type { Column } from './least-squares.js';

/** How alike two groups are in one covariate, before weighting and after. */
export interface Balance {
  readonly name: string;
  readonly programmeMean: number;
  readonly comparisonMean: number;
  readonly weightedComparisonMean: number;
  /** Programme less comparison, in standard deviations of the programme; null where nobody of it differs. */
  readonly difference: number | null;
  /** The same after weighting, in the same standard deviations. */
  readonly weightedDifference: number | null;
  /** Before weighting, in the root of the mean of both variances; null where it is 0. */
  readonly pooledDifference: number | null;
  /** Variance of the programme over that of the comparison; null where that is 0. */
  readonly varianceRatio: number | null;
}

/**
 * Standardised mean differences of covariates (Rosenbaum and Rubin, 1985), before weighting and after; variances with
 * the divisor n − 1.
 *
 * @param columns of all people, those of the programme first
 * @param programme how many these are
 * @param weights of the others
 */
export function balanceOf(
  columns: readonly Column[],
  programme: number,
  weights: readonly number[],
): readonly Balance[] {
  const sum = weights.reduce((total, one) => total + one, 0);
  return columns.map(({ name, values }) => {
    const all = Float64Array.from(values);
    const [ours, theirs] = [all.subarray(0, programme), all.subarray(programme)];
    const [programmeMean, comparisonMean] = [meanOf(ours), meanOf(theirs)];
    const [variance, other] = [varianceOf(ours), varianceOf(theirs)];
    const weightedComparisonMean =
      theirs.reduce((total, value, at) => total + value * (weights[at] ?? 0), 0) / sum;
    const over = (value: number, divisor: number): number | null => (divisor > 0 ? value / divisor : null);
    const difference = programmeMean - comparisonMean;
    return {
      name,
      programmeMean,
      comparisonMean,
      weightedComparisonMean,
      difference: over(difference, Math.sqrt(variance)),
      weightedDifference: over(programmeMean - weightedComparisonMean, Math.sqrt(variance)),
      pooledDifference: over(difference, Math.sqrt((variance + other) / 2)),
      varianceRatio: over(variance, other),
    };
  });
}
