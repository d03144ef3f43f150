import type { ExpressionGraph } from '../figures/graph.js';
import type { ComparedFigure, PointAndEnds, Value } from '../result.js';
import { summarise } from '../statistics.js';
import { nameInWords } from '../wording/name-in-words.js';

/** Figures at the point and, where there are ranges, in every draw. */
export interface Worked {
  readonly points: readonly number[];
  readonly draws: readonly Float64Array[] | undefined;
}

/**
 * One figure of two workings, the second set against the first, draw by draw.
 *
 * @param figure its name
 * @param at the place of the figure in both workings
 * @param probabilities false where the ranges are too much of an assumption for a probability to be printed
 */
export function comparedFigure(
  graph: ExpressionGraph,
  figure: string,
  at: number,
  first: Worked,
  second: Worked,
  probabilities = true,
): ComparedFigure {
  const before = first.draws?.[at];
  const after = second.draws?.[at];
  const apart =
    before && after && summarise(after.map((value, draw) => value - (before[draw] ?? Number.NaN)));
  const [was = Number.NaN, is = Number.NaN] = [first.points[at], second.points[at]];
  return {
    figure,
    label: nameInWords(graph, figure),
    ...pointAndEnds(is, after),
    difference: {
      point: written(is - was),
      p5: written(apart?.quantile(0.05)),
      p95: written(apart?.quantile(0.95)),
      probabilityBetter: probabilities ? written(apart?.shareAbove(0)) : null,
    },
  };
}

/** A figure at the point, with P5 and P95 of its draws where there are any. */
export function pointAndEnds(point: number, draws: Float64Array | undefined): PointAndEnds {
  const summary = draws && summarise(draws);
  return {
    point: written(point),
    p5: written(summary?.quantile(0.05)),
    p95: written(summary?.quantile(0.95)),
  };
}

/** A number as it is written in files: null where there is none. */
export const written = (value: number | undefined): Value =>
  value !== undefined && Number.isFinite(value) ? value : null;
