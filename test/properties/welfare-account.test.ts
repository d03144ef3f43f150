import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WelfareAccountResult } from '../../src/core/result.js';
import { account, type File } from '../cases/files.js';
import { horizonOf, type PlainAccount } from './recalculation.js';

const share = fc.double({ min: 0, max: 1, noNaN: true });
/** Nothing, or at least a hundredth: a cost of 1e-300 makes ratios that no file may have. */
const amount = (max: number) =>
  fc.double({ min: 0, max, noNaN: true }).map((value) => (value < 0.01 ? 0 : value));
const agencies = ['municipality', 'region', 'justice', 'insurance'];

const split = fc
  .tuple(fc.constantFrom(...agencies), fc.constantFrom(...agencies), share)
  .map(([one, other, part]) => (one === other ? { [one]: 1 } : { [one]: part, [other]: 1 - part }));
const use = fc.record({ prison: amount(100), detox: amount(30), support: amount(12), housing: amount(12) });
const aboutWork = {
  contributionsTo: split,
  incomeTax: fc.record({
    municipality: fc.double({ min: 0, max: 0.3, noNaN: true }),
    region: fc.double({ min: 0, max: 0.2, noNaN: true }),
  }),
  vat: fc.record({ treasury: fc.double({ min: 0, max: 0.25, noNaN: true }) }),
  subsidy: fc.record({ paidBy: fc.constantFrom(...agencies), amount: amount(30_000) }),
  exemptions: fc.record({ insurance: amount(15_000) }),
};
const always = ['contributionsTo', 'incomeTax'] as const;
const rate = fc.double({ min: 0, max: 0.5, noNaN: true });
const pay = fc.double({ min: 50_000, max: 400_000, noNaN: true });
const work = fc.oneof(
  fc.record(
    { grossWage: pay, employerContributions: rate, ...aboutWork },
    { requiredKeys: ['grossWage', 'employerContributions', ...always] },
  ),
  fc.record(
    { selfEmployment: fc.record({ income: pay, contributions: rate }), ...aboutWork },
    { requiredKeys: ['selfEmployment', ...always] },
  ),
);
const during = fc.record({ months: amount(12), use, work }, { requiredKeys: ['months', 'use'] });
const anyway = fc.oneof(
  share.map((counterfactualShare) => ({ counterfactualShare })),
  share.map((deadweight) => ({ deadweight })),
  fc.record({ services: share, production: share }).map((deadweight) => ({ deadweight })),
);
const career = fc
  .tuple(
    fc.record(
      {
        entrants: fc.integer({ min: 1, max: 50 }),
        successShare: share,
        without: use,
        withSuccess: use,
        withFailure: use,
        during,
        work,
        attribution: share,
        displacement: share,
        dropOff: share,
      },
      {
        requiredKeys: [
          'entrants',
          'successShare',
          'without',
          'withSuccess',
          'work',
          'attribution',
          'displacement',
          'dropOff',
        ],
      },
    ),
    anyway,
  )
  .map(([one, other]) => ({ ...one, ...other }));
const service = (id: string, kind: 'real' | 'transfer') =>
  fc.record({ id: fc.constant(id), price: amount(9_000), kind: fc.constant(kind), paidBy: split });

const accounts = fc.record({
  discounting: fc.constantFrom('year-end', 'year-start', 'mid-year', 'none'),
  discountRate: fc.double({ min: 0, max: 0.1, noNaN: true }),
  agencies: fc
    .tuple(share, share)
    .map(([one, other]) => [
      { id: 'municipality', retainsExtraTax: one },
      { id: 'region', retainsExtraTax: other },
      { id: 'justice' },
      { id: 'insurance' },
    ]),
  services: fc.tuple(
    service('prison', 'real'),
    service('detox', 'real'),
    service('support', 'transfer'),
    service('housing', 'transfer'),
  ),
  productionValue: fc.constantFrom('net-of-subsidy', 'full-wage'),
  careers: fc
    .array(career, { minLength: 1, maxLength: 4 })
    .map((list) => list.map((one, at) => ({ id: `c${at}`, ...one }))),
  programmeCost: fc.array(
    fc.record({
      paidBy: fc.constantFrom(...agencies),
      // Nothing, or money: a cost of 1e-300 has no ratio that can be written.
      perEntrant: fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 500_000, noNaN: true })),
      time: fc.integer({ min: 0, max: 6 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});

function fileOf(plain: PlainAccount): File {
  const { discounting, discountRate, ...rest } = plain;
  return {
    format: 'bokslut-assessment/1',
    kind: 'welfare-account',
    title: 'random',
    period: { from: '2025-01-01', to: '2026-01-01' },
    basis: 'forecast',
    currency: 'SEK',
    priceYear: 2025,
    conventions: { discounting, discountRate },
    horizons: [1, 3, 5, 10],
    headlineHorizon: 5,
    ...rest,
  };
}

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
