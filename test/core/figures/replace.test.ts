import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/core/figures/evaluate.js';
import { ExpressionGraph } from '../../../src/core/figures/graph.js';
import { replacing } from '../../../src/core/figures/replace.js';
import { NUMBER } from '../../../src/core/figures/unit.js';

const origin = { path: '', assessed: true, share: true, partOfWhole: false };

function figures() {
  const graph = new ExpressionGraph();
  const share = graph.input('share', { code: '' }, 0.25, NUMBER, origin);
  const price = graph.input('price', { code: '' }, 40, NUMBER, origin);
  const doubled = graph.multiply(price, graph.constant(2));
  return { graph, share, price, doubled, gain: graph.subtract(graph.multiply(share, doubled), price) };
}

describe('a figure with another expression in the place of one', () => {
  it('is worked out over it, and the figure itself stays as it was', () => {
    const { graph, share, gain } = figures();
    const everybody = replacing(graph, new Map([[share, graph.constant(1)]]))(gain);
    expect(evaluate([gain, everybody])).toEqual([-20, 40]);
  });

  it('shares with it what does not rest on what was replaced', () => {
    const { graph, share, doubled } = figures();
    const replaced = replacing(graph, new Map([[share, graph.constant(1)]]));
    expect(replaced(doubled)).toBe(doubled);
    expect(replaced(share)).toBe(graph.constant(1));
  });
});

describe('a possible share', () => {
  it.each([
    [0, 0],
    [1, 1],
    [0.5, 0.5],
    [-1e-12, Number.NaN],
    [1.5, Number.NaN],
    [Number.NaN, Number.NaN],
  ])('of %s is %s', (value, expected) => {
    const graph = new ExpressionGraph();
    expect(evaluate([graph.possibleShare(graph.constant(value))])).toEqual([expected]);
  });
});
