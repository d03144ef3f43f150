import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/core/figures/evaluate.js';
import type { Expression } from '../../src/core/figures/expression.js';
import { ExpressionGraph } from '../../src/core/figures/graph.js';
import { Inputs } from '../../src/core/inputs.js';
import type { FiscalCostBenefitResult } from '../../src/core/result.js';
import { discountFactors } from '../../src/core/valuation/discounting.js';
import { type File, fiscal, fiscalFile, unit } from '../cases/files.js';

const folder = process.env['CONFORMANCE_DATA'];
if (folder === undefined)
  throw new Error('Set CONFORMANCE_DATA to the folder of published cases and test vectors.');

const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(folder, ...path), 'utf8'));

interface Appraisal {
  pv_costs: number;
  pv_benefits?: number;
  npv: number;
  bcr: number;
}
interface Vectors {
  tolerance: number;
  greenBookDiscountFactors: Record<string, Record<string, number>>;
  annuities: Record<string, number>;
  greenbookPackage: {
    'npv_-100_30x5': number;
    eanc_same_5y: number;
    appraise: Appraisal & { costs: number[]; benefits: number[] };
    optimismBias51_by_mitigation: Record<string, Appraisal>;
  };
  wsippAos2013: {
    pvBenefits: number;
    pvCosts: number;
    npv: number;
    bcr: number;
  };
  optimismBiasHMTExample: { base: number; ob: number; mitigation: number; expect_ob: number };
}
type Band = [from: number, until: number | null, rate: number];

/**
 * Not covered, since no figure of ours means the same: the internal rate of return, the marginal excess burden of
 * taxation (`ob20_mit50_metb20_first_cost`, `ob_metb_30y`), wellbeing years and distributional weights. The formulas
 * under `aosFormulas` have no numbers; the deflator of unit costs is tested with the database it belongs to.
 */
const vectors = read('test-vectors', 'finance.json') as Vectors;
const parameters = read('benchmarks', 'appraisal-parameters.json') as {
  discountRates: Record<string, { bands?: Band[] }>;
};

function near(value: number | null | undefined, expected: number, what = ''): void {
  expect(Math.abs((value ?? Number.NaN) - expected), what).toBeLessThanOrEqual(
    vectors.tolerance * Math.max(1, Math.abs(expected)),
  );
}

/** Longer than any of the years that are tested. */
const LAST = 1_000;

/** Discount factors of years counted from 0, the first as it is. */
function factorsOf(schedule: string): (year: number) => Expression {
  const bands = parameters.discountRates[schedule]?.bands ?? [];
  expect(bands.length).toBeGreaterThan(3);
  const discountRate = bands.map(([, until, rate]) => ({ untilYear: until ?? LAST, rate }));
  const conventions = { discounting: 'year-start', discountRate } as const;
  const graph = new ExpressionGraph();
  const inputs = new Inputs(graph, {
    title: 'factors',
    period: { from: '2025-01-01', to: '2026-01-01' },
    basis: 'forecast',
    currency: 'GBP',
    priceYear: 2025,
    conventions,
  });
  return discountFactors(inputs, conventions, undefined, 0);
}

const valueOf = (expression: Expression): number => evaluate([expression])[0] ?? Number.NaN;

describe.each([
  ['standard', 'UK_GreenBook_STPR'],
  ['health', 'UK_GreenBook_health'],
  ['reducedNoCatastrophe', 'UK_GreenBook_reduced_no_catastrophe'],
])('the Green Book’s %s schedule', (name, schedule) => {
  const expected = vectors.greenBookDiscountFactors[name] ?? {};
  const factor = factorsOf(schedule);

  it('gives the factor of every year', () => {
    expect(Object.keys(expected).length).toBeGreaterThan(20);
    for (const [year, value] of Object.entries(expected)) {
      // Far years are small: relative to themselves.
      const off = Math.abs(valueOf(factor(Number(year))) - value);
      expect(off, year).toBeLessThanOrEqual(vectors.tolerance * value);
    }
  });
});

describe('annuities of the Green Book’s schedule', () => {
  const factor = factorsOf('UK_GreenBook_STPR');
  const sum = (years: number): number =>
    Array.from({ length: years }, (_, index) => valueOf(factor(index + 1))).reduce(
      (total, each) => total + each,
      0,
    );

  it.each(Object.entries(vectors.annuities))('%s', (name, expected) => {
    near(sum(Number(name.split('_').at(-1))), expected);
  });
});

/** A programme that saves one agency so much in each year, and costs so much. */
function appraisal(costs: readonly number[], benefits: readonly number[], more: File = {}) {
  const most = Math.max(...benefits);
  return fiscal(
    fiscalFile({
      targetPopulation: 1,
      impact: 1,
      deadweight: 0,
      years: undefined,
      profile: benefits.map((benefit) => benefit / most),
      costs,
      units: [unit('saving', most)],
      ...more,
    }),
  );
}

function matches(result: FiscalCostBenefitResult, expected: Appraisal): void {
  near(result.pvCost, expected.pv_costs, 'costs');
  if (expected.pv_benefits !== undefined) near(result.pvFiscal, expected.pv_benefits, 'benefits');
  near(result.netPresentBudgetImpact, expected.npv, 'net');
  near(result.fiscalReturn, expected.bcr, 'ratio');
  near(result.benefitCostRatio, expected.bcr, 'ratio');
}

describe('appraisals of the greenbook package', () => {
  const { appraise, optimismBias51_by_mitigation: mitigated, ...others } = vectors.greenbookPackage;

  it('three years of cost, then seven of benefit', () => {
    matches(appraisal(appraise.costs, appraise.benefits), appraise);
  });

  it.each(Object.entries(mitigated))(
    'the same with costs 51 % too low, %s of it mitigated',
    (share, expected) => {
      matches(
        appraisal(appraise.costs, appraise.benefits, { obCosts: 0.51 * (1 - Number(share)) }),
        expected,
      );
    },
  );

  it('30 a year for five years after 100 at once, as a whole and by year', () => {
    const { netPresentBudgetImpact } = appraisal([100], [0, 30, 30, 30, 30, 30]);
    near(netPresentBudgetImpact, others['npv_-100_30x5']);
    near((netPresentBudgetImpact ?? 0) / (vectors.annuities['sum_1_5'] ?? 0), others.eanc_same_5y);
  });
});

it('the example of the Washington State Institute, every amount at the end of its year', () => {
  const { pvBenefits, pvCosts, npv, bcr } = vectors.wsippAos2013;
  const result = appraisal(
    [3_000],
    Array.from({ length: 20 }, () => 500),
    {
      conventions: { discounting: 'year-end', discountRate: 0.03 },
    },
  );
  matches(result, { pv_costs: pvCosts, pv_benefits: pvBenefits, npv, bcr });
});

it('the Treasury’s example of optimism bias', () => {
  const { base, ob, mitigation, expect_ob: left } = vectors.optimismBiasHMTExample;
  near(ob * (1 - mitigation), left);
  near(appraisal([base], [1], { obCosts: left }).pvCost, base * (1 + left));
});
