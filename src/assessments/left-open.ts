import type { Reference } from '../core/calculate.js';
import { optimismBias } from '../reference/optimism-bias.js';
import { termsOfOffice } from '../reference/public-finance.js';

/** The United Kingdom has another code in ISO 3166 than in our prices. */
const isoCode = (country: string): string => (country === 'UK' ? 'GB' : country);

/** The figures about the world that files may leave open. */
export const leftOpen: Reference = {
  optimismBias,
  termsOfOffice: Object.fromEntries(
    termsOfOffice.map(({ country, body, years, source: { title, verified } }) => [
      isoCode(country),
      { years, source: `${body}: ${title}`, verified: verified === 'publisher-seen' },
    ]),
  ),
};
