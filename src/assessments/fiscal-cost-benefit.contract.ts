import { z } from 'zod';
import {
  amountBetween,
  amountOfMoney,
  calendarYear,
  id,
  LIMITS,
  notNegative,
  share,
  text,
} from '../programmes/amounts.contract.js';
import { commonPart } from './common.contract.js';

/** More cases for each person than anybody has in a year. */
const MOST_CASES = 1_000;

/** Corrections beyond this are no corrections. */
const MOST_ADDED = 10;

const priceYear = z.union([
  calendarYear,
  z.string().regex(/^(19|2\d)\d\d\/\d\d$/, 'write a financial year as 2012/13'),
]);

const grade = z.int().min(1).max(6);

const confidence = z.strictObject({
  costs: grade.optional(),
  population: grade.optional(),
  effect: grade.optional(),
});

const unit = z.strictObject({
  id,
  description: text.optional(),
  agency: id.optional(),
  valueType: z.enum(['fiscal', 'economic', 'social']),
  value: amountOfMoney,
  priceYear: priceYear.optional(),
  transfer: z.boolean().optional(),
  source: text.optional(),
});

const outcomePart = {
  outcome: text.optional(),
  incidence: amountBetween(0, MOST_CASES).optional(),
  engagement: share.optional(),
  retention: share.optional(),
  impact: share.optional(),
  deadweight: share.nullable().optional(),
  lagYears: z
    .int()
    .min(0)
    .max(LIMITS.years - 1)
    .optional(),
  profile: z.array(share).min(1).max(LIMITS.years).optional(),
  dropOff: share.nullable().optional(),
  obBenefits: amountBetween(-1, 0).nullable().optional(),
  units: z.array(unit).min(1).max(LIMITS.services).optional(),
};

const cost = z.strictObject({
  id: id.optional(),
  year: z
    .int()
    .min(0)
    .max(LIMITS.years - 1),
  amount: notNegative,
  paidBy: id.optional(),
  priceYear: priceYear.optional(),
  description: text.optional(),
  source: text.optional(),
});

/** A fiscal cost–benefit analysis in the manner of Greater Manchester, as a file. */
export const fiscalCostBenefitFile = z.strictObject({
  ...commonPart,
  kind: z.literal('fiscal-cost-benefit'),
  ...outcomePart,
  targetPopulation: notNegative,
  deadweightReading: z.enum(['subtract', 'proportional']),
  years: z.int().min(1).max(LIMITS.years).optional(),
  confidence: confidence.optional(),
  outcomes: z
    .array(z.strictObject({ id, ...outcomePart, confidence: confidence.omit({ costs: true }).optional() }))
    .min(1)
    .max(LIMITS.careers)
    .optional(),
  agencies: z
    .array(z.strictObject({ id, name: text.optional() }))
    .max(LIMITS.agencies)
    .optional(),
  cashability: z.record(id, share).optional(),
  // A cost comes before an amount alone: of something in between, that is what is said to be missing.
  costs: z.array(z.union([cost, ...notNegative.options])).max(1_000),
  obCosts: amountBetween(0, MOST_ADDED).nullable().optional(),
  optimismBias: z
    .strictObject({
      source: text.optional(),
      grades: z
        .array(
          z.strictObject({
            grade,
            costs: z.number().min(0).max(MOST_ADDED),
            benefits: z.number().min(-1).max(0),
          }),
        )
        .min(1)
        .max(6),
    })
    .optional(),
});
