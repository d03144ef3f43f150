import { mean, quantileSorted, sampleStandardDeviation, sampleVariance } from 'simple-statistics';

/** What a column of draws says, in numbers; entries that are no numbers (no such figure) are left out. */
export interface Summary {
  readonly count: number;
  readonly mean: number;
  readonly standardError: number;
  /** The value below which a share of the draws lies (type 7 of Hyndman and Fan, 1996). */
  quantile(share: number): number;
  /** The share of the draws above a limit. */
  shareAbove(limit: number): number;
  /** How many draws are above a limit, and how many below it. */
  countAbove(limit: number): number;
  countBelow(limit: number): number;
}

/** @param column at least two draws that are numbers; otherwise every answer is NaN */
export function summarise(column: Float64Array): Summary {
  const sorted = numbersIn(column).sort();
  const count = sorted.length;
  const enough = count > 1;
  // The mean of many equal numbers is that number, which their sum over their count may miss by a bit.
  const alike = enough && sorted[0] === sorted[count - 1];
  const countAbove = (limit: number): number => count - firstPlace(sorted, (value) => value > limit);
  return {
    count,
    mean: !enough ? Number.NaN : alike ? (sorted[0] ?? Number.NaN) : mean(asList(sorted)),
    standardError: !enough
      ? Number.NaN
      : alike
        ? 0
        : sampleStandardDeviation(asList(sorted)) / Math.sqrt(sorted.length),
    quantile: (share) => (enough ? quantileSorted(asList(sorted), share) : Number.NaN),
    shareAbove: (limit) => (enough ? countAbove(limit) / count : Number.NaN),
    countAbove,
    countBelow: (limit) => firstPlace(sorted, (value) => value >= limit),
  };
}

/** The variance of the numbers in a column; NaN where there are fewer than two. */
export function varianceOf(column: Float64Array): number {
  const numbers = numbersIn(column);
  return numbers.length > 1 ? sampleVariance(asList(numbers)) : Number.NaN;
}

/** The mean of the numbers in a column; NaN where there are none. */
export function meanOf(column: Float64Array): number {
  const numbers = numbersIn(column);
  return numbers.length > 0 ? mean(asList(numbers)) : Number.NaN;
}

/** A copy without what is no number. */
function numbersIn(column: Float64Array): Float64Array {
  return column.filter((value) => Number.isFinite(value));
}

/** The package asks for lists, of which it reads the numbers and the length alone: a column has both. */
function asList(column: Float64Array): number[] {
  return column as unknown as number[];
}

/** How many numbers of a sorted column come before the first that is past something. */
function firstPlace(sorted: Float64Array, past: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (past(sorted[middle] ?? Number.NaN)) high = middle;
    else low = middle + 1;
  }
  return low;
}
