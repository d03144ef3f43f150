import { describe, expect, it } from 'vitest';
import {
  type IndexFactor,
  indexFactor,
  indexFactorOf,
  indexSeries,
} from '../../src/reference/index-series.js';
import { isRefusal, type Refusal } from '../../src/reference/refusal.js';
import type { PriceYear } from '../../src/reference/unit-price.js';

const factor = (answer: IndexFactor | Refusal): number => {
  if (isRefusal(answer)) throw new Error(answer.message);
  return answer.factor;
};
const code = (answer: IndexFactor | Refusal): string => (isRefusal(answer) ? answer.refused : 'found');

describe('a factor between years', () => {
  it('is the index of one year over that of the other', () => {
    expect(factor(indexFactor('uk-gdp-2015', '2002/03', '2015/16'))).toBe(195.969698567 / 145.544126027);
    // 500 of 2002/03 are printed as 673.231218 of 2015/16: the digits of the print.
    expect(
      Math.abs(500 * factor(indexFactor('uk-gdp-2015', '2002/03', '2015/16')) - 673.231218),
    ).toBeLessThan(5e-7);
    expect(factor(indexFactorOf('SE', 2019, 2020))).toBe(335.92 / 334.26);
    expect(factor(indexFactorOf('ES', 2015, 2023))).toBe(112.219 / 93.412);
    expect(factor(indexFactorOf('UK', 2019, 2024))).toBe(100 / 81.1085);
  });

  it('is 1 within a year, and there and back is nothing', () => {
    for (const { id, values, years } of indexSeries) {
      const list = Object.keys(values).map((year): PriceYear =>
        years === 'financial' ? year : Number(year),
      );
      const [first, last] = [list[0] ?? 0, list.at(-1) ?? 0];
      expect(factor(indexFactor(id, first, first)), id).toBe(1);
      const there = factor(indexFactor(id, first, last));
      expect(there, id).toBeGreaterThan(1);
      // Two roundings of a double.
      expect(Math.abs(there * factor(indexFactor(id, last, first)) - 1), id).toBeLessThan(4e-16);
    }
  });

  it('the average of the Danish base year is the base', () => {
    const base = indexSeries.find(({ id }) => id === 'dk-cpi')?.values['2015'] ?? 0;
    expect(Math.abs(base - 100)).toBeLessThan(1e-9);
  });

  it('refuses a year it does not have, at either end, and says from when to when it has figures', () => {
    const answer = indexFactor('se-cpi', 2005, 2024);
    expect(answer).toMatchObject({
      refused: 'year-not-covered',
      covered: [{ year: 2006, from: '2006-01-01', to: '2023-12-31' }],
      publisher: 'Statistics Sweden (SCB)',
    });
    expect(isRefusal(answer) && answer.message).toContain('2005 and 2024');
    expect(code(indexFactor('se-cpi', 2023, 2024))).toBe('year-not-covered');
    expect(code(indexFactor('uk-gdp-2015', '1988/89', '2015/16'))).toBe('year-not-covered');
  });

  it('never mixes calendar and financial years', () => {
    expect(code(indexFactor('uk-gdp-2015', 2012, '2015/16'))).toBe('years-of-two-kinds');
    expect(code(indexFactor('uk-gdp-2025', '2012/13', '2015/16'))).toBe('years-of-two-kinds');
    expect(code(indexFactorOf('UK', '2012/13', 2015))).toBe('years-of-two-kinds');
    expect(code(indexFactorOf('SE', '2012/13', '2015/16'))).toBe('years-of-two-kinds');
  });

  it('takes the series of a country whose years are of that kind', () => {
    const series = (from: PriceYear, to: PriceYear): string => {
      const answer = indexFactorOf('UK', from, to);
      return isRefusal(answer) ? answer.refused : answer.series;
    };
    expect(series('2012/13', '2013/14')).toBe('uk-gdp-2015');
    expect(series(2012, 2013)).toBe('uk-gdp-2025');
  });

  it('marks years that were a forecast', () => {
    const forecast = (from: string, to: string): boolean => {
      const answer = indexFactor('uk-gdp-2015', from, to);
      return !isRefusal(answer) && answer.forecast;
    };
    expect(forecast('2012/13', '2013/14')).toBe(false);
    expect(forecast('2012/13', '2014/15')).toBe(true);
    expect(forecast('2019/20', '2012/13')).toBe(true);
  });

  it('refuses a country without a series and says who publishes one', () => {
    for (const country of ['IT', 'FR'] as const) {
      const answer = indexFactorOf(country, 2019, 2020);
      expect(code(answer)).toBe('no-series');
      expect(isRefusal(answer) && answer.publisher).toMatch(/Istat|Insee/);
    }
  });

  it('refuses a series there is not', () => {
    expect(code(indexFactor('se-gdp', 2019, 2020))).toBe('unknown-series');
    expect(code(indexFactor('toString', 2019, 2020))).toBe('unknown-series');
  });
});
