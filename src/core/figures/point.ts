import type { Expression } from './expression.js';
import { type Operation, rule } from './operation.js';

/** Columns of one number, used again and again: as many as most operations need. */
const columns = Array.from({ length: 16 }, () => new Float64Array(1));
const out = new Float64Array(1);

/**
 * The point estimate of an operation over expressions: a block of one draw, so that it and a simulation take the same
 * path and cannot disagree.
 */
export function pointOf(operation: Operation, over: readonly Expression[]): number {
  rule(operation).apply(
    out,
    over.map(({ point }, at) => (columns[at] ?? new Float64Array(1)).fill(point)),
    1,
  );
  return out[0] ?? Number.NaN;
}
