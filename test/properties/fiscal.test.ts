import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FiscalCostBenefitResult } from '../../src/core/result.js';
import { type File, fiscal, fiscalFile, unit } from '../cases/files.js';

/** None, all, or at least a hundredth: an effect of 1e-300 makes ratios that no file may have. */
const share = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0.01, max: 0.99, noNaN: true }));
const some = fc.double({ min: 0.05, max: 0.95, noNaN: true });
const money = fc.double({ min: 1, max: 50_000, noNaN: true });
const agencies = ['DWP', 'NHS', 'council'] as const;
const worth = fc.record({
  agency: fc.constantFrom(...agencies),
  valueType: fc.constantFrom('fiscal' as const, 'economic' as const, 'social' as const),
  value: money,
  transfer: fc.boolean(),
});
const outcome = fc.record({
  incidence: fc.double({ min: 0.1, max: 3, noNaN: true }),
  engagement: some,
  retention: some,
  impact: some,
  deadweight: share,
  obBenefits: fc.double({ min: -0.5, max: 0, noNaN: true }),
  fade: fc.oneof(
    fc.array(share, { minLength: 1, maxLength: 6 }).map((profile) => ({ profile })),
    fc.record({ lagYears: fc.integer({ min: 0, max: 5 }), dropOff: share }),
  ),
  units: fc.array(worth, { minLength: 1, maxLength: 4 }),
});
const programme = fc.record({
  population: fc.double({ min: 1, max: 10_000, noNaN: true }),
  discounting: fc.constantFrom('year-start', 'mid-year', 'year-end', 'none'),
  rate: fc.double({ min: 0, max: 0.1, noNaN: true }),
  reading: fc.constantFrom('subtract', 'proportional'),
  obCosts: fc.double({ min: 0, max: 1, noNaN: true }),
  cashable: fc.record({ DWP: share, NHS: share, council: share }),
  costs: fc.array(
    fc.record({ year: fc.integer({ min: 0, max: 5 }), amount: money, paidBy: fc.constantFrom(...agencies) }),
    { minLength: 1, maxLength: 5 },
  ),
  outcomes: fc.array(outcome, { minLength: 1, maxLength: 3 }),
});
type Programme = typeof programme extends fc.Arbitrary<infer P> ? P : never;

const YEARS = 6;

function fileOf(given: Programme, scale = 1): File {
  const outcomes = given.outcomes.map(({ fade, units, ...more }, at) => ({
    id: `O${at}`,
    ...more,
    ...fade,
    units: units.map((each, index) =>
      unit(`U${index}`, each.value * scale, {
        ...each,
        value: each.value * scale,
        transfer: each.transfer && each.valueType === 'fiscal',
      }),
    ),
  }));
  const savers = new Set<string>(
    given.outcomes.flatMap(({ units }) =>
      units.filter(({ valueType }) => valueType === 'fiscal').map(({ agency }) => agency),
    ),
  );
  return fiscalFile({
    conventions: { discounting: given.discounting, discountRate: given.rate },
    targetPopulation: given.population,
    deadweightReading: given.reading,
    years: YEARS,
    obCosts: given.obCosts,
    cashability: Object.fromEntries(Object.entries(given.cashable).filter(([agency]) => savers.has(agency))),
    costs: given.costs.map((cost, at) => ({
      id: `C${at}`,
      ...cost,
      amount: cost.amount * scale,
      source: 'test',
    })),
    outcomes,
  });
}

/** The same worked out with plain loops, from docs/method.md alone. */
function byHand(given: Programme, reading: string) {
  const factor = (year: number): number => {
    const passed = { 'year-start': year, 'mid-year': year + 0.5, 'year-end': year + 1, none: 0 }[
      given.discounting
    ];
    return Math.exp(-passed * Math.log(1 + given.rate));
  };
  const totals = { fiscal: 0, transfer: 0, economic: 0, social: 0, cashable: 0, cost: 0 };
  for (const { year, amount } of given.costs) totals.cost += amount * (1 + given.obCosts) * factor(year);
  for (const each of given.outcomes) {
    const { impact, deadweight } = each;
    const effect = reading === 'subtract' ? impact - deadweight : impact * (1 - deadweight);
    const stay = given.population * each.incidence * each.engagement * each.retention;
    for (let year = 0; year < YEARS; year += 1) {
      const there =
        'profile' in each.fade
          ? (each.fade.profile[year] ?? 0)
          : year < each.fade.lagYears
            ? 0
            : (1 - each.fade.dropOff) ** (year - each.fade.lagYears);
      for (const { agency, valueType, value, transfer } of each.units) {
        const worthNow = stay * effect * there * value * (1 + each.obBenefits) * factor(year);
        totals[valueType] += worthNow;
        if (valueType !== 'fiscal') continue;
        totals.cashable += worthNow * given.cashable[agency];
        if (transfer) totals.transfer += worthNow;
      }
    }
  }
  return { ...totals, publicValue: totals.fiscal - totals.transfer + totals.economic + totals.social };
}

/** What doubles lose over a few hundred operations, of the largest amount there is. */
const RELATIVE = 1e-9;

function near(one: number | null, other: number, size: number, what: string): void {
  expect(Math.abs((one ?? Number.NaN) - other), what).toBeLessThanOrEqual(RELATIVE * Math.max(1, size));
}

/** The largest amount that goes into the figures of a result. */
const sizeOf = (result: FiscalCostBenefitResult): number =>
  [
    result.pvCost,
    result.pvEconomic,
    result.pvSocial,
    ...Object.values(result.pvByAgency),
    ...result.perOutcome.flatMap(({ pvFiscal, pvPublicValue }) => [pvFiscal, pvPublicValue]),
  ].reduce<number>((most, value) => Math.max(most, Math.abs(value ?? 0)), 0);

const runs = { numRuns: 60 };

describe('whatever the programme', () => {
  it('comes out as with a notebook, under both readings of deadweight', () => {
    fc.assert(
      fc.property(programme, (given) => {
        const result = fiscal(fileOf(given));
        const size = sizeOf(result);
        const { otherReading } = result;
        const used = byHand(given, given.reading);
        near(result.pvCost, used.cost, size, 'cost');
        near(result.pvTransfers, used.transfer, size, 'transfers');
        for (const [figures, hand] of [
          [result, used],
          [otherReading, byHand(given, otherReading.deadweightReading)],
        ] as const) {
          near(figures.pvFiscal, hand.fiscal, size, 'fiscal');
          near(figures.pvCashable, hand.cashable, size, 'cashable');
          near(figures.pvPublicValue, hand.publicValue, size, 'public value');
          near(figures.netPresentBudgetImpact, hand.fiscal - hand.cost, size, 'budget impact');
          near(figures.netPresentPublicValue, hand.publicValue - hand.cost, size, 'net public value');
        }
      }),
      runs,
    );
  });

  it('agencies, years and outcomes each add up to the whole', () => {
    fc.assert(
      fc.property(programme, (given) => {
        const result = fiscal(fileOf(given));
        const size = sizeOf(result);
        const sum = (values: readonly (number | null)[]): number =>
          values.reduce<number>((total, value) => total + (value ?? 0), 0);
        near(result.pvFiscal, sum(result.perAgency.map(({ fiscal: saved }) => saved)), size, 'agencies');
        near(result.pvFiscal, sum(result.perOutcome.map(({ pvFiscal }) => pvFiscal)), size, 'outcomes');
        near(
          result.pvPublicValue,
          sum(result.perOutcome.map(({ pvPublicValue }) => pvPublicValue)),
          size,
          'public value of outcomes',
        );
        near(
          result.netPresentBudgetImpact,
          sum(result.perYear.map(({ budgetImpact }) => budgetImpact)),
          size,
          'years',
        );
        near(
          result.netPresentBudgetImpact,
          sum(result.perAgency.map(({ net }) => net)) - (result.pvCostWithoutPayer ?? 0),
          size,
          'net of agencies',
        );
      }),
      runs,
    );
  });

  it('the order of outcomes, units and costs changes no figure, to the last bit', () => {
    fc.assert(
      fc.property(programme, (given) => {
        const file = fileOf(given);
        const outcomes = (file['outcomes'] as { units: File[] }[]).map((each) => ({
          ...each,
          units: [...each.units].reverse(),
        }));
        const costs = [...(file['costs'] as File[])].reverse();
        const [one, other] = [fiscal(file), fiscal({ ...file, costs, outcomes: outcomes.reverse() })];
        expect({ ...other, ...nothingOfTheFile }).toEqual({ ...one, ...nothingOfTheFile });
        expect([...other.perOutcome].reverse()).toEqual(one.perOutcome);
      }),
      runs,
    );
  });

  it('scaling all money leaves the ratios', () => {
    fc.assert(
      fc.property(programme, fc.double({ min: 0.01, max: 100, noNaN: true }), (given, scale) => {
        const [one, other] = [fiscal(fileOf(given)), fiscal(fileOf(given, scale))];
        for (const figure of ['fiscalReturn', 'cashableReturn', 'benefitCostRatio'] as const)
          near(other[figure], one[figure] ?? Number.NaN, sizeOf(one) / (one.pvCost ?? 1), figure);
        expect(other.discountedPaybackYear).toBe(one.discountedPaybackYear);
      }),
      runs,
    );
  });

  it('at the break-even impact of an outcome the agencies save what is spent', () => {
    fc.assert(
      fc.property(programme, (given) => {
        const result = fiscal(fileOf(given));
        const first = result.perOutcome[0];
        if (!first?.breakEvenReachable) return;
        const [own, ...others] = given.outcomes;
        if (!own) return;
        const moved = fiscal(
          fileOf({ ...given, outcomes: [{ ...own, impact: first.breakEvenImpact ?? 0 }, ...others] }),
        );
        near(moved.netPresentBudgetImpact, 0, sizeOf(result) + sizeOf(moved), 'budget impact');
      }),
      runs,
    );
  });

  it('deadweight as a share of the outcomes never takes off more than deadweight subtracted', () => {
    fc.assert(
      fc.property(programme, (given) => {
        const { perOutcome } = fiscal(fileOf({ ...given, reading: 'subtract' }));
        const shares = fiscal(fileOf({ ...given, reading: 'proportional' })).perOutcome;
        perOutcome.forEach(({ effect }, at) => {
          expect(effect ?? 0).toBeLessThanOrEqual((shares[at]?.effect ?? 0) + RELATIVE);
        });
      }),
      runs,
    );
  });
});

/** What names or orders the parts of a file and not its figures. */
const nothingOfTheFile = {
  inputsHash: undefined,
  // Its answers say where in the file they stand.
  assurance: undefined,
  assessment: undefined,
  assumptions: undefined,
  workings: undefined,
  problems: undefined,
  perOutcome: undefined,
};
