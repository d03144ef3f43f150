import { BELIEVED, type ConditionalMean, type Dependence } from './conditional-mean.js';

/** How a figure depends on an input of a few values: by its mean over the draws of each. */
export class SteppedDependence implements Dependence {
  private readonly counts: readonly number[];
  private readonly places: Uint32Array;

  constructor(numbers: Float64Array) {
    const known = new Map<number, number>();
    const counts: number[] = [];
    this.places = Uint32Array.from(numbers, (number) => {
      const place = known.get(number) ?? known.size;
      known.set(number, place);
      counts[place] = (counts[place] ?? 0) + 1;
      return place;
    });
    this.counts = counts;
  }

  explain(column: Float64Array, least: number): ConditionalMean {
    const draws = column.length;
    const weights = new Float64Array(this.counts.length);
    const squares = new Float64Array(this.counts.length);
    this.places.forEach((place, draw) => {
      const value = column[draw] ?? Number.NaN;
      weights[place] = (weights[place] ?? 0) + value / (this.counts[place] ?? 0);
      squares[place] = (squares[place] ?? 0) + value * value;
    });
    let [explained, chance, doubt] = [0, 0, 0];
    this.counts.forEach((count, place) => {
      const mean = weights[place] ?? 0;
      explained += (mean * mean * count) / draws;
      // Of a value that was drawn once, the spread is not known: it is taken as it came.
      const spread = ((squares[place] ?? 0) - count * mean * mean) / Math.max(1, count - 1);
      const noise = (Math.max(0, spread) * (1 - count / draws)) / draws;
      chance += noise;
      doubt += 2 * noise * noise;
    });
    const variance = explained - chance;
    const believed = variance > BELIEVED * Math.sqrt(doubt) && explained > least;
    return believed ? { variance, weights } : { variance: 0, weights: undefined };
  }

  average(weights: Float64Array, out: Float64Array): void {
    for (let draw = 0; draw < out.length; draw += 1) out[draw] = weights[this.places[draw] ?? 0] ?? 0;
  }
}
