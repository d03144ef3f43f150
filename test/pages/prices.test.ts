import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PriceUploadModel } from '../../src/programmes/price-uploads.model.js';
import { COSTS, DEFLATORS } from '../programmes/unit-costs.js';
import { unitCostWorkbook } from '../programmes/unit-cost-workbook.js';
import { type TestService, testService, unescaped, Visitor } from './service.js';

let service: TestService;
let member: Visitor;
let stranger: Visitor;
let csrf: string;

beforeAll(async () => {
  service = await testService({ WORK_IN_SERVICE: '0' });
  member = new Visitor(service.address);
  await member.signIn(service.key);
  stranger = new Visitor(service.address);
  await stranger.signIn(await service.other());
  csrf = await member.csrf('/price-lists');
});
afterAll(() => service.close());

const HEAD = 'code,service,description,unit,agency,price,price year,transfer';
const DETOX = 'D-1,detox-day,Detoxification,day,Region,4500.50,2025,no';
const said = {
  name: 'Of the region',
  layout: 'template',
  country: 'SE',
  currency: 'SEK',
  source: 'Price list of the region',
  licence: 'By agreement',
};
const bytesOf = (...lines: readonly string[]) => new Uint8Array(Buffer.from([HEAD, ...lines].join('\n')));

const send = (
  file: string | Uint8Array<ArrayBuffer>,
  more: Readonly<Record<string, string>> = {},
  name = 'prices.csv',
) => member.send('/price-lists', { csrf, ...said, ...more }, file, name);

/** Where a page leads to. */
const leadsTo = (got: {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}): string => {
  expect(got.status, got.text).toBe(303);
  return got.headers.get('location') ?? '';
};

const saved = async (preview: string, version: number): Promise<string> =>
  leadsTo(await member.post(preview, { csrf, version: String(version) }));

describe('a price list on pages', () => {
  let list: string;

  it('is looked at before it is saved, and is then a list', async () => {
    const preview = leadsTo(await send(bytesOf(DETOX)));
    const page = await member.get(preview);
    expect(page.status).toBe(200);
    for (const part of ['It would be a new list', 'One price', 'SEK 4,500.50', 'Price list of the region']) {
      expect(page.text).toContain(part);
    }
    expect((await member.get('/price-lists')).text).not.toContain('Of the region');
    list = await saved(preview, 0);
    const shown = unescaped((await member.get(list)).text);
    for (const part of [
      'Of the region',
      'D-1',
      'SEK 4,500.50',
      '&quot;price&quot;: 4500.5',
      'Of the region, version 1 (SHA-256',
    ]) {
      expect(shown).toContain(part);
    }
    // What was looked at is gone.
    expect((await member.get(preview)).status).toBe(404);
  });

  it('gets a next version, unless somebody else was quicker', async () => {
    const preview = leadsTo(await send(bytesOf(DETOX.replace('4500.50', '4600'))));
    expect((await member.get(preview)).text).toContain('It would be version 2');
    expect((await member.post(preview, { csrf, version: '0' })).status).toBe(409);
    expect((await member.post(preview, { csrf, version: '7' })).status).toBe(412);
    expect(await saved(preview, 1)).toBe(list);
    expect((await member.get(list)).text).toContain('SEK 4,600');
    expect((await member.get(`${list}?version=1`)).text).toContain('SEK 4,500.50');
    expect((await member.get(`${list}?version=9`)).status).toBe(404);
  });

  it('shows every problem by row, and cannot be saved with one', async () => {
    const preview = leadsTo(await send(bytesOf('D-1,,<b>x</b>,,Region,x<y,2025,no')));
    const page = await member.get(preview);
    expect(page.status).toBe(422);
    for (const part of [
      '2 problems',
      'row 2, unit',
      'row 2, price',
      'x&lt;y',
      'Write digits with one decimal point',
    ]) {
      expect(page.text).toContain(part);
    }
    expect(page.text).not.toContain('<b>x</b>');
    expect((await member.post(preview, { csrf, version: '2' })).status).toBe(422);
    expect(leadsTo(await member.post(`${preview}/discard`, { csrf }))).toBe('/price-lists');
    expect((await member.get(preview)).status).toBe(404);
  });

  it('may be a workbook, whose bytes arrive as they are', async () => {
    const bytes = new Uint8Array(await unitCostWorkbook(COSTS, DEFLATORS));
    const more = { name: 'Unit costs', layout: 'greater-manchester', country: 'UK', currency: 'GBP' };
    const preview = leadsTo(await send(bytes, more, 'costs.xlsx'));
    const page = unescaped((await member.get(preview)).text);
    expect(page).toContain('4 uprated values are the value times the index');
    const costs = await saved(preview, 0);
    expect((await member.get(`${costs}?find=theft`)).text).toContain('Theft of a bicycle');
    expect((await member.get(`${costs}?find=nothing+of+it`)).text).toContain('Nothing says that');
  });

  it('says beside its fields what is wrong with them, and keeps what was filled in', async () => {
    const got = await send(bytesOf(DETOX), { country: 'Sweden', licence: ' ' });
    expect(got.status).toBe(422);
    expect(got.text).toContain('2 fields have to be mended');
    expect(got.text).toMatch(
      /id="country"[^>]*value="Sweden"[^>]*aria-describedby="country-hint country-error"/,
    );
    expect(got.text).toContain('id="licence-error"');
    expect((await send(new Uint8Array())).text).toContain('The file is empty');
  });

  it('that cannot be read at all is told why', async () => {
    const preview = leadsTo(await send(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])));
    const page = await member.get(preview);
    expect([page.status, page.text]).toEqual([
      422,
      expect.stringContaining('Save it as XLSX without a password'),
    ]);
  });

  it('is kept before it is saved for one file of each person, and only for that person', async () => {
    const first = leadsTo(await send(bytesOf(DETOX)));
    const second = leadsTo(await send(bytesOf(DETOX)));
    expect((await member.get(first)).status).toBe(404);
    expect((await stranger.get(second)).status).toBe(404);
    const strange = await stranger.csrf('/price-lists');
    expect((await stranger.post(second, { csrf: strange, version: '0' })).status).toBe(404);
    // After an hour it is as if it had never been there.
    const id = second.split('/').at(-1) ?? '';
    const kept = await PriceUploadModel.findOne({ _id: id }, {}, { everyOrganisation: true } as object);
    await PriceUploadModel.updateOne(
      { organisation: kept?.organisation ?? '', _id: id },
      { $set: { expiresAt: new Date(Date.now() - 1) } },
    );
    expect((await member.get(second)).status).toBe(404);
  });

  it('belongs to its organisation, and is removed from its page', async () => {
    expect((await stranger.get(list)).status).toBe(404);
    expect((await stranger.get('/price-lists')).text).not.toContain('Of the region');
    expect((await member.post(`${list}/remove`, { csrf, version: '1' })).status).toBe(412);
    expect(leadsTo(await member.post(`${list}/remove`, { csrf, version: '2' }))).toBe('/price-lists');
    expect((await member.get(list)).status).toBe(404);
  });

  it('begins with a template for everybody', async () => {
    const got = await new Visitor(service.address).get('/price-lists/template.csv');
    expect(got.status).toBe(200);
    expect(got.headers.get('content-disposition')).toContain('prices.csv');
    expect(got.text).toContain('code,service,description,unit,agency,value type,price,currency,price year');
  });
});

describe('a price request on pages', () => {
  const asked = {
    what: 'A day in a treatment home',
    agency: 'Göteborgs Stad',
    country: 'SE',
    currency: 'SEK',
    year: '2025',
    unit: 'day',
    kind: 'real',
    why: 'To know <i>it</i>.',
    replyTo: 'workshop@example.org',
    answerBy: '',
    service: 'treatment-home-day',
  };
  let request: string;

  it('is filled in with what is known of the service', async () => {
    const { text, status } = await member.get('/price-requests/new?country=SE&service=detox-day&year=2025');
    expect(status).toBe(200);
    for (const [field, value] of [
      ['country', 'SE'],
      ['currency', 'SEK'],
      ['year', '2025'],
      ['unit', 'day'],
      ['agency', 'Regionen'],
    ]) {
      expect(text, field).toMatch(new RegExp(`id="${field}"[^>]*value="${value}"`));
    }
    const asked_ = new Visitor(service.address);
    const { headers } = await asked_.get('/price-requests/new?country=SE&service=detox-day');
    expect(headers.get('location')).toBe(
      `/sign-in?next=${encodeURIComponent('/price-requests/new?country=SE&service=detox-day')}`,
    );
  });

  it('says what is missing, and then makes a letter in two languages', async () => {
    const wrong = await member.post('/price-requests', { csrf, ...asked, why: '', year: '25' });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('2 fields have to be mended')]);
    expect(wrong.text).toContain('id="why-error"');
    request = leadsTo(await member.post('/price-requests', { csrf, ...asked }));
    const letter = await member.get(request);
    expect(letter.text).toContain('class="letter" lang="en"');
    expect(letter.text).toContain('To know &lt;i&gt;it&lt;/i&gt;.');
    expect((await member.get(`${request}?language=sv`)).text).toContain('class="letter" lang="sv"');
    const plain = await member.get(`${request}/letter.txt?language=sv`);
    expect(plain.headers.get('content-type')).toContain('text/plain');
    expect(plain.text).toContain('Förfrågan om ett pris');
    expect((await stranger.get(request)).status).toBe(404);
  });

  it('takes its answer in, numbers as people write them', async () => {
    const answer = {
      version: '1',
      price: '2.150,50',
      shortRunMarginal: '',
      unit: 'day',
      priceYear: '2025',
      includes: '',
      document: '',
      'answeredBy-name': 'Agnes Unmistakable',
      'answeredBy-office': 'Controller',
      date: '2025-11-03',
    };
    const path = `${request}/answer`;
    expect((await member.get(path)).status).toBe(200);
    const wrong = await member.post(path, { csrf, ...answer, price: '2.150', date: '2499-01-01' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('id="price-error"');
    const late = await member.post(path, { csrf, ...answer, date: '2499-01-01' });
    expect([late.status, late.text]).toEqual([422, expect.stringContaining('id="date-error"')]);
    expect((await member.post(path, { csrf, ...answer, version: '9' })).status).toBe(412);
    expect(leadsTo(await member.post(path, { csrf, ...answer }))).toBe(request);
    const page = (await member.get(request)).text;
    for (const part of ['Answered', 'SEK 2,150.50', 'Agnes Unmistakable, Controller'])
      expect(page).toContain(part);
    const list = /href="(\/price-lists\/[0-9a-f]{24})\?find/.exec(unescaped(page))?.[1] ?? '';
    const prices = (await member.get(list)).text;
    expect(prices).toContain('Letter from Göteborgs Stad, 2025-11-03');
    expect(prices).not.toContain('Agnes');
    expect((await member.get('/price-requests')).text).toContain('Answered');
  });

  it('is withdrawn or removed from its page', async () => {
    const other = leadsTo(await member.post('/price-requests', { csrf, ...asked }));
    expect(leadsTo(await member.post(`${other}/withdraw`, { csrf, version: '1' }))).toBe(other);
    expect((await member.get(other)).text).toContain('Withdrawn');
    expect(leadsTo(await member.post(`${other}/remove`, { csrf }))).toBe('/price-requests');
    expect((await member.get(other)).status).toBe(404);
  });
});
