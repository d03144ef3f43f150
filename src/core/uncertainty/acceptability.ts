import { figureValue } from '../figures/explain.js';
import type { Summary } from '../statistics.js';
import { niceSteps } from './nice-steps.js';
import type { Uncertainty } from './uncertainty-result.js';

const STEPS = 30;

/** Beyond this share of the draws at either end the curve is as good as flat. */
const FLAT = 0.005;

/** The ratio at which benefits only just cover costs. */
const COVERED = 1;

/**
 * How probable it is that a ratio is above each of some thirty numbers that cover its draws, 1 always among them (the
 * acceptability curve; van Hout and others, 1994).
 *
 * @returns null where there is no ratio
 */
export function acceptabilityOf(ratio: Summary): Uncertainty['acceptability'] {
  const [low, high] = [ratio.quantile(FLAT), ratio.quantile(1 - FLAT)];
  if (!Number.isFinite(low) || !Number.isFinite(high)) return null;
  const [from, to] = [Math.min(low, COVERED), Math.max(high, COVERED)];
  const steps = from < to ? niceSteps(from, to, STEPS) : [];
  return [...new Set([...steps, COVERED])]
    .sort((one, other) => one - other)
    .map((threshold) => ({ threshold, probability: figureValue(ratio.shareAbove(threshold)) }));
}
