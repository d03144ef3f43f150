import { type Distribution, quantile } from './distribution.js';

/** One draw of a distribution for each uniform number. */
export function drawColumn(distribution: Distribution, uniforms: Float64Array): Float64Array {
  return uniforms.map((uniform) => quantile(distribution, uniform));
}
