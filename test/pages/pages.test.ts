import express from 'express';
import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageRoutes } from '../../src/app.js';
import { ACTIONS } from '../../src/organisations/access.service.js';
import { PUBLIC } from '../../src/platform/http/mount.js';
import { PROBLEMS } from '../../src/platform/http/problem.js';
import { pageRouter } from '../../src/platform/pages/page-mount.js';
import { pageRoute } from '../../src/platform/pages/page-route.js';
import { row, valueMapFile } from '../cases/files.js';
import { addRun, sample, type TestService, testService, unescaped, Visitor } from './service.js';

const XSS = '<script>alert(1)</script>';
const hostile = JSON.stringify({
  ...valueMapFile(
    { discounting: 'none' },
    [{ id: 'I', value: 100, source: `"><img src=x onerror=alert(1)> ${XSS}` }],
    [
      row('A', 3, 50, {
        stakeholder: `=HYPERLINK("http://x")${XSS}`,
        outcome: '@SUM(A1)',
        proxy: { value: 50, source: XSS },
      }),
      row('B', 2, -70, { stakeholder: '+1', outcome: '-2+3' }),
    ],
  ),
  title: `</title>${XSS}`,
});

let service: TestService;
let run: string;
let otherRun: string;
let hostileRun: string;
let member: Visitor;
const nobody = (): Visitor => new Visitor(service.address);

beforeAll(async () => {
  service = await testService({ WORK_IN_SERVICE: '0' });
  const otherKey = await service.other();
  run = await addRun(service.address, service.key, sample('shelter'));
  hostileRun = await addRun(service.address, service.key, hostile);
  otherRun = await addRun(service.address, otherKey, sample('shelter'));
  member = nobody();
  await member.signIn(service.key);
});
afterAll(() => service.close());

describe('who may see what', () => {
  it('is said by each page: anybody, or an action of the access table', () => {
    for (const { access, path } of pageRoutes) expect([PUBLIC, ...ACTIONS], path).toContain(access);
    expect(
      pageRoutes.filter(({ access }) => access === PUBLIC).map(({ method, path }) => `${method} ${path}`),
    ).toEqual([
      'get /',
      'get /examples/{name}',
      'get /examples/{name}/figures/{figure}',
      'get /examples/{name}/tables/{table}',
      'get /examples/{name}/assessment',
      'get /examples/{name}/result',
      'get /reference',
      'get /reference/{country}',
      'get /price-lists/template.csv',
      'get /sign-in',
      'post /sign-in',
      'post /sign-out',
      'get /api',
      'get /problems',
      'get /problems/{kind}',
      'get /licence',
      'get /assets/{name}',
    ]);
  });

  it('sends those who are not signed in to the sign-in, and back to where they wanted', async () => {
    const closed = pageRoutes.filter(({ access, method }) => access !== PUBLIC && method === 'get');
    expect(closed.length).toBeGreaterThan(5);
    for (const { path } of closed) {
      const asked = path.replace('{id}', run).replace('{figure}', 'ratio').replace('{table}', 'map');
      const { status, headers } = await nobody().get(asked);
      expect(status, asked).toBe(303);
      expect(headers.get('location')).toBe(`/sign-in?next=${encodeURIComponent(asked)}`);
    }
  });

  it('shows a run to its organisation and to no other', async () => {
    expect((await member.get(`/runs/${run}`)).status).toBe(200);
    for (const rest of ['', '/figures/ratio', '/tables/map', '/assessment', '/result']) {
      expect((await member.get(`/runs/${otherRun}${rest}`)).status, rest).toBe(404);
    }
    const csrf = await member.csrf('/runs');
    expect((await member.post(`/runs/${otherRun}/report`, { csrf })).status).toBe(404);
    expect((await member.get('/runs')).text).not.toContain(otherRun);
  });

  it('lets a key do on pages what it may do at all, and nothing more', async () => {
    const response = await fetch(`${service.address}/api/keys`, {
      method: 'POST',
      headers: { authorization: `Bearer ${service.key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ label: 'Reading', scopes: ['runs:read'] }),
    });
    const { key, id } = (await response.json()) as { key: string; id: string };
    const reader = nobody();
    await reader.signIn(key);
    const page = await reader.get(`/runs/${run}`);
    expect(page.status).toBe(200);
    expect(page.text).not.toContain(`action="/runs/${run}/report"`);
    const csrf = await reader.csrf('/runs');
    const refused = await reader.post(`/runs/${run}/report`, { csrf });
    expect(refused.status).toBe(403);
    expect(refused.headers.get('content-type')).toContain('text/html');
    // A revoked key ends its sessions.
    await fetch(`${service.address}/api/keys/${id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${service.key}` },
    });
    expect((await reader.get(`/runs/${run}`)).status).toBe(303);
  });

  it('answers nothing of the API to the cookie', async () => {
    const got = await member.get('/api/runs');
    expect(got.status).toBe(401);
    expect(got.headers.get('content-type')).toContain('application/problem+json');
  });
});

describe('signing in', () => {
  it('gives a cookie no script reads and no other site sends, new each time', async () => {
    const visitor = nobody();
    const first = await visitor.signIn(service.key);
    expect(first.status).toBe(303);
    expect(first.headers.get('location')).toBe('/runs');
    const set = first.headers.get('set-cookie') ?? '';
    expect(set).toMatch(
      /^session=[A-Za-z0-9_-]{43}; Max-Age=43200; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
    );
    const before = visitor.cookie;
    await visitor.signIn(service.key);
    expect(visitor.cookie).not.toBe(before);
    const former = nobody();
    former.cookie = before;
    expect((await former.get('/runs')).status).toBe(303);
  });

  it('keeps the cookie to TLS where the service is reached over it', async () => {
    const app = express();
    const session = { token: 'A'.repeat(43), seconds: 60 };
    const begin = pageRoute({
      method: 'get',
      path: '/begin',
      summary: 'Begins a session',
      access: PUBLIC,
      handle: () => ({ redirect: '/', session }),
    });
    const site = { database: { kind: 'embedded', version: '' }, version: '', description: {}, apiRoutes: [] };
    app.use(
      pageRouter([begin], {
        site,
        publicUrl: 'https://bokslut.example',
        visitorOf: () => Promise.resolve(undefined),
      }),
    );
    const { headers } = await supertest(app).get('/begin');
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(
        /^__Host-session=A{43}; Max-Age=60; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Strict$/,
      ),
    ]);
  });

  it('refuses wrong keys alike', async () => {
    const wrong = ['', 'bok_', `bok_${'A'.repeat(43)}`, service.key.slice(0, -1), `${service.key}x`];
    for (const key of wrong) {
      const { status, text, headers } = await nobody().signIn(key);
      expect(status).toBe(401);
      expect(text).toContain('This key is not valid, or not any more.');
      expect(headers.get('set-cookie')).toBeNull();
      if (key.length > 10) expect(text).not.toContain(key);
    }
  });

  it('leads on to paths of ours only', async () => {
    for (const [next, to] of [
      [`/runs/${run}?a=b`, `/runs/${run}?a=b`],
      ['//evil.example/', '/runs'],
      ['/\\evil.example', '/runs'],
      ['https://evil.example', '/runs'],
      ['/\t/evil.example', '/runs'],
      ['javascript:alert(1)', '/runs'],
    ] as const) {
      expect((await nobody().signIn(service.key, next)).headers.get('location'), next).toBe(to);
    }
  });

  it('ends with the sign-out', async () => {
    const visitor = nobody();
    await visitor.signIn(service.key);
    const csrf = await visitor.csrf('/runs');
    const out = await visitor.post('/sign-out', { csrf });
    expect(out.status).toBe(303);
    expect(out.headers.get('set-cookie')).toMatch(/^session=;/);
    expect((await visitor.get('/runs')).status).toBe(303);
  });
});

describe('forms', () => {
  const refused = async (
    visitor: Visitor,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ) => (await visitor.post(`/runs/${run}/report`, fields, headers)).status;

  it('are refused without the token of their session', async () => {
    const other = nobody();
    await other.signIn(service.key);
    expect(await refused(member, {})).toBe(403);
    expect(await refused(member, { csrf: 'x' })).toBe(403);
    expect(await refused(member, { csrf: await other.csrf('/runs') })).toBe(403);
  });

  it('are refused where they come from elsewhere, or do not say from where', async () => {
    const csrf = await member.csrf('/runs');
    const { address } = service;
    for (const headers of [
      {},
      { origin: 'null' },
      { origin: 'https://evil.example' },
      { origin: address, 'sec-fetch-site': 'cross-site' },
      { origin: address, 'sec-fetch-site': 'same-site' },
    ] as Record<string, string>[]) {
      expect(await refused(member, { csrf }, headers), JSON.stringify(headers)).toBe(403);
      expect((await nobody().post('/sign-in', { key: service.key }, headers)).status).toBe(403);
    }
    expect(await refused(member, { csrf }, { 'sec-fetch-site': 'same-origin' })).toBe(303);
  });

  it('are refused with fields nobody asked for', async () => {
    const csrf = await member.csrf('/runs');
    expect(await refused(member, { csrf, admin: '1' })).toBe(400);
  });

  it('ask for a report, whose page looks again by itself until told not to', async () => {
    const csrf = await member.csrf(`/runs/${run}`);
    const asked = await member.post(`/runs/${run}/report`, { csrf });
    expect(asked.status).toBe(303);
    const report = asked.headers.get('location') ?? '';
    expect(report).toMatch(/^\/reports\/[0-9a-f]{24}$/);
    const page = await member.get(report);
    expect(page.text).toContain('http-equiv="refresh"');
    expect((await member.get(`${report}?still=1`)).text).not.toContain('http-equiv="refresh"');
    expect((await member.get(`${report}/pdf`)).status).toBe(409);
  });
});

describe('an assessment file sent by a form', () => {
  it('is kept byte for byte and worked out', async () => {
    const file = sample('shelter');
    const csrf = await member.csrf('/runs');
    const sent = await member.send('/runs', { csrf }, file);
    expect(sent.status).toBe(303);
    const made = sent.headers.get('location') ?? '';
    expect(made).toMatch(/^\/runs\/[0-9a-f]{24}$/);
    expect((await member.get(`${made}/assessment`)).text).toBe(file);
  });

  it('is refused with every reason and its place, and nothing is kept', async () => {
    const csrf = await member.csrf('/runs');
    const wrong = JSON.stringify({ ...(JSON.parse(hostile) as object), currency: 7, surprise: XSS });
    const before = (await member.get('/runs')).text;
    const sent = await member.send('/runs', { csrf }, wrong);
    expect(sent.status).toBe(422);
    expect(sent.headers.get('content-type')).toContain('text/html');
    for (const place of ['/currency', '/surprise']) expect(sent.text).toContain(`<code>${place}</code>`);
    expect((await member.get('/runs')).text).toBe(before);
  });

  it('is refused without the token, unread where nobody is signed in, and where it is no such form', async () => {
    expect((await member.send('/runs', {}, sample('shelter'))).status).toBe(403);
    const unknown = await nobody().send('/runs', {}, sample('shelter'));
    expect([unknown.status, unknown.headers.get('location')]).toEqual([303, '/sign-in']);
    const csrf = await member.csrf('/runs');
    expect((await member.post('/runs', { csrf, file: '{}' })).status).toBe(415);
    expect((await member.send('/runs', { csrf }, ' '.repeat(11 * 1024 * 1024))).status).toBe(413);
  });
});

describe('pages', () => {
  it('say which database this is, which version and which licence', async () => {
    for (const path of ['/', '/problems', '/api', '/nothing-here', `/runs/${run}`]) {
      const { text } = await member.get(path);
      expect(text).toContain('Embedded database');
      expect(text).toContain('Version 0.1.0');
      expect(text).toContain('EUPL-1.2');
    }
  });

  it('keep what is seen while signed in out of caches, and let assets stay', async () => {
    expect((await member.get('/')).headers.get('cache-control')).toBe('no-store');
    expect((await member.get(`/runs/${run}/result`)).headers.get('cache-control')).toBe('no-store');
    const style =
      /href="(\/assets\/site\.css\?v=[0-9a-f]+)"/.exec(unescaped((await nobody().get('/')).text))?.[1] ?? '';
    const asset = await nobody().get(style);
    expect(asset.headers.get('content-type')).toContain('text/css');
    expect(asset.headers.get('cache-control')).toContain('immutable');
    expect((await nobody().get('/assets/site.css?v=0')).headers.get('cache-control')).toBe('no-cache');
    for (const [, font] of asset.text.matchAll(/url\((\/assets\/[^)]+)\)/g)) {
      expect((await nobody().get(font ?? '')).headers.get('content-type')).toBe('font/woff2');
    }
    expect((await nobody().get('/assets/..%2fpackage.json')).status).toBe(404);
  });

  it('hold no script and no style of their own', async () => {
    for (const path of ['/', '/api', '/examples/work-cooperative', `/runs/${hostileRun}`, '/sign-in']) {
      const { text, headers } = await member.get(path);
      expect(text, path).not.toMatch(/<script|<style|\sstyle=|\son\w+=|javascript:/i);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    }
  });

  it('show what a file says as text, whatever it is', async () => {
    const { text } = await member.get(`/runs/${hostileRun}`);
    expect(text).toContain('&lt;script&gt;');
    const input = await member.get(`/runs/${hostileRun}/figures/inputs.I.value`);
    expect(input.status).toBe(200);
    expect(input.text).toContain('&lt;img src');
    for (const page of [text, input.text, (await member.get('/runs')).text]) {
      expect(page).not.toMatch(/<script|<img/);
    }
  });

  it('refuse unknown parameters, names and figures', async () => {
    for (const [path, status] of [
      ['/?x=1', 400],
      ['/runs?limit=1', 400],
      ['/runs?cursor=x', 400],
      ['/examples/nothing', 404],
      ['/examples/shelter/figures/nothing', 404],
      ['/examples/shelter/figures/%3Cscript%3E', 404],
      ['/examples/shelter/tables/nothing', 404],
      ['/runs/zzz', 404],
      [`/runs/${run}/figures/nothing`, 404],
      [`/runs/${'0'.repeat(24)}`, 404],
      ['/problems/nothing', 404],
    ] as const) {
      const got = await member.get(path);
      expect(got.status, path).toBe(status);
      expect(got.headers.get('content-type'), path).toContain('text/html');
      expect(got.text).not.toMatch(/<script/);
    }
  });

  it('answer unknown addresses in the form they are asked for, and the API in its own', async () => {
    const type = async (path: string, accept: string) =>
      (await nobody().get(path, { accept })).headers.get('content-type') ?? '';
    expect(await type('/nothing-here', 'text/html,*/*;q=0.8')).toContain('text/html');
    expect(await type('/nothing-here', '*/*')).toContain('application/problem+json');
    expect(await type('/api/nothing-here', 'text/html')).toContain('application/problem+json');
    expect(await type('/runs/zzz/x', 'application/json')).toContain('application/problem+json');
    expect(await type('/examples/nothing', 'application/json')).toContain('text/html');
    const wrong = await nobody().post('/', {});
    expect(wrong.status).toBe(405);
    expect(wrong.headers.get('allow')).toBe('GET');
  });

  it('explain every kind of refusal', async () => {
    for (const kind of Object.keys(PROBLEMS)) {
      const { status, text } = await nobody().get(`/problems/${kind}`);
      expect(status, kind).toBe(200);
      expect(text).toContain('How to mend it');
    }
  });

  it('list runs a page at a time', async () => {
    for (let count = 0; count < 21; count += 1) await addRun(service.address, service.key, hostile);
    const first = await member.get('/runs');
    const older = /href="(\/runs\?cursor=[0-9a-f]{24})"/.exec(unescaped(first.text))?.[1] ?? '';
    const second = await member.get(older);
    expect(second.status).toBe(200);
    expect(second.text).toContain(`/runs/${run}"`);
    expect(first.text).not.toContain(`/runs/${run}"`);
  });
});

describe('tables as files', () => {
  it('are harmless in a spreadsheet, and keep numbers as numbers', async () => {
    const got = await member.get(`/runs/${hostileRun}/tables/map`);
    expect(got.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(got.headers.get('content-disposition')).toMatch(
      /^attachment; filename="?map-[0-9a-f]{24}\.csv"?$/,
    );
    const lines = got.text.split('\r\n');
    expect(lines[0]).toMatch(/^\uFEFF?Stakeholder,Outcome/);
    expect(lines[1]).toMatch(
      /^"'=HYPERLINK\(""http:\/\/x""\)<script>alert\(1\)<\/script>",'@SUM\(A1\),3,50,/,
    );
    expect(lines[2]).toMatch(/^'\+1,'-2\+3,2,-70,/);
    expect(lines[2]).toMatch(/,-140$/);
  });

  it('hold what the page shows, unrounded', async () => {
    const { text } = await nobody().get('/examples/work-cooperative/tables/actors');
    expect(text).toMatch(/Municipality,390000,212\d{3}\.\d+,-177\d{3}\.\d+/);
  });
});

describe('links', () => {
  const linksOf = (html: string): readonly string[] =>
    [...html.matchAll(/\shref="([^"]+)"/g)]
      .map(([, href]) => unescaped(href ?? ''))
      .filter((href) => href.startsWith('/'));

  it('of the examples all lead somewhere, figure after figure down to the numbers', async () => {
    const seen = new Set<string>(['/']);
    const queue = ['/'];
    const anchors: (readonly [page: string, id: string, from: string])[] = [];
    const ids = new Map<string, ReadonlySet<string>>();
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      const { status, text, headers } = await nobody().get(path);
      expect([200, 303], path).toContain(status);
      if (!(headers.get('content-type') ?? '').startsWith('text/html')) continue;
      ids.set(path, new Set([...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id ?? '')));
      expect(text, path).not.toMatch(/undefined|NaN|\[object/);
      for (const link of linksOf(text)) {
        const [page = '', anchor] = link.split('#');
        if (anchor !== undefined) anchors.push([page, anchor, path]);
        if (seen.has(page)) continue;
        seen.add(page);
        queue.push(page);
      }
    }
    for (const [page, id, from] of anchors) {
      expect(ids.get(page)?.has(id), `${page}#${id} on ${from}`).toBe(true);
    }
    expect([...seen].filter((path) => path.includes('/figures/')).length).toBeGreaterThan(300);
  }, 300_000);

  it('of a run lead to its figures', async () => {
    const { text } = await member.get(`/runs/${run}`);
    const figures = new Set(linksOf(text).filter((href) => href.includes('/figures/')));
    expect(figures.size).toBeGreaterThan(10);
    for (const figure of figures) {
      const { status, text: page } = await member.get(figure);
      expect(status, figure).toBe(200);
      for (const further of linksOf(page).filter((href) => href.includes('/figures/'))) {
        expect(further).toContain(`/runs/${run}/`);
      }
    }
  });
});

describe('the page of a preset', () => {
  it.each(['valoris-cooperative', 'subsidised-post', 'job-factory'])(
    'leads to how each of its figures was worked out, and to its tables: %s',
    async (name) => {
      const made = await addRun(service.address, service.key, sample(name));
      const { text } = await member.get(`/runs/${made}`);
      for (const id of ['preset', 'stress', 'published', 'sure']) expect(text, id).toContain(`id="${id}"`);
      const places = [...text.matchAll(/\shref="([^"]+)"/g)]
        .map(([, href]) => unescaped(href ?? ''))
        .filter((href) => /\/(?:figures\/preset|tables)/.test(href));
      expect(places.filter((href) => href.includes('/figures/preset')).length).toBeGreaterThan(10);
      for (const href of new Set(places)) expect((await member.get(href)).status, href).toBe(200);
    },
  );
});

describe('too many tries', () => {
  it('to sign in are put off', async () => {
    const guesser = nobody();
    for (let tries = 0; tries < 20; tries += 1) expect((await guesser.signIn('bok_wrong')).status).toBe(401);
    const late = await guesser.signIn(service.key);
    expect(late.status).toBe(429);
    expect(late.headers.get('retry-after')).not.toBeNull();
    expect(late.headers.get('content-type')).toContain('text/html');
    expect((await guesser.get('/sign-in')).status).toBe(200);
    expect((await nobody().signIn(service.key)).status).toBe(303);
  });
});
