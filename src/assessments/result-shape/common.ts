import { z } from 'zod';
import type {
  Assumption,
  AssuranceAnswer,
  Claim,
  ClaimNeed,
  ComparedFigure,
  Findings,
  Interval,
  Judgement,
  NetInterval,
  PublishedComparison,
  RatioInterval,
  ResultHead,
  ScenarioResult,
  Sensitivity,
  Working,
} from '../../core/result.js';
import type { Problem } from '../../core/problem.js';
import type { DrawnInput, Histogram, Uncertainty } from '../../core/uncertainty/uncertainty-result.js';
import { conventions, distribution } from '../common.contract.js';
import { fieldsOf, laterList, laterValue, value, words } from './shape.js';

const severity = z.enum(['error', 'warning', 'information']);

export const head = {
  format: z.literal('bokslut-result/1'),
  modelVersion: z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/, 'a model version is written as 1.4.0'),
  referenceVersion: words,
  inputsHash: z.string().regex(/^sha256:[0-9a-f]{64}$/, 'a hash is written as sha256: and 64 digits'),
  title: words,
  conventions: conventions.extend({
    horizons: z
      .looseObject({
        headline: z.enum(['file', 'preset', 'follow-up', 'shortest']),
        termOfOffice: z
          .looseObject({ country: words, years: z.int(), source: words, verified: z.boolean() })
          .nullable(),
      })
      .optional(),
  }),
  currency: z.string().regex(/^[A-Z]{3}$/, 'use the three letters of ISO 4217'),
  priceYear: z.int(),
} satisfies Record<keyof ResultHead, z.ZodType>;

const intervalFields = {
  of: words,
  draws: z.int(),
  seed: z.int(),
  mean: value,
  median: value,
  p2_5: value,
  p5: value,
  p95: value,
  p97_5: value,
  standardError: value,
} satisfies Record<keyof Interval, z.ZodType>;

export const ratioInterval = fieldsOf<RatioInterval>()({
  ...intervalFields,
  probabilityAboveOne: laterValue,
});
export const netInterval = fieldsOf<NetInterval>()({ ...intervalFields, probabilityAboveZero: laterValue });

const drawnInput = fieldsOf<DrawnInput>()({
  input: words,
  label: words,
  distribution: z.union([distribution, z.strictObject({ distribution: z.literal('draws'), count: z.int() })]),
  basis: z.enum(['given', 'grade', 'unknown']),
  grade: z.number().optional(),
  borrowed: z.boolean(),
  group: words.optional(),
  source: words.optional(),
  varianceShare: value,
  valueOfInformation: value,
});

const histogram = fieldsOf<Histogram>()({
  of: words,
  edges: z.array(z.number()).min(2),
  counts: z.array(z.number().min(0)),
  below: z.number(),
  above: z.number(),
}).refine(({ edges, counts }) => edges.length === counts.length + 1, 'a bin has an edge on either side');

const uncertainty = fieldsOf<Uncertainty>()({
  seed: z.int(),
  draws: z.int(),
  inputs: z.array(drawnInput),
  unmoved: z.array(words),
  fixedInputs: z.int(),
  defaultRanges: z.looseObject({ source: words, verified: z.boolean() }).nullable(),
  borrowedShare: value,
  mostlyAssumption: z.boolean(),
  acceptability: z.array(z.looseObject({ threshold: z.number(), probability: value })).nullable(),
  payers: z.record(z.string(), value).nullable(),
  valueOfInformation: z.looseObject({ total: value, drawsUsed: z.int() }),
  convergence: z.looseObject({ standardErrorOfMeanRelative: value, converged: z.boolean() }).nullable(),
  histogram: histogram.nullable(),
});

const sensitivity = fieldsOf<Sensitivity>()({
  input: words,
  label: words,
  value: z.number(),
  from: z.number(),
  to: z.number(),
  ranged: z.boolean(),
  low: value,
  high: value,
  switchingValue: value,
  reachable: z.boolean(),
  multiplier: z.literal(true).optional(),
});

const working = fieldsOf<Working>()({
  figure: words,
  label: words,
  unit: words,
  value,
  words,
  parts: z.array(z.looseObject({ label: words, unit: words, value, path: words.optional() })),
});

const assumption = fieldsOf<Assumption>()({
  input: words,
  label: words,
  unit: words,
  value: z.number(),
  path: words,
  source: words.optional(),
  method: words.optional(),
  grade: z.number().optional(),
  standing: z.enum(['own', 'borrowed', 'unknown']).optional(),
  assessed: z.boolean(),
});

const spread = { point: value, p5: value, p95: value } as const;

const compared = fieldsOf<ComparedFigure>()({
  ...spread,
  figure: words,
  label: words,
  difference: z.looseObject({ ...spread, probabilityBetter: value }),
});

const scenario = fieldsOf<ScenarioResult>()({
  id: words,
  name: words,
  source: words.optional(),
  set: z.array(z.looseObject({ input: words, label: words, from: z.number(), to: z.number() })),
  figures: z.looseObject({ headline: compared, net: compared, publicNet: compared.optional() }),
});

const need = fieldsOf<ClaimNeed>()({
  input: words,
  label: words,
  unit: words,
  value: z.number(),
  needed: value,
  reachable: z.boolean(),
});

const claim = fieldsOf<Claim>()({
  what: words,
  source: words,
  figure: words,
  label: words,
  unit: words,
  claimed: z.number(),
  ours: value,
  favourable: value,
  reachable: z.boolean(),
  needed: z.array(need),
});

const assuranceAnswer = fieldsOf<AssuranceAnswer>()({
  id: words,
  question: words,
  principle: words,
  source: words,
  answer: z.enum(['yes', 'partly', 'no', 'not-said']),
  severity,
  path: words,
  advice: words.nullable(),
  evidence: words.optional(),
});

const problem = fieldsOf<Problem>()({
  code: words,
  severity,
  path: words,
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  message: words,
});

const comparison = fieldsOf<PublishedComparison>()({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,100}$/),
  kind: z.enum(['value-map', 'welfare-account', 'fiscal-cost-benefit']),
  title: words,
  place: words,
  currency: words,
  unit: words,
  bars: z.array(
    z.looseObject({
      label: words,
      value: z.number(),
      role: z.enum(['claimed', 'anyway', 'attributable']),
    }),
  ),
  lesson: words,
  source: words,
  verified: z.boolean(),
});

export const findings = {
  uncertainty: uncertainty.nullable().default(null),
  sensitivity: z.array(sensitivity),
  workings: z.array(working),
  assumptions: z.array(assumption),
  scenarios: laterList(scenario),
  claims: laterList(claim),
} satisfies Record<keyof Findings, z.ZodType>;

/** Of `publishable` an earlier result says nothing; it follows from its problems. */
export const judgement = {
  publishable: z.boolean(),
  assurance: laterList(assuranceAnswer),
} satisfies Record<keyof Judgement, z.ZodType>;

export const said = { problems: z.array(problem), beside: laterList(comparison) } as const;
