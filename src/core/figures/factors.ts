import type { Expression } from './expression.js';

/** What an expression stands among, where it is worked out for many draws. */
export interface Surroundings {
  /** Whether an expression is not the same in all draws. */
  varies(expression: Expression): boolean;
  /** Whether an expression varies and is made for one other alone, so that nobody misses its column. */
  passing(expression: Expression): boolean;
}

/**
 * The factors of a product, in order: those of 1 are left out, and the factors of a product that comes first in it,
 * which would be multiplied first anyway.
 */
export function factorsOf(product: Expression, around: Surroundings): readonly Expression[] {
  const [first, ...others] = counted(product, around);
  if (!first) return [];
  return first.operation === 'multiply' && around.passing(first)
    ? [...counted(first, around), ...others]
    : [first, ...others];
}

function counted(product: Expression, around: Surroundings): readonly Expression[] {
  return product.arguments.filter((factor) => factor.point !== 1 || around.varies(factor));
}
