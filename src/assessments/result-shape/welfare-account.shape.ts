import { z } from 'zod';
import type { WelfareAccountResult } from '../../core/result.js';
import { welfareAccountFile } from '../welfare-account.contract.js';
import {
  cohort,
  costBridge,
  flow,
  horizon,
  peopleCount,
  qualityOfLife,
  rightfulTakeUp,
  stressRow,
  yearBlock,
} from './account-parts.js';
import { findings, head, judgement, netInterval, ratioInterval, said } from './common.js';
import { presetFigures } from './preset-figures.js';
import { fieldsOf, laterList, perActor, value, words } from './shape.js';

type Part<Name extends keyof WelfareAccountResult> = NonNullable<WelfareAccountResult[Name]>;

const people = fieldsOf<Part<'people'>>()({
  entrants: value,
  succeeded: peopleCount,
  succeededWithout: peopleCount,
  lostToFollowUp: z.number().min(0),
  deathsWith: value,
  deathsWithout: value,
  qualityOfLife: qualityOfLife.nullable().default(null),
});

const interval = fieldsOf<Part<'interval'>>()({
  npv: netInterval,
  benefitCostRatio: ratioInterval,
  publicNet: netInterval,
  headline: netInterval,
  actors: z.record(z.string(), netInterval),
});

const ofActors = z.looseObject({ actors: perActor });

/** `headline`, and the interval of it, earlier results lack; they follow from the account (kept-result.ts). */
export const welfareAccountResult = fieldsOf<WelfareAccountResult>()({
  ...head,
  ...findings,
  ...judgement,
  ...said,
  kind: z.literal('welfare-account'),
  preset: z.enum(['basta', 'valoris', 'employment-clause', 'job-factory']),
  productionValue: z.enum(['net-of-subsidy', 'full-wage']),
  headlineHorizon: z.int(),
  headline: z.looseObject({
    figure: words,
    label: words,
    value,
    perspective: z.enum(['society', 'public-budget']),
  }),
  presetFigures: presetFigures.nullable().default(null),
  people,
  perSuccessYear: yearBlock,
  afterDisplacement: yearBlock,
  perEntrantYear: yearBlock,
  beforeEqualisation: z.looseObject({ perSuccessYear: ofActors, perEntrantYear: ofActors }),
  stay: z.looseObject({ societyGain: value, actors: perActor }).nullable(),
  perYear: z.array(
    z.looseObject({ year: z.int(), societyGain: value, publicBudget: value, actors: perActor }),
  ),
  horizons: z.array(horizon).min(1),
  payback: z.looseObject({
    potentialMonths: value,
    expectedMonths: value,
    publicBudgetMonths: value,
    perActor,
  }),
  flows: laterList(flow),
  perCohort: laterList(cohort),
  costBridges: laterList(costBridge),
  rightfulTakeUp: rightfulTakeUp.nullable().default(null),
  stress: laterList(stressRow),
  followUp: z.looseObject({ worst: value, best: value }).nullable(),
  publicActors: z.array(words),
  interval: interval.nullable(),
  assessment: welfareAccountFile,
}).refine(({ headlineHorizon, horizons }) => horizons.some(({ years }) => years === headlineHorizon), {
  message: 'The headline horizon is not among the horizons of this result',
  path: ['headlineHorizon'],
});
