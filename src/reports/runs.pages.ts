import { z } from 'zod';
import { figureName, type RunShown } from '../assessments/runs.contract.js';
import {
  calculateFile,
  explainRun,
  listRuns,
  readResult,
  runFile,
  runResult,
  storeRun,
} from '../assessments/runs.service.js';
import { identity, identityParams } from '../organisations/organisations.contract.js';
import { showOrganisation } from '../organisations/organisations.service.js';
import type { Actor } from '../platform/http/actor.js';
import { pageQuery } from '../platform/http/pages-of.js';
import { notFound } from '../platform/http/problem.js';
import { formatNumber } from '../platform/locale/format.js';
import { text } from '../platform/locale/text.js';
import { type AnyPageRoute, pageRoute } from '../platform/pages/page-route.js';
import { LIMITS } from '../programmes/amounts.contract.js';
import { tableName } from './examples.pages.js';
import { figurePage } from './pages/figure-page.js';
import { rangeKey } from './view/range-view.js';
import { intervalOf, resultPage } from './pages/result-page.js';
import { tableOf } from './pages/result-sections.js';
import { csvOf } from './sections/table.js';
import { reportPdf, requestReport, showReport } from './reports.service.js';
import { roughMoney } from './view/amounts.js';

const access = 'runs:read';
const method = 'get';
const baseOf = (run: string): string => `/runs/${run}`;

/** Runs of one page of the list. */
const LISTED = '20';

/** Seconds between two looks at a report that is being made. */
const LOOK_AGAIN = 3;

const runRoutes: readonly AnyPageRoute[] = [
  pageRoute({
    method,
    path: '/runs',
    summary: 'Your runs',
    access,
    query: z.strictObject({ cursor: pageQuery.shape.cursor }),
    async handle({ actor, query: { cursor } }) {
      const zone = await timeZoneOf(actor);
      const query = pageQuery.parse({ limit: LISTED, ...(cursor !== undefined && { cursor }) });
      const { items, next } = await listRuns(actor, query);
      return {
        template: 'runs',
        title: text('page.runs.title'),
        view: {
          runs: items.map((run) => listedRun(run, zone)),
          older: next === undefined ? null : `/runs?${new URLSearchParams({ cursor: next }).toString()}`,
          newest: cursor !== undefined,
          mayAdd: actor.actions.has('runs:create'),
        },
      };
    },
  }),
  pageRoute({
    method: 'post',
    path: '/runs',
    summary: 'Work out an assessment file and keep the run',
    access: 'runs:create',
    form: z.strictObject({ file: z.string() }),
    upload: LIMITS.bytes,
    async handle({ actor, form: { file } }) {
      const run = await storeRun(actor, await calculateFile(actor, file));
      return { redirect: baseOf(run.id) };
    },
  }),
  pageRoute({
    method,
    path: '/runs/{id}',
    summary: 'A run',
    access,
    params: identityParams,
    async handle({ actor, params: { id } }) {
      const result = await readResult(actor, id);
      return {
        template: 'result',
        title: result.title,
        view: resultPage(result, {
          base: baseOf(id),
          example: false,
          mayAskForReport: actor.actions.has('reports:create'),
          run: id,
          back: { href: '/runs', label: text('page.back.runs') },
        }),
      };
    },
  }),
  pageRoute({
    method,
    path: '/runs/{id}/figures/{figure}',
    summary: 'How a figure of a run was worked out',
    access,
    params: z.strictObject({ id: identity, figure: figureName }),
    async handle({ actor, params: { id, figure } }) {
      const result = await readResult(actor, id);
      const explanation = await explainRun(actor, id, figure);
      return {
        template: 'figure',
        title: text('page.figure.title', { figure: explanation.label }),
        view: figurePage(explanation, {
          base: baseOf(id),
          title: result.title,
          interval: intervalOf(result, figure),
          range: rangeKey(result),
          command: `GET /api/runs/${id}/figures/${figure}`,
        }),
      };
    },
  }),
  pageRoute({
    method,
    path: '/runs/{id}/tables/{table}',
    summary: 'A table of a run, as CSV',
    access,
    params: z.strictObject({ id: identity, table: tableName }),
    async handle({ actor, params }) {
      const table = tableOf(await readResult(actor, params.id), params.table);
      if (!table) throw notFound('table');
      return {
        file: csvOf(table),
        type: 'text/csv; charset=utf-8',
        saveAs: `${table.name}-${params.id}.csv`,
      };
    },
  }),
  pageRoute({
    method,
    path: '/runs/{id}/assessment',
    summary: 'The assessment file of a run',
    access,
    params: identityParams,
    async handle({ actor, params: { id } }) {
      return { file: await runFile(actor, id), type: 'application/json', saveAs: `assessment-${id}.json` };
    },
  }),
  pageRoute({
    method,
    path: '/runs/{id}/result',
    summary: 'The result file of a run',
    access,
    params: identityParams,
    async handle({ actor, params: { id } }) {
      return { file: await runResult(actor, id), type: 'application/json', saveAs: `result-${id}.json` };
    },
  }),
];

const reportRoutes: readonly AnyPageRoute[] = [
  pageRoute({
    method: 'post',
    path: '/runs/{id}/report',
    summary: 'Ask for the evidence report of a run',
    access: 'reports:create',
    params: identityParams,
    async handle({ actor, params: { id } }) {
      const report = await requestReport(actor, id, 'en');
      return { redirect: `/reports/${report.id}` };
    },
  }),
  pageRoute({
    method,
    path: '/reports/{id}',
    summary: 'A report, and how far its making is',
    access: 'reports:read',
    params: identityParams,
    query: z.strictObject({ still: z.literal('1').optional() }),
    async handle({ actor, params: { id }, query }) {
      const { run, state, progress, bytes, sha256 } = await showReport(actor, id);
      const making = state === 'waiting' || state === 'running';
      return {
        template: 'report',
        title: text('page.report.title'),
        ...(making && query.still === undefined && { refresh: LOOK_AGAIN }),
        view: {
          id,
          run,
          making,
          still: query.still !== undefined,
          done: state === 'done',
          failed: state === 'failed',
          state: text(`page.report.state.${state}`),
          percent: String(Math.round(progress * 100)),
          size: bytes === null ? '' : text('page.report.size', { size: formatNumber(bytes / 1024) }),
          sha256: sha256 ?? '',
          mayAsk: actor.actions.has('reports:create'),
        },
      };
    },
  }),
  pageRoute({
    method,
    path: '/reports/{id}/pdf',
    summary: 'The PDF of a report',
    access: 'reports:read',
    params: identityParams,
    async handle({ actor, params: { id } }) {
      return { file: await reportPdf(actor, id), type: 'application/pdf', saveAs: 'evidence-report.pdf' };
    },
  }),
];

export const resultRoutes: readonly AnyPageRoute[] = [...runRoutes, ...reportRoutes];

async function timeZoneOf(actor: Actor): Promise<string> {
  return actor.actions.has('organisation:read') ? (await showOrganisation(actor)).timeZone : 'UTC';
}

function listedRun(run: RunShown, timeZone: string): object {
  const { figure, value, low, high } = run.headline;
  const write = (amount: number | null): string =>
    run.kind === 'welfare-account' ? roughMoney(amount, run.currency) : formatNumber(amount, 2);
  const { error, warning } = run.problems;
  return {
    href: baseOf(run.id),
    title: run.title,
    kind: text(`page.kind.${run.kind}`),
    made: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
      new Date(run.createdAt),
    ),
    value: write(value),
    figureHref: `${baseOf(run.id)}/figures/${figure}`,
    range:
      low === null || high === null ? '' : text('report.between', { low: write(low), high: write(high) }),
    problems:
      error + warning === 0 ? text('page.runs.noProblems') : text('page.runs.problems', { error, warning }),
  };
}
