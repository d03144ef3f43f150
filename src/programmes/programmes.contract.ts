import { z } from 'zod';
import { identity } from '../organisations/organisations.contract.js';
import { amountOfMoney, calendarYear, id, LIMITS, notNegative, text } from './amounts.contract.js';
import { agency, career, outcome, service, stakeholder } from './recorded.contract.js';

/** What a programme costs, and who pays: in all, or for each person who starts. */
const cost = z.strictObject({
  id,
  paidBy: text.meta({ description: 'A stakeholder or agency, by its id or name' }),
  description: text.optional(),
  value: amountOfMoney.nullable().optional().meta({ description: 'In all; null where it has no price' }),
  perEntrant: notNegative.optional().meta({ description: 'For each person who starts, instead of value' }),
  notValued: text.optional().meta({ description: 'Why it has no price' }),
  time: z
    .int()
    .min(0)
    .max(LIMITS.years)
    .default(0)
    .meta({ description: '0 at the start, 1, 2, … at the end of that year' }),
  source: text.optional(),
});

/** While it is recorded, all but its identity may still be missing. */
const lists = {
  stakeholders: z.array(stakeholder.partial().required({ id: true })).max(1_000),
  costs: z.array(cost.partial().required({ id: true })).max(1_000),
  outcomes: z.array(outcome.partial().required({ id: true })).max(2_000),
  agencies: z.array(agency.partial().required({ id: true })).max(LIMITS.agencies),
  services: z.array(service.partial().required({ id: true })).max(LIMITS.services),
  careers: z.array(career.partial().required({ id: true })).max(LIMITS.careers),
} as const;

/** The lists a programme is made of. */
export const LISTS = Object.keys(lists) as (keyof typeof lists)[];
export type ListName = keyof typeof lists;

/** An item of a list without its identity, which stands in the address. */
export const itemOf = {
  stakeholders: lists.stakeholders.element.omit({ id: true }).meta({ id: 'Stakeholder' }),
  costs: lists.costs.element.omit({ id: true }).meta({ id: 'Cost' }),
  outcomes: lists.outcomes.element.omit({ id: true }).meta({ id: 'Outcome' }),
  agencies: lists.agencies.element.omit({ id: true }).meta({ id: 'Agency' }),
  services: lists.services.element.omit({ id: true }).meta({ id: 'Service' }),
  careers: lists.careers.element.omit({ id: true }).meta({ id: 'Career' }),
} as const;

const head = {
  title: text,
  organisationName: text.optional().meta({ description: 'As it stands in reports' }),
  description: text.optional(),
  currency: z.string().regex(/^[A-Z]{3}$/, 'use the three letters of ISO 4217'),
  priceYear: calendarYear,
};

const distinct = (items: readonly { readonly id: string }[]): boolean =>
  new Set(items.map((item) => item.id)).size === items.length;
const DISTINCT = 'two items have the same id; each must be different';

const content = {
  ...head,
  stakeholders: lists.stakeholders.refine(distinct, DISTINCT).optional(),
  costs: lists.costs.refine(distinct, DISTINCT).optional(),
  outcomes: lists.outcomes.refine(distinct, DISTINCT).optional(),
  agencies: lists.agencies.refine(distinct, DISTINCT).optional(),
  services: lists.services.refine(distinct, DISTINCT).optional(),
  careers: lists.careers.refine(distinct, DISTINCT).optional(),
};

export const programmeNew = z.strictObject(content).meta({
  id: 'NewProgramme',
  example: {
    title: 'Bicycle workshop',
    currency: 'SEK',
    priceYear: 2025,
    stakeholders: [{ id: 'residents', name: 'Residents', size: 30 }],
    costs: [{ id: 'grant', paidBy: 'Municipality', description: 'Grant for the year', value: 240000 }],
    outcomes: [
      {
        id: 'repairs',
        stakeholder: 'Residents',
        outcome: 'Bicycles that run again',
        quantity: 400,
        proxy: {
          value: 900,
          description: 'Price of a repair',
          source: 'Price list of three workshops, 2025',
        },
        durationYears: 1,
        deadweight: 0.2,
        displacement: 0.1,
        attribution: 0,
        dropOff: 0,
      },
    ],
    agencies: [{ id: 'region', name: 'Region' }],
    services: [
      {
        id: 'detox-day',
        name: 'Detoxification',
        unit: 'days',
        daysPerUnit: 1,
        price: 4500,
        kind: 'real',
        paidBy: { region: 1 },
        source: 'Price list of the region, 2025',
      },
    ],
    careers: [{ id: 'typical', name: 'Long addiction', entrants: 24 }],
  },
});

export const programmeChange = z
  .strictObject(content)
  .partial()
  .meta({ id: 'ProgrammeChange', example: { title: 'Bicycle workshop, second year' } });

export const programmeShown = z
  .strictObject({
    id: identity,
    ...head,
    ...lists,
    version: z.int(),
    createdAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
  })
  .meta({ id: 'Programme' });

export const programmeListed = programmeShown
  .pick({ id: true, title: true, currency: true, priceYear: true, version: true, changedAt: true })
  .meta({ id: 'ProgrammeListed' });

export type ProgrammeNew = z.infer<typeof programmeNew>;
export type ProgrammeChange = z.infer<typeof programmeChange>;
export type ProgrammeShown = z.infer<typeof programmeShown>;
