import { z } from 'zod';
import { identity, identityParams, listOf } from '../organisations/organisations.contract.js';
import { pageQuery } from '../platform/http/pages-of.js';
import { type AnyRoute, type Reply, route } from '../platform/http/route.js';
import { id } from './amounts.contract.js';
import {
  itemOf,
  type ListName,
  LISTS,
  programmeChange,
  programmeListed,
  programmeNew,
  programmeShown,
  type ProgrammeShown,
} from './programmes.contract.js';
import * as service from './programmes.service.js';

const tag = 'Programmes';

const shownNow = (programme: ProgrammeShown): Reply => ({
  status: 200,
  body: programme,
  version: programme.version,
});

const answers = { 200: { description: 'The programme as it is now', schema: programmeShown } } as const;

const SINGULAR: Readonly<Record<ListName, string>> = {
  stakeholders: 'stakeholder',
  costs: 'cost',
  outcomes: 'outcome',
  agencies: 'agency',
  services: 'service',
  careers: 'career',
};

const EXAMPLES: Readonly<Record<ListName, object>> = {
  stakeholders: { name: 'Members', size: 24, consulted: 12, how: 'Two meetings' },
  costs: { paidBy: 'municipality', description: 'Places', perEntrant: 300000, source: 'Contract, 2025' },
  outcomes: { stakeholder: 'Members', outcome: 'A home of their own', quantity: 6 },
  agencies: { name: 'Municipality', public: true },
  services: {
    name: 'Detoxification',
    unit: 'days',
    daysPerUnit: 1,
    price: { average: 4500, shortRunMarginal: 1350 },
    kind: 'real',
    paidBy: { region: 1 },
    source: 'Price list of the region, 2025',
  },
  careers: {
    name: 'Long addiction',
    entrants: 24,
    successShare: 0.5,
    without: { 'detox-day': 15 },
    withSuccess: {},
    deadweight: 0.2,
    attribution: 0,
    displacement: 0.25,
    dropOff: 0.1,
  },
};

const a = (word: string): string => (/^[aeiou]/.test(word) ? `an ${word}` : `a ${word}`);

const listRoutes = LISTS.flatMap((list): readonly AnyRoute[] => {
  const one = SINGULAR[list];
  const Name = one.charAt(0).toUpperCase() + one.slice(1);
  const params = z.strictObject({ id: identity, item: id });
  const path = `/api/programmes/{id}/${list}/{item}`;
  return [
    route({
      method: 'put',
      path,
      operation: `put${Name}`,
      tag,
      summary: `Record ${a(one)}, or put it in the place of the one of that name`,
      access: 'programmes:write',
      params,
      body: itemOf[list] as z.ZodType<object>,
      example: EXAMPLES[list],
      edits: true,
      answers,
      async handle({ actor, params: at, body, version }) {
        return shownNow(await service.putItem(actor, at.id, version, list, at.item, body));
      },
    }),
    route({
      method: 'delete',
      path,
      operation: `remove${Name}`,
      tag,
      summary: `Take ${a(one)} out of a programme`,
      access: 'programmes:write',
      params,
      edits: true,
      answers,
      async handle({ actor, params: at, version }) {
        return shownNow(await service.removeItem(actor, at.id, version, list, at.item));
      },
    }),
  ];
});

export const programmeRoutes: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: '/api/programmes',
    operation: 'listProgrammes',
    tag,
    summary: 'Your programmes',
    access: 'programmes:read',
    query: pageQuery,
    answers: { 200: { description: 'The newest first', schema: listOf(programmeListed) } },
    async handle({ actor, query }) {
      const page = await service.listProgrammes(actor, query);
      return { status: 200, body: page, next: page.next };
    },
  }),
  route({
    method: 'post',
    path: '/api/programmes',
    operation: 'addProgramme',
    tag,
    summary: 'Record a programme, with as much as is known',
    access: 'programmes:write',
    body: programmeNew,
    limit: 8 * 1024 * 1024,
    creates: true,
    answers: { 201: { description: 'The programme', schema: programmeShown } },
    async handle({ actor, body }) {
      const made = await service.addProgramme(actor, body);
      return { status: 201, body: made, version: made.version, location: `/api/programmes/${made.id}` };
    },
  }),
  route({
    method: 'get',
    path: '/api/programmes/{id}',
    operation: 'showProgramme',
    tag,
    summary: 'A programme',
    access: 'programmes:read',
    params: identityParams,
    answers,
    async handle({ actor, params }) {
      return shownNow(await service.showProgramme(actor, params.id));
    },
  }),
  route({
    method: 'patch',
    path: '/api/programmes/{id}',
    operation: 'changeProgramme',
    tag,
    summary: 'Change a programme; a list that is sent takes the place of the one there',
    access: 'programmes:write',
    params: identityParams,
    body: programmeChange,
    limit: 8 * 1024 * 1024,
    edits: true,
    answers,
    async handle({ actor, params, body, version }) {
      return shownNow(await service.changeProgramme(actor, params.id, version, body));
    },
  }),
  ...listRoutes,
];
