import type { CommonPart } from '../assessment.js';
import { columnOf } from '../figures/evaluate.js';
import { figureValue } from '../figures/explain.js';
import type { Expression } from '../figures/expression.js';
import type { ExpressionGraph } from '../figures/graph.js';
import { slopes } from '../figures/slope.js';
import { unitName } from '../figures/unit.js';
import { compareTexts } from '../order.js';
import type { Claim, ClaimNeed } from '../result.js';
import type { Distribution } from '../uncertainty/distribution.js';
import { nameInWords } from '../wording/name-in-words.js';
import { possible, rangeOf } from './possible-values.js';
import { switchingValue } from './switching-value.js';

/** How many inputs are asked what they would have to be: those that can move the figure most. */
const ASKED = 40;

/** How many of the answers are given. */
const SHOWN = 15;

/** What two ways to the same figure may differ by, as a part of it. */
const SAME = 1e-9;

/** An input that moves a figure, and how. */
interface Mover {
  readonly id: string;
  readonly input: Expression;
  readonly slope: number;
  readonly from: number;
  readonly to: number;
}

/** What would have to be true for each figure that others have published of the same thing. */
export function claimsOf(
  graph: ExpressionGraph,
  file: CommonPart,
  ranges: ReadonlyMap<string, Distribution>,
): readonly Claim[] {
  const published = file.context?.published?.flatMap(({ what, value, figure, source }) => {
    if (typeof value !== 'number' || figure === undefined) return [];
    const claim = claimOf(graph, ranges, figure, value);
    return claim ? [{ ...claim, what, source }] : [];
  });
  return published ?? [];
}

/**
 * What would have to be true for a figure to have a given value: for each input the value it would need, all else as
 * it is, and what the figure is with every input at the end of its range that brings it nearer.
 *
 * @param ranges from what inputs are drawn, by their names
 * @param figure the name of a figure
 * @param claimed the value it is said to have, in the unit of the figure
 * @returns undefined where there is no figure of that name
 */
export function claimOf(
  graph: ExpressionGraph,
  ranges: ReadonlyMap<string, Distribution>,
  figure: string,
  claimed: number,
): Omit<Claim, 'what' | 'source'> | undefined {
  const target = graph.figure(figure);
  if (!target) return undefined;
  const at = columnOf(target);
  const ours = target.point;
  const same = Math.abs(claimed - ours) <= SAME * Math.max(1, Math.abs(claimed));
  // Where the claim is what we have, nothing would have to be otherwise.
  const movers = same ? [] : moversOf(graph, ranges, target);
  const upwards = claimed > ours;
  const ends = movers.map(
    ({ input, slope, from, to }) => [input, Float64Array.of(slope > 0 === upwards ? to : from)] as const,
  );
  const [favourable = Number.NaN] = at(new Map(ends), 1);
  return {
    figure,
    label: nameInWords(graph, figure),
    unit: unitName(target.unit),
    claimed,
    ours: figureValue(ours),
    favourable: figureValue(favourable),
    reachable: same || (upwards ? favourable >= claimed : favourable <= claimed),
    needed: neededOf(graph, movers, claimed, ours, at),
  };
}

function moversOf(
  graph: ExpressionGraph,
  ranges: ReadonlyMap<string, Distribution>,
  target: Expression,
): readonly Mover[] {
  const steep = slopes(target);
  return [...graph.inputs()].flatMap(([id, input]) => {
    const slope = steep.get(input) ?? 0;
    if (slope === 0 || Number.isNaN(slope) || input.origin?.partOfWhole === true) return [];
    const { from, to } = rangeOf(input, ranges.get(id));
    return [{ id, input, slope, from, to }];
  });
}

function neededOf(
  graph: ExpressionGraph,
  movers: readonly Mover[],
  claimed: number,
  ours: number,
  at: (columns: ReadonlyMap<Expression, Float64Array>, count: number) => Float64Array,
): readonly ClaimNeed[] {
  const power = ({ input, slope, from, to }: Mover): number =>
    Math.abs(slope) * Math.max(Math.abs(input.point), to - from);
  return [...movers]
    .sort((one, other) => power(other) - power(one) || compareTexts(one.id, other.id))
    .slice(0, ASKED)
    .map(({ id, input, slope }) => {
      const away = (values: Float64Array): Float64Array =>
        at(new Map([[input, values]]), values.length).map((value) => value - claimed);
      const needed = switchingValue(away, input, ours - claimed, slope);
      return {
        input: id,
        label: nameInWords(graph, id),
        unit: unitName(input.unit),
        value: input.point,
        needed,
        reachable: needed !== null && possible(input, needed),
      };
    })
    .sort(
      (one, other) =>
        Number(other.reachable) - Number(one.reachable) ||
        distance(one) - distance(other) ||
        compareTexts(one.input, other.input),
    )
    .slice(0, SHOWN);
}

/** How far an input would have to go, as a part of what it is. */
function distance({ value, needed }: ClaimNeed): number {
  if (needed === null) return Number.MAX_VALUE;
  return Math.min(Number.MAX_VALUE, Math.abs(needed - value) / Math.abs(value));
}
