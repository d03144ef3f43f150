import { describe, expect, it } from 'vitest';
import { account, explained, type File, refusals, referenceStates } from './files.js';

/** REF-1 with a measure of 8 in open work and 4 before. */
function measured(
  more: File = {},
  lives: readonly File[] = [{ qualityOfLife: 8 }, { qualityOfLife: 4 }],
): File {
  const file = referenceStates(more);
  const states = file['states'] as File[];
  return { ...file, states: [...states.map((state, at) => ({ ...state, ...lives[at] })), { id: 'dead' }] };
}

describe('quality of life', () => {
  it('is a mean beside the money, with and without, and never in it', () => {
    const result = account(measured());
    expect(result.people.qualityOfLife).toEqual({ with: 6, without: 4.4, change: 6 - 4.4 });
    expect(result.horizons).toEqual(account(referenceStates()).horizons);
  });

  it('is the mean of those who live', () => {
    const file = measured();
    const [cohort] = file['cohorts'] as File[];
    const dying = { ...cohort, with: { shares: [{ year: 1, of: { 'open-work': 0.25, dead: 0.75 } }] } };
    expect(account({ ...file, cohorts: [dying] }).people.qualityOfLife?.with).toBe(8);
  });

  it('counts cohorts by their people', () => {
    const file = measured();
    const [cohort] = file['cohorts'] as File[];
    const idle = { ...cohort, id: 'idle', entrants: 72, with: { start: { before: 1 } } };
    expect(account({ ...file, cohorts: [cohort, idle] }).people.qualityOfLife?.with).toBe(4.5);
  });

  it('can be explained', () => {
    expect(explained(measured(), 'people.qualityOfLife.without').value).toBe(4.4);
  });

  it('is no mean where people live in a state without a measure, which is said', () => {
    const result = account(measured({}, [{ qualityOfLife: 8 }, {}]));
    expect(result.people.qualityOfLife).toBeNull();
    expect(result.problems.find(({ code }) => code === 'quality-of-life-incomplete')?.values['states']).toBe(
      'before',
    );
  });

  it('is nothing where nothing was measured, and that is no problem', () => {
    const result = account(referenceStates());
    expect(result.people.qualityOfLife).toBeNull();
    expect(result.problems.some(({ code }) => code === 'quality-of-life-incomplete')).toBe(false);
  });

  it('is refused of the dead', () => {
    const file = measured();
    const states = [...(file['states'] as File[]).slice(0, 2), { id: 'dead', qualityOfLife: 0 }];
    expect(refusals({ ...file, states })).toEqual(['/states/2/qualityOfLife']);
  });
});
