import { z } from 'zod';
import { identity, identityParams, listOf } from '../organisations/organisations.contract.js';
import { pageQuery } from '../platform/http/pages-of.js';
import { type AnyRoute, type Reply, route } from '../platform/http/route.js';
import { LIMITS } from '../programmes/amounts.contract.js';
import { assessmentFile } from './assessments.contract.js';
import { draftSettings, draftShown, type DraftShown } from './drafts.contract.js';
import * as drafts from './drafts.service.js';
import {
  comparisonQuery,
  figureName,
  replayShown,
  runQuery,
  type RunShown,
  runShown,
} from './runs.contract.js';
import * as runs from './runs.service.js';
import { isTopic, topics } from './told-result.js';

const tag = 'Assessments';
const JSON_TYPE = 'application/json';

const draftNow = (draft: DraftShown): Reply => ({ status: 200, body: draft, version: draft.version });
const runMade = (run: RunShown): Reply => ({ status: 201, body: run, location: `/api/runs/${run.id}` });

const draftRoutes: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: '/api/programmes/{id}/drafts',
    operation: 'listDrafts',
    tag,
    summary: 'Drafts of assessments of a programme',
    access: 'programmes:read',
    params: identityParams,
    query: pageQuery,
    answers: { 200: { description: 'The newest first', schema: listOf(draftShown) } },
    async handle({ actor, params, query }) {
      const page = await drafts.listDrafts(actor, params.id, query);
      return { status: 200, body: page, next: page.next };
    },
  }),
  route({
    method: 'post',
    path: '/api/programmes/{id}/drafts',
    operation: 'addDraft',
    tag,
    summary: 'Begin an assessment of a programme: period, conventions, ranges',
    access: 'programmes:write',
    params: identityParams,
    body: draftSettings,
    creates: true,
    answers: { 201: { description: 'The draft', schema: draftShown } },
    async handle({ actor, params, body }) {
      const draft = await drafts.addDraft(actor, params.id, body);
      return { status: 201, body: draft, version: draft.version, location: `/api/drafts/${draft.id}` };
    },
  }),
  route({
    method: 'get',
    path: '/api/drafts/{id}',
    operation: 'showDraft',
    tag,
    summary: 'A draft',
    access: 'programmes:read',
    params: identityParams,
    answers: { 200: { description: 'The draft', schema: draftShown } },
    async handle({ actor, params }) {
      return draftNow(await drafts.showDraft(actor, params.id));
    },
  }),
  route({
    method: 'put',
    path: '/api/drafts/{id}',
    operation: 'changeDraft',
    tag,
    summary: 'Change a draft',
    access: 'programmes:write',
    params: identityParams,
    body: draftSettings,
    edits: true,
    answers: { 200: { description: 'The draft as it is now', schema: draftShown } },
    async handle({ actor, params, body, version }) {
      return draftNow(await drafts.changeDraft(actor, params.id, version, body));
    },
  }),
  route({
    method: 'delete',
    path: '/api/drafts/{id}',
    operation: 'removeDraft',
    tag,
    summary: 'Remove a draft; runs made from it stay',
    access: 'programmes:write',
    params: identityParams,
    edits: true,
    answers: { 204: { description: 'Done' } },
    async handle({ actor, params, version }) {
      await drafts.removeDraft(actor, params.id, version);
      return { status: 204 };
    },
  }),
  route({
    method: 'get',
    path: '/api/drafts/{id}/assessment',
    operation: 'compileDraft',
    tag,
    summary: 'The assessment file a draft compiles to as things stand',
    access: 'programmes:read',
    params: identityParams,
    answers: { 200: { description: 'An assessment file; it may still lack something', type: JSON_TYPE } },
    async handle({ actor, params }) {
      return { status: 200, body: (await drafts.compileDraft(actor, params.id)).file, type: JSON_TYPE };
    },
  }),
  route({
    method: 'post',
    path: '/api/drafts/{id}/runs',
    operation: 'runDraft',
    tag,
    summary: 'Work a draft out and keep the run',
    description: 'What is missing is named by its place in the programme or the draft.',
    access: 'runs:create',
    params: identityParams,
    creates: true,
    answers: { 201: { description: 'The run', schema: runShown } },
    prepare: ({ actor, params }) => drafts.calculateDraft(actor, params.id),
    async handle({ actor }, calculated) {
      return runMade(await drafts.runDraft(actor, calculated));
    },
  }),
];

const runRoutes: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: '/api/runs',
    operation: 'listRuns',
    tag,
    summary: 'Your runs',
    access: 'runs:read',
    query: runQuery,
    answers: { 200: { description: 'The newest first', schema: listOf(runShown) } },
    async handle({ actor, query: { programme, ...query } }) {
      const page = await runs.listRuns(actor, query, programme);
      return { status: 200, body: page, next: page.next };
    },
  }),
  route({
    method: 'post',
    path: '/api/runs',
    operation: 'addRun',
    tag,
    summary: 'Work out an assessment file and keep the run',
    description: 'The file is kept byte for byte; the result is that of `bokslut calculate`.',
    access: 'runs:create',
    body: assessmentFile,
    bodyAsText: true,
    limit: LIMITS.bytes,
    creates: true,
    example: {
      format: 'bokslut-assessment/1',
      kind: 'value-map',
      title: 'Bicycle workshop',
      period: { from: '2025-01-01', to: '2026-01-01' },
      basis: 'evaluation',
      currency: 'SEK',
      priceYear: 2025,
      conventions: { discounting: 'year-end', discountRate: 0.035 },
      inputs: [{ id: 'grant', stakeholder: 'Municipality', description: 'Grant', value: 240000 }],
      outcomes: [
        {
          id: 'repairs',
          stakeholder: 'Residents',
          outcome: 'Bicycles that run again',
          quantity: 400,
          proxy: { value: 900, source: 'Price list of three workshops, 2025' },
          durationYears: 1,
          deadweight: 0.2,
          displacement: 0.1,
          attribution: 0,
          dropOff: 0,
        },
      ],
    },
    answers: { 201: { description: 'The run', schema: runShown } },
    prepare: ({ actor, body }) => runs.calculateFile(actor, body as unknown as string),
    async handle({ actor }, calculated) {
      return runMade(await runs.storeRun(actor, calculated));
    },
  }),
  route({
    method: 'get',
    path: '/api/runs/{id}',
    operation: 'showRun',
    tag,
    summary: 'A run',
    access: 'runs:read',
    params: identityParams,
    answers: { 200: { description: 'The run', schema: runShown } },
    async handle({ actor, params }) {
      return { status: 200, body: await runs.showRun(actor, params.id) };
    },
  }),
  route({
    method: 'get',
    path: '/api/runs/{id}/assessment',
    operation: 'showRunAssessment',
    tag,
    summary: 'The assessment file of a run, byte for byte',
    access: 'runs:read',
    params: identityParams,
    answers: { 200: { description: 'The file', type: JSON_TYPE } },
    async handle({ actor, params }) {
      return { status: 200, body: await runs.runFile(actor, params.id), type: JSON_TYPE };
    },
  }),
  route({
    method: 'get',
    path: '/api/runs/{id}/result',
    operation: 'showRunResult',
    tag,
    summary: 'The result file of a run, the bytes of `bokslut calculate --json`',
    access: 'runs:read',
    params: identityParams,
    answers: { 200: { description: 'The file', type: JSON_TYPE } },
    async handle({ actor, params }) {
      return { status: 200, body: await runs.runResult(actor, params.id), type: JSON_TYPE };
    },
  }),
  route({
    method: 'get',
    path: '/api/runs/{id}/figures',
    operation: 'listFigures',
    tag,
    summary: 'The names of all figures of a run',
    access: 'runs:read',
    params: identityParams,
    answers: {
      200: { description: 'Names', schema: z.strictObject({ items: z.array(figureName) }) },
    },
    async handle({ actor, params }) {
      return { status: 200, body: { items: await runs.listFigures(actor, params.id) } };
    },
  }),
  route({
    method: 'get',
    path: '/api/runs/{id}/figures/{figure}',
    operation: 'explainFigure',
    tag,
    summary: 'How a figure of a run was worked out, down to the numbers of its file',
    description: `Or what its result says on a topic, in words and as data: ${topics.join(', ')}.`,
    access: 'runs:read',
    params: z.strictObject({ id: identity, figure: figureName }),
    answers: { 200: { description: 'Every step, as `bokslut explain --json` gives it', type: JSON_TYPE } },
    async handle({ actor, params: { id, figure } }) {
      const body = isTopic(figure) ? runs.tellRun(actor, id, figure) : runs.explainRun(actor, id, figure);
      return { status: 200, body: await body };
    },
  }),
  route({
    method: 'get',
    path: '/api/runs/{id}/comparison',
    operation: 'compareRuns',
    tag,
    summary: 'Hold another run against a run, in the same draws',
    description:
      'Which inputs and what else differ, how far the figures are apart, and which change explains how much. Refused where kind, currency or price year differ.',
    access: 'runs:read',
    params: identityParams,
    query: comparisonQuery,
    answers: {
      200: { description: 'The comparison, as `bokslut compare --json` gives it', type: JSON_TYPE },
    },
    async handle({ actor, params, query }) {
      return { status: 200, body: await runs.compareRuns(actor, params.id, query.with) };
    },
  }),
  route({
    method: 'get',
    path: '/api/runs/{id}/replay',
    operation: 'replayRun',
    tag,
    summary: 'Work a run out again and say whether it is the same',
    access: 'runs:read',
    params: identityParams,
    answers: { 200: { description: 'The same, or where it differs', schema: replayShown } },
    async handle({ actor, params }) {
      return { status: 200, body: await runs.replay(actor, params.id) };
    },
  }),
];

export const assessmentRoutes: readonly AnyRoute[] = [...draftRoutes, ...runRoutes];
