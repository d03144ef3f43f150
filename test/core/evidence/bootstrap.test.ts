import { describe, expect, it } from 'vitest';
import { bootstrap, jackknife, type Resample } from '../../../src/core/evidence/bootstrap.js';
import {
  bcaInterval,
  jackknifeAcceleration,
  percentileInterval,
} from '../../../src/core/evidence/bootstrap-interval.js';
import { type QuantileType, replicateQuantile } from '../../../src/core/evidence/replicate-quantile.js';
import { normalQuantile } from '../../../src/core/uncertainty/normal-quantile.js';
import { normalShare } from '../../../src/core/uncertainty/normal-share.js';
import { must, near } from './support.js';

const meanOf = (values: readonly number[], places: Resample): number =>
  places.reduce((sum, place) => sum + (values[place] ?? Number.NaN), 0) / places.length;

const OPTIONS = { seed: 7, name: 'effect', replicates: 4000 };

describe('resamples', () => {
  it('are of people of each group, as many as it has, each equally often', () => {
    const counts = [new Float64Array(3), new Float64Array(5)];
    bootstrap(
      [3, 5],
      (resamples) => {
        expect(resamples.map(({ length }) => length)).toEqual([3, 5]);
        resamples.forEach((places, group) => {
          for (const place of places) counts[group]![place]! += 1;
        });
        return 0;
      },
      OPTIONS,
    );
    for (const count of counts) {
      expect(count.reduce((sum, one) => sum + one, 0)).toBe(count.length * 4000);
      // Each place is drawn 4000 times on average; five standard deviations of that are about 310.
      for (const one of count) expect(Math.abs(one - 4000)).toBeLessThan(310);
    }
  });

  it('are the same for the same seed and name, and others for others', () => {
    const values = [3, 1, 4, 1, 5, 9, 2, 6];
    const draw = (seed: number, name: string) =>
      bootstrap([8], ([places]) => meanOf(values, places!), { seed, name, replicates: 20 }).values;
    expect(draw(1, 'a')).toEqual(draw(1, 'a'));
    expect(draw(1, 'a')).not.toEqual(draw(2, 'a'));
    expect(draw(1, 'a')).not.toEqual(draw(1, 'b'));
    expect(new Set(draw(1, 'a')).size).toBeGreaterThan(10);
  });

  it('have the spread of a mean', () => {
    const values = [3, 5, 7, 18, 43, 85, 91, 98, 100, 130, 230, 487];
    const { values: means } = bootstrap([12], ([places]) => meanOf(values, places!), OPTIONS);
    const mean = means.reduce((sum, one) => sum + one, 0) / means.length;
    const sd = Math.sqrt(means.reduce((sum, one) => sum + (one - mean) * (one - mean), 0) / means.length);
    // The error of the mean with the divisor n is 37.6; of 4000 resamples the error has about 1.1 % of itself.
    const expected =
      Math.sqrt(values.reduce((sum, one) => sum + (one - 1297 / 12) * (one - 1297 / 12), 0)) / 12;
    expect(Math.abs(sd / expected - 1)).toBeLessThan(0.06);
    expect(Math.abs(mean - 1297 / 12)).toBeLessThan(3);
  });

  it('that give no number are counted and left out', () => {
    let call = 0;
    const { values, failed } = bootstrap([2], () => [1, Number.NaN, 3, Infinity][call++] ?? 9, {
      ...OPTIONS,
      replicates: 5,
    });
    expect([...values]).toEqual([1, 3, 9]);
    expect(failed).toBe(2);
  });
});

describe('the jackknife', () => {
  it('leaves out each person in turn', () => {
    const left: number[][] = [];
    const values = jackknife(4, (places) => left.push([...places].sort()));
    expect(left).toEqual([
      [1, 2, 3],
      [0, 2, 3],
      [0, 1, 3],
      [0, 1, 2],
    ]);
    expect([...values]).toEqual([1, 2, 3, 4]);
  });

  it('of nobody and of one person', () => {
    expect([...jackknife(0, () => 1)]).toEqual([]);
    expect([...jackknife(1, ({ length }) => length)]).toEqual([0]);
  });

  it('has the acceleration of Σ L³ ÷ (6 (Σ L²)^1.5)', () => {
    // Mean 3: L is 2, 2, −1, −3; cubes 8 + 8 − 1 − 27 = −12, squares 18.
    near(
      must(jackknifeAcceleration(Float64Array.of(1, 1, 4, 6))).acceleration,
      -12 / (6 * 18 * Math.sqrt(18)),
    );
    expect(jackknifeAcceleration(Float64Array.of(2, 2))).toEqual({ refused: 'no-acceleration', values: {} });
    expect(jackknifeAcceleration(Float64Array.of(2, Number.NaN))).toEqual({
      refused: 'not-a-number',
      values: { what: 'jackknife', place: 2 },
    });
    expect(jackknifeAcceleration(Float64Array.of(Infinity))).toMatchObject({ values: { place: 1 } });
  });
});

describe('quantiles of replicates', () => {
  const of = (share: number, type: QuantileType) =>
    replicateQuantile(Float64Array.of(10, 20, 40, 80), share, type);

  it('of type 7 are at place 3p + 1', () => {
    expect([0, 0.5, 1].map((share) => of(share, 'type-7'))).toEqual([10, 30, 80]);
    near(of(0.9, 'type-7'), 40 + 0.7 * 40);
  });

  it('of type 6 are at place 5p, the outermost beyond the ends', () => {
    expect([0, 0.1, 0.2, 0.4, 0.5, 0.8, 0.9, 1].map((share) => of(share, 'type-6'))).toEqual([
      10, 10, 10, 20, 30, 80, 80, 80,
    ]);
    near(of(0.25, 'type-6'), 12.5);
  });

  it('of type 6 along normal quantiles meet it at whole places alone', () => {
    expect([0.1, 0.2, 0.4, 0.9].map((share) => of(share, 'type-6-normal'))).toEqual([10, 10, 20, 80]);
    const part = (normalQuantile(0.25) - normalQuantile(0.2)) / (normalQuantile(0.4) - normalQuantile(0.2));
    near(of(0.25, 'type-6-normal'), 10 + 10 * part);
    expect(Math.abs(part - 0.25)).toBeGreaterThan(0.01);
  });
});

describe('intervals of a bootstrap', () => {
  const column = (count: number) => Float64Array.from({ length: count }, (_, at) => count - at);

  it('by percentiles lie between two quantiles, whatever the order', () => {
    // Of 1 to 101, type 7 goes to place 100p + 1.
    const interval = must(percentileInterval(column(101)));
    near(interval.low, 3.5);
    near(interval.high, 98.5);
    expect(interval).toMatchObject({ level: 0.95, extreme: false });
    const half = must(percentileInterval(column(101), { level: 0.5, quantiles: 'type-6' }));
    near(half.low, 25.5);
    near(half.high, 76.5);
    expect(half).toMatchObject({ level: 0.5, shares: [0.25, 0.75] });
  });

  it('leave out what is no number', () => {
    const interval = must(percentileInterval(Float64Array.of(...column(101), Number.NaN, Infinity)));
    near(interval.high, 98.5);
    near(
      must(bcaInterval(Float64Array.of(...column(101), Number.NaN), 51, 0)).bias,
      normalQuantile(50 / 101),
    );
  });

  it('say where an end is the outermost replicate', () => {
    const extreme = (count: number, level: number) =>
      must(percentileInterval(column(count), { level })).extreme;
    expect([extreme(40, 0.95), extreme(39, 0.95), extreme(41, 0.95)]).toEqual([false, true, false]);
    // Skewed so that only the upper end is outermost.
    const skewed = must(bcaInterval(column(100), 95, 0, { level: 0.5 }));
    expect(skewed.shares[0]).toBeGreaterThan(0.01);
    expect(skewed.extreme).toBe(skewed.shares[1] > 0.99);
    expect(skewed.extreme).toBe(true);
    expect(must(bcaInterval(column(100), 6, 0, { level: 0.5 })).extreme).toBe(true);
  });

  it('corrected for nothing are those by percentiles', () => {
    // Half of 1 to 100 are below 50.5.
    const [bca, plain] = [must(bcaInterval(column(100), 50.5, 0)), must(percentileInterval(column(100)))];
    near(bca.low, plain.low);
    near(bca.high, plain.high);
    expect(bca).toMatchObject({ bias: 0, acceleration: 0, level: 0.95 });
  });

  it('are corrected for bias and skewness', () => {
    // 30 of 100 lie below the estimate.
    const interval = must(bcaInterval(column(100), 31, 0.1, { level: 0.9, quantiles: 'type-6' }));
    const bias = normalQuantile(0.3);
    near(interval.bias, bias);
    expect(interval.acceleration).toBe(0.1);
    [0.05, 0.95].forEach((end, at) => {
      const score = bias + normalQuantile(end);
      near(interval.shares[at], normalShare(bias + score / (1 - 0.1 * score)));
    });
    near(interval.low, replicateQuantile(column(100).sort(), interval.shares[0], 'type-6'));
    near(interval.high, replicateQuantile(column(100).sort(), interval.shares[1], 'type-6'));
  });

  it('do not exist where all replicates are on one side', () => {
    for (const estimate of [0, 1, 101]) {
      expect(bcaInterval(column(100), estimate, 0)).toEqual({ refused: 'bias-beyond-repair', values: {} });
    }
    expect(bcaInterval(column(100), 100, 0)).not.toHaveProperty('refused');
  });

  it('do not exist of one replicate, or at an impossible level', () => {
    const few = Float64Array.of(1, Number.NaN);
    expect(percentileInterval(few)).toEqual({ refused: 'no-replicates', values: {} });
    expect(bcaInterval(few, 1, 0)).toEqual({ refused: 'no-replicates', values: {} });
    expect(percentileInterval(Float64Array.of(1, 2))).toMatchObject({ level: 0.95 });
    for (const level of [0, 1]) {
      expect(percentileInterval(column(9), { level })).toMatchObject({ refused: 'out-of-range' });
      expect(bcaInterval(column(9), 5, 0, { level })).toMatchObject({ refused: 'out-of-range' });
    }
  });
});
