import type { CommonPart, Scenario } from '../assessment.js';
import { evaluate, evaluatorOf } from '../figures/evaluate.js';
import type { Expression } from '../figures/expression.js';
import type { ExpressionGraph } from '../figures/graph.js';
import type { ComparedFigure, ScenarioResult } from '../result.js';
import type { Simulation } from '../uncertainty/simulation.js';
import { nameInWords } from '../wording/name-in-words.js';
import { comparedFigure, type Worked } from './compared-figure.js';

/** The names of the figures by which results are compared. */
export interface Compared {
  readonly headline: string;
  readonly net: string;
  /** In an account: what is left to the public budget. */
  readonly publicNet?: string;
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
  const names = Object.values(compared) as readonly string[];
  const figures = names.map((name) => graph.named(name));
  const base: Worked = {
    points: evaluate(figures),
    draws: simulation && simulation.columnsOf(figures),
  };
  const evaluator = evaluatorOf(figures);
  return (file.scenarios ?? []).map((scenario) => {
    const changed = worked(graph, figures, evaluator, scenario, simulation);
    const of = (name: string): ComparedFigure =>
      comparedFigure(graph, name, names.indexOf(name), base, changed, probabilities);
    return {
      id: scenario.id,
      name: scenario.name,
      ...(scenario.source !== undefined && { source: scenario.source }),
      set: changesOf(graph, scenario),
      figures: {
        headline: of(compared.headline),
        net: of(compared.net),
        ...(compared.publicNet !== undefined && { publicNet: of(compared.publicNet) }),
      },
    };
  });
}

function worked(
  graph: ExpressionGraph,
  figures: readonly Expression[],
  evaluator: ReturnType<typeof evaluatorOf>,
  { set }: Scenario,
  simulation: Simulation | undefined,
): Worked {
  const numbers = new Map(
    Object.entries(set).flatMap(([name, value]) => {
      const input = graph.inputs().get(name);
      return input ? [[input, value] as const] : [];
    }),
  );
  const once = new Map([...numbers].map(([input, value]) => [input, Float64Array.of(value)]));
  const points = evaluator(once, 1).map((column) => column[0] ?? Number.NaN);
  return { points, draws: simulation?.columnsOf(figures, undefined, numbers) };
}

function changesOf(graph: ExpressionGraph, { set }: Scenario): ScenarioResult['set'] {
  return Object.entries(set).flatMap(([name, to]) => {
    const input = graph.inputs().get(name);
    return input ? [{ input: name, label: nameInWords(graph, name), from: input.point, to }] : [];
  });
}
