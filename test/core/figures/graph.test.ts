import { beforeEach, describe, expect, it } from 'vitest';
import type { Expression } from '../../../src/core/figures/expression.js';
import { evaluate, evaluateColumns } from '../../../src/core/figures/evaluate.js';
import { ExpressionGraph } from '../../../src/core/figures/graph.js';
import { slopes } from '../../../src/core/figures/slope.js';
import { money, NUMBER, UnitFault, unitName } from '../../../src/core/figures/unit.js';

const SEK = { 'SEK 2025': 1 };
const origin = { path: '/x', assessed: true, share: false, partOfWhole: false };

function input(graph: ExpressionGraph, id: string, value: number, unit = NUMBER) {
  return graph.input(id, { code: id }, value, unit, origin);
}

describe('units', () => {
  let graph: ExpressionGraph;
  let wage: Expression;
  beforeEach(() => {
    graph = new ExpressionGraph();
    wage = input(graph, 'wage', 100, SEK);
  });

  it('money times a share is money', () => {
    expect(unitName(graph.multiply(wage, input(graph, 'share', 0.5)).unit)).toBe('SEK 2025');
  });

  it.each([
    ['money times money', () => graph.multiply(wage, wage)],
    ['money plus a number', () => graph.sum([wage, input(graph, 'n', 1)], SEK)],
    ['two currencies', () => graph.sum([wage, input(graph, 'eur', 1, money('EUR', 2025))], SEK)],
    ['two price years', () => graph.subtract(wage, input(graph, 'old', 1, money('SEK', 2009)))],
    ['one less money', () => graph.complement(wage)],
  ])('%s is refused', (_what, make) => expect(make).toThrow(UnitFault));

  it('money over money is a number', () => {
    expect(unitName(graph.divide(wage, input(graph, 'cost', 50, SEK)).unit)).toBe('1');
  });
});

describe('evaluation', () => {
  let graph: ExpressionGraph;
  let a: Expression;
  let b: Expression;
  let fixed: Expression;
  let figure: Expression;
  beforeEach(() => {
    graph = new ExpressionGraph();
    a = input(graph, 'a', 3);
    b = input(graph, 'b', 0.1);
    fixed = graph.multiply(a, a);
    figure = graph.sum(
      [graph.multiply(fixed, graph.power(graph.complement(b), 3)), graph.divide(a, b)],
      NUMBER,
    );
  });

  it('declares the same expression once', () => {
    expect(graph.multiply(a, a)).toBe(fixed);
  });

  it('finds a figure by its name, and refuses a name that none has', () => {
    const graph = new ExpressionGraph();
    const wage = input(graph, 'wage', 100, SEK);
    expect(graph.named('wage')).toBe(wage);
    expect(() => graph.named('pay')).toThrow('no figure pay');
  });

  it('gives every draw of a fixed input the point estimate, to the last bit', () => {
    const draws = 1300;
    const [column] = evaluateColumns([figure], new Map([[b, new Float64Array(draws).fill(0.1)]]), draws);
    const [point] = evaluate([figure]);
    expect(column?.length).toBe(draws);
    expect(new Set(column)).toEqual(new Set([point]));
  });

  it('follows a column across blocks', () => {
    const draws = 1300;
    const values = Float64Array.from({ length: draws }, (_, at) => (at + 1) / draws);
    const [column] = evaluateColumns([figure], new Map([[b, values]]), draws);
    for (const at of [0, 511, 512, 1023, 1024, 1299]) {
      const [alone] = evaluateColumns([figure], new Map([[b, Float64Array.of(values[at]!)]]), 1);
      expect(column?.[at]).toBe(alone?.[0]);
    }
  });

  it('has no figure where it divides by nothing', () => {
    expect(evaluate([graph.divide(a, graph.constant(0))])).toEqual([Number.NaN]);
  });

  it('knows the slope of each number', () => {
    const step = 1e-6;
    const slope = slopes(figure);
    for (const [leaf, value] of [
      [a, 3],
      [b, 0.1],
    ] as const) {
      const [ends] = evaluateColumns(
        [figure],
        new Map([[leaf, Float64Array.of(value - step, value + step)]]),
        2,
      );
      const numeric = ((ends?.[1] ?? 0) - (ends?.[0] ?? 0)) / (2 * step);
      // A central difference of this step is good to about eight digits here.
      expect(Math.abs((slope.get(leaf) ?? 0) - numeric)).toBeLessThan(1e-4);
    }
  });
});
