import { normalQuantile } from '../uncertainty/normal-quantile.js';
import { normalShare } from '../uncertainty/normal-share.js';
import { levelFault, numberFault } from './faults.js';
import { refuse, type Refusal } from './refusal.js';
import { type QuantileType, replicateQuantile } from './replicate-quantile.js';

export interface BootstrapIntervalOptions {
  /** Between 0 and 1; 0.95 unless said otherwise. */
  readonly level?: number;
  /** How quantiles between replicates are taken: type 7 unless said otherwise. */
  readonly quantiles?: QuantileType;
}

export interface BootstrapInterval {
  readonly low: number;
  readonly high: number;
  readonly level: number;
  /** The shares of replicates below the two ends. */
  readonly shares: readonly [number, number];
  /** Whether an end is the outermost replicate, so that more of them would move it further. */
  readonly extreme: boolean;
}

/** An interval corrected for bias and skewness, and by how much. */
export interface BcaInterval extends BootstrapInterval {
  /** The normal quantile of the share of replicates below the estimate: 0 without bias. */
  readonly bias: number;
  readonly acceleration: number;
}

/**
 * The percentile interval of a bootstrap: between two quantiles of its replicates.
 *
 * @param replicates drawn now or kept from before, in any order; entries that are no numbers are left out
 * @returns refused with fewer than two numbers, and for a level outside 0 to 1
 */
export function percentileInterval(
  replicates: Float64Array,
  { level = 0.95, quantiles = 'type-7' }: BootstrapIntervalOptions = {},
): BootstrapInterval | Refusal {
  const sorted = replicates.filter((value) => Number.isFinite(value)).sort();
  return (
    levelFault(level) ??
    (sorted.length < 2
      ? refuse('no-replicates')
      : between(sorted, level, [(1 - level) / 2, (1 + level) / 2], quantiles))
  );
}

/**
 * The bias-corrected and accelerated interval (Efron, 1987): quantiles of the replicates at
 * Φ(z₀ + (z₀ + z) ÷ (1 − a (z₀ + z))), z being the normal quantile of an end of the percentile interval.
 *
 * @param estimate the statistic of the people themselves
 * @param acceleration by `jackknifeAcceleration`
 * @returns refused also where all replicates lie on one side of the estimate
 */
export function bcaInterval(
  replicates: Float64Array,
  estimate: number,
  acceleration: number,
  { level = 0.95, quantiles = 'type-7' }: BootstrapIntervalOptions = {},
): BcaInterval | Refusal {
  const wrong = levelFault(level);
  if (wrong) return wrong;
  const sorted = replicates.filter((value) => Number.isFinite(value)).sort();
  if (sorted.length < 2) return refuse('no-replicates');
  const below = sorted.filter((value) => value < estimate).length / sorted.length;
  if (below === 0 || below === 1) return refuse('bias-beyond-repair');
  const bias = normalQuantile(below);
  const shareOf = (end: number): number => {
    const score = bias + normalQuantile(end);
    return normalShare(bias + score / (1 - acceleration * score));
  };
  const shares = [shareOf((1 - level) / 2), shareOf((1 + level) / 2)] as const;
  return { ...between(sorted, level, shares, quantiles), bias, acceleration };
}

/**
 * The acceleration of a statistic by the jackknife: Σ L³ ÷ (6 (Σ L²)^1.5), L being the mean of the values with one
 * person left out less each of them, times (n − 1) ÷ n where there are several groups of n people.
 *
 * @param groups the values from `jackknife` for each group of people
 * @returns refused where it makes no difference who is left out, and for values that are no numbers
 */
export function jackknifeAcceleration(
  ...groups: readonly Float64Array[]
): { readonly acceleration: number } | Refusal {
  let [squares, cubes] = [0, 0];
  for (const values of groups) {
    const wrong = numberFault('jackknife', values);
    if (wrong) return wrong;
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const scale = groups.length > 1 ? (values.length - 1) / values.length : 1;
    for (const value of values) {
      const influence = scale * (mean - value);
      squares += influence * influence;
      cubes += influence * influence * influence;
    }
  }
  return squares > 0
    ? { acceleration: cubes / (6 * squares * Math.sqrt(squares)) }
    : refuse('no-acceleration');
}

function between(
  sorted: Float64Array,
  level: number,
  shares: readonly [number, number],
  quantiles: QuantileType,
): BootstrapInterval {
  const low = replicateQuantile(sorted, shares[0], quantiles);
  const high = replicateQuantile(sorted, shares[1], quantiles);
  const least = 1 / sorted.length;
  return { low, high, level, shares, extreme: shares[0] < least || shares[1] > 1 - least };
}
