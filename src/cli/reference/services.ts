import { agencyOf } from '../../reference/agencies.js';
import { factsOf } from '../../reference/countries.js';
import { serviceOf } from '../../reference/service-catalogue.js';
import { pricesFound, serviceRowsOf } from '../../reference/unit-prices.js';
import type { Country, UnitPrice } from '../../reference/unit-price.js';
import { formatMoney } from '../../platform/locale/format.js';
import { print } from '../exit.js';
import { countryFrom, misused, type Part } from './part.js';

export const servicesPart: Part = {
  name: 'services',
  usage: 'services COUNTRY [--json]',
  purpose:
    'Services of a country: who pays, prices with year and source, and which price is to be asked for.',
  options: { json: { type: 'boolean' } },
  run([code, ...more], { json }) {
    if (more.length > 0) throw misused(servicesPart);
    const country = countryFrom(code);
    print(json === true ? JSON.stringify(listOf(country), null, 2) : wordsOf(country));
  },
};

const listOf = (country: Country) =>
  serviceRowsOf(country).map(({ service, agency, publisher, list }) => ({
    service,
    name: serviceOf(service)?.name ?? service,
    agency,
    publisher,
    list,
    prices: pricesFound(country, service),
  }));

function wordsOf(country: Country): string {
  const rows = listOf(country).map(({ service, agency, publisher, prices }) => {
    const payer = agencyOf(country, agency)?.name ?? agency;
    const lines = prices.map((price) => `    ${namedLine(price)}`);
    return [`  ${service.padEnd(30)} ${payer}`, ...(lines.length > 0 ? lines : [`    ask: ${publisher}`])];
  });
  const found = listOf(country).filter(({ prices }) => prices.length > 0).length;
  return [
    `${factsOf(country).name}: ${rows.length} services, ${found} with a price`,
    '',
    ...rows.flat(),
  ].join('\n');
}

const VERIFIED = {
  'publisher-seen': 'seen where it is published',
  secondary: 'quoted by others',
  unverified: 'not verified',
} as const;

/** A price with its year and how far it was verified, in one line. */
export function priceLine({ price, currency, unit, priceYear, source }: UnitPrice): string {
  const verified = source ? VERIFIED[source.verified] : '';
  return `${formatMoney(price, currency)} per ${unit}, prices of ${priceYear ?? ''}; ${verified}`;
}

/** The same after what it is a price of, where that is not simply the service. */
const namedLine = (price: UnitPrice): string => {
  const { variant, description, service } = price;
  const kind = variant === undefined ? '' : `${variant}: `;
  return `${kind}${priceLine(price)}${description === serviceOf(service)?.name ? '' : ` (${description})`}`;
};
