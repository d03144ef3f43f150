import { factsOf } from './countries.js';
import { serviceOf } from './service-catalogue.js';
import type { Country, PriceYear, Source, UnitPrice } from './unit-price.js';

/** Who pays for a service in a country, and where its official price is to be found. */
export interface ServiceRow {
  readonly service: string;
  /** The id of the agency that pays. */
  readonly agency: string;
  /** Who publishes the official price. */
  readonly publisher: string;
  /** The list, table or decision it stands in. */
  readonly list: string;
}

/** A figure that was found. What is left out follows from the service and its country. */
export interface FoundPrice {
  readonly service: string;
  readonly price: number;
  readonly priceYear: PriceYear;
  readonly source: Source;
  readonly variant?: string;
  /** What the figure is a price of, where that is not simply the service. */
  readonly description?: string;
  readonly printed?: { readonly price: number; readonly unit: string };
  readonly validFrom?: string;
  readonly validTo?: string;
  /** Where another agency pays than for the service as a whole. */
  readonly agency?: string;
}

export interface CountryPrices {
  readonly country: Country;
  readonly rows: readonly ServiceRow[];
  readonly prices: readonly UnitPrice[];
}

type Rows = Readonly<Record<string, readonly [agency: string, publisher: string, list: string]>>;

/**
 * The prices of a country: one entry for each figure found, and one without a price for each service of the catalogue
 * of which none was found, so that it is asked for.
 */
export function pricesOf(country: Country, rows: Rows, found: readonly FoundPrice[]): CountryPrices {
  const list = Object.entries(rows).map(([service, [agency, publisher, where]]): ServiceRow => ({
    service,
    agency,
    publisher,
    list: where,
  }));
  const prices = list.flatMap((row): readonly UnitPrice[] => {
    const known = found.filter(({ service }) => service === row.service);
    return known.length > 0 ? known.map((one) => entry(country, row, one)) : [entry(country, row, undefined)];
  });
  return { country, rows: list, prices };
}

function entry(country: Country, row: ServiceRow, found: FoundPrice | undefined): UnitPrice {
  const service = serviceOf(row.service);
  if (!service) throw new RangeError(`The catalogue has no service ${row.service}.`);
  const { variant, description, printed, validFrom, validTo } = found ?? {};
  const mark = found ? String(found.priceYear).replace('/', '-') : 'asked-for';
  return {
    code: [country, service.id, mark, ...(variant === undefined ? [] : [variant])].join('.'),
    country,
    service: service.id,
    description: description ?? service.name,
    ...(variant !== undefined && { variant }),
    unit: service.unit,
    daysPerUnit: service.daysPerUnit,
    agency: found?.agency ?? row.agency,
    kind: service.kind,
    valueType: 'fiscal',
    price: found?.price ?? null,
    ...(printed && { printed }),
    currency: factsOf(country).currency,
    priceYear: found?.priceYear ?? null,
    ...(validFrom !== undefined && { validFrom }),
    ...(validTo !== undefined && { validTo }),
    source: found?.source ?? null,
  };
}

/** Days in each; a person-year has 365.25 of them and twelve months. */
const DAYS = { year: 365.25, month: 30.4375, week: 7, day: 1 } as const;

/** A price a day or a month worked out from one that is printed for another span of time, with what was printed. */
export const converted = (
  price: number,
  unit: keyof typeof DAYS,
  to: 'day' | 'month',
): Pick<FoundPrice, 'price' | 'printed'> => ({
  price: (price * DAYS[to]) / DAYS[unit],
  printed: { price, unit },
});
