import { describe, expect, it } from 'vitest';
import { comparisonInWords } from '../../../src/assessments/told-comparison.js';
import { leftOpen } from '../../../src/assessments/left-open.js';
import { evidenceGrades } from '../../../src/reference/evidence-grades.js';
import { compare, whyNotComparable } from '../../../src/core/sensitivity/compare.js';
import {
  account,
  type File,
  prepared,
  referenceCareers,
  referenceStates,
  row,
  valueMap,
  valueMapFile,
} from '../../cases/files.js';

const read = (file: File) => prepared(file).assessment;
const compared = (first: File, second: File) =>
  compare(read(first), read(second), { ...leftOpen, defaultRanges: evidenceGrades });

/** What arithmetic in another order may differ by. */
const near = (value: number | null | undefined, expected: number) =>
  expect(Math.abs((value ?? Number.NaN) - expected)).toBeLessThanOrEqual(
    1e-9 * Math.max(1, Math.abs(expected)),
  );

const map = (a: File = {}, more: File = {}): File => ({
  ...valueMapFile(
    { discounting: 'none' },
    [{ id: 'I', value: 100 }],
    [row('A', 5, 20, { deadweight: 0.2, ...a }), row('B', 2, 30)],
  ),
  ...more,
});

const uniform = (low: number, high: number) => ({ distribution: 'uniform', low, high });
const drawn = (inputs: File, seed = 3) => ({ uncertainty: { seed, draws: 500, inputs } });

describe('two value maps', () => {
  it('differ in figures as their results do, the second against the first', () => {
    const [first, second] = [map(), map({ deadweight: 0.5, quantity: 8 })];
    const { figures } = compared(first, second);
    const [one, other] = [valueMap(first), valueMap(second)];
    expect(figures.map(({ figure }) => figure)).toEqual(['ratio', 'npv', 'pvBenefits', 'pvInputs']);
    near(figures[0]?.first.point, one.ratio ?? 0);
    near(figures[0]?.point, other.ratio ?? 0);
    near(figures[0]?.difference.point, (other.ratio ?? 0) - (one.ratio ?? 0));
    expect(figures[0]?.difference.probabilityBetter).toBeNull();
  });

  it('differ in inputs, each of which explains a part, the rest being their interplay', () => {
    const { inputs, explained, structure } = compared(map(), map({ deadweight: 0.5, quantity: 8 }));
    expect(inputs.map(({ input, first, second }) => [input, first, second])).toEqual([
      ['outcomes.A.quantity', 5, 8],
      ['outcomes.A.deadweight', 0.2, 0.5],
    ]);
    expect(structure).toEqual([]);
    // 100 × 0.8 = 80; with 160 × 0.8 it is 48 more, with 100 × 0.5 it is 30 less, with both it is 80: nothing more.
    near(explained.total, 0);
    expect(explained.parts.map(({ label }) => label)).toEqual([
      'quantity of “outcome A”',
      'deadweight of “outcome A”',
    ]);
    near(explained.parts[0]?.difference, 0.48);
    near(explained.parts[1]?.difference, -0.3);
    near(explained.rest, -0.18);
  });

  it('are held against each other in the same draws: what is equal in both cancels', () => {
    const ranges = drawn({ 'outcomes.B.quantity': uniform(0, 100) });
    const { figures, draws, seed } = compared(
      map({}, ranges),
      map({ quantity: 6 }, drawn({ 'outcomes.B.quantity': uniform(0, 100) }, 99)),
    );
    expect([draws, seed]).toEqual([500, 3]);
    // 20 × 0.8 more on 100 in every draw, while the ratio itself goes up and down by tens.
    near(figures[0]?.difference.p5, 0.16);
    near(figures[0]?.difference.p95, 0.16);
    expect(figures[0]?.difference.probabilityBetter).toBe(1);
    expect((figures[0]?.p95 ?? 0) - (figures[0]?.p5 ?? 0)).toBeGreaterThan(20);
  });

  it('may have ranges in one of them only', () => {
    const ranges = drawn({ 'outcomes.A.quantity': uniform(4, 6) });
    for (const [first, second] of [
      [map({}, ranges), map()],
      [map(), map({}, ranges)],
    ] as const) {
      const { figures, draws } = compared(first, second);
      expect(draws).toBe(500);
      // The quantity is around what the other has: half of the draws are better, give or take five standard errors.
      const better = figures[0]?.difference.probabilityBetter ?? 0;
      expect(Math.abs(better - 0.5)).toBeLessThan(5 * Math.sqrt(0.25 / 500));
    }
  });

  it('are given no probability where a range is mostly assumption in one of them', () => {
    const guessed = { evidence: { 'outcomes.A.quantity': { source: 'a guess', grade: 5 } } };
    const known = drawn({ 'outcomes.A.quantity': uniform(4, 6) });
    for (const [first, second] of [
      [guessed, known],
      [known, guessed],
    ] as const) {
      const [ratio] = compared(map({}, first), map({}, second)).figures;
      expect(ratio?.difference.probabilityBetter).toBeNull();
      expect(ratio?.difference.p5).not.toBeNull();
    }
  });

  it('may last longer in the second', () => {
    const { explained } = compared(map(), map({ durationYears: 4 }));
    expect(explained.parts.map(({ inputs }) => inputs)).toEqual([['outcomes.A.durationYears']]);
    near(explained.parts[0]?.difference, 3 * 0.8);
    near(explained.rest, 0);
  });

  it('differ in structure: rows, conventions, what has no number', () => {
    const second = {
      ...map({}, { title: 'Another', conventions: { discounting: 'year-end', discountRate: 0.1 } }),
      outcomes: [row('C', 1, 10), row('A', 5, 20, { deadweight: 0.2, transfer: { counterparty: 'state' } })],
    };
    const { structure, words, inputs, explained } = compared(map(), second);
    expect(structure).toEqual([
      { path: '/conventions/discounting', first: 'none', second: 'year-end' },
      { path: '/outcomes/1/transfer', first: null, second: 'given' },
      { path: '/outcomes/1', first: 'B', second: null },
      { path: '/outcomes/0', first: null, second: 'C' },
    ]);
    expect(words).toBe(1);
    expect(inputs).toContainEqual({
      input: 'conventions.discountRate',
      label: 'discount rate',
      first: null,
      second: 0.1,
    });
    expect(inputs.filter(({ second: value }) => value === null).map(({ input }) => input)).toContain(
      'outcomes.B.quantity',
    );
    // No input that both have differs: all of it is structure.
    expect(explained.parts).toEqual([]);
    near(explained.rest, explained.total ?? Number.NaN);
  });

  it('are the same whatever the order of their rows', () => {
    const first = map();
    const second = { ...first, outcomes: [...(first['outcomes'] as File[])].reverse() };
    const { structure, words, inputs, explained } = compared(first, second);
    expect([structure, words, inputs, explained.total, explained.rest]).toEqual([[], 0, [], 0, 0]);
  });

  it('are compared by the net where one of them has no ratio', () => {
    const { figures, explained } = compared(map(), { ...map(), inputs: [] });
    expect(figures.map(({ figure }) => figure)).toEqual(['npv', 'pvBenefits', 'pvInputs']);
    expect(explained.figure).toBe('npv');
    near(explained.rest, 100);
  });
});

describe('two accounts', () => {
  it('are compared at the headline of the first', () => {
    const second = referenceCareers({ successShare: 0.6 }, { headlineHorizon: 5 });
    const { figures, explained } = compared(referenceCareers(), second);
    expect(figures.map(({ figure }) => figure)).toEqual([
      'horizons.1.npv',
      'horizons.1.benefitCostRatio',
      'horizons.1.publicBudget.net',
      'horizons.1.pvGain',
      'horizons.1.pvCost',
    ]);
    const at = account(second).horizons[0];
    near(figures[0]?.point, at?.npv ?? 0);
    near(figures[2]?.point, at?.publicBudget.net ?? 0);
    near(explained.rest, 0);
  });

  it('move shares of one whole together', () => {
    const [cohort] = referenceStates()['cohorts'] as File[];
    const shares = [{ year: 1, of: { 'open-work': 0.7, before: 0.3 } }];
    const second = referenceStates({ cohorts: [{ ...cohort, with: { shares } }] });
    const { explained } = compared(referenceStates(), second);
    expect(explained.parts).toHaveLength(1);
    expect(explained.parts[0]?.inputs).toHaveLength(2);
    near(explained.rest, 0);
  });
});

describe('assessments that cannot be compared', () => {
  const why = (first: File, second: File) => whyNotComparable(read(first), read(second), leftOpen);

  it.each([
    ['kind', referenceCareers({}, { currency: 'GBP', priceYear: 2025 }), 1],
    ['currency', map({}, { currency: 'SEK' }), 1],
    ['price year', map({}, { priceYear: 2024 }), 1],
    ['all of it', referenceCareers(), 3],
  ])('for their %s', (_, second, reasons) => {
    expect(why(map(), second)).toHaveLength(reasons);
    expect(() => compared(map(), second)).toThrow();
  });

  it('for want of a horizon in common', () => {
    const near5 = referenceCareers({}, { horizons: [5], headlineHorizon: 5 });
    const near3 = referenceCareers({}, { horizons: [3], headlineHorizon: 3 });
    expect(why(near5, near3)).toEqual([expect.stringContaining('horizon')]);
    expect(why(near5, referenceCareers({}, { headlineHorizon: 10 }))).toEqual([]);
    // The second has no year 3; the first has the second's 5.
    const both = referenceCareers({}, { horizons: [3, 5], headlineHorizon: 3 });
    expect(compared(both, near5).figures[0]?.figure).toBe('horizons.5.npv');
  });

  it('are none that are equal', () => {
    expect(why(map(), map())).toEqual([]);
  });
});

describe('a comparison in words', () => {
  it('tells what differs, the figures, and what explains them', () => {
    const words = comparisonInWords(compared(map(), map({ deadweight: 0.5 }, { title: 'Stricter' })));
    expect(words.split('\n')).toEqual([
      'First:  A value map',
      'Second: Stricter',
      'GBP, prices of 2025',
      '',
      'Inputs that differ',
      '  deadweight of “outcome A”: 0.2 → 0.5',
      '',
      'What else differs in the files',
      '  one place differs in words only',
      '',
      'Figures of the second, and how far they are from the first',
      '  social return ratio: 1.10 (−0.30)',
      '  net present value: GBP 10.00 (GBP −30.00)',
      '  present value of benefits: GBP 110.00 (GBP −30.00)',
      '  present value of inputs: GBP 100.00 (GBP 0.00)',
      '',
      'What −0.30 of the social return ratio comes from, each change alone',
      '  deadweight of “outcome A”: −0.30',
      '  the rest, from their interplay and what else differs: 0.00',
    ]);
  });
});
