import type { UnitCost } from './unit-cost-workbook.js';

/** An index made up for tests. */
export const DEFLATORS = Object.fromEntries(
  ['2009/10', '2010/11', '2011/12', '2012/13', '2013/14', '2014/15', '2015/16'].map((year, at) => [
    year,
    { pctChange: 2, cumulative: 100 + 5 * at },
  ]),
);

const uprate = (value: number, priceYear: string) => ({
  value,
  priceYear,
  uprated2015_16: (value * 130) / (DEFLATORS[priceYear]?.cumulative ?? 1),
});

/** Unit costs made up for tests, in the form the published ones have. */
export const COSTS: readonly UnitCost[] = [
  {
    code: 'XX1.0',
    theme: 'Made up',
    outcomeCategory: 'BICYCLES',
    outcomeDetail: 'REPAIRS',
    description: 'Repair of a bicycle, average',
    unit: 'Per repair',
    agencyLevel1: 'Local Authority',
    agencyLevel2: 'Workshops',
    outlineLevel: 0,
    fiscal: { ...uprate(82.7, '2010/11'), cellNote: 'Made up: includes a transfer payment.' },
    economic: uprate(13, '2012/13'),
    originalSource: 'Made up for a test',
    rag: 'G',
    comment: 'The sum of the two below.',
    sheetRow: 3,
  },
  {
    code: 'XX1.0.1',
    theme: 'Made up',
    outcomeCategory: 'BICYCLES',
    outcomeDetail: 'REPAIRS',
    description: 'Repair of a bicycle, parts',
    unit: 'Per repair',
    agencyLevel1: 'Local Authority',
    agencyLevel2: null,
    outlineLevel: 2,
    fiscal: uprate(42.7, '2010/11'),
    originalSource: 'Made up for a test',
    rag: 'A',
    comment: null,
    sheetRow: 4,
  },
  {
    code: 'XX1.1',
    codeInferred: true,
    theme: 'Made up',
    outcomeCategory: 'BICYCLES',
    outcomeDetail: '-',
    description: 'Theft of a bicycle',
    unit: 'Per theft',
    agencyLevel1: null,
    agencyLevel2: null,
    outlineLevel: 1,
    social: uprate(500, '2014/15'),
    originalSource: null,
    rag: 'R',
    comment: null,
    sheetRow: 6,
  },
];
