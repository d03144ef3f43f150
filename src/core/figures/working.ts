import type { Column } from './column.js';
import type { Expression } from './expression.js';
import { factorsOf, type Surroundings } from './factors.js';
import { rule } from './operation.js';
import { addSeries, seriesOf } from './series.js';

/** How an expression is worked out over columns. */
export interface Working {
  readonly apply: (out: Column, columns: readonly Column[], count: number) => void;
  readonly arguments: readonly Expression[];
}

/**
 * The way an expression is worked out, in fewer steps than it is declared in where the bits are the same: a product
 * without its factors of 1, a power from the power before it, a series in one go.
 *
 * @param powers the powers worked out already, by base and exponent
 */
export function workingOf(
  expression: Expression,
  around: Surroundings,
  powers: ReadonlyMap<Expression, ReadonlyMap<number, Expression>>,
): Working {
  const { operation } = expression;
  const { apply } = rule(operation);
  if (operation === 'multiply') return { apply, arguments: factorsOf(expression, around) };
  const series = operation === 'sum' ? seriesOf(expression.arguments, around) : undefined;
  if (series) return { apply: addSeries(series), arguments: [series.value, series.kept] };
  const [base, exponent] = expression.arguments;
  if (operation === 'power' && base && exponent && !around.varies(exponent)) {
    const before = exponent.point === 2 ? base : powers.get(base)?.get(exponent.point - 1);
    if (before) return { apply: rule('multiply').apply, arguments: [before, base] };
  }
  return { apply, arguments: expression.arguments };
}
