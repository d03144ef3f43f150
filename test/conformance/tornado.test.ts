import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { row, valueMap, valueMapFile } from '../cases/files.js';

const folder = process.env['CONFORMANCE_DATA'];
if (folder === undefined)
  throw new Error('Set CONFORMANCE_DATA to the folder of published cases and test vectors.');

interface Tornado {
  base: Record<string, number>;
  npv: number;
  pvBenefits: number;
  bcr: number;
  tornado: { param: string; low: number; high: number; npvLow: number; npvHigh: number; range: number }[];
  switchingValues: Record<string, number | string>;
}

const { tornadoSwitching_constructed: vector } = JSON.parse(
  readFileSync(join(folder, 'test-vectors', 'uncertainty.json'), 'utf8'),
) as { tornadoSwitching_constructed: Tornado };

const inputs: Readonly<Record<string, string>> = {
  employmentGain: 'parameters.employmentGain',
  valuePerYear: 'outcomes.job.proxy',
  costPerParticipant: 'parameters.costPerParticipant',
  dropoff: 'outcomes.job.dropOff',
  rate: 'conventions.discountRate',
};

/** The case as a value map of one row. */
function file(ranges: boolean) {
  const { participants, employmentGain, valuePerYear, years, dropoff, costPerParticipant, rate } =
    vector.base;
  const cost = { of: ['participants', 'costPerParticipant'] };
  const parameters = {
    participants: { value: participants },
    employmentGain: { value: employmentGain },
    costPerParticipant: { value: costPerParticipant },
  };
  // The two ends of a range of two values are its quantiles.
  const ends = vector.tornado.map(({ param, low, high }) => [
    inputs[param],
    { distribution: 'discrete', values: [Math.min(low, high), Math.max(low, high)], weights: [1, 1] },
  ]);
  return {
    ...valueMapFile(
      { discounting: 'year-start', discountRate: rate },
      [{ id: 'cost', value: cost }] as never,
      [
        row('job', { of: ['participants', 'employmentGain'] } as never, valuePerYear ?? 0, {
          durationYears: years,
          dropOff: dropoff,
        }),
      ],
    ),
    parameters,
    ...(ranges && { uncertainty: { draws: 100, inputs: Object.fromEntries(ends) as object } }),
  };
}

/** To nine digits of the figure itself. */
const near = (value: number | null | undefined, expected: number) =>
  expect(Math.abs((value ?? Number.NaN) - expected)).toBeLessThanOrEqual(1e-9 * Math.abs(expected));

describe('what moves a result, one input at a time', () => {
  const result = valueMap(file(true));
  const cost = (vector.base['participants'] ?? 0) * (vector.base['costPerParticipant'] ?? 0);

  it('starts from the same figures', () => {
    near(result.npv, vector.npv);
    near(result.pvBenefits, vector.pvBenefits);
    near(result.ratio, vector.bcr);
  });

  it.each(vector.tornado.map((bar) => [bar.param, bar] as const))('%s at either end', (param, bar) => {
    const found = result.sensitivity.find(({ input }) => input === inputs[param]);
    expect([found?.from, found?.to]).toEqual([Math.min(bar.low, bar.high), Math.max(bar.low, bar.high)]);
    // The headline is the ratio; the vector gives the net.
    const [atFrom, atTo] = bar.low < bar.high ? [bar.npvLow, bar.npvHigh] : [bar.npvHigh, bar.npvLow];
    const costAt = (given: number | undefined) =>
      param === 'costPerParticipant' ? (vector.base['participants'] ?? 0) * (given ?? 0) : cost;
    near(found?.low, atFrom / costAt(found?.from) + 1);
    near(found?.high, atTo / costAt(found?.to) + 1);
  });

  it.each(Object.entries(vector.switchingValues))('the switching value of %s', (param, expected) => {
    for (const ranges of [true, false]) {
      const found = valueMap(file(ranges)).sensitivity.find(({ input }) => input === inputs[param]);
      if (typeof expected === 'number') {
        near(found?.switchingValue, expected);
        expect(found?.reachable).toBe(true);
      } else {
        expect([found?.switchingValue, found?.reachable]).toEqual([null, false]);
      }
    }
  });
});
