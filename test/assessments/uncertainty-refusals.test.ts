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

describe('groups', () => {
  const range = { distribution: 'uniform', low: 1, high: 2 };
  const [a, b, c] = ['outcomes.W1.quantity', 'outcomes.W2.quantity', 'outcomes.W3.quantity'];
  const grouped = (groups: unknown, more: File = {}): File => ({
    ...wheelsToMeals(),
    uncertainty: { inputs: { [a]: range, [b]: range }, groups },
    ...more,
  });

  it('of inputs with ranges pass, of their own or by the grade of their evidence', () => {
    const groups = [{ id: 'g', inputs: [a, b], against: [c], correlation: 0.5, source: 'a study' }];
    expect(refused(grouped(groups, { evidence: { [c]: { grade: 3 } } }))).toEqual([]);
    expect(refused(grouped(groups, { evidence: { [c]: { standing: 'unknown' } } }))).toEqual([]);
  });

  it.each<[string, string, unknown]>([
    [
      'an input that is not there',
      '/uncertainty/groups/0/inputs/1',
      [{ id: 'g', inputs: [a, 'outcomes.W9.quantity'], correlation: 0.5 }],
    ],
    [
      'an input without a range',
      '/uncertainty/groups/0/against/0',
      [{ id: 'g', inputs: [a], against: [c], correlation: 0.5 }],
    ],
    [
      'an input twice in one',
      '/uncertainty/groups/0/inputs/1',
      [{ id: 'g', inputs: [a, a], correlation: 0.5 }],
    ],
    [
      'an input for and against',
      '/uncertainty/groups/0/against/0',
      [{ id: 'g', inputs: [a], against: [a], correlation: 0.5 }],
    ],
    [
      'an input in two',
      '/uncertainty/groups/1/inputs/0',
      [
        { id: 'g', inputs: [a, b], correlation: 0.5 },
        { id: 'h', inputs: [a, b], correlation: 0.5 },
      ],
    ],
    [
      'two of one name',
      '/uncertainty/groups/1/id',
      [
        { id: 'g', inputs: [a, b], correlation: 0.5 },
        { id: 'g', inputs: [a, b], correlation: 0.5 },
      ],
    ],
    ['one input alone', '/uncertainty/groups/0', [{ id: 'g', inputs: [a], correlation: 0.5 }]],
    ['no correlation', '/uncertainty/groups/0/correlation', [{ id: 'g', inputs: [a, b] }]],
    [
      'a correlation of 0',
      '/uncertainty/groups/0/correlation',
      [{ id: 'g', inputs: [a, b], correlation: 0 }],
    ],
    [
      'a correlation above 1',
      '/uncertainty/groups/0/correlation',
      [{ id: 'g', inputs: [a, b], correlation: 1.1 }],
    ],
    [
      'a correlation below 0',
      '/uncertainty/groups/0/correlation',
      [{ id: 'g', inputs: [a, b], correlation: -0.5 }],
    ],
    [
      'a field that is not known',
      '/uncertainty/groups/0/rho',
      [{ id: 'g', inputs: [a, b], correlation: 0.5, rho: 1 }],
    ],
  ])('with %s are refused', (_what, place, groups) => {
    expect(refused(grouped(groups)).map(([pointer]) => pointer)).toContain(place);
  });

  it('of a graded number that is 0 are refused: it has no range', () => {
    const zero = 'outcomes.W1.deadweight';
    const file = grouped([{ id: 'g', inputs: [a, zero], correlation: 0.5 }], {
      evidence: { [zero]: { grade: 3 } },
    });
    expect(refused(file).map(([pointer]) => pointer)).toEqual(['/uncertainty/groups/0/inputs/1']);
  });
});

describe('standing', () => {
  it('other than own, borrowed or unknown is refused', () => {
    const file = { ...wheelsToMeals(), evidence: { [QUANTITY]: { standing: 'guessed' } } };
    expect(refused(file).map(([place]) => place)).toEqual([`/evidence/${QUANTITY}/standing`]);
  });

  it('unknown beside a range of the file is refused', () => {
    const file = {
      ...ranged(QUANTITY, { distribution: 'uniform', low: 1, high: 2 }),
      evidence: { [QUANTITY]: { standing: 'unknown' } },
    };
    expect(refused(file).map(([place]) => place)).toEqual([`/evidence/${QUANTITY}/standing`]);
  });
});

describe('ranges of durations', () => {
  const name = 'outcomes.W4.durationYears';

  it.each<[File, RegExp]>([
    [{ distribution: 'normal', mean: 5, sd: 1 }, /without end/],
    [{ distribution: 'gamma', mean: 5, sd: 1 }, /without end/],
    [{ distribution: 'uniform', low: 1, high: 1e15 }, /limit is 100 years/],
  ])('without an end within a hundred years are refused: %j', (range, words) => {
    const found = refused(ranged(name, range));
    expect(found.map(([place]) => place)).toEqual([`/uncertainty/inputs/${name}`]);
    expect(found[0]?.[1]).toMatch(words);
  });

  it('into years that are not discounted are refused', () => {
    const conventions = { discounting: 'year-end', discountRate: [{ untilYear: 6, rate: 0.03 }] };
    const file = (high: number) => ({
      ...ranged(name, { distribution: 'uniform', low: 1, high }),
      conventions,
    });
    expect(refused(file(6))).toEqual([]);
    expect(refused(file(6.5)).map(([place]) => place)).toEqual([`/uncertainty/inputs/${name}`]);
  });

  it('into years without a factor are refused', () => {
    const { outcomes, ...rest } = wheelsToMeals() as { outcomes: File[] };
    const file = (high: number) => ({
      ...rest,
      outcomes: outcomes.slice(0, 1).map((row) => ({ ...row, startsYear: 2023 })),
      conventions: { discounting: 'compound-forward', factors: { 2023: 1.1, 2024: 1 } },
      uncertainty: { inputs: { 'outcomes.W1.durationYears': { distribution: 'uniform', low: 1, high } } },
    });
    expect(refused(file(2))).toEqual([]);
    expect(refused(file(3)).map(([place]) => place)).toEqual([
      '/uncertainty/inputs/outcomes.W1.durationYears',
    ]);
  });

  it('by a parameter are refused where the duration stands', () => {
    const { outcomes, ...rest } = wheelsToMeals() as { outcomes: File[] };
    const file = {
      ...rest,
      outcomes: outcomes.map((row) =>
        row['id'] === 'W4' ? { ...row, durationYears: { of: 'years' } } : row,
      ),
      parameters: { years: { value: 5 } },
      uncertainty: { inputs: { 'parameters.years': { distribution: 'normal', mean: 5, sd: 1 } } },
    };
    expect(refused(file).map(([place]) => place)).toEqual(['/outcomes/3/durationYears']);
  });
});
