import type { CountryPrices, ServiceRow } from './price-list.js';
import { denmark } from './prices/denmark.js';
import { france } from './prices/france.js';
import { italy } from './prices/italy.js';
import { spain } from './prices/spain.js';
import { sweden } from './prices/sweden.js';
import { unitedKingdom } from './prices/united-kingdom.js';
import type { Country, UnitPrice } from './unit-price.js';

const lists: readonly CountryPrices[] = [sweden, italy, france, spain, denmark, unitedKingdom];

/** Every price that was found, and an entry without a price for every service of which none was. */
export const unitPrices: readonly UnitPrice[] = lists.flatMap(({ prices }) => prices);

/** Who pays for each service in a country and who publishes its official price, in the order of the catalogue. */
export const serviceRowsOf = (country: Country): readonly ServiceRow[] =>
  lists.find((list) => list.country === country)?.rows ?? [];

/** The prices of a service in a country, the entry that asks for one left out. */
export const pricesFound = (country: Country, service: string): readonly UnitPrice[] =>
  unitPrices.filter((one) => one.country === country && one.service === service && one.price !== null);
