import { z } from 'zod';
import { identity } from '../organisations/organisations.contract.js';
import { pageQuery } from '../platform/http/pages-of.js';

const value = z.number().nullable();

/** A run without its file and result. */
export const runShown = z
  .strictObject({
    id: identity,
    title: z.string(),
    kind: z.enum(['value-map', 'welfare-account', 'fiscal-cost-benefit']),
    createdAt: z.iso.datetime(),
    createdBy: z.string(),
    programme: identity.nullable(),
    programmeVersion: z.int().nullable(),
    draft: identity.nullable(),
    currency: z.string(),
    priceYear: z.int(),
    inputsHash: z.string(),
    modelVersion: z.string(),
    referenceVersion: z.string(),
    seed: z.int().nullable(),
    draws: z.int().nullable(),
    headline: z.strictObject({ figure: z.string(), value, low: value, high: value }),
    problems: z.strictObject({ error: z.int(), warning: z.int(), information: z.int() }),
    publishable: z.boolean().meta({ description: 'False while a problem is an error' }),
  })
  .meta({ id: 'Run' });

export type RunShown = z.infer<typeof runShown>;

export const runQuery = z.strictObject({
  ...pageQuery.shape,
  programme: identity.optional().meta({ description: 'Only runs of this programme' }),
});

export const comparisonQuery = z.strictObject({
  with: identity.meta({ description: 'The run that is held against this one' }),
});

/** The name of a figure, as it stands in a result. */
export const figureName = z.string().regex(/^[A-Za-z0-9_.-]{1,300}$/);

export const replayShown = z
  .strictObject({
    same: z.boolean(),
    modelVersion: z.strictObject({ stored: z.string(), now: z.string() }),
    differences: z.array(
      z.strictObject({
        pointer: z.string().meta({ description: 'Where: a place in the run, its file or its result' }),
        stored: z.unknown(),
        recalculated: z.unknown(),
      }),
    ),
  })
  .meta({ id: 'Replay' });

export type ReplayShown = z.infer<typeof replayShown>;
