import { normalQuantile } from './normal-quantile.js';
import { normalShare } from './normal-share.js';
import type { Sampler } from './sampler.js';
import { fillUniform, startOf } from './stream.js';

/** The group an input is correlated in. */
export interface GroupPlace {
  readonly id: string;
  /** Of the normal scores of two members, above 0, 1 at most. */
  readonly correlation: number;
  /** Whether it goes down where the others go up. */
  readonly against: boolean;
}

/** Gives the next numbers of one input, as many as a column holds. */
export type Drawer = (column: Float64Array) => void;

/**
 * The draws of an input, from a stream of its own.
 *
 * @param seed of the run, 0 to 2³² − 1
 * @param name of the input
 */
export function drawerOf(seed: number, name: string, sampler: Sampler, group?: GroupPlace): Drawer {
  const numbers =
    sampler.from === 'score'
      ? scoresOf(seed, name, group)
      : group
        ? through(scoresOf(seed, name, group), normalShare)
        : uniformsOf(seed, name);
  return (column) => {
    numbers(column);
    sampler.turn(column);
  };
}

/**
 * The normal scores behind the draws of an input. Those of a group share one factor, whose stream is named by the
 * group: a score is √r of the factor and √(1 − r) of the input’s own (a Gaussian copula with one common factor), so
 * that another member changes nothing for the others.
 */
export function scoresOf(seed: number, name: string, group?: GroupPlace): Drawer {
  const own = through(uniformsOf(seed, name), normalQuantile);
  if (!group) return own;
  const common = through(uniformsOf(seed, `uncertainty.groups.${group.id}`), normalQuantile);
  const weight = Math.sqrt(group.correlation) * (group.against ? -1 : 1);
  const rest = Math.sqrt(1 - group.correlation);
  let alone = new Float64Array();
  return (column) => {
    if (alone.length < column.length) alone = new Float64Array(column.length);
    common(column);
    own(alone.subarray(0, column.length));
    for (let at = 0; at < column.length; at += 1)
      column[at] = weight * (column[at] ?? Number.NaN) + rest * (alone[at] ?? Number.NaN);
  };
}

function uniformsOf(seed: number, name: string): Drawer {
  const state = startOf(seed, name);
  return (column) => fillUniform(state, column);
}

function through(numbers: Drawer, rule: (number: number) => number): Drawer {
  return (column) => {
    numbers(column);
    for (let at = 0; at < column.length; at += 1) column[at] = rule(column[at] ?? Number.NaN);
  };
}
