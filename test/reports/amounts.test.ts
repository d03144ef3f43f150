import { describe, expect, it } from 'vitest';
import { moneyScale, plainNumber, roughMoney, shortMoney } from '../../src/reports/view/amounts.js';

const spaced = (words: string): string => words.replaceAll('\u00a0', ' ');

describe('money in a report', () => {
  it.each([
    [306_019, 'SEK 306,000'],
    [-177_599, 'SEK −178,000'],
    [46_274_826_326, 'SEK 46.27 billion'],
    [-1_199_098.79e9, 'SEK −1,199 trillion'],
    [0.0774, 'SEK 0.0774'],
    [-0.19, 'SEK −0.190'],
    [0, 'SEK 0'],
    [null, '–'],
  ])('%s is said as %s', (value, said) => {
    expect(spaced(roughMoney(value, 'SEK'))).toBe(said);
  });

  it('does not break over a line between the currency and the number', () => {
    expect(roughMoney(306_019, 'SEK')).not.toContain(' ');
  });

  it.each([
    [[3e12, 5], 'million SEK', '3,000,000'],
    [[49_274_826_326, 5], 'thousand SEK', '49,274,826'],
    [[708_019, 12.4], 'SEK', '708,019'],
    [[0.11, 0.004], 'SEK', '0.110'],
    [[0, 0], 'SEK', '0'],
  ])('a table of %s is in %s', (values, unit, largest) => {
    const scale = moneyScale(values, 'SEK');
    expect(scale.unit).toBe(unit);
    expect(scale.write(values[0])).toBe(largest);
  });

  it('has few letters in drawings', () => {
    expect(spaced(shortMoney([410_000, 202_000])(410_000))).toBe('410 k');
    expect(spaced(shortMoney([1_210_000])(1_210_000))).toBe('1.21 m');
    expect(spaced(shortMoney([45.2e9])(-45.2e9))).toBe('−45.2 bn');
    expect(spaced(shortMoney([0.08])(0.077))).toBe('0.0770');
  });

  it('writes what is left of a zero by calculating as zero', () => {
    expect(plainNumber(7.1e-14)).toBe('0');
    expect(plainNumber(0.0353553)).toBe('0.0354');
  });
});
