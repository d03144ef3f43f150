import { type ComparedEstimate, GRADES, sampleWarnings } from './estimate.js';
import { levelFault } from './faults.js';
import { type Column, leastSquares } from './least-squares.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';
import { clusterErrors, type ErrorKind, standardErrors } from './regression-errors.js';
import { type EstimateOptions, resampled } from './resampled.js';
import { studentWithin } from './student.js';
import { compareGroups } from './unadjusted-comparison.js';

/** What was measured of one person (or place) before and after; null where it is not known. */
export interface BeforeAndAfter {
  readonly before: number | null;
  readonly after: number | null;
}

export interface TwoGroupsOverTime {
  readonly programme: readonly BeforeAndAfter[];
  readonly comparison: readonly BeforeAndAfter[];
}

/** Standard errors of the same estimate by several rules; `cluster` (CR1) only where a person has several rows. */
export interface DifferenceErrors extends Readonly<Record<ErrorKind, number>> {
  readonly cluster?: number;
}

export interface DifferenceInDifferences extends ComparedEstimate {
  readonly errors: DifferenceErrors | null;
  /** Numbers the estimate rests on: one for each person and moment, or one change for each person. */
  readonly rows: number;
  /** The four means, before and after, each over those of whom it is known. */
  readonly means: {
    readonly programme: { readonly before: number; readonly after: number };
    readonly comparison: { readonly before: number; readonly after: number };
  };
}

const ASSUMPTIONS = ['parallel-change', 'independent-people', 'same-measure', 'lost-like-observed'] as const;
const BIASES = ['diverging-trends', 'unrecorded-differences'] as const;

/**
 * How much more the people of a programme changed than those they are compared with: the difference of two differences
 * of means. The four means are over everybody of whom each is known; the standard error is that of a regression on
 * group, moment and both, with the rows of one person going together (CR1).
 *
 * @returns refused where one of the four means is of nobody, and for values that are no numbers
 */
export function differenceInDifferences(
  groups: TwoGroupsOverTime,
  options: EstimateOptions = {},
): DifferenceInDifferences | Refusal {
  const { level = 0.95 } = options;
  const { outcome, columns, clusters } = rowsOf(groups);
  const empty = emptyCell(groups);
  const wrong = levelFault(level) ?? (empty === undefined ? undefined : refuse('nobody', { group: empty }));
  if (wrong) return wrong;
  const fit = leastSquares(columns, outcome);
  if (isRefusal(fit)) return fit;
  const value = fit.coefficients[3] ?? Number.NaN;
  const means = meansOf(groups, everybody(groups.programme), everybody(groups.comparison));
  const byCluster = clusterErrors(fit, clusters);
  const sample = samplesOf(groups, ({ before, after }) => before !== null || after !== null);
  const people = sample.programme.people + sample.comparison.people;
  const enough =
    Math.min(sample.programme.people, sample.comparison.people) > 1 &&
    outcome.length > 4 &&
    !isRefusal(byCluster);
  const error = enough ? (byCluster.errors[3] ?? Number.NaN) : 0;
  const width = error > 0 ? studentWithin(level, people - 1) * error : 0;
  const at = (kind: ErrorKind): number => standardErrors(fit, kind)[3] ?? Number.NaN;
  const again = resampledOver(groups, options);
  return {
    ...common(groups, means.programme.after, value),
    standardError: error > 0 ? error : null,
    interval:
      error > 0
        ? { kind: 'confidence-interval', low: value - width, high: value + width, level, method: 'student' }
        : null,
    sample,
    warnings: [
      ...sampleWarnings(Object.values(sample)),
      ...(enough && error === 0 ? [{ code: 'no-variation-seen', values: {} } as const] : []),
      ...again.warnings,
    ],
    errors: enough
      ? { ols: at('ols'), hc0: at('hc0'), hc1: at('hc1'), hc2: at('hc2'), hc3: at('hc3'), cluster: error }
      : null,
    rows: outcome.length,
    means,
    ...(again.bootstrap && { bootstrap: again.bootstrap }),
  };
}

/**
 * The same over those alone of whom both moments are known: the difference of the mean changes of two groups, with
 * Welch’s standard error (`hc2`). People of whom only one is known count as lost.
 *
 * @returns refused where nobody of a group is known at both moments, and for values that are no numbers
 */
export function balancedDifferenceInDifferences(
  groups: TwoGroupsOverTime,
  options: EstimateOptions = {},
): DifferenceInDifferences | Refusal {
  const complete = {
    programme: groups.programme.filter(isComplete),
    comparison: groups.comparison.filter(isComplete),
  };
  const changeOf = ({ before, after }: Complete): number => after - before;
  const sample = samplesOf(groups, isComplete);
  const found = compareGroups(
    {
      programme: complete.programme.map(changeOf),
      comparison: complete.comparison.map(changeOf),
      lost: { programme: sample.programme.lost, comparison: sample.comparison.lost },
    },
    'difference-in-differences',
    ASSUMPTIONS,
    BIASES,
    options.level === undefined ? {} : { level: options.level },
  );
  if (isRefusal(found)) return found;
  const means = meansOf(complete, everybody(complete.programme), everybody(complete.comparison));
  const again = resampledOver(complete, options);
  return {
    ...found,
    ...common(groups, means.programme.after, found.value),
    warnings: [...found.warnings, ...again.warnings],
    rows: complete.programme.length + complete.comparison.length,
    means,
    ...(again.bootstrap && { bootstrap: again.bootstrap }),
  };
}

interface Complete {
  readonly before: number;
  readonly after: number;
}

const isComplete = (one: BeforeAndAfter): one is Complete => one.before !== null && one.after !== null;

/** What the estimate over all and that over those known twice have in common. */
function common(groups: TwoGroupsOverTime, observed: number, value: number) {
  return {
    design: 'difference-in-differences',
    value,
    observed,
    counterfactual: observed - value,
    outcomeIsShare: [...groups.programme, ...groups.comparison]
      .flatMap(({ before, after }) => [before, after])
      .every((one) => one === null || one === 0 || one === 1),
    grade: GRADES['difference-in-differences'],
    assumptions: ASSUMPTIONS,
    knownBias: BIASES,
  } as const;
}

function resampledOver(groups: TwoGroupsOverTime, options: EstimateOptions): ReturnType<typeof resampled> {
  return resampled(
    [groups.programme.length, groups.comparison.length],
    ([ours = [], theirs = []]) => {
      const { programme, comparison } = meansOf(groups, ours, theirs);
      return {
        value: programme.after - programme.before - (comparison.after - comparison.before),
        observed: programme.after,
      };
    },
    options,
  );
}

const everybody = (people: readonly unknown[]): readonly number[] => people.map((_, at) => at);

/** The four means over the people in some places, those left out of whom a number is not known. */
function meansOf(
  groups: TwoGroupsOverTime,
  ours: ArrayLike<number>,
  theirs: ArrayLike<number>,
): DifferenceInDifferences['means'] {
  const of = (people: readonly BeforeAndAfter[], places: ArrayLike<number>, moment: keyof BeforeAndAfter) => {
    let [sum, count] = [0, 0];
    for (let at = 0; at < places.length; at += 1) {
      const value = people[places[at] ?? -1]?.[moment] ?? null;
      if (value === null) continue;
      sum += value;
      count += 1;
    }
    return sum / count;
  };
  const both = (people: readonly BeforeAndAfter[], places: ArrayLike<number>) => ({
    before: of(people, places, 'before'),
    after: of(people, places, 'after'),
  });
  return { programme: both(groups.programme, ours), comparison: both(groups.comparison, theirs) };
}

/** The first of the four means that would be of nobody. */
function emptyCell(groups: TwoGroupsOverTime): string | undefined {
  for (const group of ['programme', 'comparison'] as const) {
    for (const moment of ['before', 'after'] as const) {
      if (groups[group].every((one) => one[moment] === null)) return `${group} ${moment}`;
    }
  }
  return undefined;
}

function samplesOf(groups: TwoGroupsOverTime, isKnown: (one: BeforeAndAfter) => boolean) {
  const of = (people: readonly BeforeAndAfter[]) => {
    const known = people.filter(isKnown).length;
    return { people: known, lost: people.length - known };
  };
  return { programme: of(groups.programme), comparison: of(groups.comparison) };
}

/** One row for each person and moment that is known, as a regression on group, moment and both. */
function rowsOf({ programme, comparison }: TwoGroupsOverTime): {
  readonly outcome: readonly number[];
  readonly columns: readonly Column[];
  readonly clusters: readonly number[];
} {
  const rows = [...programme, ...comparison].flatMap(({ before, after }, person) =>
    [before, after].flatMap((value, moment) =>
      value === null ? [] : [{ value, moment, person, group: person < programme.length ? 1 : 0 }],
    ),
  );
  return {
    outcome: rows.map(({ value }) => value),
    columns: [
      { name: 'one', values: rows.map(() => 1) },
      { name: 'programme', values: rows.map(({ group }) => group) },
      { name: 'after', values: rows.map(({ moment }) => moment) },
      { name: 'programme after', values: rows.map(({ group, moment }) => group * moment) },
    ],
    clusters: rows.map(({ person }) => person),
  };
}
