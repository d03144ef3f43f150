import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { logRank } from '../../src/core/evidence/log-rank.js';
import { isRefusal, type Refusal } from '../../src/core/evidence/refusal.js';
import { type CurveInterval, type FollowUp, survivalCurve } from '../../src/core/evidence/survival-curve.js';
import { medianTime, restrictedMean } from '../../src/core/evidence/survival-summaries.js';

const folder = process.env['CONFORMANCE_DATA'];
if (folder === undefined)
  throw new Error('Set CONFORMANCE_DATA to the folder of published cases and test vectors.');

type Table = Record<
  'time' | 'n_risk' | 'n_event' | 'surv' | 'se' | 'lower' | 'upper' | 'cumhaz',
  (number | null)[]
>;
interface Means {
  rmean: number[];
  se: number[];
}
interface Vectors {
  aml_data: { time: number[]; status: number[]; x: string[] };
  aml_plain: Record<string, Table>;
  aml_log: Record<string, Table>;
  'aml_log-log': Record<string, Table>;
  aml_median: {
    rmean: number[];
    'se(rmean)': number[];
    median: number[];
    '0.95LCL': number[];
    '0.95UCL': (number | null)[];
  };
  aml_logrank: { obs: number[]; exp: number[]; var: number[][]; chisq: number; p: number };
  aml_rmst_24: Means;
  aml_rmst_36: Means;
  aml_rmst_45: Means;
}

const vectors = JSON.parse(readFileSync(join(folder, 'test-vectors', 'survival.json'), 'utf8')) as Vectors;

/** The tables print eleven or twelve digits. */
const RELATIVE = 1e-9;
function near(one: number | null | undefined, other: number | null | undefined): void {
  if (other === null || other === undefined) expect(one).toBeNull();
  else expect(Math.abs((one ?? Number.NaN) - other)).toBeLessThanOrEqual(RELATIVE * Math.abs(other));
}

function must<T extends object>(outcome: T | Refusal): T {
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  return outcome;
}

const NAMES = ['Maintained', 'Nonmaintained'] as const;
const group = (name: string): readonly FollowUp[] =>
  vectors.aml_data.time.flatMap((time, at) =>
    vectors.aml_data.x[at] === name ? [{ time, event: vectors.aml_data.status[at] === 1 }] : [],
  );

describe.each(NAMES)('the aml data, %s', (name) => {
  it.each<CurveInterval>(['plain', 'log', 'log-log'])('has the curve with %s intervals', (kind) => {
    const { points } = must(survivalCurve(group(name), kind));
    const table = vectors[`aml_${kind}`][`x=${name}`]!;
    expect(points.map(({ time }) => time)).toEqual(table.time);
    points.forEach((point, at) => {
      expect(point.atRisk).toBe(table.n_risk[at]);
      expect(point.events).toBe(table.n_event[at]);
      near(point.survival, table.surv[at]);
      near(point.standardError, table.se[at]);
      near(point.interval?.low ?? null, table.lower[at]);
      near(point.interval?.high ?? null, table.upper[at]);
      near(point.cumulativeHazard, table.cumhaz[at]);
    });
  });

  it('has the median with its limits, on the log scale as the tables do', () => {
    const at = NAMES.indexOf(name);
    expect(medianTime(must(survivalCurve(group(name), 'log')))).toEqual({
      median: vectors.aml_median.median[at],
      low: vectors.aml_median['0.95LCL'][at],
      high: vectors.aml_median['0.95UCL'][at],
    });
  });

  it.each<[number, (all: Vectors) => Means]>([
    [24, (all) => all.aml_rmst_24],
    [36, (all) => all.aml_rmst_36],
    [45, (all) => all.aml_rmst_45],
    [161, ({ aml_median: { rmean, 'se(rmean)': se } }) => ({ rmean, se })],
  ])('has the restricted mean up to %i', (horizon, pick) => {
    const at = NAMES.indexOf(name);
    const { mean, standardError } = must(restrictedMean(must(survivalCurve(group(name))), horizon));
    near(mean, pick(vectors).rmean[at]);
    near(standardError, pick(vectors).se[at]);
  });
});

it('the log-rank test of the aml data', () => {
  const test = must(logRank(NAMES.map(group)));
  const { obs, exp, var: covariance, chisq, p } = vectors.aml_logrank;
  test.groups.forEach(({ observed, expected }, at) => {
    expect(observed).toBe(obs[at]);
    near(expected, exp[at]);
  });
  covariance.forEach((row, one) => row.forEach((value, other) => near(test.covariance[one]?.[other], value)));
  near(test.chiSquare, chisq);
  near(test.probability, p);
});
