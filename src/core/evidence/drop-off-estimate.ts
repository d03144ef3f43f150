import { type ConfidenceInterval, GRADES, sampleWarnings, type UncomparedEstimate } from './estimate.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';
import { type EstimateOptions, resampledAlone } from './resampled.js';
import { atRiskAt, type FollowUp, survivalAt, survivalCurve } from './survival-curve.js';
import { type DropOff, type DropOffOptions, yearlyDropOff, yearlyLoss } from './survival-summaries.js';

export interface DropOffEstimate extends UncomparedEstimate {
  readonly design: 'follow-up';
  readonly dropOff: DropOff;
}

/**
 * The yearly drop-off of an outcome from how long it lasted for each person, with the interval of the curve on the
 * log-log scale. Resamples are looked at over the same years as the people themselves.
 *
 * @param people of whom it is known how long it lasted, or at least lasted
 * @param lost people who had the outcome and were never followed up
 * @returns refused where fewer people were followed for a year than `leastAtRisk` asks for
 */
export function dropOffEstimate(
  people: readonly FollowUp[],
  lost = 0,
  options: EstimateOptions & DropOffOptions = {},
): DropOffEstimate | Refusal {
  const { level = 0.95, yearLength = 365, leastAtRisk = 10 } = options;
  const curve = survivalCurve(people, 'log-log', level);
  if (isRefusal(curve)) return curve;
  const dropOff = yearlyDropOff(curve, { yearLength, leastAtRisk });
  if (dropOff === null) {
    const followed = people.filter(({ time }) => time >= yearLength).length;
    return refuse('too-few', { group: 'follow-up of one year', least: leastAtRisk, people: followed });
  }
  if (isRefusal(dropOff)) return dropOff;
  const { yearly, years, interval } = dropOff;
  const programme = { people: people.length, lost };
  const again = resampledAlone(
    people.length,
    (places) => dropOffOf(people, places, years, yearLength),
    options,
  );
  const moved = interval !== null && interval.low < interval.high;
  const confidence: ConfidenceInterval | null = moved
    ? { kind: 'confidence-interval', ...interval, level, method: 'log-log' }
    : null;
  return {
    design: 'follow-up',
    value: yearly,
    standardError: null,
    interval: confidence,
    grade: GRADES['follow-up'],
    sample: { programme },
    assumptions: ['censoring-unrelated', 'independent-people', 'lost-like-observed'],
    knownBias: ['survivors-only'],
    warnings: [
      ...sampleWarnings([programme]),
      ...(moved ? [] : [{ code: 'no-variation-seen', values: {} } as const]),
      ...again.warnings,
    ],
    dropOff,
    ...(again.bootstrap && { bootstrap: again.bootstrap }),
  };
}

/** The drop-off over so many years of the people in some places; null where nobody of them was followed so long. */
function dropOffOf(
  people: readonly FollowUp[],
  places: ArrayLike<number>,
  years: number,
  yearLength: number,
): number | null {
  const drawn = Array.from(places, (place) => people[place]).filter((one) => one !== undefined);
  const curve = survivalCurve(drawn);
  if (isRefusal(curve) || atRiskAt(curve, years * yearLength) === 0) return null;
  return yearlyLoss(survivalAt(curve, years * yearLength), years);
}
