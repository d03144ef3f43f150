import { describe, expect, it } from 'vitest';
import { calculate } from '../../../src/core/calculate.js';
import type { Benchmark } from '../../../src/core/quality/benchmark.js';
import { evidenceGrades } from '../../../src/reference/evidence-grades.js';
import { objections } from '../../../src/reference/objections.js';
import { type File, prepared, referenceCareers, result, row, valueMapFile } from '../../cases/files.js';

const benchmark: Benchmark = {
  group: 'substance-misuse',
  country: 'SE',
  currency: 'SEK',
  unit: 'SEK a person and year',
  figure: 'perEntrantYear.societyGain',
  low: 20_000,
  // The reference case gains 213,780.64 for each who entered.
  high: 100_000,
  source: 'a published review',
};

const account = (more: File = {}) =>
  referenceCareers({ targetGroups: ['substance-misuse'] }, { context: { country: 'SE' }, ...more });

function found(file: File, benchmarks: readonly Benchmark[]) {
  const { assessment, declared, inputsHash } = prepared(file);
  const provenance = {
    inputsHash,
    referenceVersion: 'test',
    beside: [],
    benchmarks,
    defaultRanges: evidenceGrades,
    objections,
  };
  return calculate(assessment, declared, provenance).problems.filter(
    ({ code }) => code === 'far-above-benchmark',
  );
}

describe('a figure far above what others have published', () => {
  it('is said, with how far and by whom', () => {
    const [said, ...more] = found(account(), [benchmark, { ...benchmark, high: 50_000 }]);
    expect(more).toEqual([]);
    expect(said?.severity).toBe('warning');
    expect(said?.values).toEqual({
      figure: 'gain for society in year 1',
      times: 2,
      high: 100_000,
      unit: 'SEK a person and year',
      source: 'a published review',
    });
  });

  it('is not far above it at less than twice the highest of them', () => {
    expect(found(account(), [{ ...benchmark, high: 110_000 }])).toEqual([]);
    expect(
      found(account(), [
        { ...benchmark, high: 50_000 },
        { ...benchmark, high: 110_000 },
      ]),
    ).toEqual([]);
  });

  it.each([
    ['another group', { group: 'young-people' }],
    ['another country', { country: 'NO' }],
    ['another currency', { currency: 'NOK' }],
    ['a figure that is not there', { figure: 'ratio' }],
  ])('is not held against %s', (_, other) => {
    expect(found(account(), [{ ...benchmark, ...other }])).toEqual([]);
  });

  it('is held against the group however its letters are written', () => {
    expect(found(account(), [{ ...benchmark, group: 'Substance-Misuse' }])).toHaveLength(1);
  });

  it('is held against the published figures of the program', () => {
    const group = (targetGroups: readonly string[]) =>
      result(
        referenceCareers({ targetGroups }, { currency: 'DKK', context: { country: 'DK' } }),
      ).problems.filter(({ code }) => code === 'far-above-benchmark');
    // 213,780.64 each, against DKK 106,000 for homeless people in Denmark.
    for (const name of ['homeless', 'Homeless people', 'homeless people'])
      expect(
        group([name]).map(({ values }) => values['high']),
        name,
      ).toEqual([106_000]);
    expect(group(['young'])).toEqual([]);
  });

  it('is held against benchmarks of any group, country and money where they name none', () => {
    const any = { unit: 'ratio', figure: 'ratio', low: 1, high: 4, source: 'a published review' };
    const map = (quantity: number) =>
      valueMapFile({ discounting: 'none' }, [{ value: 10 }], [row('A', quantity, 10)]);
    expect(found(map(9), [any]).map(({ values }) => values['times'])).toEqual([2]);
    expect(found(map(8), [any])).toEqual([]);
    expect(found(map(9), [{ ...any, group: 'People' }])).toHaveLength(1);
  });
});
