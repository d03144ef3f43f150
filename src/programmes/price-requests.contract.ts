import { z } from 'zod';
import { identity } from '../organisations/organisations.contract.js';
import { LETTER_LANGUAGES } from '../platform/locale/letters.js';
import { LARGEST } from './amounts.contract.js';
import { countryCode, currencyCode, KINDS, priceYear } from './price-lists.contract.js';

/** How long texts may be, so that the letter stays on one sheet. */
export const LONGEST = { line: 120, unit: 40, paragraph: 500 } as const;

const line = z.string().trim().min(1).max(LONGEST.line);
const unit = z.string().trim().min(1).max(LONGEST.unit);
const paragraph = z.string().trim().min(1).max(LONGEST.paragraph);
const amount = z.number().min(0).max(LARGEST);

const asked = {
  country: countryCode,
  service: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .optional()
    .meta({ description: 'A service of the catalogue, or a name of your own for it' }),
  what: line
    .optional()
    .meta({ description: 'The service in words, as the agency knows it; left out: as the catalogue has it' }),
  agency: line.meta({ description: 'Who pays, and is asked' }),
  unit: unit.meta({ description: 'What is counted: day, visit, month' }),
  kind: z
    .enum(KINDS)
    .default('real')
    .meta({ description: 'real: resources used; transfer: money given to people' }),
  currency: currencyCode,
  year: priceYear,
  why: paragraph.meta({ description: 'Told to the agency' }),
  replyTo: line.meta({ description: 'Where the answer goes' }),
  answerBy: z.iso.date().optional(),
};

export const priceRequestNew = z.strictObject(asked).meta({
  id: 'NewPriceRequest',
  example: {
    country: 'SE',
    service: 'treatment-home-day',
    what: 'ett dygn på behandlingshem för beroende',
    agency: 'Göteborgs Stad, socialförvaltningen',
    unit: 'day',
    currency: 'SEK',
    year: 2025,
    why: 'Half of our members lived in treatment homes before they came to us.',
    replyTo: 'Bicycle workshop, Box 1, 411 01 Göteborg',
  },
});

export const priceAnswer = z
  .strictObject({
    price: amount.meta({ description: 'Average price of one unit' }),
    shortRunMarginal: amount.optional().meta({ description: 'The part not spent soon after one unit less' }),
    unit,
    priceYear,
    includes: paragraph.optional().meta({ description: 'What the price covers' }),
    document: line.optional().meta({ description: 'Where it stands' }),
    answeredBy: z.strictObject({ name: line, office: line }).meta({
      description: 'Kept with the request alone; never in a price list, a calculation, the audit or a log',
    }),
    date: z.iso.date().meta({ description: 'Of the letter' }),
  })
  .meta({
    id: 'PriceAnswer',
    example: {
      price: 2150,
      shortRunMarginal: 900,
      unit: 'day',
      priceYear: 2025,
      includes: 'Staff, premises, food',
      document: 'Ramavtal behandlingshem 2025, bilaga 2',
      answeredBy: { name: 'A. Svensson', office: 'Controller' },
      date: '2026-02-01',
    },
  });

export const withdrawal = z
  .strictObject({ reason: paragraph.optional() })
  .meta({ id: 'PriceRequestWithdrawal', example: { reason: 'The agency has published it.' } });

export const STATES = ['asked', 'answered', 'withdrawn'] as const;

export const priceRequestListed = z
  .strictObject({
    id: identity,
    country: countryCode,
    service: z.string().nullable(),
    what: z.string(),
    agency: z.string(),
    year: priceYear,
    state: z.enum(STATES),
    version: z.int().min(1),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'PriceRequestListed' });

export const priceRequestShown = z
  .strictObject({
    ...priceRequestListed.shape,
    unit: z.string(),
    kind: z.enum(KINDS),
    currency: currencyCode,
    why: z.string(),
    replyTo: z.string(),
    answerBy: z.iso.date().nullable(),
    answer: z.strictObject(priceAnswer.shape).nullable(),
    list: z
      .strictObject({ id: identity, version: z.int(), code: z.string() })
      .nullable()
      .meta({ description: 'Where the answer stands as a price' }),
    withdrawn: z.strictObject({ reason: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'PriceRequest' });

export const letterQuery = z.strictObject({
  language: z.enum(LETTER_LANGUAGES).default('en').meta({ description: 'Of the letter; left out: en' }),
});

export type PriceRequestNew = z.infer<typeof priceRequestNew>;
export type PriceAnswer = z.infer<typeof priceAnswer>;
export type PriceRequestListed = z.infer<typeof priceRequestListed>;
export type PriceRequestShown = z.infer<typeof priceRequestShown>;
