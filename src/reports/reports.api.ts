import { z } from 'zod';
import { identity, identityParams, listOf } from '../organisations/organisations.contract.js';
import { pageQuery } from '../platform/http/pages-of.js';
import { type AnyRoute, route } from '../platform/http/route.js';
import { reportNew, reportShown } from './reports.contract.js';
import * as service from './reports.service.js';

const tag = 'Reports';

const reportQuery = z.strictObject({
  ...pageQuery.shape,
  run: identity.optional().meta({ description: 'Only reports of this run' }),
});

export const reportRoutes: readonly AnyRoute[] = [
  route({
    method: 'post',
    path: '/api/runs/{id}/reports',
    operation: 'requestReport',
    tag,
    summary: 'Ask for the evidence report of a run; it is made by a job, once',
    access: 'reports:create',
    params: identityParams,
    body: reportNew,
    creates: true,
    answers: { 202: { description: 'The report, which is being made', schema: reportShown } },
    async handle({ actor, params, body }) {
      const report = await service.requestReport(actor, params.id, body.language);
      return { status: 202, body: report, location: `/api/reports/${report.id}` };
    },
  }),
  route({
    method: 'get',
    path: '/api/reports',
    operation: 'listReports',
    tag,
    summary: 'Your reports',
    access: 'reports:read',
    query: reportQuery,
    answers: { 200: { description: 'The newest first', schema: listOf(reportShown) } },
    async handle({ actor, query: { run, ...query } }) {
      const page = await service.listReports(actor, query, run);
      return { status: 200, body: page, next: page.next };
    },
  }),
  route({
    method: 'get',
    path: '/api/reports/{id}',
    operation: 'showReport',
    tag,
    summary: 'A report, and how far its making is',
    access: 'reports:read',
    params: identityParams,
    answers: { 200: { description: 'The report', schema: reportShown } },
    async handle({ actor, params }) {
      return { status: 200, body: await service.showReport(actor, params.id) };
    },
  }),
  route({
    method: 'get',
    path: '/api/reports/{id}/pdf',
    operation: 'downloadReport',
    tag,
    summary: 'The PDF of a report',
    access: 'reports:read',
    params: identityParams,
    answers: { 200: { description: 'The PDF, with the run inside', type: 'application/pdf' } },
    async handle({ actor, params }) {
      const pdf = await service.reportPdf(actor, params.id);
      const headers = { 'Content-Disposition': 'attachment; filename="evidence-report.pdf"' };
      return { status: 200, body: pdf, type: 'application/pdf', headers };
    },
  }),
];
