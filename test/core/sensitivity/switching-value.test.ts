import { beforeEach, describe, expect, it } from 'vitest';
import { account, type File, referenceCareers, row, valueMap, valueMapFile } from '../../cases/files.js';

const rate = 0.035;
const yearEnd = { discounting: 'year-end', discountRate: rate };

/** To nine digits: what is lost by arithmetic in another order. */
const near = (value: number | null | undefined, expected: number) =>
  expect(Math.abs((value ?? Number.NaN) - expected)).toBeLessThanOrEqual(
    1e-9 * Math.max(1, Math.abs(expected)),
  );

function switching(file: File, input: string) {
  const found = valueMap(file).sensitivity.find((one) => one.input === input);
  if (!found) throw new Error(`nothing is said of ${input}`);
  return found;
}

describe('break-even of one row among others', () => {
  const first = { deadweight: 0.3, displacement: 0.1, attribution: 0.2, durationYears: 3, dropOff: 0.25 };
  const file = (conventions: File = yearEnd) =>
    valueMapFile(
      conventions,
      [{ id: 'I', value: 5000 }],
      [row('A', 40, 120, first), row('B', 10, 90, { deadweight: 0.1 })],
    );
  let [a, b, k] = [Number.NaN, Number.NaN, Number.NaN];
  beforeEach(() => {
    [a = Number.NaN, b = Number.NaN] = valueMap(file()).perRow.map(({ presentValue }) => presentValue ?? 0);
    k = (5000 - b) / a;
  });

  it('has closed forms in quantity, price and each complement', () => {
    near(switching(file(), 'outcomes.A.quantity').switchingValue, k * 40);
    near(switching(file(), 'outcomes.A.proxy').switchingValue, k * 120);
    near(switching(file(), 'inputs.I.value').switchingValue, a + b);
    for (const [name, share] of [
      ['deadweight', 0.3],
      ['displacement', 0.1],
      ['attribution', 0.2],
    ] as const) {
      const found = switching(file(), `outcomes.A.${name}`);
      near(found.switchingValue, 1 - k * (1 - share));
    }
  });

  it('has one where deductions are added', () => {
    const added = valueMap(file({ ...yearEnd, deductions: 'add' }));
    const [pvA = 0, pvB = 0] = added.perRow.map(({ presentValue }) => presentValue ?? 0);
    const times = (5000 - pvB) / pvA;
    const others = 0.1 + 0.2;
    near(
      switching(file({ ...yearEnd, deductions: 'add' }), 'outcomes.A.deadweight').switchingValue,
      1 - others - times * (1 - others - 0.3),
    );
  });

  it('says what is not reachable through one value alone', () => {
    // Even all of it undeducted is too little: the share would have to be below none.
    const poor = valueMapFile(yearEnd, [{ id: 'I', value: 50_000 }], [row('A', 40, 120, first)]);
    const found = switching(poor, 'outcomes.A.deadweight');
    expect(found.switchingValue).toBeLessThan(0);
    expect(found.reachable).toBe(false);
    expect(switching(poor, 'outcomes.A.quantity').reachable).toBe(true);
  });
});

describe('a figure that is not linear in a number', () => {
  it('turns at a drop-off found by halving', () => {
    const years = (dropOff: number) => 100 * (1 + (1 - dropOff) + (1 - dropOff) * (1 - dropOff));
    const file = valueMapFile(
      { discounting: 'none' },
      [{ value: years(0.4) }],
      [row('A', 1, 100, { durationYears: 3, dropOff: 0.1 })],
    );
    near(switching(file, 'outcomes.A.dropOff').switchingValue, 0.4);
    expect(switching(file, 'outcomes.A.dropOff').reachable).toBe(true);
  });

  it('turns at an internal rate of return', () => {
    // 50 a year for three years against 120: x + x² + x³ = 2.4 with x = 1 ÷ (1 + rate).
    const file = valueMapFile(
      { discounting: 'year-end', discountRate: 0.02 },
      [{ value: 120 }],
      [row('A', 1, 50, { durationYears: 3 })],
    );
    const found = switching(file, 'conventions.discountRate').switchingValue ?? Number.NaN;
    const x = 1 / (1 + found);
    near(x + x * x + x * x * x, 2.4);
  });

  it('turns at a number that stands in it twice', () => {
    // (10 + 2p) × p = 300 at p = 10, from p = 4.
    const file = {
      ...valueMapFile(
        { discounting: 'none' },
        [{ value: 300 }],
        [row('A', { of: ['p', 'p'] } as never, 2), row('B', { of: 'p' } as never, 10)],
      ),
      parameters: { p: { value: 4, source: 'x' } },
    };
    near(switching(file, 'parameters.p').switchingValue, 10);
  });

  it('finds the nearer of two turns, where both ends lose', () => {
    // p × (1 − p) × 100 − 24 turns at 0.4 and 0.6, and loses at 0 and at 1.
    const file = (share: number) => ({
      ...valueMapFile(
        { discounting: 'none' },
        [{ value: 24 }],
        [row('A', { of: 'p' } as never, 100, { deadweight: { of: 'p' } })],
      ),
      parameters: { p: { value: share, source: 'x' } },
    });
    near(switching(file(0.45), 'parameters.p').switchingValue, 0.4);
    near(switching(file(0.9), 'parameters.p').switchingValue, 0.6);
    near(switching(file(0.1), 'parameters.p').switchingValue, 0.4);
  });

  it('has no turn where no value brings it to nothing', () => {
    const file = valueMapFile(
      { discounting: 'none' },
      [{ value: 1000 }],
      [row('A', 1, 100, { durationYears: 3, dropOff: 0.1 })],
    );
    expect([
      switching(file, 'outcomes.A.dropOff').switchingValue,
      switching(file, 'outcomes.A.dropOff').reachable,
    ]).toEqual([null, false]);
  });
});

describe('a series', () => {
  const series = [
    { year: 1, quantity: 10 },
    { year: 2, quantity: 20, deadweight: 0.5 },
  ];
  const given = { quantity: undefined, durationYears: undefined, dropOff: undefined, series };
  const file = (invested: number) =>
    valueMapFile(yearEnd, [{ value: invested }], [row('A', 1, 30, given), row('B', 1, 100)]);

  it('has a multiplier of all its years, and no switching value of one', () => {
    const invested = 1000;
    const [a = 0, b = 0] = valueMap(file(invested)).perRow.map(({ presentValue }) => presentValue ?? 0);
    const found = switching(file(invested), 'outcomes.A.series');
    near(found.switchingValue, (invested - b) / a);
    expect([found.multiplier, found.reachable, found.value]).toEqual([true, true, 1]);
    near(found.low, (0.9 * a + b) / invested);
    near(found.high, (1.1 * a + b) / invested);
    const year = switching(file(invested), 'outcomes.A.series.2.quantity');
    expect([year.switchingValue, year.reachable]).toEqual([null, false]);
    // The price is one number that stands in both years.
    near(switching(file(invested), 'outcomes.A.proxy').switchingValue, 30 * (found.switchingValue ?? 0));
  });

  it('is not reachable where the others already give more than was put in', () => {
    const found = switching(file(50), 'outcomes.A.series');
    expect(found.switchingValue).toBeLessThan(0);
    expect(found.reachable).toBe(false);
  });
});

describe('an account', () => {
  it('breaks even at the success share that it says it does', () => {
    const result = account(referenceCareers());
    const share = result.sensitivity.find(({ input }) => input === 'careers.typical.successShare');
    // REF-1: 0.7297 over one year.
    near(share?.switchingValue, result.horizons[0]?.breakEvenSuccessShare ?? Number.NaN);
    expect(Math.abs((share?.switchingValue ?? 0) - 0.7297)).toBeLessThanOrEqual(0.00005);
  });
});
