import { fillUniform, startOf } from '../uncertainty/stream.js';
import { type ComparedEstimate, GRADES, sampleWarnings } from './estimate.js';
import { levelFault, numberFault, shareFault } from './faults.js';
import { refuse, type Refusal } from './refusal.js';
import { type EstimateOptions, resampled } from './resampled.js';
import { meanAt, momentsOf } from './unadjusted-comparison.js';

/** A published rate of people who were in no programme: what would probably have happened anyway. */
export interface Baseline {
  /** The lowest and the highest rate that may be meant, 0..1; the same number twice where only one is known. */
  readonly low: number;
  readonly high: number;
  /** Months over which it is the share who had the outcome. */
  readonly horizonMonths: number;
  /** Whose rate it is, and who says so. */
  readonly population: string;
  readonly source: string;
}

export interface BaselineEstimate extends ComparedEstimate {
  readonly baseline: Baseline;
}

/**
 * The difference between the share of people with an outcome and a published rate, the middle of its range. The rate
 * enters an account as the counterfactual share. Its range is no confidence interval: it is of other people, and says
 * nothing of sampling.
 *
 * @param programme 1 for each person with the outcome and 0 for each without
 * @param outcomeMonths after how many months from entry that was looked at: those of the rate, or it is refused
 * @param lost people of whom it is not known
 */
export function baselineComparison(
  programme: readonly number[],
  outcomeMonths: number,
  baseline: Baseline,
  lost = 0,
  options: EstimateOptions = {},
): BaselineEstimate | Refusal {
  const { low, high, horizonMonths } = baseline;
  const wrong =
    levelFault(options.level ?? 0.95) ??
    numberFault('programme', programme) ??
    shareFault('low', low) ??
    shareFault('high', high);
  if (wrong) return wrong;
  if (low > high) return refuse('out-of-range', { what: 'high', low, high: 1 });
  if (programme.length === 0) return refuse('nobody', { group: 'programme' });
  if (programme.some((value) => value !== 0 && value !== 1)) return refuse('not-a-share');
  if (outcomeMonths !== horizonMonths) {
    return refuse('horizon-differs', { outcome: outcomeMonths, rate: horizonMonths });
  }
  const { people, mean, variance } = momentsOf(programme);
  const rate = (low + high) / 2;
  const again = drawn(programme, rate, baseline, options);
  const group = { people, lost };
  return {
    design: 'published-baseline',
    value: mean - rate,
    standardError: variance > 0 ? Math.sqrt(variance / people) : null,
    interval:
      low < high ? { kind: 'range', low: mean - high, high: mean - low, of: 'published-rates' } : null,
    grade: GRADES['published-baseline'],
    // The people of a published rate are not ours, and how many they were is seldom said.
    sample: { programme: group, comparison: { people: 0, lost: 0 } },
    observed: mean,
    counterfactual: rate,
    outcomeIsShare: true,
    assumptions: ['published-rate-applies', 'independent-people', 'lost-like-observed'],
    knownBias: ['population-average', 'selection'],
    warnings: [
      ...sampleWarnings([group]),
      ...(low < high ? [] : [{ code: 'baseline-point', values: {} } as const]),
      ...again.warnings,
    ],
    ...(again.bootstrap && { bootstrap: again.bootstrap }),
    baseline,
  };
}

/** Resamples of the people, each held against a rate from the range, of which every one is as likely as another. */
function drawn(
  programme: readonly number[],
  rate: number,
  { low, high }: Baseline,
  options: EstimateOptions,
): ReturnType<typeof resampled> {
  const again = resampled(
    [programme.length],
    ([places = []]) => {
      const observed = meanAt(programme, places);
      return { value: observed - rate, observed };
    },
    options,
  );
  if (options.bootstrap === undefined || again.bootstrap === undefined) return again;
  const { seed, name } = options.bootstrap;
  const { observedDraws } = again.bootstrap;
  const rates = new Float64Array(observedDraws.length);
  fillUniform(startOf(seed, `${name} rate`), rates);
  const counterfactualDraws = Array.from(rates, (uniform) => low + uniform * (high - low));
  return {
    bootstrap: {
      ...again.bootstrap,
      draws: observedDraws.map((observed, at) => observed - (counterfactualDraws[at] ?? Number.NaN)),
      counterfactualDraws,
    },
    warnings: again.warnings,
  };
}
