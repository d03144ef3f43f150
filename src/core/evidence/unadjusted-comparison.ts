import { meanOf, varianceOf } from '../statistics.js';
import type { AssumptionCode, BiasCode } from '../wording/evidence-messages.js';
import {
  type ComparedEstimate,
  type ComparisonDesign,
  type ConfidenceInterval,
  GRADES,
  sampleWarnings,
  type Warning,
} from './estimate.js';
import { levelFault } from './faults.js';
import { isRefusal, type Refusal } from './refusal.js';
import { type EstimateOptions, resampled } from './resampled.js';
import { difference, type Moments, welchTest } from './two-groups.js';

/** The outcome of each person of two groups: a number, or 1 for yes and 0 for no. */
export interface TwoGroups {
  readonly programme: readonly number[];
  readonly comparison: readonly number[];
  /** People of each group of whom the outcome is not known; none unless said. */
  readonly lost?: { readonly programme: number; readonly comparison: number };
}

/** An estimate with the errors of its regression beside Welch’s, which it uses. */
export interface TwoGroupEstimate extends ComparedEstimate {
  readonly errors: ReturnType<typeof errorsOf>;
}

/**
 * The difference of the means of two groups, corrected for nothing. Where chance decided who was in which, it is an
 * unbiased estimate of the effect; otherwise it holds every difference between the people too.
 *
 * @param assignedByChance whether it did
 * @returns refused for a group with nobody in it, and for values that are no numbers
 */
export function unadjustedComparison(
  groups: TwoGroups,
  assignedByChance: boolean,
  options: EstimateOptions = {},
): TwoGroupEstimate | Refusal {
  return assignedByChance
    ? compareGroups(groups, 'randomised-comparison', BY_CHANCE, [], options)
    : compareGroups(groups, 'unadjusted-comparison', ALIKE, ['selection'], options);
}

const BY_CHANCE = ['assigned-by-chance', 'independent-people', 'same-measure', 'lost-like-observed'] as const;
const ALIKE = ['alike-groups', 'independent-people', 'same-measure', 'lost-like-observed'] as const;

/** The difference of two groups under a design that says what it may be taken for. */
export function compareGroups(
  { programme, comparison, lost = { programme: 0, comparison: 0 } }: TwoGroups,
  design: ComparisonDesign,
  assumptions: readonly AssumptionCode[],
  knownBias: readonly BiasCode[],
  options: EstimateOptions,
): TwoGroupEstimate | Refusal {
  const { level = 0.95 } = options;
  const found = levelFault(level) ?? difference(programme, comparison);
  if (isRefusal(found)) return found;
  const sample = {
    programme: { people: programme.length, lost: lost.programme },
    comparison: { people: comparison.length, lost: lost.comparison },
  };
  const again = resampled(
    [programme.length, comparison.length],
    ([ours = [], theirs = []]) => {
      const observed = meanAt(programme, ours);
      return { value: observed - meanAt(comparison, theirs), observed };
    },
    options,
  );
  const { warnings, ...welch } = welchOf(momentsOf(programme), momentsOf(comparison), level);
  return {
    design,
    value: found.value,
    ...welch,
    grade: GRADES[design],
    sample,
    observed: found.programmeMean,
    counterfactual: found.comparisonMean,
    outcomeIsShare: [...programme, ...comparison].every((value) => value === 0 || value === 1),
    assumptions,
    knownBias,
    warnings: [...sampleWarnings(Object.values(sample)), ...warnings, ...again.warnings],
    errors: errorsOf(found),
    ...(again.bootstrap && { bootstrap: again.bootstrap }),
  };
}

const errorsOf = ({ errors }: Exclude<ReturnType<typeof difference>, Refusal>) => errors;

/** The mean of the values in some places. */
export function meanAt(values: ArrayLike<number>, places: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < places.length; at += 1) sum += values[places[at] ?? -1] ?? Number.NaN;
  return sum / places.length;
}

export function momentsOf(values: readonly number[]): Moments {
  const column = Float64Array.from(values);
  return { people: values.length, mean: meanOf(column), variance: varianceOf(column) };
}

/** The standard error and the interval of the difference of two groups, and what there is to say where there is none. */
export function welchOf(
  programme: Moments,
  comparison: Moments,
  level: number,
): {
  readonly standardError: number | null;
  readonly interval: ConfidenceInterval | null;
  readonly warnings: readonly Warning[];
} {
  const test = welchTest(programme, comparison, level);
  if (isRefusal(test)) {
    const seen = test.refused === 'no-variation';
    return {
      standardError: null,
      interval: null,
      warnings: seen ? [{ code: 'no-variation-seen', values: {} }] : [],
    };
  }
  return {
    standardError: test.standardError,
    interval: { kind: 'confidence-interval', ...test.interval, level, method: 'student' },
    warnings: [],
  };
}
