import { reach } from './evaluate.js';
import type { Expression } from './expression.js';
import { rule } from './operation.js';

/**
 * How fast a figure moves with each number it rests on: the partial derivative at the point estimate, for all of
 * them in one pass from the figure backwards.
 */
export function slopes(target: Expression): ReadonlyMap<Expression, number> {
  const slope = new Map<Expression, number>([[target, 1]]);
  for (const expression of [...reach([target])].reverse()) {
    const outer = slope.get(expression) ?? 0;
    if (outer === 0 || expression.arguments.length === 0) continue;
    const argumentValues = expression.arguments.map((argument) => argument.point);
    expression.arguments.forEach((argument, at) => {
      const inner = rule(expression.operation).slope(argumentValues, at);
      slope.set(argument, (slope.get(argument) ?? 0) + outer * inner);
    });
  }
  return slope;
}
