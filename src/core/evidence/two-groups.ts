import { numberFault } from './faults.js';
import { leastSquares } from './least-squares.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';
import { type ErrorKind, standardErrors } from './regression-errors.js';
import { studentBeyond, studentWithin } from './student.js';

/** The difference of the means of two groups, weighted or not, and how sure it is. */
export interface Difference {
  readonly value: number;
  readonly programmeMean: number;
  readonly comparisonMean: number;
  /** By the regression of the outcome on the group; null where a group has fewer than two people. */
  readonly errors: Readonly<Record<ErrorKind, number>> | null;
}

/**
 * The difference of the means of two groups, as the regression of the outcome on the group has it: without weights
 * its `hc2` error is that of Welch.
 *
 * @param weights of the people compared with; those of the programme weigh 1
 * @returns refused for a group with nobody in it, and for values that are no numbers
 */
export function difference(
  programme: ArrayLike<number>,
  comparison: ArrayLike<number>,
  weights?: ArrayLike<number>,
): Difference | Refusal {
  if (programme.length === 0) return refuse('nobody', { group: 'programme' });
  if (comparison.length === 0) return refuse('nobody', { group: 'comparison' });
  const wrong = numberFault('programme', programme) ?? numberFault('comparison', comparison);
  if (wrong) return wrong;
  const outcome = [...Array.from(programme), ...Array.from(comparison)];
  const one = outcome.map(() => 1);
  const inProgramme = outcome.map((_, row) => (row < programme.length ? 1 : 0));
  const fit = leastSquares(
    [
      { name: 'one', values: one },
      { name: 'programme', values: inProgramme },
    ],
    outcome,
    weights && [...Array.from(programme, () => 1), ...Array.from(weights)],
  );
  if (isRefusal(fit)) return fit;
  const [comparisonMean = Number.NaN, value = Number.NaN] = fit.coefficients;
  const error = (kind: ErrorKind): number => standardErrors(fit, kind)[1] ?? Number.NaN;
  const enough = Math.min(programme.length, comparison.length) > 1;
  return {
    value,
    programmeMean: comparisonMean + value,
    comparisonMean,
    errors: enough
      ? { ols: error('ols'), hc0: error('hc0'), hc1: error('hc1'), hc2: error('hc2'), hc3: error('hc3') }
      : null,
  };
}

/** Welch’s test of two means with unequal variances (Welch, 1947). */
export interface WelchTest {
  /** Programme less comparison, over its standard error. */
  readonly t: number;
  readonly degreesOfFreedom: number;
  readonly standardError: number;
  /** The probability of a difference as large, either way, if there were none. */
  readonly probability: number;
  readonly interval: { readonly low: number; readonly high: number };
}

/** What is known of a group without its people one by one. */
export interface Moments {
  readonly people: number;
  readonly mean: number;
  /** With the divisor n − 1. */
  readonly variance: number;
}

/**
 * Welch’s test from the moments of two groups of at least two people.
 *
 * @param level of the interval, between 0 and 1
 * @returns refused where a group has fewer than two people, or nobody differs from the others in either
 */
export function welchTest(programme: Moments, comparison: Moments, level: number): WelchTest | Refusal {
  const few = [programme, comparison].find(({ people }) => people < 2);
  if (few) {
    const group = few === programme ? 'programme' : 'comparison';
    return refuse('too-few', { group, least: 2, people: few.people });
  }
  const [one, other] = [programme.variance / programme.people, comparison.variance / comparison.people];
  const variance = one + other;
  if (!(variance > 0)) return refuse('no-variation', { what: 'outcome' });
  const degreesOfFreedom =
    (variance * variance) /
    ((one * one) / (programme.people - 1) + (other * other) / (comparison.people - 1));
  const standardError = Math.sqrt(variance);
  const value = programme.mean - comparison.mean;
  const width = studentWithin(level, degreesOfFreedom) * standardError;
  return {
    t: value / standardError,
    degreesOfFreedom,
    standardError,
    probability: studentBeyond(value / standardError, degreesOfFreedom),
    interval: { low: value - width, high: value + width },
  };
}
