import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditEntryModel } from '../../src/platform/audit/audit.model.js';
import type { LETTER_LANGUAGES } from '../../src/platform/locale/letters.js';
import { letterText, type LetterKey } from '../../src/platform/locale/letters.js';
import { PriceBlockModel, PriceListVersionModel } from '../../src/programmes/price-lists.model.js';
import { startTestService, type TestService } from '../support/service.js';

let test: TestService;
let own: string;
let organisation: string;
let other: string;

beforeAll(async () => {
  test = await startTestService({ WORK_IN_SERVICE: '0' });
  ({ key: own, organisation } = await test.organisation('The bicycle workshop'));
  other = (await test.organisation('Other')).key;
});
afterAll(() => test.stop());

const asked = {
  country: 'SE',
  service: 'treatment-home-day',
  agency: 'Göteborgs Stad',
  unit: 'day',
  currency: 'SEK',
  year: 2025,
  why: 'Half of our members came from there.',
  replyTo: 'workshop@example.org',
};
const NAME = 'Agnes Unmistakable';
const answer = {
  price: 2150,
  shortRunMarginal: 900,
  unit: 'day',
  priceYear: 2025,
  includes: 'Staff and food',
  document: 'Agreement 2025',
  answeredBy: { name: NAME, office: 'Controller' },
  date: '2025-11-03',
};

const post = async (body: object, key = own) => {
  const made = await test.send('POST', '/api/price-requests', { key, body });
  expect(made.status, made.text).toBe(201);
  return made.body.id;
};
const get = (path: string, key = own) => test.send('GET', path, { key });
const put = (id: string, what: string, version: number, body: object, key = own) =>
  test.send('PUT', `/api/price-requests/${id}/${what}`, {
    key,
    body,
    headers: { 'If-Match': `"${version}"` },
  });

describe('a price request', () => {
  it('takes the name of the service from the catalogue, and asks for one where the catalogue has none', async () => {
    const id = await post(asked);
    expect((await get(`/api/price-requests/${id}`)).body).toMatchObject({
      what: 'Treatment home for addiction',
      state: 'asked',
      version: 1,
      answer: null,
      list: null,
      withdrawn: null,
      kind: 'real',
    });
    const refused = await test.send('POST', '/api/price-requests', {
      key: own,
      body: { ...asked, service: 'own-service' },
    });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('/what')]);
    await post({ ...asked, service: 'own-service', what: 'A night in a caravan' });
  });

  it('is made once for each Idempotency-Key', async () => {
    const headers = { 'Idempotency-Key': randomUUID() };
    const send = () => test.send('POST', '/api/price-requests', { key: own, body: asked, headers });
    expect((await send()).body.id).toBe((await send()).body.id);
  });

  it.each([
    ['an empty reason', { why: ' ' }],
    ['no agency', { agency: undefined }],
    ['a year that is none', { year: '2025/27' }],
    ['a country in full', { country: 'Sweden' }],
    ['a day that does not exist', { answerBy: '2025-02-30' }],
    ['a reason that is longer than a letter', { why: 'x'.repeat(501) }],
  ])('is refused with %s', async (_, more) => {
    const { status } = await test.send('POST', '/api/price-requests', {
      key: own,
      body: { ...asked, ...more },
    });
    expect(status).toBe(422);
  });

  it('can be withdrawn while it waits, and no later', async () => {
    const id = await post(asked);
    expect((await put(id, 'withdrawal', 9, {})).status).toBe(412);
    const withdrawn = await put(id, 'withdrawal', 1, { reason: 'Published since' });
    expect(withdrawn.body).toMatchObject({ state: 'withdrawn', withdrawn: { reason: 'Published since' } });
    expect((await put(id, 'withdrawal', 2, {})).status).toBe(409);
    // An agency may still answer.
    expect((await put(id, 'answer', 2, answer)).body).toMatchObject({ state: 'answered', withdrawn: null });
  });

  it('belongs to its organisation alone', async () => {
    const id = await post(asked);
    for (const path of ['', '/letter'])
      expect((await get(`/api/price-requests/${id}${path}`, other)).status).toBe(404);
    expect((await put(id, 'answer', 1, answer, other)).status).toBe(404);
    expect((await put(id, 'withdrawal', 1, {}, other)).status).toBe(404);
    expect((await test.send('DELETE', `/api/price-requests/${id}`, { key: other })).status).toBe(404);
    expect((await get('/api/price-requests', other)).body['items']).toEqual([]);
  });
});

describe('the letter', () => {
  it('asks, in English and in Swedish, for everything a price needs, and says what becomes of the answer', async () => {
    const id = await post({ ...asked, answerBy: '2026-01-15' });
    const english = await get(`/api/price-requests/${id}/letter`);
    expect(english.headers['content-type']).toContain('text/plain');
    for (const part of [
      'To: Göteborgs Stad',
      'From: The bicycle workshop',
      'Please answer to: workshop@example.org',
      'Treatment home for addiction',
      '(Sweden, 2025)',
      'Half of our members came from there.',
      '1. the average price of one unit (day) in SEK',
      'short-run marginal cost',
      'Please answer by 15 January 2026',
      'neither in the calculations nor published',
      'Name and office: ____',
    ]) {
      expect(english.text).toContain(part);
    }
    const swedish = await get(`/api/price-requests/${id}/letter?language=sv`);
    for (const part of [
      'Till: Göteborgs Stad',
      '(Sverige, 2025)',
      'senast den 15 januari 2026',
      'Namn och befattning: ____',
    ]) {
      expect(swedish.text).toContain(part);
    }
    expect((await get(`/api/price-requests/${id}/letter?language=xx`)).status).toBe(400);
  });

  it('leaves no value out in any language', () => {
    const values = { what: 'W', agency: 'A', unit: 'U', currency: 'C', year: 'Y', country: 'L', date: 'D' };
    const keys = ['purpose', 'asked.average', 'asked.year', 'use.text', 'by', 'form.average'] as const;
    const placesOf = (language: (typeof LETTER_LANGUAGES)[number], key: LetterKey) =>
      Object.values(values).filter((value) =>
        new RegExp(`(?<!\\p{L})${value}(?!\\p{L})`, 'u').test(letterText(language, key, values)),
      );
    for (const key of keys) expect(placesOf('sv', key), key).toEqual(placesOf('en', key));
  });
});

describe('the answer', () => {
  let id: string;
  const price = async (year = 2025) => get(`/api/prices?service=caravan-night&country=SE&year=${year}`);

  it('becomes a price of the list of answers, whose source is the letter', async () => {
    id = await post({ ...asked, service: 'caravan-night', what: 'A night in a caravan' });
    expect((await price()).status).toBe(404);
    expect((await put(id, 'answer', 5, answer)).status).toBe(412);
    const answered = await put(id, 'answer', 1, answer);
    expect(answered.body).toMatchObject({ state: 'answered', version: 2, answer });
    const found = (await price()).body['own'] as Record<string, unknown>[];
    expect(found).toMatchObject([
      {
        listName: 'Answers to price requests (SE)',
        code: `R-${id}`,
        service: 'caravan-night',
        description: 'A night in a caravan',
        agency: 'Göteborgs Stad',
        price: 2150,
        shortRunMarginal: 900,
        priceYear: 2025,
        kind: 'real',
        source: 'Letter from Göteborgs Stad, 2025-11-03, referring to Agreement 2025',
        comment: 'Staff and food',
        asService: { price: { average: 2150, shortRunMarginal: 900 }, priceYear: 2025, kind: 'real' },
      },
    ]);
    expect((await price(2026)).status).toBe(404);
  });

  it('keeps the name of who answered out of everything but the request', async () => {
    const list = (await get(`/api/price-requests/${id}`)).body['list'] as { readonly id: string };
    const elsewhere = [
      await PriceBlockModel.find({ organisation }).lean(),
      await PriceListVersionModel.find({ organisation }).lean(),
      await AuditEntryModel.find({ organisation }).lean(),
      (await get(`/api/price-lists/${list.id}/entries`)).body,
      (await get('/api/price-requests')).body,
      (await price()).body,
    ];
    for (const place of elsewhere) expect(JSON.stringify(place)).not.toContain(NAME);
    expect((await get(`/api/price-requests/${id}`)).text).toContain(NAME);
  });

  it('can be corrected; the version before keeps what it had', async () => {
    const corrected = await put(id, 'answer', 2, { ...answer, price: 2250 });
    expect(corrected.body).toMatchObject({ state: 'answered', version: 3 });
    expect((await price()).body['own']).toMatchObject([{ price: 2250 }]);
    const { id: list, version } = corrected.body['list'] as { readonly id: string; readonly version: number };
    const at = async (number: number) => {
      const items = (await get(`/api/price-lists/${list}/entries?version=${number}`)).body['items'];
      return (items as { code: string; price: number }[]).filter(({ code }) => code === `R-${id}`);
    };
    expect(await at(version)).toMatchObject([{ price: 2250 }]);
    expect(await at(version - 1)).toMatchObject([{ price: 2150 }]);
    const shown = (await get(`/api/price-lists/${list}`)).body as unknown as {
      readonly kind: string;
      readonly versions: readonly { readonly prices: number; readonly sha256: string }[];
    };
    expect(shown.kind).toBe('answers');
    expect(new Set(shown.versions.map(({ sha256 }) => sha256)).size).toBe(shown.versions.length);
    // The correction is no further price.
    expect(shown.versions[0]?.prices).toBe(shown.versions[1]?.prices);
  });

  it('comes before others in its list, which neither a file nor a removal changes', async () => {
    const { id: list, version } = (await get(`/api/price-requests/${id}`)).body['list'] as {
      readonly id: string;
      readonly version: number;
    };
    const items = (await get(`/api/price-lists/${list}/entries?limit=1`)).body['items'];
    expect(items).toMatchObject([{ code: `R-${id}` }]);
    const headers = { 'If-Match': `"${version}"` };
    const removed = await test.send('DELETE', `/api/price-lists/${list}`, { key: own, headers });
    expect(removed.status).toBe(409);
    const file = {
      name: 'x.csv',
      base64: Buffer.from(
        'code,description,unit,agency,price,price year,transfer\na,b,c,d,1,2025,no\n',
      ).toString('base64'),
    };
    const added = await test.send('POST', `/api/price-lists/${list}/versions`, {
      key: own,
      headers,
      body: { country: 'SE', currency: 'SEK', source: 's', licence: 'l', file },
    });
    expect(added.status).toBe(409);
  });

  it.each([
    [
      'a financial year of a country where it is not known when it begins',
      { priceYear: '2024/25' },
      '/priceYear',
    ],
    ['a day that has not come yet', { date: '2499-01-01' }, '/date'],
    ['a negative price', { price: -1 }, '/price'],
    ['no name', { answeredBy: { office: 'x' } }, '/answeredBy/name'],
  ])('is refused with %s', async (_, more, pointer) => {
    const request = await post(asked);
    const refused = await put(request, 'answer', 1, { ...answer, ...more });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining(`"${pointer}"`)]);
    expect((await get(`/api/price-requests/${request}`)).body).toMatchObject({ state: 'asked', list: null });
  });

  it('loses its name with the request, and stays as a price', async () => {
    expect((await test.send('DELETE', `/api/price-requests/${id}`, { key: own })).status).toBe(204);
    expect((await get(`/api/price-requests/${id}`)).status).toBe(404);
    expect((await price()).body['own']).toMatchObject([{ price: 2250 }]);
    const chain = await get('/api/audit/check');
    expect(chain.body).toMatchObject({ whole: true });
  });
});
