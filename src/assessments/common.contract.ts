import { z } from 'zod';
import {
  calendarYear,
  currency,
  id,
  LARGEST,
  LIMITS,
  reference,
  text,
} from '../programmes/amounts.contract.js';

const rate = z.number().min(-0.5).max(1);

export const conventions = z.strictObject({
  discounting: z.enum(['year-end', 'year-start', 'mid-year', 'none', 'compound-forward']),
  discountRate: z
    .union([
      rate,
      reference,
      z
        .array(z.strictObject({ untilYear: z.int().min(1).max(1_000), rate }))
        .min(1)
        .max(100),
    ])
    .optional(),
  factors: z
    .record(z.string().regex(/^(19|2\d)\d\d$/, 'name a calendar year'), z.number().positive().max(1e6))
    .optional(),
  dropOff: z.enum(['from-second-year', 'from-first-year']).optional(),
  deductions: z.enum(['multiply', 'add']).optional(),
  attributionMeans: z.enum(['share-of-others', 'share-claimed']).optional(),
});

const finite = z.number().min(-LARGEST).max(LARGEST);
/** Of a lognormal distribution: e to this is about the largest amount. */
const exponent = z.number().min(-35).max(35);
/** The distributions that can be drawn from. */
export const distribution = z.union([
  z.strictObject({ distribution: z.literal('triangular'), low: finite, mode: finite, high: finite }),
  z.strictObject({ distribution: z.literal('pert'), low: finite, mode: finite, high: finite }),
  z.strictObject({ distribution: z.literal('uniform'), low: finite, high: finite }),
  z.strictObject({ distribution: z.literal('normal'), mean: finite, sd: finite }),
  z.strictObject({ distribution: z.literal('lognormal'), mean: finite, sd: finite }),
  z.strictObject({ distribution: z.literal('lognormal'), mu: exponent, sigma: exponent }),
  z.strictObject({ distribution: z.literal('beta'), alpha: finite, beta: finite }),
  z.strictObject({ distribution: z.literal('beta'), mean: finite, sd: finite }),
  z.strictObject({ distribution: z.literal('gamma'), shape: finite, scale: finite }),
  z.strictObject({ distribution: z.literal('gamma'), mean: finite, sd: finite }),
  z.strictObject({
    distribution: z.literal('discrete'),
    values: z.array(finite).min(1).max(1_000),
    weights: z.array(finite).min(1).max(1_000),
  }),
  z.strictObject({ distribution: z.literal('draws'), values: z.array(finite).min(1).max(LIMITS.mostDraws) }),
]);

const inputName = z.string().min(1).max(500);

/** Inputs that go up and down together; `against` the other way. */
const group = z.strictObject({
  id,
  inputs: z.array(inputName).min(1).max(LIMITS.groupMembers),
  against: z.array(inputName).max(LIMITS.groupMembers).optional(),
  correlation: z.number().positive().max(1),
  source: text.optional(),
});

const uncertainty = z.strictObject({
  seed: z.int().min(0).max(0xffffffff).optional(),
  draws: z.int().min(LIMITS.leastDraws).max(LIMITS.mostDraws).optional(),
  inputs: z.record(z.string(), distribution).optional(),
  groups: z.array(group).max(LIMITS.groups).optional(),
});

const published = z.strictObject({
  what: text,
  value: z.union([z.number(), text]),
  source: text,
  figure: text.optional(),
  difference: text.optional(),
});

/** What the report says in words; no figure depends on it. */
const context = z.strictObject({
  constructed: z.boolean().optional(),
  whatWasDone: text.optional(),
  forWhom: text.optional(),
  comparedWith: text.optional(),
  notCounted: z.array(text).max(20).optional(),
  limits: z.array(text).max(20).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'use the two letters of ISO 3166')
    .optional(),
  followUpYears: z.number().min(0).max(LIMITS.years).optional(),
  mainPayer: id.optional(),
  checked: z
    .strictObject({
      level: z.enum(['self-declared', 'reviewed', 'assured']),
      by: text.optional(),
      standard: text.optional(),
    })
    .optional(),
  plan: z.strictObject({ registered: z.iso.date(), where: text.optional() }).optional(),
  published: z.array(published).max(50).optional(),
});

const scenario = z.strictObject({
  id,
  name: text,
  source: text.optional(),
  set: z.record(z.string(), finite).refine((set) => Object.keys(set).length > 0, 'name at least one input'),
});

export const commonPart = {
  $schema: z.string().optional(),
  format: z.literal('bokslut-assessment/1'),
  title: text,
  organisation: text.optional(),
  period: z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
  basis: z.enum(['evaluation', 'forecast']),
  currency,
  priceYear: calendarYear,
  conventions,
  parameters: z
    .record(id, z.strictObject({ value: finite, label: text.optional(), source: text.optional() }))
    .optional(),
  evidence: z
    .record(
      z.string(),
      z.strictObject({
        source: text.optional(),
        method: text.optional(),
        decidedBy: text.optional(),
        grade: z.int().min(1).max(6).optional(),
        year: calendarYear.optional(),
        standing: z.enum(['own', 'borrowed', 'unknown']).optional(),
      }),
    )
    .optional(),
  conversions: z
    .record(
      z.string(),
      z.strictObject({
        fromYear: calendarYear,
        fromCurrency: currency.optional(),
        toYear: calendarYear,
        factor: z.number().positive().max(1e6),
        source: text.optional(),
      }),
    )
    .optional(),
  uncertainty: uncertainty.optional(),
  scenarios: z.array(scenario).max(LIMITS.scenarios).optional(),
  source: z.strictObject({ title: text.optional(), url: text.optional(), note: text.optional() }).optional(),
  context: context.optional(),
};
