import { z } from 'zod';
import { EXAMPLES, explainExample, readExample } from '../assessments/examples.service.js';
import { figureName } from '../assessments/runs.contract.js';
import { PUBLIC } from '../platform/http/mount.js';
import { notFound } from '../platform/http/problem.js';
import { text } from '../platform/locale/text.js';
import { type AnyPageRoute, pageRoute } from '../platform/pages/page-route.js';
import { figurePage } from './pages/figure-page.js';
import { rangeKey } from './view/range-view.js';
import { intervalOf, resultPage } from './pages/result-page.js';
import { tableOf } from './pages/result-sections.js';
import { csvOf } from './sections/table.js';

const name = z.enum(EXAMPLES);
const named = z.strictObject({ name });
const access = PUBLIC;
const method = 'get';
const baseOf = (example: string): string => `/examples/${example}`;

export const tableName = z.string().regex(/^[a-z0-9-]{1,40}$/);

export const exampleRoutes: readonly AnyPageRoute[] = [
  pageRoute({
    method,
    path: '/examples/{name}',
    summary: 'A finished example',
    access,
    params: named,
    async handle({ params }) {
      const { result } = await readExample(params.name);
      const back = { href: '/#examples', label: text('page.back.examples') };
      const base = baseOf(params.name);
      return {
        template: 'result',
        title: result.title,
        view: resultPage(result, { base, example: true, mayAskForReport: false, run: null, back }),
      };
    },
  }),
  pageRoute({
    method,
    path: '/examples/{name}/figures/{figure}',
    summary: 'How a figure of an example was worked out',
    access,
    params: z.strictObject({ name, figure: figureName }),
    async handle({ params }) {
      const explanation = await explainExample(params.name, params.figure);
      const { result } = await readExample(params.name);
      return {
        template: 'figure',
        title: text('page.figure.title', { figure: explanation.label }),
        view: figurePage(explanation, {
          base: baseOf(params.name),
          title: result.title,
          interval: intervalOf(result, params.figure),
          range: rangeKey(result),
          command: `npx bokslut explain samples/${params.name}.json ${params.figure} --json`,
        }),
      };
    },
  }),
  pageRoute({
    method,
    path: '/examples/{name}/tables/{table}',
    summary: 'A table of an example, as CSV',
    access,
    params: z.strictObject({ name, table: tableName }),
    async handle({ params }) {
      const table = tableOf((await readExample(params.name)).result, params.table);
      if (!table) throw notFound('table');
      return {
        file: csvOf(table),
        type: 'text/csv; charset=utf-8',
        saveAs: `${params.name}-${table.name}.csv`,
      };
    },
  }),
  pageRoute({
    method,
    path: '/examples/{name}/assessment',
    summary: 'The assessment file of an example',
    access,
    params: named,
    async handle({ params }) {
      const { file } = await readExample(params.name);
      return { file, type: 'application/json', saveAs: `${params.name}.json` };
    },
  }),
  pageRoute({
    method,
    path: '/examples/{name}/result',
    summary: 'The result file of an example',
    access,
    params: named,
    async handle({ params }) {
      const { resultFile } = await readExample(params.name);
      return { file: resultFile, type: 'application/json', saveAs: `${params.name}.result.json` };
    },
  }),
];
