import { type Problem, problem } from '../problem.js';
import type { Value } from '../result.js';

/**
 * What is to be said where a programme gives back less than it costs.
 *
 * @param gain present value of what it gives
 * @param cost present value of what it costs, in the same money
 */
export function lossProblems(gain: Value, cost: Value): readonly Problem[] {
  if (gain === null || cost === null) return [];
  if (gain < 0) return [problem('does-harm', 'warning', '')];
  if (gain >= cost) return [];
  return [
    problem('gives-less-than-it-costs', 'information', '', { percent: Math.floor((100 * gain) / cost) }),
  ];
}
