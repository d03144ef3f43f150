import { z } from 'zod';
import type { FiscalHeadlines, UsedCorrection } from '../../core/fiscal/fiscal-figures.js';
import type { FiscalCostBenefitResult } from '../../core/result.js';
import { fiscalCostBenefitFile } from '../fiscal-cost-benefit.contract.js';
import { findings, head, judgement, netInterval, ratioInterval, said } from './common.js';
import { fieldsOf, value, words } from './shape.js';

const headlines = {
  pvFiscal: value,
  pvCashable: value,
  pvPublicValue: value,
  fiscalReturn: value,
  cashableReturn: value,
  netPresentBudgetImpact: value,
  netPresentPublicValue: value,
  benefitCostRatio: value,
  paybackMonths: value,
  discountedPaybackMonths: value,
  discountedPaybackYear: value,
  breakEvenImpact: value,
} satisfies Record<keyof FiscalHeadlines, z.ZodType>;

const deadweightReading = z.enum(['subtract', 'proportional']);

const usedCorrection = fieldsOf<UsedCorrection>()({
  value,
  from: z.enum(['file', 'grades', 'none']),
  grade: value,
});

const year = fieldsOf<FiscalCostBenefitResult['perYear'][number]>()({
  year: z.int(),
  discountFactor: value,
  agencies: z.record(z.string(), value),
  fiscal: value,
  cashable: value,
  economic: value,
  social: value,
  transfers: value,
  publicValue: value,
  cost: value,
  budgetImpact: value,
});

const outcome = fieldsOf<FiscalCostBenefitResult['perOutcome'][number]>()({
  id: words,
  incidence: value,
  participantsRetained: value,
  impact: value,
  deadweight: value,
  effect: value,
  outcomesReached: value,
  outcomesDue: value,
  netOutcomes: z.array(z.looseObject({ year: z.int(), outcomes: value })),
  optimismBias: usedCorrection,
  pvFiscal: value,
  pvPublicValue: value,
  breakEvenImpact: value,
  breakEvenReachable: z.boolean(),
});

export const fiscalCostBenefitResult = fieldsOf<FiscalCostBenefitResult>()({
  ...head,
  ...findings,
  ...judgement,
  ...said,
  ...headlines,
  kind: z.literal('fiscal-cost-benefit'),
  deadweightReading,
  otherReading: z.looseObject({ ...headlines, deadweightReading }),
  optimismBias: z.looseObject({
    costs: usedCorrection,
    rule: z.literal('most-cautious'),
    table: z.looseObject({ source: words.nullable(), verified: z.boolean().nullable() }).nullable(),
  }),
  targetPopulation: value,
  participantsRetained: value,
  pvCost: value,
  pvCostWithoutPayer: value,
  pvTransfers: value,
  pvEconomic: value,
  pvSocial: value,
  pvByAgency: z.record(z.string(), value),
  perAgency: z.array(
    z.looseObject({ agency: words, fiscal: value, cashable: value, cost: value, net: value }),
  ),
  perYear: z.array(year),
  perOutcome: z.array(outcome),
  interval: z
    .looseObject({
      fiscalReturn: ratioInterval,
      benefitCostRatio: ratioInterval,
      netPresentBudgetImpact: netInterval,
      netPresentPublicValue: netInterval,
    })
    .nullable(),
  assessment: fiscalCostBenefitFile,
});
