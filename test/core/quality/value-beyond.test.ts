import { describe, expect, it } from 'vitest';
import { type File, row, valueMap, valueMapFile } from '../../cases/files.js';

const lasting = (more: File) =>
  valueMap({
    ...valueMapFile(
      { discounting: 'none' },
      [{ value: 100 }],
      [row('A', 1, 75, { durationYears: 3, dropOff: 0 }), row('B', 1, 25)],
    ),
    ...more,
  }).problems.find(({ code }) => code === 'value-beyond-evidence');

describe('value in years that nobody has followed', () => {
  it('is said as a share of the whole', () => {
    // One year of 100, two of 75.
    expect(lasting({})?.values).toEqual({ percent: 60, evidence: 1 });
  });

  it('counts the years of a longer period, or of a longer follow-up', () => {
    expect(lasting({ period: { from: '2024-01-01', to: '2026-01-01' } })?.values).toEqual({
      percent: 30,
      evidence: 2,
    });
    expect(lasting({ context: { followUpYears: 3 } })).toBeUndefined();
  });

  it('is not said of a forecast, which is all of that kind', () => {
    expect(lasting({ basis: 'forecast' })).toBeUndefined();
  });

  it('is not said where there is no value to be a share of', () => {
    const nothing = valueMap(
      valueMapFile(
        { discounting: 'none' },
        [{ value: 1 }],
        [row('A', 0, 75, { durationYears: 3, dropOff: 0 })],
      ),
    );
    expect(nothing.problems.map(({ code }) => code)).not.toContain('value-beyond-evidence');
  });
});
