import { betaShape } from './beta-shape.js';
import { drawAt, stepAt, stepsOf } from './discrete.js';
import type { Distribution } from './distribution.js';
import { gammaShape } from './gamma-shape.js';
import { betaShapes, gammaShapes, logMoments, pertShapes, type ThreePoints } from './moments.js';
import { scoreTable, throughTable, valueAt } from './score-table.js';
import type { TailShape } from './tail-shape.js';

/** Turns a column of random numbers into draws of one distribution, by its quantiles. */
export interface Sampler {
  /** Whether the column holds uniform numbers between 0 and 1, or scores of the normal distribution. */
  readonly from: 'uniform' | 'score';
  /** Puts a draw in the place of every number of the column. */
  turn(column: Float64Array): void;
}

/** Prepares the draws of a distribution. */
export function samplerOf(given: Distribution): Sampler {
  switch (given.distribution) {
    case 'triangular':
      return triangular(given);
    case 'uniform':
      return each('uniform', (share) => given.low + share * (given.high - given.low));
    case 'discrete': {
      const steps = stepsOf(given.values, given.weights);
      return each('uniform', (share) => stepAt(steps, share));
    }
    case 'draws': {
      const ordered = Float64Array.from(given.values).sort();
      return each('uniform', (share) => drawAt(ordered, share));
    }
    case 'normal':
      return each('score', (score) => given.mean + given.sd * score);
    case 'lognormal': {
      const { mu, sigma } = logMoments(given);
      return lognormal(mu, sigma);
    }
    case 'pert': {
      const { alpha, beta } = pertShapes(given);
      return shaped(betaShape(alpha, beta), given.low, given.high - given.low);
    }
    case 'beta': {
      const { alpha, beta } = betaShapes(given);
      return shaped(betaShape(alpha, beta), 0, 1);
    }
    case 'gamma': {
      const { shape, scale } = gammaShapes(given);
      return shaped(gammaShape(shape), 0, scale);
    }
  }
}

// The two that are used most have loops of their own: one that serves every rule takes several times as long.

function triangular({ low, mode, high }: ThreePoints): Sampler {
  // Below the mode and above it, by place and not by branch: which it is, no processor can foresee.
  const ends = Float64Array.of(low, high);
  const parts = Float64Array.of(mode - low, high - mode);
  const width = high - low;
  const split = (mode - low) / width;
  return {
    from: 'uniform',
    turn(column) {
      for (let at = 0; at < column.length; at += 1) {
        const share = column[at] as number;
        const side = Number(share > split);
        const sign = 1 - 2 * side;
        column[at] =
          (ends[side] as number) + sign * Math.sqrt((side + sign * share) * width * (parts[side] as number));
      }
    },
  };
}

function lognormal(mu: number, sigma: number): Sampler {
  return {
    from: 'score',
    turn(column) {
      for (let at = 0; at < column.length; at += 1)
        column[at] = Math.exp(mu + sigma * (column[at] ?? Number.NaN));
    },
  };
}

function each(from: Sampler['from'], draw: (number: number) => number): Sampler {
  return {
    from,
    turn(column) {
      for (let at = 0; at < column.length; at += 1) column[at] = draw(column[at] ?? Number.NaN);
    },
  };
}

/** Draws of low + width × a shape, from its table within reach and beyond it one by one. */
function shaped(shape: TailShape, low: number, width: number): Sampler {
  const table = scoreTable(shape);
  const beyond = (score: number): number => valueAt(shape, score);
  return {
    from: 'score',
    turn(column) {
      if (table) throughTable(table, column, beyond);
      else for (let at = 0; at < column.length; at += 1) column[at] = beyond(column[at] ?? Number.NaN);
      for (let at = 0; at < column.length; at += 1) column[at] = low + width * (column[at] ?? Number.NaN);
    },
  };
}
