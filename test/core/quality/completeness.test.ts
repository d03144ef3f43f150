import { describe, expect, it } from 'vitest';
import { type File, row, valueMap, valueMapFile } from '../../cases/files.js';

const found = (code: string, outcomes: readonly File[], more: File = {}) =>
  valueMap({
    ...valueMapFile({ discounting: 'none' }, [{ value: 1, stakeholder: 'Town' }], outcomes),
    ...more,
  })
    .problems.filter((one) => one.code === code)
    .map(({ severity, path }) => `${severity} ${path}`);

const three = [row('A', 1, 1), row('B', 1, 1), row('C', 1, 1)];

describe('what a value map leaves out', () => {
  it('is people who are named and of whom nothing is said', () => {
    const stakeholders = [
      { id: 'people', name: 'People' },
      { id: 'town', name: 'Town' },
      { id: 'neighbours', name: 'Neighbours' },
    ];
    expect(found('stakeholder-without-outcome', three, { stakeholders })).toEqual([
      'information /stakeholders/2',
    ]);
    expect(
      found('stakeholder-without-outcome', [...three, row('D', 1, 1, { stakeholder: 'neighbours' })], {
        stakeholders,
      }),
    ).toEqual([]);
  });

  it('is what was not good', () => {
    expect(found('nothing-negative', three)).toEqual(['information /outcomes']);
    expect(found('nothing-negative', [...three, row('D', 1, -1)])).toEqual([]);
    expect(found('nothing-negative', three.slice(0, 2))).toEqual([]);
  });
});
