import { columnOf } from '../figures/evaluate.js';
import type { Expression } from '../figures/expression.js';
import type { ExpressionGraph } from '../figures/graph.js';
import { compareTexts } from '../order.js';
import type { Value } from '../result.js';
import { written } from './compared-figure.js';

/** An input that differs between two files; null where one of them has no such input. */
export interface ChangedInput {
  readonly input: string;
  readonly label: string;
  readonly first: Value;
  readonly second: Value;
}

/** What part of a difference comes from changed inputs; several where they are shares that make up one whole. */
export interface ExplainedPart {
  readonly inputs: readonly string[];
  readonly label: string;
  readonly difference: Value;
}

/** What a difference of one figure comes from. */
export interface ExplainedDifference {
  readonly figure: string;
  readonly total: Value;
  readonly parts: readonly ExplainedPart[];
  readonly rest: Value;
}

/** An input that both files have, and what it is in the second. */
interface Moved {
  readonly input: string;
  readonly label: string;
  readonly expression: Expression;
  readonly value: number;
}

/**
 * Each changed input alone, switched in the first from its own number to that of the second.
 *
 * @param figure the name of what is explained
 */
export function explainedDifference(
  first: ExpressionGraph,
  second: ExpressionGraph,
  changed: readonly ChangedInput[],
  figure: string,
): ExplainedDifference {
  const headline = first.named(figure);
  const was = headline.point;
  const total = second.named(figure).point - was;
  const worked = columnOf(headline);
  const groups = new Map<string, Moved[]>();
  for (const { input, label, second: value } of changed) {
    const expression = first.inputs().get(input);
    if (!expression || value === null) continue;
    // Shares of one whole cannot move one at a time.
    const { partOfWhole = false, path = '' } = expression.origin ?? {};
    const key = partOfWhole ? path.replace(/\/[^/]*$/, '') : input;
    groups.set(key, [...(groups.get(key) ?? []), { input, label, expression, value }]);
  }
  const parts = [...groups.values()].map((group) => {
    const columns = new Map(
      group.map(({ expression, value }) => [expression, Float64Array.of(value)] as const),
    );
    const [alone = Number.NaN] = worked(columns, 1);
    return {
      inputs: group.map(({ input }) => input),
      label: group.map(({ label }) => label).join('; '),
      difference: written(alone - was),
    };
  });
  const size = ({ difference }: ExplainedPart): number => Math.abs(difference ?? 0);
  const sum = parts.reduce((so, { difference }) => so + (difference ?? 0), 0);
  return {
    figure,
    total: written(total),
    parts: parts.sort((one, other) => size(other) - size(one) || compareTexts(one.label, other.label)),
    rest: written(total - sum),
  };
}
