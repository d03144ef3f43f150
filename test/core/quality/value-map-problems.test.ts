import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../src/core/problem.js';
import { type File, row, valueMap, valueMapFile, wheelsToMeals } from '../../cases/files.js';

const none = { discounting: 'none' };

function problemsOf(
  outcomes: readonly File[],
  more: File = {},
  conventions: File = none,
): readonly Problem[] {
  return valueMap({ ...valueMapFile(conventions, [{ id: 'I', value: 100 }], outcomes), ...more }).problems;
}

const found = (problems: readonly Problem[], code: string) =>
  problems.filter((one) => one.code === code).map(({ path, severity }) => `${severity} ${path}`);

/** Three rows that nothing is to be said of but what a test changes. */
const rows = (...changed: readonly File[]) =>
  [0.1, 0.2, 0.3].map((deadweight, at) =>
    row(`R${at}`, 5, 10, { deadweight, attribution: deadweight / 2, displacement: 0, ...changed[at] }),
  );

describe('what is taken off', () => {
  it('is missed where no row has deadweight, however it is given', () => {
    const parameters = { nothing: { value: 0, source: 'test' } };
    const zero = { deadweight: { of: 'nothing' } };
    expect(found(problemsOf(rows(zero, zero, zero), { parameters }), 'deadweight-nowhere')).toEqual([
      'warning /outcomes',
    ]);
    expect(found(problemsOf(rows(zero, zero), { parameters }), 'deadweight-nowhere')).toEqual([]);
  });

  it('is doubted where it is the same in every row, a parameter or not', () => {
    const parameters = { usual: { value: 0.1, source: 'test' } };
    const same = { attribution: { of: 'usual' } };
    const typed = { attribution: 0.1 };
    expect(found(problemsOf(rows(same, typed, same), { parameters }), 'same-deduction-everywhere')).toEqual([
      'warning /outcomes',
    ]);
    expect(found(problemsOf(rows(same, same), { parameters }), 'same-deduction-everywhere')).toEqual([]);
    // Two rows may well share one; and nothing everywhere is another matter.
    expect(found(problemsOf(rows(typed, typed).slice(0, 2)), 'same-deduction-everywhere')).toEqual([]);
    expect(found(problemsOf(rows()), 'same-deduction-everywhere')).toEqual([]);
  });

  it('is doubted where a long effect never fades, counted by value', () => {
    const parameters = { years: { value: 3, source: 'test' } };
    const long = { durationYears: { of: 'years' }, dropOff: 0 };
    expect(found(problemsOf(rows(long), { parameters }), 'drop-off-none')).toEqual([
      'warning /outcomes/0/dropOff',
    ]);
    expect(found(problemsOf(rows({ ...long, dropOff: 0.1 }), { parameters }), 'drop-off-none')).toEqual([]);
    expect(found(problemsOf(rows({ durationYears: 2, dropOff: 0 })), 'drop-off-none')).toEqual([]);
  });

  it('is not to shrink a harm', () => {
    const harm = { quantity: -5, deadweight: 0.1, attribution: 0, displacement: 0.2 };
    expect(found(problemsOf(rows(harm)), 'deduction-shrinks-harm')).toEqual([
      'warning /outcomes/0/deadweight',
      'warning /outcomes/0/displacement',
    ]);
    expect(found(problemsOf(rows({ ...harm, quantity: 5 })), 'deduction-shrinks-harm')).toEqual([]);
    const claimed = { attributionMeans: 'share-claimed', ...none };
    const shared = { quantity: -5, deadweight: 0, attribution: 0.7 };
    expect(found(problemsOf(rows(shared), {}, claimed), 'deduction-shrinks-harm')).toEqual([
      'warning /outcomes/0/attribution',
    ]);
    expect(
      found(problemsOf(rows({ ...shared, attribution: 1 }), {}, claimed), 'deduction-shrinks-harm'),
    ).toEqual([]);
  });

  it('is not to shrink a harm in one year of a series', () => {
    const series = {
      quantity: undefined,
      durationYears: undefined,
      dropOff: undefined,
      deadweight: 0,
      attribution: 0,
      series: [
        { year: 1, quantity: 3 },
        { year: 2, quantity: -1, deadweight: 0.4 },
      ],
    };
    expect(found(problemsOf(rows(series)), 'deduction-shrinks-harm')).toEqual([
      'warning /outcomes/0/series/1/deadweight',
    ]);
  });

  it('is not to be more than the whole when added', () => {
    const parameters = { most: { value: 0.9, source: 'test' } };
    const adds = { ...none, deductions: 'add' };
    const much = { deadweight: { of: 'most' }, attribution: 0.2 };
    expect(found(problemsOf(rows(much), { parameters }, adds), 'deductions-above-whole')).toEqual([
      'warning /outcomes/0',
    ]);
    // 0.1 + 0.2 + 0.7 is a little above 1 in arithmetic alone.
    const whole = { deadweight: 0.1, displacement: 0.2, attribution: 0.7 };
    expect(found(problemsOf(rows(whole), {}, adds), 'deductions-above-whole')).toEqual([]);
  });
});

describe('who is counted', () => {
  const stakeholders = [{ id: 'people', name: 'People', size: 20 }];

  it('is never more than the group, parameters multiplied', () => {
    const parameters = { a: { value: 7, source: 'test' }, b: { value: 3, source: 'test' } };
    const more = { stakeholders, parameters };
    expect(found(problemsOf(rows({ quantity: { of: ['a', 'b'] } }), more), 'quantity-above-group')).toEqual([
      'warning /outcomes/0/quantity',
    ]);
    expect(found(problemsOf(rows({ quantity: 20 }), more), 'quantity-above-group')).toEqual([]);
  });

  it('is never more than the group in a year of a series', () => {
    const series = [
      { year: 1, quantity: 20 },
      { year: 2, quantity: 21 },
    ];
    const given = { quantity: undefined, durationYears: undefined, dropOff: undefined, series };
    expect(found(problemsOf(rows(given), { stakeholders }), 'quantity-above-group')).toEqual([
      'warning /outcomes/0/series/1/quantity',
    ]);
  });

  it('is counted once in a family, by whatever name the rows call the group', () => {
    const byName = { family: 'work', stakeholder: 'People' };
    const byId = { family: 'work', stakeholder: 'people' };
    expect(found(problemsOf(rows(byName, byId), { stakeholders }), 'double-counting')).toEqual([
      'warning /outcomes',
    ]);
    expect(
      found(problemsOf(rows(byName, { ...byId, family: 'home' }), { stakeholders }), 'double-counting'),
    ).toEqual([]);
  });
});

describe('wage, benefit and tax of one job', () => {
  const paid = { transfer: { counterparty: 'treasury' }, family: 'work', stakeholder: 'State' };

  it('are one change, whoever gains them', () => {
    expect(
      found(problemsOf(rows({ family: 'work', valueType: 'social' }, paid)), 'one-job-several-rows'),
    ).toEqual(['warning /outcomes']);
    expect(found(problemsOf(rows(paid, { ...paid, stakeholder: 'Town' })), 'one-job-several-rows')).toEqual([
      'warning /outcomes',
    ]);
  });

  it('are not found in two rows of which none is paid over', () => {
    const seen = { family: 'health', valueType: 'social' };
    expect(
      found(
        problemsOf(rows(seen, { ...seen, valueType: 'fiscal', stakeholder: 'Region' })),
        'one-job-several-rows',
      ),
    ).toEqual([]);
  });

  it.each([
    'wage plus income tax',
    'Universal Credit and well-being',
    'lön + skatt',
    'wellbeing + reduced benefit reliance + tax revenue, a person and year',
  ])('are no price together: %s', (description) => {
    const priced = { proxy: { value: 10, source: 'test', description } };
    expect(found(problemsOf(rows(priced)), 'proxy-adds-job')).toEqual(['warning /outcomes/0/proxy']);
  });

  it.each(['income tax on the wage', 'price of a training voucher', 'income tax and national insurance'])(
    'are not read into a price of one of them: %s',
    (description) => {
      const priced = { proxy: { value: 10, source: 'test', description } };
      expect(found(problemsOf(rows(priced)), 'proxy-adds-job')).toEqual([]);
    },
  );

  it('name who is on the other side', () => {
    const read = { outcome: 'Housing benefit saved' };
    expect(found(problemsOf(rows(read)), 'transfer-not-named')).toEqual(['warning /outcomes/0']);
    expect(
      found(problemsOf(rows({ ...read, transfer: { counterparty: 'tenants' } })), 'transfer-not-named'),
    ).toEqual([]);
    expect(found(problemsOf(rows({ outcome: 'The benefits of rest' })), 'transfer-not-named')).toEqual([]);
  });
});

describe('a result that looks wrong', () => {
  it('is said to lose money where it does', () => {
    const losing = valueMap(valueMapFile(none, [{ value: 200 }], [row('A', 1, 50)]));
    expect(losing.problems.find(({ code }) => code === 'gives-less-than-it-costs')?.values).toEqual({
      percent: 25,
    });
    expect([losing.npv, losing.ratio, losing.paybackMonths]).toEqual([-150, 0.25, null]);
    const gaining = valueMap(valueMapFile(none, [{ value: 50 }], [row('A', 1, 50)]));
    expect(found(gaining.problems, 'gives-less-than-it-costs')).toEqual([]);
  });

  it('is said to do harm where it does', () => {
    const harming = valueMap(valueMapFile(none, [{ value: 200 }], [row('A', -1, 50)]));
    expect(found(harming.problems, 'does-harm')).toEqual(['warning ']);
    expect(harming.ratio).toBe(-0.25);
  });

  it('has no ratio over nothing, and says so; none that means anything over less', () => {
    const free = valueMap(valueMapFile(none, [], [row('A', 1, 50)]));
    expect([free.ratio, free.netRatio, free.interval]).toEqual([null, null, null]);
    expect(found(free.problems, 'nothing-invested')).toEqual(['warning /inputs']);
    const paid = valueMap(valueMapFile(none, [{ value: -10 }], [row('A', 1, 50)]));
    expect(found(paid.problems, 'inputs-negative')).toEqual(['warning /inputs']);
    expect(found(paid.problems, 'gives-less-than-it-costs')).toEqual([]);
  });

  it('is said where it is far above what is usual', () => {
    const high = valueMap(valueMapFile(none, [{ value: 1 }], [row('A', 1, 16)]));
    expect(found(high.problems, 'ratio-very-high')).toEqual(['warning ']);
    const usual = valueMap(valueMapFile(none, [{ value: 1 }], [row('A', 1, 15)]));
    expect(found(usual.problems, 'ratio-very-high')).toEqual([]);
  });

  it('rests on one row or one group', () => {
    const large = { quantity: 1000, stakeholder: 'Town' };
    const problems = problemsOf(rows(large));
    expect(found(problems, 'one-row-dominates')).toEqual(['warning /outcomes/0']);
    expect(found(problems, 'one-stakeholder-dominates')).toEqual(['warning /outcomes']);
    expect(found(problemsOf(rows()), 'one-row-dominates')).toEqual([]);
  });
});

describe('the example of the Guide', () => {
  it('is told of the deductions that its negative row carries', () => {
    expect(found(valueMap(wheelsToMeals()).problems, 'deduction-shrinks-harm')).toEqual([
      'warning /outcomes/7/deadweight',
      'warning /outcomes/7/dropOff',
    ]);
  });
});
