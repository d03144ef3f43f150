import { describe, expect, it } from 'vitest';
import { intervalInWords } from '../../../src/core/uncertainty/interval-in-words.js';
import { account, type File, referenceCareers, row, valueMap, valueMapFile } from '../../cases/files.js';

const QUANTITY = 'outcomes.A.quantity';

function map(evidence: File, uncertainty?: File): File {
  return {
    ...valueMapFile(
      { discounting: 'none' },
      [{ id: 'I', value: 500 }],
      [row('A', 10, 100, { deadweight: 0.2 }), row('B', 10, 20)],
    ),
    evidence,
    ...(uncertainty && { uncertainty }),
  };
}

describe('in words', () => {
  const write = {
    number: (value: number) => value.toFixed(2),
    money: (value: number) => `£${value.toFixed(0)}`,
    percent: (share: number) => `${(100 * share).toFixed(0)} %`,
  };

  it('says what was drawn, from what, and what it means', () => {
    const words = intervalInWords(
      valueMap(
        map(
          { 'outcomes.B.quantity': { grade: 3 } },
          { seed: 7, inputs: { [QUANTITY]: { distribution: 'pert', low: 0, mode: 10, high: 12 } } },
        ),
      ),
      write,
    ).join('\n');
    for (const part of [
      'from seed 7',
      'One range is given in the file.',
      'One range is the default of the grade of the evidence (Known error by confidence grade',
      'In 90 of 100 draws the social return ratio lies between',
      'Quantity of “outcome A”',
      'from 0.00 to 12.00, most likely 10.00 (PERT)',
      'The ratio is above 1',
      'standard error of',
    ])
      expect(words).toContain(part);
    expect(words).not.toMatch(/undefined|NaN|null|mostly assumption/);
  });

  it('gives no probability where it is mostly assumption', () => {
    const words = intervalInWords(valueMap(map({ [QUANTITY]: { standing: 'unknown' } })), write).join('\n');
    expect(words).toContain('mostly assumption');
    expect(words).toContain('nobody knows it');
    expect(words).toContain('Illustratively, the draws of the social return ratio go from');
    expect(words).not.toMatch(/The ratio is above 1|of 100/);
  });

  it('says of an account what it says of a map', () => {
    const words = intervalInWords(
      account(
        referenceCareers(
          {},
          {
            uncertainty: {
              inputs: { 'careers.typical.successShare': { distribution: 'beta', mean: 0.5, sd: 0.1 } },
            },
          },
        ),
      ),
      write,
    ).join('\n');
    expect(words).toContain('benefit–cost ratio over 1 year lies between');
    expect(words).toContain('To know all of it beforehand would be worth £');
  });

  it('says that there is nothing to say', () => {
    expect(intervalInWords(valueMap(map({})), write)).toHaveLength(1);
  });
});
