import { z } from 'zod';
import { countries } from '../reference/countries.js';
import type { Country } from '../reference/unit-price.js';

const codes = countries.map(({ code }) => code) as [Country, ...Country[]];

/** A country of the reference data, by its code. */
export const country = z
  .enum(codes)
  .meta({ description: 'Two letters: SE, IT, FR, ES, DK or UK', example: 'SE' });

export const countryQuery = z.strictObject({ country: country.optional() });

const priceYear = z
  .union([z.int(), z.string()])
  .meta({ description: 'A calendar year, 2020, or a financial year, "2013/14"' });

const source = z
  .strictObject({
    title: z.string(),
    publisher: z.string(),
    url: z.string().optional(),
    year: z.int().optional(),
    licence: z.string(),
    verified: z.enum(['publisher-seen', 'secondary', 'unverified']),
    note: z.string().optional(),
  })
  .meta({ id: 'ReferenceSource' });

/** A price of the reference data, with the days on which it holds. */
export const referencePrice = z
  .strictObject({
    code: z.string(),
    description: z.string(),
    variant: z.string().optional(),
    price: z.number().meta({ description: 'Of one unit, unrounded' }),
    printed: z.strictObject({ price: z.number(), unit: z.string() }).optional(),
    currency: z.string(),
    priceYear,
    holdsFrom: z.string(),
    holdsTo: z.string(),
    agency: z.string(),
    source,
  })
  .meta({ id: 'ReferencePrice' });

const service = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    field: z.string(),
    unit: z.string(),
    daysPerUnit: z.number(),
    kind: z.enum(['real', 'transfer']),
    agency: z.strictObject({
      id: z.string(),
      name: z.string(),
      nameEn: z.string(),
      level: z.string(),
    }),
    publisher: z.string().meta({ description: 'Who publishes the official price' }),
    list: z.string().meta({ description: 'The list or decision it stands in' }),
    prices: z
      .array(referencePrice)
      .meta({ description: 'The newest first; empty where none was found and it is to be asked for' }),
  })
  .meta({ id: 'ReferenceService' });

/** Services of one country or of all, with what they cost. */
export const servicesShown = z
  .strictObject({
    referenceVersion: z.string(),
    countries: z.array(
      z.strictObject({
        country,
        name: z.string(),
        currency: z.string(),
        services: z.array(service),
      }),
    ),
  })
  .meta({ id: 'ReferenceServices' });

export type ServicesShown = z.infer<typeof servicesShown>;
export type CountryShown = ServicesShown['countries'][number];
export type ServiceShown = CountryShown['services'][number];
export type PriceShown = z.infer<typeof referencePrice>;
