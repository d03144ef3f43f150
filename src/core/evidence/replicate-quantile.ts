import { normalQuantile } from '../uncertainty/normal-quantile.js';

/**
 * Where the quantile of a share p of n replicates lies between two of them: type 7 and type 6 of Hyndman and Fan
 * (1996), at place (n − 1)p + 1 and (n + 1)p, between neighbours in a straight line; `type-6-normal` at the place of
 * type 6, but along normal quantiles (Davison and Hinkley, 1997, as in R’s boot package). Type 7 is what this
 * program uses everywhere unless asked otherwise.
 */
export type QuantileType = 'type-7' | 'type-6' | 'type-6-normal';

/**
 * The quantile of replicates; places before the first or after the last are taken for these.
 *
 * @param sorted at least one number, in their order
 * @param share 0 to 1
 */
export function replicateQuantile(sorted: Float64Array, share: number, type: QuantileType): number {
  const count = sorted.length;
  const place = type === 'type-7' ? (count - 1) * share + 1 : (count + 1) * share;
  if (place <= 1) return sorted[0] ?? Number.NaN;
  if (place >= count) return sorted[count - 1] ?? Number.NaN;
  const below = Math.floor(place);
  const low = sorted[below - 1] ?? Number.NaN;
  if (place === below) return low;
  const high = sorted[below] ?? Number.NaN;
  return low + part(type, share, place, below, count) * (high - low);
}

function part(type: QuantileType, share: number, place: number, below: number, count: number): number {
  if (type !== 'type-6-normal') return place - below;
  const first = normalQuantile(below / (count + 1));
  const second = normalQuantile((below + 1) / (count + 1));
  return (normalQuantile(share) - first) / (second - first);
}
