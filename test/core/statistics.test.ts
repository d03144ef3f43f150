import { describe, expect, it } from 'vitest';
import { meanOf, summarise, varianceOf } from '../../src/core/statistics.js';

const column = (...numbers: readonly number[]) => Float64Array.from(numbers);

describe('the summary of a column', () => {
  it('is of its numbers alone, in any order', () => {
    const said = summarise(column(5, Number.NaN, 1, Infinity, 3, -Infinity, 11));
    expect(said.count).toBe(4);
    expect(said.mean).toBe(5);
    // Deviations 0, −4, −2 and 6: squares 56 over 3, over 4 draws.
    expect(Math.abs(said.standardError - Math.sqrt(56 / 3 / 4))).toBeLessThan(1e-15);
  });

  it('has quantiles of type 7', () => {
    const said = summarise(column(40, 10, 20, 30));
    const quantile = (share: number) => said.quantile(share);
    expect([0, 0.5, 1].map(quantile)).toEqual([10, 25, 40]);
    // Type 7 goes to place 0.1 × 3 of the row that begins at 0; what doubles lose in two operations.
    expect(Math.abs(quantile(0.1) - 13)).toBeLessThan(1e-14);
  });

  it('counts what lies above and below a limit, neither with what equals it', () => {
    const said = summarise(column(3, 1, 2, 2, Number.NaN));
    expect([0, 1, 2, 3, 4].map((limit) => said.countAbove(limit))).toEqual([4, 3, 1, 0, 0]);
    expect([0, 1, 2, 3, 4].map((limit) => said.countBelow(limit))).toEqual([0, 0, 1, 3, 4]);
    expect([0, 1.5, 2, 3].map((limit) => said.shareAbove(limit))).toEqual([1, 0.75, 0.25, 0]);
  });

  it('of equal numbers is that number, to the last bit, with no error', () => {
    const said = summarise(new Float64Array(1000).fill(0.1));
    expect([said.mean, said.standardError, said.quantile(0.05)]).toEqual([0.1, 0, 0.1]);
  });

  it.each([
    ['of one number', column(4, Number.NaN), 1],
    ['of no number', column(Number.NaN, Infinity), 0],
    ['of nothing', column(), 0],
  ])('%s has no answers', (_what, given, count) => {
    const said = summarise(given);
    expect(said.count).toBe(count);
    expect([said.mean, said.standardError, said.quantile(0.5), said.shareAbove(0)]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
  });

  it('leaves the column as it was', () => {
    const given = column(3, 1, 2);
    summarise(given);
    expect(given).toEqual(column(3, 1, 2));
  });
});

describe('the variance and the mean of a column', () => {
  it('are of its numbers alone', () => {
    expect(varianceOf(column(1, Number.NaN, 3, 5))).toBe(4);
    expect(meanOf(column(1, Number.NaN, 3, 5, Infinity))).toBe(3);
    expect(meanOf(column(7))).toBe(7);
  });

  it('are none where there are too few', () => {
    expect([varianceOf(column(7)), varianceOf(column())]).toEqual([Number.NaN, Number.NaN]);
    expect(meanOf(column(Number.NaN))).toBe(Number.NaN);
  });
});
