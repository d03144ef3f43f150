import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WelfareAccountResult } from '../../src/core/result.js';
import { account, type File } from '../cases/files.js';
import { accounts, fileOf, share } from './random-accounts.js';
import type { PlainWork } from './recalculation.js';

/** Of the largest amount in the account: what some thousand operations lose. */
const RELATIVE = 1e-9;

/** Two horizons are enough for what holds at any. */
const short = { horizons: [1, 4], headlineHorizon: 4 };

function sizeOf({ horizons }: WelfareAccountResult): number {
  return horizons.reduce(
    (most, { actors }) =>
      Object.values(actors).reduce(
        (sum, { gain, cost }) => sum + Math.abs(gain ?? 0) + Math.abs(cost ?? 0),
        most,
      ),
    1e6,
  );
}

function near(one: number | null | undefined, other: number | null | undefined, tolerance: number): void {
  if (one === null && other === null) return;
  expect(Math.abs((one ?? Number.NaN) - (other ?? Number.NaN))).toBeLessThanOrEqual(tolerance);
}

/** Everything that is a figure of the account, without the names of inputs, which count places in the file. */
function figures(result: WelfareAccountResult) {
  const { people, perSuccessYear, afterDisplacement, perEntrantYear, perYear, horizons } = result;
  const { payback, flows, perCohort, stress, headline } = result;
  return {
    people,
    perSuccessYear,
    afterDisplacement,
    perEntrantYear,
    perYear,
    horizons,
    payback,
    flows,
    perCohort,
    headline,
    stress: stress.map(({ npv, benefitCostRatio, publicNet, id }) => ({
      id,
      npv,
      benefitCostRatio,
      publicNet,
    })),
  };
}

/** The same work with its money in another unit. */
function inUnit(work: PlainWork, unit: number): PlainWork {
  const { grossWage, selfEmployment, subsidy, exemptions } = work;
  return {
    ...work,
    ...(grossWage !== undefined && { grossWage: grossWage * unit }),
    ...(selfEmployment && { selfEmployment: { ...selfEmployment, income: selfEmployment.income * unit } }),
    ...(subsidy && { subsidy: { ...subsidy, amount: subsidy.amount * unit } }),
    ...(exemptions && {
      exemptions: Object.fromEntries(
        Object.entries(exemptions).map(([agency, amount]) => [agency, amount * unit]),
      ),
    }),
  };
}

describe('any account', () => {
  it('is not improved by more deadweight, where success is worth more than none, failures included', () => {
    fc.assert(
      fc.property(accounts, share, share, (plain, one, other) => {
        const [career] = plain.careers;
        const withDeadweight = (deadweight: number) =>
          account({
            ...fileOf(plain),
            ...short,
            careers: [{ ...career, counterfactualShare: undefined, deadweight }],
          });
        const [less, more] = [withDeadweight(Math.min(one, other)), withDeadweight(Math.max(one, other))];
        fc.pre((less.afterDisplacement.societyGain ?? -1) >= 0);
        less.horizons.forEach(({ npv }, at) =>
          expect(more.horizons[at]?.npv ?? Number.NaN).toBeLessThanOrEqual(
            (npv ?? Number.NaN) + RELATIVE * sizeOf(less),
          ),
        );
      }),
      { numRuns: 15 },
    );
  });

  it('stays the same where a career is split in two', () => {
    fc.assert(
      fc.property(accounts, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (plain, part) => {
        const file = { ...fileOf(plain), ...short };
        const [first, ...others] = plain.careers;
        if (!first) return;
        const parts = [
          { ...first, id: 'a', entrants: first.entrants * part },
          { ...first, id: 'z', entrants: first.entrants * (1 - part) },
        ];
        const [whole, split] = [account(file), account({ ...file, careers: [...parts, ...others] })];
        const size = sizeOf(whole);
        whole.horizons.forEach((horizon, at) => {
          const same = split.horizons[at];
          near(horizon.npv, same?.npv, RELATIVE * size);
          near(horizon.publicBudget.net, same?.publicBudget.net, RELATIVE * size);
          near(horizon.breakEvenSuccessShare, same?.breakEvenSuccessShare, 1e-6);
          for (const [actor, { net }] of Object.entries(horizon.actors))
            near(net, same?.actors[actor]?.net, RELATIVE * size);
        });
        const parted = split.perCohort.filter(({ id }) => id === 'a' || id === 'z');
        const own = whole.perCohort.find(({ id }) => id === first.id);
        for (const { npv } of parted) near(npv, own?.npv, RELATIVE * size);
        whole.stress.forEach(({ npv }, at) => near(npv, split.stress[at]?.npv, 2 * RELATIVE * size));
      }),
      { numRuns: 10 },
    );
  });

  it('has the same figures, to the last bit, in any order of its rows', () => {
    fc.assert(
      fc.property(accounts, (plain) => {
        const file = { ...fileOf(plain), ...short };
        const turned: File = {
          ...file,
          agencies: plain.agencies.toReversed(),
          services: plain.services.toReversed(),
          careers: plain.careers.toReversed(),
          programmeCost: plain.programmeCost.toReversed(),
        };
        expect(figures(account(turned))).toEqual(figures(account(file)));
      }),
      { numRuns: 10 },
    );
  });

  it('keeps its ratios and shares when all money is counted in another unit', () => {
    fc.assert(
      fc.property(accounts, fc.double({ min: 0.01, max: 1_000, noNaN: true }), (plain, unit) => {
        const file = { ...fileOf(plain), ...short };
        const scaled = account({
          ...file,
          services: plain.services.map((service) => ({ ...service, price: service.price * unit })),
          careers: plain.careers.map((career) => ({
            ...career,
            work: inUnit(career.work, unit),
            ...(career.during && {
              during: {
                ...career.during,
                ...(career.during.work && { work: inUnit(career.during.work, unit) }),
              },
            }),
          })),
          programmeCost: plain.programmeCost.map((cost) => ({ ...cost, perEntrant: cost.perEntrant * unit })),
        });
        const whole = account(file);
        const size = sizeOf(whole);
        whole.horizons.forEach((horizon, at) => {
          const other = scaled.horizons[at];
          near((horizon.npv ?? 0) * unit, other?.npv, RELATIVE * size * unit);
          const cost = horizon.pvCost ?? 0;
          if (cost > 0) near(horizon.benefitCostRatio, other?.benefitCostRatio, (RELATIVE * size) / cost);
        });
        expect(scaled.people).toEqual(whole.people);
      }),
      { numRuns: 10 },
    );
  });

  it('that loses money is said to lose it', () => {
    fc.assert(
      fc.property(accounts, (plain) => {
        // More of everything for everybody, no work, and a cost: nobody but participants can gain.
        const dearer = (use: Readonly<Record<string, number>>) =>
          Object.fromEntries(Object.entries(use).map(([service, units]) => [service, units + 1]));
        const result = account({
          ...fileOf(plain),
          ...short,
          careers: plain.careers.map((career) => ({
            ...career,
            work: undefined,
            during: undefined,
            withSuccess: dearer(career.without),
            withFailure: dearer(career.without),
          })),
          programmeCost: [...plain.programmeCost, { paidBy: 'justice', perEntrant: 1_000, time: 0 }],
        });
        for (const {
          npv,
          benefitCostRatio,
          netReturnPercent,
          publicBudget,
          breakEvenPeople,
        } of result.horizons) {
          expect(npv).toBeLessThan(0);
          expect(benefitCostRatio).toBeLessThanOrEqual(0);
          expect(netReturnPercent).toBeLessThanOrEqual(-100);
          expect(publicBudget.net).toBeLessThan(0);
          expect(breakEvenPeople.needed).toBeNull();
        }
        const { expectedMonths, publicBudgetMonths, perActor } = result.payback;
        expect([expectedMonths, publicBudgetMonths]).toEqual([null, null]);
        expect(Object.values(perActor).every((months) => months === null)).toBe(true);
        for (const { answered, npv } of result.stress) if (answered) expect(npv).toBeLessThan(0);
      }),
      { numRuns: 10 },
    );
  });
});
