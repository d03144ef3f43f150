import { evaluatorOf } from '../figures/evaluate.js';
import type { ExpressionGraph } from '../figures/graph.js';
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

/**
 * Each changed input alone, switched in the first from its own number to that of the second.
 *
 * @param figure the name of what is explained
 * @param was the figure of the first
 * @param is the figure of the second
 */
export function explainedDifference(
  first: ExpressionGraph,
  second: ExpressionGraph,
  changed: readonly ChangedInput[],
  figure: string,
  was: number,
  is: number,
): ExplainedDifference {
  const headline = first.figure(figure);
  const total = is - was;
  const worked = evaluatorOf(headline ? [headline] : []);
  const groups = new Map<string, ChangedInput[]>();
  for (const input of changed) {
    const origin = first.inputs().get(input.input)?.origin;
    if (!origin || !second.inputs().has(input.input)) continue;
    // Shares of one whole cannot move one at a time.
    const key = origin.partOfWhole ? origin.path.replace(/\/[^/]*$/, '') : input.input;
    groups.set(key, [...(groups.get(key) ?? []), input]);
  }
  const parts = [...groups.values()].map((group) => {
    const columns = new Map(
      group.flatMap(({ input, second: value }) => {
        const expression = first.inputs().get(input);
        return expression ? [[expression, Float64Array.of(value ?? Number.NaN)] as const] : [];
      }),
    );
    const [column] = worked(columns, 1);
    return {
      inputs: group.map(({ input }) => input),
      label: group.map(({ label }) => label).join('; '),
      difference: written((column?.[0] ?? Number.NaN) - was),
    };
  });
  const size = ({ difference }: ExplainedPart): number => Math.abs(difference ?? 0);
  const sum = parts.reduce((so, { difference }) => so + (difference ?? 0), 0);
  return {
    figure,
    total: written(total),
    parts: parts.sort((one, other) => size(other) - size(one) || (one.label < other.label ? -1 : 1)),
    rest: written(total - sum),
  };
}
