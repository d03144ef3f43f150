import { type Distribution, quantile } from './distribution.js';
export function drawColumn(d: Distribution, u: Float64Array): Float64Array {
  return u.map((x) => quantile(d, x));
}
