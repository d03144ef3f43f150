import { fillUniform, startOf } from '../uncertainty/stream.js';

/** Who was drawn in one resample of a group: places of people, as many as the group has, with repetition. */
export type Resample = Uint32Array;

export interface BootstrapOptions {
  /** 0 to 2³² − 1 */
  readonly seed: number;
  /** Names the stream of random numbers: another name, other resamples. */
  readonly name: string;
  /** How many resamples: a whole number from 1 on. */
  readonly replicates: number;
}

/** What a statistic came to in each resample. */
export interface Replicates {
  /** In the order drawn, without those that gave no number. */
  readonly values: Float64Array;
  /** Resamples in which the statistic does not exist. */
  readonly failed: number;
}

/**
 * Draws the people of each group again and again, with replacement and group by group, and works out a statistic for
 * each resample (Efron, 1979). The person is what is drawn, with everything recorded of that person, so that the
 * years or spells of one person are never taken for those of several. Same input, same numbers.
 *
 * @param sizes people in each group, from 1 on
 * @param statistic of the places drawn in each group, which it must not keep: they are overwritten by the next
 */
export function bootstrap(
  sizes: readonly number[],
  statistic: (resamples: readonly Resample[]) => number,
  { seed, name, replicates }: BootstrapOptions,
): Replicates {
  const state = startOf(seed, name);
  const resamples = sizes.map((size) => new Uint32Array(size));
  const uniforms = sizes.map((size) => new Float64Array(size));
  const values = new Float64Array(replicates);
  let count = 0;
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    uniforms.forEach((column, group) => {
      fillUniform(state, column);
      const places = resamples[group] ?? new Uint32Array();
      for (let at = 0; at < column.length; at += 1)
        places[at] = Math.floor((column[at] ?? 0) * column.length);
    });
    const value = statistic(resamples);
    if (Number.isFinite(value)) values[count++] = value;
  }
  return { values: values.slice(0, count), failed: replicates - count };
}

/**
 * What a statistic comes to with each person of a group left out in turn.
 *
 * @param statistic of the places of those who are left, which it must not keep
 */
export function jackknife(size: number, statistic: (places: Resample) => number): Float64Array {
  const places = Uint32Array.from({ length: Math.max(0, size - 1) }, (_, at) => at + 1);
  const values = new Float64Array(size);
  for (let left = 0; left < size; left += 1) {
    values[left] = statistic(places);
    places[left] = left;
  }
  return values;
}
