import {
  calculateAssessment,
  explainFigure,
  type Prepared,
  prepareAssessment,
} from '../../src/assessments/assessments.service.js';
import type { Explanation } from '../../src/core/figures/explain.js';
import type {
  FiscalCostBenefitResult,
  Result,
  ValueMapResult,
  WelfareAccountResult,
} from '../../src/core/result.js';

/** A file as plain data, to be changed by tests. */
export type File = Record<string, unknown>;

export function prepared(file: File): Prepared {
  const preparation = prepareAssessment(JSON.stringify(file));
  if (!preparation.ok) throw new Error(JSON.stringify(preparation.refusals, null, 2));
  return preparation.prepared;
}

export function result(file: File): Result {
  return calculateAssessment(prepared(file));
}

export function valueMap(file: File): ValueMapResult {
  const worked = result(file);
  if (worked.kind !== 'value-map') throw new Error('not a value map');
  return worked;
}

export function account(file: File): WelfareAccountResult {
  const worked = result(file);
  if (worked.kind !== 'welfare-account') throw new Error('not a welfare account');
  return worked;
}

export function fiscal(file: File): FiscalCostBenefitResult {
  const worked = result(file);
  if (worked.kind !== 'fiscal-cost-benefit') throw new Error('not a fiscal cost–benefit analysis');
  return worked;
}

export function explained(file: File, figure: string): Explanation {
  const explanation = explainFigure(prepared(file), figure);
  if (!explanation) throw new Error(`no figure ${figure}`);
  return explanation;
}

export function refusals(file: unknown): readonly string[] {
  const preparation = prepareAssessment(typeof file === 'string' ? file : JSON.stringify(file));
  return preparation.ok ? [] : preparation.refusals.map(({ pointer }) => pointer);
}

const common = {
  format: 'bokslut-assessment/1',
  period: { from: '2025-01-01', to: '2026-01-01' },
  basis: 'evaluation',
} as const;

/** A row of a value map in few words. */
export function row(id: string, quantity: number, proxy: number, more: File = {}): File {
  return {
    id,
    stakeholder: 'People',
    outcome: `outcome ${id}`,
    quantity,
    proxy: { value: proxy, source: 'test' },
    durationYears: 1,
    deadweight: 0,
    displacement: 0,
    attribution: 0,
    dropOff: 0,
    ...more,
  };
}

export function valueMapFile(conventions: File, inputs: readonly File[], outcomes: readonly File[]): File {
  return {
    ...common,
    kind: 'value-map',
    title: 'A value map',
    currency: 'GBP',
    priceYear: 2025,
    conventions,
    inputs,
    outcomes,
  };
}

/** The worked example of the SROI Guide (2012), as it is usually quoted. */
export function wheelsToMeals(): File {
  return valueMapFile(
    { discounting: 'year-end', discountRate: 0.035 },
    [
      { id: 'authority', value: 24375 },
      { id: 'volunteers', value: 18000 },
    ],
    [
      row('W1', 7, 94, { attribution: 0.05, dropOff: 0.5 }),
      row('W2', 7, 4964, { attribution: 0.05, dropOff: 0.5 }),
      row('W3', 7, 7220, { attribution: 0.05, dropOff: 0.5 }),
      row('W4', 90, 19, { durationYears: 5, attribution: 0.1, dropOff: 0.1 }),
      row('W5', 16, 48.25, { deadweight: 0.1, attribution: 0.35 }),
      row('W6', 14, 34, { durationYears: 2, deadweight: 1 }),
      row('W7', 4, 162.5, { deadweight: 0.7, attribution: 0.1, dropOff: 0.35 }),
      row('W8', 275, -5, { durationYears: 3, deadweight: 0.05, dropOff: 0.05 }),
    ],
  );
}

const without = { prison: 40, remand: 10, compulsory: 20, detox: 15, support: 12 };
const withSuccess = { care: 1 };
const work = {
  grossWage: 264000,
  employerContributions: 0.3142,
  contributionsTo: { treasury: 1 },
  incomeTax: { municipality: 0.2, region: 0.12 },
};

function referenceAccount(people: File, more: File): File {
  const service = (id: string, price: number, payer: string, kind = 'real', daysPerUnit = 1): File => ({
    id,
    price,
    kind,
    paidBy: { [payer]: 1 },
    unit: 'unit',
    daysPerUnit,
    source: 'test',
  });
  return {
    ...common,
    kind: 'welfare-account',
    title: 'REF-1',
    currency: 'SEK',
    priceYear: 2020,
    conventions: { discounting: 'year-end', discountRate: 0.04 },
    horizons: [1, 5, 10, 20],
    headlineHorizon: 1,
    agencies: [
      { id: 'municipality', public: true },
      { id: 'region', public: true },
      { id: 'justice', public: true },
    ],
    services: [
      service('prison', 3198, 'justice'),
      service('remand', 3132, 'justice'),
      service('compulsory', 3000, 'municipality'),
      service('detox', 4000, 'region'),
      service('support', 8000, 'municipality', 'transfer', 30.4375),
      service('care', 5000, 'region', 'real', 0),
    ],
    programmeCost: [{ paidBy: 'municipality', perEntrant: 300000, time: 0, source: 'test' }],
    ...people,
    ...more,
  };
}

/** The constructed reference case in the short form. */
export function referenceCareers(career: File = {}, more: File = {}): File {
  return referenceAccount(
    {
      careers: [
        {
          id: 'typical',
          entrants: 24,
          successShare: 0.5,
          without,
          withSuccess,
          work,
          deadweight: 0.2,
          attribution: 0,
          displacement: 0.25,
          dropOff: 0,
          ...career,
        },
      ],
    },
    more,
  );
}

/** The same case as states and shares. */
export function referenceStates(more: File = {}): File {
  return referenceAccount(
    {
      states: [
        { id: 'open-work', use: withSuccess, work },
        { id: 'before', use: without },
      ],
      cohorts: [
        {
          id: 'typical',
          entrants: 24,
          with: { shares: [{ year: 1, of: { 'open-work': 0.5, before: 0.5 } }] },
          without: { shares: [{ year: 1, of: { 'open-work': 0.1, before: 0.9 } }] },
          attribution: 0,
          displacement: 0.25,
        },
      ],
    },
    more,
  );
}

/** What one outcome is worth to somebody, in few words. */
export function unit(id: string, value: number, more: File = {}): File {
  return { id, agency: 'DWP', valueType: 'fiscal', value, transfer: false, source: 'test', ...more };
}

/** A hundred people, all in need, all taking part and staying; half of them due to the programme for one year. */
export function fiscalFile(more: File = {}): File {
  return {
    ...common,
    kind: 'fiscal-cost-benefit',
    title: 'A fiscal cost–benefit analysis',
    currency: 'GBP',
    priceYear: 2015,
    conventions: { discounting: 'year-start', discountRate: 0.035 },
    targetPopulation: 100,
    incidence: 1,
    engagement: 1,
    retention: 1,
    impact: 0.75,
    deadweight: 0.25,
    deadweightReading: 'subtract',
    years: 1,
    obBenefits: 0,
    obCosts: 0,
    cashability: { DWP: 1 },
    costs: [{ year: 0, amount: 25_000, paidBy: 'DWP', source: 'test' }],
    units: [unit('exit', 1_000)],
    ...more,
  };
}
