import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiRoutes } from '../../src/app.js';
import { ACTIONS, actionsOf, ROLE_NAMES, ROLES } from '../../src/organisations/access.service.js';
import type { AnyRoute } from '../../src/platform/http/route.js';
import { priceListNew } from '../../src/programmes/price-lists.contract.js';
import { priceRequestNew } from '../../src/programmes/price-requests.contract.js';
import { startTestService, type TestService } from '../support/service.js';

/** What each route needs. A route that is not here fails, so that nobody adds one without saying who may use it. */
const ACCESS: Readonly<Record<string, string>> = {
  'get /api/organisation': 'organisation:read',
  'patch /api/organisation': 'organisation:administer',
  'get /api/people': 'organisation:administer',
  'post /api/people': 'organisation:administer',
  'get /api/people/{id}': 'organisation:administer',
  'patch /api/people/{id}': 'organisation:administer',
  'delete /api/people/{id}': 'organisation:administer',
  'get /api/keys': 'organisation:administer',
  'post /api/keys': 'organisation:administer',
  'delete /api/keys/{id}': 'organisation:administer',
  'get /api/audit': 'audit:read',
  'get /api/audit/check': 'audit:read',
  'get /api/programmes': 'programmes:read',
  'post /api/programmes': 'programmes:write',
  'get /api/programmes/{id}': 'programmes:read',
  'patch /api/programmes/{id}': 'programmes:write',
  ...Object.fromEntries(
    ['stakeholders', 'costs', 'outcomes', 'agencies', 'services', 'careers'].flatMap((list) =>
      ['put', 'delete'].map((method) => [
        `${method} /api/programmes/{id}/${list}/{item}`,
        'programmes:write',
      ]),
    ),
  ),
  'get /api/price-lists': 'prices:read',
  'post /api/price-lists': 'prices:write',
  'post /api/price-lists/preview': 'prices:write',
  'get /api/price-lists/{id}': 'prices:read',
  'delete /api/price-lists/{id}': 'prices:remove',
  'post /api/price-lists/{id}/versions': 'prices:write',
  'get /api/price-lists/{id}/entries': 'prices:read',
  'get /api/prices': 'prices:read',
  'get /api/price-requests': 'prices:read',
  'post /api/price-requests': 'prices:write',
  'get /api/price-requests/{id}': 'prices:read',
  'delete /api/price-requests/{id}': 'prices:write',
  'get /api/price-requests/{id}/letter': 'prices:read',
  'put /api/price-requests/{id}/answer': 'prices:write',
  'put /api/price-requests/{id}/withdrawal': 'prices:write',
  'get /api/programmes/{id}/participants': 'trajectories:read',
  'post /api/programmes/{id}/participants': 'trajectories:write',
  'post /api/programmes/{id}/participants/batch': 'trajectories:write',
  'get /api/programmes/{id}/participants/{participant}': 'trajectories:read',
  'delete /api/programmes/{id}/participants/{participant}': 'trajectories:write',
  'put /api/programmes/{id}/participants/{participant}/statuses': 'trajectories:write',
  'get /api/programmes/{id}/careers/{career}/forms': 'trajectories:read',
  'post /api/programmes/{id}/careers/{career}/forms': 'trajectories:write',
  'delete /api/programmes/{id}/careers/{career}/forms': 'trajectories:write',
  'get /api/programmes/{id}/trajectories/summary': 'trajectories:read',
  'post /api/programmes/{id}/trajectories/tables': 'trajectories:write',
  'get /api/programmes/{id}/processing': 'programmes:read',
  'put /api/programmes/{id}/processing': 'organisation:administer',
  'get /api/programmes/{id}/follow-up-schedule': 'programmes:read',
  'put /api/programmes/{id}/follow-up-schedule': 'programmes:write',
  'get /api/programmes/{id}/follow-ups': 'people:read',
  'get /api/programmes/{id}/participants/{participant}/record': 'people:read',
  ...Object.fromEntries(
    ['profile', 'plan', 'spells', 'measures', 'follow-ups'].map((part) => [
      `put /api/programmes/{id}/participants/{participant}/${part}`,
      'people:write',
    ]),
  ),
  'get /api/reference/services': 'programmes:read',
  'get /api/programmes/{id}/drafts': 'programmes:read',
  'post /api/programmes/{id}/drafts': 'programmes:write',
  'get /api/drafts/{id}': 'programmes:read',
  'put /api/drafts/{id}': 'programmes:write',
  'delete /api/drafts/{id}': 'programmes:write',
  'get /api/drafts/{id}/assessment': 'programmes:read',
  'post /api/drafts/{id}/runs': 'runs:create',
  'get /api/runs': 'runs:read',
  'post /api/runs': 'runs:create',
  'get /api/runs/{id}': 'runs:read',
  'get /api/runs/{id}/assessment': 'runs:read',
  'get /api/runs/{id}/result': 'runs:read',
  'get /api/runs/{id}/figures': 'runs:read',
  'get /api/runs/{id}/figures/{figure}': 'runs:read',
  'get /api/runs/{id}/comparison': 'runs:read',
  'get /api/runs/{id}/replay': 'runs:read',
  'post /api/runs/{id}/reports': 'reports:create',
  'get /api/reports': 'reports:read',
  'get /api/reports/{id}': 'reports:read',
  'get /api/reports/{id}/pdf': 'reports:read',
};

const nameOf = ({ method, path }: AnyRoute): string => `${method} ${path}`;

let test: TestService;
let own: string;
let other: string;
/** Identities of one thing of each kind, all of the first organisation. */
const ids: Record<string, string> = {};

const draft = {
  kind: 'value-map',
  period: { from: '2025-01-01', to: '2026-01-01' },
  basis: 'forecast',
  conventions: { discounting: 'none' },
};
const programme = {
  title: 'T',
  currency: 'SEK',
  priceYear: 2025,
  costs: [{ id: 'a', paidBy: 'x', value: 10 }],
  outcomes: [
    { id: 'a', stakeholder: 'S', outcome: 'O', quantity: 2, proxy: { value: 10 }, durationYears: 1 },
  ],
  careers: [{ id: 'a' }],
};

beforeAll(async () => {
  test = await startTestService({ WORK_IN_SERVICE: '0' });
  own = (await test.organisation('Own')).key;
  other = (await test.organisation('Other')).key;
  const make = async (path: string, body?: unknown) => {
    const made = await test.send('POST', path, { key: own, body });
    expect(made.status, made.text).toBeLessThan(300);
    return made.body.id;
  };
  ids['people'] = await make('/api/people', { name: 'P', role: 'reader' });
  ids['keys'] = await make('/api/keys', { label: 'k', scopes: ['runs:read'] });
  ids['programmes'] = await make('/api/programmes', programme);
  ids['participant'] = await make(`/api/programmes/${ids['programmes']}/participants`, {
    pseudonym: 'P-1',
    career: 'a',
    statuses: [{ status: 'in-programme', from: '2024-01-01' }],
  });
  ids['price-lists'] = await make('/api/price-lists', priceListNew.meta()?.['example']);
  ids['price-requests'] = await make('/api/price-requests', priceRequestNew.meta()?.['example']);
  ids['drafts'] = await make(`/api/programmes/${ids['programmes']}/drafts`, draft);
  ids['runs'] = await make(`/api/drafts/${ids['drafts']}/runs`);
  ids['reports'] = await make(`/api/runs/${ids['runs']}/reports`, {});
});
afterAll(() => test.stop());

/** The address of a route, for the things of the first organisation. */
function addressOf({ path }: AnyRoute): string {
  const kind = path.split('/')[2] ?? '';
  return path
    .replace('{id}', ids[kind] ?? '')

    .replace('{participant}', ids['participant'] ?? '')
    .replace(/\{item\}|\{career\}/, 'a')

    .replace('{figure}', 'ratio');
}

/** What a route cannot do without in its query. */
const queryOf = ({ operation }: AnyRoute): string =>
  operation === 'compareRuns' ? `?with=${ids['runs']}` : '';

/** Every way in, with a body and headers that would be taken. */
const knock = (route: AnyRoute, key: string | undefined) =>
  test.send(route.method.toUpperCase(), `${addressOf(route)}${queryOf(route)}`, {
    key,
    headers: route.edits === true ? { 'If-Match': '"1"' } : {},
    ...(route.body && { body: bodyOf(route) }),
  });

function bodyOf({ path, body, example }: AnyRoute): unknown {
  if (path.endsWith('/drafts') || path.startsWith('/api/drafts')) return draft;
  return example ?? (body?.meta() as { readonly example?: unknown } | undefined)?.example ?? {};
}

describe('the access table', () => {
  it('names every route of the router and what it needs', () => {
    expect(Object.fromEntries(apiRoutes.map((route) => [nameOf(route), route.access]))).toEqual(ACCESS);
  });

  it('uses known actions only, all of which an administrator has', () => {
    for (const action of Object.values(ACCESS)) expect(ACTIONS).toContain(action);
    expect([...actionsOf('administrator')]).toEqual([...ACTIONS]);
  });
});

describe.each(apiRoutes.map((route) => [nameOf(route), route] as const))('%s', (_, route) => {
  it('refuses no key, a malformed one and an unknown one', async () => {
    for (const key of [undefined, 'x', `bok_${'A'.repeat(43)}`]) {
      const answer = await knock(route, key);
      expect(answer.status).toBe(401);
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    }
  });

  it('refuses a key without its scope', async () => {
    const scopes = ACTIONS.filter((action) => action !== route.access);
    const made = await test.send('POST', '/api/keys', { key: own, body: { label: 'most', scopes } });
    const answer = await knock(route, made.body['key'] as string);
    expect([answer.status, answer.body['type']]).toEqual([403, '/problems/forbidden']);
  });

  it('shows another organisation nothing', async () => {
    if (!route.path.includes('{id}')) return;
    const answer = await knock(route, other);
    expect([answer.status, answer.body['type']], answer.text).toEqual([404, '/problems/not-found']);
  });

  it('refuses parameters it does not know, operators among them', async () => {
    for (const query of ['?x=1', '?limit[$gt]=1', '?cursor[$ne]=', '?limit=1&limit=2']) {
      const answer = await test.send(route.method.toUpperCase(), `${addressOf(route)}${query}`, {
        key: own,
        headers: { 'If-Match': '"999"' },
        ...(route.body && { body: { $gt: 1 } }),
      });
      expect([answer.status, answer.body['type']]).toEqual([400, '/problems/unknown-parameter']);
    }
  });

  it('refuses operators, wrong types and unknown fields in its body', async () => {
    if (!route.body) return;
    const bodies = [{ $gt: '' }, { title: { $gt: '' } }, { name: { $ne: null } }, [], 'null', '"x"', '{', ''];
    for (const body of bodies) {
      const answer = await test.send(route.method.toUpperCase(), addressOf(route), {
        key: own,
        body,
        headers: { 'If-Match': '"999"' },
      });
      expect(answer.status, answer.text).toBeGreaterThanOrEqual(400);
      expect(answer.status, answer.text).toBeLessThan(500);
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    }
  });
});

describe('keys', () => {
  it('stop working when they are revoked', async () => {
    const made = await test.send('POST', '/api/keys', {
      key: own,
      body: { label: 'k', scopes: ['runs:read'] },
    });
    const key = made.body['key'] as string;
    expect((await test.send('GET', '/api/runs', { key })).status).toBe(200);
    expect((await test.send('DELETE', `/api/keys/${made.body.id}`, { key: own })).status).toBe(204);
    expect((await test.send('GET', '/api/runs', { key })).status).toBe(401);
  });

  it('stop working when their person is taken out', async () => {
    const person = await test.send('POST', '/api/people', { key: own, body: { name: 'P', role: 'editor' } });
    const made = await test.send('POST', '/api/keys', {
      key: own,
      body: { person: person.body.id, label: 'k', scopes: ['runs:read'] },
    });
    const key = made.body['key'] as string;
    expect((await test.send('GET', '/api/runs', { key })).status).toBe(200);
    await test.send('DELETE', `/api/people/${person.body.id}`, { key: own });
    expect((await test.send('GET', '/api/runs', { key })).status).toBe(401);
  });

  it('are never shown again', async () => {
    const made = await test.send('POST', '/api/keys', {
      key: own,
      body: { label: 'k', scopes: ['runs:read'] },
    });
    const list = await test.send('GET', '/api/keys?limit=200', { key: own });
    expect(list.text).toContain(made.body.id);
    expect(list.text).not.toContain(made.body['key']);
  });

  it('cannot be given more than their person may, or than the key that makes them', async () => {
    const body = { person: ids['people'], label: 'k', scopes: ['runs:create'] };
    expect((await test.send('POST', '/api/keys', { key: own, body })).status).toBe(422);
    const small = await test.send('POST', '/api/keys', {
      key: own,
      body: { label: 'k', scopes: ['organisation:administer'] },
    });
    const answer = await test.send('POST', '/api/keys', {
      key: small.body['key'] as string,
      body: { label: 'k', scopes: ['runs:read'] },
    });
    expect(answer.status).toBe(422);
  });

  it('follow the role of their person', async () => {
    for (const role of ROLE_NAMES) {
      const person = await test.send('POST', '/api/people', { key: own, body: { name: role, role } });
      const made = await test.send('POST', '/api/keys', {
        key: own,
        body: { person: person.body.id, label: role, scopes: ROLES[role] },
      });
      const key = made.body['key'] as string;
      const may = async (path: string) => (await test.send('GET', path, { key })).status;
      expect(await may('/api/runs')).toBe(200);
      expect(await may('/api/people')).toBe(role === 'administrator' ? 200 : 403);
    }
  });

  it('the last administrator stays one', async () => {
    const people = await test.send('GET', '/api/people?limit=200', { key: other });
    const [only] = people.body['items'] as { readonly id: string; readonly version: number }[];
    const path = `/api/people/${only!.id}`;
    expect((await test.send('DELETE', path, { key: other })).status).toBe(409);
    const headers = { 'If-Match': `"${only!.version}"` };
    const changed = await test.send('PATCH', path, { key: other, headers, body: { role: 'reader' } });
    expect(changed.status).toBe(409);
  });
});
