import { normalQuantile } from './normal-quantile.js';
import type { Sampler } from './sampler.js';
import { fillUniform, startOf } from './stream.js';

/** Gives the next draws of one input, as many as a column holds. */
export type Drawer = (column: Float64Array) => void;

/**
 * The draws of an input, from a stream of its own.
 *
 * @param seed of the run, 0 to 2³² − 1
 * @param name of the input
 */
export function drawerOf(seed: number, name: string, sampler: Sampler): Drawer {
  const state = startOf(seed, name);
  return (column) => {
    fillUniform(state, column);
    if (sampler.from === 'score') toScores(column);
    sampler.turn(column);
  };
}

function toScores(column: Float64Array): void {
  for (let at = 0; at < column.length; at += 1) column[at] = normalQuantile(column[at] ?? Number.NaN);
}
