import { z } from 'zod';
import { identity } from '../organisations/organisations.contract.js';
import { pastDate } from './civil-date.contract.js';

const words = z.string().trim().min(1).max(2_000);

const ordinary = z.strictObject({
  purpose: words.meta({ description: 'What these data are for, so that a participant understands it' }),
  legalBasis: z
    .enum([
      'consent',
      'contract',
      'legal-obligation',
      'vital-interests',
      'public-task',
      'legitimate-interests',
    ])
    .meta({ description: 'Article 6(1) of the GDPR, letters a to f in this order' }),
  retentionMonths: z
    .int()
    .min(1)
    .max(600)
    .meta({ description: 'For how many months after the day a participant left the data are kept' }),
});

const impactAssessment = z
  .strictObject({
    reference: words.meta({ description: 'Where it can be found' }),
    date: pastDate.meta({ description: 'The day it was made' }),
  })
  .meta({ description: 'The data protection impact assessment (article 35 of the GDPR)' });

const article9 = z.strictObject({
  ...ordinary.shape,
  condition: z
    .enum([
      'explicit-consent',
      'employment-and-social-law',
      'vital-interests',
      'not-for-profit-body',
      'made-public',
      'legal-claims',
      'substantial-public-interest',
      'health-or-social-care',
      'public-health',
      'archiving-research-statistics',
    ])
    .meta({
      description:
        'Article 9(2) of the GDPR, letters a to j in this order. Consent is weak where help depends on it.',
    }),
  impactAssessment,
});

const article10 = z.strictObject({
  ...ordinary.shape,
  condition: z.enum(['official-authority', 'authorised-by-law']).meta({
    description:
      'Article 10 of the GDPR: data on offences are kept under the control of an authority, or as a law allows',
  }),
  law: words.meta({ description: 'The law, and its paragraph' }),
  impactAssessment,
});

export const classes = z.strictObject({
  statuses: ordinary.optional().meta({ description: 'Spells of statuses, leaving and why, follow-ups' }),
  services: ordinary
    .optional()
    .meta({ description: 'Use of services that tell neither health nor offences' }),
  targetGroups: ordinary.optional().meta({ description: 'Groups that the law does not protect further' }),
  covariates: ordinary.optional(),
  measures: ordinary.optional().meta({ description: 'Satisfaction and wellbeing' }),
  plan: ordinary.optional().meta({ description: 'Agreed goals and their state' }),
  health: article9
    .optional()
    .meta({ description: 'Use of health services, groups and measures that tell a person’s health' }),
  minority: article9.optional().meta({ description: 'Belonging to an ethnic minority' }),
  justice: article10.optional().meta({ description: 'Prison, probation, court, police' }),
});

const onService = {
  purpose: 'To see with each participant what helps, and to report in sums what the programme changed',
  legalBasis: 'public-task',
  retentionMonths: 24,
} as const;

export const processingChange = z.strictObject({ classes }).meta({
  id: 'ProcessingChange',
  example: {
    classes: {
      statuses: onService,
      services: onService,
      targetGroups: onService,
      covariates: onService,
      measures: onService,
      plan: onService,
      health: {
        ...onService,
        condition: 'health-or-social-care',
        impactAssessment: {
          reference: 'Impact assessment 2025:3, with the data protection officer',
          date: '2025-02-03',
        },
      },
    },
  },
});

export const processingShown = z
  .strictObject({
    programme: identity,
    classes,
    sealing: z
      .boolean()
      .meta({ description: 'Whether the service has keys, without which nothing sensitive is taken' }),
    version: z.int(),
  })
  .meta({ id: 'Processing' });

export const scheduleChange = z
  .strictObject({
    afterMonths: z
      .array(z.int().min(1).max(120))
      .max(20)
      .refine((given) => new Set(given).size === given.length, 'a month is there twice; name each once')
      .meta({ description: 'Months after entry in which participants are asked how they are' }),
  })
  .meta({ id: 'FollowUpScheduleChange', example: { afterMonths: [6, 12, 24] } });

export const scheduleShown = z
  .strictObject({ programme: identity, ...scheduleChange.shape, version: z.int() })
  .meta({ id: 'FollowUpSchedule' });

export type Classes = z.infer<typeof classes>;
export type ProcessingShown = z.infer<typeof processingShown>;
export type ScheduleShown = z.infer<typeof scheduleShown>;
