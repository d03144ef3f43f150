import { beforeEach, describe, expect, it } from 'vitest';
import { beforeAfter } from '../../../src/core/evidence/before-after.js';
import type { Resample } from '../../../src/core/evidence/bootstrap.js';
import {
  balancedDifferenceInDifferences,
  differenceInDifferences,
  type TwoGroupsOverTime,
} from '../../../src/core/evidence/difference-in-differences.js';
import { GRADES, sampleWarnings } from '../../../src/core/evidence/estimate.js';
import { type KnownGroup, knownGroupComparison } from '../../../src/core/evidence/known-group.js';
import { type Baseline, baselineComparison } from '../../../src/core/evidence/published-baseline.js';
import { refuse } from '../../../src/core/evidence/refusal.js';
import { resampled, resampledAlone } from '../../../src/core/evidence/resampled.js';
import { studentWithin } from '../../../src/core/evidence/student.js';
import { difference, welchTest } from '../../../src/core/evidence/two-groups.js';
import { unadjustedComparison } from '../../../src/core/evidence/unadjusted-comparison.js';
import { must, near } from './support.js';

const BOOTSTRAP = { seed: 3, name: 'test', replicates: 400 };
const codes = ({
  warnings,
}: {
  readonly warnings: readonly { readonly code: string }[];
}): readonly string[] => warnings.map(({ code }) => code);
const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

/** Ten people or more with so many ones. */
const shares = (ones: number, people: number): readonly number[] =>
  Array.from({ length: people }, (_, at) => (at < ones ? 1 : 0));

describe('the grade of a design', () => {
  it('falls from a trial to before and after', () =>
    expect(GRADES).toEqual({
      'randomised-comparison': 1,
      'weighted-comparison': 3,
      'difference-in-differences': 3,
      'unadjusted-comparison': 4,
      'group-aggregates': 4,
      'follow-up': 4,
      'published-baseline': 5,
      'before-after': 6,
    }));
});

describe('what there is to say of the size of groups', () => {
  const said = (...groups: readonly (readonly [number, number])[]) =>
    sampleWarnings(groups.map(([people, lost]) => ({ people, lost })));

  it('is nothing for ten people and a fifth lost', () => expect(said([10, 0], [30, 10])).toEqual([]));

  it('is that the smallest group is small', () => {
    expect(said([50, 0], [9, 0])).toEqual([{ code: 'small-sample', values: { people: 9 } }]);
    expect(codes({ warnings: said([1, 0]) })).toEqual(['small-sample', 'no-interval']);
    expect(codes({ warnings: said([2, 0]) })).toEqual(['small-sample']);
  });

  it('is that more than a fifth were lost', () => {
    expect(said([40, 10])).toEqual([]);
    expect(said([40, 6], [39, 14])).toEqual([{ code: 'many-lost', values: { lost: 20, people: 99 } }]);
  });
});

describe('the difference of two groups', () => {
  it('is that of their means, with errors by regression', () => {
    // Means 6 and 2, deviations ±2 and ±1.
    const found = must(difference([4, 8], [1, 3]));
    near(found.value, 4);
    near(found.programmeMean, 6);
    near(found.comparisonMean, 2);
    near(found.errors?.ols, Math.sqrt(5));
    near(found.errors?.hc0, Math.sqrt(2.5));
    near(found.errors?.hc1, Math.sqrt(5));
    near(found.errors?.hc2, Math.sqrt(5));
    near(found.errors?.hc3, Math.sqrt(10));
  });

  it('weighs the people compared with', () => {
    const found = must(difference([4, 8], [0, 4], [3, 1]));
    near(found.comparisonMean, 1);
    near(found.programmeMean, 6);
    near(found.value, 5);
    // 8 over 2² of the programme; (3 × −1)² + (1 × 3)² over 4² of the others.
    near(found.errors?.hc0, Math.sqrt(8 / 4 + 18 / 16));
  });

  it('has no errors where a group is of one person', () => {
    expect(must(difference([4], [1, 3])).errors).toBeNull();
    expect(must(difference([4, 5], [1])).errors).toBeNull();
  });

  it('is refused for nobody and for numbers that are none', () => {
    expect(difference([], [1])).toEqual({ refused: 'nobody', values: { group: 'programme' } });
    expect(difference([1], [])).toEqual({ refused: 'nobody', values: { group: 'comparison' } });
    expect(difference([1, Number.NaN], [1])).toEqual({
      refused: 'not-a-number',
      values: { what: 'programme', place: 2 },
    });
    expect(difference([1], [Infinity])).toMatchObject({ values: { what: 'comparison', place: 1 } });
  });
});

describe('Welch’s test', () => {
  it('has degrees of freedom between those of the smaller group and of both', () => {
    // 8/4 and 3/9: variance 7/3 over (4/3 + 1/72).
    const test = must(
      welchTest({ people: 4, mean: 5, variance: 8 }, { people: 9, mean: 2, variance: 3 }, 0.9),
    );
    near(test.degreesOfFreedom, (7 / 3) ** 2 / (4 / 3 + 1 / 9 / 8));
    near(test.standardError, Math.sqrt(7 / 3));
    near(test.t, 3 / Math.sqrt(7 / 3));
    const width = studentWithin(0.9, test.degreesOfFreedom) * test.standardError;
    near(test.interval.low, 3 - width);
    near(test.interval.high, 3 + width);
    // scipy.stats.ttest_ind_from_stats(5, √8, 4, 2, √3, 9, equal_var=False).
    near(test.probability, 0.12028086440930486, 1e-10);
  });

  it('is refused for one person, and where nobody differs', () => {
    const two = { people: 2, mean: 1, variance: 0 };
    expect(welchTest({ ...two, people: 1 }, two, 0.95)).toEqual({
      refused: 'too-few',
      values: { group: 'programme', least: 2, people: 1 },
    });
    expect(welchTest(two, { ...two, people: 0 }, 0.95)).toMatchObject({
      values: { group: 'comparison', people: 0 },
    });
    expect(welchTest(two, two, 0.95)).toEqual({ refused: 'no-variation', values: { what: 'outcome' } });
    expect(welchTest(two, { ...two, variance: 1 }, 0.95)).not.toHaveProperty('refused');
  });
});

describe('an uncorrected comparison', () => {
  const groups = { programme: shares(6, 10), comparison: shares(3, 12) };

  it('is the difference of shares, with what it stands on', () => {
    const found = must(unadjustedComparison(groups, false));
    near(found.value, 0.35);
    near(found.observed, 0.6);
    near(found.counterfactual, 0.25);
    near(found.standardError, Math.sqrt(0.24 / 9 + 0.1875 / 11));
    near(found.standardError, found.errors!.hc2);
    expect(found).toMatchObject({
      design: 'unadjusted-comparison',
      grade: 4,
      outcomeIsShare: true,
      sample: { programme: { people: 10, lost: 0 }, comparison: { people: 12, lost: 0 } },
      assumptions: ['alike-groups', 'independent-people', 'same-measure', 'lost-like-observed'],
      knownBias: ['selection'],
      warnings: [],
      interval: { kind: 'confidence-interval', method: 'student', level: 0.95 },
    });
    expect(found).not.toHaveProperty('bootstrap');
    near(found.interval!.low + found.interval!.high, 0.7);
    const narrow = must(unadjustedComparison(groups, false, { level: 0.5 }));
    expect(narrow.interval!.high).toBeLessThan(found.interval!.high);
    expect(narrow.interval).toMatchObject({ level: 0.5 });
  });

  it('is a trial where chance decided who took part', () => {
    const found = must(unadjustedComparison({ ...groups, lost: { programme: 4, comparison: 1 } }, true));
    expect(found).toMatchObject({
      design: 'randomised-comparison',
      grade: 1,
      knownBias: [],
      assumptions: ['assigned-by-chance', 'independent-people', 'same-measure', 'lost-like-observed'],
      sample: { programme: { people: 10, lost: 4 }, comparison: { people: 12, lost: 1 } },
    });
  });

  it('of anything but 0 and 1 is of no shares', () => {
    const isShare = (programme: readonly number[], comparison: readonly number[]) =>
      must(unadjustedComparison({ programme, comparison }, false)).outcomeIsShare;
    expect([isShare([0, 2], [1, 0]), isShare([0, 1], [1, 0.5])]).toEqual([false, false]);
  });

  it('says where it cannot say how sure it is', () => {
    const alike = must(unadjustedComparison({ programme: shares(9, 12), comparison: shares(0, 1) }, false));
    expect(alike).toMatchObject({ standardError: null, interval: null, errors: null });
    expect(codes(alike)).toEqual(['small-sample', 'no-interval']);
    const same = must(unadjustedComparison({ programme: shares(10, 10), comparison: shares(0, 10) }, false));
    expect(same).toMatchObject({ value: 1, standardError: null, interval: null });
    expect(codes(same)).toEqual(['no-variation-seen']);
  });

  it('is refused at an impossible level and for nobody', () => {
    expect(unadjustedComparison(groups, false, { level: 1 })).toMatchObject({ refused: 'out-of-range' });
    expect(unadjustedComparison({ ...groups, comparison: [] }, false)).toMatchObject({ refused: 'nobody' });
  });

  it('is worked out again for resampled people of each group', () => {
    const found = must(unadjustedComparison(groups, false, { bootstrap: BOOTSTRAP, level: 0.9 }));
    const { draws, observedDraws, counterfactualDraws, failed, percentile, bca } = found.bootstrap!;
    expect([draws.length, observedDraws.length, counterfactualDraws.length, failed]).toEqual([
      400, 400, 400, 0,
    ]);
    draws.forEach((draw, at) => {
      // Ten and twelve people: shares are tenths and twelfths.
      const [ours, theirs] = [observedDraws[at]! * 10, counterfactualDraws[at]! * 12];
      for (const count of [ours, theirs]) expect(Math.abs(count - Math.round(count))).toBeLessThan(1e-9);
      expect(Math.abs(draw - (ours / 10 - theirs / 12))).toBeLessThan(1e-12);
    });
    // The error is about 0.21; its mean over 400 draws is off by some hundredths.
    expect(Math.abs(mean(draws) - 0.35)).toBeLessThan(0.05);
    expect(percentile).toMatchObject({ kind: 'confidence-interval', method: 'percentile', level: 0.9 });
    expect(bca).toMatchObject({ kind: 'confidence-interval', method: 'bca', level: 0.9 });
    expect(percentile!.low).toBeLessThan(0.35);
    expect(percentile!.high).toBeGreaterThan(0.35);
    expect(must(unadjustedComparison(groups, false, { bootstrap: BOOTSTRAP, level: 0.9 }))).toEqual(found);
  });
});

describe('resampling', () => {
  it('counts and names resamples without an estimate', () => {
    let calls = 0;
    const of = ([places = new Uint32Array()]: readonly Resample[]) => {
      calls += 1;
      return places[0] === 0 ? refuse('no-overlap') : { value: mean([...places]), observed: 1 };
    };
    const found = resampled([3], of, { bootstrap: { ...BOOTSTRAP, replicates: 100 } });
    expect(found.bootstrap!.failed).toBeGreaterThan(10);
    expect(found.bootstrap!.draws).toHaveLength(100 - found.bootstrap!.failed);
    expect(found.bootstrap!.observedDraws).toHaveLength(100 - found.bootstrap!.failed);
    expect(found.warnings[0]).toEqual({
      code: 'failed-replicates',
      values: { failed: found.bootstrap!.failed, replicates: 100 },
    });
    // The jackknife fails where person 0 comes first, so that there is no acceleration.
    expect(found.bootstrap!.bca).toBeNull();
    expect(found.bootstrap!.percentile).not.toBeNull();
    expect(calls).toBe(103);
  });

  it('does nothing unless asked', () => {
    expect(resampled([3], () => expect.unreachable(), {})).toEqual({ warnings: [] });
    expect(resampledAlone(3, () => expect.unreachable(), {})).toEqual({ warnings: [] });
  });

  it('says where more resamples are needed', () => {
    const few = resampledAlone(5, (places) => mean([...places]), {
      bootstrap: { ...BOOTSTRAP, replicates: 20 },
    });
    expect(codes(few)).toEqual(['extreme-quantile']);
    const enough = resampledAlone(5, (places) => mean([...places]), { bootstrap: BOOTSTRAP, level: 0.8 });
    expect(codes(enough)).toEqual([]);
    expect(Object.keys(enough.bootstrap!).sort()).toEqual(['bca', 'draws', 'failed', 'percentile']);
  });

  it('has no interval where there are no two numbers', () => {
    const none = resampledAlone(2, () => null, { bootstrap: { ...BOOTSTRAP, replicates: 3 } });
    expect(none.bootstrap).toEqual({ percentile: null, bca: null, failed: 3, draws: [] });
  });

  it('corrects by the people left out in turn, group by group', () => {
    const values = [1, 2, 3, 4, 20];
    const found = resampledAlone(5, (places) => mean([...places].map((at) => values[at]!)), {
      bootstrap: { ...BOOTSTRAP, replicates: 2000 },
    }).bootstrap!;
    // Skewed to the right, so that both ends move up.
    expect(found.bca!.low).toBeGreaterThan(found.percentile!.low);
    expect(found.bca!.high).toBeGreaterThan(found.percentile!.high);
  });

  it('leaves nobody out in turn of more than ten thousand', () => {
    let calls = 0;
    const of = ([places = new Uint32Array()]: readonly Resample[]) => {
      calls += 1;
      return { value: places[0] ?? 0 };
    };
    const options = { bootstrap: { ...BOOTSTRAP, replicates: 3 } };
    expect(resampled([6000, 4001], of, options).bootstrap!.bca).toBeNull();
    expect(calls).toBe(3);
    resampled([6000, 4000], of, options);
    expect(calls).toBeGreaterThan(10_000);
  });
});

describe('before and after', () => {
  const people = [2, 4, 6, 8, 10, 1, 3, 5, 7, 9].map((before, at) => ({
    before,
    after: before - (at % 2) * 2,
  }));

  it('is the mean change, and has no counterfactual', () => {
    const found = must(beforeAfter(people, 2));
    near(found.value, -1);
    // Deviations of 1 for ten people: variance 10/9.
    near(found.standardError, Math.sqrt(1 / 9));
    const width = studentWithin(0.95, 9) / 3;
    near(found.interval?.low, -1 - width);
    near(found.interval?.high, -1 + width);
    expect(found).toMatchObject({
      design: 'before-after',
      grade: 6,
      sample: { programme: { people: 10, lost: 2 } },
      assumptions: ['no-other-change', 'independent-people', 'lost-like-observed'],
      knownBias: ['regression-to-the-mean', 'no-counterfactual'],
      warnings: [],
      interval: { kind: 'confidence-interval', level: 0.95, method: 'student' },
    });
    expect(Object.keys(found)).not.toContain('counterfactual');
    expect(Object.keys(found)).not.toContain('observed');
    expect(Object.keys(found)).not.toContain('bootstrap');
  });

  it('of three people carries its width and a warning', () => {
    const found = must(beforeAfter(people.slice(0, 3)));
    expect(codes(found)).toEqual(['small-sample']);
    // −2 of three: error 2/3; Student’s number of two degrees of freedom is 4.3027.
    near(found.interval!.high - found.interval!.low, 2 * 4.302652729911275 * (2 / 3), 1e-9);
  });

  it('of one person has no error', () => {
    const found = must(beforeAfter(people.slice(1, 2)));
    expect(found).toMatchObject({ value: -2, standardError: null, interval: null });
    expect(codes(found)).toEqual(['small-sample', 'no-interval']);
  });

  it('of people who all changed alike has none either', () => {
    const found = must(beforeAfter(Array.from({ length: 10 }, () => ({ before: 1, after: 2 }))));
    expect(found).toMatchObject({ value: 1, standardError: null, interval: null });
    expect(codes(found)).toEqual(['no-variation-seen']);
  });

  it('has draws of the change alone', () => {
    const { bootstrap } = must(beforeAfter(people, 0, { bootstrap: BOOTSTRAP }));
    expect(Object.keys(bootstrap!).sort()).toEqual(['bca', 'draws', 'failed', 'percentile']);
    expect(bootstrap!.draws).toHaveLength(400);
    expect(Math.abs(mean(bootstrap!.draws) + 1)).toBeLessThan(0.1);
  });

  it('is refused for nobody, numbers that are none, and an impossible level', () => {
    expect(beforeAfter([])).toEqual({ refused: 'nobody', values: { group: 'programme' } });
    expect(beforeAfter([{ before: 1, after: Number.NaN }])).toMatchObject({ refused: 'not-a-number' });
    expect(beforeAfter(people, 0, { level: 0 })).toMatchObject({ refused: 'out-of-range' });
  });
});

describe('a named group as a whole', () => {
  const programme = shares(6, 10);

  it('by a count says as much as its people one by one', () => {
    const expected = must(
      unadjustedComparison({ programme, comparison: shares(3, 12) }, false, { bootstrap: BOOTSTRAP }),
    );
    const found = must(
      knownGroupComparison(programme, { name: 'waiting list', people: 12, withOutcome: 3 }, 0, {
        bootstrap: BOOTSTRAP,
      }),
    );
    expect(found).toMatchObject({ ...expected, design: 'group-aggregates', comparedWith: 'waiting list' });
    expect(found.grade).toBe(4);
  });

  it('counts those lost by the programme', () => {
    const group: KnownGroup = { name: 'list', people: 12, withOutcome: 3 };
    expect(must(knownGroupComparison(programme, group, 5)).sample).toEqual({
      programme: { people: 10, lost: 5 },
      comparison: { people: 12, lost: 0 },
    });
    expect(
      must(knownGroupComparison(programme, { name: 'x', people: 9, mean: 1, standardDeviation: 1 }, 5))
        .sample,
    ).toEqual({ programme: { people: 10, lost: 5 }, comparison: { people: 9, lost: 0 } });
  });

  it('by mean and standard deviation has Welch’s error', () => {
    const found = must(
      knownGroupComparison([10, 14, 12, 16], { name: 'register', people: 25, mean: 9, standardDeviation: 5 }),
    );
    near(found.value, 4);
    near(found.counterfactual, 9);
    near(found.observed, 13);
    near(found.standardError, Math.sqrt(20 / 3 / 4 + 1));
    expect(found).toMatchObject({
      design: 'group-aggregates',
      comparedWith: 'register',
      grade: 4,
      outcomeIsShare: false,
      knownBias: ['selection'],
      assumptions: ['alike-groups', 'independent-people', 'same-measure', 'lost-like-observed'],
      interval: { kind: 'confidence-interval', method: 'student', level: 0.95 },
    });
    expect(codes(found)).toEqual(['small-sample']);
    expect(found).not.toHaveProperty('bootstrap');
  });

  it('by mean and standard deviation is drawn from a normal distribution', () => {
    const found = must(
      knownGroupComparison(
        Array.from({ length: 20 }, (_, at) => at),
        { name: 'register', people: 100, mean: 5, standardDeviation: 20 },
        0,
        { bootstrap: { ...BOOTSTRAP, replicates: 4000 } },
      ),
    );
    const { draws, observedDraws, counterfactualDraws, percentile, bca } = found.bootstrap!;
    expect([percentile, bca]).toEqual([null, null]);
    expect(codes(found)).toContain('normal-draws');
    // The mean of the group has an error of 2, of which 4000 draws leave some hundredths.
    expect(Math.abs(mean(counterfactualDraws) - 5)).toBeLessThan(0.15);
    const spread = Math.sqrt(mean(counterfactualDraws.map((draw) => (draw - 5) * (draw - 5))));
    expect(Math.abs(spread - 2)).toBeLessThan(0.1);
    draws.forEach((draw, at) => near(draw, observedDraws[at]! - counterfactualDraws[at]!));
  });

  it('of many people is taken as a whole, and is still of shares', () => {
    const many = (people: number) =>
      must(
        knownGroupComparison(programme, { name: 'register', people, withOutcome: people / 4 }, 0, {
          bootstrap: BOOTSTRAP,
        }),
      );
    near(many(5004).standardError, Math.sqrt(0.24 / 9 + 0.1875 / 5003));
    near(many(5000).standardError, Math.sqrt(0.24 / 9 + 0.1875 / 4999));
    expect(codes(many(5004))).toContain('normal-draws');
    expect(codes(many(5000))).not.toContain('normal-draws');
    expect(many(5004).outcomeIsShare).toBe(true);
    expect(
      must(knownGroupComparison([0, 0.5], { name: 'x', people: 8000, withOutcome: 1 })).outcomeIsShare,
    ).toBe(false);
    expect(many(5004).comparedWith).toBe('register');
  });

  it.each<[string, readonly number[], KnownGroup, object]>([
    [
      'nobody in it',
      programme,
      { name: 'x', people: 0, withOutcome: 0 },
      { refused: 'nobody', values: { group: 'x' } },
    ],
    ['half a person', programme, { name: 'x', people: 2.5, withOutcome: 1 }, { refused: 'nobody' }],
    [
      'more with the outcome than people',
      programme,
      { name: 'x', people: 2, withOutcome: 3 },
      { refused: 'out-of-range', values: { what: 'withOutcome', low: 0, high: 2 } },
    ],
    ['fewer than none', programme, { name: 'x', people: 2, withOutcome: -1 }, { refused: 'out-of-range' }],
    [
      'a part of a person',
      programme,
      { name: 'x', people: 2, withOutcome: 0.5 },
      { refused: 'out-of-range' },
    ],
    [
      'a deviation below 0',
      programme,
      { name: 'x', people: 2, mean: 1, standardDeviation: -1 },
      { refused: 'out-of-range', values: { what: 'standardDeviation', low: 0, high: '∞' } },
    ],
    [
      'a mean that is none',
      programme,
      { name: 'x', people: 2, mean: Number.NaN, standardDeviation: 1 },
      { refused: 'not-a-number', values: { what: 'comparison', place: 1 } },
    ],
    [
      'nobody to hold against it',
      [],
      { name: 'x', people: 2, mean: 1, standardDeviation: 1 },
      { refused: 'nobody' },
    ],
    ['nobody to hold against a count', [], { name: 'x', people: 2, withOutcome: 1 }, { refused: 'nobody' }],
    [
      'an outcome that is none',
      [Number.NaN],
      { name: 'x', people: 2, mean: 1, standardDeviation: 1 },
      { values: { what: 'programme', place: 1 } },
    ],
  ])('is refused with %s', (_what, people, group, refusal) =>
    expect(knownGroupComparison(people, group)).toMatchObject(refusal),
  );

  it('may have all or none with the outcome, and no deviation', () => {
    for (const withOutcome of [0, 2]) {
      expect(knownGroupComparison(programme, { name: 'x', people: 2, withOutcome })).not.toHaveProperty(
        'refused',
      );
    }
    const even: KnownGroup = { name: 'x', people: 1, mean: 1, standardDeviation: 0 };
    expect(knownGroupComparison(programme, even)).toMatchObject({ standardError: null });
    expect(knownGroupComparison(programme, even, 0, { level: 2 })).toMatchObject({ refused: 'out-of-range' });
  });
});

describe('a published rate', () => {
  const baseline: Baseline = {
    low: 0.1,
    high: 0.3,
    horizonMonths: 12,
    population: 'long-term unemployed',
    source: 'a register',
  };
  const programme = shares(6, 10);

  it('is held against the share with the outcome, its range as a range', () => {
    const found = must(baselineComparison(programme, 12, baseline, 1));
    near(found.value, 0.4);
    near(found.counterfactual, 0.2);
    near(found.standardError, Math.sqrt(0.24 / 9));
    expect(found).toMatchObject({
      design: 'published-baseline',
      grade: 5,
      observed: 0.6,
      outcomeIsShare: true,
      sample: { programme: { people: 10, lost: 1 }, comparison: { people: 0, lost: 0 } },
      assumptions: ['published-rate-applies', 'independent-people', 'lost-like-observed'],
      knownBias: ['population-average', 'selection'],
      warnings: [],
      baseline,
    });
    expect(found.interval).toMatchObject({ kind: 'range', of: 'published-rates' });
    near(found.interval?.low, 0.3);
    near(found.interval?.high, 0.5);
    expect(found).not.toHaveProperty('bootstrap');
  });

  it('given as one number has no range, and says so', () => {
    const found = must(baselineComparison(programme, 12, { ...baseline, high: 0.1 }));
    expect(found.interval).toBeNull();
    expect(codes(found)).toEqual(['baseline-point']);
    near(found.counterfactual, 0.1);
  });

  it('is drawn evenly from its range', () => {
    const found = must(
      baselineComparison(programme, 12, baseline, 0, { bootstrap: { ...BOOTSTRAP, replicates: 2000 } }),
    );
    const { draws, observedDraws, counterfactualDraws } = found.bootstrap!;
    expect(Math.min(...counterfactualDraws)).toBeGreaterThanOrEqual(0.1);
    expect(Math.max(...counterfactualDraws)).toBeLessThanOrEqual(0.3);
    expect(Math.max(...counterfactualDraws) - Math.min(...counterfactualDraws)).toBeGreaterThan(0.19);
    // The error of the mean of 2000 even draws over 0.2 is 0.0013.
    expect(Math.abs(mean(counterfactualDraws) - 0.2)).toBeLessThan(0.0065);
    draws.forEach((draw, at) => expect(draw).toBe(observedDraws[at]! - counterfactualDraws[at]!));
  });

  it('says where people are few, or nobody differs', () => {
    expect(codes(must(baselineComparison(shares(9, 9), 12, baseline)))).toEqual(['small-sample']);
    expect(must(baselineComparison(shares(9, 9), 12, baseline)).standardError).toBeNull();
  });

  it.each<[string, readonly number[], number, Partial<Baseline>, object]>([
    [
      'of another number of months',
      programme,
      6,
      {},
      { refused: 'horizon-differs', values: { outcome: 6, rate: 12 } },
    ],
    ['of outcomes that are no shares', [0, 0.5], 12, {}, { refused: 'not-a-share' }],
    ['of nobody', [], 12, {}, { refused: 'nobody' }],
    ['that is no share', programme, 12, { high: 1.1 }, { values: { what: 'high', low: 0, high: 1 } }],
    ['below 0', programme, 12, { low: -0.1 }, { values: { what: 'low', low: 0, high: 1 } }],
    [
      'from high to low',
      programme,
      12,
      { low: 0.4 },
      { refused: 'out-of-range', values: { what: 'high', low: 0.4, high: 1 } },
    ],
    ['with numbers that are none', [Number.NaN], 12, {}, { refused: 'not-a-number' }],
  ])('is refused: %s', (_what, people, months, change, refusal) =>
    expect(baselineComparison(people, months, { ...baseline, ...change })).toMatchObject(refusal),
  );

  it('may be nothing or all', () => {
    expect(baselineComparison(programme, 12, { ...baseline, low: 0, high: 1 })).not.toHaveProperty('refused');
    expect(baselineComparison(programme, 12, baseline, 0, { level: 1 })).toMatchObject({
      refused: 'out-of-range',
    });
  });
});

describe('differences in differences', () => {
  const two = (before: number | null, after: number | null) => ({ before, after });
  let groups: TwoGroupsOverTime;
  beforeEach(() => {
    groups = {
      programme: [two(1, 6), two(3, 8), two(2, null), two(null, 10)],
      comparison: [two(4, 5), two(6, 9), two(5, 7)],
    };
  });

  it('take the means of all who are known at each moment', () => {
    const found = must(differenceInDifferences(groups));
    near(found.means.programme.before, 2);
    near(found.means.programme.after, 8);
    near(found.means.comparison.before, 5);
    near(found.means.comparison.after, 7);
    near(found.value, 4);
    near(found.observed, 8);
    near(found.counterfactual, 4);
    expect(found).toMatchObject({
      design: 'difference-in-differences',
      grade: 3,
      rows: 12,
      outcomeIsShare: false,
      sample: { programme: { people: 4, lost: 0 }, comparison: { people: 3, lost: 0 } },
      assumptions: ['parallel-change', 'independent-people', 'same-measure', 'lost-like-observed'],
      knownBias: ['diverging-trends', 'unrecorded-differences'],
      interval: { kind: 'confidence-interval', method: 'student', level: 0.95 },
    });
    expect(codes(found)).toEqual(['small-sample']);
    // Residual squares: 2 before and 8 after of the programme, 2 and 8 of the comparison; 12 rows, 4 coefficients.
    near(found.errors?.ols, Math.sqrt((20 / 8) * (4 / 3)));
    near(found.errors?.hc0, Math.sqrt(20 / 9));
    near(found.errors?.hc1, Math.sqrt((20 / 9) * (12 / 8)));
    near(found.errors?.hc2, Math.sqrt((20 / 9) * (3 / 2)));
    near(found.errors?.hc3, Math.sqrt((20 / 9) * (9 / 4)));
    // By person: −2 − −1, 0 − 1, −0, 2; −2 − −1, 2 − 1, 0 − 0: squares 1, 1, 0, 4, 1, 1, 0 over 3².
    near(found.errors?.cluster, Math.sqrt((8 / 9) * (7 / 6) * (11 / 8)));
    near(found.standardError, found.errors!.cluster!);
    const width = studentWithin(0.95, 6) * found.standardError!;
    near(found.interval?.low, 4 - width);
    near(found.interval?.high, 4 + width);
  });

  it('over those known twice take the changes of each', () => {
    const found = must(
      balancedDifferenceInDifferences({ ...groups, comparison: [...groups.comparison, two(null, 9)] }),
    );
    // Changes 5 and 5 against 1, 3 and 2.
    near(found.value, 3);
    near(found.standardError, Math.sqrt(1 / 3));
    near(found.errors?.hc2, Math.sqrt(1 / 3));
    near(found.observed, 7);
    near(found.counterfactual, 4);
    expect(found).toMatchObject({
      design: 'difference-in-differences',
      grade: 3,
      rows: 5,
      sample: { programme: { people: 2, lost: 2 }, comparison: { people: 3, lost: 1 } },
      means: { programme: { before: 2, after: 7 }, comparison: { before: 5, after: 7 } },
      knownBias: ['diverging-trends', 'unrecorded-differences'],
      interval: { level: 0.95, method: 'student' },
    });
    expect(found.errors).not.toHaveProperty('cluster');
    expect(codes(found)).toEqual(['small-sample', 'many-lost']);
    expect(must(balancedDifferenceInDifferences(groups, { level: 0.5 })).interval).toMatchObject({
      level: 0.5,
    });
  });

  it('count those of whom nothing is known as lost', () => {
    const withLost = { ...groups, comparison: [...groups.comparison, two(null, null)] };
    const { sample } = must(differenceInDifferences(withLost));
    expect(sample.comparison).toEqual({ people: 3, lost: 1 });
  });

  it('are of shares where all is yes or no', () => {
    const of = (last: number) =>
      must(
        differenceInDifferences({
          programme: [two(0, 1), two(0, 1), two(1, 0)],
          comparison: [two(0, 0), two(1, 1), two(null, last)],
        }),
      ).outcomeIsShare;
    expect([of(1), of(0.5)]).toEqual([true, false]);
  });

  it('have no error where a group is of one person, or nobody differs', () => {
    const lone = must(differenceInDifferences({ ...groups, programme: [two(1, 4)] }));
    expect(lone).toMatchObject({ standardError: null, interval: null, errors: null });
    expect(codes(lone)).toEqual(['small-sample', 'no-interval']);
    const few = must(
      differenceInDifferences({
        programme: [two(1, null), two(null, 2)],
        comparison: [two(1, null), two(null, 4)],
      }),
    );
    expect(few).toMatchObject({ value: -2, rows: 4, standardError: null, errors: null });
    const same = must(
      differenceInDifferences({
        programme: Array(10).fill(two(0, 1)),
        comparison: Array(10).fill(two(0, 0)),
      }),
    );
    expect(same).toMatchObject({ value: 1, standardError: null, interval: null });
    expect(codes(same)).toEqual(['no-variation-seen']);
  });

  it('are worked out again for resampled people, both moments of each together', () => {
    const all = must(differenceInDifferences(groups, { bootstrap: { ...BOOTSTRAP, replicates: 2000 } }));
    const { draws, observedDraws, counterfactualDraws, failed } = all.bootstrap!;
    // No programme person with a first, or with a second number, in 2 × (1/4)⁴ of resamples.
    expect(failed).toBeLessThan(40);
    draws.forEach((draw, at) => near(draw, observedDraws[at]! - counterfactualDraws[at]!, 1e-9));
    expect(Math.abs(mean(draws) - 4)).toBeLessThan(0.2);
    const balanced = must(balancedDifferenceInDifferences(groups, { bootstrap: BOOTSTRAP }));
    // Everybody of the programme changed by 5; after is 6 to 8.
    expect(Math.abs(mean(balanced.bootstrap!.draws) - 3)).toBeLessThan(0.1);
    expect(Math.abs(mean(balanced.bootstrap!.observedDraws) - 7)).toBeLessThan(0.2);
    expect(balanced.bootstrap!.draws).toHaveLength(400);
  });

  it('are refused where a mean is of nobody, at an impossible level, and for numbers that are none', () => {
    expect(differenceInDifferences({ ...groups, programme: [two(1, null)] })).toEqual({
      refused: 'nobody',
      values: { group: 'programme after' },
    });
    expect(differenceInDifferences({ ...groups, comparison: [two(null, 1)] })).toEqual({
      refused: 'nobody',
      values: { group: 'comparison before' },
    });
    expect(differenceInDifferences({ programme: [], comparison: [] })).toMatchObject({ refused: 'nobody' });
    expect(balancedDifferenceInDifferences({ ...groups, programme: [two(1, null)] })).toEqual({
      refused: 'nobody',
      values: { group: 'programme' },
    });
    expect(differenceInDifferences(groups, { level: 1 })).toMatchObject({ refused: 'out-of-range' });
    expect(differenceInDifferences({ ...groups, programme: [two(Number.NaN, 2)] })).toMatchObject({
      refused: 'not-a-number',
    });
  });
});
