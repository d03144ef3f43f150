import { identityParams } from '../organisations/organisations.contract.js';
import { type AnyRoute, type Reply, route } from '../platform/http/route.js';
import { listDue } from './due.service.js';
import {
  dueQuery,
  dueShown,
  followUpsChange,
  measuresChange,
  personShown,
  planChange,
  profileChange,
  spellsChange,
} from './people.contract.js';
import * as people from './people.service.js';
import { processingChange, processingShown, scheduleChange, scheduleShown } from './processing.contract.js';
import * as processing from './processing.service.js';
import { participantParams } from './trajectories.contract.js';

const tag = 'People';
const LARGEST_RECORD = 1024 * 1024;

const PROGRAMME = '/api/programmes/{id}';
const PERSON = `${PROGRAMME}/participants/{participant}`;

const versioned = (body: { readonly version: number }): Reply => ({
  status: 200,
  body,
  version: body.version,
});

const NEEDS =
  'Each class of data is taken once an administrator has recorded for what and by which right it is kept. If-Match names the version of the participant, which every change of any part of the record counts up.';

/** A part of a person’s record, put in the place of the one that is there. */
const part = {
  method: 'put',
  tag,
  description: NEEDS,
  access: 'people:write',
  params: participantParams,
  limit: LARGEST_RECORD,
  edits: true,
  answers: { 200: { description: 'The record as it is now', schema: personShown } },
} as const;

export const peopleRoutes: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: `${PROGRAMME}/processing`,
    operation: 'showProcessing',
    tag,
    summary: 'For what, by which right and how long data about people are kept',
    access: 'programmes:read',
    params: identityParams,
    answers: {
      200: { description: 'Class by class; a class that is not there is off', schema: processingShown },
    },
    handle: async ({ actor, params }) => versioned(await processing.showProcessing(actor, params.id)),
  }),
  route({
    method: 'put',
    path: `${PROGRAMME}/processing`,
    operation: 'replaceProcessing',
    tag,
    summary: 'Record for what, by which right and how long data about people are kept',
    description:
      'Switches classes of data on, and off those left out, as long as there are no data of them. Sensitive classes need an impact assessment, and a service that has keys to seal them. The first time, If-Match is "0".',
    access: 'organisation:administer',
    params: identityParams,
    body: processingChange,
    edits: true,
    answers: { 200: { description: 'The record as it is now', schema: processingShown } },
    handle: async ({ actor, params, body, version }) =>
      versioned(await processing.replaceProcessing(actor, params.id, version, body.classes)),
  }),
  route({
    method: 'get',
    path: `${PROGRAMME}/follow-up-schedule`,
    operation: 'showFollowUpSchedule',
    tag,
    summary: 'When participants are asked how they are',
    access: 'programmes:read',
    params: identityParams,
    answers: { 200: { description: 'Months after entry', schema: scheduleShown } },
    handle: async ({ actor, params }) => versioned(await processing.showSchedule(actor, params.id)),
  }),
  route({
    method: 'put',
    path: `${PROGRAMME}/follow-up-schedule`,
    operation: 'replaceFollowUpSchedule',
    tag,
    summary: 'Say when participants are asked how they are',
    description: 'The first time, If-Match is "0".',
    access: 'programmes:write',
    params: identityParams,
    body: scheduleChange,
    edits: true,
    answers: { 200: { description: 'The schedule as it is now', schema: scheduleShown } },
    handle: async ({ actor, params, body, version }) =>
      versioned(await processing.replaceSchedule(actor, params.id, version, body.afterMonths)),
  }),
  route({
    method: 'get',
    path: `${PROGRAMME}/follow-ups`,
    operation: 'listFollowUpsDue',
    tag,
    summary: 'Follow-ups that are due and not done',
    access: 'people:read',
    params: identityParams,
    query: dueQuery,
    answers: { 200: { description: 'Those due longest first', schema: dueShown } },
    handle: async ({ actor, params, query }) => ({
      status: 200,
      body: await listDue(actor, params.id, query.asOf),
    }),
  }),
  route({
    method: 'get',
    path: `${PERSON}/record`,
    operation: 'showRecord',
    tag,
    summary: 'All that is recorded of a participant; who looked is written into the audit',
    access: 'people:read',
    params: participantParams,
    answers: { 200: { description: 'The record', schema: personShown } },
    handle: async ({ actor, params }) =>
      versioned(await people.showPerson(actor, params.id, params.participant)),
  }),
  route({
    ...part,
    path: `${PERSON}/profile`,
    operation: 'replaceProfile',
    summary: 'Record leaving, target groups and characteristics of a participant',
    body: profileChange,
    handle: async ({ actor, params: { id, participant }, version, body }) =>
      versioned(await people.replaceProfile(actor, id, participant, version, body)),
  }),
  route({
    ...part,
    path: `${PERSON}/plan`,
    operation: 'replacePlan',
    summary: 'Record the goals agreed with a participant and their state',
    body: planChange,
    handle: async ({ actor, params: { id, participant }, version, body }) =>
      versioned(await people.replacePlan(actor, id, participant, version, body.plan)),
  }),
  route({
    ...part,
    path: `${PERSON}/spells`,
    operation: 'replaceSpells',
    summary: 'Record the spells of statuses and services of a participant',
    body: spellsChange,
    handle: async ({ actor, params: { id, participant }, version, body }) =>
      versioned(await people.replaceSpells(actor, id, participant, version, body.spells)),
  }),
  route({
    ...part,
    path: `${PERSON}/measures`,
    operation: 'replaceMeasures',
    summary: 'Record what a participant answered to an instrument',
    body: measuresChange,
    handle: async ({ actor, params: { id, participant }, version, body }) =>
      versioned(await people.replaceMeasures(actor, id, participant, version, body.measures)),
  }),
  route({
    ...part,
    path: `${PERSON}/follow-ups`,
    operation: 'replaceFollowUps',
    summary: 'Record which follow-ups of a participant were done',
    body: followUpsChange,
    handle: async ({ actor, params: { id, participant }, version, body }) =>
      versioned(await people.replaceFollowUps(actor, id, participant, version, body.followUps)),
  }),
];
