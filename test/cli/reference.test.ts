import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

function reference(...args: readonly string[]) {
  const run = spawnSync(process.execPath, [join(root, 'dist/cli.js'), 'reference', ...args], {
    encoding: 'utf8',
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

describe('bokslut reference', () => {
  it('says which version it has and what it can do', () => {
    const { code, out } = reference();
    expect(code).toBe(0);
    expect(out).toMatch(/^Reference data \d{4}-\d{2}-\d{2}/);
    for (const part of ['services', 'price', 'index', 'rates', 'gaps'])
      expect(out).toContain(`reference ${part}`);
  });

  it('lists the services of a country, with prices and with whom to ask', () => {
    const { out } = reference('services', 'SE');
    expect(out).toContain('SEK 3,202 per day, prices of 2019; seen where it is published');
    expect(out).toContain('ask: Sveriges Kommuner och Regioner (SKR)');
    const list = JSON.parse(reference('services', 'SE', '--json').out) as {
      service: string;
      prices: unknown[];
    }[];
    expect(list).toHaveLength(28);
    expect(list.find(({ service }) => service === 'prison-day')?.prices).toHaveLength(2);
    expect(list.find(({ service }) => service === 'detox-day')?.prices).toEqual([]);
  });

  it('gives the price of a year, a day and a kind', () => {
    expect(reference('price', 'SE', 'prison-day', '2020').out).toContain('SEK 3,198 per day');
    expect(reference('price', 'FR', 'income-support-month', '2024-05-01').out).toContain('EUR 635.71');
    expect(reference('price', 'DK', 'prison-day', '2015', '--variant', 'open').out).toContain('DKK 1,321');
    const { out } = reference('price', 'UK', 'prison-day', '2013/14');
    expect(out).toContain('worked out from GBP 33,785 per year, as printed');
    expect(JSON.parse(reference('price', 'SE', 'prison-day', '2020', '--json').out)).toMatchObject({
      price: { price: 3198, priceYear: 2020 },
      covered: { from: '2020-01-01', to: '2020-12-31' },
    });
  });

  it('refuses another year with 1 and says on standard error what to do', () => {
    const { code, out, err } = reference('price', 'SE', 'prison-day', '2023');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('there is one for 2019, 2020');
    expect(err).toContain('× 1.201774 (se-cpi, 2020 to 2023) = SEK 3,843');
    expect(err).toContain('Ask for it');
    const asData = reference('price', 'SE', 'prison-day', '2023', '--json');
    expect([asData.code, asData.out]).toEqual([1, '']);
    expect(JSON.parse(asData.err)).toMatchObject({ refused: 'date-not-covered' });
  });

  it('gives the factor between years, unrounded', () => {
    expect(reference('index', 'SE', '2019', '2020').out).toContain(String(335.92 / 334.26));
    const { out } = reference('index', 'uk-gdp-2015', '2012/13', '2015/16');
    expect(out).toContain(String(195.969698567 / 186.082894305));
    expect(out).toContain('forecast');
    expect(reference('index').out).toContain('dk-cpi');
  });

  it('gives the discount rates of a file', () => {
    expect(JSON.parse(reference('rates', 'uk-green-book', '31').out)).toEqual([
      { untilYear: 30, rate: 0.035 },
      { untilYear: 31, rate: 0.03 },
    ]);
    expect(JSON.parse(reference('rates', 'se-asek', '5').out)).toBe(0.035);
    expect(reference('rates').out).toContain('uk-green-book');
  });

  it('names what is missing', () => {
    const { out } = reference('gaps', 'IT');
    expect(out).toContain('Istat');
    expect(out).not.toContain('Kriminalvården');
    expect((JSON.parse(reference('gaps', '--json').out) as unknown[]).length).toBeGreaterThan(100);
  });

  it.each([
    ['price', 'SE', 'detox-day', '2020'],
    ['price', 'SE', 'prison-day', '2020-02-31'],
    ['price', 'SE', 'prison', '2020'],
    ['index', 'IT', '2019', '2020'],
    ['index', 'uk-gdp-2015', '2012', '2015'],
    ['index', 'nothing', '2012', '2015'],
    ['rates', 'nothing', '5'],
    ['rates', 'uk-green-book', '1e3'],
  ])('says 1 to what there is no answer for: %s %s %s %s', (...args) => {
    const { code, out, err } = reference(...args);
    expect([code, out]).toEqual([1, '']);
    expect(err.split('\n').length).toBeGreaterThan(2);
  });

  it.each([
    ['nothing'],
    ['services'],
    ['services', 'DE'],
    ['services', 'SE', 'more'],
    ['price', 'SE', 'prison-day'],
    ['price', 'SE', 'prison-day', '2020', '2021'],
    ['index', 'SE', '2019'],
    ['rates', 'uk-green-book'],
    ['gaps', 'XX'],
    ['services', 'SE', '--nothing'],
  ])('says 2 to wrong use: %s %s %s', (...args) => {
    expect(reference(...args).code).toBe(2);
  });
});
