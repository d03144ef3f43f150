import { agencyOf } from '../reference/agencies.js';
import { countries, factsOf } from '../reference/countries.js';
import { coverageOf } from '../reference/price-years.js';
import { REFERENCE_VERSION } from '../reference/reference-version.js';
import { services } from '../reference/service-catalogue.js';
import type { Country, UnitPrice } from '../reference/unit-price.js';
import { pricesFound, serviceRowsOf } from '../reference/unit-prices.js';
import type { CountryShown, PriceShown, ServiceShown, ServicesShown } from './reference.contract.js';

/** What services cost in a country, or in every country: the same for everybody. */
export const listServices = (only?: Country): ServicesShown => ({
  referenceVersion: REFERENCE_VERSION,
  countries: countries
    .map(({ code }) => code)
    .filter((code) => only === undefined || code === only)
    .map(ofCountry),
});

/** The services of a country in the order of the catalogue. */
export function ofCountry(country: Country): CountryShown {
  const { name, currency } = factsOf(country);
  const rows = new Map(serviceRowsOf(country).map((row) => [row.service, row]));
  return {
    country,
    name,
    currency,
    services: services.map((service): ServiceShown => {
      const row = rows.get(service.id);
      const agency = agencyOf(country, row?.agency ?? '');
      const { id, field, unit, daysPerUnit, kind } = service;
      return {
        id,
        name: service.name,
        field,
        unit,
        daysPerUnit,
        kind,
        agency: {
          id: agency?.id ?? '',
          name: agency?.name ?? '',
          nameEn: agency?.nameEn ?? '',
          level: agency?.level ?? '',
        },
        publisher: row?.publisher ?? '',
        list: row?.list ?? '',
        prices: pricesFound(country, id)
          .map(priceShown)
          .filter((price) => price !== undefined)
          .toSorted(newestFirst),
      };
    }),
  };
}

/** A price as it is shown; undefined for an entry that asks for one. */
export function priceShown(unitPrice: UnitPrice): PriceShown | undefined {
  const { code, description, variant, price, printed, currency, priceYear, agency, source } = unitPrice;
  const covered = coverageOf(unitPrice);
  if (price === null || priceYear === null || !source || !covered) return undefined;
  return {
    code,
    description,
    ...(variant !== undefined && { variant }),
    price,
    ...(printed && { printed }),
    currency,
    priceYear,
    holdsFrom: covered.from,
    holdsTo: covered.to,
    agency,
    source,
  };
}

/** The newest first; of one time, the service as a whole before its kinds. */
function newestFirst(one: PriceShown, other: PriceShown): number {
  if (one.holdsFrom !== other.holdsFrom) return one.holdsFrom < other.holdsFrom ? 1 : -1;
  return (one.variant ?? '') < (other.variant ?? '') ? -1 : 1;
}
