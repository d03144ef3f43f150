import { betaShape } from '../uncertainty/beta-shape.js';
import { normalQuantile } from '../uncertainty/normal-quantile.js';
import { normalShare } from '../uncertainty/normal-share.js';
import { edgeOfTail } from '../uncertainty/tail-shape.js';

/** From here on the normal distribution with a correction of first order is exact to ten digits. */
const LARGE = 200_000;

/**
 * The probability that a variable of Student’s distribution is at least as far from 0 as a number, on either side.
 *
 * @param t any number
 * @param degreesOfFreedom 0.1 or more, not necessarily whole
 */
export function studentBeyond(t: number, degreesOfFreedom: number): number {
  const size = Math.abs(t);
  if (size === 0) return 1;
  if (degreesOfFreedom > LARGE) {
    // Abramowitz and Stegun, 26.7.8.
    const score =
      (size * (1 - 1 / (4 * degreesOfFreedom))) / Math.sqrt(1 + (size * size) / (2 * degreesOfFreedom));
    return 2 * normalShare(-score);
  }
  // t² ÷ (n + t²) is one less a beta variable of shapes n/2 and 1/2.
  const logOdds = Math.log(degreesOfFreedom) - 2 * Math.log(size);
  return Math.exp(betaShape(degreesOfFreedom / 2, 0.5).tail(logOdds, false).log);
}

/**
 * The number that a variable of Student’s distribution stays within on either side of 0 with a probability: 1.96 for
 * 0.95 where there are many degrees of freedom.
 *
 * @param level between 0 and 1
 * @param degreesOfFreedom 0.1 or more, not necessarily whole
 */
export function studentWithin(level: number, degreesOfFreedom: number): number {
  const score = normalQuantile((1 + level) / 2);
  if (degreesOfFreedom > LARGE) {
    // Cornish and Fisher’s expansion: Abramowitz and Stegun, 26.7.5.
    return score + (score * score * score + score) / (4 * degreesOfFreedom);
  }
  const shape = betaShape(degreesOfFreedom / 2, 0.5);
  const logOdds = edgeOfTail(shape, Math.log(1 - level), false, shape.guess(normalQuantile(1 - level)));
  return Math.sqrt(degreesOfFreedom) * Math.exp(-logOdds / 2);
}
