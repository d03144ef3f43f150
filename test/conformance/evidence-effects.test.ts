import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  balancedDifferenceInDifferences,
  differenceInDifferences,
} from '../../src/core/evidence/difference-in-differences.js';
import { leastSquares } from '../../src/core/evidence/least-squares.js';
import { isRefusal, type Refusal } from '../../src/core/evidence/refusal.js';
import { clusterErrors, type ErrorKind, standardErrors } from '../../src/core/evidence/regression-errors.js';
import { studentBeyond, studentWithin } from '../../src/core/evidence/student.js';
import { welchTest } from '../../src/core/evidence/two-groups.js';
import { momentsOf, unadjustedComparison } from '../../src/core/evidence/unadjusted-comparison.js';
import { type Person, weightedComparison } from '../../src/core/evidence/weighted-comparison.js';

const folder = process.env['CONFORMANCE_DATA'];
if (folder === undefined)
  throw new Error('Set CONFORMANCE_DATA to the folder of published cases and test vectors.');

type Named = Record<string, number>;
interface Smd {
  mean_t: number;
  mean_c: number;
  smd_treated_sd: number;
  smd_pooled: number;
  var_ratio: number;
}
interface SupportedWork {
  data: { columns: string[]; rows: (number | string)[][] };
  expected: {
    lalonde_naive: Record<'est' | 'se_ols' | 'se_hc1' | 'se_hc2' | 'se_hc3', number> & { means: number[] };
    lalonde_ols: { coef: Named; se_ols: number; se_hc2: number; se_hc3: number };
    lalonde_ps: {
      coef: Named;
      loglik: number;
      ps_first5: number[];
      ps_mean_t: number;
      ps_mean_c: number;
    };
    lalonde_ipw_att: { est: number; se_hc0: number; se_hc1: number; ess_c: number };
    lalonde_smd: Record<string, Smd>;
    dw_experimental: { est: number; se_ols: number; se_hc2: number };
    dw_welch: { t: number; df: number; p: number; ci: [number, number] };
  };
}
type Row = (number | null)[];
interface CardKrueger {
  columns: string[];
  rows: Row[];
}
interface Differences {
  ck_did_regression: Record<'coef' | 'se_ols' | 'se_hc1' | 'se_cluster_id_CR1', Named> & { n: number };
  ck_first_difference: Record<'n' | 'est' | 'se_ols' | 'se_hc1' | 'se_hc2', number>;
}

const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, 'test-vectors', name), 'utf8'));

/** Vectors print ten to thirteen digits; those with ten decimals of a small number somewhat fewer. */
const RELATIVE = 1e-9;
const near = (one: number | undefined | null, other: number | undefined, relative = RELATIVE): void =>
  expect(
    Math.abs((one ?? Number.NaN) - (other ?? Number.NaN)),
    `${one} instead of ${other}`,
  ).toBeLessThanOrEqual(relative * Math.abs(other ?? Number.NaN));

function must<T extends object>(outcome: T | Refusal): T {
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  return outcome;
}

describe('Supported Work participants against an outside group', () => {
  const { data, expected } = read('supported-work.json') as SupportedWork;
  const people = data.rows.map((row) => {
    const one = Object.fromEntries(data.columns.map((name, at) => [name, row[at] ?? '']));
    const { treat, re78, ...covariates } = one;
    return { treat, outcome: Number(re78), covariates };
  });
  const programme: readonly Person[] = people.filter(({ treat }) => treat === 1);
  const comparison: readonly Person[] = people.filter(({ treat }) => treat === 0);
  const outcomes = (group: readonly Person[]) => group.map(({ outcome }) => outcome);

  it('differ by −635 uncorrected', () => {
    const naive = must(
      unadjustedComparison({ programme: outcomes(programme), comparison: outcomes(comparison) }, false),
    );
    const { est, means, se_ols, se_hc1, se_hc2, se_hc3 } = expected.lalonde_naive;
    near(naive.value, est);
    near(naive.counterfactual, means[0]);
    near(naive.observed, means[1]);
    near(naive.errors?.ols, se_ols);
    near(naive.errors?.hc1, se_hc1);
    near(naive.errors?.hc2, se_hc2);
    near(naive.errors?.hc3, se_hc3);
    near(naive.standardError, se_hc2);
    // The benchmark of the trial lies outside what the uncorrected difference suggests.
    expect(naive.interval!.high).toBeLessThan(expected.dw_experimental.est);
  });

  it('differ by 1,548 by regression', () => {
    const named = (name: string, values: number[]) => ({ name, values });
    const number = (name: string) =>
      named(
        name,
        people.map(({ covariates }) => Number(covariates[name])),
      );
    const race = (word: string) =>
      named(
        `race${word}`,
        people.map(({ covariates }) => (covariates['race'] === word ? 1 : 0)),
      );
    const columns = [
      named(
        '(Intercept)',
        people.map(() => 1),
      ),
      named(
        'treat',
        people.map(({ treat }) => Number(treat)),
      ),
      number('age'),
      number('educ'),
      race('hispan'),
      race('white'),
      ...['married', 'nodegree', 're74', 're75'].map(number),
    ];
    const fit = must(
      leastSquares(
        columns,
        people.map(({ outcome }) => outcome),
      ),
    );
    const { coef, se_ols, se_hc2, se_hc3 } = expected.lalonde_ols;
    fit.names.forEach((name, k) => near(fit.coefficients[k], coef[name]));
    near(standardErrors(fit, 'ols')[1], se_ols);
    near(standardErrors(fit, 'hc2')[1], se_hc2);
    near(standardErrors(fit, 'hc3')[1], se_hc3);
  });

  it('differ by 1,214 weighted on the treated, the benchmark of the trial within the interval', () => {
    const found = must(weightedComparison({ programme, comparison }));
    const { est, se_hc0, se_hc1, ess_c } = expected.lalonde_ipw_att;
    near(found.value, est);
    near(found.errors?.hc0, se_hc0);
    near(found.errors?.hc1, se_hc1);
    near(found.effectivePeople, ess_c);
    const { low, high } = found.interval!;
    expect(low).toBeLessThan(expected.dw_experimental.est);
    expect(high).toBeGreaterThan(expected.dw_experimental.est);
    expect([found.grade, found.interval!.kind]).toEqual([3, 'confidence-interval']);
  });

  it('have the model of who took part', () => {
    const { participation } = must(weightedComparison({ programme, comparison }));
    const { coef, loglik, ps_first5, ps_mean_t, ps_mean_c } = expected.lalonde_ps;
    participation.names.forEach((name, k) => {
      const key = name === 'one' ? '(Intercept)' : name.replace('race ', 'race');
      near(participation.coefficients[k], coef[key]);
    });
    near(participation.logLikelihood, loglik);
    ps_first5.forEach((share, at) => near(participation.probabilities[at], share));
    const mean = (values: Float64Array) => values.reduce((sum, one) => sum + one, 0) / values.length;
    near(mean(participation.probabilities.subarray(0, programme.length)), ps_mean_t);
    near(mean(participation.probabilities.subarray(programme.length)), ps_mean_c);
  });

  it('have the standardised differences', () => {
    const { balance } = must(weightedComparison({ programme, comparison }));
    for (const [name, smd] of Object.entries(expected.lalonde_smd)) {
      const one = balance.find((found) => found.name === name || found.name === `race ${name}`);
      near(one?.programmeMean, smd.mean_t);
      near(one?.comparisonMean, smd.mean_c);
      near(one?.difference, smd.smd_treated_sd);
      near(one?.pooledDifference, smd.smd_pooled);
      near(one?.varianceRatio, smd.var_ratio);
    }
  });
});

describe('Card and Krueger’s restaurants', () => {
  const { columns, rows } = read('card-krueger.json') as CardKrueger;
  const { ck_did_regression: all, ck_first_difference: balanced } = read(
    'difference-in-differences.json',
  ) as Differences;
  const at = (row: Row, name: string): number | null => row[columns.indexOf(name)] ?? null;
  const group = (nj: number, after: (row: Row) => number | null) =>
    rows.filter((row) => at(row, 'nj') === nj).map((row) => ({ before: at(row, 'fte1'), after: after(row) }));
  const groups = (after: (row: Row) => number | null = (row) => at(row, 'fte2')) => ({
    programme: group(1, after),
    comparison: group(0, after),
  });

  it('gain 2.7536 over all of them', () => {
    const found = must(differenceInDifferences(groups()));
    expect(found.rows).toBe(all.n);
    near(found.value, all.coef['nj:post']);
    near(found.errors?.ols, all.se_ols['nj:post']);
    near(found.errors?.hc1, all.se_hc1['nj:post']);
    near(found.errors?.cluster, all.se_cluster_id_CR1['nj:post']);
  });

  it('have the whole regression', () => {
    const known = rows.flatMap((row, id) =>
      (['fte1', 'fte2'] as const).flatMap((name, post) => {
        const value = at(row, name);
        return value === null ? [] : [{ value, post, id, nj: at(row, 'nj') ?? 0 }];
      }),
    );
    const fit = must(
      leastSquares(
        [
          { name: '(Intercept)', values: known.map(() => 1) },
          { name: 'nj', values: known.map(({ nj }) => nj) },
          { name: 'post', values: known.map(({ post }) => post) },
          { name: 'nj:post', values: known.map(({ nj, post }) => nj * post) },
        ],
        known.map(({ value }) => value),
      ),
    );
    const clustered = must(
      clusterErrors(
        fit,
        known.map(({ id }) => id),
      ),
    );
    const kinds: readonly [ErrorKind, Named][] = [
      ['ols', all.se_ols],
      ['hc1', all.se_hc1],
    ];
    fit.names.forEach((name, k) => {
      near(fit.coefficients[k], all.coef[name]);
      for (const [kind, errors] of kinds) near(standardErrors(fit, kind)[k], errors[name]);
      near(clustered.errors[k], all.se_cluster_id_CR1[name]);
    });
  });

  it('gain 2.75 over those known twice, with a standard error of 1.34', () => {
    const found = must(balancedDifferenceInDifferences(groups()));
    expect(found.rows).toBe(balanced.n);
    near(found.value, balanced.est);
    near(found.errors?.ols, balanced.se_ols);
    near(found.errors?.hc1, balanced.se_hc1);
    near(found.standardError, balanced.se_hc2);
  });

  it('gain 2.51 with those closed for a time counted as nobody employed', () => {
    const closed = new Set([2, 4, 5]);
    const found = must(
      balancedDifferenceInDifferences(
        groups((row) => (closed.has(at(row, 'status2') ?? 0) ? 0 : at(row, 'fte2'))),
      ),
    );
    // Published with two decimals.
    expect(Math.abs(found.value - 2.51)).toBeLessThan(0.005);
  });
});

it('Welch’s test of both groups is that of SciPy', () => {
  const { data } = read('supported-work.json') as SupportedWork;
  const [treat, outcome] = [data.columns.indexOf('treat'), data.columns.indexOf('re78')];
  const of = (group: number) =>
    momentsOf(data.rows.filter((row) => row[treat] === group).map((row) => Number(row[outcome])));
  const test = must(welchTest(of(1), of(0), 0.95));
  // scipy.stats.ttest_ind(equal_var=False), SciPy 1.17.1, on the same columns.
  near(test.t, WELCH.t);
  near(test.degreesOfFreedom, WELCH.df);
  near(test.probability, WELCH.p);
  near(test.interval.low, WELCH.low);
  near(test.interval.high, WELCH.high);
});

const WELCH = {
  t: -0.9377296979393183,
  df: 326.4122505266324,
  p: 0.3490766555566697,
  low: -1967.2444050609754,
  high: 697.1919809861336,
};

it('Welch’s test of the trial has the probability and the interval of its degrees of freedom', () => {
  const { dw_welch: welch, dw_experimental: trial } = (read('supported-work.json') as SupportedWork).expected;
  near(studentBeyond(welch.t, welch.df), welch.p);
  const width = studentWithin(0.95, welch.df) * trial.se_hc2;
  near(trial.est - width, welch.ci[0]);
  near(trial.est + width, welch.ci[1]);
});
