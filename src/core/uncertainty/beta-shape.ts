import { deviance, stirlingError } from './stirling.js';
import { otherTail, type TailShape } from './tail-shape.js';

const TWO_PI = 2 * Math.PI;

/** A factor this near to 1 changes no digit any more. */
const NO_CHANGE = 4e-16;

/**
 * The beta distribution over the log-odds g of the share drawn, by the continued fraction of either tail (NIST
 * Handbook 8.17.22), whichever is the shorter.
 *
 * @param alpha and @param beta within the limits of `SHAPES`
 */
export function betaShape(alpha: number, beta: number): TailShape {
  const both = alpha + beta;
  const logNorm =
    (Math.log(alpha) + Math.log(beta) - Math.log(both) - Math.log(TWO_PI)) / 2 +
    stirlingError(both) -
    stirlingError(alpha) -
    stirlingError(beta);
  const logBoth = Math.log(both);
  const logDensity = (g: number): number => {
    const one = both * shareAt(g);
    const other = both * shareAt(-g);
    // The same number twice; from the smaller side nothing is lost.
    const apart = one < other ? alpha - one : other - beta;
    return (
      logNorm -
      deviance(alpha, one, apart, logBoth + logShareAt(g)) -
      deviance(beta, other, -apart, logBoth + logShareAt(-g))
    );
  };
  return {
    logDensity,
    tail(g, upper) {
      const logHere = logDensity(g);
      const lower = shareAt(g) * (both + 2) < alpha + 1;
      const hazard = lower
        ? alpha * tailFraction(alpha, beta, shareAt(g))
        : beta * tailFraction(beta, alpha, shareAt(-g));
      const log = logHere - Math.log(hazard);
      return lower === upper ? otherTail(log, logHere) : { log, hazard };
    },
    bend: (g) => alpha * shareAt(-g) - beta * shareAt(g),
    bendSlope: (g) => -both * shareAt(g) * shareAt(-g),
    guess: (score) => Math.log(alpha / beta) + score * Math.sqrt(1 / alpha + 1 / beta),
    value: shareAt,
    valueSlopes(g) {
      const lean = shareAt(-g) - shareAt(g);
      const first = shareAt(g) * shareAt(-g);
      const second = first * lean;
      return [first, second, second * lean - 2 * first * first];
    },
    sd: Math.sqrt((alpha * beta) / (both + 1)) / both,
  };
}

/** The share whose log-odds are g. */
function shareAt(g: number): number {
  return 1 / (1 + Math.exp(-g));
}

/** Its logarithm, which may lie below that of the smallest number. */
function logShareAt(g: number): number {
  return g < 0 ? g - Math.log(1 + Math.exp(g)) : -Math.log(1 + Math.exp(-g));
}

/** The continued fraction whose inverse, over a, is the lower tail over the density, by Lentz’s method (1976). */
function tailFraction(a: number, b: number, share: number): number {
  let value = 1;
  let above = 1;
  let inverse = 0;
  for (let step = 1; ; step += 1) {
    const m = Math.floor(step / 2);
    const even = a + 2 * m;
    const part =
      step === 2 * m
        ? (m * (b - m) * share) / ((even - 1) * even)
        : (-(a + m) * (a + b + m) * share) / (even * (even + 1));
    inverse = 1 / (1 + part * inverse);
    above = 1 + part / above;
    const change = above * inverse;
    value *= change;
    if (step > 2 * m && !(Math.abs(change - 1) > NO_CHANGE)) return value;
  }
}
