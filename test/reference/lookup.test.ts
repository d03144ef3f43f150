import { describe, expect, it } from 'vitest';
import { countries } from '../../src/reference/countries.js';
import { type PriceFound, priceOf, type PriceRefusal } from '../../src/reference/lookup.js';
import { coverageOf, isCivilDate, isFinancialYear, yearFrom } from '../../src/reference/price-years.js';
import { isRefusal } from '../../src/reference/refusal.js';
import { services } from '../../src/reference/service-catalogue.js';
import { unitPrices } from '../../src/reference/unit-prices.js';

const found = (answer: PriceFound | PriceRefusal): PriceFound => {
  if (isRefusal(answer)) throw new Error(answer.message);
  return answer;
};
const refused = (answer: PriceFound | PriceRefusal): PriceRefusal => {
  if (!isRefusal(answer)) throw new Error(`there is a price: ${answer.price.code}`);
  return answer;
};

describe('the price of a service', () => {
  it('is that of the year asked for', () => {
    expect(found(priceOf('SE', 'prison-day', 2019)).price.price).toBe(3202);
    expect(found(priceOf('SE', 'prison-day', 2020)).price.price).toBe(3198);
    expect(found(priceOf('UK', 'prison-day', '2013/14')).price.printed).toEqual({
      price: 33_785,
      unit: 'year',
    });
  });

  it('is that of the day asked for, also where it changes within a year', () => {
    const on = (day: string): number | null => found(priceOf('FR', 'income-support-month', day)).price.price;
    expect(on('2023-04-01')).toBe(607.75);
    expect(on('2024-03-31')).toBe(607.75);
    expect(on('2024-04-01')).toBe(635.71);
    expect(found(priceOf('UK', 'emergency-visit', '2012-03-31')).covered.year).toBe('2011/12');
    expect(refused(priceOf('FR', 'income-support-month', '2023-03-31')).refused).toBe('date-not-covered');
  });

  it('is never the last one known: another year is refused, with what is covered and who publishes it', () => {
    const answer = refused(priceOf('SE', 'prison-day', 2021));
    expect(answer.refused).toBe('date-not-covered');
    expect(answer.covered.map(({ year }) => year)).toEqual([2019, 2020]);
    expect(answer.covered[1]).toEqual({ year: 2020, from: '2020-01-01', to: '2020-12-31' });
    expect(answer.publisher).toContain('Kriminalvården');
    expect(answer.todo).toContain('Ask for it');
  });

  it('the refusal offers the nearest price and the step to the year, as a factor with its source', () => {
    const { nearest } = refused(priceOf('SE', 'prison-day', 2023));
    expect(nearest?.price.code).toBe('SE.prison-day.2020');
    expect(nearest?.step?.series).toBe('se-cpi');
    const factor = 403.7 / 335.92;
    expect(nearest?.step?.factor).toBe(factor);
    expect(nearest?.step?.result).toBe(3198 * factor);
    expect(nearest?.step?.source.publisher).toContain('Statistics Sweden');
    expect(refused(priceOf('SE', 'prison-day', 2012)).nearest?.price.code).toBe('SE.prison-day.2019');
  });

  it('offers no step where there is no index, where the years are of two kinds, and for a benefit', () => {
    expect(refused(priceOf('FR', 'prison-day', 2008)).nearest?.step).toBeNull();
    expect(refused(priceOf('UK', 'prison-day', 2014)).nearest?.step).toBeNull();
    expect(refused(priceOf('SE', 'income-support-month', 2020)).nearest?.step).toBeNull();
    expect(refused(priceOf('SE', 'prison-day', 2030)).nearest?.step).toBeNull();
  });

  it('says of a step that rests on a forecast that it does', () => {
    expect(refused(priceOf('UK', 'prison-day', '2015/16')).nearest?.step?.forecast).toBe(true);
    expect(refused(priceOf('UK', 'emergency-visit', '2012/13')).nearest?.step?.forecast).toBe(false);
  });

  it('is asked for where none was found', () => {
    const answer = refused(priceOf('SE', 'detox-day', 2020));
    expect(answer.refused).toBe('no-price');
    expect([answer.nearest, answer.covered]).toEqual([null, []]);
    expect(answer.todo).toContain('SKR');
  });

  it('is that of the whole service, unless a kind of it is named', () => {
    expect(found(priceOf('DK', 'prison-day', 2015)).price.price).toBe(1469);
    expect(found(priceOf('DK', 'prison-day', 2015, 'open')).price.price).toBe(1321);
    const answer = refused(priceOf('DK', 'prison-day', 2015, 'underground'));
    expect([answer.refused, answer.variants]).toEqual([
      'name-a-variant',
      ['closed', 'open', 'copenhagen', 'halfway'],
    ]);
    expect(answer.todo).toContain('or none for the whole');
    expect(refused(priceOf('UK', 'court-case', '2008/09')).variants).toEqual(['theft', 'drugs', 'violence']);
  });

  it.each([
    '2020-02-30',
    '2021-02-29',
    '2020-13-01',
    '2012/14',
    '2012/3',
    'yesterday',
    '',
    '2020',
    NaN,
    20.5,
    0,
  ])('refuses what is no time: %s', (at) => {
    expect(refused(priceOf('SE', 'prison-day', at)).refused).toBe('not-a-date');
  });

  it('refuses a service that the catalogue lacks and names those it has', () => {
    const answer = refused(priceOf('SE', 'prison', 2020));
    expect(answer.refused).toBe('unknown-service');
    for (const { id } of services) expect(answer.todo).toContain(id);
  });

  it('each holds from its first day to its last, and on no other', () => {
    const dayBefore = (date: string, by: number): string =>
      new Date(Date.parse(date) - by * 86_400_000).toISOString().slice(0, 10);
    const priced = unitPrices.filter(({ price }) => price !== null);
    expect(priced.length).toBeGreaterThan(60);
    for (const price of priced) {
      const span = coverageOf(price);
      if (!span) throw new Error(price.code);
      const codeOn = (day: string): string | undefined => {
        const answer = priceOf(price.country, price.service, day, price.variant);
        return isRefusal(answer) ? undefined : answer.price.code;
      };
      expect([codeOn(span.from), codeOn(span.to)], price.code).toEqual([price.code, price.code]);
      expect(codeOn(dayBefore(span.from, 1)), price.code).not.toBe(price.code);
      expect(codeOn(dayBefore(span.to, -1)), price.code).not.toBe(price.code);
    }
  });

  it('a refusal names the spans that the day is not in, and says what to do', () => {
    for (const { code } of countries) {
      for (const { id } of services) {
        for (const day of ['1990-06-30', '2009-06-30', '2017-06-30', '2040-01-01']) {
          const answer = priceOf(code, id, day);
          if (!isRefusal(answer)) continue;
          expect(answer.todo.length, `${code} ${id}`).toBeGreaterThan(20);
          expect(answer.publisher, `${code} ${id}`).not.toBeNull();
          if (answer.refused !== 'date-not-covered') continue;
          expect(answer.covered.length).toBeGreaterThan(0);
          for (const { from, to } of answer.covered) expect(day < from || day > to).toBe(true);
        }
      }
    }
  });
});

describe('years', () => {
  it.each([
    ['2012/13', true],
    ['1999/00', true],
    ['2012/14', false],
    ['2013/12', false],
    ['2012-13', false],
    ['12/13', false],
  ])('%s is a financial year: %s', (text, is) => {
    expect(isFinancialYear(text)).toBe(is);
  });

  it.each([
    ['2020-02-29', true],
    ['2000-02-29', true],
    ['1900-02-29', false],
    ['2021-04-31', false],
    ['2021-00-10', false],
    ['2021-1-1', false],
  ])('%s is a day: %s', (text, is) => {
    expect(isCivilDate(text)).toBe(is);
  });

  it('are read as people type them', () => {
    expect([yearFrom('2020'), yearFrom('2012/13'), yearFrom('12'), yearFrom('2012/15')]).toEqual([
      2020,
      '2012/13',
      undefined,
      undefined,
    ]);
  });
});
