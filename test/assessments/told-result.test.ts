import { describe, expect, it } from 'vitest';
import { told } from '../../src/assessments/told-result.js';
import { type File, referenceCareers, result, row, valueMapFile } from '../cases/files.js';

const map = (outcome: File, more: File = {}) =>
  result({
    ...valueMapFile({ discounting: 'none' }, [{ id: 'I', value: 100 }], [row('A', 5, 30, outcome)]),
    ...more,
  });

describe('what a result says in words', () => {
  it('tells every problem with why it matters and what to do, and whether it may be published', () => {
    const worked = map({ deadweight: null });
    const { words, items } = told(worked, 'problems');
    expect(items).toHaveLength(worked.problems.length);
    expect(words).toContain('error: deadweight of outcome A has not been assessed');
    expect(words).toContain('  Why it matters: A deduction that nobody looked at');
    for (const way of ['I have evidence', 'Use a published range', 'Nobody knows'])
      expect(words).toContain(way);
    expect(words).toContain('An error keeps this result from being published');
    expect(told(map({}), 'problems').words).toContain('Nothing keeps this result from being published.');
    expect(items[0]).toMatchObject({ why: expect.any(String) as string, fix: expect.any(String) as string });
  });

  it('tells the answers of the checklist', () => {
    const { words } = told(map({}), 'assurance');
    expect(words).toContain(
      'no        Has every deduction a source or a method?\n          0 of 3 deductions',
    );
    expect(words).toMatch(/\d+ of 25 are answered yes\.$/);
  });

  it('tells scenarios: what they set, and what comes out against what was', () => {
    const scenarios = [
      { id: 'S', name: 'As a critic would', source: 'a letter', set: { 'outcomes.A.deadweight': 0.5 } },
    ];
    const { words } = told(map({}, { scenarios }), 'scenarios');
    expect(words.split('\n')).toEqual([
      'As a critic would',
      '  a letter',
      '  deadweight of “outcome A”: 0.5 instead of 0',
      '  social return ratio: 0.75 (−0.75)',
      '  net present value: GBP −25.00 (GBP −75.00)',
    ]);
    expect(told(map({}), 'scenarios').words).toBe('The file has no scenarios.');
  });

  it('tells scenarios of an account once for each figure, with their draws', () => {
    const range = { distribution: 'uniform', low: 0.4, high: 0.6 };
    const file = referenceCareers(
      {},
      {
        uncertainty: { draws: 200, inputs: { 'careers.typical.successShare': range } },
        scenarios: [{ id: 'S', name: 'Dearer', set: { 'programmeCost.0.perEntrant': 400_000 } }],
      },
    );
    const { words } = told(result(file), 'scenarios');
    expect(words.split('\n')).toHaveLength(4);
    expect(words).toMatch(
      /net present value over 1 year, per person: SEK −.*better in 0 of 100 draws\), in 90 of 100/,
    );
  });

  it('tells the interval, or that there is none', () => {
    const { items, words } = told(map({}), 'interval');
    expect(items).toEqual([]);
    expect(words).toContain('says nothing of how sure it is');
    const uncertainty = {
      draws: 100,
      inputs: { 'outcomes.A.quantity': { distribution: 'discrete', values: [4, 6], weights: [1, 1] } },
    };
    expect(told(map({}, { uncertainty }), 'interval').words).toContain(
      'In 90 of 100 draws the social return ratio lies between 1.20 and 1.80',
    );
  });
});
