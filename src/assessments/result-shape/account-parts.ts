import { z } from 'zod';
import type { ActorHorizon, Horizon, PeopleCount, YearBlock } from '../../core/result.js';
import type {
  CohortResult,
  CostBridge,
  FlowRow,
  QualityOfLife,
  RightfulTakeUp,
  StressRow,
} from '../../core/welfare/result-blocks.js';
import { fieldsOf, laterValue, perActor, value, words } from './shape.js';

export const yearBlock = fieldsOf<YearBlock>()({
  realSaving: value,
  productionValue: value,
  societyGain: value,
  publicBudget: value,
  actors: perActor,
});

const actorHorizon = fieldsOf<ActorHorizon>()({
  gain: value,
  cost: value,
  net: value,
  real: value,
  financial: value,
  moneyNotSpent: value,
});

export const horizon = fieldsOf<Horizon>()({
  years: z.int(),
  pvGain: value,
  pvCost: value,
  spent: laterValue,
  spentAnyway: laterValue,
  npv: value,
  benefitCostRatio: value,
  total: z.looseObject({ entrants: value, pvGain: value, pvCost: value, npv: value }),
  potential: z.looseObject({ pvGain: value, npv: value, benefitCostRatio: value }),
  publicBudget: z.looseObject({ gain: value, cost: value, net: value }),
  breakEvenPeople: z.looseObject({ needed: value, of: value }),
  breakEvenSuccessShare: value,
  grossReturnPercent: value,
  netReturnPercent: value,
  actors: z.record(z.string(), actorHorizon),
  shortRunMarginal: z.looseObject({
    pvGain: value,
    npv: value,
    publicBudget: z.looseObject({ gain: value, net: value }),
  }),
});

export const peopleCount = fieldsOf<PeopleCount>()({ people: value, low: value, high: value });

export const qualityOfLife = fieldsOf<QualityOfLife>()({ with: value, without: value, change: value });

export const flow = fieldsOf<FlowRow>()({
  id: words,
  kind: words,
  nature: z.enum(['real', 'financial']),
  of: words.nullable(),
  displaced: z.boolean(),
  equalisation: z.boolean(),
  label: words,
  actors: perActor,
  total: value,
});

export const cohort = fieldsOf<CohortResult>()({
  id: words,
  label: words,
  entrants: value,
  pvGain: value,
  pvCost: value,
  npv: value,
  benefitCostRatio: value,
  publicBudget: z.looseObject({ gain: value, cost: value, net: value }),
  actors: z.record(z.string(), z.looseObject({ gain: value, cost: value, net: value })),
  total: z.looseObject({ entrants: value, pvGain: value, pvCost: value, npv: value, publicNet: value }),
});

export const costBridge = fieldsOf<CostBridge>()({
  row: z.int(),
  paidBy: words,
  operatingCost: value,
  sales: value,
  participantsWageCost: value,
  cost: value,
  perEntrant: value,
});

export const rightfulTakeUp = fieldsOf<RightfulTakeUp>()({
  services: z.array(words),
  participants: value,
  publicBudget: value,
  publicNetWithout: value,
});

export const stressRow = fieldsOf<StressRow>()({
  id: words,
  objection: words,
  answered: z.boolean(),
  change: words.nullable(),
  reason: words.nullable(),
  said: z.looseObject({
    code: words,
    values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
  source: words.nullable(),
  verified: z.boolean(),
  inputSource: words.nullable(),
  npv: value,
  benefitCostRatio: value,
  publicNet: value,
  difference: value,
  publicDifference: value,
});
