/** Values in their order, each with the weight of all up to it. */
export interface Steps {
  readonly values: readonly number[];
  readonly passed: readonly number[];
}

/** The steps of a discrete distribution; what has no weight is left out. */
export function stepsOf(values: readonly number[], weights: readonly number[]): Steps {
  const ordered = values
    .map((value, at) => ({ value, weight: weights[at] ?? 0 }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => one.value - other.value);
  let whole = 0;
  const passed = ordered.map(({ weight }) => (whole += weight));
  return { values: ordered.map(({ value }) => value), passed };
}

/** The value at which the weights pass a share of them all. */
export function stepAt({ values, passed }: Steps, share: number): number {
  const reached = share * (passed.at(-1) ?? Number.NaN);
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (reached < (passed[middle] ?? Number.NaN)) high = middle;
    else low = middle + 1;
  }
  return values[low] ?? Number.NaN;
}

/** Of draws in their order, the one that a share of them lies below. */
export function drawAt(ordered: Float64Array, share: number): number {
  return ordered[Math.min(ordered.length - 1, Math.floor(share * ordered.length))] ?? Number.NaN;
}
