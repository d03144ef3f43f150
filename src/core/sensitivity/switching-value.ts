import type { Expression } from '../figures/expression.js';

/** How near to 0 a net figure must come, as a share of what it was. */
const NEAR = 1e-9;

/** Halvings until an interval has shrunk to the last bit of a double. */
const HALVINGS = 200;

/**
 * The value of one input at which a net figure becomes 0, all else as it is. Where the figure is linear in the
 * input, as a present value is in each quantity, price and complement, one step along the slope is exact; elsewhere
 * the interval is halved.
 *
 * @param at the net figure with the input at a given value
 * @param point the net figure as it is
 * @param slope its slope by the input
 * @returns null where no value of the input brings it to 0
 */
export function switchingValue(
  at: (value: number) => number,
  input: Expression,
  point: number,
  slope: number,
): number | null {
  const value = input.value ?? Number.NaN;
  const candidate = value - point / slope;
  if (Math.abs(at(candidate)) <= NEAR * Math.max(1, Math.abs(point))) return candidate;
  return halve(at, value, point, input.origin?.share === true);
}

function halve(at: (value: number) => number, value: number, point: number, share: boolean): number | null {
  const ends = share ? [0, 1] : [0, value * 2, value * 10, value * 1_000];
  for (const end of ends) {
    const other = at(end);
    if (Number.isNaN(other) || Math.sign(other) === Math.sign(point)) continue;
    let [inside, outside] = [value, end];
    for (let step = 0; step < HALVINGS; step += 1) {
      const middle = inside + (outside - inside) / 2;
      if (middle === inside || middle === outside) break;
      if (Math.sign(at(middle)) === Math.sign(point)) inside = middle;
      else outside = middle;
    }
    return outside;
  }
  return null;
}
