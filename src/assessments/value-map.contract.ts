import { z } from 'zod';
import { amountOfMoney, id, LIMITS, text, year } from '../programmes/amounts.contract.js';
import { outcome, stakeholder } from '../programmes/recorded.contract.js';
import { commonPart } from './common.contract.js';

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

/** The value map of an SROI analysis, as a file. */
export const valueMapFile = z.strictObject({
  ...commonPart,
  kind: z.literal('value-map'),
  stakeholders: z.array(stakeholder).max(1_000).optional(),
  inputs: z.array(invested).max(LIMITS.outcomes),
  outcomes: z.array(outcome).max(LIMITS.outcomes),
});
