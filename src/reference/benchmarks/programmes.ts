import { LICENCE } from '../licences.js';
import type { Source } from '../unit-price.js';

/** What the Washington State Institute for Public Policy works out for one kind of programme, over a whole life. */
export interface ProgrammeBenchmark {
  readonly title: string;
  /** Present values per participant, in US dollars of 2016. */
  readonly benefits: number;
  /** The part of the benefits that falls to taxpayers. */
  readonly toTaxpayers: number;
  /** Cost above what would have been spent instead. */
  readonly cost: number;
  /** As printed. */
  readonly ratio: number;
  /** The chance that benefits exceed costs, 0 to 1. */
  readonly chance: number;
}

type Row = readonly [
  title: string,
  benefits: number,
  toTaxpayers: number,
  cost: number,
  ratio: number,
  chancePercent: number,
];

// prettier-ignore
const rows: readonly Row[] = [
  ['Job advice and training on leaving prison', 23721, 6632, 2434, 9.75, 97],
  ['Job advice and training in the community, people with sentences', 4240, 1496, 1963, 2.16, 74],
  ['The same, with paid work', 4959, 2193, 5378, 0.92, 45],
  ['Work in prison', 6151, 1700, 485, 12.68, 100],
  ['Basic education in prison', 12076, 3379, 1249, 9.67, 98],
  ['Higher education in prison', 24711, 6732, 1248, 19.79, 100],
  ['Courts for those who leave prison', 16912, 5153, 4922, 3.44, 95],
  ['Drug courts, adults', 13926, 4888, 4924, 2.83, 100],
  ['Therapeutic community, people with sentences', 9617, 3074, 3784, 2.54, 80],
  ['Therapeutic community in prison', 11092, 2966, 2198, 5.05, 96],
  ['Intensive drug treatment, people with sentences', -1344, -124, 889, -1.51, 34],
  ['Outpatient drug treatment, people with sentences', 10340, 3071, 769, 13.45, 100],
  ['Halfway houses', -5986, -484, 8378, -0.71, 0],
  ['Supported housing for homeless adults', -7089, 287, 15451, -0.46, 0],
  ['Work experience, adults', 3838, 2574, 2081, 1.84, 80],
  ['Training with work experience, adults on welfare', 6967, 3805, 4218, 1.65, 78],
  ['Training with work experience, other adults', 5368, 2394, 4142, 1.3, 55],
  ['Training without work experience', 3923, 2404, 8394, 0.47, 39],
  ['Training with work experience, young people', -2060, 823, 7478, -0.28, 34],
  ['Case management for unemployed people', 3628, 1162, 182, 19.9, 68],
  ['Case management for people on welfare', -903, 286, 2982, -0.3, 17],
];

export const programmeBenchmarks: readonly ProgrammeBenchmark[] = rows.map(
  ([title, benefits, toTaxpayers, cost, ratio, chancePercent]): ProgrammeBenchmark => ({
    title,
    benefits,
    toTaxpayers,
    cost,
    ratio,
    chance: chancePercent / 100,
  }),
);

/** Of all 324 programmes with a ratio, in all fields: quantiles (type 7). Many with high ratios cost very little. */
export const programmeRatios: Readonly<
  Record<'programmes' | 'p5' | 'p25' | 'median' | 'p75' | 'p95', number>
> = {
  programmes: 324,
  p5: -1.5085,
  p25: 0.6375,
  median: 3.9,
  p75: 13.5175,
  p95: 69.9445,
};

export const programmeSource: Source = {
  title: 'Benefit-cost results, as of December 2017',
  publisher: 'Washington State Institute for Public Policy, as transcribed by a third party',
  url: 'https://www.wsipp.wa.gov/BenefitCost',
  year: 2017,
  licence: LICENCE.fact,
  verified: 'secondary',
  note: 'An American state, other wages and prisons: to see whether an order of size is plausible, not for a figure.',
};
