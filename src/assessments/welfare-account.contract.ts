import { z } from 'zod';
import {
  calendarYear,
  commonPart,
  id,
  LIMITS,
  notNegative,
  plainShare,
  positive,
  share,
  text,
} from './common.contract.js';

/** Units of each service per person-year. */
const use = z.record(id, notNegative);
const sharedAmong = z.record(id, plainShare);

const agency = z.strictObject({
  id,
  name: text.optional(),
  public: z.boolean().optional(),
  retainsExtraTax: share.optional(),
  source: text.optional(),
});

const service = z.strictObject({
  id,
  name: text.optional(),
  unit: text.optional(),
  daysPerUnit: z.number().min(0).max(366).optional(),
  price: z.union([
    notNegative,
    z.strictObject({ average: notNegative, shortRunMarginal: notNegative.optional() }),
  ]),
  priceYear: calendarYear.optional(),
  kind: z.enum(['real', 'transfer']),
  paidBy: sharedAmong,
  source: text.optional(),
});

const work = z.strictObject({
  grossWage: positive,
  employerContributions: notNegative.optional(),
  contributionsTo: sharedAmong.optional(),
  incomeTax: z.record(id, share).optional(),
  vat: z.record(id, share).optional(),
  subsidy: z.strictObject({ paidBy: id, amount: notNegative }).optional(),
  source: text.optional(),
});

const notAssessedShare = share.nullable().optional();

const career = z.strictObject({
  id,
  name: text.optional(),
  entrants: positive,
  successShare: share,
  without: use,
  withSuccess: use,
  withFailure: use.optional(),
  work: work.optional(),
  during: z.strictObject({ months: notNegative, use }).optional(),
  targetGroups: z.array(text).max(50).optional(),
  lostToFollowUp: z.int().min(0).optional(),
  counterfactualShare: notAssessedShare,
  deadweight: z
    .union([share, z.strictObject({ services: share, production: share })])
    .nullable()
    .optional(),
  attribution: notAssessedShare,
  displacement: notAssessedShare,
  dropOff: notAssessedShare,
  survival: z.array(plainShare).min(1).max(LIMITS.years).optional(),
});

const state = z.strictObject({
  id,
  name: text.optional(),
  use: use.optional(),
  work: work.optional(),
  qualityOfLife: z.number().optional(),
  success: z.boolean().optional(),
});

const shares = z.record(id, share);
const path = z.strictObject({
  shares: z
    .array(z.strictObject({ year: z.int().min(1).max(LIMITS.years), of: shares }))
    .min(1)
    .max(LIMITS.years)
    .optional(),
  start: shares.optional(),
  transitions: z.record(id, shares).optional(),
});

const cohort = z.strictObject({
  id,
  name: text.optional(),
  entrants: positive,
  with: path,
  without: path,
  during: z.strictObject({ months: notNegative, state: id }).optional(),
  targetGroups: z.array(text).max(50).optional(),
  lostToFollowUp: z.int().min(0).optional(),
  attribution: notAssessedShare,
  displacement: notAssessedShare,
});

const cost = z.strictObject({
  paidBy: id,
  perEntrant: notNegative,
  time: z.int().min(0).max(LIMITS.years),
  description: text.optional(),
  source: text.optional(),
});

const horizon = z.int().min(1).max(LIMITS.years);

/** A welfare account in the manner of the BASTA assessment, as a file: careers, or states and cohorts. */
export const welfareAccountFile = z.strictObject({
  ...commonPart,
  kind: z.literal('welfare-account'),
  horizons: z.array(horizon).min(1).max(LIMITS.years).optional(),
  headlineHorizon: horizon.optional(),
  agencies: z.array(agency).max(LIMITS.agencies),
  services: z.array(service).max(LIMITS.services),
  productionValue: z.enum(['net-of-subsidy', 'full-wage']).optional(),
  careers: z.array(career).min(1).max(LIMITS.careers).optional(),
  states: z.array(state).min(1).max(LIMITS.careers).optional(),
  cohorts: z.array(cohort).min(1).max(LIMITS.careers).optional(),
  programmeCost: z.array(cost).max(1_000),
});
