import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/core/figures/evaluate.js';
import { ExpressionGraph } from '../../../src/core/figures/graph.js';
import { money, UnitFault } from '../../../src/core/figures/unit.js';

const GBP = money('GBP', 2015);

function yearOf(values: readonly number[], dues: readonly number[]): number | undefined {
  const graph = new ExpressionGraph();
  const amounts = (numbers: readonly number[]) => numbers.map((number) => graph.constant(number, GBP));
  return evaluate([graph.paybackYear(amounts(values), amounts(dues))])[0];
}

describe('the year of payback', () => {
  it.each<[string, number[], number[], number]>([
    ['is the first in which what is due is reached', [10, 10, 10], [25, 25, 25], 2],
    ['may be year 0', [30, 0], [25, 25], 0],
    ['waits for what is due later', [30, 10, 10], [25, 45, 45], 0],
    ['counts a loss before it', [-5, 20, 10], [10, 10, 10], 1],
    ['comes where exactly as much is there', [10, 15], [25, 25], 1],
    ['is none where it is never reached', [10, 10], [25, 25], Number.NaN],
    ['is none where nothing is due', [10, 10], [0, 0], Number.NaN],
  ])('%s', (_what, values, dues, year) => {
    expect(yearOf(values, dues)).toBe(year);
  });

  it('takes as many values as dues, in one unit', () => {
    const graph = new ExpressionGraph();
    const one = graph.constant(1, GBP);
    expect(() => graph.paybackYear([one, one], [one])).toThrow(UnitFault);
    expect(() => graph.paybackYear([one], [graph.constant(1)])).toThrow(UnitFault);
  });
});
