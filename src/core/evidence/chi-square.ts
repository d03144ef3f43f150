import { gammaShape } from '../uncertainty/gamma-shape.js';

/**
 * The probability that a chi-square variable is above a number, to about twelve digits.
 *
 * @param value 0 or more
 * @param degreesOfFreedom a whole number from 1 to 200,000
 */
export function chiSquareAbove(value: number, degreesOfFreedom: number): number {
  if (value === 0) return 1;
  return Math.exp(gammaShape(degreesOfFreedom / 2).tail(Math.log(value / 2), true).log);
}
