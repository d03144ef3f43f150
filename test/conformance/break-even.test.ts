import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type File, valueMap, wheelsToMeals } from '../cases/files.js';

const folder = process.env['CONFORMANCE_DATA'];
if (folder === undefined)
  throw new Error('Set CONFORMANCE_DATA to the folder of published cases and test vectors.');

const { recomputed } = JSON.parse(
  readFileSync(join(folder, 'published-cases', 'wheels-to-meals.json'), 'utf8'),
) as {
  recomputed: {
    breakEven: Record<'scaleOfFallRows' | 'fallQuantityForRatio1' | 'fallDeadweightForRatio1', number>;
  };
};

/** The example of the Guide with the falls of its first three rows as one number, and their deadweight as another. */
function withParameters(): File {
  const file = wheelsToMeals();
  const outcomes = (file['outcomes'] as File[]).map((row, at) =>
    at < 3 ? { ...row, quantity: { of: 'falls' }, deadweight: { of: 'anyway' } } : row,
  );
  return { ...file, outcomes, parameters: { falls: { value: 7 }, anyway: { value: 0 } } };
}

describe('what the example of the Guide rests on', () => {
  const { sensitivity } = valueMap({
    ...withParameters(),
    // A range, so that a share of nil is moved at all.
    uncertainty: {
      draws: 100,
      inputs: { 'parameters.anyway': { distribution: 'uniform', low: 0, high: 1 } },
    },
  });
  const switching = (input: string) =>
    sensitivity.find((one) => one.input === input)?.switchingValue ?? Number.NaN;

  it('breaks even at the falls, the share of them and the deadweight that are known', () => {
    const { breakEven } = recomputed;
    // Half the last printed digit of each.
    expect(Math.abs(switching('parameters.falls') - breakEven.fallQuantityForRatio1)).toBeLessThanOrEqual(
      0.00005,
    );
    expect(Math.abs(switching('parameters.falls') / 7 - breakEven.scaleOfFallRows)).toBeLessThanOrEqual(
      0.0000005,
    );
    expect(Math.abs(switching('parameters.anyway') - breakEven.fallDeadweightForRatio1)).toBeLessThanOrEqual(
      0.0000005,
    );
  });
});
