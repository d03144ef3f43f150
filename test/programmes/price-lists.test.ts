import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionsOf, ROLE_NAMES } from '../../src/organisations/access.service.js';
import { commandLineActor } from '../../src/organisations/organisations.service.js';
import { previewPriceList } from '../../src/programmes/price-files.service.js';
import { PriceBlockModel, PriceListVersionModel } from '../../src/programmes/price-lists.model.js';
import { startTestService, type TestService } from '../support/service.js';
import { COSTS, DEFLATORS } from './unit-costs.js';
import { unitCostWorkbook } from './unit-cost-workbook.js';

let test: TestService;
let own: string;
let organisation: string;
let other: string;

beforeAll(async () => {
  test = await startTestService({ WORK_IN_SERVICE: '0' });
  ({ key: own, organisation } = await test.organisation('Own'));
  other = (await test.organisation('Other')).key;
});
afterAll(() => test.stop());

const HEAD = 'code,service,description,unit,agency,price,price year,transfer';
const DETOX = 'D-1,detox-day,Detoxification,day,Region,4500.50,2023,no';
const PRISON = 'P-1,prison-day,Prison,day,Prison Service,3500,2023,no';
const CHEAPER = 'D-1,detox-day,Detoxification,day,Region,4400,2023,no';

const file = (lines: readonly string[], name = 'prices.csv') => ({
  name,
  base64: Buffer.from([HEAD, ...lines].join('\n')).toString('base64'),
});

const given = (lines: readonly string[], more: object = {}) => ({
  name: 'Ours',
  country: 'SE',
  currency: 'SEK',
  source: 'Price list of the region',
  licence: 'By agreement',
  file: file(lines),
  ...more,
});

const asVersion = (lines: readonly string[], more: object = {}) => {
  const { name, ...version } = given(lines, more);
  expect(name).toBe('Ours');
  return version;
};

interface Shown {
  readonly id: string;
  readonly version: number;
  readonly versions: readonly { readonly number: number; readonly sha256: string; readonly prices: number }[];
}

const add = async (body: object, key = own) => {
  const answer = await test.send('POST', '/api/price-lists', { key, body });
  expect(answer.status, answer.text).toBe(201);
  return answer.body as unknown as Shown;
};

const pricesOf = async (path: string, key = own) => {
  const answer = await test.send('GET', path, { key });
  expect(answer.status, answer.text).toBe(200);
  return answer.body['items'] as Record<string, unknown>[];
};

describe('a price list', () => {
  let list: Shown;

  it('is shown before anything is saved', async () => {
    const answer = await test.send('POST', '/api/price-lists/preview', {
      key: own,
      body: given([DETOX, PRISON]),
    });
    expect(answer.body).toMatchObject({
      prices: 2,
      list: null,
      version: 1,
      compared: { new: 2, changed: 0, same: 0, gone: 0 },
      problems: [],
      problemCount: 0,
    });
    expect((await test.send('GET', '/api/price-lists', { key: own })).body['items']).toEqual([]);
  });

  it('is kept with hash, licence, source, who and when, in its order', async () => {
    const body = given([DETOX, PRISON]);
    list = await add(body);
    const sha256 = createHash('sha256').update(Buffer.from(body.file.base64, 'base64')).digest('hex');
    expect(list).toMatchObject({
      name: 'Ours',
      kind: 'file',
      country: 'SE',
      version: 1,
      versions: [
        {
          number: 1,
          sha256,
          fileName: 'prices.csv',
          layout: 'template',
          licence: 'By agreement',
          source: 'Price list of the region',
          prices: 2,
        },
      ],
    });
    const prices = await pricesOf(`/api/price-lists/${list.id}/entries`);
    expect(prices.map(({ code }) => code)).toEqual(['D-1', 'P-1']);
    expect(prices[0]).toMatchObject({
      price: 4500.5,
      priceYear: 2023,
      from: '2023-01-01',
      to: '2023-12-31',
      citation: `Ours, version 1 (SHA-256 ${sha256.slice(0, 12)}…), D-1, in prices of 2023: Price list of the region`,
    });
  });

  it('has its name alone, and gets further versions only from those who saw the newest', async () => {
    const again = await test.send('POST', '/api/price-lists', { key: own, body: given([PRISON]) });
    expect([again.status, again.text]).toEqual([
      409,
      expect.stringContaining(`/api/price-lists/${list.id}/versions`),
    ]);
    const path = `/api/price-lists/${list.id}/versions`;
    const body = asVersion([CHEAPER]);
    expect((await test.send('POST', path, { key: own, body })).status).toBe(428);
    const stale = await test.send('POST', path, { key: own, body, headers: { 'If-Match': '"7"' } });
    expect(stale.status).toBe(412);
    const preview = await test.send('POST', '/api/price-lists/preview', { key: own, body: given([CHEAPER]) });
    expect(preview.body).toMatchObject({
      list: list.id,
      version: 2,
      compared: { new: 0, changed: 1, same: 0, gone: 1 },
    });
    const added = await test.send('POST', path, { key: own, body, headers: { 'If-Match': '"1"' } });
    expect([added.status, added.headers['etag']]).toEqual([201, '"2"']);
  });

  it('keeps every version as it was', async () => {
    const codes = async (query: string) =>
      (await pricesOf(`/api/price-lists/${list.id}/entries${query}`)).map(({ code, price }) => [code, price]);
    expect(await codes('')).toEqual([['D-1', 4400]]);
    expect(await codes('?version=1')).toEqual([
      ['D-1', 4500.5],
      ['P-1', 3500],
    ]);
    expect(
      (await test.send('GET', `/api/price-lists/${list.id}/entries?version=3`, { key: own })).status,
    ).toBe(404);
  });

  it('is the same after the same file once more', async () => {
    const headers = { 'If-Match': '"2"' };
    const same = await test.send('POST', `/api/price-lists/${list.id}/versions`, {
      key: own,
      body: asVersion([CHEAPER]),
      headers,
    });
    expect([same.status, same.body['version']]).toEqual([200, 2]);
    const country = await test.send('POST', `/api/price-lists/${list.id}/versions`, {
      key: own,
      body: asVersion([CHEAPER], { country: 'DK' }),
      headers,
    });
    expect([country.status, country.text]).toEqual([422, expect.stringContaining('/country')]);
  });

  it('is made once for each Idempotency-Key', async () => {
    const headers = { 'Idempotency-Key': randomUUID() };
    const body = given([DETOX], { name: 'Once' });
    const [one, two] = [
      await test.send('POST', '/api/price-lists', { key: own, body, headers }),
      await test.send('POST', '/api/price-lists', { key: own, body, headers }),
    ];
    expect([one.status, two.status, two.body.id]).toEqual([201, 201, one.body.id]);
    expect(two.headers['idempotency-replayed']).toBe('true');
  });

  it('is written into the audit, with nothing that stands in it', async () => {
    const entries = (await test.send('GET', '/api/audit?limit=200', { key: own })).body['items'] as {
      readonly action: string;
      readonly subject: string;
    }[];
    const ours = entries.filter(({ subject }) => subject.startsWith(`price-list/${list.id}`));
    expect(ours.map(({ action, subject }) => [action, subject])).toEqual([
      ['prices:add', `price-list/${list.id}/versions/2`],
      ['prices:add', `price-list/${list.id}/versions/1`],
    ]);
  });

  it('is removed for good, by an administrator, with all its versions', async () => {
    const person = await test.send('POST', '/api/people', { key: own, body: { name: 'E', role: 'editor' } });
    const scopes = [...actionsOf('editor')];
    const made = await test.send('POST', '/api/keys', {
      key: own,
      body: { person: person.body.id, label: 'editor', scopes },
    });
    const path = `/api/price-lists/${list.id}`;
    const headers = { 'If-Match': '"2"' };
    const editor = made.body['key'] as string;
    expect((await test.send('DELETE', path, { key: editor, headers })).status).toBe(403);
    expect((await test.send('DELETE', path, { key: own })).status).toBe(428);
    expect((await test.send('DELETE', path, { key: own, headers: { 'If-Match': '"1"' } })).status).toBe(412);
    expect((await test.send('DELETE', path, { key: own, headers })).status).toBe(204);
    expect((await test.send('GET', path, { key: own })).status).toBe(404);
    expect(await PriceBlockModel.find({ organisation, list: list.id })).toEqual([]);
    expect(await PriceListVersionModel.find({ organisation, list: list.id })).toEqual([]);
    // Its name is free again.
    await add(given([DETOX]));
  });
});

describe('roles', () => {
  it.each(ROLE_NAMES)('a %s may read; editors and administrators may write', (role) => {
    const actions = actionsOf(role);
    expect(actions.has('prices:read')).toBe(true);
    expect(actions.has('prices:write')).toBe(role === 'administrator' || role === 'editor');
    expect(actions.has('prices:remove')).toBe(role === 'administrator');
  });
});

describe('an organisation', () => {
  it('sees nothing of the lists of another, by identity, by name or by service', async () => {
    const list = await add(given([DETOX.replace('detox-day', 'secret-service')], { name: 'Secret' }));
    for (const path of ['', '/entries']) {
      const answer = await test.send('GET', `/api/price-lists/${list.id}${path}`, { key: other });
      expect([answer.status, answer.body['type']]).toEqual([404, '/problems/not-found']);
    }
    expect((await test.send('GET', '/api/price-lists', { key: other })).body['items']).toEqual([]);
    const query = '/api/prices?service=secret-service&country=SE&year=2023';
    expect((await test.send('GET', query, { key: own })).status).toBe(200);
    const refused = await test.send('GET', query, { key: other });
    expect([refused.status, refused.text]).toEqual([
      404,
      expect.stringContaining('None of your lists has it.'),
    ]);
    // The same name is theirs too.
    await add(given([DETOX], { name: 'Secret' }), other);
  });
});

describe('the price of a service', () => {
  const ask = (query: string) => test.send('GET', `/api/prices?${query}`, { key: own });

  beforeAll(async () => {
    await add(
      given(
        ['X-1,mending,Mending,hour,Workshop,200,2020,no', 'X-1,mending,Mending,hour,Workshop,220,2022,no'],
        {
          name: 'Mending',
        },
      ),
    );
  });

  it('is the one of its year or day', async () => {
    const own_ = (answer: Awaited<ReturnType<typeof ask>>) =>
      (answer.body['own'] as { readonly price: number }[]).map(({ price }) => price);
    expect(own_(await ask('service=mending&country=SE&year=2020'))).toEqual([200]);
    expect(own_(await ask('service=mending&country=SE&on=2022-12-31'))).toEqual([220]);
    expect(own_(await ask('service=X-1&country=SE&year=2022'))).toEqual([220]);
  });

  it.each([
    ['a year between two that are known', 'service=mending&country=SE&year=2021'],
    ['a year after the last that is known', 'service=mending&country=SE&year=2023'],
    ['the day after', 'service=mending&country=SE&on=2023-01-01'],
    ['a financial year', 'service=mending&country=SE&year=2020/21'],
    ['another country', 'service=mending&country=DK&year=2020'],
  ])('is refused for %s, with what there is and where to ask', async (_, query) => {
    const answer = await ask(query);
    expect([answer.status, answer.body['type']]).toEqual([404, '/problems/no-price']);
    if (query.includes('=SE')) expect(answer.text).toContain('2020, 2022');
    expect(answer.text).toContain('/price-requests/new?country=');
    expect(answer.text).not.toMatch(/\b2[02]0\b/);
  });

  it('comes from the reference data too, where they have it', async () => {
    const answer = await ask('service=prison-day&country=UK&year=2013/14');
    expect(answer.body).toMatchObject({ own: [], reference: { priceYear: '2013/14', currency: 'GBP' } });
  });

  it.each([
    'service=mending&country=SE',
    'service=mending&country=SE&year=2020&on=2020-01-01',
    'country=SE&year=2020',
    'service=mending&country=se&year=2020',
    'service=mending&country=SE&year=20',
    'service=mending&country=SE&on=2020-02-30',
  ])('is not asked for by %s', async (query) => {
    const answer = await ask(query);
    expect([answer.status, answer.body['type']]).toEqual([400, '/problems/unknown-parameter']);
  });

  it('goes into a programme as it is shown, with its citation', async () => {
    const made = await test.send('POST', '/api/programmes', {
      key: own,
      body: { title: 'T', currency: 'SEK', priceYear: 2020, agencies: [{ id: 'workshop' }] },
    });
    const [price] = (await ask('service=mending&country=SE&year=2020')).body['own'] as {
      readonly asService: object;
      readonly citation: string;
    }[];
    const put = await test.send('PUT', `/api/programmes/${made.body.id}/services/mending`, {
      key: own,
      headers: { 'If-Match': '"1"' },
      body: { ...price?.asService, paidBy: { workshop: 1 } },
    });
    expect(put.status, put.text).toBe(200);
    expect(put.body['services']).toEqual([
      {
        id: 'mending',
        name: 'Mending',
        unit: 'hour',
        price: 200,
        priceYear: 2020,
        kind: 'real',
        source: price?.citation,
        paidBy: { workshop: 1 },
      },
    ]);
  });
});

describe('a file that is wrong', () => {
  it('is refused whole, every problem with sheet, row, column and what to do', async () => {
    const lines = [DETOX, 'D-2,,,day,Region,"12,5,0",2023,no', PRISON];
    const answer = await test.send('POST', '/api/price-lists', {
      key: own,
      body: given(lines, { name: 'Wrong' }),
    });
    expect(answer.status).toBe(422);
    expect(answer.body['errors']).toEqual([
      {
        pointer: '/file',
        detail: expect.stringMatching(/^row 3, column “description” · Nothing stands here/) as string,
      },
      {
        pointer: '/file',
        detail: expect.stringMatching(/^row 3, column “price” · “12,5,0” is no number/) as string,
      },
    ]);
    const names = await pricesOf('/api/price-lists?limit=200');
    expect(names.map(({ name }) => name)).not.toContain('Wrong');
    const preview = await test.send('POST', '/api/price-lists/preview', {
      key: own,
      body: given(lines, { name: 'Wrong' }),
    });
    expect(preview.body['problems']).toMatchObject([
      { sheet: '', row: 3, column: 'description', code: 'missing', value: null },
      { sheet: '', row: 3, column: 'price', code: 'not-a-number', value: '12,5,0' },
    ]);
  });

  it.each([
    ['is no table', Buffer.from([0x89, 0x50, 0, 1])],
    ['is a broken archive', Buffer.from('PK\x03\x04 and nothing more')],
    ['is an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0])],
  ])('is refused where it %s', async (_, bytes) => {
    const body = given([], { name: 'Wrong', file: { name: 'x', base64: bytes.toString('base64') } });
    const answer = await test.send('POST', '/api/price-lists', { key: own, body });
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('"/file"')]);
  });

  it('is refused where its base64 is broken or too long', async () => {
    for (const base64 of ['%%%', 'A'.repeat(6 * 1024 * 1024 + (6 * 1024 * 1024) / 4)]) {
      const body = given([], { file: { name: 'x', base64 } });
      const { status } = await test.send('POST', '/api/price-lists', { key: own, body });
      expect([413, 422]).toContain(status);
    }
  });
});

describe('a workbook in the layout of Greater Manchester', () => {
  it('is kept with what the layout says, and found by code', async () => {
    const bytes = await unitCostWorkbook(COSTS, DEFLATORS);
    const body = given([], {
      name: 'Unit costs',
      layout: 'greater-manchester',
      country: 'UK',
      currency: 'GBP',
      file: { name: 'costs.xlsx', base64: Buffer.from(bytes).toString('base64') },
    });
    const { id } = await add(body);
    expect(await pricesOf(`/api/price-lists/${id}/entries?find=theft`)).toMatchObject([
      { valueType: 'social' },
    ]);
    const answer = await test.send('GET', '/api/prices?service=XX1.0&country=UK&year=2010/11', { key: own });
    expect(answer.body['own']).toMatchObject([
      { valueType: 'fiscal', price: 82.7, priceYear: '2010/11', kind: null, asService: { price: 82.7 } },
    ]);
    const service = (answer.body['own'] as { readonly asService: object }[])[0]?.asService;
    // A programme counts in calendar years, and the layout does not say what is a transfer.
    expect(Object.keys(service ?? {})).toEqual(['name', 'unit', 'price', 'source']);
  });
});

describe('the largest list', () => {
  const LARGEST = Array.from(
    { length: 9_999 },
    (_, at) => `C${at},s${at},Description ${at},day,Region,${at}.5,2023,no`,
  );

  it('is taken within the time a transaction has, and read page by page in its order', async () => {
    const { id } = await add(given(LARGEST, { name: 'Large' }));
    const codes: unknown[] = [];
    let next: string | undefined = `/api/price-lists/${id}/entries?limit=200`;
    while (next !== undefined && codes.length < 1_000) {
      const answer = await test.send('GET', next, { key: own });
      codes.push(...(answer.body['items'] as { readonly code: string }[]).map(({ code }) => code));
      next = /<([^>]+)>; rel="next"/.exec(String(answer.headers['link']))?.[1];
    }
    expect(codes).toEqual(LARGEST.slice(0, 1_000).map((line) => line.split(',')[0]));
    const headers = { 'If-Match': '"1"' };
    expect((await test.send('DELETE', `/api/price-lists/${id}`, { key: own, headers })).status).toBe(204);
  });
});

describe('the command line', () => {
  it('acts for an organisation that is there, and only for one', async () => {
    expect(await commandLineActor('0'.repeat(24))).toBeUndefined();
    const actor = await commandLineActor(organisation);
    const { country, currency, source, licence } = given([]);
    const bytes = Buffer.from([HEAD, DETOX].join('\n'));
    const preview = await previewPriceList(actor!, 'New', {
      fileName: 'x.csv',
      bytes,
      settings: { layout: 'template', country, currency, source, licence },
    });
    expect(preview).toMatchObject({ prices: 1, list: null });
  });
});
