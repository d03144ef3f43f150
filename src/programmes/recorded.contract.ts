import { z } from 'zod';
import { LEVELS } from '../core/assessment.js';
import {
  amountBetween,
  amountOfMoney,
  calendarYear,
  currency,
  id,
  LIMITS,
  notNegative,
  plainShare,
  positive,
  quantity,
  share,
  text,
  year,
} from './amounts.contract.js';

export const stakeholder = z.strictObject({
  id,
  name: text,
  size: z.int().min(0).optional(),
  consulted: z.int().min(0).optional(),
  how: text.optional(),
  when: text.optional(),
});

/** A deduction: null or left out where nobody has assessed it. */
const deduction = share.nullable().optional();

const seriesPoint = z.strictObject({
  year,
  quantity: quantity.optional(),
  proxyValue: amountOfMoney.optional(),
  value: amountOfMoney.optional(),
  deadweight: deduction,
  displacement: deduction,
  attribution: deduction,
  dropOff: deduction,
});

export const outcome = z.strictObject({
  id,
  stakeholder: text,
  outcome: text,
  indicator: text.optional(),
  family: text.optional(),
  quantity: quantity.optional(),
  proxy: z
    .strictObject({
      value: amountOfMoney.optional(),
      description: text.optional(),
      source: text.optional(),
      priceYear: calendarYear.optional(),
      currency: currency.optional().meta({ description: 'Where it is another than that of the file' }),
    })
    .optional(),
  startsYear: year.optional(),
  durationYears: positive.optional(),
  deadweight: deduction,
  displacement: deduction,
  attribution: deduction,
  dropOff: deduction,
  series: z.array(seriesPoint).min(1).max(LIMITS.years).optional(),
  transfer: z.strictObject({ counterparty: text }).optional(),
  agencies: z.record(id, plainShare).optional(),
  valueType: z.enum(['fiscal', 'economic', 'social']).optional(),
});

export const use = z
  .record(id, notNegative)
  .meta({ description: 'Units of each service that one person uses in a year' });
const sharedAmong = z.record(id, plainShare);

export const agency = z.strictObject({
  id,
  name: text.optional(),
  public: z.boolean().optional(),
  level: z.enum(LEVELS).optional().meta({ description: 'Of government' }),
  retainsExtraTax: share.optional(),
  source: text.optional(),
});

export const service = z.strictObject({
  id,
  name: text.optional(),
  unit: text.optional(),
  daysPerUnit: z.number().min(0).max(366).optional(),
  price: z.union([
    notNegative,
    z.strictObject({ average: notNegative, shortRunMarginal: notNegative.optional() }),
  ]),
  priceYear: calendarYear.optional(),
  currency: currency.optional().meta({ description: 'Where it is another than that of the file' }),
  kind: z.enum(['real', 'transfer']),
  paidBy: sharedAmong,
  category: id.optional().meta({ description: 'A sort of service, for short-run shares that hold for it' }),
  goesWith: z
    .literal('work')
    .optional()
    .meta({ description: 'Used because people work: its deadweight is that of production' }),
  rightful: z
    .boolean()
    .optional()
    .meta({ description: 'A transfer people have a right to: more of it is shown apart, as no failure' }),
  source: text.optional(),
});

/** Above it, an amount was typed where a share belongs. */
const MOST_CONTRIBUTIONS = 2;

/** Employed, with a gross wage, or self-employed: which, the assessment file says. */
export const work = z.strictObject({
  grossWage: positive.optional().meta({ description: 'Of one person for a year, before tax' }),
  selfEmployment: z
    .strictObject({
      income: positive,
      contributions: amountBetween(0, 1).optional(),
    })
    .optional()
    .meta({
      description:
        'Instead of a gross wage: income of one person for a year before tax and contributions, and those as a share of it',
    }),
  employerContributions: amountBetween(0, MOST_CONTRIBUTIONS)
    .optional()
    .meta({ description: 'As a share of the gross wage, such as 0.3142; not an amount' }),
  contributionsTo: sharedAmong.optional().meta({ description: 'By agency, its share of the contributions' }),
  incomeTax: z.record(id, share).optional().meta({ description: 'By agency, as a share of the gross wage' }),
  vat: z.record(id, share).optional().meta({ description: 'By agency, as a share of the net wage' }),
  subsidy: z
    .strictObject({ paidBy: id, amount: notNegative })
    .optional()
    .meta({ description: 'Paid to the employer, for one person and a year' }),
  exemptions: z
    .record(id, notNegative)
    .optional()
    .meta({ description: 'By agency, contributions of one person and a year that it forgoes' }),
  fullTime: share.optional().meta({ description: 'Share of a full-time post; left out: a full-time post' }),
  source: text.optional(),
});

export const notAssessedShare = share.nullable().optional();

export const career = z.strictObject({
  id,
  name: text.optional(),
  entrants: positive,
  successShare: share,
  without: use,
  withSuccess: use,
  withFailure: use.optional(),
  work: work.optional(),
  during: z.strictObject({ months: notNegative, use, work: work.optional() }).optional(),
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
