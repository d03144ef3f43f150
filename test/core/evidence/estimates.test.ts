import { beforeEach, describe, expect, it } from 'vitest';
import { beforeAfter } from '../../../src/core/evidence/before-after.js';
import {
  balancedDifferenceInDifferences,
  differenceInDifferences,
} from '../../../src/core/evidence/difference-in-differences.js';
import { dropOffEstimate } from '../../../src/core/evidence/drop-off-estimate.js';
import { type Estimate, GRADES } from '../../../src/core/evidence/estimate.js';
import { knownGroupComparison } from '../../../src/core/evidence/known-group.js';
import { baselineComparison } from '../../../src/core/evidence/published-baseline.js';
import { unadjustedComparison } from '../../../src/core/evidence/unadjusted-comparison.js';
import { weightedComparison } from '../../../src/core/evidence/weighted-comparison.js';
import { evidenceMessage } from '../../../src/core/wording/evidence-messages.js';
import { followUps, must } from './support.js';

describe('every design', () => {
  const options = { bootstrap: { seed: 5, name: 'every', replicates: 100 } };
  const [ours, theirs] = [
    [1, 0, 1],
    [0, 1, 0],
  ];
  let all: readonly Estimate[];
  beforeEach(() => {
    const covered = (outcomes: readonly number[]) => outcomes.map((outcome) => ({ outcome, covariates: {} }));
    const moments = (outcomes: readonly number[]) => outcomes.map((after) => ({ before: 1 - after, after }));
    const overTime = { programme: moments(ours), comparison: moments(theirs) };
    const rate = { low: 0.1, high: 0.2, horizonMonths: 12, population: 'all', source: 'x' };
    all = [
      must(unadjustedComparison({ programme: ours, comparison: theirs }, true, options)),
      must(weightedComparison({ programme: covered(ours), comparison: covered(theirs) }, options)),
      must(differenceInDifferences(overTime, options)),
      must(balancedDifferenceInDifferences(overTime, options)),
      must(unadjustedComparison({ programme: ours, comparison: theirs }, false, options)),
      must(knownGroupComparison(ours, { name: 'list', people: 9, withOutcome: 2 }, 0, options)),
      must(baselineComparison(ours, 12, rate, 0, options)),
      must(dropOffEstimate(followUps('100 400+ 500+'), 0, { leastAtRisk: 2, ...options })),
      must(beforeAfter(moments(ours), 0, options)),
    ];
  });

  it('is among them, with its grade', () => {
    expect(new Set(all.map(({ design }) => design))).toEqual(new Set(Object.keys(GRADES)));
    for (const { design, grade } of all) expect(grade).toBe(GRADES[design]);
  });

  it('says in words what it assumes and how it errs, and that three people are few', () => {
    for (const { assumptions, warnings } of all) {
      expect(assumptions.length).toBeGreaterThan(1);
      expect(warnings[0]).toEqual({ code: 'small-sample', values: { people: 3 } });
    }
    for (const { design, knownBias } of all)
      expect(knownBias.length > 0).toBe(design !== 'randomised-comparison');
    for (const { assumptions, knownBias } of all)
      for (const code of [...assumptions, ...knownBias]) expect(evidenceMessage(code)).toMatch(/\.$/);
  });

  it('speaks of confidence only where chance in sampling is meant', () => {
    for (const { design, interval } of all)
      expect(interval?.kind).toBe(design === 'published-baseline' ? 'range' : 'confidence-interval');
  });

  it('has a counterfactual if and only if it compares, and then it is what is observed less the effect', () => {
    for (const one of all) {
      expect(one.counterfactual === undefined).toBe(['before-after', 'follow-up'].includes(one.design));
      if (one.counterfactual !== undefined)
        expect(Math.abs(one.observed - one.counterfactual - one.value)).toBeLessThan(1e-12);
    }
  });

  it('is data, the same each time, draws included', () => {
    for (const one of all) {
      expect(one.bootstrap!.draws.length).toBeGreaterThan(50);
      expect(JSON.parse(JSON.stringify(one))).toMatchObject({ design: one.design, value: one.value });
      for (const draw of one.bootstrap!.draws) expect(Number.isFinite(draw)).toBe(true);
    }
  });
});
