import { describe, expect, it } from 'vitest';
import { ExpressionGraph } from '../../../src/core/figures/graph.js';
import { comparedFigure, pointAndEnds, written } from '../../../src/core/sensitivity/compared-figure.js';

/** 0, 1, … 100 times a size. */
const column = (size: number) => Float64Array.from({ length: 101 }, (_, at) => at * size);
const graph = () => {
  const one = new ExpressionGraph();
  one.name('ratio', { code: 'ratio' }, one.constant(1));
  return one;
};

describe('a figure of two workings', () => {
  it('is that of the second, with how far it is from the first in each draw', () => {
    const first = { points: [9, 40], draws: [column(0), column(1)] };
    const second = { points: [9, 70], draws: [column(0), column(3)] };
    expect(comparedFigure(graph(), 'ratio', 1, first, second)).toEqual({
      figure: 'ratio',
      label: 'social return ratio',
      ...{ point: 70, p5: 15, p95: 285 },
      // Twice the first in every draw; in the lowest, which is 0, no better.
      difference: { point: 30, p5: 10, p95: 190, probabilityBetter: 100 / 101 },
    });
  });

  it('has no interval without draws, and no probability where none may be printed', () => {
    const plain = { points: [1], draws: undefined };
    expect(comparedFigure(graph(), 'other', 0, plain, { points: [2], draws: undefined })).toEqual({
      ...{ figure: 'other', label: 'other', point: 2, p5: null, p95: null },
      difference: { point: 1, p5: null, p95: null, probabilityBetter: null },
    });
    const [first, second] = [
      { points: [1], draws: [column(1)] },
      { points: [2], draws: [column(2)] },
    ];
    const { difference } = comparedFigure(graph(), 'ratio', 0, first, second, false);
    expect(difference).toEqual({ point: 1, p5: 5, p95: 95, probabilityBetter: null });
    expect(comparedFigure(graph(), 'ratio', 0, plain, second).difference.p5).toBeNull();
    expect(comparedFigure(graph(), 'ratio', 0, first, { ...plain }).difference.p5).toBeNull();
  });

  it('is none where there is none', () => {
    const none = { points: [Number.NaN], draws: undefined };
    expect(comparedFigure(graph(), 'ratio', 0, none, none)).toMatchObject({
      point: null,
      difference: { point: null },
    });
    expect(pointAndEnds(5, column(1))).toEqual({ point: 5, p5: 5, p95: 95 });
    expect([written(undefined), written(Number.POSITIVE_INFINITY), written(0)]).toEqual([null, null, 0]);
  });
});
