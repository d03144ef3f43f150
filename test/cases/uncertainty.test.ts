import { describe, expect, it } from 'vitest';
import type { DrawnInput, Uncertainty } from '../../src/core/uncertainty/uncertainty-result.js';
import type { Result } from '../../src/core/result.js';
import { account, type File, referenceCareers, row, valueMap, valueMapFile } from './files.js';

function map(evidence: File, uncertainty?: File, rows: File = {}): File {
  return {
    ...valueMapFile(
      { discounting: 'none' },
      [{ id: 'I', value: 500 }],
      [row('A', 10, 100, { deadweight: 0.2, ...rows }), row('B', 10, 20)],
    ),
    evidence,
    ...(uncertainty && { uncertainty }),
  };
}

const QUANTITY = 'outcomes.A.quantity';
const DEADWEIGHT = 'outcomes.A.deadweight';

function drawn(file: File): Uncertainty {
  const { uncertainty } = valueMap(file);
  if (!uncertainty) throw new Error('nothing was drawn');
  return uncertainty;
}

const input = ({ inputs }: Uncertainty, name: string): DrawnInput | undefined =>
  inputs.find((one) => one.input === name);

const said = ({ problems }: Result, code: string) => problems.filter((one) => one.code === code);

describe('where nothing has a range', () => {
  it('nothing is drawn, and it says so', () => {
    const result = valueMap(map({ [QUANTITY]: { source: 'x', standing: 'borrowed' } }));
    expect([result.uncertainty, result.interval, result.npvInterval]).toEqual([null, null, null]);
    expect(said(result, 'no-range')).toHaveLength(1);
    expect(said(result, 'fixed-inputs')).toEqual([]);
  });

  it('what nobody knows and cannot be moved is said all the same', () => {
    const result = valueMap(map({ [QUANTITY]: { standing: 'unknown' } }, undefined, { quantity: 0 }));
    expect(result.uncertainty).toBeNull();
    expect(said(result, 'nobody-knows-unmoved').map(({ path }) => path)).toEqual(['/outcomes/0/quantity']);
  });
});

describe('default ranges', () => {
  it.each([
    [1, 0.02],
    [2, 0.05],
    [3, 0.1],
    [4, 0.15],
    [5, 0.2],
    [6, 0.25],
  ])('of grade %i go %s of the number either way, and name their source', (grade, half) => {
    const uncertainty = drawn(map({ [QUANTITY]: { grade } }));
    const found = input(uncertainty, QUANTITY);
    expect(found).toMatchObject({ basis: 'grade', grade, borrowed: false });
    if (found?.distribution.distribution !== 'triangular') throw new Error('not triangular');
    const { low, mode, high } = found.distribution;
    expect(mode).toBe(10);
    // What one multiplication and one sum lose.
    expect(Math.abs(low - 10 * (1 - half))).toBeLessThan(1e-14);
    expect(Math.abs(high - 10 * (1 + half))).toBeLessThan(1e-14);
    expect(uncertainty.defaultRanges).toMatchObject({ verified: false });
  });

  it('stay within a share, at either end', () => {
    const range = (deadweight: number, grade: number) =>
      input(drawn(map({ [DEADWEIGHT]: { grade } }, undefined, { deadweight })), DEADWEIGHT)?.distribution;
    expect(range(0.9, 6)).toMatchObject({ low: 0.675, mode: 0.9, high: 1 });
    expect(range(1, 6)).toMatchObject({ low: 0.75, mode: 1, high: 1 });
  });

  it('of 0 are 0: the number stays, and is listed', () => {
    const file = map({ [DEADWEIGHT]: { grade: 6 }, [QUANTITY]: { grade: 2 } }, undefined, { deadweight: 0 });
    const result = valueMap(file);
    expect(result.uncertainty?.inputs.map((one) => one.input)).toEqual([QUANTITY]);
    expect(result.uncertainty?.unmoved).toEqual([DEADWEIGHT]);
    expect(said(result, 'default-range-of-zero')[0]?.values).toMatchObject({ count: 1 });
  });

  it('turn with the sign of the number', () => {
    const uncertainty = drawn(map({ [QUANTITY]: { grade: 3 } }, undefined, { quantity: -10 }));
    expect(input(uncertainty, QUANTITY)?.distribution).toMatchObject({ low: -11, mode: -10, high: -9 });
  });

  it('make no effect last longer than the file says', () => {
    const name = 'outcomes.A.durationYears';
    const range = (durationYears: number) =>
      input(drawn(map({ [name]: { grade: 6 } }, undefined, { durationYears })), name)?.distribution;
    expect(range(4)).toMatchObject({ low: 3, mode: 4, high: 4 });
    expect(range(2.5)).toMatchObject({ low: 1.875, mode: 2.5, high: 3 });
  });

  it('give way to a range of the file', () => {
    const own = { distribution: 'uniform', low: 9, high: 11 };
    const result = valueMap(map({ [QUANTITY]: { grade: 6 } }, { inputs: { [QUANTITY]: own } }));
    expect(result.uncertainty?.inputs).toHaveLength(1);
    expect(result.uncertainty?.inputs[0]).toMatchObject({ basis: 'given', distribution: own });
    expect(result.uncertainty?.inputs[0]).not.toHaveProperty('grade');
    expect(result.uncertainty?.defaultRanges).toBeNull();
    expect(said(result, 'default-range')).toEqual([]);
  });

  it('are never taken by shares of a whole', () => {
    const file = referenceCareers(
      {},
      {
        evidence: {
          'services.prison.paidBy.justice': { grade: 6 },
          'careers.typical.work.contributionsTo.treasury': { grade: 6, standing: 'unknown' },
          'careers.typical.successShare': { grade: 3 },
        },
      },
    );
    const result = account(file);
    expect(result.uncertainty?.inputs.map((one) => one.input)).toEqual(['careers.typical.successShare']);
    expect(result.uncertainty?.unmoved).toEqual(['careers.typical.work.contributionsTo.treasury']);
  });

  it('of a parameter that is a share stay within it', () => {
    const file = {
      ...map({ 'parameters.anyway': { grade: 6 } }, undefined, { deadweight: { of: 'anyway' } }),
      parameters: { anyway: { value: 0.9 } },
    };
    expect(input(drawn(file), 'parameters.anyway')?.distribution).toMatchObject({ high: 1 });
  });

  it('are named in the result, and what is fixed is counted', () => {
    const result = valueMap(map({ [QUANTITY]: { grade: 3 }, [DEADWEIGHT]: { grade: 3 } }));
    const [ranges] = said(result, 'default-range');
    expect(ranges?.severity).toBe('information');
    expect(ranges?.values).toMatchObject({ count: 2 });
    expect(ranges?.message).toContain('deadweight of “outcome A”');
    // Two rows of six numbers (none of one year has a drop-off) and one input, less the two that are drawn.
    expect(said(result, 'fixed-inputs')[0]?.values).toEqual({ count: 11 });
    expect(result.uncertainty?.fixedInputs).toBe(11);
  });
});

describe('what nobody knows', () => {
  it('is drawn over all a share can be, or half to one and a half, whatever the grade', () => {
    const result = valueMap(
      map({ [QUANTITY]: { standing: 'unknown', grade: 1 }, [DEADWEIGHT]: { standing: 'unknown' } }),
    );
    const { uncertainty } = result;
    if (!uncertainty) throw new Error('nothing was drawn');
    expect(input(uncertainty, QUANTITY)).toMatchObject({
      basis: 'unknown',
      distribution: { distribution: 'uniform', low: 5, high: 15 },
    });
    expect(input(uncertainty, DEADWEIGHT)?.distribution).toEqual({
      distribution: 'uniform',
      low: 0,
      high: 1,
    });
    expect(uncertainty.defaultRanges).toBeNull();
    expect(said(result, 'nobody-knows').map(({ path, severity }) => [path, severity])).toEqual([
      ['/outcomes/0/deadweight', 'warning'],
      ['/outcomes/0/quantity', 'warning'],
    ]);
  });

  it('is drawn over all a share can be where it was taken as none', () => {
    const uncertainty = drawn(map({ [DEADWEIGHT]: { standing: 'unknown' } }, undefined, { deadweight: 0 }));
    expect(input(uncertainty, DEADWEIGHT)?.distribution).toMatchObject({ low: 0, high: 1 });
  });

  it('is no longer “not assessed”: it counts half way, with a warning in place of the error', () => {
    const result = valueMap(map({ [DEADWEIGHT]: { standing: 'unknown' } }, undefined, { deadweight: null }));
    expect(said(result, 'not-assessed')).toEqual([]);
    expect(said(result, 'nobody-knows')).toHaveLength(1);
    expect(result.assumptions.find((one) => one.input === DEADWEIGHT)).toMatchObject({
      value: 0.5,
      standing: 'unknown',
      assessed: true,
    });
    expect(result.ratio).toBe((1000 * 0.5 + 200) / 500);
  });
});

describe('mostly assumption', () => {
  const wide = { distribution: 'uniform', low: 5, high: 15 };
  const narrow = { distribution: 'uniform', low: 9.9, high: 10.1 };

  it('says so, and gives no probability anywhere', () => {
    const result = valueMap(map({ [QUANTITY]: { standing: 'unknown' } }));
    expect(result.uncertainty).toMatchObject({
      borrowedShare: 1,
      mostlyAssumption: true,
      acceptability: null,
      payers: null,
    });
    expect(result.interval?.probabilityAboveOne).toBeNull();
    expect(result.npvInterval?.probabilityAboveZero).toBeNull();
    expect(result.interval?.p5).not.toBeNull();
    expect(said(result, 'mostly-assumption').map(({ severity }) => severity)).toEqual(['warning']);
    expect(JSON.stringify({ ...result, assessment: null, problems: [] })).not.toMatch(
      /"probability[^"]*":[\d]/,
    );
  });

  it('also in an account, for every actor', () => {
    const result = account(
      referenceCareers({}, { evidence: { 'careers.typical.successShare': { grade: 5 } } }),
    );
    expect(result.uncertainty?.mostlyAssumption).toBe(true);
    for (const interval of Object.values(result.interval?.actors ?? {}))
      expect(interval.probabilityAboveZero).toBeNull();
    expect(result.interval?.publicNet.probabilityAboveZero).toBeNull();
  });

  it('counts a range that is borrowed', () => {
    const uncertainty = { inputs: { [QUANTITY]: wide } };
    expect(drawn(map({ [QUANTITY]: { standing: 'borrowed' } }, uncertainty)).mostlyAssumption).toBe(true);
    expect(drawn(map({ [QUANTITY]: { standing: 'own' } }, uncertainty)).mostlyAssumption).toBe(false);
    expect(drawn(map({}, uncertainty)).borrowedShare).toBe(0);
  });

  it('is a matter of variance, not of how many', () => {
    const evidence = {
      [QUANTITY]: { standing: 'borrowed' },
      'outcomes.B.quantity': { grade: 1 },
      'outcomes.B.proxy': { grade: 1 },
    };
    const known = { [DEADWEIGHT]: { distribution: 'uniform', low: 0, high: 0.6 } };
    const little = drawn(map(evidence, { inputs: { ...known, [QUANTITY]: narrow } }));
    expect(little.mostlyAssumption).toBe(false);
    expect(little.borrowedShare).toBeGreaterThan(0);
    expect(little.borrowedShare).toBeLessThan(0.01);
    expect(drawn(map(evidence, { inputs: { ...known, [QUANTITY]: wide } })).mostlyAssumption).toBe(true);
  });

  it('is the share of two variances: V_a ÷ (V_a + V_k)', () => {
    // 80 × a uniform number of width 10, against 1000 × one of width 0.4.
    const evidence = { [QUANTITY]: { standing: 'borrowed' } };
    const inputs = { [QUANTITY]: wide, [DEADWEIGHT]: { distribution: 'uniform', low: 0, high: 0.4 } };
    const { borrowedShare } = drawn(map(evidence, { draws: 100_000, inputs }));
    // Five standard errors of a share of two sample variances of uniform numbers.
    expect(Math.abs((borrowedShare ?? 0) - 640_000 / (640_000 + 160_000))).toBeLessThan(5 * 0.002);
  });
});

describe('probabilities', () => {
  const file = map(
    {},
    { draws: 100_000, inputs: { [QUANTITY]: { distribution: 'uniform', low: 0, high: 10 } } },
  );

  it('of the ratio fall along a curve that holds 1', () => {
    const { acceptability } = drawn(file);
    const thresholds = acceptability?.map(({ threshold }) => threshold) ?? [];
    expect(thresholds).toContain(1);
    expect([...thresholds].sort((one, other) => one - other)).toEqual(thresholds);
    expect(thresholds.length).toBeGreaterThan(15);
    expect(thresholds.length).toBeLessThan(40);
    for (const { threshold, probability } of acceptability ?? []) {
      // The ratio is (80 q + 200) ÷ 500 with q uniform from 0 to 10; five standard errors of a share.
      const exact = Math.min(1, Math.max(0, 1 - (500 * threshold - 200) / 800));
      expect(Math.abs((probability ?? NaN) - exact)).toBeLessThan(5 * Math.sqrt(0.25 / 100_000));
    }
  });

  it('of the net result being above nothing are those of the ratio being above 1', () => {
    const { interval, npvInterval } = valueMap(file);
    expect(npvInterval?.probabilityAboveZero).toBe(interval?.probabilityAboveOne);
  });

  it('that each who pays gains, in an account', () => {
    const result = account(
      referenceCareers(
        {},
        {
          headlineHorizon: 5,
          uncertainty: {
            inputs: { 'careers.typical.successShare': { distribution: 'uniform', low: 0.2, high: 0.9 } },
          },
          programmeCost: [
            { paidBy: 'municipality', perEntrant: 200_000, time: 0, source: 'x' },
            { paidBy: 'justice', perEntrant: 250_000, time: 0, source: 'x' },
          ],
        },
      ),
    );
    const { payers } = result.uncertainty ?? {};
    expect(Object.keys(payers ?? {})).toEqual(['justice', 'municipality']);
    for (const [payer, probability] of Object.entries(payers ?? {})) {
      expect(probability).toBe(result.interval?.actors[payer]?.probabilityAboveZero);
      expect(probability).toBeGreaterThan(0);
      expect(probability).toBeLessThan(1);
    }
  });

  it('of gain are 0 for an actor whose flows cancel, whatever rounding leaves', () => {
    const result = account(
      referenceCareers(
        {},
        {
          uncertainty: {
            inputs: {
              'careers.typical.successShare': { distribution: 'uniform', low: 0.2, high: 0.9 },
              'careers.typical.work.grossWage': { distribution: 'uniform', low: 2e5, high: 3e5 },
            },
          },
        },
      ),
    );
    expect(result.interval?.actors['employer']?.probabilityAboveZero).toBe(0);
  });
});

describe('what chance leaves open', () => {
  const withRange = (draws: number, sd: number) =>
    valueMap(map({}, { draws, inputs: { [QUANTITY]: { distribution: 'normal', mean: 10, sd } } }));

  it('is said where the mean of the ratio is uncertain by more than 1 %', () => {
    const result = withRange(100, 10);
    expect(result.uncertainty?.convergence?.converged).toBe(false);
    const [problem] = said(result, 'not-converged');
    const part = result.uncertainty?.convergence?.standardErrorOfMeanRelative ?? 0;
    expect(part).toBe((result.interval?.standardError ?? 0) / (result.interval?.mean ?? 0));
    const needed = Number(problem?.values['needed']);
    expect(needed).toBeGreaterThanOrEqual(100 * (part / 0.01) * (part / 0.01));
    expect(withRange(needed, 10).uncertainty?.convergence?.converged).toBe(true);
  });

  it('is not said where it is less', () => {
    const result = withRange(10_000, 1);
    expect(result.uncertainty?.convergence?.converged).toBe(true);
    expect(said(result, 'not-converged')).toEqual([]);
    expect(said(result, 'digits-beyond-error')).toEqual([]);
  });

  it('counts the decimals that can be relied on', () => {
    const decimals = (draws: number, sd: number) =>
      said(withRange(draws, sd), 'digits-beyond-error')[0]?.values;
    expect(decimals(10_000, 10)).toEqual({ draws: 10_000, decimals: 1 });
    expect(decimals(100, 10)).toEqual({ draws: 100, decimals: 0 });
  });

  it('is never overcome where the mean is nothing', () => {
    const result = valueMap(
      map({}, { inputs: { [QUANTITY]: { distribution: 'normal', mean: -2.5, sd: 10 } } }, { quantity: -2.5 }),
    );
    expect(said(result, 'never-converging')).toHaveLength(1);
  });
});

describe('the histogram', () => {
  it('holds every draw once, in or outside its thirty bins', () => {
    const { histogram } = drawn(
      map({}, { inputs: { [QUANTITY]: { distribution: 'lognormal', mean: 10, sd: 30 } } }),
    );
    if (!histogram) throw new Error('none');
    expect(histogram.of).toBe('ratio');
    expect(histogram.edges).toHaveLength(31);
    expect(histogram.counts).toHaveLength(30);
    const all = histogram.counts.reduce((sum, count) => sum + count, 0) + histogram.below + histogram.above;
    expect(all).toBe(10_000);
    // Half a percent at either end.
    expect(Math.abs(histogram.below - 50)).toBeLessThanOrEqual(1);
    expect(Math.abs(histogram.above - 50)).toBeLessThanOrEqual(1);
  });

  it('is of the net result where there is no ratio', () => {
    const file = { ...map({ [QUANTITY]: { grade: 3 } }), inputs: [] };
    const uncertainty = drawn(file);
    expect(uncertainty.histogram?.of).toBe('npv');
    expect(uncertainty.convergence).toBeNull();
    expect(valueMap(file).interval?.mean).toBeNull();
  });
});

describe('what one input does', () => {
  it('is listed with what it was drawn from, the most important first', () => {
    const { inputs } = drawn(
      map(
        { [QUANTITY]: { source: 'register', standing: 'borrowed' } },
        {
          inputs: {
            [QUANTITY]: { distribution: 'uniform', low: 5, high: 15 },
            [DEADWEIGHT]: {
              distribution: 'draws',
              values: Array.from({ length: 500 }, (_, at) => at / 1000),
            },
            'outcomes.B.quantity': { distribution: 'uniform', low: 9, high: 11 },
          },
          groups: [{ id: 'g', inputs: [QUANTITY], against: ['outcomes.B.quantity'], correlation: 0.5 }],
        },
      ),
    );
    expect(inputs[0]).toMatchObject({ input: QUANTITY, source: 'register', borrowed: true, group: 'g' });
    expect(inputs.map(({ varianceShare }) => varianceShare)).toEqual(
      [...inputs].map(({ varianceShare }) => varianceShare ?? 0).sort((one, other) => other - one),
    );
    expect(input({ inputs } as unknown as Uncertainty, DEADWEIGHT)?.distribution).toEqual({
      distribution: 'draws',
      count: 500,
    });
  });

  it('is nothing where the net result does not rest on it', () => {
    const uncertainty = drawn(
      map(
        {},
        {
          inputs: {
            [QUANTITY]: { distribution: 'uniform', low: 5, high: 15 },
            'outcomes.B.attribution': { distribution: 'uniform', low: 0, high: 1 },
          },
        },
        { proxy: { value: 0, source: 'x' } },
      ),
    );
    expect(input(uncertainty, QUANTITY)).toMatchObject({ varianceShare: 0, valueOfInformation: 0 });
    expect(input(uncertainty, 'outcomes.B.attribution')?.varianceShare).toBeGreaterThan(0.99);
  });
});
