import { LICENCE } from '../licences.js';
import type { Source } from '../unit-price.js';

/** How many of a group of the population go from one status to another in some months. */
export interface Baseline {
  readonly area: string;
  readonly from: string;
  readonly to: string;
  readonly months: number;
  /** The time it was counted; null where the source does not say. */
  readonly period: string | null;
  /** 0 to 1. */
  readonly share: number;
  readonly source: Source;
}

/** What must be said wherever a baseline is shown. */
export const BASELINE_NOTE =
  'An average of the population, and participants are not average: use it as a range, never as a point, and prefer a comparison near by. Shares of a quarter are not multiplied up to a year: people differ, and jobs end.';

type Row = readonly [
  area: string,
  from: string,
  months: number,
  period: string | null,
  share: number,
  via: string,
  to?: string,
];

const rows: readonly Row[] = [
  ['EU', 'unemployed', 3, 'Q1 to Q2 2015', 0.186, 'finchannel.com'],
  ['EU without Germany', 'unemployed', 3, 'Q3 to Q4 2018', 0.209, 'eunews.it'],
  ['EU', 'unemployed', 3, 'Q2 to Q3 2021', 0.244, 'textile-future.com'],
  ['EU', 'unemployed', 3, 'Q3 to Q4 2022', 0.245, 'Statistics Explained'],
  ['EU', 'unemployed', 3, 'Q4 2022 to Q1 2023', 0.243, 'opendatasets.blogspot.com'],
  ['EU', 'unemployed', 3, 'Q3 to Q4 2023', 0.245, 'Statistics Explained'],
  ['EU', 'unemployed', 3, 'Q3 to Q4 2023', 0.511, 'Statistics Explained', 'unemployed'],
  ['EU', 'unemployed', 3, 'Q3 to Q4 2023', 0.244, 'Statistics Explained', 'outside the labour force'],
  ['EU', 'outside the labour force', 3, 'Q3 to Q4 2023', 0.045, 'Statistics Explained'],
  ['EU', 'in work', 3, 'Q3 to Q4 2023', 0.964, 'Statistics Explained'],
  ['IT', 'unemployed', 12, null, 0.27, 'Il Sole 24 Ore, 21 January 2026'],
  ['IT', 'unemployed', 12, null, 0.41, 'Il Sole 24 Ore, 21 January 2026', 'outside the labour force'],
  ['IT', 'in work', 12, null, 0.95, 'Il Sole 24 Ore, 21 January 2026'],
  ['EU', 'unemployed', 12, null, 0.37, 'Il Sole 24 Ore, 21 January 2026'],
  ['EU', 'unemployed', 12, null, 0.26, 'Il Sole 24 Ore, 21 January 2026', 'outside the labour force'],
  ['EU', 'in work', 12, null, 0.94, 'Il Sole 24 Ore, 21 January 2026'],
  ['PT', 'unemployed', 12, '2020 to 2021', 0.488, 'The Portugal News, 9 March 2022'],
  ['PT', 'unemployed for less than 12 months', 12, '2020 to 2021', 0.572, 'The Portugal News, 9 March 2022'],
  ['PT', 'unemployed for 12 months or more', 12, '2020 to 2021', 0.321, 'The Portugal News, 9 March 2022'],
];

const sourceOf = (area: string, via: string): Source => {
  const statistics = area === 'PT' ? 'Statistics Portugal (INE)' : 'Eurostat';
  const own = via === 'Statistics Explained';
  return {
    title: own ? 'Labour market flow statistics, Statistics Explained' : `Labour market flows, in ${via}`,
    publisher: statistics,
    licence: own ? LICENCE.ccBy : LICENCE.fact,
    verified: own ? 'publisher-seen' : 'secondary',
  };
};

/** Transitions on the labour market, for a share who would have found work anyway. */
export const baselines: readonly Baseline[] = rows.map(
  ([area, from, months, period, share, via, to = 'in work']): Baseline => ({
    area,
    from,
    to,
    months,
    period,
    share,
    source: sourceOf(area, via),
  }),
);

/** How many fall back into addiction or crime in some months. No figure with a source was found: none is kept. */
export const relapseRates: readonly Baseline[] = [];

/** Why there are none, and whom to ask. */
export const RELAPSE_NOTE =
  'No relapse rate with a source was found. Ask the prison service of the country for reoffending, and the health registers for readmission; or measure it by follow-up.';
