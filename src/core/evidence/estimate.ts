import type { AssumptionCode, BiasCode, WarningCode } from '../wording/evidence-messages.js';
import type { TermValues } from '../wording/term.js';

/** Designs in which people are held against others, or against what is known of others. */
export type ComparisonDesign =
  | 'randomised-comparison'
  | 'weighted-comparison'
  | 'difference-in-differences'
  | 'unadjusted-comparison'
  | 'group-aggregates'
  | 'published-baseline';

/** Designs that look at the same people alone, and say nothing of what would have happened anyway. */
export type UncomparedDesign = 'before-after' | 'follow-up';

export type Design = ComparisonDesign | UncomparedDesign;

/** How good evidence is, from 1 (a trial) to 6, in the scale of `src/reference/evidence-grades.ts`. */
export type Grade = 1 | 2 | 3 | 4 | 5 | 6;

/**
 * The grade of what each design can show by itself. Chance decides in a trial alone; a comparison that is corrected
 * for what was recorded, or for where groups began, comes next, then one that is not; a rate of other people is
 * borrowed. What one’s own follow-up says of who came through is monitoring, not an effect. Before and after is the weakest, since people enter at their worst. Our own reading of the scale.
 */
export const GRADES: Readonly<Record<Design, Grade>> = {
  'randomised-comparison': 1,
  'weighted-comparison': 3,
  'difference-in-differences': 3,
  'unadjusted-comparison': 4,
  'group-aggregates': 4,
  'published-baseline': 5,
  'follow-up': 4,
  'before-after': 6,
};

/** An interval that holds the truth in a share of samples; it is of sampling error and of nothing else. */
export interface ConfidenceInterval {
  readonly kind: 'confidence-interval';
  readonly low: number;
  readonly high: number;
  /** Between 0 and 1. */
  readonly level: number;
  readonly method: 'student' | 'normal' | 'log-log' | 'percentile' | 'bca';
}

/** Two ends between which something lies for another reason than chance in sampling: never a confidence interval. */
export interface StatedRange {
  readonly kind: 'range';
  readonly low: number;
  readonly high: number;
  readonly of: 'published-rates' | 'lost-to-follow-up';
}

/** People an estimate rests on. */
export interface GroupSample {
  readonly people: number;
  /** People who belong to the group and of whom nothing is known in the end. */
  readonly lost: number;
}

/** Something a reader must know of an estimate. */
export interface Warning {
  readonly code: WarningCode;
  readonly values: TermValues;
}

interface EveryEstimate {
  /** In the unit of the outcome; for an outcome of yes or no, a difference of shares. */
  readonly value: number;
  /** Of sampling; null where there are too few people to say. */
  readonly standardError: number | null;
  readonly interval: ConfidenceInterval | StatedRange | null;
  readonly grade: Grade;
  readonly assumptions: readonly AssumptionCode[];
  readonly knownBias: readonly BiasCode[];
  readonly warnings: readonly Warning[];
  /** Only where replicates were asked for. */
  readonly bootstrap?: BootstrapResult;
}

/** Intervals by resampling people; null where one does not exist. */
export interface BootstrapResult {
  readonly percentile: ConfidenceInterval | null;
  readonly bca: ConfidenceInterval | null;
  readonly failed: number;
  /** The estimate in each resample, ready to be the values of a `draws` distribution. */
  readonly draws: readonly number[];
}

/** What changed, or lasted, for the same people. It has no counterfactual, so that no deadweight comes from it. */
export interface UncomparedEstimate extends EveryEstimate {
  readonly design: UncomparedDesign;
  readonly sample: { readonly programme: GroupSample };
  readonly counterfactual?: never;
  readonly observed?: never;
}

/** Something for the people of a programme with it and without it. */
export interface ComparedEstimate extends EveryEstimate {
  readonly design: ComparisonDesign;
  readonly sample: { readonly programme: GroupSample; readonly comparison: GroupSample };
  /** The mean outcome, or the share with it, of the people of the programme. */
  readonly observed: number;
  /** What it would have been without the programme by this design: `observed` less `value`. */
  readonly counterfactual: number;
  /** Whether the outcome is yes or no for each person, so that these two are shares. */
  readonly outcomeIsShare: boolean;
  readonly bootstrap?: ComparedBootstrapResult;
}

/** With the draws of both sides, in the same order as those of the estimate. */
export interface ComparedBootstrapResult extends BootstrapResult {
  readonly observedDraws: readonly number[];
  readonly counterfactualDraws: readonly number[];
}

export type Estimate = UncomparedEstimate | ComparedEstimate;

/** Below this number of people an estimate is shown with a warning. */
const SMALL_SAMPLE = 10;

/** Above this share of people lost an estimate is shown with a warning. */
const MANY_LOST = 0.2;

/** What a reader must know of the size of the groups an estimate rests on. */
export function sampleWarnings(groups: readonly GroupSample[]): readonly Warning[] {
  const people = Math.min(...groups.map((group) => group.people));
  const lost = groups.reduce((sum, group) => sum + group.lost, 0);
  const all = groups.reduce((sum, group) => sum + group.people, lost);
  return [
    ...(people < SMALL_SAMPLE ? [{ code: 'small-sample', values: { people } } as const] : []),
    ...(people < 2 ? [{ code: 'no-interval', values: {} } as const] : []),
    ...(lost > MANY_LOST * all ? [{ code: 'many-lost', values: { lost, people: all } } as const] : []),
  ];
}
