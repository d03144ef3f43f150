import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { result, type File, valueMap } from '../../cases/files.js';
import { correlation, mapOf, simulated } from './simulated.js';

const name = (row: string): string => `outcomes.${row}.quantity`;
const pert = { distribution: 'pert', low: 1, mode: 2, high: 5 };
const uniform = { distribution: 'uniform', low: 0, high: 1 };
const discrete = { distribution: 'discrete', values: [1, 2, 3], weights: [1, 1, 1] };
const inputs = { [name('A')]: pert, [name('B')]: uniform, [name('C')]: discrete };
const proxies = { A: 100, B: 200, C: 300, D: 400 };

describe('streams of inputs', () => {
  it('are not changed by another input, in a group or outside', () => {
    const before = simulated(mapOf(proxies, { draws: 500, inputs }));
    const after = simulated(
      mapOf(proxies, {
        draws: 500,
        inputs: { ...inputs, [name('D')]: { distribution: 'normal', mean: 1, sd: 1 } },
      }),
    );
    for (const row of ['A', 'B', 'C']) expect(after.input(name(row))).toEqual(before.input(name(row)));
  });

  it('are the first of longer ones', () => {
    const few = simulated(mapOf(proxies, { draws: 100, inputs })).figure('npv');
    const many = simulated(mapOf(proxies, { draws: 3_000, inputs })).figure('npv');
    expect(many.subarray(0, 100)).toEqual(few);
  });

  it('give the same figures where there are too many to hold', () => {
    const rows = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`R${at}`, at + 1]));
    const ranged = Object.fromEntries(Object.keys(rows).map((row) => [name(row), pert]));
    const few = simulated(mapOf(rows, { draws: 1_000, inputs: ranged })).figure('npv');
    const many = simulated(mapOf(rows, { draws: 1_000_000, inputs: ranged })).figure('npv');
    expect(many.subarray(0, 1_000)).toEqual(few);
  });

  it('give the same bytes twice', () => {
    const groups = [{ id: 'g', inputs: [name('A'), name('B')], against: [name('C')], correlation: 0.4 }];
    const file = mapOf(proxies, { draws: 500, inputs, groups });
    expect(JSON.stringify(result(file))).toBe(JSON.stringify(result(structuredClone(file))));
  });

  it('do not depend on the order of ranges in the file', () => {
    const turned = Object.fromEntries(Object.entries(inputs).reverse());
    const [one, other] = [inputs, turned].map((ranges) =>
      valueMap(mapOf(proxies, { draws: 500, inputs: ranges })),
    );
    expect(one?.uncertainty).toEqual(other?.uncertainty);
    expect(one?.interval).toEqual(other?.interval);
  });
});

describe('groups', () => {
  const draws = 40_000;
  const grouped = (r: number, more: File = {}) =>
    simulated(
      mapOf(proxies, {
        draws,
        inputs: { ...inputs, [name('D')]: pert, ...more },
        groups: [{ id: 'g', inputs: [name('A'), name('B')], against: [name('C')], correlation: r }],
      }),
    );

  it.each([0.1, 0.5, 0.9, 1])('reach their correlation, %s', (r) => {
    const drawn = grouped(r);
    // Five standard errors of a correlation of normal scores, and what rounding leaves of none.
    const near = (5 * (1 - r * r)) / Math.sqrt(draws) + 1e-9;
    expect(Math.abs(correlation(drawn.score(name('A')), drawn.score(name('B'))) - r)).toBeLessThan(near);
    expect(Math.abs(correlation(drawn.score(name('A')), drawn.score(name('C'))) + r)).toBeLessThan(near);
    expect(Math.abs(correlation(drawn.score(name('A')), drawn.score(name('D'))))).toBeLessThan(
      5 / Math.sqrt(draws),
    );
  });

  it('keep each distribution as it is', () => {
    const drawn = grouped(0.7);
    const column = drawn.input(name('B'));
    const mean = column.reduce((sum, value) => sum + value, 0) / draws;
    // Five standard errors of the mean of a uniform number.
    expect(Math.abs(mean - 0.5)).toBeLessThan(5 / Math.sqrt(12 * draws));
    const twos = drawn.input(name('C')).filter((value) => value === 2).length / draws;
    expect(Math.abs(twos - 1 / 3)).toBeLessThan(5 * Math.sqrt(2 / 9 / draws));
  });

  it('of correlation 1 are one guess: the largest of one in the draw of the largest of the other', () => {
    const drawn = grouped(1);
    const order = (column: Float64Array) =>
      [...column.keys()].sort((one, other) => (column[one] ?? 0) - (column[other] ?? 0));
    expect(order(drawn.input(name('A'))).slice(0, 100)).toEqual(order(drawn.input(name('B'))).slice(0, 100));
    const lowest = order(drawn.input(name('A')))[0] ?? 0;
    expect(drawn.input(name('C'))[lowest]).toBe(3);
  });

  it('are not changed by a further member', () => {
    const file = (members: readonly string[]) =>
      simulated(
        mapOf(proxies, {
          draws: 300,
          inputs: { ...inputs, [name('D')]: pert },
          groups: [{ id: 'g', inputs: members.map(name), correlation: 0.5 }],
        }),
      );
    const [two, three] = [file(['A', 'B']), file(['A', 'B', 'D'])];
    for (const row of ['A', 'B', 'C']) expect(three.input(name(row))).toEqual(two.input(name(row)));
  });

  it('widen the interval of a sum, and narrow it where they go against each other', () => {
    const spread = (groups: readonly File[]) => {
      const { interval } = valueMap(
        mapOf({ A: 100, D: 100 }, { inputs: { [name('A')]: pert, [name('D')]: pert }, groups }),
      );
      return (interval?.p95 ?? 0) - (interval?.p5 ?? 0);
    };
    const [a, d] = [name('A'), name('D')];
    const alone = spread([]);
    expect(spread([{ id: 'g', inputs: [a, d], correlation: 0.8 }])).toBeGreaterThan(1.2 * alone);
    expect(spread([{ id: 'g', inputs: [a], against: [d], correlation: 0.8 }])).toBeLessThan(0.7 * alone);
  });
});

describe('intervals', () => {
  it('widen when a distribution does', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 5, noNaN: true }),
        fc.double({ min: 1.05, max: 3, noNaN: true }),
        fc.constantFrom('triangular', 'pert', 'uniform'),
        (half, wider, kind) => {
          const spread = (reach: number): number => {
            const range = { distribution: kind, low: 10 - reach, high: 10 + reach };
            const { interval } = valueMap(
              mapOf(proxies, {
                draws: 400,
                inputs: { [name('A')]: kind === 'uniform' ? range : { ...range, mode: 10 } },
              }),
            );
            return (interval?.p95 ?? 0) - (interval?.p5 ?? 0);
          };
          expect(spread(half * wider)).toBeGreaterThan(spread(half));
        },
      ),
      { numRuns: 25 },
    );
  });

  it('are the point estimate, to the last bit, where every range is a single value', () => {
    const fixed = {
      [name('A')]: { distribution: 'discrete', values: [1, 7], weights: [1, 0] },
      [name('B')]: { distribution: 'draws', values: [1, 1, 1] },
    };
    const odd = { A: 0.1, B: 100 / 3 };
    const found = valueMap(mapOf(odd, { inputs: fixed }, {}, 0.7));
    const { ratio, npv, interval, npvInterval, uncertainty } = found;
    for (const key of ['mean', 'median', 'p2_5', 'p5', 'p95', 'p97_5'] as const) {
      expect(interval?.[key]).toBe(ratio);
      expect(npvInterval?.[key]).toBe(npv);
    }
    expect(interval?.standardError).toBe(0);
    expect(uncertainty?.valueOfInformation.total).toBe(0);
    expect(uncertainty?.convergence).toEqual({ standardErrorOfMeanRelative: 0, converged: true });
    expect(uncertainty?.histogram?.counts).toEqual([10_000]);
  });
});
