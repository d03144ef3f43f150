import type { Expression } from '../figures/expression.js';
import { isShare } from './possible-values.js';

/** How near to 0 a net figure must come, as a share of what it was. */
const NEAR = 1e-9;

/** Steps from a value to either end of what is looked through, fine enough for a figure to turn once within one. */
const STEPS = 64;

/** How far beyond itself a number without an upper end is looked for. */
const TIMES = 1_000;

/** The net figure at several values of one input. */
export type NetAt = (values: Float64Array) => Float64Array;

/**
 * The value of one input at which a net figure becomes 0, all else as it is. Where the figure is linear in the
 * input, as a present value is in each quantity, price and complement, one step along the slope is exact; elsewhere
 * the values that the input can take are looked through, nearest first, and the interval is halved: towards 0, and
 * away from it, a share to the whole and another number to a thousand times itself.
 *
 * @param at the net figure with the input at given values
 * @param point the net figure as it is
 * @param slope its slope by the input
 * @returns null where no value that the input can take brings it to 0; the exact step may lie beyond those
 */
export function switchingValue(at: NetAt, input: Expression, point: number, slope: number): number | null {
  const value = input.point;
  const candidate = value - point / slope;
  const [reached = Number.NaN] = at(Float64Array.of(candidate));
  if (Math.abs(reached) <= NEAR * Math.max(1, Math.abs(point))) return candidate;
  const away = isShare(input) ? evenly(value, 1) : growing(value, value * TIMES);
  const [nearest] = [evenly(value, 0), away]
    .flatMap((way) => firstTurn(at, value, point, way) ?? [])
    .sort((one, other) => Math.abs(one - value) - Math.abs(other - value));
  return nearest ?? null;
}

function evenly(from: number, to: number): Float64Array {
  return Float64Array.from({ length: STEPS }, (_, step) => from + ((to - from) * (step + 1)) / STEPS);
}

/** Steps that grow with the square: small ones where most answers lie. */
function growing(from: number, to: number): Float64Array {
  return Float64Array.from({ length: STEPS }, (_, step) => {
    const part = (step + 1) / STEPS;
    return from + (to - from) * part * part;
  });
}

const between = (one: number, other: number): number => one + (other - one) / 2;

/** Where the figure first turns its sign on the way, to the last bit. */
function firstTurn(at: NetAt, value: number, point: number, way: Float64Array): number | null {
  const figures = at(way);
  const turn = figures.findIndex((figure) => Math.sign(figure) === -Math.sign(point) || figure === 0);
  if (turn < 0) return null;
  let [inside = value, outside = value] = [way[turn - 1], way[turn]];
  let middle = between(inside, outside);
  while (middle !== inside && middle !== outside) {
    const [figure = Number.NaN] = at(Float64Array.of(middle));
    if (Math.sign(figure) === Math.sign(point)) inside = middle;
    else outside = middle;
    middle = between(inside, outside);
  }
  return outside;
}
