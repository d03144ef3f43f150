export type BetaParameters =
  { readonly alpha: number; readonly beta: number } | { readonly mean: number; readonly sd: number };

export type GammaParameters =
  { readonly shape: number; readonly scale: number } | { readonly mean: number; readonly sd: number };

export type LognormalParameters =
  { readonly mu: number; readonly sigma: number } | { readonly mean: number; readonly sd: number };

/** A range with its likeliest value. */
export interface ThreePoints {
  readonly low: number;
  readonly mode: number;
  readonly high: number;
}

/**
 * The shapes within which quantiles of beta and gamma distributions keep nine digits. Below them nearly all draws lie
 * at an end; above them the spread is less than a third of a percent of the mean, or of its odds.
 */
export const SHAPES = { least: 0.05, most: 100_000 } as const;

/** How much more the mode weighs than either end in the mean of a PERT distribution (Malcolm and others, 1959). */
const WEIGHT_OF_MODE = 4;

/** The shapes of a beta distribution, from its mean and standard deviation where it is given by these. */
export function betaShapes(given: BetaParameters): { readonly alpha: number; readonly beta: number } {
  if ('alpha' in given) return { alpha: given.alpha, beta: given.beta };
  const both = (given.mean * (1 - given.mean)) / (given.sd * given.sd) - 1;
  return { alpha: given.mean * both, beta: (1 - given.mean) * both };
}

/** The beta distribution that a PERT distribution is over its range. */
export function pertShapes({ low, mode, high }: ThreePoints): {
  readonly alpha: number;
  readonly beta: number;
} {
  const part = (mode - low) / (high - low);
  return { alpha: 1 + WEIGHT_OF_MODE * part, beta: 1 + WEIGHT_OF_MODE * (1 - part) };
}

/** Shape and scale of a gamma distribution, from its mean and standard deviation where it is given by these. */
export function gammaShapes(given: GammaParameters): { readonly shape: number; readonly scale: number } {
  if ('shape' in given) return { shape: given.shape, scale: given.scale };
  const part = given.mean / given.sd;
  return { shape: part * part, scale: (given.sd * given.sd) / given.mean };
}

/** The parameters of a lognormal distribution, from its mean and standard deviation where it is given by these. */
export function logMoments(given: LognormalParameters): { readonly mu: number; readonly sigma: number } {
  if ('mu' in given) return { mu: given.mu, sigma: given.sigma };
  const variance = Math.log(1 + (given.sd / given.mean) * (given.sd / given.mean));
  return { mu: Math.log(given.mean) - variance / 2, sigma: Math.sqrt(variance) };
}
