import { balanceOf, type Balance } from './balance.js';
import { type CodedCovariates, codeCovariates, type CovariateValue } from './covariates.js';
import type { Resample } from './bootstrap.js';
import { type ComparedEstimate, GRADES, sampleWarnings, type Warning } from './estimate.js';
import { levelFault, numberFault } from './faults.js';
import { type LogisticFit, logisticRegression } from './logistic-regression.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';
import type { ErrorKind } from './regression-errors.js';
import { type EstimateOptions, resampled } from './resampled.js';
import { normalQuantile } from '../uncertainty/normal-quantile.js';
import { difference } from './two-groups.js';
import { meanAt } from './unadjusted-comparison.js';

/** A person with an outcome, and with what was recorded of that person before the programme. */
export interface Person {
  /** A number, or 1 for yes and 0 for no. */
  readonly outcome: number;
  readonly covariates: Readonly<Record<string, CovariateValue>>;
}

export interface PeopleToWeigh {
  readonly programme: readonly Person[];
  readonly comparison: readonly Person[];
  readonly lost?: { readonly programme: number; readonly comparison: number };
}

export interface WeightedEstimate extends ComparedEstimate {
  readonly errors: Readonly<Record<ErrorKind, number>> | null;
  /** The model of who takes part; its first coefficient is the intercept. */
  readonly participation: LogisticFit;
  /** Of the people compared with: the odds of taking part. */
  readonly weights: readonly number[];
  /** (Σ weights)² ÷ Σ weights²: as many people of equal weight would say as much. */
  readonly effectivePeople: number;
  readonly balance: readonly Balance[];
}

/** Differences above this are commonly taken for an imbalance. */
const UNBALANCED = 0.1;

/**
 * The effect on those who took part, by weighting: the people compared with count by their odds p ÷ (1 − p) of taking
 * part, so that what was recorded of them resembles the participants (Hirano, Imbens and Ridder, 2003, with weights
 * normalised as by Hájek). p is by logistic regression on the covariates. The standard error is `hc1` of the weighted
 * regression of outcome on group, which takes the weights as known; the bootstrap estimates them anew each time.
 *
 * @returns refused for nobody, a covariate missing for somebody, where covariates tell exactly who took part, and
 * where no participant is within the probabilities of those compared with
 */
export function weightedComparison(
  people: PeopleToWeigh,
  options: EstimateOptions = {},
): WeightedEstimate | Refusal {
  const { programme, comparison, lost = { programme: 0, comparison: 0 } } = people;
  const { level = 0.95 } = options;
  const outcome = [...programme, ...comparison].map((person) => person.outcome);
  const covariates =
    levelFault(level) ??
    numberFault('outcome', outcome) ??
    codeCovariates([...programme, ...comparison].map((person) => person.covariates));
  if (isRefusal(covariates)) return covariates;
  const size = { programme: programme.length, comparison: comparison.length };
  const all = Uint32Array.from(outcome, (_, at) => at);
  const found = weighted(covariates, outcome, all.subarray(0, size.programme), all.subarray(size.programme));
  if (isRefusal(found)) return found;
  const { participation, weights, value, observed, counterfactual } = found;
  const regression = difference(outcome.slice(0, size.programme), outcome.slice(size.programme), weights);
  if (isRefusal(regression)) return regression;
  const { errors } = regression;
  const sum = weights.reduce((total, one) => total + one, 0);
  const effectivePeople = (sum * sum) / weights.reduce((total, one) => total + one * one, 0);
  const error = errors?.hc1 ?? 0;
  const width = normalQuantile((1 + level) / 2) * error;
  const sample = {
    programme: { people: size.programme, lost: lost.programme },
    comparison: { people: size.comparison, lost: lost.comparison },
  };
  const balance = balanceOf(covariates.categories, size.programme, weights);
  const again = resampled(
    [size.programme, size.comparison],
    ([ours = [], theirs = []]) => {
      return weighted(
        covariates,
        outcome,
        ours,
        theirs.map((at) => at + size.programme),
      );
    },
    options,
  );
  return {
    design: 'weighted-comparison',
    value,
    standardError: error > 0 ? error : null,
    interval:
      error > 0
        ? {
            kind: 'confidence-interval',
            low: value - width,
            high: value + width,
            level,
            method: 'normal',
          }
        : null,
    grade: GRADES['weighted-comparison'],
    sample,
    observed,
    counterfactual,
    outcomeIsShare: outcome.every((value) => value === 0 || value === 1),
    assumptions: [
      'covariates-suffice',
      'overlap',
      'model-of-participation',
      'independent-people',
      'same-measure',
      'lost-like-observed',
    ],
    knownBias: ['unrecorded-differences'],
    warnings: [
      ...sampleWarnings(Object.values(sample)),
      ...weightWarnings(size.comparison, effectivePeople, balance),
      ...again.warnings,
    ],
    errors,
    participation,
    weights,
    effectivePeople,
    balance,
    ...(again.bootstrap && { bootstrap: again.bootstrap }),
  };
}

/** The weighted difference for the people in some places. */
function weighted(
  { columns }: CodedCovariates,
  outcome: readonly number[],
  ours: Resample | readonly number[],
  theirs: Resample | readonly number[],
) {
  if (ours.length === 0) return refuse('nobody', { group: 'programme' });
  if (theirs.length === 0) return refuse('nobody', { group: 'comparison' });
  const places = [...ours, ...theirs];
  const participation = logisticRegression(
    [{ name: 'one', values: outcome.map(() => 1) }, ...columns].map(({ name, values }) => ({
      name,
      values: places.map((at) => values[at] ?? Number.NaN),
    })),
    places.map((_, row) => row < ours.length),
  );
  if (isRefusal(participation)) return participation;
  const [treated, untreated] = [
    participation.probabilities.subarray(0, ours.length),
    participation.probabilities.subarray(ours.length),
  ];
  const [low, high] = [extreme(untreated, Math.min), extreme(untreated, Math.max)];
  if (!treated.some((share) => share >= low && share <= high)) return refuse('no-overlap');
  const weights = Array.from(untreated, (share) => share / (1 - share));
  const sum = weights.reduce((total, one) => total + one, 0);
  const counterfactual =
    weights.reduce((total, one, at) => total + one * (outcome[theirs[at] ?? -1] ?? Number.NaN), 0) / sum;
  const observed = meanAt(outcome, ours);
  return { participation, weights, observed, counterfactual, value: observed - counterfactual };
}

const extreme = (values: Float64Array, pick: (one: number, other: number) => number): number =>
  values.reduce((one, other) => pick(one, other));

function weightWarnings(people: number, effective: number, balance: readonly Balance[]): readonly Warning[] {
  const worst = [...balance].sort(
    (one, other) => Math.abs(other.weightedDifference ?? 0) - Math.abs(one.weightedDifference ?? 0),
  )[0];
  const difference = Math.abs(worst?.weightedDifference ?? 0);
  return [
    ...(effective < 10 ? [{ code: 'few-effective', values: { people, effective } } as const] : []),
    ...(worst && difference > UNBALANCED
      ? [{ code: 'unbalanced-after-weighting', values: { covariate: worst.name, difference } } as const]
      : []),
  ];
}
