import { describe, expect, it } from 'vitest';
import { drawerOf, scoresOf } from '../../../src/core/uncertainty/draw.js';
import type { Distribution } from '../../../src/core/uncertainty/distribution.js';
import { gainOfKnowing, inputEffects } from '../../../src/core/uncertainty/input-effects.js';
import { samplerOf } from '../../../src/core/uncertainty/sampler.js';
import type { GroupPlace } from '../../../src/core/uncertainty/draw.js';

const DRAWS = 20_000;

interface Source {
  readonly distribution: Distribution;
  readonly group?: GroupPlace;
}

/** The effects of inputs on a figure that is worked out draw by draw. */
function effects(
  sources: readonly Source[],
  figure: (...numbers: number[]) => number,
  seed = 1,
  draws = DRAWS,
) {
  const columns = sources.map(({ distribution, group }, at) => {
    const column = new Float64Array(draws);
    drawerOf(seed, `x${at}`, samplerOf(distribution), group)(column);
    return column;
  });
  const net = Float64Array.from({ length: draws }, (_, draw) =>
    figure(...columns.map((column) => column[draw] ?? Number.NaN)),
  );
  const found = inputEffects(
    net,
    sources.map(({ distribution, group }, at) => ({
      grouped: group !== undefined,
      stepped: distribution.distribution === 'discrete',
      numbers: (column: Float64Array) => column.set(columns[at] ?? []),
      scores: (column: Float64Array) => scoresOf(seed, `x${at}`, group)(column),
    })),
  );
  return {
    shares: found.effects.map(({ variance }) => variance / found.variance),
    worths: found.effects.map(({ valueOfInformation }) => valueOfInformation),
  };
}

const normal = (mean: number, sd: number): Source => ({ distribution: { distribution: 'normal', mean, sd } });
const uniform = (low: number, high: number): Source => ({
  distribution: { distribution: 'uniform', low, high },
});

describe('shares of variance', () => {
  it('of a sum are exact but for the sample of its parts, whatever their distributions', () => {
    const sources = [
      normal(1, 2),
      uniform(0, Math.sqrt(12)),
      { distribution: { distribution: 'beta', alpha: 0.1, beta: 0.1 } },
      { distribution: { distribution: 'lognormal', mean: 1, sd: 1 } },
      { distribution: { distribution: 'discrete', values: [0, 1], weights: [1, 1] } },
    ] as const;
    const { shares } = effects(sources, (a, b, c, d, e) => a + b + c + d + e);
    const variances = [4, 1, 0.25 / 1.2, 1, 0.25];
    const all = variances.reduce((sum, value) => sum + value, 0);
    // Five standard errors of a share: those of the sample variances, the tail of the lognormal part the longest.
    variances.forEach((variance, at) =>
      expect(Math.abs((shares[at] ?? 0) - variance / all)).toBeLessThan(0.03),
    );
    // What the sample covariances of ten pairs leave out of the sum: five standard errors again.
    expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1)).toBeLessThan(0.03);
  });

  it('of what bends are found', () => {
    // z² has no straight part; with z beside it, the shares are 2 to 1.
    const { shares } = effects([normal(0, 1), normal(0, 1)], (a, b) => a * a + b);
    expect(Math.abs((shares[0] ?? 0) - 2 / 3)).toBeLessThan(0.03);
    expect(Math.abs((shares[1] ?? 0) - 1 / 3)).toBeLessThan(0.03);
  });

  it('are 0 for inputs that do nothing, a hundred of them', () => {
    const idle = Array.from({ length: 100 }, () => normal(0, 1));
    const { shares, worths } = effects([normal(0, 1), ...idle], (a) => a * a * a - 0.1, 3, 2_000);
    expect(shares.slice(1)).toEqual(idle.map(() => 0));
    expect(worths.slice(1)).toEqual(idle.map(() => 0));
    expect(worths[0]).toBeGreaterThan(0);
  });

  it('leave out what two do together', () => {
    const { shares } = effects([normal(0, 1), normal(0, 1)], (a, b) => a * b);
    expect(shares).toEqual([0, 0]);
  });

  it('of a group overlap: each explains what it shares with the other', () => {
    const group = { id: 'g', correlation: 0.5, against: false };
    const { shares } = effects(
      [{ ...normal(0, 1), group }, { ...normal(0, 1), group }, normal(0, 1)],
      (a, b, c) => a + b + c,
    );
    // Var(a + b + c) = 4; E[a + b | a] = 1.5 a.
    for (const share of shares.slice(0, 2)) expect(Math.abs(share - 2.25 / 4)).toBeLessThan(0.03);
    expect(Math.abs((shares[2] ?? 0) - 1 / 4)).toBeLessThan(0.02);
  });

  it('are those of means by value where an input takes few', () => {
    const steps: Source = {
      distribution: { distribution: 'discrete', values: [1, 2, 3, 4], weights: [1, 1, 1, 1] },
    };
    // Neither straight nor smooth: 1 at 2 and 4, else 0; variance ¼ of 1¼.
    const { shares } = effects([steps, normal(0, 1)], (a, b) => (a % 2 === 0 ? 1 : 0) + b);
    expect(Math.abs((shares[0] ?? 0) - 0.2)).toBeLessThan(0.01);
  });
});

describe('what knowing is worth', () => {
  it('is nothing, exactly, where no draw changes the decision', () => {
    expect(gainOfKnowing(Float64Array.of(-1, 0, 1), 2)).toBe(0);
    expect(gainOfKnowing(Float64Array.of(-1, 0, 1), -2)).toBe(0);
  });

  it('is what is saved by not running at a loss, or won by running after all', () => {
    expect(gainOfKnowing(Float64Array.of(-3, 3), 1)).toBe(1);
    expect(gainOfKnowing(Float64Array.of(-3, 3), -1)).toBe(1);
  });

  it('of one of two is less than of both, and more than nothing', () => {
    const { worths } = effects([normal(0, 1), normal(0, 2)], (a, b) => a + b);
    const [one = 0, other = 0] = worths;
    // sd ÷ √(2π); five standard errors of the mean of a sum with a standard deviation of √5.
    const slack = (5 * Math.sqrt(5)) / Math.sqrt(DRAWS);
    expect(Math.abs(one - 1 / Math.sqrt(2 * Math.PI))).toBeLessThan(slack);
    expect(Math.abs(other - 2 / Math.sqrt(2 * Math.PI))).toBeLessThan(slack);
    expect(one).toBeLessThan(other);
  });
});
