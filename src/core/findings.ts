import type { CommonPart } from './assessment.js';
import type { Expression } from './figures/expression.js';
import type { ExpressionGraph } from './figures/graph.js';
import { assumptions, workings } from './figures/headline.js';
import type { Findings } from './result.js';
import { claimsOf } from './sensitivity/claim.js';
import { type Multiple, oneWay } from './sensitivity/one-way.js';
import { type Compared, scenariosOf } from './sensitivity/scenarios.js';
import type { Distribution } from './uncertainty/distribution.js';
import type { Spread } from './uncertainty/spread.js';

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

/**
 * What is found out in one way for every kind of assessment: how sure it is, what moves it, how it was worked out, what
 * it rests on, and what would have to be true for what others say of it.
 *
 * @param spread of the draws; undefined where no input is drawn
 */
export function findingsOf(
  graph: ExpressionGraph,
  file: CommonPart,
  headlines: Headlines,
  spread: Spread | undefined,
): Findings {
  const { shown, net, compared } = headlines;
  const probabilities = spread?.uncertainty.mostlyAssumption !== true;
  const ranges = rangesOf(spread);
  return {
    uncertainty: spread?.uncertainty ?? null,
    sensitivity: oneWay(graph, ranges, shown, net, headlines.multiples),
    workings: workings(graph, headlines.worked),
    assumptions: assumptions(graph),
    scenarios: file.scenarios ? scenariosOf(graph, file, compared, spread?.simulation, probabilities) : [],
    claims: claimsOf(graph, file, ranges),
  };
}

/** From what each input was drawn. */
function rangesOf(spread: Spread | undefined): ReadonlyMap<string, Distribution> {
  const drawn = spread?.simulation.ranges.drawn ?? [];
  return new Map(drawn.map(({ input, distribution }) => [input, distribution]));
}
