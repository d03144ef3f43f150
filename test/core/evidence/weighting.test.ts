import { beforeEach, describe, expect, it } from 'vitest';
import { balanceOf } from '../../../src/core/evidence/balance.js';
import { codeCovariates } from '../../../src/core/evidence/covariates.js';
import { normalQuantile } from '../../../src/core/uncertainty/normal-quantile.js';
import {
  type PeopleToWeigh,
  type Person,
  weightedComparison,
} from '../../../src/core/evidence/weighted-comparison.js';
import { must, near } from './support.js';

const BOOTSTRAP = { seed: 3, name: 'test', replicates: 200 };
const codes = ({
  warnings,
}: {
  readonly warnings: readonly { readonly code: string }[];
}): readonly string[] => warnings.map(({ code }) => code);
const people = (count: number, outcome: number, covariates: Person['covariates']): readonly Person[] =>
  Array.from({ length: count }, () => ({ outcome, covariates }));

describe('covariates as columns', () => {
  it('keep numbers, write yes as 1, and every word but the first as yes or no', () => {
    const coded = must(
      codeCovariates([
        { housing: 'street', age: 30, prison: true },
        { housing: 'home', age: 41, prison: false },
        { housing: 'shelter', age: 25, prison: false },
      ]),
    );
    const listed = (columns: typeof coded.columns) =>
      columns.map(({ name, values }) => [name, ...Array.from(values)]);
    expect(listed(coded.columns)).toEqual([
      ['age', 30, 41, 25],
      ['housing shelter', 0, 0, 1],
      ['housing street', 1, 0, 0],
      ['prison', 1, 0, 0],
    ]);
    expect(listed(coded.categories).map(([name]) => name)).toEqual([
      'age',
      'housing home',
      'housing shelter',
      'housing street',
      'prison',
    ]);
    expect(codeCovariates([])).toEqual({ columns: [], categories: [] });
  });

  it.each<[string, readonly Person['covariates'][], object]>([
    ['is missing', [{ age: 3 }, {}], { what: 'age', place: 2 }],
    ['is missing for the first', [{}, { age: 3 }], { what: 'age', place: 1 }],
    ['is of another kind', [{ age: 3 }, { age: true }], { what: 'age', place: 2 }],
    ['is no number', [{ age: 3 }, { age: 4 }, { age: Number.NaN }], { what: 'age', place: 3 }],
  ])('are refused where one %s', (_what, given, values) =>
    expect(codeCovariates(given)).toEqual({ refused: 'not-a-number', values }),
  );
});

describe('how alike two groups are', () => {
  it('is said in standard deviations, before and after weighting', () => {
    // Programme 1, 3, 5 (mean 3, variance 4); others 0, 4 (mean 2, variance 8), weighted 1 and 3: mean 3.
    const [one] = balanceOf([{ name: 'x', values: [1, 3, 5, 0, 4] }], 3, [1, 3]);
    expect(one).toEqual({
      name: 'x',
      programmeMean: 3,
      comparisonMean: 2,
      weightedComparisonMean: 3,
      difference: 0.5,
      weightedDifference: 0,
      pooledDifference: 1 / Math.sqrt(6),
      varianceRatio: 0.5,
    });
  });

  it('cannot be said where nobody differs', () => {
    expect(balanceOf([{ name: 'x', values: [1, 1, 0, 4] }], 2, [1, 1])[0]).toMatchObject({
      difference: null,
      weightedDifference: null,
      pooledDifference: -1 / 2,
      varianceRatio: 0,
    });
    expect(balanceOf([{ name: 'x', values: [1, 3, 2, 2] }], 2, [1, 1])[0]).toMatchObject({
      varianceRatio: null,
    });
    expect(balanceOf([{ name: 'x', values: [1, 1, 2, 2] }], 2, [1, 1])[0]).toMatchObject({
      pooledDifference: null,
    });
  });
});

describe('a comparison weighted on the treated', () => {
  let groups: PeopleToWeigh;
  beforeEach(() => {
    // Of those on the street 12 took part and 4 did not; of those at home 4 and 12. The odds are 3 and 1/3.
    groups = {
      programme: [
        ...people(6, 1, { home: false }),
        ...people(6, 0, { home: false }),
        ...people(3, 1, { home: true }),
        ...people(1, 0, { home: true }),
      ],
      comparison: [
        ...people(1, 1, { home: false }),
        ...people(3, 0, { home: false }),
        ...people(9, 1, { home: true }),
        ...people(3, 0, { home: true }),
      ],
    };
  });

  it('counts those compared with by their odds of taking part', () => {
    const found = must(weightedComparison(groups));
    expect(found.participation.names).toEqual(['one', 'home']);
    expect(found.sample).toEqual({ programme: { people: 16, lost: 0 }, comparison: { people: 16, lost: 0 } });
    found.weights.forEach((weight, at) => near(weight, at < 4 ? 3 : 1 / 3, 1e-10));
    // Of 16 participants 9 succeeded; without, 12 × 1/4 + 4 × 3/4 would have.
    near(found.observed, 9 / 16);
    near(found.counterfactual, 6 / 16, 1e-10);
    near(found.value, 3 / 16, 1e-9);
    near(found.effectivePeople, (16 * 16) / (4 * 9 + 12 / 9), 1e-9);
    near(found.participation.coefficients[0], Math.log(3), 1e-9);
    near(found.participation.coefficients[1], -2 * Math.log(3), 1e-9);
    const squares = 9 * (7 / 16) * (7 / 16) + 7 * (9 / 16) * (9 / 16);
    const [yes, no] = [(10 / 16) * (10 / 16), (6 / 16) * (6 / 16)];
    const weighed = 9 * (yes + 3 * no) + (1 / 9) * (9 * yes + 3 * no);
    const hc0 = Math.sqrt((squares + weighed) / (16 * 16));
    near(found.errors?.hc0, hc0, 1e-9);
    near(found.standardError, hc0 * Math.sqrt(32 / 30), 1e-9);
    const width = normalQuantile(0.975) * found.standardError!;
    near(found.interval?.low, found.value - width, 1e-9);
    near(found.interval?.high, found.value + width, 1e-9);
  });

  it('says what it stands on', () => {
    expect(
      must(weightedComparison({ ...groups, lost: { programme: 2, comparison: 1 } }, { level: 0.9 })),
    ).toMatchObject({
      design: 'weighted-comparison',
      grade: 3,
      outcomeIsShare: true,
      sample: { programme: { people: 16, lost: 2 }, comparison: { people: 16, lost: 1 } },
      assumptions: [
        'covariates-suffice',
        'overlap',
        'model-of-participation',
        'independent-people',
        'same-measure',
        'lost-like-observed',
      ],
      knownBias: ['unrecorded-differences'],
      interval: { kind: 'confidence-interval', method: 'normal', level: 0.9 },
    });
  });

  it('balances what was recorded', () => {
    const found = must(weightedComparison(groups));
    const [home] = found.balance;
    near(home?.difference, (4 / 16 - 12 / 16) / Math.sqrt(((4 / 16) * (12 / 16) * 16) / 15));
    expect(Math.abs(home!.weightedDifference!)).toBeLessThan(1e-9);
    // 37.3 squares for 16 people: they carry the weight of 6.9.
    expect(codes(found)).toEqual(['few-effective']);
    expect(found.warnings[0]?.values).toMatchObject({ people: 16, effective: found.effectivePeople });
  });

  it('says what is still unbalanced', () => {
    // A model of two numbers is met on average alone: within weights that follow one of them, the other is off.
    const at = (x: number, y: number, count: number) => people(count, (x + y) % 2, { x, y });
    const found = must(
      weightedComparison({
        programme: [...at(0, 0, 6), ...at(5, 1, 1), ...at(1, 3, 6)],
        comparison: [...at(0, 1, 9), ...at(2, 0, 5), ...at(4, 2, 3), ...at(5, 5, 1)],
      }),
    );
    const [worst, other] = found.balance
      .map(({ name, weightedDifference }) => ({ covariate: name, difference: Math.abs(weightedDifference!) }))
      .sort((one, another) => another.difference - one.difference);
    expect(worst!.difference).toBeGreaterThan(0.1);
    expect(other!.difference).toBeLessThan(worst!.difference);
    expect(found.warnings.at(-1)).toEqual({ code: 'unbalanced-after-weighting', values: worst });
  });

  it('is worked out again, model and all, for resampled people', () => {
    const found = must(weightedComparison(groups, { bootstrap: BOOTSTRAP }));
    const { draws, observedDraws, counterfactualDraws, failed } = found.bootstrap!;
    expect(draws.length + failed).toBe(200);
    draws.forEach((draw, at) =>
      expect(Math.abs(draw - (observedDraws[at]! - counterfactualDraws[at]!))).toBeLessThan(1e-12),
    );
    const mean = draws.reduce((sum, one) => sum + one, 0) / draws.length;
    expect(Math.abs(mean - 3 / 16)).toBeLessThan(0.1);
    expect(new Set(counterfactualDraws).size).toBeGreaterThan(50);
  });

  it('has no error of a single person', () => {
    const alone = must(
      weightedComparison({
        programme: people(1, 1, {}),
        comparison: [...people(2, 0, {}), ...people(2, 1, {})],
      }),
    );
    expect(alone).toMatchObject({ standardError: null, interval: null, errors: null });
    near(alone.value, 0.5);
    expect(alone.outcomeIsShare).toBe(true);
    const number = must(weightedComparison({ programme: people(2, 3, {}), comparison: people(2, 1, {}) }));
    expect(number).toMatchObject({ outcomeIsShare: false, standardError: null });
  });

  it('is refused for nobody, where covariates tell everything, and where they are missing', () => {
    expect(weightedComparison({ ...groups, programme: [] })).toEqual({
      refused: 'nobody',
      values: { group: 'programme' },
    });
    expect(weightedComparison({ ...groups, comparison: [] })).toEqual({
      refused: 'nobody',
      values: { group: 'comparison' },
    });
    expect(
      weightedComparison({ programme: people(3, 1, { x: true }), comparison: people(3, 1, { x: false }) }),
    ).toMatchObject({ refused: 'separation' });
    expect(weightedComparison({ ...groups, programme: people(3, 1, {}) })).toMatchObject({
      refused: 'not-a-number',
    });
    expect(weightedComparison(groups, { level: 0 })).toMatchObject({ refused: 'out-of-range' });
    expect(weightedComparison({ ...groups, comparison: people(3, Number.NaN, { home: true }) })).toEqual({
      refused: 'not-a-number',
      values: { what: 'outcome', place: 17 },
    });
  });

  it('says nothing of weights that are spread well enough', () => {
    const twice = { programme: groups.programme, comparison: [...groups.comparison, ...groups.comparison] };
    const found = must(weightedComparison(twice));
    expect(found.effectivePeople).toBeGreaterThan(10);
    expect(found.warnings).toEqual([]);
  });

  it('is refused where no participant is like anybody compared with', () => {
    // The model rises with x; every participant is above or below all others’ probabilities.
    const programme = [...people(3, 1, { x: 3 }), ...people(3, 1, { x: -3 })];
    const comparison = [...people(9, 1, { x: 1 }), ...people(8, 1, { x: -1 })];
    expect(weightedComparison({ programme, comparison })).toEqual({ refused: 'no-overlap', values: {} });
    expect(
      weightedComparison({ programme: [...programme, ...people(1, 1, { x: 1 })], comparison }),
    ).not.toHaveProperty('refused');
  });
});
