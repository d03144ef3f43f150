import type { CommonPart } from './assessment.js';
import type { Expression } from './figures/expression.js';
import type { ExpressionGraph } from './figures/graph.js';
import { assumptions, workings } from './figures/headline.js';
import type { Findings } from './result.js';
import { type Multiple, oneWay } from './sensitivity/one-way.js';
import { type Compared, scenariosOf } from './sensitivity/scenarios.js';
import { simulationOf } from './uncertainty/simulation.js';

/** The figures of a result that all findings are about. */
export interface Headlines {
  /** The figure people ask for, a ratio or a net value. */
  readonly shown: Expression;
  /** The figure that is 0 where benefits just cover costs. */
  readonly net: Expression;
  /** The names of the figures whose working is written out. */
  readonly worked: readonly string[];
  /** What is asked about as a whole where what moves the result is looked for. */
  readonly multiples?: readonly Multiple[];
  /** The figures by which it is held against scenarios. */
  readonly compared: Compared;
}

/** What is found out in one way for every kind of assessment: what moves it, how it was worked out, what it rests on. */
export function findingsOf(graph: ExpressionGraph, file: CommonPart, headlines: Headlines): Findings {
  const { shown, net, compared } = headlines;
  return {
    sensitivity: oneWay(graph, file, shown, net, headlines.multiples),
    workings: workings(graph, headlines.worked),
    assumptions: assumptions(graph),
    scenarios: file.scenarios ? scenariosOf(graph, file, compared, simulationOf(graph, file)) : [],
  };
}
