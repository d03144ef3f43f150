import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiRoutes } from '../../src/app.js';
import { startTestService, type TestService } from '../support/service.js';

interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: {
    readonly content: Record<
      string,
      { readonly schema: { readonly $ref?: string; example?: unknown }; readonly example?: unknown }
    >;
  };
  readonly responses: Record<string, unknown>;
}
interface Document {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, { readonly example?: unknown }> };
}

let test: TestService;
let key: string;
let document: Document;

beforeAll(async () => {
  test = await startTestService({ FIELD_KEYS: `test:${randomBytes(32).toString('base64')}` });
  ({ key } = await test.organisation('Own'));
  document = (await test.send('GET', '/openapi.json')).body as unknown as Document;
});
afterAll(() => test.stop());

/** The example the document gives for the body of an operation. */
function exampleOf({ requestBody }: Operation): unknown {
  const content = requestBody?.content['application/json'];
  if (!content) return undefined;
  const name = content.schema.$ref?.split('/').at(-1);
  return (
    content.example ?? (name === undefined ? content.schema : document.components.schemas[name])?.example
  );
}

const operationOf = (path: string, method: string) => document.paths[path]![method]!;

/** An order in which each example finds what it needs, all of it made by examples before. */
const JOURNEY = [
  'showOrganisation',
  'changeOrganisation',
  'addPerson',
  'listPeople',
  'showPerson',
  'changePerson',
  'removePerson',
  'addKey',
  'listKeys',
  'revokeKey',
  'addProgramme',
  'listProgrammes',
  'showProgramme',
  'changeProgramme',
  'putStakeholder',
  'putCost',
  'putOutcome',
  'putAgency',
  'putService',
  'putCareer',
  'previewPriceList',
  'addPriceList',
  'listPriceLists',
  'showPriceList',
  'addPriceListVersion',
  'listPrices',
  'findPrices',
  'removePriceList',
  'addPriceRequest',
  'listPriceRequests',
  'showPriceRequest',
  'showPriceLetter',
  'withdrawPriceRequest',
  'answerPriceRequest',
  'removePriceRequest',
  'addParticipant',
  'importParticipants',
  'listParticipants',
  'showParticipant',
  'replaceStatuses',
  'addForms',
  'showTallies',
  'summariseTrajectories',
  'releaseTable',
  'showProcessing',
  'replaceProcessing',
  'showFollowUpSchedule',
  'replaceFollowUpSchedule',
  'showRecord',
  'replaceProfile',
  'replacePlan',
  'replaceSpells',
  'replaceMeasures',
  'replaceFollowUps',
  'listFollowUpsDue',
  'resetTallies',
  'removeParticipant',
  'removeStakeholder',
  'removeCost',
  'removeOutcome',
  'removeAgency',
  'removeService',
  'removeCareer',
  'listReferenceServices',
  'addDraft',
  'listDrafts',
  'showDraft',
  'changeDraft',
  'compileDraft',
  'runDraft',
  'addRun',
  'listRuns',
  'showRun',
  'showRunAssessment',
  'showRunResult',
  'listFigures',
  'explainFigure',
  'compareRuns',
  'replayRun',
  'requestReport',
  'listReports',
  'showReport',
  'downloadReport',
  'removeDraft',
  'listAudit',
  'checkAudit',
];

/** Where an operation has a query that cannot be left out. */
const QUERIES: Readonly<Record<string, string>> = { findPrices: '?service=detox-day&country=SE&year=2025' };

describe('the description of the API', () => {
  it('is OpenAPI 3.1 and holds every route', () => {
    expect(document.openapi).toBe('3.1.0');
    for (const { path, method, operation } of apiRoutes) {
      expect(operationOf(path, method).operationId).toBe(operation);
    }
    expect(JOURNEY.toSorted()).toEqual(apiRoutes.map(({ operation }) => operation).toSorted());
  });

  it('has an example for every body', () => {
    for (const { path, method, body } of apiRoutes) {
      if (body) expect(exampleOf(operationOf(path, method)), `${method} ${path}`).toBeDefined();
    }
  });

  it('every example in it is taken, and every answer is as it says', async () => {
    const ids: Record<string, string> = { figure: 'ratio', item: 'example', career: 'typical' };
    const versions: Record<string, string> = {};
    for (const operation of JOURNEY) {
      const route = apiRoutes.find((one) => one.operation === operation)!;
      const kind = route.path.split('/')[2]!;
      const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => {
        return name === 'id' ? (ids[kind] ?? '') : (ids[name] ?? '');
      });
      const query = operation === 'compareRuns' ? `?with=${ids['runs']}` : (QUERIES[operation] ?? '');
      const resource =
        /^\/api\/organisation|^\/api\/[\w-]+\/[0-9a-f]{24}(\/participants\/[0-9a-f]{24}|\/processing|\/follow-up-schedule)?/.exec(
          path,
        )?.[0] ?? '';
      if (operation === 'downloadReport') await made(path);
      const answer = await test.send(route.method.toUpperCase(), path + query, {
        key,
        body: exampleOf(operationOf(route.path, route.method)),
        headers: route.edits === true ? { 'If-Match': versions[resource] ?? '' } : {},
      });
      expect(answer.status, `${operation} ${path}: ${answer.text.slice(0, 500)}`).toBeLessThan(300);
      const described = route.answers[answer.status as 200];
      expect(described, operation).toBeDefined();
      if (described?.schema) {
        const parsed = described.schema.safeParse(answer.body);
        expect(parsed.error?.issues ?? [], operation).toEqual([]);
      }
      const location = answer.headers['location'];
      if (typeof location === 'string') {
        const [, , made = '', id = '', , inner] = location.split('/');
        if (inner === undefined) ids[made] = id;
        else ids['participant'] = inner;
        versions[location] = String(answer.headers['etag']);
      } else if (answer.headers['etag'] !== undefined) versions[resource] = String(answer.headers['etag']);
      if (operation === 'addKey') ids['keys'] = answer.body.id;
      if (operation === 'requestReport') ids['reports'] = answer.body.id;
    }
  });
});

/** Waits for the report whose PDF is asked for. */
async function made(path: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const { body } = await test.send('GET', path.replace('/pdf', ''), { key });
    if (body['state'] === 'done') return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('the report was not made');
}
