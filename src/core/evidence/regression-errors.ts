import type { Fit } from './least-squares.js';
import { refuse, type Refusal } from './refusal.js';

/**
 * How the standard errors of a regression are worked out: `ols` from one variance for all rows; `hc0` to `hc3` from
 * the residual of every row (White, 1980; MacKinnon and White, 1985), as it is, times n ÷ (n − k), over 1 − leverage,
 * and over its square.
 */
export type ErrorKind = 'ols' | 'hc0' | 'hc1' | 'hc2' | 'hc3';

/**
 * The standard errors of the coefficients of a regression.
 *
 * @returns in the order of the coefficients; NaN where there are no more rows than coefficients and the kind needs them
 */
export function standardErrors(fit: Fit, kind: ErrorKind): readonly number[] {
  const { bread, residuals, leverage, weights } = fit;
  const rows = residuals.length;
  const free = rows - bread.length;
  if (kind === 'ols') {
    const variance = residuals.reduce((sum, one, row) => sum + (weights?.[row] ?? 1) * one * one, 0) / free;
    return bread.map((line, k) => Math.sqrt(variance * (line[k] ?? Number.NaN)));
  }
  const scores = residuals.map((residual, row) => {
    const rest = 1 - (leverage[row] ?? 0);
    const divisor = kind === 'hc2' ? Math.sqrt(rest) : kind === 'hc3' ? rest : 1;
    return ((weights?.[row] ?? 1) * residual) / divisor;
  });
  const scale = kind === 'hc1' ? rows / free : 1;
  return sandwich(fit, scores, undefined).map((variance) => Math.sqrt(scale * variance));
}

/**
 * The standard errors of a regression in which rows of one cluster, such as the years of one person, go together:
 * CR1, with the factor G ÷ (G − 1) × (n − 1) ÷ (n − k) for G clusters, n rows and k coefficients.
 *
 * @param clusters the cluster of every row
 * @returns refused where there are fewer than two clusters, or not as many rows
 */
export function clusterErrors(
  fit: Fit,
  clusters: readonly (string | number)[],
): { readonly errors: readonly number[]; readonly clusters: number } | Refusal {
  const { bread, residuals, weights } = fit;
  const rows = residuals.length;
  if (clusters.length !== rows) return refuse('lengths-differ', { what: 'clusters', other: 'outcome' });
  const count = new Set(clusters).size;
  if (count < 2) return refuse('one-cluster');
  const scores = residuals.map((residual, row) => (weights?.[row] ?? 1) * residual);
  const scale = ((count / (count - 1)) * (rows - 1)) / (rows - bread.length);
  return {
    errors: sandwich(fit, scores, clusters).map((variance) => Math.sqrt(scale * variance)),
    clusters: count,
  };
}

/** The variances of the coefficients from the scores of rows, added up within clusters. */
function sandwich(
  { bread, columns }: Fit,
  scores: Float64Array,
  clusters: readonly (string | number)[] | undefined,
): readonly number[] {
  const places = new Map<string | number, number>();
  const placeOf = (cluster: string | number): number => {
    const place = places.get(cluster) ?? places.size;
    places.set(cluster, place);
    return place;
  };
  const at = clusters?.map(placeOf);
  const size = at ? places.size : scores.length;
  return bread.map((line) => {
    const influence = new Float64Array(size);
    columns.forEach((values, k) => {
      const factor = line[k] ?? 0;
      for (let row = 0; row < scores.length; row += 1) {
        const place = at?.[row] ?? row;
        influence[place] = (influence[place] ?? 0) + factor * (values[row] ?? 0) * (scores[row] ?? 0);
      }
    });
    return influence.reduce((sum, one) => sum + one * one, 0);
  });
}
