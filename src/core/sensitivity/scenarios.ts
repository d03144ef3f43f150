import type { CommonPart, Scenario } from '../assessment.js';
import { evaluate, evaluateColumns } from '../figures/evaluate.js';
import { idOf } from '../figures/explain.js';
import type { Expression } from '../figures/expression.js';
import type { ExpressionGraph } from '../figures/graph.js';
import type { ComparedFigure, ScenarioResult, Value } from '../result.js';
import { summarise } from '../statistics.js';
import { drawsOf, type Simulation } from '../uncertainty/simulation.js';
import { figureLabel } from '../wording/figure-labels.js';

/** The figures by which results are compared. */
export interface Compared {
  readonly headline: Expression;
  readonly net: Expression;
  readonly publicNet?: Expression | undefined;
}

/**
 * What a result would be under each scenario of its file: some inputs take other numbers, all else stays. Where there
 * are draws, each scenario is held against the same draws; inputs that it sets lose their range.
 *
 * @param probabilities false where the ranges are too much of an assumption for a probability to be printed
 */
export function scenariosOf(
  graph: ExpressionGraph,
  file: CommonPart,
  compared: Compared,
  simulation: Simulation | undefined,
  probabilities = true,
): readonly ScenarioResult[] {
  const figures = Object.values(compared).filter((figure): figure is Expression => figure !== undefined);
  const base: Worked = {
    points: evaluate(figures),
    draws: simulation && drawsOf(simulation, figures),
  };
  return (file.scenarios ?? []).map((scenario) => {
    const changed = worked(graph, figures, scenario, simulation);
    const of = (figure: Expression): ComparedFigure =>
      comparedFigure(graph, figure, figures.indexOf(figure), base, changed, probabilities);
    return {
      id: scenario.id,
      name: scenario.name,
      ...(scenario.source !== undefined && { source: scenario.source }),
      set: changesOf(graph, scenario),
      figures: {
        headline: of(compared.headline),
        net: of(compared.net),
        ...(compared.publicNet && { publicNet: of(compared.publicNet) }),
      },
    };
  });
}

/** Figures at the point and, where there are ranges, in every draw. */
interface Worked {
  readonly points: readonly number[];
  readonly draws: readonly Float64Array[] | undefined;
}

function worked(
  graph: ExpressionGraph,
  figures: readonly Expression[],
  { set }: Scenario,
  simulation: Simulation | undefined,
): Worked {
  const inputs = Object.entries(set).flatMap(([name, value]) => {
    const input = graph.inputs().get(name);
    return input ? [{ input, value }] : [];
  });
  const at = (count: number) =>
    inputs.map(({ input, value }) => [input, new Float64Array(count).fill(value)] as const);
  const points = evaluateColumns(figures, new Map(at(1)), 1).map((column) => column[0] ?? Number.NaN);
  if (!simulation) return { points, draws: undefined };
  const { draws, columns } = simulation;
  return { points, draws: evaluateColumns(figures, new Map([...columns, ...at(draws)]), draws) };
}

/**
 * One figure of two workings, the second set against the first.
 *
 * @param at the place of the figure in both workings
 */
export function comparedFigure(
  graph: ExpressionGraph,
  figure: Expression,
  at: number,
  first: Worked,
  second: Worked,
  probabilities: boolean,
): ComparedFigure {
  const label = graph.nameOf(figure)?.label;
  const before = first.draws?.[at];
  const after = second.draws?.[at];
  const spread = after && summarise(after);
  const apart =
    before && after && summarise(after.map((value, draw) => value - (before[draw] ?? Number.NaN)));
  const [was = Number.NaN, is = Number.NaN] = [first.points[at], second.points[at]];
  return {
    figure: idOf(graph, figure),
    label: label ? figureLabel(label) : idOf(graph, figure),
    point: written(is),
    p5: written(spread?.quantile(0.05)),
    p95: written(spread?.quantile(0.95)),
    difference: {
      point: written(is - was),
      p5: written(apart?.quantile(0.05)),
      p95: written(apart?.quantile(0.95)),
      probabilityBetter: probabilities ? written(apart?.shareAbove(0)) : null,
    },
  };
}

const written = (value: number | undefined): Value =>
  value !== undefined && Number.isFinite(value) ? value : null;

function changesOf(graph: ExpressionGraph, { set }: Scenario): ScenarioResult['set'] {
  return Object.entries(set).flatMap(([name, to]) => {
    const input = graph.inputs().get(name);
    const label = input && graph.nameOf(input)?.label;
    return input
      ? [{ input: name, label: label ? figureLabel(label) : name, from: input.value ?? Number.NaN, to }]
      : [];
  });
}
