import type { Country, Source } from '../unit-price.js';

/** Prices of a country over the years, as its statistical office gives them. */
export interface IndexSeries {
  readonly id: string;
  readonly country: Country;
  readonly title: string;
  readonly measures: 'consumer prices' | 'prices of the whole economy';
  /** What is 100. */
  readonly base: string;
  readonly years: 'calendar' | 'financial';
  /** The index of each year, above 0. */
  readonly values: Readonly<Record<string, number>>;
  /** The first year that was a forecast when the series was published; null where none was. */
  readonly forecastFrom: string | null;
  readonly source: Source;
}
