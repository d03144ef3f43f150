import fc from 'fast-check';
import type { File } from '../cases/files.js';
import type { PlainAccount } from './recalculation.js';

export const share = fc.double({ min: 0, max: 1, noNaN: true });
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

export const accounts = fc.record({
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

export function fileOf(plain: PlainAccount): File {
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
