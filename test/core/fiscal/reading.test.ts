import { describe, expect, it } from 'vitest';
import type { FiscalFile } from '../../../src/core/assessment.js';
import { declare } from '../../../src/core/calculate.js';
import { at } from '../../../src/core/fiscal/case-figures.js';
import { otherReadingOf, yearsCounted } from '../../../src/core/fiscal/fiscal-cost-benefit.js';
import { costsOf } from '../../../src/core/fiscal/fiscal-costs.js';
import { unitsOf } from '../../../src/core/fiscal/units.js';
import { optimismBias } from '../../../src/reference/optimism-bias.js';
import { type File, fiscalFile, prepared, unit } from '../../cases/files.js';

const read = (more: File = {}): FiscalFile => {
  const { assessment } = prepared(fiscalFile(more));
  if (assessment.kind !== 'fiscal-cost-benefit') throw new Error('not a fiscal cost–benefit analysis');
  return assessment;
};

describe('the unit costs of a file', () => {
  it('are those of all outcomes and those of each, by name and place', () => {
    const outcomes = [
      { id: 'jobs', units: [unit('exit', 1)] },
      { id: 'homes' },
      { id: 'health', units: [unit('stay', 2), unit('visit', 3)] },
    ];
    const placed = unitsOf(read({ units: [unit('bed', 4), unit('cell', 5)], outcomes }));
    expect(placed.map(({ unit: { value }, id, path }) => [value, id, path])).toEqual([
      [4, 'units.bed.value', '/units/0'],
      [5, 'units.cell.value', '/units/1'],
      [1, 'outcomes.jobs.units.exit.value', '/outcomes/0/units/0'],
      [2, 'outcomes.health.units.stay.value', '/outcomes/2/units/0'],
      [3, 'outcomes.health.units.visit.value', '/outcomes/2/units/1'],
    ]);
  });

  it('are those of all outcomes alone, or those of each alone', () => {
    expect(unitsOf(read())).toHaveLength(1);
    const outcomes = [{ id: 'jobs', units: [unit('exit', 1)] }];
    expect(unitsOf(read({ units: undefined, outcomes }))).toHaveLength(1);
  });
});

describe('the costs of a file', () => {
  const named = ({ id, path, amountPath, cost: { year } }: ReturnType<typeof costsOf>[number]) => ({
    ...{ id, path, amountPath, year },
  });

  it('are each of the year at which they stand, as numbers or as parameters', () => {
    const costs = costsOf(
      read({ years: 2, dropOff: 0, parameters: { rent: { value: 5 } }, costs: [10, { of: 'rent' }] }),
    );
    expect(costs.map(named)).toEqual([
      { id: 'costs.0', path: '/costs/0', amountPath: '/costs/0', year: 0 },
      { id: 'costs.1', path: '/costs/1', amountPath: '/costs/1', year: 1 },
    ]);
    expect(costs.map(({ cost: { amount } }) => amount)).toEqual([10, { of: 'rent' }]);
  });

  it('go by their own ids where they have some', () => {
    const costs = [{ id: 'rent', year: 0, amount: 10 }];
    expect(costsOf(read({ costs })).map(named)).toEqual([
      { id: 'costs.rent', path: '/costs/0', amountPath: '/costs/0/amount', year: 0 },
    ]);
    const without = [{ year: 0, amount: 10 }];
    expect(costsOf(read({ costs: without })).map(named)).toEqual([
      { id: 'costs.0', path: '/costs/0', amountPath: '/costs/0/amount', year: 0 },
    ]);
  });
});

describe('the years counted', () => {
  const open = { years: undefined, dropOff: 0 };

  it.each<[string, File, number]>([
    ['as many as the file says', { years: 7 }, 7],
    ['at least one, even of nothing', { costs: [] }, 1],
    ['to the last cost', { costs: [{ year: 4, amount: 1 }] }, 5],
    ['to the first year of an effect that comes late', { lagYears: 2 }, 3],
    ['to the end of a profile', { profile: [0, 0, 0, 1], dropOff: undefined }, 4],
    ['to the latest effect of any outcome', { outcomes: [{ id: 'a', lagYears: 3 }, { id: 'b' }] }, 4],
    ['to the end of the longest profile of any', { outcomes: [{ id: 'a', profile: [1, 1] }] }, 2],
  ])('are %s', (_, more, years) => {
    expect(yearsCounted(read({ ...open, ...more }))).toBe(years);
  });
});

describe('what is not there', () => {
  it('is refused of a year that is not counted', () => {
    expect(() => at([], 3)).toThrow('year 3 is not counted');
  });

  it.each(['incidence', 'engagement', 'retention', 'impact', 'units'])(
    'is refused where a file that nobody checked leaves out %s',
    (name) => {
      expect(() => declare({ ...read(), [name]: undefined }, { optimismBias, termsOfOffice: {} })).toThrow(
        `nobody says ${name}`,
      );
    },
  );
});

it('each reading of deadweight has the other beside it', () => {
  expect(otherReadingOf('subtract')).toBe('proportional');
  expect(otherReadingOf('proportional')).toBe('subtract');
});
