/** What a figure is on the average where one input is as it is, less its mean over all draws. */
export interface ConditionalMean {
  /** The variance of that average: what the input explains of the variance of the figure. */
  readonly variance: number;
  /** How it is put together; undefined where it is 0 throughout. */
  readonly weights: Float64Array | undefined;
}

/** The ways in which a figure can depend on one input. */
export interface Dependence {
  /**
   * What the input explains of a figure, as far as it can be told from chance.
   *
   * @param column the figure in each draw, with a mean of 0
   * @param least a variance that is taken for nothing, being what arithmetic leaves over
   */
  explain(column: Float64Array, least: number): ConditionalMean;
  /** The average of the figure, less its mean, where the input is as it is in each draw. */
  average(weights: Float64Array, out: Float64Array): void;
}

/**
 * From so many standard errors on, a term is taken for more than chance: among a thousand terms that are nothing else,
 * one is mistaken about one time in fifteen. Without such a bar every input would seem to matter a little, and the
 * value of knowing it, which chance can only raise, would grow with every term that is tried.
 */
export const BELIEVED = 4;

/** As a share of the whole, a variance this small is what arithmetic leaves over. */
export const NOTHING = 1e-18;

/** The mean of the squares of a column. */
export function meanSquare(column: Float64Array): number {
  let sum = 0;
  for (const value of column) sum += value * value;
  return sum / column.length;
}
