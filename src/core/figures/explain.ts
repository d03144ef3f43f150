import { figureLabel } from '../wording/figure-labels.js';
import { reach } from './evaluate.js';
import type { Expression } from './expression.js';
import type { ExpressionGraph } from './graph.js';
import { operations, type Operation, rule } from './operation.js';
import { unitName } from './unit.js';

/** One step of an explanation; `arguments` are ids of other nodes of the same list, in the order of the formula. */
export interface ExplanationNode {
  readonly id: string;
  readonly label?: string;
  readonly operation: Operation;
  readonly arguments: readonly string[];
  readonly unit: string;
  /** Null where there is no such figure, for instance a ratio over nothing. */
  readonly value: number | null;
  /** JSON Pointer into the assessment file, for numbers that stand in it. */
  readonly path?: string;
  readonly source?: string;
  readonly method?: string;
  readonly grade?: number;
  /** False: the file leaves it open, and it counts as none. */
  readonly assessed?: boolean;
}

export interface Explanation {
  readonly figure: string;
  readonly label: string;
  readonly unit: string;
  readonly value: number | null;
  /** The formula over the nearest named figures, in words. */
  readonly words: string;
  readonly operations: Readonly<Record<string, string>>;
  /** Every step down to the numbers of the file, arguments before what uses them. */
  readonly nodes: readonly ExplanationNode[];
}

/**
 * How a figure is worked out, down to the numbers of the file and their sources: a flat list that anyone can
 * evaluate from top to bottom with the formulas given beside it.
 *
 * @returns undefined where the graph has no figure of that name
 */
export function explain(graph: ExpressionGraph, figure: string): Explanation | undefined {
  const target = graph.figure(figure);
  if (!target) return undefined;
  const nodes = reach([target]).map((expression) => explanationNode(graph, expression));
  const used = new Set(nodes.map((node) => node.operation));
  const label = graph.labelOf(figure);
  return {
    figure,
    label: label ? figureLabel(label) : figure,
    unit: unitName(target.unit),
    value: figureValue(target.point),
    words: formulaInWords(graph, target),
    operations: Object.fromEntries(
      Object.entries(operations)
        .filter(([operation]) => used.has(operation as Operation))
        .map(([operation, { formula }]) => [operation, formula]),
    ),
    nodes,
  };
}

/** The id by which an expression is found in explanations: its name, or its place in the working order. */
export function idOf(graph: ExpressionGraph, expression: Expression): string {
  return graph.nameOf(expression)?.id ?? `step-${expression.index}`;
}

/** A value as it is written in files: null where there is no such figure. */
export function figureValue(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

function explanationNode(graph: ExpressionGraph, expression: Expression): ExplanationNode {
  const name = graph.nameOf(expression);
  const origin = expression.origin;
  return {
    id: idOf(graph, expression),
    ...(name && { label: figureLabel(name.label) }),
    operation: expression.operation,
    arguments: expression.arguments.map((argument) => idOf(graph, argument)),
    unit: unitName(expression.unit),
    value: figureValue(expression.point),
    ...(origin && { path: origin.path }),
    ...(origin?.source !== undefined && { source: origin.source }),
    ...(origin?.method !== undefined && { method: origin.method }),
    ...(origin?.grade !== undefined && { grade: origin.grade }),
    ...(origin && !origin.assessed && { assessed: false }),
  };
}

/** Terms of a long sum that are written out before the rest is only counted. */
const WRITTEN_OUT = 6;

export function formulaInWords(graph: ExpressionGraph, expression: Expression): string {
  const { sign } = rule(expression.operation);
  const parts = expression.arguments.map((argument) => argumentInWords(graph, argument));
  if (parts.length === 0) return argumentInWords(graph, expression);
  if (parts.length === 1) return `${sign} ${parts.join('')}`;
  if (expression.operation === 'payback' || expression.operation === 'paybackYear')
    return rule(expression.operation).formula;
  const shown = parts.slice(0, WRITTEN_OUT).join(` ${sign} `);
  return parts.length > WRITTEN_OUT ? `${shown} ${sign} … (${parts.length} in all)` : shown;
}

function argumentInWords(graph: ExpressionGraph, argument: Expression): string {
  const name = graph.nameOf(argument);
  if (name) return figureLabel(name.label);
  if (argument.value !== undefined) return String(argument.value);
  return `(${formulaInWords(graph, argument)})`;
}
