import { figureLabel } from '../wording/figure-labels.js';
import type { Assumption, Working } from '../result.js';
import { figureValue, formulaInWords } from './explain.js';
import type { Expression } from './expression.js';
import type { ExpressionGraph } from './graph.js';
import { unitName } from './unit.js';

/** How each of some figures was worked out, down to the nearest figures that have names. */
export function workings(graph: ExpressionGraph, figures: readonly string[]): readonly Working[] {
  return figures.flatMap((figure) => {
    const target = graph.figure(figure);
    if (!target) return [];
    const label = graph.labelOf(figure);
    return [
      {
        figure,
        label: label ? figureLabel(label) : figure,
        unit: unitName(target.unit),
        value: figureValue(target.point),
        words: formulaInWords(graph, target),
        parts: namedParts(graph, target).map((part) => ({
          label: figureLabel(graph.nameOf(part)?.label ?? { code: '' }),
          unit: unitName(part.unit),
          value: figureValue(part.point),
          ...(part.origin && { path: part.origin.path }),
        })),
      },
    ];
  });
}

/** The nearest named figures beneath an expression, each once. */
function namedParts(graph: ExpressionGraph, expression: Expression): readonly Expression[] {
  const found = new Set<Expression>();
  const visit = (argument: Expression): void => {
    if (graph.nameOf(argument)) found.add(argument);
    else argument.arguments.forEach(visit);
  };
  expression.arguments.forEach(visit);
  return [...found];
}

/** Every number of the file that was used, with its source. */
export function assumptions(graph: ExpressionGraph): readonly Assumption[] {
  return [...graph.inputs()].map(([input, expression]) => ({
    input,
    label: figureLabel(graph.nameOf(expression)?.label ?? { code: input }),
    unit: unitName(expression.unit),
    value: expression.value ?? Number.NaN,
    path: expression.origin?.path ?? '',
    ...(expression.origin?.source !== undefined && { source: expression.origin.source }),
    ...(expression.origin?.method !== undefined && { method: expression.origin.method }),
    ...(expression.origin?.grade !== undefined && { grade: expression.origin.grade }),
    ...(expression.origin?.standing !== undefined && { standing: expression.origin.standing }),
    assessed: expression.origin?.assessed ?? true,
  }));
}
