import { betaShape } from './beta-shape.js';
import { drawAt, stepAt, stepsOf } from './discrete.js';
import { type Distribution, triangularQuantile } from './distribution.js';
import { gammaShape } from './gamma-shape.js';
import { betaShapes, gammaShapes, logMoments, pertShapes } from './moments.js';
import { scaleAt, scoreTable, TABLE_REACH, tabulated } from './score-table.js';
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
      return each('uniform', (share) => triangularQuantile(given, share));
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
      return each('score', (score) => Math.exp(mu + sigma * score));
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
  return {
    from: 'score',
    turn(column) {
      for (let at = 0; at < column.length; at += 1) {
        const score = column[at] ?? Number.NaN;
        column[at] =
          table && score > -TABLE_REACH && score < TABLE_REACH
            ? tabulated(table, score)
            : scaleAt(shape, score);
      }
      shape.turn(column);
      for (let at = 0; at < column.length; at += 1) column[at] = low + width * (column[at] ?? Number.NaN);
    },
  };
}
