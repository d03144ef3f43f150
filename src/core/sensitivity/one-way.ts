import { columnOf } from '../figures/evaluate.js';
import { figureValue } from '../figures/explain.js';
import type { Expression } from '../figures/expression.js';
import type { ExpressionGraph } from '../figures/graph.js';
import { slopes } from '../figures/slope.js';
import { compareTexts } from '../order.js';
import type { Sensitivity } from '../result.js';
import type { Distribution } from '../uncertainty/distribution.js';
import { nameInWords } from '../wording/name-in-words.js';
import { rangeOf, possible, TENTH } from './possible-values.js';
import { type NetAt, switchingValue } from './switching-value.js';

/** How many inputs are shown: those that move the figure most. */
const SHOWN = 20;

/** Something that several inputs make up, of which one asks how many times as much it would have to be. */
export interface Multiple {
  /** What it is called where inputs are named. */
  readonly id: string;
  readonly label: string;
  /** A figure in which the net figure is linear. */
  readonly whole: Expression;
}

/**
 * What each input does to the headline figure when it alone moves, the largest effect first.
 *
 * @param ranges of the inputs that have one, by name
 * @param headline the figure people ask for, a ratio or a net value
 * @param net the figure that is 0 where benefits just cover costs
 * @param multiples what several inputs make up together and is asked about as a whole
 */
export function oneWay(
  graph: ExpressionGraph,
  ranges: ReadonlyMap<string, Distribution>,
  headline: Expression,
  net: Expression,
  multiples: readonly Multiple[] = [],
): readonly Sensitivity[] {
  const steep = slopes(net);
  const moved = [...graph.inputs()]
    .filter(([, input]) => input.origin?.partOfWhole !== true)
    .map(([id, input]) => ({ id, input, slope: steep.get(input) ?? 0, ...rangeOf(input, ranges.get(id)) }))
    .filter(({ slope }) => slope !== 0 && !Number.isNaN(slope))
    .sort(
      (one, other) =>
        Math.abs(other.slope) * (other.to - other.from) - Math.abs(one.slope) * (one.to - one.from) ||
        compareTexts(one.id, other.id),
    )
    .slice(0, SHOWN);
  const { point } = net;
  const headlineWith = columnOf(headline);
  const netWith = columnOf(net);
  const single = moved.map(({ id, input, from, to, ranged, slope }) => {
    const [low, high] = headlineWith(new Map([[input, Float64Array.of(from, to)]]), 2);
    const netAt: NetAt = (values) => netWith(new Map([[input, values]]), values.length);
    const switching = isOfSeries(input) ? null : switchingValue(netAt, input, point, slope);
    return {
      input: id,
      label: nameInWords(graph, id),
      value: input.point,
      from,
      to,
      ranged,
      low: figureValue(low),
      high: figureValue(high),
      switchingValue: switching,
      reachable: switching !== null && possible(input, switching),
    };
  });
  const together = multiples.flatMap(({ id, label, whole }) => {
    const { point: value } = whole;
    const brought = (steep.get(whole) ?? 0) * value;
    if (brought === 0 || Number.isNaN(brought)) return [];
    const [from, to] = [1 - TENTH, 1 + TENTH];
    const [low, high] = headlineWith(new Map([[whole, Float64Array.of(from * value, to * value)]]), 2);
    const multiplier = 1 - point / brought;
    return [
      {
        input: id,
        label,
        value: 1,
        from,
        to,
        ranged: false,
        low: figureValue(low),
        high: figureValue(high),
        switchingValue: multiplier,
        reachable: multiplier >= 0,
        multiplier: true as const,
      },
    ];
  });
  return [...single, ...together]
    .filter(({ low, high }) => low !== high)
    .sort((one, other) => swing(other) - swing(one) || compareTexts(one.input, other.input));
}

/** A year of a series has no switching value of its own: only all of them together do (docs/method.md, “Break-even”). */
const isOfSeries = ({ origin }: Expression): boolean => origin?.path.includes('/series/') ?? false;

const swing = ({ low, high }: Pick<Sensitivity, 'low' | 'high'>): number =>
  Math.abs((high ?? 0) - (low ?? 0));
