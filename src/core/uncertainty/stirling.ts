const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;

/** From here on five terms of the series are exact to the last digit. */
const LARGE = 15;

/**
 * What Stirling's formula leaves out: log Γ(n + 1) − (n + ½) log n + n − ½ log 2π, to about fourteen digits
 * (Loader, “Fast and accurate computation of binomial probabilities”, 2000; NIST Handbook 5.11.1).
 *
 * @param n above 0
 */
export function stirlingError(n: number): number {
  let left = 0;
  let at = n;
  for (; at < LARGE; at += 1) left += (at + 0.5) * Math.log(1 + 1 / at) - 1;
  const square = 1 / (at * at);
  const series =
    1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188))));
  return left + series / at;
}

/** The logarithm of Γ(n + 1). @param n above 0 */
export function logFactorial(n: number): number {
  return stirlingError(n) + (n + 0.5) * Math.log(n) - n + HALF_LOG_TWO_PI;
}

/** Nearer to each other than this, two numbers are compared by a series, which loses nothing to cancellation. */
const NEAR = 0.1;

/**
 * How far an expected number m is from a number x: x log(x/m) + m − x, never below 0 (Loader, 2000).
 *
 * @param apart x − m, as exactly as the caller knows it
 * @param logExpected the logarithm of m, which may lie below the smallest number
 */
export function deviance(x: number, expected: number, apart: number, logExpected: number): number {
  if (Math.abs(apart) >= NEAR * (x + expected)) return x * (Math.log(x) - logExpected) - apart;
  const part = apart / (x + expected);
  const square = part * part;
  let sum = apart * part;
  let term = 2 * x * part;
  for (let odd = 3; ; odd += 2) {
    term *= square;
    const next = sum + term / odd;
    if (!(next > sum) && !(next < sum)) return next;
    sum = next;
  }
}
