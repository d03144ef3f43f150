import { z } from 'zod';
import { STATUSES } from '../core/evidence/trajectories.js';
import { identity } from '../organisations/organisations.contract.js';
import { id } from '../programmes/amounts.contract.js';
import { targetGroups } from '../reference/target-groups.js';
import { civilDate, pastDate } from './civil-date.contract.js';
import { MEASURE_KINDS } from './data-classes.js';
import { use } from './forms.contract.js';

/** Statuses of which one holds on a day: those of a trajectory, and two that tell the time before and after it apart. */
export const SPELL_STATUSES = [...STATUSES, 'in-education', 'looking-for-work'] as const;

const MOST_SPELLS = 2_000;
const MOST_MEASURES = 500;
const MOST_GOALS = 100;

const spell = z.strictObject({
  kind: id.meta({
    description: `A status (${SPELL_STATUSES.join(', ')}), of which one holds on a day; or a service of the programme`,
  }),
  from: pastDate,
  to: pastDate.optional().meta({
    description: 'The first day on which it did not hold any more; left out: it goes on',
    format: 'date',
  }),
  amount: use.optional().meta({
    description: 'Of a service: units used over the whole spell; a number, a range or unknown',
  }),
  saidBy: z
    .enum(['person', 'own-record', 'agency'])
    .meta({ description: 'Who says so: the person, your own record, or an agency' }),
});

export const spellsChange = z.strictObject({ spells: z.array(spell).max(MOST_SPELLS) }).meta({
  id: 'SpellsChange',
  example: {
    spells: [
      { kind: 'looking-for-work', from: '2023-03-01', to: '2024-03-01', saidBy: 'person' },
      {
        kind: 'detox-day',
        from: '2023-03-01',
        to: '2024-03-01',
        amount: { from: 10, to: 20 },
        saidBy: 'person',
      },
      { kind: 'in-programme', from: '2024-03-01', saidBy: 'own-record' },
    ],
  },
});

const exit = z.strictObject({
  date: pastDate,
  reason: z
    .enum([
      'to-work',
      'to-education',
      'completed',
      'to-another-programme',
      'moved',
      'stopped-coming',
      'asked-to-leave',
      'died',
      'other',
      'unknown',
    ])
    .meta({ description: 'No reason tells of health or of offences; for those, other' }),
});

const THIS_YEAR = (): number => new Date().getUTCFullYear();

const covariates = z.strictObject({
  birthYear: z
    .int()
    .min(1900)
    .refine((year) => year <= THIS_YEAR(), 'this year has not come yet')
    .optional(),
  sex: z.enum(['woman', 'man', 'other', 'not-said']).optional(),
  education: z
    .enum(['none', 'compulsory', 'upper-secondary', 'tertiary'])
    .optional()
    .meta({ description: 'The highest level completed; left out: not known' }),
  monthsWithoutWork: z.int().min(0).max(720).optional().meta({ description: 'On end, before entry' }),
});

const targetGroup = z.enum(targetGroups.map((group) => group.id));

export const profileChange = z
  .strictObject({
    exit: exit.nullable().default(null),
    targetGroups: z
      .array(targetGroup)
      .max(targetGroups.length)
      .refine((given) => new Set(given).size === given.length, 'a group is there twice; name each once')
      .default([]),
    covariates: covariates.default({}),
  })
  .meta({
    id: 'ProfileChange',
    example: {
      exit: null,
      targetGroups: ['homeless'],
      covariates: { birthYear: 1981, education: 'compulsory', monthsWithoutWork: 30 },
    },
  });

const goal = z.strictObject({
  id,
  area: z
    .enum(['work', 'education', 'housing', 'economy', 'everyday-life', 'social-contacts', 'language'])
    .meta({
      description: 'What the goal is about; there are no goals about health and no words of your own',
    }),
  by: civilDate.optional().meta({ description: 'When it is to be reached', format: 'date' }),
  state: z.enum(['agreed', 'reached', 'partly-reached', 'given-up']),
  since: pastDate.meta({ description: 'Since when it is in this state', format: 'date' }),
});

const plan = z.strictObject({ agreed: pastDate, goals: z.array(goal).min(1).max(MOST_GOALS) });

export const planChange = z.strictObject({ plan: plan.nullable() }).meta({
  id: 'PlanChange',
  example: {
    plan: {
      agreed: '2024-03-15',
      goals: [{ id: 'g1', area: 'work', by: '2025-03-01', state: 'agreed', since: '2024-03-15' }],
    },
  },
});

const measure = z.strictObject({
  kind: z.enum(MEASURE_KINDS).meta({
    description: 'An instrument that asks for symptoms or illness measures health',
  }),
  instrument: id,
  date: pastDate,
  value: z.number().min(-1e6).max(1e6),
});

export const measuresChange = z.strictObject({ measures: z.array(measure).max(MOST_MEASURES) }).meta({
  id: 'MeasuresChange',
  example: {
    measures: [{ kind: 'satisfaction', instrument: 'five-questions', date: '2024-06-01', value: 21 }],
  },
});

const followUpDone = z.strictObject({
  afterMonths: z.int().min(1).max(120).meta({ description: 'Which of the schedule it was' }),
  date: pastDate,
  outcome: z.enum(['reached', 'not-reached', 'declined']),
});

export const followUpsChange = z.strictObject({ followUps: z.array(followUpDone).max(50) }).meta({
  id: 'FollowUpsChange',
  example: { followUps: [{ afterMonths: 6, date: '2024-09-03', outcome: 'reached' }] },
});

export const personShown = z
  .strictObject({
    id: identity,
    pseudonym: z.string(),
    career: id,
    group: z.enum(['programme', 'comparison']),
    entry: z.iso.date(),
    ...profileChange.shape,
    plan: plan.nullable(),
    spells: z.array(spell),
    measures: z.array(measure),
    followUps: z.array(
      z.strictObject({
        afterMonths: z.int(),
        due: z.iso.date(),
        done: followUpDone.omit({ afterMonths: true }).nullable(),
      }),
    ),
    version: z.int(),
  })
  .meta({ id: 'PersonRecord' });

export const dueQuery = z.strictObject({
  asOf: z.iso.date().optional().meta({ description: 'What is due until this day; left out: today' }),
});

export const MOST_DUE = 1_000;

export const dueShown = z
  .strictObject({
    asOf: z.iso.date(),
    due: z.int().meta({ description: `How many; the ${MOST_DUE} that are due longest are listed` }),
    items: z.array(
      z.strictObject({
        participant: identity,
        pseudonym: z.string(),
        afterMonths: z.int(),
        due: z.iso.date(),
      }),
    ),
  })
  .meta({ id: 'FollowUpsDue' });

export type RecordedSpell = z.infer<typeof spell>;
export type Measure = z.infer<typeof measure>;
export type Profile = z.infer<typeof profileChange>;
export type Plan = z.infer<typeof plan>;
export type FollowUpDone = z.infer<typeof followUpDone>;
export type PersonShown = z.infer<typeof personShown>;
export type DueShown = z.infer<typeof dueShown>;

/** All that is recorded of one person beside career and statuses. */
export interface PersonData extends Profile {
  readonly plan: Plan | null;
  readonly spells: readonly RecordedSpell[];
  readonly measures: readonly Measure[];
  readonly followUps: readonly FollowUpDone[];
}

export const NOTHING_RECORDED: PersonData = {
  exit: null,
  targetGroups: [],
  covariates: {},
  plan: null,
  spells: [],
  measures: [],
  followUps: [],
};
