import type { Expression } from '../figures/expression.js';
import { varianceOf } from '../statistics.js';
import type { InputRange } from './input-ranges.js';
import type { Simulation } from './simulation.js';

/** From here on a range says more of what was assumed than of what is known. */
const MOSTLY = 0.5;

/** Whether the range of an input is an assumption: a default one, or from somebody else’s study. */
function isAssumed({ basis, borrowed }: InputRange): boolean {
  return borrowed || basis !== 'given';
}

/**
 * The share of the variance of a net figure that comes from assumptions: V_a ÷ (V_a + V_k), where V_a is its variance
 * with only the assumed inputs drawn and V_k that with only the others, the rest at their point estimates.
 *
 * @returns NaN where both are drawn and neither moves the figure
 */
export function assumedShare(simulation: Simulation, net: Expression): number {
  const { drawn } = simulation.ranges;
  if (!drawn.some((range) => !isAssumed(range))) return 1;
  if (!drawn.some(isAssumed)) return 0;
  const varianceFrom = (moving: (range: InputRange) => boolean): number => {
    const [column] = simulation.columnsOf([net], moving);
    return column ? varianceOf(column) : Number.NaN;
  };
  const assumed = varianceFrom(isAssumed);
  const known = varianceFrom((range) => !isAssumed(range));
  return assumed + known > 0 ? assumed / (assumed + known) : Number.NaN;
}

export function isMostly(share: number): boolean {
  return share > MOSTLY;
}
