import { GRADES, sampleWarnings, type UncomparedEstimate } from './estimate.js';
import { levelFault, numberFault } from './faults.js';
import { refuse, type Refusal } from './refusal.js';
import { type EstimateOptions, resampledAlone } from './resampled.js';
import { studentWithin } from './student.js';
import { meanAt, momentsOf } from './unadjusted-comparison.js';

/** What was measured of one person before the programme and after it, in the same unit. */
export interface BeforeAfter {
  readonly before: number;
  readonly after: number;
}

/**
 * The mean change of people from before to after. It says nothing of what would have happened without the programme:
 * it has no counterfactual, and no deadweight comes from it.
 *
 * @param people of whom both are known
 * @param lost people of whom one of them is not
 * @returns refused for nobody, and for values that are no numbers
 */
export function beforeAfter(
  people: readonly BeforeAfter[],
  lost = 0,
  options: EstimateOptions = {},
): UncomparedEstimate | Refusal {
  const { level = 0.95 } = options;
  const changes = people.map(({ before, after }) => after - before);
  const wrong = levelFault(level) ?? numberFault('change', changes);
  if (wrong) return wrong;
  if (changes.length === 0) return refuse('nobody', { group: 'programme' });
  const { people: count, mean, variance } = momentsOf(changes);
  const programme = { people: count, lost };
  const error = Math.sqrt(variance / count);
  const sure = error > 0;
  const width = sure ? studentWithin(level, count - 1) * error : 0;
  const again = resampledAlone(count, (places) => meanAt(changes, places), options);
  return {
    design: 'before-after',
    value: mean,
    standardError: sure ? error : null,
    interval: sure
      ? { kind: 'confidence-interval', low: mean - width, high: mean + width, level, method: 'student' }
      : null,
    grade: GRADES['before-after'],
    sample: { programme },
    assumptions: ['no-other-change', 'independent-people', 'lost-like-observed'],
    knownBias: ['regression-to-the-mean', 'no-counterfactual'],
    warnings: [
      ...sampleWarnings([programme]),
      ...(error === 0 ? [{ code: 'no-variation-seen', values: {} } as const] : []),
      ...again.warnings,
    ],
    ...(again.bootstrap && { bootstrap: again.bootstrap }),
  };
}
