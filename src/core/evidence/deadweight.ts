import type { Distribution } from '../uncertainty/distribution.js';
import type { ComparedEstimate, Warning } from './estimate.js';
import { refuse, type Refusal } from './refusal.js';

/** What would have happened anyway, as shares an account can take. */
export interface Deadweight {
  /** The share of everybody who entered that would have succeeded without the programme, 0..1. */
  readonly counterfactualShare: number;
  /** The share of the successes that would have come about anyway, 0..1; null where it would be more than all. */
  readonly deadweight: number | null;
}

/**
 * The deadweight of an outcome of yes or no, by an estimate that holds people against others. An estimate without a
 * comparison cannot be given here.
 *
 * @returns refused where the outcome is no yes or no, where nobody succeeded, and where the estimate would have fewer
 * than nobody, or more than everybody, succeed without the programme
 */
export function deadweightOf(estimate: ComparedEstimate): Deadweight | Refusal {
  const { outcomeIsShare, observed, counterfactual } = estimate;
  if (!outcomeIsShare) return refuse('not-a-share');
  if (!(counterfactual >= -ROUNDING && counterfactual <= 1 + ROUNDING)) {
    return refuse('counterfactual-out-of-range', { share: counterfactual });
  }
  if (!(observed > 0)) return refuse('nothing-to-share');
  const counterfactualShare = within(counterfactual);
  const deadweight = counterfactualShare / observed;
  return { counterfactualShare, deadweight: deadweight <= 1 ? deadweight : null };
}

/** A distribution an account can draw from, and what its reader must know of it. */
export interface DrawnShare {
  readonly distribution: Distribution;
  readonly warnings: readonly Warning[];
}

/**
 * The counterfactual share as a distribution: the draws of an estimate that was asked for them. Draws outside 0 to 1,
 * which differences of differences can give, are moved to the nearer end, and how many is said.
 *
 * @returns refused as for `deadweightOf`, save that nobody need have succeeded, and where there are no draws
 */
export function counterfactualDistribution(estimate: ComparedEstimate): DrawnShare | Refusal {
  const share = deadweightOf({ ...estimate, observed: 1 });
  if ('refused' in share) return share;
  const draws = estimate.bootstrap?.counterfactualDraws ?? [];
  if (draws.length === 0) return refuse('no-replicates');
  const moved = draws.filter((draw) => draw < -ROUNDING || draw > 1 + ROUNDING).length;
  return {
    distribution: { distribution: 'draws', values: draws.map(within) },
    warnings: moved > 0 ? [{ code: 'draws-moved', values: { moved, draws: draws.length } }] : [],
  };
}

/** What sums and differences of shares may be off by. */
const ROUNDING = 1e-12;

const within = (share: number): number => Math.min(1, Math.max(0, share));
