import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jackknife } from '../../src/core/evidence/bootstrap.js';
import {
  bcaInterval,
  jackknifeAcceleration,
  percentileInterval,
} from '../../src/core/evidence/bootstrap-interval.js';
import { isRefusal, type Refusal } from '../../src/core/evidence/refusal.js';

const folder = process.env['CONFORMANCE_DATA'];
if (folder === undefined)
  throw new Error('Set CONFORMANCE_DATA to the folder of published cases and test vectors.');

type Ends = [number, number];
interface Vectors {
  law: {
    lsat: number[];
    gpa: number[];
    theta: number;
    jackknife: number[];
    a_jack: number;
    a_bootpkg: number;
    z0: number;
    replicates: number[];
    adj_alpha: Ends;
    bca95_type6norm: Ends;
    bca95_type7: Ends;
    bca95_type6: Ends;
    bca95_bootpkg: Ends;
    perc95_boot: Ends;
    perc95_type7: Ends;
  };
  aircondit: {
    x: number[];
    mean: number;
    a_jack: number;
    z0: number;
    replicates: number[];
    bca95_bootpkg: Ends;
    perc95_bootpkg: Ends;
  };
}

const { law, aircondit } = JSON.parse(
  readFileSync(join(folder, 'test-vectors', 'bootstrap.json'), 'utf8'),
) as Vectors;

/** Replicates are stored with thirteen digits, of which interpolation keeps twelve. */
const RELATIVE = 1e-9;
const near = (one: number | undefined, other: number | undefined): void =>
  expect(Math.abs((one ?? Number.NaN) - (other ?? Number.NaN))).toBeLessThanOrEqual(
    RELATIVE * Math.abs(other ?? Number.NaN),
  );

function must<T extends object>(outcome: T | Refusal): T {
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  return outcome;
}
const nearEnds = (outcome: { low: number; high: number } | Refusal, ends: Ends): void => {
  const { low, high } = must(outcome);
  near(low, ends[0]);
  near(high, ends[1]);
};

/** The correlation of what was scored by the people in some places. */
function correlation(places: ArrayLike<number>): number {
  const pairs = Array.from(places, (place) => [law.lsat[place] ?? 0, law.gpa[place] ?? 0] as const);
  const mean = (side: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[side], 0) / pairs.length;
  const [x, y] = [mean(0), mean(1)];
  const sum = (term: (dx: number, dy: number) => number): number =>
    pairs.reduce((all, [one, other]) => all + term(one - x, other - y), 0);
  return sum((dx, dy) => dx * dy) / Math.sqrt(sum((dx) => dx * dx) * sum((_, dy) => dy * dy));
}

describe('the law school data', () => {
  const replicates = Float64Array.from(law.replicates);

  it('have the jackknife values and the acceleration', () => {
    const values = jackknife(law.lsat.length, correlation);
    law.jackknife.forEach((value, at) => near(values[at], value));
    near(must(jackknifeAcceleration(values)).acceleration, law.a_jack);
  });

  it('have the percentile intervals', () => {
    nearEnds(percentileInterval(replicates), law.perc95_type7);
    nearEnds(percentileInterval(replicates, { quantiles: 'type-6-normal' }), law.perc95_boot);
    nearEnds(percentileInterval(replicates, { quantiles: 'type-6' }), law.perc95_boot);
  });

  it('have the bias-corrected and accelerated intervals', () => {
    const interval = must(bcaInterval(replicates, law.theta, law.a_jack));
    near(interval.bias, law.z0);
    near(interval.shares[0], law.adj_alpha[0]);
    near(interval.shares[1], law.adj_alpha[1]);
    nearEnds(interval, law.bca95_type7);
    nearEnds(bcaInterval(replicates, law.theta, law.a_jack, { quantiles: 'type-6' }), law.bca95_type6);
    nearEnds(
      bcaInterval(replicates, law.theta, law.a_jack, { quantiles: 'type-6-normal' }),
      law.bca95_type6norm,
    );
    nearEnds(
      bcaInterval(replicates, law.theta, law.a_bootpkg, { quantiles: 'type-6-normal' }),
      law.bca95_bootpkg,
    );
  });
});

describe('the air-conditioning data', () => {
  const replicates = Float64Array.from(aircondit.replicates);

  it('have the acceleration of a mean', () => {
    const values = jackknife(aircondit.x.length, (places) => {
      let sum = 0;
      for (const place of places) sum += aircondit.x[place] ?? 0;
      return sum / places.length;
    });
    near(must(jackknifeAcceleration(values)).acceleration, aircondit.a_jack);
  });

  it('have the intervals of the boot package', () => {
    const quantiles = 'type-6-normal' as const;
    nearEnds(percentileInterval(replicates, { quantiles }), aircondit.perc95_bootpkg);
    const interval = must(bcaInterval(replicates, aircondit.mean, aircondit.a_jack, { quantiles }));
    near(interval.bias, aircondit.z0);
    nearEnds(interval, aircondit.bca95_bootpkg);
  });
});
