import { describe, expect, it } from 'vitest';
import { discountRateFor, discountSchedules, ratesUntil } from '../../src/reference/discount-schedules.js';
import { refusals, row, valueMap, valueMapFile } from '../cases/files.js';

describe('discount schedules', () => {
  it('have ids, ascending years, rates between 0 and 10 per cent and a source', () => {
    const ids = discountSchedules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, bands, source } of discountSchedules) {
      const ends = bands.map(({ untilYear }) => untilYear ?? Infinity);
      expect(ends, id).toEqual(ends.toSorted((one, other) => one - other));
      for (const { rate } of bands) expect(rate > 0 && rate < 0.1, id).toBe(true);
      expect(source.verified, id).not.toBe('publisher-seen');
    }
  });

  it('give the rates of a file up to the years it looks ahead', () => {
    expect(discountRateFor('se-asek', 20)).toBe(0.035);
    expect(discountRateFor('uk-green-book', 10)).toEqual([{ untilYear: 10, rate: 0.035 }]);
    expect(discountRateFor('uk-green-book', 31)).toEqual([
      { untilYear: 30, rate: 0.035 },
      { untilYear: 31, rate: 0.03 },
    ]);
    expect(discountRateFor('uk-green-book', 400)).toHaveLength(6);
    expect(discountRateFor('dk-2017', 40)).toEqual([
      { untilYear: 35, rate: 0.04 },
      { untilYear: 40, rate: 0.03 },
    ]);
  });

  it('the Green Book’s factors are those it prints', () => {
    const factor = (years: number): number => {
      const rates = discountRateFor('uk-green-book', years);
      if (!Array.isArray(rates)) throw new Error('no rates');
      let product = 1;
      for (let year = 1; year <= years; year += 1) {
        const rate = (rates as readonly { untilYear: number; rate: number }[]).find(
          ({ untilYear }) => year <= untilYear,
        )?.rate;
        product /= 1 + (rate ?? NaN);
      }
      return product;
    };
    // Printed with four decimals.
    expect(Math.abs(factor(30) - 0.3563)).toBeLessThan(5e-5);
    expect(Math.abs(factor(50) - 0.1973)).toBeLessThan(5e-5);
  });

  it('are taken by an assessment file, which looks no further ahead than was asked', () => {
    const discountRate = discountRateFor('dk-2017', 3);
    const file = (durationYears: number) =>
      valueMapFile(
        { discounting: 'year-end', discountRate },
        [{ id: 'I', value: 100, source: 'test' }],
        [row('A', 1, 100, { durationYears })],
      );
    const { perYear } = valueMap(file(3));
    // Three divisions of a double.
    expect(Math.abs((perYear[2]?.presentValue ?? 0) - 100 / 1.04 / 1.04 / 1.04)).toBeLessThan(1e-12);
    expect(refusals(file(4))).not.toEqual([]);
  });

  it('refuse years beyond their end, and what is no number of years', () => {
    const short = {
      title: 'Short',
      bands: [{ untilYear: 5, rate: 0.03 }],
      source: discountSchedules[0]!.source,
    };
    expect(ratesUntil(short, 5)).toEqual([{ untilYear: 5, rate: 0.03 }]);
    expect(ratesUntil(short, 6)).toMatchObject({ refused: 'beyond-the-schedule' });
    for (const years of [0, -1, 1.5, NaN, 1001]) {
      expect(discountRateFor('uk-green-book', years)).toMatchObject({ refused: 'not-a-number-of-years' });
    }
    expect(discountRateFor('mars', 5)).toMatchObject({ refused: 'unknown-schedule' });
  });
});
