import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { summarise } from '../../src/core/statistics.js';
import { type Distribution, quantile } from '../../src/core/uncertainty/distribution.js';
import { gainOfKnowing } from '../../src/core/uncertainty/input-effects.js';
import { betaShapes, gammaShapes, logMoments, pertShapes } from '../../src/core/uncertainty/moments.js';
import { normalQuantile } from '../../src/core/uncertainty/normal-quantile.js';
import type { Uncertainty } from '../../src/core/uncertainty/uncertainty-result.js';
import { type File, row, valueMap, valueMapFile } from '../cases/files.js';

const folder = process.env['CONFORMANCE_DATA'];
if (folder === undefined)
  throw new Error('Set CONFORMANCE_DATA to the folder of published cases and test vectors.');

interface Vectors {
  ceac_small_constructed: { U: [number, number][]; p_best_strict: { 'int2>int1': number }; evpi: number };
  evpiAnalytic: { cases: { mu: number; sd: number; evpi: number; p_ce: number }[] };
  evppiLinear: { evpi: number; evppi_X1: number; evppi_X2: number };
  distributions: { momentMatching: Record<string, unknown>; quantiles: Record<string, unknown> };
  quantileTypes: { x: number[]; p: number[]; types: Record<string, number[]> };
  sobolAnalytic: {
    linear: { c: number[]; sd: number[]; S1: number[] };
    product: { m: number[]; s: number[]; S1: number[] };
  };
}

const vectors = JSON.parse(readFileSync(join(folder, 'test-vectors', 'uncertainty.json'), 'utf8')) as Vectors;

/** Nine digits, as printed and better. */
const RELATIVE = 1e-9;
const near = (one: number | null | undefined, other: number): void =>
  expect(Math.abs((one ?? Number.NaN) - other)).toBeLessThanOrEqual(RELATIVE * Math.abs(other));

describe('distributions', () => {
  const moments = vectors.distributions.momentMatching as Record<string, number[]>;

  it.each<[string, readonly number[]]>([
    ['beta_mean.3_sd.1', Object.values(betaShapes({ mean: 0.3, sd: 0.1 }))],
    ['beta_mean.5_sd.2', Object.values(betaShapes({ mean: 0.5, sd: 0.2 }))],
    ['gamma_mean1000_sd250_shape_scale', Object.values(gammaShapes({ mean: 1000, sd: 250 }))],
    ['gamma_mean100_sd100', Object.values(gammaShapes({ mean: 100, sd: 100 }))],
    ['lognormal_mean100_sd30_mu_sigma', Object.values(logMoments({ mean: 100, sd: 30 }))],
    ['lognormal_mean1_sd3', Object.values(logMoments({ mean: 1, sd: 3 }))],
  ])('%s have the parameters of their moments', (name, found) => {
    expect(found.length).toBe(moments[name]?.length);
    found.forEach((value, at) => near(value, moments[name]?.[at] ?? Number.NaN));
  });

  it('PERT has the shapes of its three points', () => {
    const { alpha, beta } = moments['pert_10_20_60_lambda4'] as unknown as { alpha: number; beta: number };
    const found = pertShapes({ low: 10, mode: 20, high: 60 });
    near(found.alpha, alpha);
    near(found.beta, beta);
  });

  const ends: readonly [Distribution, string][] = [
    [{ distribution: 'beta', alpha: 2, beta: 5 }, 'beta_2_5'],
    [{ distribution: 'beta', alpha: 6, beta: 14 }, 'beta_6_14'],
    [{ distribution: 'gamma', shape: 16, scale: 62.5 }, 'gamma_16_62.5'],
    [{ distribution: 'lognormal', mean: 100, sd: 30 }, 'lognorm_100_30'],
  ];
  it.each(ends)('%j have the quantiles of %s', (distribution, name) => {
    const expected = vectors.distributions.quantiles[name] as number[];
    [0.025, 0.5, 0.975].forEach((share, at) =>
      near(quantile(distribution, share), expected[at] ?? Number.NaN),
    );
  });

  it.each<[Distribution, string]>([
    [{ distribution: 'pert', low: 10, mode: 20, high: 60 }, 'pert_check_scipy'],
    [{ distribution: 'triangular', low: 10, mode: 20, high: 60 }, 'triangular_check_scipy'],
  ])('%j have the quantiles of %s', (distribution, name) => {
    const expected = moments[name] as unknown as Record<string, number>;
    near(quantile(distribution, 0.05), expected['q05'] ?? Number.NaN);
    near(quantile(distribution, 0.5), expected['q50'] ?? expected['median'] ?? Number.NaN);
    near(quantile(distribution, 0.95), expected['q95'] ?? Number.NaN);
  });

  it('of the normal score', () => {
    near(normalQuantile(0.975), vectors.distributions.quantiles['norm_ppf_.975'] as number);
    near(normalQuantile(0.95), vectors.distributions.quantiles['norm_ppf_.95'] as number);
  });
});

it('quantiles of draws are of type 7', () => {
  const { x, p, types } = vectors.quantileTypes;
  const summary = summarise(Float64Array.from(x));
  p.forEach((share, at) => near(summary.quantile(share), types['type7']?.[at] ?? Number.NaN));
});

describe('a choice of two in four draws', () => {
  const { U, p_best_strict, evpi } = vectors.ceac_small_constructed;
  const gain = Float64Array.from(U, ([one, other]) => other - one);
  const summary = summarise(gain);
  const { mean } = summary;

  it('a tie is no gain', () => expect(summary.shareAbove(0)).toBe(p_best_strict['int2>int1']));
  it('to know all beforehand is worth what it says', () =>
    near(
      gainOfKnowing(
        gain.map((value) => value - mean),
        mean,
      ),
      evpi,
    ));
});

/** A value map of normal quantities, each with a price, and a fixed sum beside them. */
function net(
  fixed: number,
  parts: readonly { readonly sd: number; readonly price: number; readonly mean?: number }[],
  draws: number,
) {
  const rows = parts.map(({ price, mean = 0 }, at) => row(`X${at}`, mean, price));
  const inputs = Object.fromEntries(
    parts.map(({ sd, mean = 0 }, at) => [`outcomes.X${at}.quantity`, { distribution: 'normal', mean, sd }]),
  );
  return worked(valueMapFile({ discounting: 'none' }, [], [row('F', 1, fixed), ...rows]), inputs, draws);
}

function worked(file: File, inputs: File, draws: number) {
  const result = valueMap({ ...file, uncertainty: { draws, inputs } });
  if (!result.uncertainty) throw new Error('nothing was drawn');
  return { uncertainty: result.uncertainty, interval: result.npvInterval };
}

const effect = ({ inputs }: Uncertainty, input: string) => inputs.find((one) => one.input === input);

describe('the value of information', () => {
  const draws = 200_000;

  it.each(vectors.evpiAnalytic.cases)(
    'of all, with mean $mu and standard deviation $sd',
    ({ mu, sd, evpi, p_ce }) => {
      const { uncertainty, interval } = net(0, [{ mean: mu, sd, price: 1 }], draws);
      // Five standard errors: of the mean, of which no more than all is passed on, and of a share.
      expect(Math.abs((uncertainty.valueOfInformation.total ?? NaN) - evpi)).toBeLessThan(
        (5 * sd) / Math.sqrt(draws),
      );
      expect(Math.abs((interval?.probabilityAboveZero ?? NaN) - p_ce)).toBeLessThan(
        5 * Math.sqrt(0.25 / draws),
      );
    },
  );

  it('of each part of a sum', () => {
    const { evpi, evppi_X1, evppi_X2 } = vectors.evppiLinear;
    const { uncertainty } = net(
      100,
      [
        { sd: 1, price: 300 },
        { sd: 1, price: 400 },
      ],
      draws,
    );
    // Single inputs are worked out from the first hundred thousand draws; the mean of all, standard deviation 500,
    // passes on less than half of its error, that of the parts less than one: five standard errors.
    const slack = (5 * 500 * 0.5) / Math.sqrt(uncertainty.valueOfInformation.drawsUsed);
    expect(uncertainty.valueOfInformation.drawsUsed).toBe(100_000);
    expect(Math.abs((uncertainty.valueOfInformation.total ?? NaN) - evpi)).toBeLessThan(slack);
    for (const [input, expected] of [
      ['X0', evppi_X1],
      ['X1', evppi_X2],
    ] as const)
      expect(
        Math.abs((effect(uncertainty, `outcomes.${input}.quantity`)?.valueOfInformation ?? NaN) - expected),
      ).toBeLessThan(slack);
  });
});

describe('shares of variance', () => {
  const draws = 100_000;
  /** Five standard errors of the share of a sample variance, √2 ÷ √draws of it at the most. */
  const slack = (5 * Math.SQRT2) / Math.sqrt(draws);

  it('of a sum', () => {
    const { c, sd, S1 } = vectors.sobolAnalytic.linear;
    const { uncertainty } = net(
      0,
      c.map((price, at) => ({ price, sd: sd[at] ?? NaN })),
      draws,
    );
    S1.forEach((expected, at) =>
      expect(
        Math.abs((effect(uncertainty, `outcomes.X${at}.quantity`)?.varianceShare ?? NaN) - expected),
      ).toBeLessThan(slack),
    );
  });

  it('of a product', () => {
    const { m, s, S1 } = vectors.sobolAnalytic.product;
    const [quantity, price] = [m[0] ?? NaN, m[1] ?? NaN];
    const { uncertainty } = worked(
      valueMapFile({ discounting: 'none' }, [], [row('X', quantity, price)]),
      {
        'outcomes.X.quantity': { distribution: 'normal', mean: quantity, sd: s[0] },
        'outcomes.X.proxy': { distribution: 'normal', mean: price, sd: s[1] },
      },
      draws,
    );
    ['quantity', 'proxy'].forEach((field, at) =>
      expect(
        Math.abs((effect(uncertainty, `outcomes.X.${field}`)?.varianceShare ?? NaN) - (S1[at] ?? NaN)),
      ).toBeLessThan(slack),
    );
  });
});
