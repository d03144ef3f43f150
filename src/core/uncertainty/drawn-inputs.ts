import { reach } from '../figures/evaluate.js';
import { figureValue } from '../figures/explain.js';
import type { Expression } from '../figures/expression.js';
import type { ExpressionGraph } from '../figures/graph.js';
import { figureLabel } from '../wording/figure-labels.js';
import type { Distribution } from './distribution.js';
import { inputEffects } from './input-effects.js';
import type { InputRange } from './input-ranges.js';
import type { Simulation } from './simulation.js';
import type { DrawnDistribution, DrawnInput } from './uncertainty-result.js';

/** Draws, times inputs, that are gone through to tell what each input does; at most so many draws are needed. */
const MOST_WORK = 25_000_000;
const MOST_DRAWS = 100_000;
const LEAST_DRAWS = 1_000;

/** Of more values than this, an input is taken to move smoothly. */
const FEW_VALUES = 20;

/** Every input that was drawn, with what it does to a net figure; what explains most of its variance first. */
export function drawnInputs(
  graph: ExpressionGraph,
  simulation: Simulation,
  net: { readonly figure: Expression; readonly column: Float64Array; readonly worthOfAll: number },
): { readonly inputs: readonly DrawnInput[]; readonly drawsUsed: number } {
  const { drawn } = simulation.ranges;
  const needed = new Set(reach([net.figure]));
  const felt = drawn.filter(({ expression }) => needed.has(expression));
  const drawsUsed = Math.min(
    simulation.draws,
    MOST_DRAWS,
    Math.max(LEAST_DRAWS, Math.floor(MOST_WORK / drawn.length)),
  );
  const effects = effectsOf(simulation, felt, net.column.subarray(0, drawsUsed));
  const inputs = drawn.map((range) => {
    const effect = needed.has(range.expression) ? effects.get(range) : { share: 0, worth: 0 };
    return {
      ...described(graph, range),
      varianceShare: figureValue(effect?.share),
      valueOfInformation: figureValue(effect && Math.min(effect.worth, net.worthOfAll)),
    };
  });
  return { inputs: inputs.sort(byShare), drawsUsed };
}

const byShare = (one: DrawnInput, other: DrawnInput): number =>
  (other.varianceShare ?? 0) - (one.varianceShare ?? 0) || (one.input < other.input ? -1 : 1);

function described(graph: ExpressionGraph, range: InputRange) {
  const { input, expression, distribution, basis, grade, borrowed, group } = range;
  const name = graph.nameOf(expression);
  return {
    input,
    label: name ? figureLabel(name.label) : input,
    distribution: shortly(distribution),
    basis,
    ...(grade !== undefined && { grade }),
    borrowed,
    ...(group && { group: group.id }),
    ...(expression.origin?.source !== undefined && { source: expression.origin.source }),
  };
}

function shortly(distribution: Distribution): DrawnDistribution {
  return distribution.distribution === 'draws'
    ? { distribution: 'draws', count: distribution.values.length }
    : distribution;
}

interface Effect {
  readonly share: number;
  readonly worth: number;
}

/** What each input explains of the variance of a net figure, and what knowing it is worth. */
function effectsOf(
  simulation: Simulation,
  ranges: readonly InputRange[],
  net: Float64Array,
): ReadonlyMap<InputRange, Effect> {
  const counted = placesOfNumbers(net);
  const figures = new Float64Array(counted?.length ?? net.length);
  copy(net, figures, counted);
  if (figures.length < 2) return new Map();
  const all = new Float64Array(net.length);
  const { effects, variance: whole } = inputEffects(
    figures,
    ranges.map((range) => ({
      grouped: range.group !== undefined,
      stepped: takesFewValues(range.distribution),
      numbers: (column: Float64Array) => {
        simulation.firstNumbers(range, all);
        copy(all, column, counted);
      },
      scores: (column: Float64Array) => {
        simulation.firstScores(range, all);
        copy(all, column, counted);
      },
    })),
  );
  return new Map(
    ranges.map((range, at) => {
      const { variance, valueOfInformation } = effects[at] ?? { variance: NaN, valueOfInformation: NaN };
      const share = whole > 0 ? Math.min(1, variance / whole) : Number.NaN;
      return [range, { share, worth: valueOfInformation }];
    }),
  );
}

function takesFewValues(distribution: Distribution): boolean {
  if (distribution.distribution !== 'discrete' && distribution.distribution !== 'draws') return false;
  const values = new Set<number>();
  for (const value of distribution.values) if (values.add(value).size > FEW_VALUES) return false;
  return true;
}

/** The draws in which a figure is a number; undefined where it is one in all. */
function placesOfNumbers(column: Float64Array): Uint32Array | undefined {
  const places = Uint32Array.from(column, (_, at) => at).filter((at) => Number.isFinite(column[at]));
  return places.length < column.length ? places : undefined;
}

/** Copies a column, or what stands at some places of it. */
function copy(from: Float64Array, to: Float64Array, places: Uint32Array | undefined): void {
  if (places) places.forEach((place, at) => (to[at] = from[place] ?? Number.NaN));
  else to.set(from);
}
