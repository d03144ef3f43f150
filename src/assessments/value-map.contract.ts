import { z } from 'zod';
import {
  amountOfMoney,
  calendarYear,
  commonPart,
  id,
  LIMITS,
  plainShare,
  positive,
  quantity,
  share,
  text,
  year,
} from './common.contract.js';

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

const outcome = z.strictObject({
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

const invested = z.strictObject({
  id: id.optional(),
  stakeholder: text.optional(),
  description: text.optional(),
  value: amountOfMoney.nullable(),
  notValued: text.optional(),
  year: year.optional(),
  discounted: z.boolean().optional(),
  source: text.optional(),
});

const stakeholder = z.strictObject({
  id,
  name: text,
  size: z.int().min(0).optional(),
  consulted: z.int().min(0).optional(),
  how: text.optional(),
  when: text.optional(),
});

/** The value map of an SROI analysis, as a file. */
export const valueMapFile = z.strictObject({
  ...commonPart,
  kind: z.literal('value-map'),
  stakeholders: z.array(stakeholder).max(1_000).optional(),
  inputs: z.array(invested).max(LIMITS.outcomes),
  outcomes: z.array(outcome).max(LIMITS.outcomes),
});
