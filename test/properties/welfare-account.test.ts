import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WelfareAccountResult } from '../../src/core/result.js';
import { account } from '../cases/files.js';
import { accounts, fileOf } from './random-accounts.js';
import { horizonOf } from './recalculation.js';

/** What actors gain and pay over the headline horizon, without sign: what totals are measured against. */
function sizeOf(result: WelfareAccountResult): number {
  const actors = result.horizons.find(({ years }) => years === result.headlineHorizon)?.actors ?? {};
  return Object.values(actors).reduce(
    (sum, { gain, cost }) => sum + Math.abs(gain ?? 0) + Math.abs(cost ?? 0),
    1e6,
  );
}

const headlineOf = (result: WelfareAccountResult) =>
  result.horizons.find(({ years }) => years === result.headlineHorizon);

/** Of the largest amount in the account: what some thousand operations lose, with discounting by another route. */
const RELATIVE = 1e-9;

describe('random accounts', () => {
  it('come out as with a notebook: every actor, every horizon, society and ratio', () => {
    fc.assert(
      fc.property(accounts, (plain) => {
        const result = account(fileOf(plain));
        for (const horizon of result.horizons) {
          const { gain, cost } = horizonOf(plain, horizon.years);
          const size = [...gain.values(), ...cost.values()].reduce(
            (sum, value) => sum + Math.abs(value),
            1e6,
          );
          const near = (one: number | null, other: number, what: string): void =>
            expect(
              Math.abs((one ?? Number.NaN) - other),
              `${what} over ${horizon.years} years`,
            ).toBeLessThanOrEqual(RELATIVE * size);
          for (const [actor, found] of Object.entries(horizon.actors)) {
            near(found.gain, gain.get(actor) ?? 0, `gain of ${actor}`);
            near(found.cost, cost.get(actor) ?? 0, `cost of ${actor}`);
          }
          near(
            horizon.pvGain,
            [...gain.values()].reduce((sum, value) => sum + value, 0),
            'society',
          );
          near(
            horizon.pvCost,
            [...cost.values()].reduce((sum, value) => sum + value, 0),
            'cost',
          );
        }
      }),
      { numRuns: 25 },
    );
  });

  it('are the sum of their flows, actor by actor, and society of the real ones', () => {
    fc.assert(
      fc.property(accounts, (plain) => {
        const result = account(fileOf(plain));
        const size = sizeOf(result);
        const whole = headlineOf(result);
        for (const [actor, { gain }] of Object.entries(whole?.actors ?? {})) {
          const flows = result.flows.reduce((sum, flow) => sum + (flow.actors[actor] ?? 0), 0);
          expect(Math.abs(flows - (gain ?? Number.NaN)), actor).toBeLessThanOrEqual(RELATIVE * size);
        }
        const society = result.flows.reduce((sum, { total }) => sum + (total ?? 0), 0);
        expect(Math.abs(society - (whole?.pvGain ?? Number.NaN))).toBeLessThanOrEqual(RELATIVE * size);
        for (const flow of result.flows.filter(({ nature }) => nature === 'financial')) {
          const left = Object.values(flow.actors).reduce<number>((sum, value) => sum + (value ?? 0), 0);
          expect(Math.abs(left), flow.id).toBeLessThanOrEqual(RELATIVE * size);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('are the sum of their careers, to everybody', () => {
    fc.assert(
      fc.property(accounts, (plain) => {
        const result = account(fileOf(plain));
        const whole = headlineOf(result);
        const entrants = result.people.entrants ?? Number.NaN;
        const size = sizeOf(result) * entrants;
        const near = (
          of: (cohort: WelfareAccountResult['perCohort'][number]) => number | null,
          total: number,
        ) => {
          const sum = result.perCohort.reduce((all, one) => all + (one.entrants ?? 0) * (of(one) ?? 0), 0);
          expect(Math.abs(sum - total)).toBeLessThanOrEqual(RELATIVE * size);
        };
        near(({ npv }) => npv, whole?.total.npv ?? Number.NaN);
        near(({ publicBudget }) => publicBudget.net, entrants * (whole?.publicBudget.net ?? Number.NaN));
        for (const [actor, { net }] of Object.entries(whole?.actors ?? {}))
          near(({ actors }) => actors[actor]?.net ?? Number.NaN, entrants * (net ?? Number.NaN));
      }),
      { numRuns: 25 },
    );
  });
});
