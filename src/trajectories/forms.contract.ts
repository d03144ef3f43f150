import { z } from 'zod';
import { HOUSING } from '../core/evidence/tally.js';
import { identity } from '../organisations/organisations.contract.js';
import { id } from '../programmes/amounts.contract.js';

export const MOST_FORMS_AT_ONCE = 5_000;
const MOST_USE = 1e9;

const count = z.number().min(0).max(MOST_USE);

/** A number, both ends of a range, or that it is not known. */
export const use = z
  .union([
    count,
    z
      .strictObject({ from: count, to: count })
      .refine(({ from, to }) => from <= to, { path: ['to'], error: 'A range ends above where it begins.' }),
    z
      .string()
      .regex(/^unknown$/, 'write a number, a range as { from, to }, or unknown')
      .pipe(z.literal('unknown')),
  ])
  .meta({
    description:
      'In the unit of the service, over the twelve months: a number (0 where none was used), a range, or unknown. Unknown is never taken as none.',
  });

export const MOMENTS = ['before', 'after'] as const;

const form = z.strictObject({
  moment: z.enum(MOMENTS).meta({ description: 'Twelve months before entry, or twelve months after leaving' }),
  windowMonths: z.literal(12).default(12),
  uses: z
    .record(id, use)
    .meta({ description: 'By service of the programme; a service left out was not asked for' }),
  housing: z.enum(HOUSING).optional(),
});

export const formsNew = z.strictObject({ forms: z.array(form).min(1).max(MOST_FORMS_AT_ONCE) }).meta({
  id: 'NewForms',
  example: {
    forms: [
      { moment: 'before', uses: { 'detox-day': { from: 10, to: 20 } }, housing: 'homeless' },
      { moment: 'before', uses: { 'detox-day': 'unknown' } },
      { moment: 'before', uses: { 'detox-day': 0 }, housing: 'with-family-or-friends' },
    ],
  },
});

const tally = z.strictObject({
  forms: z.int(),
  uses: z.array(
    z.strictObject({
      service: id,
      answered: z.int().meta({ description: 'Forms that gave a number or a range' }),
      unknown: z.int().meta({ description: 'Forms that said it is not known' }),
      low: z.number().meta({ description: 'Sum of the low ends' }),
      high: z.number().meta({ description: 'Sum of the high ends' }),
    }),
  ),
  housing: z.array(z.strictObject({ code: z.enum(HOUSING), forms: z.int() })),
});

export const talliesShown = z.strictObject({ career: id, before: tally, after: tally }).meta({
  id: 'CareerTallies',
});

export const careerParams = z.strictObject({ id: identity, career: id });

export const useShown = z
  .strictObject({
    perPersonYear: z.number().nullable().meta({
      description: 'Units per person-year: the middle of low and high; null where nobody could say',
    }),
    low: z.number().nullable(),
    high: z.number().nullable(),
    answered: z.int(),
    unknown: z.int(),
    notAsked: z.int(),
  })
  .meta({ id: 'MeanUse' });

export type FormNew = z.infer<typeof form>;
