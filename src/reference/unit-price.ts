/** A country of which reference data are kept: two letters as in ISO 3166, and UK as the European Union writes it. */
export type Country = 'SE' | 'IT' | 'FR' | 'ES' | 'DK' | 'UK';

/** A calendar year, 2020, or a financial year as its owner writes it, "2012/13". The two are never mixed. */
export type PriceYear = number | string;

/**
 * How far a figure was checked: `publisher-seen`, read where its publisher prints it; `secondary`, read where somebody
 * else quotes it; `unverified`, from general knowledge, to be looked up before it is relied upon.
 */
export type Verified = 'publisher-seen' | 'secondary' | 'unverified';

/** Where a figure about the world comes from. */
export interface Source {
  readonly title: string;
  readonly publisher: string;
  readonly url?: string;
  /** The year it was published. */
  readonly year?: number;
  /** Under which licence it may be passed on, or on what other ground. */
  readonly licence: string;
  readonly verified: Verified;
  readonly note?: string;
}

/** What one unit of a service costs in one country, at the prices of one year. */
export interface UnitPrice {
  /** Unique among all unit prices. */
  readonly code: string;
  readonly country: Country;
  /** The id of a service of the catalogue, or an id of its own for a service that the catalogue lacks. */
  readonly service: string;
  readonly description: string;
  /** Which kind of the service, where its prices differ: `open`, `closed`; left out: the service as a whole. */
  readonly variant?: string;
  /** What is counted, in the singular: `day`, `month`, `visit`. */
  readonly unit: string;
  /** Days of a life that one unit takes up: 0 for a visit, 30.4375 for a month; left out where that is not known. */
  readonly daysPerUnit?: number;
  /** The id of the agency that pays. */
  readonly agency: string;
  /** Resources used, or money that one gives and another gets. */
  readonly kind: 'real' | 'transfer';
  readonly valueType?: 'fiscal' | 'economic' | 'social';
  /** The average price of one unit, at least 0, unrounded; null where no price was found: it is to be asked for. */
  readonly price: number | null;
  /** The figure as its source prints it, where the price was worked out from it: 33,785 a year. */
  readonly printed?: { readonly price: number; readonly unit: string };
  /** Three letters, as in ISO 4217. */
  readonly currency: string;
  /** The year whose prices it is in; null where there is no price. */
  readonly priceYear: PriceYear | null;
  /** First day it holds, as a civil date; left out: the first day of its price year. */
  readonly validFrom?: string;
  /** Last day it holds, as a civil date; left out: the last day of its price year. */
  readonly validTo?: string;
  /** Null where there is no price. */
  readonly source: Source | null;
}
