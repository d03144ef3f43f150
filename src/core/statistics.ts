import { mean, quantileSorted, sampleStandardDeviation } from 'simple-statistics';

/** What a column of draws says, in numbers; entries that are no numbers (no such figure) are left out. */
export interface Summary {
  readonly count: number;
  readonly mean: number;
  readonly standardError: number;
  /** The value below which a share of the draws lies (type 7 of Hyndman and Fan, 1996). */
  quantile(share: number): number;
  /** The share of the draws above a limit. */
  shareAbove(limit: number): number;
}

/** @param column at least two draws that are numbers; otherwise every answer is NaN */
export function summarise(column: Float64Array): Summary {
  const sorted = column.filter((value) => Number.isFinite(value)).sort();
  const values = Array.from(sorted);
  const enough = values.length > 1;
  return {
    count: values.length,
    mean: enough ? mean(values) : Number.NaN,
    standardError: enough ? sampleStandardDeviation(values) / Math.sqrt(values.length) : Number.NaN,
    quantile: (share) => (enough ? quantileSorted(values, share) : Number.NaN),
    shareAbove: (limit) =>
      enough ? values.filter((value) => value > limit).length / values.length : Number.NaN,
  };
}
