import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/core/figures/evaluate.js';
import { ExpressionGraph } from '../../src/core/figures/graph.js';
import { money } from '../../src/core/figures/unit.js';
import { Inputs } from '../../src/core/inputs.js';
import { atPriceYear, yearBegun } from '../../src/core/price-year.js';
import { type File, fiscal, fiscalFile, unit } from '../cases/files.js';

const folder = process.env['CONFORMANCE_DATA'];
if (folder === undefined)
  throw new Error('Set CONFORMANCE_DATA to the folder of published cases and test vectors.');

const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(folder, ...path), 'utf8'));

/** Of the vectors, relative. */
const RELATIVE = 1e-9;

function near(value: number | null | undefined, expected: number | null, what: string): void {
  if (expected === null) expect(value, what).toBeNull();
  else
    expect(Math.abs((value ?? Number.NaN) - expected), what).toBeLessThanOrEqual(
      RELATIVE * Math.max(1, Math.abs(expected)),
    );
}

interface Row {
  t: number;
  outcomes: number;
  fiscalDWP: number;
  fiscalNHS: number;
  economic: number;
  cost: number;
  df: number;
  cashable: number;
}
interface Expected {
  participantsRetained: number;
  netOutcomesYear0: number;
  upratingFactor: number;
  rows: Row[];
  pvCost: number;
  pvFiscal: number;
  pvCashable: number;
  pvByAgency: Record<string, number>;
  pvPublicValue: number;
  financial: { netPresentBudgetImpact: number; financialROI: number; financialROI_cashableOnly: number };
  economic: { netPresentPublicValue: number; bcr: number };
  discountedPaybackYearIndex: number | null;
  breakEvenImpactFiscal: number;
}
interface Vectors {
  inputs: {
    targetPopulation: number;
    incidence: number;
    engagement: number;
    retention: number;
    impact: number;
    deadweight: number;
    profile: number[];
    lagYears: number;
    unit: {
      DWP_benefits_fiscal: number;
      NHS_fiscal: number;
      earnings_economic: number;
      priceYear: string;
      source: string;
    };
    upratedTo: string;
    obBenefits: number;
    obCosts: number;
    cashability: Record<string, number>;
    costs: number[];
    discountRate: number;
    yearIndex: string;
    transferRule: string;
  };
  subtract: Expected;
  proportional: Expected;
  ucdUprating: { checks: [code: string, value: number, from: string, expected: number][]; target: string };
  transferRule: { code: string; expect: number }[];
}
interface Cost {
  value: number;
  priceYear: string;
  uprated2015_16: number | null;
}
interface Entry {
  code: string;
  agencyLevel1: string;
  fiscal?: Cost;
  economic?: Cost;
  social?: Cost;
}
interface Database {
  gdpDeflator: { series: Record<string, { cumulative: number }> };
  entries: Entry[];
}

const vectors = read('test-vectors', 'gmca.json') as Vectors;
const database = read('unit-costs', 'gmca-ucd-v1.4.json') as Database;
const index = (year: string): number => database.gdpDeflator.series[year]?.cumulative ?? Number.NaN;
const factor = (from: string, to: string): number => index(to) / index(from);

function caseFile(reading: string): File {
  const {
    unit: worth,
    upratedTo,
    discountRate,
    lagYears,
    yearIndex,
    transferRule,
    ...given
  } = vectors.inputs;
  const common = { priceYear: worth.priceYear, source: worth.source };
  const conversion = {
    fromYear: yearBegun(worth.priceYear),
    toYear: yearBegun(upratedTo),
    factor: factor(worth.priceYear, upratedTo),
    source: 'GDP deflator of the database',
  };
  expect([lagYears, yearIndex, transferRule]).toEqual([
    0,
    't=0 first year',
    'exclude DWP saving from public value',
  ]);
  return fiscalFile({
    ...given,
    years: undefined,
    priceYear: yearBegun(upratedTo),
    conventions: { discounting: 'year-start', discountRate },
    deadweightReading: reading,
    units: [
      unit('benefits', worth.DWP_benefits_fiscal, { agency: 'DWP', transfer: true, ...common }),
      unit('health', worth.NHS_fiscal, { agency: 'NHS', ...common }),
      unit('earnings', worth.earnings_economic, { agency: undefined, valueType: 'economic', ...common }),
    ],
    conversions: Object.fromEntries(
      ['benefits', 'health', 'earnings'].map((id) => [`units.${id}.value`, conversion]),
    ),
  });
}

describe.each(['subtract', 'proportional'] as const)('the case with deadweight read as %s', (reading) => {
  const expected = vectors[reading];
  const result = fiscal(caseFile(reading));

  it('gives the people, the outcomes and every year', () => {
    near(result.participantsRetained, expected.participantsRetained, 'retained');
    near(factor('2012/13', '2015/16'), expected.upratingFactor, 'uprating');
    const [outcome] = result.perOutcome;
    near(outcome?.netOutcomes[0]?.outcomes, expected.netOutcomesYear0, 'net outcomes');
    expect(result.perYear).toHaveLength(expected.rows.length);
    for (const row of expected.rows) {
      const year = result.perYear[row.t];
      near(outcome?.netOutcomes[row.t]?.outcomes, row.outcomes, 'outcomes');
      near(year?.agencies['DWP'], row.fiscalDWP, 'DWP');
      near(year?.agencies['NHS'], row.fiscalNHS, 'NHS');
      near(year?.economic, row.economic, 'economic');
      near(year?.cost, row.cost, 'cost');
      near(year?.discountFactor, row.df, 'discount factor');
      near(year?.cashable, row.cashable, 'cashable');
    }
  });

  it('gives the present values, by agency too', () => {
    near(result.pvCost, expected.pvCost, 'cost');
    near(result.pvFiscal, expected.pvFiscal, 'fiscal');
    near(result.pvCashable, expected.pvCashable, 'cashable');
    near(result.pvPublicValue, expected.pvPublicValue, 'public value');
    expect(Object.keys(result.pvByAgency)).toEqual(Object.keys(expected.pvByAgency));
    for (const [agency, value] of Object.entries(expected.pvByAgency))
      near(result.pvByAgency[agency], value, agency);
  });

  it('gives returns, break-even and payback', () => {
    near(result.fiscalReturn, expected.financial.financialROI, 'fiscal return');
    near(result.cashableReturn, expected.financial.financialROI_cashableOnly, 'cashable return');
    near(result.netPresentBudgetImpact, expected.financial.netPresentBudgetImpact, 'budget impact');
    near(result.benefitCostRatio, expected.economic.bcr, 'public value ratio');
    near(result.netPresentPublicValue, expected.economic.netPresentPublicValue, 'net public value');
    near(result.breakEvenImpact, expected.breakEvenImpactFiscal, 'break-even');
    near(result.discountedPaybackYear, expected.discountedPaybackYearIndex, 'payback');
    expect(result.discountedPaybackMonths === null).toBe(expected.discountedPaybackYearIndex === null);
  });

  it('shows the other reading beside it', () => {
    const other = reading === 'subtract' ? 'proportional' : 'subtract';
    expect(result.otherReading.deadweightReading).toBe(other);
    near(result.otherReading.fiscalReturn, vectors[other].financial.financialROI, 'fiscal return');
    near(result.otherReading.benefitCostRatio, vectors[other].economic.bcr, 'public value ratio');
    near(result.otherReading.breakEvenImpact, vectors[other].breakEvenImpactFiscal, 'break-even');
    near(result.otherReading.discountedPaybackYear, vectors[other].discountedPaybackYearIndex, 'payback');
  });
});

describe('unit costs brought to the prices of 2015/16', () => {
  const prices = database.entries.flatMap(({ code, ...entry }) =>
    (['fiscal', 'economic', 'social'] as const).flatMap((type) => {
      const { value = 0, priceYear = '', uprated2015_16: uprated = null } = entry[type] ?? {};
      return uprated === null ? [] : [{ id: `${code}-${type}`, value, priceYear, uprated }];
    }),
  );
  const target = vectors.ucdUprating.target;
  const graph = new ExpressionGraph();
  const inputs = new Inputs(graph, {
    title: 'prices',
    period: { from: '2015-04-01', to: '2016-04-01' },
    basis: 'evaluation',
    currency: 'GBP',
    priceYear: yearBegun(target),
    conventions: { discounting: 'none' },
    conversions: Object.fromEntries(
      prices.map(({ id, priceYear }) => [
        id,
        { fromYear: yearBegun(priceYear), toYear: yearBegun(target), factor: factor(priceYear, target) },
      ]),
    ),
  });
  const current = (id: string, value: number, priceYear: string): number => {
    const year = yearBegun(priceYear);
    const price = inputs.amount(value, { id, path: '', label: { code: id }, unit: money('GBP', year) });
    return (
      evaluate([
        atPriceYear(inputs, price, { id, what: id, path: '', priceYear: year, currency: undefined }),
      ])[0] ?? Number.NaN
    );
  };

  it('all 779 of them', () => {
    expect(prices).toHaveLength(779);
    for (const { id, value, priceYear, uprated } of prices) {
      // The database gives six decimals of what goes in and of what comes out, and nine digits of its index.
      const tolerance = 5e-7 * (1 + factor(priceYear, target)) + RELATIVE * uprated;
      expect(Math.abs(current(id, value, priceYear) - uprated), id).toBeLessThanOrEqual(tolerance);
    }
  });

  it.each(vectors.ucdUprating.checks)('%s of %d in %s', (code, value, from, expected) => {
    near(current(`${code}-fiscal`, value, from), expected, code);
  });
});

describe('the public value of one exit from a benefit', () => {
  const entry = (code: string): Entry => {
    const found = database.entries.find((one) => one.code === code);
    if (!found) throw new Error(`no ${code}`);
    return found;
  };

  it.each(vectors.transferRule)('$code', ({ code, expect: expected }) => {
    const head = entry(code);
    // What the employment department saves is a benefit that is no longer paid, so it moves from one to another.
    const units = [`${code}.1`, `${code}.2`].map((part, at) => {
      const { agencyLevel1, fiscal: cost } = entry(part);
      return unit(`fiscal-${at}`, cost?.value ?? Number.NaN, {
        agency: agencyLevel1,
        transfer: agencyLevel1 === 'DWP',
      });
    });
    const earnings = unit('earnings', head.economic?.value ?? Number.NaN, {
      agency: undefined,
      valueType: 'economic',
    });
    const result = fiscal(
      fiscalFile({
        targetPopulation: 1,
        impact: 1,
        deadweight: 0,
        priceYear: 2012,
        units: [...units, earnings],
        cashability: {},
      }),
    );
    near(result.pvPublicValue, expected, 'public value');
    near(result.pvFiscal, head.fiscal?.value ?? Number.NaN, 'fiscal');
  });
});
