import type { File } from './files.js';

/** An account of one year of people at work, without anything that would have happened anyway. */
export function yearOfWork(preset: string, careers: readonly File[], more: File = {}): File {
  return {
    format: 'bokslut-assessment/1',
    kind: 'welfare-account',
    preset,
    title: `An account by the preset ${preset}`,
    period: { from: '2022-01-01', to: '2023-01-01' },
    basis: 'evaluation',
    currency: 'EUR',
    priceYear: 2022,
    conventions: { discounting: 'none' },
    agencies: [
      { id: 'state', level: 'state' },
      { id: 'region', level: 'region' },
      { id: 'municipality', level: 'municipality' },
    ],
    services: [],
    careers: careers.map((career) => ({ ...atWork, ...career })),
    programmeCost: [],
    ...more,
  };
}

const atWork: File = {
  entrants: 1,
  successShare: 1,
  counterfactualShare: 0,
  attribution: 0,
  displacement: 0,
  dropOff: 0,
  without: {},
  withSuccess: {},
  work: { grossWage: 20_000 },
};

/** A real service or a transfer whose unit is one unit of money. */
export function spending(id: string, payer: string, kind: 'real' | 'transfer' = 'real'): File {
  return { id, price: 1, kind, paidBy: { [payer]: 1 }, unit: 'euros', daysPerUnit: 0, source: 'test' };
}
