import { betaShape } from './beta-shape.js';
import { drawAt, stepAt, stepsOf } from './discrete.js';
import { gammaShape } from './gamma-shape.js';
import {
  type BetaParameters,
  betaShapes,
  type GammaParameters,
  gammaShapes,
  type LognormalParameters,
  logMoments,
  pertShapes,
  type ThreePoints,
} from './moments.js';
import { normalQuantile } from './normal-quantile.js';
import { edgeOfTail, type TailShape } from './tail-shape.js';

/** What is known of a number that is not known exactly. */
export type Distribution =
  | ({ readonly distribution: 'triangular' } & ThreePoints)
  | ({ readonly distribution: 'pert' } & ThreePoints)
  | { readonly distribution: 'uniform'; readonly low: number; readonly high: number }
  | { readonly distribution: 'normal'; readonly mean: number; readonly sd: number }
  | ({ readonly distribution: 'lognormal' } & LognormalParameters)
  | ({ readonly distribution: 'beta' } & BetaParameters)
  | ({ readonly distribution: 'gamma' } & GammaParameters)
  | {
      readonly distribution: 'discrete';
      readonly values: readonly number[];
      readonly weights: readonly number[];
    }
  | { readonly distribution: 'draws'; readonly values: readonly number[] };

/** The lowest and the highest value that can be drawn. */
export function support(given: Distribution): readonly [number, number] {
  switch (given.distribution) {
    case 'triangular':
    case 'pert':
    case 'uniform':
      return [given.low, given.high];
    case 'normal':
      return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    case 'lognormal':
    case 'gamma':
      return [0, Number.POSITIVE_INFINITY];
    case 'beta':
      return [0, 1];
    case 'discrete':
      return extremes(given.values.filter((_, at) => (given.weights[at] ?? 0) > 0));
    case 'draws':
      return extremes(given.values);
  }
}

/**
 * The value below which a share of all draws lies, by the inverse of the distribution function: exact to nine digits
 * and more.
 *
 * @param share between 0 and 1, neither end included
 */
export function quantile(given: Distribution, share: number): number {
  switch (given.distribution) {
    case 'triangular':
      return triangularQuantile(given, share);
    case 'pert': {
      const { alpha, beta } = pertShapes(given);
      return given.low + (given.high - given.low) * quantileOf(betaShape(alpha, beta), share);
    }
    case 'uniform':
      return given.low + share * (given.high - given.low);
    case 'normal':
      return given.mean + given.sd * normalQuantile(share);
    case 'lognormal': {
      const { mu, sigma } = logMoments(given);
      return Math.exp(mu + sigma * normalQuantile(share));
    }
    case 'beta': {
      const { alpha, beta } = betaShapes(given);
      return quantileOf(betaShape(alpha, beta), share);
    }
    case 'gamma': {
      const { shape, scale } = gammaShapes(given);
      return scale * quantileOf(gammaShape(shape), share);
    }
    case 'discrete':
      return stepAt(stepsOf(given.values, given.weights), share);
    case 'draws':
      return drawAt(Float64Array.from(given.values).sort(), share);
  }
}

export function triangularQuantile({ low, mode, high }: ThreePoints, share: number): number {
  const width = high - low;
  return share <= (mode - low) / width
    ? low + Math.sqrt(share * width * (mode - low))
    : high - Math.sqrt((1 - share) * width * (high - mode));
}

function quantileOf(shape: TailShape, share: number): number {
  const upper = share > 0.5;
  const logShare = Math.log(upper ? 1 - share : share);
  return shape.value(edgeOfTail(shape, logShare, upper, shape.guess(normalQuantile(share))));
}

function extremes(values: readonly number[]): readonly [number, number] {
  return [
    values.reduce((one, other) => Math.min(one, other)),
    values.reduce((one, other) => Math.max(one, other)),
  ];
}
