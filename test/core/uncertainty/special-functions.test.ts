/* eslint-disable no-loss-of-precision -- reference values with all the digits they were worked out with */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaShape } from '../../../src/core/uncertainty/beta-shape.js';
import { type Distribution, quantile } from '../../../src/core/uncertainty/distribution.js';
import { gammaShape } from '../../../src/core/uncertainty/gamma-shape.js';
import { normalQuantile } from '../../../src/core/uncertainty/normal-quantile.js';
import { normalShare } from '../../../src/core/uncertainty/normal-share.js';
import { samplerOf } from '../../../src/core/uncertainty/sampler.js';
import { stirlingError } from '../../../src/core/uncertainty/stirling.js';
import type { TailShape } from '../../../src/core/uncertainty/tail-shape.js';

/** Reference values were worked out with forty digits (mpmath) from the integrals themselves. */
const gamma = (shape: number): Distribution => ({ distribution: 'gamma', shape, scale: 1 });
const beta = (alpha: number, other: number): Distribution => ({ distribution: 'beta', alpha, beta: other });

const apart = (one: number, other: number): number => Math.abs(one - other) / Math.abs(other);

describe('the normal distribution', () => {
  it.each([
    [-0.5, 0.3085375387259869],
    [0.6, 0.72574688224992642],
    [-1, 0.15865525393145705],
    [-5, 2.8665157187919391e-7],
    [-5.7, 5.9903714010635344e-9],
    [-8, 6.2209605742717841e-16],
    [-37, 5.7255712225245768e-300],
    [2, 0.97724986805182079],
  ])('below %s lies %s', (score, share) => {
    // A few units in the last place, some dozen of which make up sixteen digits.
    expect(apart(normalShare(score), share)).toBeLessThan(2e-15);
  });

  it('has quantiles that are the inverse of its shares', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 0.5, noNaN: true }), (share) => {
        // Far down, a score of 37 with its sixteen digits leaves a share twelve of them.
        expect(apart(normalShare(normalQuantile(share)), share)).toBeLessThan(1e-12);
      }),
    );
  });
});

it.each([
  [0.05, 0.75186114474776214],
  [0.5, 0.15342640972002735],
  [3, 0.027677925684998339],
  [14.9, 0.0055920025122508303],
  [100, 0.00083333055563491468],
])('Stirling’s formula leaves out %s: %s', (n, expected) => {
  // The error of sums that come near 1, of which the result is the rest.
  expect(Math.abs(stirlingError(n) - expected)).toBeLessThan(2e-14);
});

describe('quantiles of extreme shapes', () => {
  it.each<[Distribution, number, number]>([
    [gamma(0.05), 0.2, 6.1285409041013022e-15],
    [gamma(0.05), 0.5, 5.5738784407462475e-7],
    [gamma(0.05), 0.975, 0.56717376175385836],
    [gamma(0.05), 0.999999, 8.6968626678937438],
    [gamma(0.3), 1e-6, 6.9726990964093485e-21],
    [gamma(0.3), 0.5, 0.073131135866951896],
    [gamma(0.3), 0.999, 4.6189360427913334],
    [gamma(1), 1e-12, 1.0000000000005e-12],
    [gamma(1), 0.5, 0.69314718055994531],
    [gamma(17), 5.6e-17, 0.83176297481755091],
    [gamma(17), 0.025, 9.9031264696072876],
    [gamma(17), 0.5, 16.667853683739618],
    [gamma(17), 0.999999999999, 63.711592805537576],
    [gamma(10_000), 1e-6, 9531.8351171898065],
    [gamma(10_000), 0.5, 9999.6666686420474],
    [gamma(10_000), 0.975, 10196.941824999883],
    [gamma(100_000), 0.001, 99025.631890500918],
    [gamma(100_000), 0.999, 100980.06779195923],
    [beta(0.05, 0.05), 0.2, 1.0183585052217073e-8],
    [beta(0.05, 0.05), 0.49, 0.39474913027116957],
    [beta(0.05, 0.05), 0.5, 0.5],
    [beta(0.05, 0.05), 0.8, 0.99999998981641495],
    [beta(0.05, 17), 0.5, 3.3724844784131963e-8],
    [beta(0.05, 17), 0.975, 0.033732072220750464],
    [beta(0.05, 17), 0.999999, 0.40876751239291265],
    [beta(0.3, 5), 0.001, 1.4968979482690062e-11],
    [beta(0.3, 5), 0.5, 0.015575670380369208],
    [beta(0.3, 5), 0.999, 0.62679256477752357],
    [beta(1.5, 2.3), 1e-12, 4.7792573722920916e-9],
    [beta(1.5, 2.3), 0.025, 0.041770208179532606],
    [beta(1.5, 2.3), 0.5, 0.37463622735354725],
    [beta(1.5, 2.3), 0.999999, 0.99816758520417128],
    [beta(100, 1), 0.025, 0.96378330735482358],
    [beta(100, 1), 0.975, 0.99974685396702258],
    [beta(1000, 0.7), 0.2, 0.99884984501076003],
    [beta(1000, 0.7), 0.999, 0.9999999548225924],
    [beta(10_000, 10_000), 1e-6, 0.48319864281590595],
    [beta(10_000, 10_000), 0.5, 0.5],
    [beta(10_000, 10_000), 0.975, 0.50692927299745014],
    [beta(100_000, 100_000), 0.025, 0.49780870143169202],
    [beta(100_000, 100_000), 0.999, 0.50345494782852532],
  ])('%j at %s: %s', (distribution, share, expected) => {
    // A hundred times finer than the nine digits promised.
    expect(apart(quantile(distribution, share), expected)).toBeLessThan(1e-11);
  });
});

/** Shapes over the whole range allowed, each size as likely as another. */
const shape = fc
  .double({ min: Math.log(0.05), max: Math.log(100_000), noNaN: true })
  .map((log) => Math.min(100_000, Math.max(0.05, Math.exp(log))));
const share = fc.double({ min: 1e-16, max: 1 - 1e-16, noNaN: true });

describe('quantiles of any shape', () => {
  it('rise with the share', () => {
    fc.assert(
      fc.property(shape, shape, share, share, (one, other, here, there) => {
        const [low, high] = here < there ? [here, there] : [there, here];
        for (const given of [gamma(one), beta(one, other)])
          expect(quantile(given, low)).toBeLessThanOrEqual(quantile(given, high));
      }),
      { numRuns: 500 },
    );
  });

  it('of a beta distribution are those of its mirror image', () => {
    fc.assert(
      fc.property(shape, shape, fc.double({ min: 1e-6, max: 0.5, noNaN: true }), (one, other, part) => {
        const seen = quantile(beta(one, other), part) + quantile(beta(other, one), 1 - part);
        // Nine digits of the whole.
        expect(Math.abs(seen - 1)).toBeLessThan(1e-9);
      }),
      { numRuns: 500 },
    );
  });
});

describe('draws by table', () => {
  const away = (given: Distribution, of: TailShape, score: number): number => {
    const column = Float64Array.of(score);
    samplerOf(given).turn(column);
    return Math.abs((column[0] ?? Number.NaN) - quantile(given, normalShare(score))) / of.sd;
  };
  // Above this score too few digits of the share are left to tell its quantile by.
  const score = fc.double({ min: -8, max: 4.5, noNaN: true });

  it('are the quantiles, to a billionth of the standard deviation', () => {
    fc.assert(
      fc.property(shape, shape, score, (one, other, at) => {
        expect(away(gamma(one), gammaShape(one), at)).toBeLessThan(1e-9);
        expect(away(beta(one, other), betaShape(one, other), at)).toBeLessThan(1e-9);
      }),
      { numRuns: 300 },
    );
  });

  it('are so at the corners of what is allowed', () => {
    const corners = [0.05, 1, 100_000];
    for (const one of corners)
      for (const other of corners)
        for (let at = -4.1; at < 4.2; at += 0.173)
          expect(away(beta(one, other), betaShape(one, other), at), `${one} ${other} ${at}`).toBeLessThan(
            1e-9,
          );
  });
});
