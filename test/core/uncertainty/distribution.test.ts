import { describe, expect, it } from 'vitest';
import {
  checkDistribution,
  type Distribution,
  quantile,
  support,
} from '../../../src/core/uncertainty/distribution.js';
import { normalQuantile } from '../../../src/core/uncertainty/normal-quantile.js';
import { stream, xoshiro128 } from '../../../src/core/uncertainty/stream.js';

/** What doubles lose in a few dozen operations. */
const RELATIVE = 1e-12;

const near = (one: number, other: number): boolean =>
  Math.abs(one - other) <= RELATIVE * Math.max(1, Math.abs(other));

describe('quantiles', () => {
  it.each([
    [0.975, 1.959963984540054],
    [0.95, 1.6448536269514722],
    [0.5, 0],
    [1e-10, -6.361340902404056],
  ])('of the normal distribution at %s', (share, expected) =>
    expect(near(normalQuantile(share), expected)).toBe(true),
  );

  it.each<[Distribution, number, number]>([
    [{ distribution: 'triangular', low: 10, mode: 20, high: 60 }, 0.5, 28.377223398316207],
    [{ distribution: 'triangular', low: 10, mode: 20, high: 60 }, 0.05, 15],
    [{ distribution: 'triangular', low: 10, mode: 20, high: 60 }, 0.95, 50],
    [{ distribution: 'lognormal', mean: 100, sd: 30 }, 0.5, 95.78262852211513],
    [{ distribution: 'lognormal', mean: 100, sd: 30 }, 0.025, 53.87753320316974],
    [{ distribution: 'uniform', low: 2, high: 4 }, 0.25, 2.5],
    [{ distribution: 'discrete', values: [5, 1, 3], weights: [1, 2, 1] }, 0.49, 1],
    [{ distribution: 'discrete', values: [5, 1, 3], weights: [1, 2, 1] }, 0.51, 3],
    [{ distribution: 'draws', values: [7, 8, 9] }, 0.99, 9],
  ])('%j at %s', (distribution, share, expected) =>
    expect(near(quantile(distribution, share), expected)).toBe(true),
  );

  it('knows the ends', () => {
    expect(support({ distribution: 'discrete', values: [5, 1, 3], weights: [0, 2, 1] })).toEqual([1, 3]);
    expect(support({ distribution: 'normal', mean: 0, sd: 1 })).toEqual([-Infinity, Infinity]);
  });
});

describe('impossible distributions', () => {
  it.each<[Distribution, string]>([
    [{ distribution: 'triangular', low: 2, mode: 1, high: 3 }, 'mode'],
    [{ distribution: 'triangular', low: 2, mode: 2, high: 2 }, 'high'],
    [{ distribution: 'uniform', low: 3, high: 1 }, 'high'],
    [{ distribution: 'normal', mean: 0, sd: 0 }, 'sd'],
    [{ distribution: 'lognormal', mean: -1, sd: 1 }, 'mean'],
    [{ distribution: 'lognormal', mu: 0, sigma: -1 }, 'sigma'],
    [{ distribution: 'discrete', values: [1], weights: [1, 1] }, 'weights'],
    [{ distribution: 'discrete', values: [1], weights: [0] }, 'weights'],
  ])('%j', (distribution, field) =>
    expect(checkDistribution(distribution).map((fault) => fault.field)).toContain(field),
  );
});

describe('streams', () => {
  it('follow the published generator', () => {
    const next = xoshiro128([1, 2, 3, 4]);
    expect([next(), next(), next(), next()]).toEqual([11520, 0, 5927040, 70819200]);
  });

  it('are the same for the same seed and name, and unlike for others', () => {
    const draws = 20_000;
    const one = stream(1, 'outcomes.W1.quantity', draws);
    expect(stream(1, 'outcomes.W1.quantity', draws)).toEqual(one);
    for (const other of [
      stream(1, 'outcomes.W2.quantity', draws),
      stream(2, 'outcomes.W1.quantity', draws),
    ]) {
      const product = one.reduce((sum, value, at) => sum + (value - 0.5) * ((other[at] ?? 0) - 0.5), 0);
      // Five standard errors of the correlation of unrelated columns.
      expect(Math.abs((12 * product) / draws)).toBeLessThan(5 / Math.sqrt(draws));
    }
  });

  it('lie between 0 and 1 and fill it evenly', () => {
    const draws = 20_000;
    const column = stream(7, 'x', draws);
    expect(column.every((value) => value > 0 && value < 1)).toBe(true);
    // Five standard errors of the mean of a uniform number.
    expect(Math.abs(column.reduce((sum, value) => sum + value, 0) / draws - 0.5)).toBeLessThan(
      5 / Math.sqrt(12 * draws),
    );
  });
});
