import { describe, expect, it } from 'vitest';
import { chiSquareAbove } from '../../../src/core/evidence/chi-square.js';
import { logRank } from '../../../src/core/evidence/log-rank.js';
import {
  type CurveInterval,
  atRiskAt,
  survivalAt,
  survivalCurve,
} from '../../../src/core/evidence/survival-curve.js';
import { medianTime, restrictedMean, yearlyDropOff } from '../../../src/core/evidence/survival-summaries.js';
import { solveSymmetric } from '../../../src/core/evidence/symmetric-system.js';
import { followUps, MAINTAINED, must, near, NOT_MAINTAINED } from './support.js';

const curveOf = (text: string, kind?: CurveInterval, level?: number) =>
  must(survivalCurve(followUps(text), kind, level));

/** The quantile of the normal distribution at 97.5 %. */
const Z = 1.959963984540054;

describe('a survival curve', () => {
  it('is the product of the shares who come through each time', () => {
    const { people, events, level, intervalKind, points } = curveOf(MAINTAINED);
    expect({ people, events, level, intervalKind }).toEqual({
      people: 11,
      events: 7,
      level: 0.95,
      intervalKind: 'log-log',
    });
    expect(points.map(({ time, atRisk, events: count }) => [time, atRisk, count])).toEqual([
      [9, 11, 1],
      [13, 10, 1],
      [18, 8, 1],
      [23, 7, 1],
      [31, 5, 1],
      [34, 4, 1],
      [48, 2, 1],
    ]);
    const expected = [10 / 11, 9 / 11, (9 * 7) / (11 * 8), (9 * 7 * 6) / (11 * 8 * 7)];
    expected.forEach((share, at) => near(points[at]?.survival, share));
    near(points[2]?.cumulativeHazard, 1 / 11 + 1 / 10 + 1 / 8);
    // Greenwood: 1/(11 × 10) + 1/(10 × 9) + 1/(8 × 7).
    near(points[2]?.standardError, ((9 * 7) / 88) * Math.sqrt(1 / 110 + 1 / 90 + 1 / 56));
  });

  it('takes several events of one time together, in any order of people', () => {
    const { points } = curveOf('8 5 45 5 8 12');
    expect(points.map(({ time, atRisk, events }) => [time, atRisk, events])).toEqual([
      [5, 6, 2],
      [8, 4, 2],
      [12, 2, 1],
      [45, 1, 1],
    ]);
  });

  it('has no error once it is at 0', () => {
    expect(curveOf('3 5').points.at(-1)).toMatchObject({ survival: 0, standardError: null, interval: null });
  });

  it('has intervals that stay within 0 and 1', () => {
    // One event among four: share 3/4, error 3/4 × √(1/12).
    const width = Z * Math.sqrt(1 / 12);
    const ends = (kind: CurveInterval, text = '5 6+ 7+ 8+') => curveOf(text, kind).points[0]!.interval!;
    near(ends('plain').low, 0.75 - 0.75 * width);
    expect(ends('plain').high).toBe(1);
    near(ends('log').low, 0.75 * Math.exp(-width));
    expect(ends('log').high).toBe(1);
    const log = Math.log(0.75);
    near(ends('log-log').low, Math.exp(-Math.exp(Math.log(-log) - width / log)));
    near(ends('log-log').high, Math.exp(-Math.exp(Math.log(-log) + width / log)));
    expect(ends('plain', '5 5 5 6+').low).toBe(0);
    const [low, high] = [0.5 * (1 - Z / Math.sqrt(10)), 0.5 * (1 + Z / Math.sqrt(10))];
    near(ends('plain', '5 5 5 5 5 6+ 6+ 6+ 6+ 6+').low, low);
    near(ends('plain', '5 5 5 5 5 6+ 6+ 6+ 6+ 6+').high, high);
    near(ends('log', '5 5 5 5 5 6+ 6+ 6+ 6+ 6+').high, 0.5 * Math.exp(Z / Math.sqrt(10)));
  });

  it('has narrower intervals at a lower level', () => {
    // The quantile of the normal distribution at 75 %.
    const half = 0.6744897501960817;
    near(
      curveOf('5 6+ 7+ 8+', 'log', 0.5).points[0]?.interval?.low,
      0.75 * Math.exp(-half * Math.sqrt(1 / 12)),
    );
    expect(curveOf('5', 'log', 0.5).level).toBe(0.5);
  });

  it('is level between events', () => {
    const curve = curveOf(MAINTAINED);
    expect([0, 8.9].map((time) => survivalAt(curve, time))).toEqual([1, 1]);
    expect([9, 12.9].map((time) => survivalAt(curve, time))).toEqual([10 / 11, 10 / 11]);
    near(survivalAt(curve, 13), 9 / 11);
    expect([0, 9, 9.1, 13, 13.1, 161, 162].map((time) => atRiskAt(curve, time))).toEqual([
      11, 11, 10, 10, 8, 1, 0,
    ]);
  });

  it('takes an event at time 0', () => expect(curveOf('0 4+').points[0]?.survival).toBe(0.5));

  it('is refused for nobody, for times that are none, and for impossible levels', () => {
    expect(survivalCurve([])).toEqual({ refused: 'nobody', values: { group: 'follow-up' } });
    for (const time of [-1, Number.NaN, Infinity]) {
      expect(
        survivalCurve([
          { time: 3, event: true },
          { time, event: true },
        ]),
      ).toEqual({
        refused: 'not-a-number',
        values: { what: 'time', place: 2 },
      });
    }
    for (const level of [0, 1, Number.NaN]) {
      expect(survivalCurve(followUps('5'), 'log', level)).toEqual({
        refused: 'out-of-range',
        values: { what: 'level', low: 0, high: 1 },
      });
    }
  });
});

describe('the median time', () => {
  it('is the first time at which half are gone, with the times of both limits', () => {
    expect(medianTime(curveOf(MAINTAINED, 'log'))).toEqual({ median: 31, low: 18, high: null });
    expect(medianTime(curveOf(NOT_MAINTAINED, 'log'))).toEqual({ median: 23, low: 8, high: null });
  });

  it('is the middle of a stretch along one half', () => {
    expect(medianTime(curveOf('2 4 6 8')).median).toBe(5);
    expect(medianTime(curveOf('1 1 1 2+ 2+ 2+')).median).toBe(1);
    expect(medianTime(curveOf('1 1 3 3+ 4+ 5 7')).median).toBe(5);
  });

  it('does not exist where fewer are gone', () =>
    expect(medianTime(curveOf('2 4+ 6+'))).toEqual({ median: null, low: 2, high: null }));

  it('takes what differs from one half by rounding alone for one half', () => {
    // 14/15 × 13/14 × … down to 1/2 in steps that are not exact.
    const text = '1 2 3 4 5 6 7 8 9 10 11 12 13 14';
    expect(medianTime(curveOf(text)).median).toBe(7.5);
  });
});

describe('the restricted mean', () => {
  it('is the area under the curve', () => {
    // 1 until 2, then 2/3 until 4 (one censored at 3), then 0.
    const { mean, standardError, beyondFollowUp } = must(restrictedMean(curveOf('2 3+ 4'), 4));
    near(mean, 2 + (2 / 3) * 2);
    // Only the first event has somebody left: area (2/3) × 2, times 1/(3 × 2).
    near(standardError, (4 / 3) * Math.sqrt(1 / 6));
    expect(beyondFollowUp).toBe(false);
  });

  it('ends at the horizon, within a step or before the first', () => {
    near(must(restrictedMean(curveOf('2 4 6 8'), 5)).mean, 2 + 0.75 * 2 + 0.5 * 1);
    expect(must(restrictedMean(curveOf('2 4 6 8'), 1.5))).toEqual({
      mean: 1.5,
      standardError: 0,
      beyondFollowUp: false,
    });
    near(must(restrictedMean(curveOf('2 4 6 8'), 4)).mean, 3.5);
  });

  it('adds up the variance of every event before it', () => {
    // Areas from 2 and from 4 to 5: 0.75 × 2 + 0.5 and 0.5.
    near(must(restrictedMean(curveOf('2 4 6 8'), 5)).standardError, Math.sqrt(4 / 12 + 0.25 / 6));
  });

  it('says where nobody was followed so far', () => {
    const beyond = (text: string, horizon: number) =>
      must(restrictedMean(curveOf(text), horizon)).beyondFollowUp;
    expect([beyond('2 4+', 4), beyond('2 4+', 4.1), beyond('2 4', 5)]).toEqual([false, true, false]);
    near(must(restrictedMean(curveOf('2 4+'), 6)).mean, 4);
  });

  it.each([0, -1, Number.NaN, Infinity])('is refused up to %s', (horizon) =>
    expect(restrictedMean(curveOf('2 4+'), horizon)).toEqual({
      refused: 'not-positive',
      values: { what: 'horizon' },
    }),
  );
});

describe('the yearly drop-off', () => {
  it('is over the last year with enough people at risk', () => {
    // Twelve people; two events in the first year, one in the second; ten at risk at 365 days, nine at 730.
    const text = `100 200 400 ${'900+ '.repeat(8).trim()} 370+`;
    const drop = must(yearlyDropOff(curveOf(text)));
    near(drop.yearly, 1 - 10 / 12);
    expect(drop).toMatchObject({ years: 1, atRisk: 10 });
    const two = must(yearlyDropOff(curveOf(text), { leastAtRisk: 8 }));
    near(two.yearly, 1 - Math.sqrt((10 / 12) * (8 / 9)));
    expect(two).toMatchObject({ years: 2, atRisk: 8 });
  });

  it('has the interval of the curve at that time', () => {
    const curve = curveOf(`100 200 400 ${'900+ '.repeat(9).trim()}`);
    const { low, high } = curve.points[2]!.interval!;
    const drop = must(yearlyDropOff(curve, { leastAtRisk: 9 }));
    near(drop.interval?.low, 1 - Math.sqrt(high));
    near(drop.interval?.high, 1 - Math.sqrt(low));
  });

  it('takes years of another length', () => {
    const drop = must(yearlyDropOff(curveOf('5 9+ 12+'), { yearLength: 6, leastAtRisk: 2 }));
    near(drop.yearly, 1 / 3);
    expect(drop.years).toBe(1);
    expect(must(yearlyDropOff(curveOf('5 9+ 12+'), { yearLength: 6, leastAtRisk: 1 })).years).toBe(2);
  });

  it('is none where nothing happened, and everything where all are gone', () => {
    expect(must(yearlyDropOff(curveOf('400+'), { leastAtRisk: 1 }))).toEqual({
      yearly: 0,
      years: 1,
      atRisk: 1,
      interval: { low: 0, high: 0 },
    });
    expect(must(yearlyDropOff(curveOf('365 365'), { leastAtRisk: 1 }))).toEqual({
      yearly: 1,
      years: 1,
      atRisk: 2,
      interval: null,
    });
  });

  it('is null where too few were followed for a year', () => {
    expect(yearlyDropOff(curveOf('364+ 364+'), { leastAtRisk: 1 })).toBeNull();
    expect(yearlyDropOff(curveOf(Array(9).fill('800+').join(' ')))).toBeNull();
    expect(yearlyDropOff(curveOf(Array(10).fill('800+').join(' ')))).not.toBeNull();
  });

  it('is refused with impossible options', () => {
    for (const value of [0, -1, Number.NaN]) {
      expect(yearlyDropOff(curveOf('400+'), { yearLength: value })).toEqual({
        refused: 'not-positive',
        values: { what: 'yearLength' },
      });
      expect(yearlyDropOff(curveOf('400+'), { leastAtRisk: value })).toEqual({
        refused: 'not-positive',
        values: { what: 'leastAtRisk' },
      });
    }
  });
});

describe('the log-rank test', () => {
  it('holds events against those expected', () => {
    // One and one: at 1 two at risk, one of each; at 2 one, of the second. Expected 1/2 of the first, variance 1/4.
    const test = must(logRank([followUps('1'), followUps('2')]));
    expect(test.groups).toEqual([
      { people: 1, observed: 1, expected: 0.5 },
      { people: 1, observed: 1, expected: 1.5 },
    ]);
    expect(test.covariance).toEqual([
      [0.25, -0.25],
      [-0.25, 0.25],
    ]);
    expect([test.chiSquare, test.degreesOfFreedom]).toEqual([1, 1]);
    near(test.probability, 0.31731050786291404);
  });

  it('of the leukaemia data is 3.3964 with a probability of 0.0653', () => {
    const test = must(logRank([followUps(MAINTAINED), followUps(NOT_MAINTAINED)]));
    near(test.chiSquare, 3.396388699, 1e-9);
    near(test.probability, 0.065339322041, 1e-9);
    expect(test.groups.map(({ people, observed }) => [people, observed])).toEqual([
      [11, 7],
      [12, 11],
    ]);
  });

  it('of three groups has two degrees of freedom, and does not depend on their order', () => {
    const groups = ['1 3 5 7+', '2 2 6', '4 8+ 9'].map(followUps);
    const test = must(logRank(groups));
    expect(test.degreesOfFreedom).toBe(2);
    near(must(logRank([...groups].reverse())).chiSquare, test.chiSquare);
    const mixed = groups.map((people) => [...people].reverse());
    near(must(logRank(mixed)).chiSquare, test.chiSquare);
    for (const row of test.covariance)
      expect(Math.abs(row.reduce((sum, one) => sum + one, 0))).toBeLessThan(1e-12);
    // Worked out with exact fractions.
    near(test.chiSquare, 1979557733 / 839503841, 1e-12);
  });

  it('leaves out a group that was at risk of nothing', () => {
    const two = must(logRank([followUps('2 4'), followUps('3 6')]));
    const three = must(logRank([followUps('1+'), followUps('2 4'), followUps('3 6')]));
    expect(three.degreesOfFreedom).toBe(1);
    near(three.chiSquare, two.chiSquare);
  });

  it('is refused for one group, for nobody, and where nothing tells groups apart', () => {
    expect(logRank([followUps('1')])).toEqual({ refused: 'one-group', values: {} });
    expect(logRank([])).toMatchObject({ refused: 'one-group' });
    expect(logRank([followUps('1'), []])).toMatchObject({ refused: 'nobody' });
    expect(logRank([followUps('1+'), followUps('2+')])).toMatchObject({ refused: 'no-events' });
    expect(logRank([followUps('1+'), followUps('2')])).toMatchObject({ refused: 'no-events' });
    expect(logRank([followUps('2'), followUps('2')])).toMatchObject({ refused: 'no-events' });
  });
});

describe('a symmetric system', () => {
  it('is solved', () => {
    const solution = solveSymmetric(
      [
        [4, 2, 2],
        [2, 5, 3],
        [2, 3, 6],
      ],
      [8, 10, 11],
    )!;
    [1, 1, 1].forEach((value, at) => near(solution[at], value));
    expect(solveSymmetric([[4]], [2])).toEqual([0.5]);
    expect(solveSymmetric([], [])).toEqual([]);
  });

  it.each([
    [[[0]]],
    [[[-1]]],
    [
      [
        [1, 1],
        [1, 1],
      ],
    ],
    [
      [
        [1, 2],
        [2, 1],
      ],
    ],
    [[[Number.NaN]]],
  ])('is not where the matrix is singular or worse: %j', (matrix) =>
    expect(
      solveSymmetric(
        matrix,
        matrix.map(() => 1),
      ),
    ).toBeNull(),
  );
});

describe('a chi-square', () => {
  it.each([
    [0, 3, 1],
    [3.841458820694124, 1, 0.05],
    [5.991464547107979, 2, 0.05],
    [2, 2, 0.36787944117144233],
    [124.34211340400408, 100, 0.05],
    [40, 1, 2.5396285894708634e-10],
  ])('is above %s with %i degrees of freedom by a chance of %s', (value, degrees, probability) =>
    near(chiSquareAbove(value, degrees), probability, 1e-11),
  );
});
