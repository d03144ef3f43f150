/** One tail of a distribution, beyond an edge. */
export interface Tail {
  /** The logarithm of the share of all draws that lie in it. */
  readonly log: number;
  /** The density at its edge over that share. */
  readonly hazard: number;
}

/** The first three derivatives of something. */
export type Slopes = readonly [number, number, number];

/**
 * A distribution over a scale g, the logarithm of the number drawn or its log-odds, on which its density is
 * log-concave: the logarithm of either tail is then concave too, and Newton’s method finds every quantile.
 */
export interface TailShape {
  tail(g: number, upper: boolean): Tail;
  /** The logarithm of the density over g. */
  logDensity(g: number): number;
  /** The first and the second derivative of that logarithm. */
  bend(g: number): number;
  bendSlope(g: number): number;
  /** Somewhere near the quantile of a normal score. */
  guess(score: number): number;
  /** The number drawn, and its first three derivatives by g. */
  value(g: number): number;
  valueSlopes(g: number): Slopes;
  readonly sd: number;
}

/** The tail opposite to one whose logarithm is given. */
export function otherTail(log: number, logDensity: number): Tail {
  const share = 1 - Math.exp(log);
  return { log: Math.log(share), hazard: Math.exp(logDensity) / share };
}

/** A step this small, as a share of what the density needs to change, leaves an error of its cube. */
const SMALL_STEP = 1e-5;

/** Far more steps than are ever taken. */
const MOST_STEPS = 200;

/**
 * The edge beyond which a tail holds a share of all draws: Newton’s method, with Halley’s correction near by.
 *
 * @param logShare the logarithm of that share, below 0
 * @param start where to look first
 */
export function edgeOfTail(shape: TailShape, logShare: number, upper: boolean, start: number): number {
  let g = start;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { log, hazard } = shape.tail(g, upper);
    const slope = upper ? -hazard : hazard;
    const newton = (log - logShare) / slope;
    const curve = shape.bend(g) - slope;
    const damping = 1 - (newton * curve) / 2;
    g -= damping > 0.5 && damping < 2 ? newton / damping : newton;
    if (Math.abs(newton) * (Math.abs(curve) + hazard) <= SMALL_STEP) return g;
  }
  throw new Error('a quantile was not found');
}
