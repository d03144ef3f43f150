import { describe, expect, it } from 'vitest';
import { type Distribution, quantile, support } from '../../../src/core/uncertainty/distribution.js';
import { checkDistribution } from '../../../src/core/uncertainty/distribution-faults.js';
import { normalQuantile } from '../../../src/core/uncertainty/normal-quantile.js';
import { samplerOf } from '../../../src/core/uncertainty/sampler.js';
import { fillUniform, nextWord, startOf } from '../../../src/core/uncertainty/stream.js';

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
    [{ distribution: 'draws', values: [9, 7, 8] }, 0.99, 9],
    [{ distribution: 'draws', values: [9, 7, 8] }, 0.01, 7],
    [{ distribution: 'pert', low: 10, mode: 20, high: 60 }, 0.05, 12.948869380590862],
    [{ distribution: 'pert', low: 10, mode: 20, high: 60 }, 0.5, 23.833612969625946],
    [{ distribution: 'pert', low: 10, mode: 20, high: 60 }, 0.95, 41.06383620080952],
    [{ distribution: 'beta', alpha: 2, beta: 5 }, 0.025, 0.043271868292741676],
    [{ distribution: 'beta', mean: 0.3, sd: 0.1 }, 0.975, 0.5120293453458726],
    [{ distribution: 'gamma', shape: 16, scale: 62.5 }, 0.5, 979.2455965198277],
    [{ distribution: 'gamma', mean: 1000, sd: 250 }, 0.975, 1546.2636794678654],
  ])('%j at %s', (distribution, share, expected) =>
    expect(near(quantile(distribution, share), expected)).toBe(true),
  );

  it('knows the ends', () => {
    expect(support({ distribution: 'discrete', values: [5, 1, 3], weights: [0, 2, 1] })).toEqual([1, 3]);
    expect(support({ distribution: 'normal', mean: 0, sd: 1 })).toEqual([-Infinity, Infinity]);
    expect(support({ distribution: 'pert', low: 1, mode: 2, high: 4 })).toEqual([1, 4]);
    expect(support({ distribution: 'beta', alpha: 2, beta: 5 })).toEqual([0, 1]);
    expect(support({ distribution: 'gamma', mean: 1, sd: 1 })).toEqual([0, Infinity]);
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
    [{ distribution: 'pert', low: 2, mode: 4, high: 3 }, 'mode'],
    [{ distribution: 'pert', low: 2, mode: 2, high: 2 }, 'high'],
    [{ distribution: 'beta', alpha: 0.01, beta: 1 }, 'alpha'],
    [{ distribution: 'beta', alpha: 1, beta: 1e6 }, 'beta'],
    [{ distribution: 'beta', mean: 1, sd: 0.1 }, 'mean'],
    [{ distribution: 'beta', mean: 0.3, sd: 0 }, 'sd'],
    [{ distribution: 'beta', mean: 0.5, sd: 0.5 }, 'sd'],
    [{ distribution: 'beta', mean: 0.5, sd: 0.499 }, 'sd'],
    [{ distribution: 'beta', mean: 0.5, sd: 1e-4 }, 'sd'],
    [{ distribution: 'gamma', shape: 0.04, scale: 1 }, 'shape'],
    [{ distribution: 'gamma', shape: 1, scale: 0 }, 'scale'],
    [{ distribution: 'gamma', mean: 0, sd: 1 }, 'mean'],
    [{ distribution: 'gamma', mean: 1, sd: 0 }, 'sd'],
    [{ distribution: 'gamma', mean: 1, sd: 5 }, 'sd'],
    [{ distribution: 'gamma', mean: 1, sd: 0.001 }, 'sd'],
  ])('%j', (distribution, field) =>
    expect(checkDistribution(distribution).map((fault) => fault.field)).toContain(field),
  );

  it.each<Distribution>([
    { distribution: 'beta', alpha: 0.05, beta: 100_000 },
    { distribution: 'beta', mean: 0.5, sd: 0.47 },
    { distribution: 'gamma', shape: 0.05, scale: 1e-3 },
    { distribution: 'gamma', mean: 1, sd: 0.004 },
    { distribution: 'pert', low: 0, mode: 0, high: 1 },
  ])('%j is possible', (distribution) => expect(checkDistribution(distribution)).toEqual([]));
});

describe('draws', () => {
  const kinds: readonly Distribution[] = [
    { distribution: 'triangular', low: 10, mode: 20, high: 60 },
    { distribution: 'pert', low: 10, mode: 20, high: 60 },
    { distribution: 'uniform', low: 2, high: 4 },
    { distribution: 'normal', mean: 3, sd: 2 },
    { distribution: 'lognormal', mean: 100, sd: 30 },
    { distribution: 'beta', mean: 0.3, sd: 0.1 },
    { distribution: 'gamma', mean: 1000, sd: 250 },
    { distribution: 'discrete', values: [5, 1, 3], weights: [1, 2, 1] },
    { distribution: 'draws', values: [9, 7, 8] },
  ];

  it.each(kinds)('of %j are its quantiles at the numbers of the stream', (given) => {
    const uniforms = new Float64Array(500);
    fillUniform(startOf(3, 'x'), uniforms);
    const sampler = samplerOf(given);
    const column = sampler.from === 'uniform' ? uniforms.slice() : uniforms.map(normalQuantile);
    sampler.turn(column);
    column.forEach((value, at) => {
      const expected = quantile(given, uniforms[at] ?? Number.NaN);
      // What the tables promise of the standard deviation, which is nowhere above the values themselves.
      expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
    });
  });
});

describe('streams', () => {
  const stream = (seed: number, name: string, draws: number): Float64Array => {
    const column = new Float64Array(draws);
    fillUniform(startOf(seed, name), column);
    return column;
  };

  it('follow the published generator', () => {
    const state = Uint32Array.of(1, 2, 3, 4);
    expect([nextWord(state), nextWord(state), nextWord(state), nextWord(state)]).toEqual([
      11520, 0, 5927040, 70819200,
    ]);
  });

  it('go on where they were', () => {
    const state = startOf(1, 'x');
    const parts = [new Float64Array(7), new Float64Array(13)];
    for (const part of parts) fillUniform(state, part);
    expect(parts.flatMap((part) => [...part])).toEqual([...stream(1, 'x', 20)]);
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
