import { z } from 'zod';
import {
  amountBetween,
  amountOfMoney,
  id,
  LARGEST,
  LIMITS,
  notNegative,
  plainShare,
  positive,
  share,
  text,
} from '../programmes/amounts.contract.js';
import {
  agency,
  career,
  notAssessedShare,
  service,
  stakeholder,
  use,
  work,
} from '../programmes/recorded.contract.js';
import { commonPart } from './common.contract.js';

const state = z.strictObject({
  id,
  name: text.optional(),
  use: use.optional(),
  work: work.optional(),
  qualityOfLife: z.number().min(-LARGEST).max(LARGEST).optional(),
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
  perEntrant: notNegative.optional(),
  enterprise: z
    .strictObject({ operatingCost: notNegative, sales: notNegative, participantsWageCost: notNegative })
    .optional()
    .meta({
      description:
        'Instead, from the ledger of an enterprise that trades, in all: cost = operating cost − sales − wage cost of participants, which is booked as production',
    }),
  time: z.int().min(0).max(LIMITS.years),
  spentAnyway: z
    .strictObject({ perEntrant: notNegative, source: text.optional() })
    .optional()
    .meta({ description: 'What the usual placement would have cost instead: taken off' }),
  cohorts: z
    .array(id)
    .min(1)
    .max(LIMITS.careers)
    .optional()
    .meta({ description: 'The careers or cohorts it is spent on; left out: everybody' }),
  startUp: z.boolean().optional().meta({ description: 'Spent once to begin with' }),
  description: text.optional(),
  source: text.optional(),
});

const sourcedShare = z.strictObject({ value: plainShare, source: text });

const horizon = z.int().min(1).max(LIMITS.years);

/** What an account is asked for, beside its agencies, services and people. */
export const accountSettings = {
  preset: z.enum(['basta', 'valoris', 'employment-clause', 'job-factory']).optional(),
  months: amountBetween(1, LIMITS.years * 12)
    .optional()
    .meta({ description: 'How long the job of an employment clause lasts' }),
  usefulness: z
    .strictObject({ perFullTimeYear: amountOfMoney, source: text })
    .optional()
    .meta({ description: 'What a full-time year in a job factory is worth to residents; never added in' }),
  objections: z
    .strictObject({
      counterfactualShare: sourcedShare.optional(),
      relapse: sourcedShare.optional(),
      participantTime: z.strictObject({ perYear: z.number().min(0).max(LARGEST), source: text }).optional(),
      publicFunds: sourcedShare.optional(),
    })
    .optional()
    .meta({ description: 'Numbers that objections ask for and the account does not hold' }),
  horizons: z.array(horizon).min(1).max(LIMITS.years).optional(),
  headlineHorizon: horizon.optional(),
  shortRunShares: z
    .record(id, z.strictObject({ share, source: text.optional() }))
    .optional()
    .meta({
      description:
        'Short-run price as a share of the average one, where a service has none: by service, category or kind',
    }),
  productionValue: z.enum(['net-of-subsidy', 'full-wage']).optional(),
};

/** A welfare account in the manner of the BASTA assessment, as a file: careers, or states and cohorts. */
export const welfareAccountFile = z.strictObject({
  ...commonPart,
  kind: z.literal('welfare-account'),
  ...accountSettings,
  stakeholders: z.array(stakeholder).max(1_000).optional(),
  agencies: z.array(agency).max(LIMITS.agencies),
  services: z.array(service).max(LIMITS.services),
  careers: z.array(career).min(1).max(LIMITS.careers).optional(),
  states: z.array(state).min(1).max(LIMITS.careers).optional(),
  cohorts: z.array(cohort).min(1).max(LIMITS.careers).optional(),
  programmeCost: z.array(cost).max(1_000),
});
