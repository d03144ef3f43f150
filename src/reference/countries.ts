import type { Country } from './unit-price.js';

/** A country of which reference data are kept. */
export interface CountryFacts {
  readonly code: Country;
  readonly name: string;
  /** Three letters, as in ISO 4217. */
  readonly currency: string;
}

export const countries: readonly CountryFacts[] = [
  { code: 'SE', name: 'Sweden', currency: 'SEK' },
  { code: 'IT', name: 'Italy', currency: 'EUR' },
  { code: 'FR', name: 'France', currency: 'EUR' },
  { code: 'ES', name: 'Spain', currency: 'EUR' },
  { code: 'DK', name: 'Denmark', currency: 'DKK' },
  { code: 'UK', name: 'United Kingdom', currency: 'GBP' },
];

/** Whether there are reference data of a country of that code. */
export const isCountry = (code: string): code is Country => countries.some((one) => one.code === code);

/** What is known of a country. */
export function factsOf(country: Country): CountryFacts {
  const facts = countries.find(({ code }) => code === country);
  if (!facts) throw new RangeError(`There are no reference data of ${country}.`);
  return facts;
}
