import { BELIEVED, type ConditionalMean, type Dependence, NOTHING } from './conditional-mean.js';

/** The number drawn, and five powers of its normal score. */
const TERMS = 6;

/** What is left of a term when those before it are taken out, below which it only says what they do. */
const SAME = 1e-7;

/** Means of products: of powers of the score up to the tenth, of the number with the first five, of its square. */
interface Moments {
  readonly powers: readonly number[];
  readonly withNumber: readonly number[];
  readonly square: number;
}

/**
 * How a figure depends on an input that may be any number in its range: by the number itself, since a sum of products
 * is linear in each of its parts, and by the Hermite polynomials of its normal score up to the fifth for what bends.
 * All are made orthonormal over the draws, each against those before it. A figure that goes up and down several times
 * within the range of one input is beyond them.
 */
export class SmoothDependence implements Dependence {
  private readonly numbers: Float64Array;
  private readonly scores: Float64Array;
  private readonly scratch: Float64Array;
  private readonly means: readonly number[];
  /** What makes the terms orthonormal, by rows (Cholesky), and its inverse; a row of 0 is left out. */
  private readonly triangle: readonly number[];
  private readonly inverse: readonly number[];

  /** @param scratch a column as long as the others, whose numbers may be lost */
  constructor(numbers: Float64Array, scores: Float64Array, scratch: Float64Array) {
    this.numbers = numbers;
    this.scores = scores;
    this.scratch = scratch;
    let total = 0;
    for (const number of numbers) total += number;
    this.means = [total / numbers.length];
    const moments = this.moments(scratch.fill(1));
    this.means = [this.mean(0), ...moments.powers.slice(1, TERMS)];
    this.triangle = triangleOf(this.products(moments), this.mean(0));
    this.inverse = inverseOf(this.triangle);
  }

  explain(column: Float64Array, least: number): ConditionalMean {
    const weights = this.weightsOf(column);
    const noise = this.noiseOf(column, weights);
    let variance = 0;
    weights.forEach((weight, at) => {
      const size = weight * weight;
      const chance = noise[at] ?? Number.NaN;
      if (size > BELIEVED * BELIEVED * chance && size > least) variance += size - chance;
      else weights[at] = 0;
    });
    return { variance, weights: variance > 0 ? this.inTerms(weights) : undefined };
  }

  average(weights: Float64Array, out: Float64Array): void {
    const w = (at: number): number => weights[at] ?? Number.NaN;
    const [straight, w1, w2, w3, w4, w5, constant] = [w(0), w(1), w(2), w(3), w(4), w(5), w(6)];
    const { numbers, scores } = this;
    const mean = this.mean(0);
    for (let draw = 0; draw < out.length; draw += 1) {
      const z = scores[draw] ?? Number.NaN;
      const bent = ((((w5 * z + w4) * z + w3) * z + w2) * z + w1) * z;
      out[draw] = constant + straight * ((numbers[draw] ?? Number.NaN) - mean) + bent;
    }
  }

  private mean(term: number): number {
    return this.means[term] ?? 0;
  }

  /** @param roots every draw counts by the square of its own */
  private moments(roots: Float64Array): Moments {
    const { numbers, scores } = this;
    const [draws, mean] = [numbers.length, this.mean(0)];
    let [s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    let [x0, x1, x2, x3, x4, x5, square] = [0, 0, 0, 0, 0, 0, 0];
    for (let draw = 0; draw < draws; draw += 1) {
      const z = scores[draw] ?? Number.NaN;
      const root = roots[draw] ?? Number.NaN;
      const w0 = root * root;
      const x = (numbers[draw] ?? Number.NaN) - mean;
      const w1 = w0 * z;
      const w2 = w1 * z;
      const w3 = w2 * z;
      const w4 = w3 * z;
      const w5 = w4 * z;
      const z5 = z * z * z * z * z;
      s0 += w0;
      s1 += w1;
      s2 += w2;
      s3 += w3;
      s4 += w4;
      s5 += w5;
      s6 += w1 * z5;
      s7 += w2 * z5;
      s8 += w3 * z5;
      s9 += w4 * z5;
      s10 += w5 * z5;
      x0 += w0 * x;
      x1 += w1 * x;
      x2 += w2 * x;
      x3 += w3 * x;
      x4 += w4 * x;
      x5 += w5 * x;
      square += w0 * x * x;
    }
    const over = (sum: number): number => sum / draws;
    return {
      powers: [s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10].map(over),
      withNumber: [x0, x1, x2, x3, x4, x5].map(over),
      square: square / draws,
    };
  }

  /** Mean products of two terms, each less its mean. */
  private products({ powers, withNumber, square }: Moments): (one: number, other: number) => number {
    const p = (at: number): number => powers[at] ?? Number.NaN;
    const x = (at: number): number => withNumber[at] ?? Number.NaN;
    return (one, other) => {
      const [low, high] = one < other ? [one, other] : [other, one];
      if (high === 0) return square;
      if (low === 0) return x(high) - this.mean(high) * x(0);
      const [m, n] = [this.mean(low), this.mean(high)];
      return p(low + high) - m * p(high) - n * p(low) + m * n * p(0);
    };
  }

  /** The weights of the orthonormal terms in a column. */
  private weightsOf(column: Float64Array): Float64Array {
    const { numbers, scores } = this;
    const mean = this.mean(0);
    let [x, y1, y2, y3, y4, y5] = [0, 0, 0, 0, 0, 0];
    for (let draw = 0; draw < column.length; draw += 1) {
      const z = scores[draw] ?? Number.NaN;
      const y = column[draw] ?? Number.NaN;
      const yz = y * z;
      const yz2 = yz * z;
      x += y * ((numbers[draw] ?? Number.NaN) - mean);
      y1 += yz;
      y2 += yz2;
      y3 += yz2 * z;
      y4 += yz2 * z * z;
      y5 += yz2 * z * z * z;
    }
    const products = [x, y1, y2, y3, y4, y5].map((sum) => sum / column.length);
    return Float64Array.from({ length: TERMS }, (_, row) =>
      products.reduce((sum, product, term) => sum + product * (this.inverse[row * TERMS + term] ?? 0), 0),
    );
  }

  /**
   * The squared standard error of each weight, from what is left of the column in each draw: where a figure spreads
   * more the further out the input is, as a product does, chance has more say in the outer terms (White, 1980).
   */
  private noiseOf(column: Float64Array, weights: Float64Array): readonly number[] {
    const { inverse, scratch } = this;
    this.average(this.inTerms(weights), scratch);
    for (let draw = 0; draw < column.length; draw += 1)
      scratch[draw] = (column[draw] ?? Number.NaN) - (scratch[draw] ?? Number.NaN);
    const product = this.products(this.moments(scratch));
    return Array.from({ length: TERMS }, (_, row) => {
      let sum = 0;
      for (let one = 0; one <= row; one += 1)
        for (let other = 0; other <= row; other += 1)
          sum +=
            (inverse[row * TERMS + one] ?? 0) * (inverse[row * TERMS + other] ?? 0) * product(one, other);
      return Math.max(0, sum) / Math.max(1, column.length - TERMS - 1);
    });
  }

  /** Weights of the terms as they are, and last the constant that makes the average 0. */
  private inTerms(orthonormal: Float64Array): Float64Array {
    const weights = new Float64Array(TERMS + 1);
    for (let row = 0; row < TERMS; row += 1)
      for (let term = 0; term <= row; term += 1)
        weights[term] =
          (weights[term] ?? 0) + (orthonormal[row] ?? 0) * (this.inverse[row * TERMS + term] ?? 0);
    for (let term = 1; term < TERMS; term += 1)
      weights[TERMS] = (weights[TERMS] ?? 0) - (weights[term] ?? 0) * this.mean(term);
    return weights;
  }
}

/** The triangle of Cholesky of mean products, in which a term that adds nothing is left out. */
function triangleOf(products: (one: number, other: number) => number, mean: number): readonly number[] {
  const triangle: number[] = new Array<number>(TERMS * TERMS).fill(0);
  const entry = (row: number, column: number): number => triangle[row * TERMS + column] ?? 0;
  // A number that is the same in all draws differs from its mean by what adding up loses.
  const idle = !(products(0, 0) > NOTHING * mean * mean);
  for (let row = 0; row < TERMS; row += 1) {
    const whole = products(row, row);
    let left = row === 0 && idle ? 0 : whole;
    for (let column = 0; column < row; column += 1) {
      const pivot = entry(column, column);
      if (pivot === 0) continue;
      let value = products(row, column);
      for (let before = 0; before < column; before += 1) value -= entry(row, before) * entry(column, before);
      triangle[row * TERMS + column] = value / pivot;
      left -= (value / pivot) * (value / pivot);
    }
    if (left > SAME * whole) triangle[row * TERMS + row] = Math.sqrt(left);
    else triangle.fill(0, row * TERMS, (row + 1) * TERMS);
  }
  return triangle;
}

/** The inverse of a triangle, rows of 0 left as they are. */
function inverseOf(triangle: readonly number[]): readonly number[] {
  const inverse: number[] = new Array<number>(TERMS * TERMS).fill(0);
  for (let row = 0; row < TERMS; row += 1) {
    const pivot = triangle[row * TERMS + row] ?? 0;
    if (pivot === 0) continue;
    inverse[row * TERMS + row] = 1 / pivot;
    for (let column = 0; column < row; column += 1) {
      let value = 0;
      for (let between = column; between < row; between += 1)
        value -= (triangle[row * TERMS + between] ?? 0) * (inverse[between * TERMS + column] ?? 0);
      inverse[row * TERMS + column] = value / pivot;
    }
  }
  return inverse;
}
