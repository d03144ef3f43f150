import { type Covered, daysOf, sameKind, startOf } from './price-years.js';
import { type Refusal, refusal } from './refusal.js';
import type { IndexSeries } from './series/series.js';
import { consumerPrices } from './series/consumer-prices.js';
import { ukGdpCalendar, ukGdpFinancial } from './series/uk-gdp-deflators.js';
import type { Country, PriceYear, Source } from './unit-price.js';

/** From the prices of one year to those of another. */
export interface IndexFactor {
  readonly series: string;
  readonly from: PriceYear;
  readonly to: PriceYear;
  /** What a price is multiplied by: the index of the second year over that of the first. */
  readonly factor: number;
  /** Whether one of the two years was a forecast when the series was published. */
  readonly forecast: boolean;
  readonly source: Source;
}

/** A country of which no series is kept, and who publishes one. */
export interface MissingSeries {
  readonly country: Country;
  readonly publisher: string;
  readonly series: string;
}

export const indexSeries: readonly IndexSeries[] = [...consumerPrices, ukGdpFinancial, ukGdpCalendar];

export const missingSeries: readonly MissingSeries[] = [
  {
    country: 'IT',
    publisher: 'Istituto nazionale di statistica (Istat)',
    series: 'Consumer prices for families of workers and employees (FOI), without tobacco',
  },
  {
    country: 'FR',
    publisher: 'Institut national de la statistique et des études économiques (Insee)',
    series: 'Consumer prices (IPC), all households, annual averages',
  },
];

const GET_IT =
  'Take both years from the publisher and write the factor, with its source, as a conversion in the assessment file.';

/**
 * The factor from the prices of one year to those of another in one series.
 *
 * @param id a series of `indexSeries`
 * @returns a refusal where there is no such series, where one of the years is not in it, or where a financial year is
 *   asked of a series of calendar years or the other way round
 */
export function indexFactor(id: string, from: PriceYear, to: PriceYear): IndexFactor | Refusal {
  const series = indexSeries.find((one) => one.id === id);
  if (!series) {
    return refusal(
      'unknown-series',
      `There is no series ${JSON.stringify(id)}.`,
      `Name one of ${indexSeries.map((one) => one.id).join(', ')}.`,
    );
  }
  const about = { covered: yearsOf(series), publisher: series.source.publisher };
  const wrongKind = [from, to].find((year) => !sameKind(year, series.years === 'calendar' ? 0 : ''));
  if (wrongKind !== undefined) {
    return refusal(
      'years-of-two-kinds',
      `${series.title} has ${series.years} years; ${wrongKind} is none.`,
      'Name both years in the way of the series: a calendar year and a financial year are never mixed.',
      about,
    );
  }
  const [first, second] = [series.values[String(from)], series.values[String(to)]];
  if (first === undefined || second === undefined) {
    const missing = [...(first === undefined ? [from] : []), ...(second === undefined ? [to] : [])];
    return refusal(
      'year-not-covered',
      `${series.title} is kept from ${firstOf(series)} to ${lastOf(series)}; ${[...new Set(missing)].join(' and ')} is not in it.`,
      GET_IT,
      about,
    );
  }
  return {
    series: series.id,
    from,
    to,
    factor: second / first,
    forecast: [from, to].some((year) => isForecast(series, year)),
    source: series.source,
  };
}

/** The same for a country: its series of years of that kind, the one of consumer prices where it has both. */
export function indexFactorOf(country: Country, from: PriceYear, to: PriceYear): IndexFactor | Refusal {
  const own = indexSeries.filter((one) => one.country === country);
  if (own.length === 0) {
    const missing = missingSeries.find((one) => one.country === country);
    return refusal(
      'no-series',
      `No price index of ${country} is kept here: none was found whose figures could be read where they are published.`,
      `${missing ? `${missing.publisher} publishes it: ${missing.series}. ` : ''}${GET_IT}`,
      { publisher: missing?.publisher ?? null },
    );
  }
  if (!sameKind(from, to)) {
    return refusal(
      'years-of-two-kinds',
      `${from} and ${to} are a calendar year and a financial year.`,
      'Name both years in the same way: the two are never mixed.',
    );
  }
  const fitting = own.find((one) => sameKind(from, one.years === 'calendar' ? 0 : '')) ?? own[0];
  return indexFactor(fitting?.id ?? '', from, to);
}

const isForecast = ({ forecastFrom }: IndexSeries, year: PriceYear): boolean =>
  forecastFrom !== null && startOf(year) >= startOf(asYear(forecastFrom));

const asYear = (text: string): PriceYear => (text.includes('/') ? text : Number(text));

const yearList = ({ values }: IndexSeries): readonly string[] => Object.keys(values).sort();
const firstOf = (series: IndexSeries): string => yearList(series)[0] ?? '';
const lastOf = (series: IndexSeries): string => yearList(series).at(-1) ?? '';

/** The years of a series as one span. */
export function yearsOf(series: IndexSeries): readonly Covered[] {
  const [first, last] = [asYear(firstOf(series)), asYear(lastOf(series))];
  return [{ year: first, from: daysOf(first).from, to: daysOf(last).to }];
}
