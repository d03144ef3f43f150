import { beforeEach, describe, expect, it } from 'vitest';
import { row, valueMap, valueMapFile, wheelsToMeals } from './files.js';

/** Half the last printed digit. */
const PENCE = 0.005;
const FOUR_DECIMALS = 0.00005;

function near(value: number | null, expected: number, tolerance: number): void {
  expect(value).not.toBeNull();
  expect(Math.abs((value ?? 0) - expected)).toBeLessThanOrEqual(tolerance);
}

describe('Wheels-to-Meals', () => {
  let result: ReturnType<typeof valueMap>;
  beforeEach(() => {
    result = valueMap(wheelsToMeals());
  });

  it('gives the published totals', () => {
    near(result.pvBenefits, 81741.93, PENCE);
    near(result.npv, 39366.93, PENCE);
    near(result.ratio, 1.929, FOUR_DECIMALS);
    near(result.paybackMonths, 6.16, PENCE);
  });

  it('gives the published impacts and years', () => {
    const impacts = [625.1, 33010.6, 48013, 1539, 451.62, 0, 175.5, -1306.25];
    impacts.forEach((impact, at) => near(result.perRow[at]?.impact ?? null, impact, PENCE));
    const years = [82508.57, 144.16, 67.7, 1121.93, 1009.74];
    years.forEach((value, at) => near(result.perYear[at]?.value ?? null, value, PENCE));
  });

  it('finds how many falls it rests on', () => {
    const row3 = result.sensitivity.find(({ input }) => input === 'outcomes.W3.quantity');
    expect(row3?.reachable).toBe(true);
    expect(row3?.switchingValue).toBeLessThan(7);
  });

  it('does not change when rows come in another order', () => {
    const file = wheelsToMeals();
    const turned = valueMap({ ...file, outcomes: [...(file['outcomes'] as unknown[])].reverse() });
    expect([turned.pvBenefits, turned.ratio, turned.paybackMonths]).toEqual([
      result.pvBenefits,
      result.ratio,
      result.paybackMonths,
    ]);
  });
});

describe('an employment programme under four ways of discounting', () => {
  const at = (discounting: string) =>
    valueMap(
      valueMapFile(
        { discounting, discountRate: 0.035 },
        [{ value: 250000 }],
        [row('O1', 60, 8500, { durationYears: 2, deadweight: 0.4, attribution: 0.3, dropOff: 0.3 })],
      ),
    ).ratio;

  it.each([
    ['year-start', 1.4363],
    ['year-end', 1.3877],
    ['mid-year', 1.4118],
    ['none', 1.4566],
  ])('%s', (discounting, ratio) => near(at(discounting), ratio, FOUR_DECIMALS));
});

describe('conventions', () => {
  const one = (conventions: object, more: object, inputs = 100): ReturnType<typeof valueMap> =>
    valueMap(
      valueMapFile(
        { discounting: 'none', ...conventions },
        [{ value: inputs }],
        [row('A', 1, 100, { ...more })],
      ),
    );

  it('takes drop-off from the second year, or from the first', () => {
    expect(one({}, { durationYears: 3, dropOff: 0.1 }).pvBenefits).toBe(100 + 90 + 81);
    near(
      one({ dropOff: 'from-first-year' }, { durationYears: 3, dropOff: 0.1 }).pvBenefits,
      90 + 81 + 72.9,
      1e-9,
    );
  });

  it('takes a part of the last year where the duration is no whole number', () => {
    near(one({}, { durationYears: 2.5, dropOff: 0.1 }).pvBenefits, 100 + 90 + 40.5, 1e-9);
  });

  it('multiplies or adds deductions', () => {
    near(one({}, { deadweight: 0.25, displacement: 0.05, attribution: 0.2 }).ratio, 0.57, 1e-12);
    near(
      one({ deductions: 'add' }, { deadweight: 0.25, displacement: 0.05, attribution: 0.2 }).ratio,
      0.5,
      1e-12,
    );
    near(
      one({ deductions: 'add' }, { deadweight: 0.75, displacement: 0.3, attribution: 0.2 }).ratio,
      -0.25,
      1e-12,
    );
  });

  it('reads attribution as the share of others, or as the share claimed', () => {
    near(one({}, { attribution: 0.2 }).ratio, 0.8, 1e-12);
    near(one({ attributionMeans: 'share-claimed' }, { attribution: 0.2 }).ratio, 0.2, 1e-12);
    near(one({ attributionMeans: 'share-claimed' }, { attribution: null }).ratio, 1, 1e-12);
  });

  it('discounts by a schedule', () => {
    const file = valueMapFile(
      {
        discounting: 'year-end',
        discountRate: [
          { untilYear: 1, rate: 0.1 },
          { untilYear: 5, rate: 0.2 },
        ],
      },
      [{ value: 1 }],
      [row('A', 1, 132, { startsYear: 2 })],
    );
    near(valueMap(file).pvBenefits, 132 / (1.1 * 1.2), 1e-9);
  });

  it('has no ratio without inputs', () => {
    const nothing = one({}, {}, 0);
    expect([nothing.ratio, nothing.netRatio, nothing.paybackMonths]).toEqual([null, null, null]);
    expect(nothing.npv).toBe(100);
  });

  it('says in how many draws there is no ratio', () => {
    const range = { distribution: 'discrete', values: [0, 100], weights: [1, 1] };
    const file = valueMapFile({ discounting: 'none' }, [{ id: 'I', value: 100 }], [row('A', 1, 300)]);
    const result = valueMap({ ...file, uncertainty: { draws: 1000, inputs: { 'inputs.I.value': range } } });
    const said = result.problems.find(({ code }) => code === 'undefined-in-draws');
    // Half of the draws, give or take five standard errors.
    expect(Math.abs(Number(said?.values['count']) - 500)).toBeLessThan(5 * Math.sqrt(250));
    expect(result.interval?.mean).toBe(3);
  });

  it('never pays back a loss', () => {
    expect(one({}, { quantity: -1 }).paybackMonths).toBeNull();
  });

  it('compounds forward to a base year, with a drop-off at a point taken once', () => {
    const file = valueMapFile(
      { discounting: 'compound-forward', factors: { 2023: 1.1, 2024: 1 } },
      [{ value: 100, year: 2023, discounted: false }],
      [
        row('A', 1, 1, {
          quantity: undefined,
          proxy: { source: 'test' },
          durationYears: undefined,
          dropOff: undefined,
          series: [
            { year: 2023, value: 100, dropOff: 0.1 },
            { year: 2024, value: 50 },
          ],
        }),
      ],
    );
    near(valueMap(file).ratio, (1.1 * 90 + 50) / 100, 1e-12);
  });

  it('counts what nobody assessed as none, and says so as an error', () => {
    const open = one({}, { deadweight: null, attribution: undefined });
    expect(open.ratio).toBe(1);
    expect(
      open.problems
        .filter(({ code }) => code === 'not-assessed')
        .map(({ path, severity }) => [path, severity]),
    ).toEqual([
      ['/outcomes/0/deadweight', 'error'],
      ['/outcomes/0/attribution', 'error'],
    ]);
  });

  it('prints the ratio without transfers beside the other', () => {
    const file = valueMapFile(
      { discounting: 'none' },
      [{ value: 100 }],
      [row('A', 1, 100), row('B', 1, 50, { transfer: { counterparty: 'state' } })],
    );
    expect([valueMap(file).ratio, valueMap(file).ratioWithoutTransfers]).toEqual([1.5, 1]);
  });

  it('uses parameters, alone or as a product', () => {
    const file = {
      ...valueMapFile(
        { discounting: 'none' },
        [{ value: 100 }],
        [row('A', 1, 10, { quantity: { of: ['falls', 'weeks'] } })],
      ),
      parameters: { falls: { value: 3 }, weeks: { value: 5 } },
    };
    expect(valueMap(file).pvBenefits).toBe(150);
  });

  it('converts prices by the factor given and warns where none is', () => {
    const file = valueMapFile(
      { discounting: 'none' },
      [{ value: 100 }],
      [row('A', 1, 100, { proxy: { value: 100, source: 'test', priceYear: 2009 } })],
    );
    expect(valueMap(file).problems.map(({ code }) => code)).toContain('price-year-mixed');
    const converted = valueMap({
      ...file,
      conversions: { 'outcomes.A.proxy': { fromYear: 2009, toYear: 2025, factor: 1.41, source: 'test' } },
    });
    near(converted.pvBenefits, 141, 1e-9);
    expect(converted.problems.map(({ code }) => code)).not.toContain('price-year-mixed');
  });
});
