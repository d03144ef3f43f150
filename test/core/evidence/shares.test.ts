import { beforeEach, describe, expect, it } from 'vitest';
import { beforeAfter } from '../../../src/core/evidence/before-after.js';
import { counterfactualDistribution, deadweightOf } from '../../../src/core/evidence/deadweight.js';
import { dropOffEstimate } from '../../../src/core/evidence/drop-off-estimate.js';
import type { ComparedEstimate } from '../../../src/core/evidence/estimate.js';
import { differenceBounds, meanBounds, shareBounds } from '../../../src/core/evidence/lost-bounds.js';
import { baselineComparison } from '../../../src/core/evidence/published-baseline.js';
import { unadjustedComparison } from '../../../src/core/evidence/unadjusted-comparison.js';
import { support } from '../../../src/core/uncertainty/distribution.js';
import { followUps, must, near } from './support.js';

const shares = (ones: number, people: number): readonly number[] =>
  Array.from({ length: people }, (_, at) => (at < ones ? 1 : 0));

describe('deadweight', () => {
  let estimate: ComparedEstimate;
  beforeEach(() => {
    estimate = must(unadjustedComparison({ programme: shares(6, 10), comparison: shares(3, 12) }, false));
  });

  it('is the share of outcomes that would have come about anyway', () => {
    const found = must(deadweightOf(estimate));
    near(found.counterfactualShare, 0.25);
    near(found.deadweight, 0.25 / 0.6);
  });

  it('cannot be asked of an estimate without a comparison', () => {
    const change = must(beforeAfter([{ before: 0, after: 1 }]));
    // @ts-expect-error -- before and after has no counterfactual
    const found = deadweightOf(change);
    expect(found).toEqual({ refused: 'not-a-share', values: {} });
    // @ts-expect-error -- nor has it draws of one
    expect(counterfactualDistribution(change)).toMatchObject({ refused: 'not-a-share' });
  });

  it('is none where more would have succeeded without the programme', () => {
    expect(must(deadweightOf({ ...estimate, observed: 0.2, counterfactual: 0.25 }))).toEqual({
      counterfactualShare: 0.25,
      deadweight: null,
    });
    expect(must(deadweightOf({ ...estimate, observed: 0.25, counterfactual: 0.25 })).deadweight).toBe(1);
  });

  it('is refused where it makes no sense', () => {
    expect(deadweightOf({ ...estimate, outcomeIsShare: false })).toEqual({
      refused: 'not-a-share',
      values: {},
    });
    expect(deadweightOf({ ...estimate, observed: 0 })).toEqual({ refused: 'nothing-to-share', values: {} });
    for (const counterfactual of [-0.01, 1.01, Number.NaN]) {
      expect(deadweightOf({ ...estimate, counterfactual })).toEqual({
        refused: 'counterfactual-out-of-range',
        values: { share: counterfactual },
      });
    }
  });

  it('takes what rounding leaves outside 0 to 1 for the end', () => {
    const share = (counterfactual: number) =>
      must(deadweightOf({ ...estimate, observed: 1, counterfactual })).counterfactualShare;
    expect([share(-1e-15), share(1 + 1e-15), share(0), share(1)]).toEqual([0, 1, 0, 1]);
  });
});

describe('the counterfactual share as a distribution', () => {
  const bootstrap = { seed: 1, name: 'share', replicates: 100 };

  it('is that of the draws', () => {
    const estimate = must(
      unadjustedComparison({ programme: shares(6, 10), comparison: shares(3, 12) }, false, { bootstrap }),
    );
    const { distribution, warnings } = must(counterfactualDistribution(estimate));
    if (distribution.distribution !== 'draws') throw new Error('no draws');
    expect(distribution.values).toHaveLength(100);
    distribution.values.forEach((value, at) =>
      expect(Math.abs(value - estimate.bootstrap!.counterfactualDraws[at]!)).toBeLessThan(1e-12),
    );
    expect(warnings).toEqual([]);
    const [low, high] = support(distribution);
    expect(low).toBeGreaterThanOrEqual(0);
    expect(high).toBeLessThanOrEqual(1);
  });

  it('exists where nobody succeeded', () => {
    const baseline = { low: 0.1, high: 0.2, horizonMonths: 6, population: 'all', source: 'x' };
    const estimate = must(baselineComparison(shares(0, 10), 6, baseline, 0, { bootstrap }));
    expect(counterfactualDistribution(estimate)).not.toHaveProperty('refused');
  });

  it('moves draws outside 0 to 1 to the nearer end, and says how many', () => {
    const estimate = must(
      unadjustedComparison({ programme: shares(6, 10), comparison: shares(3, 12) }, false, { bootstrap }),
    );
    const drawn = { ...estimate.bootstrap!, counterfactualDraws: [-0.5, 0.2, 1.5, 1 + 1e-15, -1e-15] };
    expect(must(counterfactualDistribution({ ...estimate, bootstrap: drawn }))).toEqual({
      distribution: { distribution: 'draws', values: [0, 0.2, 1, 1, 0] },
      warnings: [{ code: 'draws-moved', values: { moved: 2, draws: 5 } }],
    });
  });

  it('is refused without draws, and where there is no such share', () => {
    const estimate = must(
      unadjustedComparison({ programme: shares(6, 10), comparison: shares(3, 12) }, false),
    );
    expect(counterfactualDistribution(estimate)).toEqual({ refused: 'no-replicates', values: {} });
    expect(counterfactualDistribution({ ...estimate, counterfactual: 2 })).toMatchObject({
      refused: 'counterfactual-out-of-range',
    });
  });
});

describe('bounds for those lost to follow-up', () => {
  it('of a share are none of them, and all', () => {
    expect(shareBounds({ people: 8, lost: 2, withOutcome: 4 })).toEqual({
      kind: 'range',
      of: 'lost-to-follow-up',
      low: 0.4,
      high: 0.6,
      observed: 0.5,
    });
    expect(shareBounds({ people: 8, lost: 0, withOutcome: 8 })).toMatchObject({
      low: 1,
      high: 1,
      observed: 1,
    });
    expect(shareBounds({ people: 0, lost: 2, withOutcome: 0 })).toMatchObject({
      low: 0,
      high: 1,
      observed: null,
    });
  });

  it('of a difference take both the worst way, and both the best way', () => {
    const bounds = must(
      differenceBounds({ people: 8, lost: 2, withOutcome: 4 }, { people: 15, lost: 5, withOutcome: 5 }),
    );
    near(bounds.low, 0.4 - 0.5);
    near(bounds.high, 0.6 - 0.25);
    near(bounds.observed, 0.5 - 1 / 3);
    expect(bounds).toMatchObject({ kind: 'range', of: 'lost-to-follow-up' });
  });

  it('of a difference have nothing observed where nobody of a group was', () => {
    const [known, gone] = [
      { people: 8, lost: 2, withOutcome: 4 },
      { people: 0, lost: 5, withOutcome: 0 },
    ];
    expect(differenceBounds(known, gone)).toMatchObject({ observed: null });
    expect(differenceBounds(gone, known)).toMatchObject({ observed: null });
  });

  it('of a mean take the lowest and the highest value', () => {
    expect(meanBounds({ people: 8, lost: 2, mean: 5 }, 0, 10)).toEqual({
      kind: 'range',
      of: 'lost-to-follow-up',
      low: 4,
      high: 6,
      observed: 5,
    });
    expect(meanBounds({ people: 0, lost: 2, mean: 1 }, 1, 7)).toMatchObject({
      low: 1,
      high: 7,
      observed: null,
    });
    expect(meanBounds({ people: 2, lost: 0, mean: 7 }, 1, 7)).toMatchObject({ low: 7, high: 7 });
    for (const mean of [-1, 11, Number.NaN]) {
      expect(meanBounds({ people: 8, lost: 2, mean }, 0, 10)).toEqual({
        refused: 'out-of-range',
        values: { what: 'mean', low: 0, high: 10 },
      });
    }
    expect(meanBounds({ people: 0.5, lost: 2, mean: 1 }, 0, 1)).toMatchObject({
      values: { what: 'group people' },
    });
    expect(meanBounds({ people: 0, lost: 0, mean: 1 }, 0, 1)).toMatchObject({ refused: 'nobody' });
  });

  it.each([
    [
      { people: -1, lost: 2, withOutcome: 0 },
      { refused: 'not-a-count', values: { what: 'group people' } },
    ],
    [
      { people: 1.5, lost: 2, withOutcome: 0 },
      { refused: 'not-a-count', values: { what: 'group people' } },
    ],
    [
      { people: 1, lost: -2, withOutcome: 0 },
      { refused: 'not-a-count', values: { what: 'group lost' } },
    ],
    [
      { people: 1, lost: 2, withOutcome: 2 },
      { refused: 'out-of-range', values: { what: 'group withOutcome', low: 0, high: 1 } },
    ],
    [{ people: 1, lost: 2, withOutcome: 0.5 }, { refused: 'out-of-range' }],
    [{ people: 1, lost: 2, withOutcome: -1 }, { refused: 'out-of-range' }],
    [
      { people: 0, lost: 0, withOutcome: 0 },
      { refused: 'nobody', values: { group: 'group' } },
    ],
  ])('are refused for %j', (group, refusal) => expect(shareBounds(group)).toMatchObject(refusal));

  it('of a difference name the group that is wrong', () => {
    const known = { people: 8, lost: 2, withOutcome: 4 };
    expect(differenceBounds({ ...known, people: -1 }, known)).toMatchObject({
      values: { what: 'programme people' },
    });
    expect(differenceBounds(known, { ...known, lost: -1 })).toMatchObject({
      values: { what: 'comparison lost' },
    });
  });
});

describe('a drop-off from follow-up', () => {
  const people = followUps(`100 200 400 ${'900+ '.repeat(10).trim()}`);

  it('names what it stands on', () => {
    const found = must(dropOffEstimate(people, 3));
    near(found.value, 1 - Math.sqrt(10 / 13));
    expect(found).toMatchObject({
      design: 'follow-up',
      grade: 4,
      standardError: null,
      sample: { programme: { people: 13, lost: 3 } },
      assumptions: ['censoring-unrelated', 'independent-people', 'lost-like-observed'],
      knownBias: ['survivors-only'],
      warnings: [],
      dropOff: { years: 2, atRisk: 10 },
      interval: { kind: 'confidence-interval', method: 'log-log', level: 0.95 },
    });
    expect([found.interval!.low, found.interval!.high]).toEqual([
      found.dropOff.interval!.low,
      found.dropOff.interval!.high,
    ]);
    expect(found).not.toHaveProperty('bootstrap');
    const narrow = must(dropOffEstimate(people, 0, { level: 0.5 }));
    expect(narrow.interval!.high).toBeLessThan(found.interval!.high);
  });

  it('takes years of another length, and fewer people', () => {
    const found = must(dropOffEstimate(followUps('5 9+ 12+'), 0, { yearLength: 6, leastAtRisk: 2 }));
    near(found.value, 1 / 3);
    expect(found.warnings.map(({ code }) => code)).toEqual(['small-sample']);
  });

  it('says where nothing happened, or nobody is left', () => {
    const none = must(dropOffEstimate(followUps('900+ '.repeat(12).trim())));
    expect(none).toMatchObject({ value: 0, interval: null });
    expect(none.warnings.map(({ code }) => code)).toEqual(['no-variation-seen']);
    const all = must(dropOffEstimate(followUps('365 '.repeat(12).trim())));
    expect(all).toMatchObject({ value: 1, interval: null });
  });

  it('is worked out again over the same years', () => {
    const found = must(dropOffEstimate(people, 0, { bootstrap: { seed: 1, name: 'x', replicates: 500 } }));
    const { draws, failed } = found.bootstrap!;
    expect([draws.length, failed]).toEqual([500, 0]);
    // Left are k of 13 people, so that each draw is one less the root of k/13.
    for (const draw of draws) {
      const left = 13 * (1 - draw) * (1 - draw);
      expect(Math.abs(left - Math.round(left))).toBeLessThan(1e-9);
    }
    expect(Math.abs(draws.reduce((sum, one) => sum + one, 0) / 500 - found.value)).toBeLessThan(0.02);
  });

  it('has no draw of resamples in which nobody was followed so long', () => {
    const few = followUps('100 200 800+');
    const found = must(
      dropOffEstimate(few, 0, { leastAtRisk: 1, bootstrap: { seed: 1, name: 'x', replicates: 900 } }),
    );
    // The third person is missing from (2/3)³ of resamples, 267 of 900 on average, give or take 14.
    expect(Math.abs(found.bootstrap!.failed - 900 * (8 / 27))).toBeLessThan(70);
  });

  it('is refused where too few were followed for a year, and for follow-ups that are none', () => {
    expect(dropOffEstimate(people.slice(0, 10))).toEqual({
      refused: 'too-few',
      values: { group: 'follow-up of one year', least: 10, people: 8 },
    });
    expect(dropOffEstimate([])).toMatchObject({ refused: 'nobody' });
    expect(dropOffEstimate(people, 0, { yearLength: 0 })).toMatchObject({ refused: 'not-positive' });
    expect(dropOffEstimate(people, 0, { level: 1 })).toMatchObject({ refused: 'out-of-range' });
  });
});
