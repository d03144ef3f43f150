import { meanOf } from '../statistics.js';
import { type Dependence, meanSquare, NOTHING } from './conditional-mean.js';
import { SmoothDependence } from './smooth-dependence.js';
import { SteppedDependence } from './stepped-dependence.js';

/** An input whose effect on a figure is asked for; its draws are put into a column when they are needed. */
export interface EffectSource {
  /** Whether it is correlated with others. */
  readonly grouped: boolean;
  /** Whether it takes a few values only. */
  readonly stepped: boolean;
  numbers(column: Float64Array): void;
  scores(column: Float64Array): void;
}

/** What one input does to a figure on the average over all others. */
export interface InputEffect {
  /** The variance that it explains alone (first-order effect; Saltelli and others, 2008). */
  readonly variance: number;
  /**
   * What knowing it would be worth: E[max(0, E[net | x])] − max(0, E[net]) (Strong, Oakley and Brennan, 2014, who
   * take the inner mean from a regression on the draws as well).
   */
  readonly valueOfInformation: number;
}

/**
 * The effect of each input on a net figure, from the draws of one simulation. What inputs outside groups explain is
 * taken out of the figure before the others are looked at, which leaves less chance to tell an effect from; it cannot
 * bias them, since it is independent of them. Effects within a group overlap, and are not taken out.
 *
 * @param net the figure in each draw, all numbers
 * @returns the variance of the figure, and the effect of each input in order
 */
export function inputEffects(
  net: Float64Array,
  sources: readonly EffectSource[],
): { readonly variance: number; readonly effects: readonly InputEffect[] } {
  const mean = meanOf(net);
  const rest = net.map((value) => value - mean);
  const variance = meanSquare(rest);
  const least = NOTHING * variance;
  const part = new Float64Array(net.length);
  const numbers = new Float64Array(net.length);
  const scores = new Float64Array(net.length);
  const scratch = new Float64Array(net.length);
  const dependenceOn = (source: EffectSource): Dependence => {
    source.numbers(numbers);
    if (source.stepped) return new SteppedDependence(numbers);
    source.scores(scores);
    return new SmoothDependence(numbers, scores, scratch);
  };
  const first = sources.map((source) => {
    if (source.grouped) return undefined;
    const dependence = dependenceOn(source);
    const { weights } = dependence.explain(rest, least);
    if (weights) {
      dependence.average(weights, part);
      add(rest, part, -1);
    }
    return weights;
  });
  const effects = sources.map((source, at) => {
    const dependence = dependenceOn(source);
    const before = first[at];
    if (before) {
      dependence.average(before, part);
      add(rest, part, 1);
    }
    const explained = dependence.explain(rest, least);
    if (!explained.weights) return { variance: 0, valueOfInformation: 0 };
    dependence.average(explained.weights, part);
    if (!source.grouped) add(rest, part, -1);
    return { variance: explained.variance, valueOfInformation: gainOfKnowing(part, mean) };
  });
  return { variance, effects };
}

/**
 * What it is worth to know a net figure, in part or in whole, before it is decided whether to run a programme:
 * E[max(0, net)] − max(0, E[net]).
 *
 * @param known what is known of the figure in each draw, less its mean
 */
export function gainOfKnowing(known: Float64Array, mean: number): number {
  // Counted from the decision taken without knowing, so that what never changes it comes out as exactly 0.
  const sign = mean >= 0 ? -1 : 1;
  let sum = 0;
  for (const value of known) sum += Math.max(0, sign * (mean + value));
  return sum / known.length;
}

function add(column: Float64Array, part: Float64Array, sign: 1 | -1): void {
  for (let at = 0; at < column.length; at += 1)
    column[at] = (column[at] ?? Number.NaN) + sign * (part[at] ?? Number.NaN);
}
