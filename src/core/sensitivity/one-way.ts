import { evaluate, evaluatorOf } from '../figures/evaluate.js';
import { figureValue } from '../figures/explain.js';
import type { Expression } from '../figures/expression.js';
import type { ExpressionGraph } from '../figures/graph.js';
import { slopes } from '../figures/slope.js';
import { unitName } from '../figures/unit.js';
import type { Sensitivity } from '../result.js';
import { type Distribution, quantile } from '../uncertainty/distribution.js';
import { figureLabel } from '../wording/figure-labels.js';
import { type NetAt, switchingValue } from './switching-value.js';

/** How many inputs are shown: those that move the figure most. */
const SHOWN = 20;

/** Without a range an input is moved by a tenth either way, which says what matters, not what is likely. */
const TENTH = 0.1;

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
    .filter(({ slope, from, to }) => slope !== 0 && !Number.isNaN(slope) && from !== to)
    .sort(
      (one, other) =>
        Math.abs(other.slope) * (other.to - other.from) - Math.abs(one.slope) * (one.to - one.from) ||
        (one.id < other.id ? -1 : 1),
    )
    .slice(0, SHOWN);
  const [point = Number.NaN] = evaluate([net]);
  const headlineWith = evaluatorOf([headline]);
  const netWith = evaluatorOf([net]);
  const single = moved.map(({ id, input, from, to, ranged, slope }) => {
    const [ends] = headlineWith(new Map([[input, Float64Array.of(from, to)]]), 2);
    const netAt: NetAt = (values) => netWith(new Map([[input, values]]), values.length)[0] ?? values;
    const switching = isOfSeries(input) ? null : switchingValue(netAt, input, point, slope);
    const name = graph.nameOf(input);
    return {
      input: id,
      label: name ? figureLabel(name.label) : id,
      value: input.value ?? Number.NaN,
      from,
      to,
      ranged,
      low: figureValue(ends?.[0]),
      high: figureValue(ends?.[1]),
      switchingValue: switching,
      reachable: switching !== null && possible(input, switching),
    };
  });
  const together = multiples.flatMap(({ id, label, whole }) => {
    const [value = Number.NaN] = evaluate([whole]);
    const brought = (steep.get(whole) ?? 0) * value;
    if (brought === 0 || Number.isNaN(brought)) return [];
    const [from, to] = [1 - TENTH, 1 + TENTH];
    const [ends] = headlineWith(new Map([[whole, Float64Array.of(from * value, to * value)]]), 2);
    const multiplier = 1 - point / brought;
    return [
      {
        input: id,
        label,
        value: 1,
        from,
        to,
        ranged: false,
        low: figureValue(ends?.[0]),
        high: figureValue(ends?.[1]),
        switchingValue: multiplier,
        reachable: multiplier >= 0,
        multiplier: true as const,
      },
    ];
  });
  return [...single, ...together]
    .filter(({ low, high }) => low !== high)
    .sort((one, other) => swing(other) - swing(one) || (one.input < other.input ? -1 : 1));
}

/** A year of a series has no switching value of its own: only all of them together do (docs/method.md, “Break-even”). */
const isOfSeries = ({ origin }: Expression): boolean => origin?.path.includes('/series/') ?? false;

const swing = ({ low, high }: Pick<Sensitivity, 'low' | 'high'>): number =>
  Math.abs((high ?? 0) - (low ?? 0));

/** The ends of what an input may be: its range from P5 to P95 if one is given, otherwise a tenth less and a tenth more. */
export function rangeOf(input: Expression, range: Distribution | undefined) {
  const value = input.value ?? 0;
  if (range) return { from: quantile(range, 0.05), to: quantile(range, 0.95), ranged: true };
  const ends = [value * (1 - TENTH), value * (1 + TENTH)].sort((one, other) => one - other);
  return { from: ends[0] ?? value, to: capped(input, ends[1] ?? value), ranged: false };
}

/** A share does not go above the whole, whatever a tenth more of it would be. */
function capped(input: Expression, to: number): number {
  return isShare(input) && (input.value ?? 0) <= 1 ? Math.min(1, to) : to;
}

function isShare(input: Expression): boolean {
  return input.origin?.share === true;
}

/** Whether an input can take a value: a share only those of a share, an amount none below 0 that never is. */
export function possible(input: Expression, value: number): boolean {
  if (isShare(input)) return value >= 0 && value <= 1;
  const between = input.origin?.between;
  if (between) return value >= between[0] && value <= between[1];
  return unitName(input.unit) === '1' || (input.value ?? 0) >= 0 ? value >= 0 : true;
}
