import type { CommonPart } from '../assessment.js';
import { type Columns, evaluate, evaluateColumns } from '../figures/evaluate.js';
import { figureValue } from '../figures/explain.js';
import type { Expression } from '../figures/expression.js';
import type { ExpressionGraph } from '../figures/graph.js';
import { type Problem, problem } from '../problem.js';
import type { Interval, RatioInterval } from '../result.js';
import { type Summary, summarise } from '../statistics.js';
import { drawerOf } from './draw.js';
import { samplerOf } from './sampler.js';

const USUAL_DRAWS = 10_000;
const USUAL_SEED = 1;

/** The draws of a run: every ranged input as a column, by the seed of the file. */
export interface Simulation {
  readonly draws: number;
  readonly seed: number;
  readonly columns: Columns;
}

/**
 * Draws every input that the file gives a range for, each from a stream of its own: another input with a range
 * leaves its draws as they are.
 *
 * @returns undefined where the file gives no ranges
 */
export function simulationOf(graph: ExpressionGraph, file: CommonPart): Simulation | undefined {
  const ranges = Object.entries(file.uncertainty?.inputs ?? {});
  if (ranges.length === 0) return undefined;
  const draws = file.uncertainty?.draws ?? USUAL_DRAWS;
  const seed = file.uncertainty?.seed ?? USUAL_SEED;
  const columns = new Map<Expression, Float64Array>();
  for (const [id, distribution] of ranges) {
    const input = graph.inputs().get(id);
    if (!input) continue;
    const column = new Float64Array(draws);
    drawerOf(seed, id, samplerOf(distribution))(column);
    columns.set(input, column);
  }
  return { draws, seed, columns };
}

/** The columns of draws of some figures, in order. */
export function drawsOf(simulation: Simulation, figures: readonly Expression[]): readonly Float64Array[] {
  return evaluateColumns(figures, simulation.columns, simulation.draws);
}

export function intervalOf(simulation: Simulation, figure: string, column: Float64Array): Interval {
  return intervalFrom(simulation, figure, summarise(column));
}

/** The interval of a ratio, with the share of draws in which it is above one. */
export function ratioIntervalOf(simulation: Simulation, figure: string, column: Float64Array): RatioInterval {
  const summary = summarise(column);
  return {
    ...intervalFrom(simulation, figure, summary),
    probabilityAboveOne: figureValue(summary.shareAbove(1)),
  };
}

/**
 * What is to be said of draws in which a figure is no number: they are left out of its interval.
 *
 * @returns nothing where the figure never is a number, which is said elsewhere
 */
export function undefinedDraws(
  { draws }: Simulation,
  figure: Expression,
  column: Float64Array,
): readonly Problem[] {
  const count = column.filter((value) => !Number.isFinite(value)).length;
  if (count === 0 || Number.isNaN(evaluate([figure])[0])) return [];
  return [problem('undefined-in-draws', 'warning', '/uncertainty', { count, draws })];
}

function intervalFrom({ draws, seed }: Simulation, figure: string, summary: Summary): Interval {
  const at = (share: number) => figureValue(summary.quantile(share));
  return {
    of: figure,
    draws,
    seed,
    mean: figureValue(summary.mean),
    median: at(0.5),
    p2_5: at(0.025),
    p5: at(0.05),
    p95: at(0.95),
    p97_5: at(0.975),
    standardError: figureValue(summary.standardError),
  };
}
