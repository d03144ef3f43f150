import { describe, expect, it } from 'vitest';
import { prepareAssessment } from '../../src/assessments/assessments.service.js';
import { type File, wheelsToMeals } from '../cases/files.js';

/** Why a file is refused, as places and words. */
function refused(file: File): readonly (readonly [string, string])[] {
  const preparation = prepareAssessment(JSON.stringify(file));
  return preparation.ok ? [] : preparation.refusals.map(({ pointer, message }) => [pointer, message]);
}

function ranged(name: string, range: File): File {
  return { ...wheelsToMeals(), uncertainty: { inputs: { [name]: range } } };
}

const SHARE = 'outcomes.W1.deadweight';
const QUANTITY = 'outcomes.W1.quantity';

describe('ranges of a share', () => {
  it.each<[File, RegExp]>([
    [{ distribution: 'normal', mean: 0.5, sd: 0.01 }, /no ends.*beta, PERT or triangular/],
    [{ distribution: 'lognormal', mean: 0.1, sd: 0.01 }, /no upper end/],
    [{ distribution: 'gamma', mean: 0.1, sd: 0.01 }, /no upper end/],
    [{ distribution: 'pert', low: 0.5, mode: 0.9, high: 1.1 }, /reaches from 0.5 to 1.1/],
    [{ distribution: 'draws', values: [0.5, -0.1] }, /reaches from -0.1 to 0.5/],
  ])('%j is refused', (range, words) => {
    const found = refused(ranged(SHARE, range));
    expect(found.map(([place]) => place)).toEqual([`/uncertainty/inputs/${SHARE}`]);
    expect(found[0]?.[1]).toMatch(words);
  });

  it.each<File>([
    { distribution: 'beta', mean: 0.3, sd: 0.1 },
    { distribution: 'beta', alpha: 2, beta: 5 },
    { distribution: 'pert', low: 0, mode: 0, high: 1 },
  ])('%j passes', (range) => expect(refused(ranged(SHARE, range))).toEqual([]));
});

describe('broken ranges', () => {
  it.each<[string, File]>([
    ['alpha', { distribution: 'beta', alpha: 0, beta: 1 }],
    ['mode', { distribution: 'pert', low: 1, high: 2 }],
    ['sd', { distribution: 'beta', mean: 0.5 }],
    ['sd', { distribution: 'beta', mean: 0.5, sd: 0.5 }],
    ['scale', { distribution: 'gamma', shape: 1, scale: -1 }],
    ['values', { distribution: 'draws' }],
    ['values', { distribution: 'discrete', weights: [1] }],
    ['weights', { distribution: 'discrete', values: [1] }],
    ['sd', { distribution: 'gamma', mean: 1, sd: '1' }],
  ])('%s of %j', (field, range) => {
    expect(refused(ranged(QUANTITY, range)).map(([place]) => place)).toContain(
      `/uncertainty/inputs/${QUANTITY}/${field}`,
    );
  });

  it('with the parameters of two kinds', () => {
    const both = { distribution: 'beta', alpha: 1, beta: 2, mean: 0.5 };
    expect(refused(ranged(QUANTITY, both)).length).toBeGreaterThan(0);
  });
});
