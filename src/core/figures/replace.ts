import { reach } from './evaluate.js';
import type { Expression } from './expression.js';
import type { ExpressionGraph } from './graph.js';

/**
 * The same figures with other expressions in the place of some, for instance a share with everybody in it. What does
 * not rest on those stays the expression it was.
 *
 * @param replaced what is taken out, and what comes in its place, in the same unit
 */
export function replacing(
  graph: ExpressionGraph,
  replaced: ReadonlyMap<Expression, Expression>,
): (target: Expression) => Expression {
  const made = new Map(replaced);
  return (target) => {
    for (const expression of reach([target])) {
      if (made.has(expression)) continue;
      const others = expression.arguments.map((argument) => made.get(argument) ?? argument);
      const same = others.every((other, at) => other === expression.arguments[at]);
      made.set(expression, same ? expression : graph.repeat(expression, others));
    }
    return made.get(target) ?? target;
  };
}
