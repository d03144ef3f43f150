import { agencies } from './agencies.js';
import { baselines, RELAPSE_NOTE, relapseRates } from './benchmarks/baselines.js';
import { programmeBenchmarks, programmeRatios, programmeSource } from './benchmarks/programmes.js';
import { publishedAccounts } from './benchmarks/published-accounts.js';
import { countries } from './countries.js';
import { discountSchedules } from './discount-schedules.js';
import { costsOfCrime } from './fiscal/costs-of-crime.js';
import { greaterManchesterCosts } from './fiscal/greater-manchester.js';
import { indexSeries, missingSeries } from './index-series.js';
import { equalisationShares, taxParameters, termsOfOffice } from './public-finance.js';
import { publishedComparisons } from './published-comparisons.js';
import { serviceOf, services } from './service-catalogue.js';
import { targetGroups } from './target-groups.js';
import type { Country } from './unit-price.js';
import { serviceRowsOf, unitPrices } from './unit-prices.js';

/** All reference data by what they are, in the order in which they are documented. */
export const referenceData = {
  countries,
  services,
  agencies,
  serviceRows: countries.map(({ code }) => ({ country: code, rows: serviceRowsOf(code) })),
  unitPrices,
  indexSeries,
  missingSeries,
  taxParameters,
  termsOfOffice,
  equalisationShares,
  discountSchedules,
  greaterManchesterCosts,
  costsOfCrime,
  publishedComparisons,
  publishedAccounts,
  baselines,
  relapseRates,
  programmeBenchmarks,
  programmeRatios,
  programmeSource,
  targetGroups,
} as const;

/** Something that is missing, and who has it. */
export interface Gap {
  /** Null where it is missing for all. */
  readonly country: Country | null;
  readonly what: string;
  readonly ask: string;
}

/** Everything that is missing and said to be, so that nobody takes an empty field for a zero. */
export function gaps(): readonly Gap[] {
  const rows = countries.flatMap(({ code }) => serviceRowsOf(code).map((row) => ({ code, row })));
  const prices = rows.flatMap(({ code, row }): readonly Gap[] => {
    const none = unitPrices.some(
      ({ country, service, price }) => country === code && service === row.service && price === null,
    );
    const what = serviceOf(row.service)?.name ?? row.service;
    return none ? [{ country: code, what: `price: ${what}`, ask: `${row.publisher} – ${row.list}` }] : [];
  });
  const series = missingSeries.map(({ country, publisher, series: title }): Gap => ({
    country,
    what: 'price index',
    ask: `${publisher} – ${title}`,
  }));
  const taxes = taxParameters
    .filter(({ share }) => share === null)
    .map(({ country, what, publisher }): Gap => ({ country, what, ask: publisher }));
  return [
    ...prices,
    ...series,
    ...taxes,
    {
      country: null,
      what: 'short-run price of a service, as a share of its average price',
      ask: 'Whoever pays: what does it pay less when one unit less is used?',
    },
    {
      country: null,
      what: 'share of extra tax that a municipality keeps under equalisation',
      ask: 'The finance office of the municipality',
    },
    { country: null, what: 'relapse rates', ask: RELAPSE_NOTE },
  ];
}
