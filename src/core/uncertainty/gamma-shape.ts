import { normalShare } from './normal-share.js';
import { deviance, logFactorial, stirlingError } from './stirling.js';
import { otherTail, type TailShape } from './tail-shape.js';

const TWO_PI = 2 * Math.PI;

/** A factor this near to 1 changes no digit any more. */
const NO_CHANGE = 4e-16;

/** Below this number the first term of the power series is all there is of the lower tail. */
const FIRST_TERM_ALONE = 0.3;

/**
 * The gamma distribution of scale 1 over the logarithm g of the number drawn. Tails by the power series below
 * shape + 1 and by the continued fraction above it (NIST Handbook 8.7.1 and 8.9.2).
 *
 * @param shape within the limits of `SHAPES`
 */
export function gammaShape(shape: number): TailShape {
  const logNorm = Math.log(shape / TWO_PI) / 2 - stirlingError(shape);
  const logDensity = (g: number): number => {
    const x = Math.exp(g);
    return logNorm - deviance(shape, x, shape - x, g);
  };
  return {
    logDensity,
    tail(g, upper) {
      const x = Math.exp(g);
      const lower = x < shape + 1;
      const logHere = logDensity(g);
      const hazard = lower ? shape / lowerSeries(shape, x) : upperFraction(shape, x);
      const log = logHere - Math.log(hazard);
      return lower === upper ? otherTail(log, logHere) : { log, hazard };
    },
    bend: (g) => shape - Math.exp(g),
    bendSlope: (g) => -Math.exp(g),
    guess(score) {
      // Wilson and Hilferty (1931); where that fails, the first term of either tail.
      const root = 1 - 1 / (9 * shape) + score / (3 * Math.sqrt(shape));
      if (shape >= 1 && root > FIRST_TERM_ALONE) return Math.log(shape) + 3 * Math.log(root);
      const low = (Math.log(normalShare(score)) + logFactorial(shape)) / shape;
      return score < 0 || low < Math.log(FIRST_TERM_ALONE) ? low : Math.log(-Math.log(normalShare(-score)));
    },
    value: Math.exp,
    valueSlopes(g) {
      const x = Math.exp(g);
      return [x, x, x];
    },
    sd: Math.sqrt(shape),
  };
}

/** Σ xⁿ ÷ ((a + 1) … (a + n)). */
function lowerSeries(shape: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; ; n += 1) {
    term *= x / (shape + n);
    const next = sum + term;
    if (!(next > sum)) return next;
    sum = next;
  }
}

/** The continued fraction whose inverse is the upper tail over the density, by Lentz’s method (1976). */
function upperFraction(shape: number, x: number): number {
  let part = x + 1 - shape;
  let value = part;
  let above = part;
  let inverse = 0;
  for (let n = 1; ; n += 1) {
    const factor = n * (shape - n);
    part += 2;
    inverse = 1 / (part + factor * inverse);
    above = part + factor / above;
    const change = above * inverse;
    value *= change;
    if (!(Math.abs(change - 1) > NO_CHANGE)) return value;
  }
}
