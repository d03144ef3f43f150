import { z } from 'zod';
import { identity, listOf } from '../organisations/organisations.contract.js';
import { pageQuery } from '../platform/http/pages-of.js';
import { countryCode, priceEntry, yearText } from './price-lists.contract.js';
import { referencePrice } from './reference.contract.js';

/** A price with where it stands and how to cite it. */
export const priceFound = z
  .strictObject({
    list: identity,
    listName: z.string(),
    listVersion: z.int().min(1),
    country: countryCode,
    ...priceEntry.shape,
    citation: z.string().meta({ description: 'To be put in the source of a service, whole' }),
    asService: z.record(z.string(), z.unknown()).meta({
      description:
        'What PUT /api/programmes/{id}/services/{item} takes; who pays, and what the list does not say, is yours to add',
    }),
  })
  .meta({ id: 'PriceFound' });

export type PriceFound = z.infer<typeof priceFound>;

export const entriesQuery = z.strictObject({
  version: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .optional()
    .meta({ description: 'Left out: the newest' }),
  find: z.string().trim().min(1).max(100).optional().meta({
    description: 'Part of a code, service, description, theme or agency',
  }),
  limit: pageQuery.shape.limit,
  cursor: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .optional()
    .meta({ description: 'Where the page begins, from the Link before it' }),
});

export type EntriesQuery = z.infer<typeof entriesQuery>;

export const entriesShown = listOf(priceFound);

export const pricesQuery = z
  .strictObject({
    service: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .meta({ description: 'A service of the catalogue, or a code of your lists', example: 'detox-day' }),
    country: countryCode,
    year: yearText.optional(),
    on: z.iso.date().optional().meta({ description: 'A day, instead of a year', example: '2025-06-30' }),
  })
  .refine(({ year, on }) => (year === undefined) !== (on === undefined), {
    message: 'Give either year or on.',
    path: ['year'],
  });

export type PricesQuery = z.infer<typeof pricesQuery>;

export const pricesShown = z
  .strictObject({
    own: z.array(priceFound).meta({ description: 'Of the newest versions of your lists' }),
    reference: referencePrice.nullable(),
    referenceVersion: z.string(),
  })
  .meta({ id: 'Prices' });

export type PricesShown = z.infer<typeof pricesShown>;
