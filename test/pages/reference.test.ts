import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageRoutes } from '../../src/app.js';
import { countries } from '../../src/reference/countries.js';
import { startTestService, type TestService } from '../support/service.js';

let test: TestService;
let key: string;
beforeAll(async () => {
  test = await startTestService();
  ({ key } = await test.organisation('Own'));
});
afterAll(() => test.stop());

const page = async (path: string) => {
  const answer = await test.send('GET', path, { headers: { accept: 'text/html' } });
  return { status: answer.status, text: answer.text };
};

const count = (text: string, part: string): number => text.split(part).length - 1;

describe('pages on reference data', () => {
  it('are there for anybody, one for each country', async () => {
    expect(
      pageRoutes.filter(({ path }) => path.startsWith('/reference')).map(({ access }) => access),
    ).toEqual(['public', 'public']);
    const start = await page('/reference');
    expect(start.status).toBe(200);
    for (const { code, name } of countries) {
      expect(start.text).toContain(`/reference/${code}`);
      expect(start.text).toContain(name);
      expect((await page(`/reference/${code}`)).status).toBe(200);
    }
    expect(start.text).toContain('Read where it is published');
  });

  it('say price, year, payer, source and how far it was checked, and plainly what is to be asked for', async () => {
    const { text } = await page('/reference/SE');
    expect(text).toContain('A price was found for 6 of 28 services.');
    expect(count(text, 'Ask for this price')).toBe(22);
    expect(text).toContain('SEK 3,198');
    expect(text).toContain('SEK 3,202');
    expect(text).toContain('Norrköpings Tidningar, quoting Kriminalvården');
    expect(text).toContain('One more year or kind');
    expect(text).toContain('31.42 % of the gross wage, from 1 January 2024 to 31 December 2024');
    expect(count(text, '<table')).toBe(6);
  });

  it('show days where a price does not hold for a whole year, and who pays for just that price', async () => {
    expect((await page('/reference/FR')).text).toContain('1 April 2024 to 31 March 2025');
    expect((await page('/reference/IT')).text).toContain('Ministry of Justice (courts, probation)');
    expect((await page('/reference/UK')).text).toContain('printed as GBP 33,785 per year');
  });

  it('are not there for another country', async () => {
    for (const path of ['/reference/DE', '/reference/se', '/reference/SE/prison-day']) {
      expect((await page(path)).status, path).toBe(404);
    }
  });
});

describe('GET /api/reference/services', () => {
  interface Services {
    readonly referenceVersion: string;
    readonly countries: readonly {
      readonly country: string;
      readonly services: readonly { readonly id: string; readonly prices: readonly object[] }[];
    }[];
  }

  it('gives one country or all, with the prices of each service, the newest first', async () => {
    const one = (await test.send('GET', '/api/reference/services?country=SE', { key }))
      .body as unknown as Services;
    expect(one.countries.map(({ country }) => country)).toEqual(['SE']);
    const prison = one.countries[0]?.services.find(({ id }) => id === 'prison-day');
    expect(prison?.prices).toMatchObject([
      { price: 3198, priceYear: 2020, holdsFrom: '2020-01-01', holdsTo: '2020-12-31' },
      { price: 3202, priceYear: 2019, source: { verified: 'publisher-seen' } },
    ]);
    expect(one.countries[0]?.services.find(({ id }) => id === 'detox-day')?.prices).toEqual([]);
    const all = (await test.send('GET', '/api/reference/services', { key })).body as unknown as Services;
    expect(all.countries.map(({ services }) => services.length)).toEqual(countries.map(() => 28));
  });

  it.each(['country=DE', 'country=', 'country=se', 'country=SE&country=IT', 'country[$ne]=SE', 'year=2020'])(
    'refuses ?%s',
    async (query) => {
      expect((await test.send('GET', `/api/reference/services?${query}`, { key })).status).toBe(400);
    },
  );
});
