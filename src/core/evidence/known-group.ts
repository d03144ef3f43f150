import { fillUniform, startOf } from '../uncertainty/stream.js';
import { normalQuantile } from '../uncertainty/normal-quantile.js';
import { type ComparedEstimate, GRADES, sampleWarnings } from './estimate.js';
import { levelFault, numberFault } from './faults.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';
import { type EstimateOptions, resampled } from './resampled.js';
import type { Moments } from './two-groups.js';
import { compareGroups, meanAt, momentsOf, welchOf } from './unadjusted-comparison.js';

/** What is known of a named group, such as a waiting list, as a whole: how many had an outcome, or its moments. */
export type KnownGroup =
  | { readonly name: string; readonly people: number; readonly withOutcome: number }
  | {
      readonly name: string;
      readonly people: number;
      readonly mean: number;
      /** With the divisor n − 1; 0 or more. */
      readonly standardDeviation: number;
    };

/** An estimate that names whom the people were held against. */
export interface KnownGroupEstimate extends ComparedEstimate {
  readonly comparedWith: string;
}

/**
 * The difference between the people of a programme and a named group of which only the whole is known. A count of
 * those with the outcome says as much as its people one by one; where only mean and standard deviation are known, the
 * draws of the group follow a normal distribution around its mean.
 *
 * @param programme the outcome of each person: a number, or 1 for yes and 0 for no
 * @param lost people of the programme of whom it is not known
 * @returns refused for nobody on either side, numbers that are none, and a count or deviation that cannot be
 */
export function knownGroupComparison(
  programme: readonly number[],
  group: KnownGroup,
  lost = 0,
  options: EstimateOptions = {},
): KnownGroupEstimate | Refusal {
  if (!(group.people >= 1) || !Number.isInteger(group.people)) return refuse('nobody', { group: group.name });
  const found =
    'withOutcome' in group
      ? byCount(programme, group, lost, options)
      : byMoments(programme, group, lost, options);
  return isRefusal(found) ? found : { ...found, comparedWith: group.name };
}

/** Up to this number of people a count is taken apart into people; beyond it the normal distribution says the same. */
const ONE_BY_ONE = 5000;

const ASSUMPTIONS = ['alike-groups', 'independent-people', 'same-measure', 'lost-like-observed'] as const;

function byCount(
  programme: readonly number[],
  { people, withOutcome }: Extract<KnownGroup, { withOutcome: number }>,
  lost: number,
  options: EstimateOptions,
): ComparedEstimate | Refusal {
  if (!(withOutcome >= 0 && withOutcome <= people) || !Number.isInteger(withOutcome)) {
    return refuse('out-of-range', { what: 'withOutcome', low: 0, high: people });
  }
  if (people <= ONE_BY_ONE) {
    const comparison = Array.from({ length: people }, (_, at) => (at < withOutcome ? 1 : 0));
    const groups = { programme, comparison, lost: { programme: lost, comparison: 0 } };
    return compareGroups(groups, 'group-aggregates', ASSUMPTIONS, ['selection'], options);
  }
  const mean = withOutcome / people;
  const standardDeviation = Math.sqrt((mean * (1 - mean) * people) / (people - 1));
  const found = byMoments(programme, { people, mean, standardDeviation }, lost, options);
  const outcomeIsShare = programme.every((value) => value === 0 || value === 1);
  return isRefusal(found) ? found : { ...found, outcomeIsShare };
}

function byMoments(
  programme: readonly number[],
  { people, mean, standardDeviation }: Omit<Extract<KnownGroup, { mean: number }>, 'name'>,
  lost: number,
  options: EstimateOptions,
): ComparedEstimate | Refusal {
  const { level = 0.95 } = options;
  const wrong =
    levelFault(level) ??
    numberFault('programme', programme) ??
    numberFault('comparison', [mean, standardDeviation]);
  if (wrong) return wrong;
  if (programme.length === 0) return refuse('nobody', { group: 'programme' });
  if (standardDeviation < 0) return refuse('out-of-range', { what: 'standardDeviation', low: 0, high: '∞' });
  const ours = momentsOf(programme);
  const theirs: Moments = { people, mean, variance: standardDeviation * standardDeviation };
  const sample = { programme: { people: ours.people, lost }, comparison: { people, lost: 0 } };
  const { warnings, ...welch } = welchOf(ours, theirs, level);
  const again = drawn(programme, mean, standardDeviation / Math.sqrt(people), options);
  return {
    design: 'group-aggregates',
    value: ours.mean - mean,
    ...welch,
    grade: GRADES['group-aggregates'],
    sample,
    observed: ours.mean,
    counterfactual: mean,
    outcomeIsShare: false,
    assumptions: ASSUMPTIONS,
    knownBias: ['selection'],
    warnings: [...sampleWarnings(Object.values(sample)), ...warnings, ...again.warnings],
    ...(again.bootstrap && { bootstrap: again.bootstrap }),
  };
}

/** Resamples of the people of the programme, held against draws of the mean of a group. */
function drawn(
  programme: readonly number[],
  mean: number,
  error: number,
  options: EstimateOptions,
): ReturnType<typeof resampled> {
  if (options.bootstrap === undefined) return { warnings: [] };
  const again = resampled(
    [programme.length],
    ([places = []]) => {
      const observed = meanAt(programme, places);
      return { value: observed - mean, observed };
    },
    options,
  );
  if (again.bootstrap === undefined) return again;
  const { seed, name } = options.bootstrap;
  const uniforms = new Float64Array(again.bootstrap.draws.length);
  fillUniform(startOf(seed, `${name} group`), uniforms);
  const means = Array.from(uniforms, (uniform) => mean + error * normalQuantile(uniform));
  const draws = means.map((one, at) => (again.bootstrap?.observedDraws[at] ?? Number.NaN) - one);
  // Intervals by resampling would leave out the group, whose people are not known.
  return {
    bootstrap: { ...again.bootstrap, percentile: null, bca: null, draws, counterfactualDraws: means },
    warnings: [...again.warnings, { code: 'normal-draws', values: {} }],
  };
}
