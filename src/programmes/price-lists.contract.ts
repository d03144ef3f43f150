import { z } from 'zod';
import { identity } from '../organisations/organisations.contract.js';
import { TABLE_LIMITS } from '../platform/tables/table.js';
import { LARGEST } from './amounts.contract.js';
import { readPriceYear } from './price-list-reading/period.js';

/** Prices of one version of a list. */
export const MOST_PRICES = 10_000;

export const countryCode = z
  .string()
  .regex(/^[A-Z]{2}$/, 'use two capital letters, as SE, or UK for the United Kingdom')
  .meta({ description: 'Two letters as in ISO 3166; UK for the United Kingdom', example: 'SE' });

/** The version of what is changed, as the form of a page sends it. */
export const versionField = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number);

export const currencyCode = z.string().regex(/^[A-Z]{3}$/, 'use the three letters of ISO 4217');

/** A calendar year, or a financial year as 2024/25. */
export const priceYear = z
  .union([z.int(), z.string().max(9)])
  .refine(
    (year) => readPriceYear(String(year)) === year,
    'Write a calendar year as 2025, or a financial year as 2024/25.',
  )
  .meta({ description: 'A calendar year, 2025, or a financial year, "2024/25"; the two are never mixed' });

/** A price year as it stands in an address. */
export const yearText = z
  .string()
  .max(12)
  .transform((year, context) => {
    const read = readPriceYear(year);
    if (read !== undefined) return read;
    context.addIssue({
      code: 'custom',
      message: 'Write a calendar year as 2025, or a financial year as 2024/25.',
    });
    return z.NEVER;
  })
  .meta({ description: 'A calendar year, 2025, or a financial year, 2024/25', example: '2025' });

const line = z.string().trim().min(1).max(300);
const paragraph = z.string().trim().min(1).max(2_000);

export const VALUE_TYPES = ['fiscal', 'economic', 'social'] as const;
export const KINDS = ['real', 'transfer'] as const;
export const LEVELS = ['headline', 'subsidiary', 'constituent'] as const;
export const LAYOUTS = ['template', 'greater-manchester'] as const;
export type Layout = (typeof LAYOUTS)[number];

const amount = z.number().min(0).max(LARGEST);

export const priceEntry = z
  .strictObject({
    code: z.string().meta({ description: 'Of the list; with the value type and the period it is unique' }),
    service: z.string().meta({ description: 'A service of the catalogue, or a name of the list’s own' }),
    description: z.string(),
    unit: z.string(),
    agency: z.string().nullable().meta({ description: 'Who pays, as the list says; null where it does not' }),
    kind: z.enum(KINDS).nullable().meta({
      description: 'real: resources used; transfer: money given; null where the list does not say',
    }),
    valueType: z.enum(VALUE_TYPES).nullable(),
    price: amount.meta({ description: 'Average price of one unit, in prices of its own price year' }),
    shortRunMarginal: amount
      .nullable()
      .meta({ description: 'The part that is not spent soon after one unit less' }),
    currency: currencyCode,
    priceYear,
    from: z.iso.date().meta({ description: 'First day it holds' }),
    to: z.iso.date().meta({ description: 'Last day it holds' }),
    source: z.string(),
    licence: z.string().nullable(),
    theme: z.string().nullable(),
    category: z.string().nullable(),
    level: z.enum(LEVELS).nullable().meta({ description: 'A constituent is a part of the price above it' }),
    quality: z.string().nullable().meta({ description: 'As the list grades it' }),
    comment: z.string().nullable(),
    row: z.int().nullable().meta({ description: 'Where it stood in the file' }),
    sheet: z.string(),
  })
  .meta({ id: 'PriceEntry' });

export type PriceEntry = z.infer<typeof priceEntry>;

/** What is said of a file when it is loaded. */
const settings = {
  layout: z.enum(LAYOUTS).default('template'),
  country: countryCode,
  currency: currencyCode.meta({ description: 'Of rows that name none' }),
  source: paragraph.meta({ description: 'What the list is, and who published it' }),
  licence: paragraph.meta({ description: 'On which terms you hold it; the list is never shown to others' }),
};

export const priceListName = z.string().trim().min(1).max(200);

/** What is said of a file, without the file. */
export const priceListSettings = z.strictObject(settings);

const file = z.strictObject({
  name: line.meta({ description: 'Of the file', example: 'prices.csv' }),
  base64: z
    .base64()
    .max(Math.ceil(TABLE_LIMITS.bytes / 3) * 4)
    .meta({ description: 'A workbook (XLSX) or a table in text (CSV), of at most 5 MB' }),
});

/** The template with one price, as somebody might send it. */
const EXAMPLE_FILE = [
  'code;service;description;unit;agency;value type;price;currency;price year;valid from;valid to;transfer;source;licence',
  'D-1;detox-day;Detoxification, ward;day;Region;fiscal;4500,00;SEK;2025;;;no;Price list of the region;',
].join('\n');

const versionExample = {
  layout: 'template',
  country: 'SE',
  currency: 'SEK',
  source: 'Price list of the region for care of addiction',
  licence: 'Held by agreement; not to be passed on',
  file: { name: 'prices.csv', base64: Buffer.from(EXAMPLE_FILE).toString('base64') },
};

export const priceListVersionNew = z.strictObject({ ...settings, file }).meta({
  id: 'NewPriceListVersion',
  example: versionExample,
});

export const priceListNew = z.strictObject({ name: priceListName, ...settings, file }).meta({
  id: 'NewPriceList',
  example: { name: 'Prices of the region', ...versionExample },
});

export type PriceListSettings = z.infer<typeof priceListSettings>;
export type PriceListVersionNew = z.infer<typeof priceListVersionNew>;

const count = z.int().min(0);

const problemShown = z.strictObject({
  code: z.string(),
  sheet: z.string(),
  row: z.int().nullable(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  message: z.string(),
  mend: z.string(),
});

export const pricePreview = z
  .strictObject({
    fileName: z.string(),
    sha256: z.string(),
    layout: z.enum(LAYOUTS),
    prices: count,
    list: identity
      .nullable()
      .meta({ description: 'Your list of this name; null where it would be a new one' }),
    version: count.meta({ description: 'The version it would become' }),
    compared: z
      .strictObject({ new: count, changed: count, same: count, gone: count })
      .meta({ description: 'With the version before, by code, value type and period' }),
    problems: z.array(problemShown).meta({ description: 'While there is one, nothing can be saved' }),
    problemCount: count,
    notes: z.array(z.string()),
    first: z.array(priceEntry),
  })
  .meta({ id: 'PriceListPreview' });

export type PricePreview = z.infer<typeof pricePreview>;

const versionShown = z.strictObject({
  number: z.int().min(1),
  sha256: z.string().meta({ description: 'Of the file; of a list of answers, of all its prices' }),
  fileName: z.string().nullable(),
  layout: z.enum(LAYOUTS).nullable(),
  currency: currencyCode,
  source: z.string(),
  licence: z.string(),
  prices: count,
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
});

export const priceListListed = z
  .strictObject({
    id: identity,
    name: z.string(),
    kind: z.enum(['file', 'answers']).meta({ description: 'answers: made of answers to price requests' }),
    country: countryCode,
    version: z.int().min(1).meta({ description: 'The newest' }),
    changedAt: z.iso.datetime(),
  })
  .meta({ id: 'PriceListListed' });

export const priceListShown = z
  .strictObject({ ...priceListListed.shape, versions: z.array(versionShown) })
  .meta({ id: 'PriceList' });

export type PriceListListed = z.infer<typeof priceListListed>;
export type PriceListShown = z.infer<typeof priceListShown>;
