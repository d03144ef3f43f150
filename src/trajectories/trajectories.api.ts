import { identityParams } from '../organisations/organisations.contract.js';
import { pageQuery } from '../platform/http/pages-of.js';
import { Problem } from '../platform/http/problem.js';
import { type AnyRoute, type Reply, route } from '../platform/http/route.js';
import { checkBatch, importParticipants } from './batch.service.js';
import { careerParams, formsNew, talliesShown } from './forms.contract.js';
import * as forms from './forms.service.js';
import { onceUnderSecretKey, refuseGuessableKey } from './once.js';
import {
  batchTaken,
  participantBatch,
  participantList,
  participantNew,
  participantParams,
  participantShown,
  type ParticipantShown,
  statusesChange,
  summaryQuery,
  summaryShown,
} from './trajectories.contract.js';
import { tableNew, tableShown } from './tables.contract.js';
import { releaseTable } from './tables.service.js';
import * as service from './trajectories.service.js';

const tag = 'Trajectories';
const LARGEST_BATCH = 8 * 1024 * 1024;

const PARTICIPANTS = '/api/programmes/{id}/participants';
const PARTICIPANT = `${PARTICIPANTS}/{participant}`;
const FORMS = '/api/programmes/{id}/careers/{career}/forms';

const shownNow = (participant: ParticipantShown): Reply => ({
  status: 200,
  body: participant,
  version: participant.version,
});

const made = (programme: string, participant: ParticipantShown): Reply => ({
  status: 201,
  body: participant,
  version: participant.version,
  location: `/api/programmes/${programme}/participants/${participant.id}`,
});

export const trajectoryRoutes: readonly AnyRoute[] = [
  // Before the participants by identity, whose path it would fit.
  route({
    method: 'post',
    path: `${PARTICIPANTS}/batch`,
    operation: 'importParticipants',
    tag,
    summary: 'Record many participants at once, or bring them up to date',
    description:
      'By pseudonym: new ones are added, and those that are there get the career and statuses sent. All are taken or none, and every problem of every row is named. The same batch sent again changes nothing.',
    access: 'trajectories:write',
    params: identityParams,
    body: participantBatch,
    bodyAsText: true,
    limit: LARGEST_BATCH,
    answers: { 200: { description: 'How many were new, changed or the same', schema: batchTaken } },
    // Handed over unread, so that what is wrong with one row does not hide what is wrong with another.
    prepare: ({ actor, params, body }) => checkBatch(actor, params.id, rowsOf(body as unknown as string)),
    async handle({ actor, params }, given) {
      return { status: 200, body: await importParticipants(actor, params.id, given) };
    },
  }),
  route({
    method: 'get',
    path: PARTICIPANTS,
    operation: 'listParticipants',
    tag,
    summary: 'The participants of a programme, under their pseudonyms',
    access: 'trajectories:read',
    params: identityParams,
    query: pageQuery,
    answers: { 200: { description: 'The newest first', schema: participantList } },
    async handle({ actor, params, query }) {
      const page = await service.listParticipants(actor, params.id, query);
      return { status: 200, body: page, next: page.next };
    },
  }),
  route({
    method: 'post',
    path: PARTICIPANTS,
    operation: 'addParticipant',
    tag,
    summary: 'Record a participant: a pseudonym, a career, and statuses with dates',
    description:
      'Nothing else about the person is taken. An Idempotency-Key, a name of your own for this request, makes it safe to send again; of the request only a hash is kept, for a day.',
    access: 'trajectories:write',
    params: identityParams,
    body: participantNew,
    answers: { 201: { description: 'The participant', schema: participantShown } },
    handle: (call) =>
      onceUnderSecretKey(
        call,
        async () => made(call.params.id, await service.addParticipant(call.actor, call.params.id, call.body)),
        async ({ body }) => {
          const { id } = body as { readonly id: string };
          return made(call.params.id, await service.showAddedParticipant(call.actor, call.params.id, id));
        },
      ),
  }),
  route({
    method: 'get',
    path: PARTICIPANT,
    operation: 'showParticipant',
    tag,
    summary: 'A participant; who looked is written into the audit',
    access: 'trajectories:read',
    params: participantParams,
    answers: { 200: { description: 'The participant', schema: participantShown } },
    async handle({ actor, params }) {
      return shownNow(await service.showParticipant(actor, params.id, params.participant));
    },
  }),
  route({
    method: 'put',
    path: `${PARTICIPANT}/statuses`,
    operation: 'replaceStatuses',
    tag,
    summary: 'Put the statuses sent in the place of those that are there',
    access: 'trajectories:write',
    params: participantParams,
    body: statusesChange,
    edits: true,
    answers: { 200: { description: 'The participant as it is now', schema: participantShown } },
    async handle({ actor, params, body, version }) {
      return shownNow(
        await service.replaceStatuses(actor, params.id, params.participant, version, body.statuses),
      );
    },
  }),
  route({
    method: 'delete',
    path: PARTICIPANT,
    operation: 'removeParticipant',
    tag,
    summary: 'Remove a participant for good',
    description:
      'Nothing of it stays but, in the audit, that one of this identity was removed. What its forms added to the tallies cannot be told from the others and stays there.',
    access: 'trajectories:write',
    params: participantParams,
    answers: { 204: { description: 'Done' } },
    async handle({ actor, params }) {
      await service.removeParticipant(actor, params.id, params.participant);
      return { status: 204 };
    },
  }),
  route({
    method: 'post',
    path: FORMS,
    operation: 'addForms',
    tag,
    summary: 'Add intake or follow-up forms to the tallies of a career',
    description:
      'What services people used in twelve months and where they lived is added up per career and not kept: no form, no date, no link to a person, no answer from which a form could be told. So a form cannot be taken back; only all forms of the career can. Send several together: who could see a tally before and after a single form would know it. With an Idempotency-Key, which here has to be a random UUID, forms sent again are not counted twice; none is kept but as a hash that only who has the key can check.',
    access: 'trajectories:write',
    params: careerParams,
    body: formsNew,
    limit: LARGEST_BATCH,
    answers: { 204: { description: 'They are counted' } },
    handle: (call) => {
      refuseGuessableKey(call);
      return onceUnderSecretKey(call, async () => {
        await forms.addForms(call.actor, call.params.id, call.params.career, call.body.forms);
        return { status: 204 };
      });
    },
  }),
  route({
    method: 'get',
    path: FORMS,
    operation: 'showTallies',
    tag,
    summary: 'The tallies of a career, before and after',
    access: 'trajectories:read',
    params: careerParams,
    answers: { 200: { description: 'Sums over all forms', schema: talliesShown } },
    async handle({ actor, params }) {
      return { status: 200, body: await forms.showTallies(actor, params.id, params.career) };
    },
  }),
  route({
    method: 'delete',
    path: FORMS,
    operation: 'resetTallies',
    tag,
    summary: 'Set the tallies of a career back to nothing',
    access: 'trajectories:write',
    params: careerParams,
    answers: { 204: { description: 'Done' } },
    async handle({ actor, params }) {
      await forms.resetTallies(actor, params.id, params.career);
      return { status: 204 };
    },
  }),
  route({
    method: 'get',
    path: '/api/programmes/{id}/trajectories/summary',
    operation: 'summariseTrajectories',
    tag,
    summary: 'Trajectories and forms, reduced to the shares and uses of a welfare account',
    description:
      'Year k is the day 365 × k days after entry; a person-year has 365.25 days, and the twelve months of a form are taken as one. Everybody who entered counts; unknown is never no. Without a comparison this says what was before and after, never what would have happened anyway.',
    access: 'trajectories:read',
    params: identityParams,
    query: summaryQuery,
    answers: { 200: { description: 'Career by career', schema: summaryShown } },
    async handle({ actor, params, query }) {
      return { status: 200, body: await service.reduceTrajectories(actor, params.id, query.asOf) };
    },
  }),
  route({
    method: 'post',
    path: '/api/programmes/{id}/trajectories/tables',
    operation: 'releaseTable',
    tag,
    summary: 'A table of participants, fit to be given to others',
    description:
      'Of the participants who entered at least 365 days before. Counts below the threshold are hidden, zero among them, and as many more as it takes that none can be worked out from the rest; what is left is rounded. A table that few people tell apart from one given out before is refused.',
    access: 'trajectories:write',
    params: identityParams,
    body: tableNew,
    answers: { 200: { description: 'The table', schema: tableShown } },
    async handle({ actor, params, body }) {
      return { status: 200, body: await releaseTable(actor, params.id, body) };
    },
  }),
];

/** The rows of a batch, unread. */
function rowsOf(text: string): readonly unknown[] {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new Problem('malformed-request', 'The body is not JSON.');
  }
  const rows = Object(given) as { readonly participants?: unknown };
  if (Array.isArray(rows.participants) && Object.keys(rows).length === 1) return rows.participants;
  throw new Problem('invalid', 'It is refused for one reason.', [
    { pointer: '', detail: 'Send an object with one field, participants: a list in [ ].' },
  ]);
}
