import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calculateAssessment, prepareAssessment } from '../../src/assessments/assessments.service.js';
import { startTestService, type TestService } from '../support/service.js';

const sample = (name: string) => readFileSync(new URL(`../../samples/${name}.json`, import.meta.url), 'utf8');

/** What `bokslut calculate FILE --json` prints. */
function calculated(file: string): string {
  const preparation = prepareAssessment(file);
  if (!preparation.ok) throw new Error(JSON.stringify(preparation.refusals));
  return `${JSON.stringify(calculateAssessment(preparation.prepared), null, 2)}\n`;
}

interface Sample {
  readonly title: string;
  readonly organisation?: string;
  readonly currency: string;
  readonly priceYear: number;
  readonly kind: string;
  readonly [field: string]: unknown;
}

let test: TestService;
let key: string;

beforeAll(async () => {
  test = await startTestService({ WORK_IN_SERVICE: '0' });
  ({ key } = await test.organisation('Own'));
});
afterAll(() => test.stop());

const post = (path: string, body?: unknown, headers = {}) => test.send('POST', path, { key, body, headers });
const get = (path: string) => test.send('GET', path, { key });

describe('a file that is sent', () => {
  it.each(['work-cooperative', 'shelter', 'prison-workshops'])(
    '%s gives the bytes of the command',
    async (name) => {
      const file = sample(name);
      const run = await post('/api/runs', file);
      expect(run.status, run.text).toBe(201);
      expect(run.headers['location']).toBe(`/api/runs/${run.body.id}`);
      expect((await get(`/api/runs/${run.body.id}/result`)).text).toBe(calculated(file));
      expect((await get(`/api/runs/${run.body.id}/assessment`)).text).toBe(file);
    },
  );

  it('is refused with every reason at its place', async () => {
    const file = JSON.parse(sample('work-cooperative')) as Record<string, unknown> & {
      careers: Record<string, unknown>[];
    };
    file['currency'] = 5;
    file.careers[0]!['attribution'] = 1.5;
    file['nonsense'] = true;
    const { status, body } = await post('/api/runs', file);
    expect(status).toBe(422);
    expect((body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual([
      '/careers/0/attribution',
      '/currency',
      '/nonsense',
    ]);
  });

  it('explains its figures', async () => {
    const run = await post('/api/runs', sample('shelter'));
    const names = (await get(`/api/runs/${run.body.id}/figures`)).body['items'] as string[];
    expect(names).toContain('ratio');
    const explained = await get(`/api/runs/${run.body.id}/figures/ratio`);
    expect(explained.body['figure']).toBe('ratio');
    expect((await get(`/api/runs/${run.body.id}/figures/none`)).status).toBe(404);
    const problems = await get(`/api/runs/${run.body.id}/figures/problems`);
    expect(problems.body).toMatchObject({ topic: 'problems', items: expect.any(Array) as unknown[] });
    expect(problems.body['words']).toContain('Why it matters:');
    const assurance = await get(`/api/runs/${run.body.id}/figures/assurance`);
    expect((assurance.body['items'] as unknown[]).length).toBeGreaterThan(20);
    const interval = await get(`/api/runs/${run.body.id}/figures/interval`);
    expect(interval.body['words']).toContain('In 90 of 100 draws the social return ratio');
  });
});

describe('two runs', () => {
  it('are held against each other, or it is said why not', async () => {
    const file = JSON.parse(sample('shelter')) as { outcomes: Record<string, unknown>[] };
    const changed = structuredClone(file);
    changed.outcomes[0]!['quantity'] = 10;
    const [first, second, other] = await Promise.all(
      [sample('shelter'), changed, sample('work-cooperative')].map((sent) => post('/api/runs', sent)),
    );
    const compared = await get(`/api/runs/${first!.body.id}/comparison?with=${second!.body.id}`);
    expect(compared.status, compared.text).toBe(200);
    expect(compared.body).toMatchObject({
      format: 'bokslut-comparison/1',
      draws: 10_000,
      inputs: [{ input: 'outcomes.Y1.quantity', first: 9, second: 10 }],
    });
    const refused = await get(`/api/runs/${first!.body.id}/comparison?with=${other!.body.id}`);
    expect(refused.status).toBe(422);
    expect((refused.body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual([
      'query/with',
      'query/with',
      'query/with',
    ]);
    const unknown = '0123456789abcdef01234567';
    expect((await get(`/api/runs/${first!.body.id}/comparison?with=${unknown}`)).status).toBe(404);
    expect((await get(`/api/runs/${first!.body.id}/comparison`)).status).toBe(400);
  });
});

/** Records a sample as a programme and a draft, through the API. */
async function recorded(name: string) {
  const { title, organisation, currency, priceYear, format, ...file } = JSON.parse(sample(name)) as Sample;
  expect(format).toBe('bokslut-assessment/1');
  const { stakeholders, outcomes, agencies, services, careers, inputs, programmeCost, ...settings } = file;
  const costs = ((inputs ?? programmeCost) as Record<string, unknown>[]).map((cost, at) => {
    const { stakeholder, paidBy, year, time, ...rest } = cost;
    return { id: `cost-${at}`, ...rest, paidBy: stakeholder ?? paidBy, time: year ?? time ?? 0 };
  });
  const lists = { stakeholders, outcomes, agencies, services, careers };
  const programme = await post('/api/programmes', {
    title,
    organisationName: organisation,
    currency,
    priceYear,
    costs,
    ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list !== undefined)),
  });
  expect(programme.status, programme.text).toBe(201);
  const draft = await post(`/api/programmes/${programme.body.id}/drafts`, settings);
  expect(draft.status, draft.text).toBe(201);
  return { programme: programme.body, draft: draft.body };
}

describe('a programme that was recorded', () => {
  it('compiles to a file that gives the run’s bytes by the command', async () => {
    const { programme, draft } = await recorded('work-cooperative');
    const run = await post(`/api/drafts/${draft.id}/runs`);
    expect(run.status, run.text).toBe(201);
    expect(run.body).toMatchObject({ programme: programme.id, programmeVersion: 1, draft: draft.id });
    const file = (await get(`/api/runs/${run.body.id}/assessment`)).text;
    const result = (await get(`/api/runs/${run.body.id}/result`)).text;
    expect(result).toBe(calculated(file));
    const figures = (text: string) => {
      const { npv, benefitCostRatio } = (
        JSON.parse(text) as { horizons: { npv: number; benefitCostRatio: number }[] }
      ).horizons[1]!;
      return [npv, benefitCostRatio];
    };
    expect(figures(result)).toEqual(figures(calculated(sample('work-cooperative'))));
  });

  it('a total cost is shared among those who started', async () => {
    const { programme, draft } = await recorded('work-cooperative');
    const { costs, careers } = programme as unknown as {
      costs: { id: string; paidBy: string; perEntrant: number }[];
      careers: { entrants: number }[];
    };
    const entrants = careers.reduce((sum, career) => sum + career.entrants, 0);
    const before = await post(`/api/drafts/${draft.id}/runs`);
    const totals = costs.map(({ perEntrant, ...cost }) => ({ ...cost, value: perEntrant * entrants }));
    await test.send('PATCH', `/api/programmes/${programme.id}`, {
      key,
      body: { costs: totals },
      headers: { 'If-Match': '"1"' },
    });
    const after = await post(`/api/drafts/${draft.id}/runs`);
    const value = ({ body }: typeof after) => (body['headline'] as { value: number }).value;
    // A product and a quotient of whole numbers of people: a few units in the last place.
    expect(Math.abs(value(after) - value(before))).toBeLessThan(1e-6);
  });

  it('names what is missing by its place in the programme or the draft', async () => {
    const programme = await post('/api/programmes', {
      title: 'T',
      currency: 'SEK',
      priceYear: 2025,
      costs: [{ id: 'grant', paidBy: 'Municipality' }],
      outcomes: [{ id: 'homes', stakeholder: 'Members', outcome: 'A home' }],
    });
    const draft = await post(`/api/programmes/${programme.body.id}/drafts`, {
      kind: 'value-map',
      period: { from: '2025-01-01', to: '2026-01-01' },
      basis: 'forecast',
      conventions: { discounting: 'year-end' },
    });
    const { status, body } = await post(`/api/drafts/${draft.body.id}/runs`);
    expect(status).toBe(422);
    const pointers = (body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer);
    expect(pointers).toContain('/programme/costs/grant/value');
    expect(pointers.some((pointer) => pointer.startsWith('/programme/outcomes/homes'))).toBe(true);
    expect(pointers).toContain('/draft/conventions/discountRate');
  });
});

describe('recorded trajectories', () => {
  it('stand in the place of what was typed, and both are shown', async () => {
    const { programme, draft } = await recorded('work-cooperative');
    const { careers } = programme as unknown as { careers: { id: string; successShare: number }[] };
    const career = careers[0]!;
    const statuses = (later: string) => [
      { status: 'in-programme', from: '2023-01-10' },
      { status: later, from: '2023-09-01' },
    ];
    const people = ['in-work', 'in-work', 'in-work', 'left', 'unknown'].map((later, at) => {
      return { pseudonym: `P-${at}`, career: career.id, statuses: statuses(later) };
    });
    const batch = await post(`/api/programmes/${programme.id}/participants/batch`, { participants: people });
    expect(batch.status, batch.text).toBe(200);
    const forms = { forms: [10, 20].map((days) => ({ moment: 'before', uses: { 'prison-day': days } })) };
    const taken = await post(`/api/programmes/${programme.id}/careers/${career.id}/forms`, forms);
    expect(taken.status, taken.text).toBe(204);
    const { settings } = draft as unknown as { settings: object };
    const changed = await test.send('PUT', `/api/drafts/${draft.id}`, {
      key,
      headers: { 'If-Match': '"1"' },
      body: { ...settings, trajectories: true },
    });
    expect(changed.status, changed.text).toBe(200);
    const run = await post(`/api/drafts/${draft.id}/runs`);
    expect(run.status, run.text).toBe(201);
    const file = (await get(`/api/runs/${run.body.id}/assessment`)).body as unknown as {
      careers: {
        id: string;
        entrants: number;
        successShare: number;
        lostToFollowUp: number;
        without: object;
      }[];
      evidence: Record<string, { source: string; method: string }>;
      uncertainty: { inputs: Record<string, object> };
    };
    const compiled = file.careers.find(({ id }) => id === career.id)!;
    expect(compiled).toMatchObject({ entrants: 5, successShare: 0.6, lostToFollowUp: 1 });
    expect(compiled.without).toMatchObject({ 'prison-day': 15 });
    const name = `careers.${career.id}.successShare`;
    expect(file.evidence[name]!.source).toContain('3 of 5 in work');
    expect(file.evidence[name]!.method).toContain(`instead of ${career.successShare}`);
    expect(file.uncertainty.inputs[name]).toEqual({
      distribution: 'triangular',
      low: 0.6,
      mode: 0.6,
      high: 0.8,
    });
    expect(JSON.stringify(file)).not.toContain('P-0');
  });
});

describe('two at once', () => {
  it('of two writers of one draft, one is told and loses nothing', async () => {
    const { draft } = await recorded('shelter');
    const { settings } = draft as unknown as { readonly settings: Record<string, unknown> };
    const change = (title: string) =>
      test.send('PUT', `/api/drafts/${draft.id}`, {
        key,
        headers: { 'If-Match': '"1"' },
        body: { ...settings, source: { title } },
      });
    const answers = await Promise.all([change('one'), change('other')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const won = answers.find(({ status }) => status === 200)!;
    const now = await get(`/api/drafts/${draft.id}`);
    expect([now.text, now.headers['etag']]).toEqual([won.text, '"2"']);
  });

  it('an edit without a version, or of none there is, is refused', async () => {
    const { draft } = await recorded('shelter');
    const body = (draft as unknown as { readonly settings: unknown }).settings;
    const path = `/api/drafts/${draft.id}`;
    expect((await test.send('PUT', path, { key, body })).status).toBe(428);
    for (const version of ['"9"', '*', 'W/"1"', '"x"', '""']) {
      const answer = await test.send('PUT', path, { key, body, headers: { 'If-Match': version } });
      expect(answer.status).toBe(412);
    }
  });

  it('the same POST twice under one name makes one thing', async () => {
    const headers = { 'Idempotency-Key': 'same-1' };
    const body = { title: 'Once', currency: 'SEK', priceYear: 2025 };
    const count = async () =>
      ((await get('/api/programmes?limit=200')).body['items'] as { title: string }[]).filter(
        ({ title }) => title === 'Once',
      ).length;
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => post('/api/programmes', body, headers)),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]!.status).toBe(201);
    expect(await count()).toBe(1);
    const later = await post('/api/programmes', body, headers);
    expect([later.text, later.headers['idempotency-replayed']]).toEqual([answers[0]!.text, 'true']);
    const another = await post('/api/programmes', { ...body, title: 'Other' }, headers);
    expect([another.status, another.body['type']]).toEqual([422, '/problems/idempotency-key-reused']);
    expect((await post('/api/programmes', body, { 'Idempotency-Key': 'a b' })).status).toBe(400);
  });

  it('the same run twice under one name is one run', async () => {
    const headers = { 'Idempotency-Key': 'run-1' };
    const answers = await Promise.all([1, 2, 3].map(() => post('/api/runs', sample('shelter'), headers)));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  });
});

describe('lists', () => {
  it('are read page by page, every item once', async () => {
    const { key: reader } = await test.organisation('Lists');
    for (let at = 0; at < 7; at++) {
      const body = { title: `P${at}`, currency: 'SEK', priceYear: 2025 };
      await test.send('POST', '/api/programmes', { key: reader, body });
    }
    const titles: string[] = [];
    let path: string | undefined = '/api/programmes?limit=3';
    while (path !== undefined) {
      const page = await test.send('GET', path, { key: reader });
      titles.push(...(page.body['items'] as { title: string }[]).map(({ title }) => title));
      path = /^<(.*)>; rel="next"$/.exec(String(page.headers['link'] ?? ''))?.[1];
    }
    expect(titles).toEqual(['P6', 'P5', 'P4', 'P3', 'P2', 'P1', 'P0']);
  });

  it.each(['?limit=0', '?limit=201', '?limit=x', '?limit=-1', '?cursor=x', '?limit=1e2'])(
    'refuse %s',
    async (query) => {
      expect((await get(`/api/programmes${query}`)).status).toBe(400);
    },
  );
});
