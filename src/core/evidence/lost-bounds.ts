import type { GroupSample, StatedRange } from './estimate.js';
import { refuse, type Refusal } from './refusal.js';

/** People of a group with an outcome of yes or no, and those of whom it is not known. */
export interface KnownOutcomes extends GroupSample {
  /** How many of `people` had the outcome. */
  readonly withOutcome: number;
}

/** The worst and the best case of a number. */
export interface LostBounds extends StatedRange {
  readonly of: 'lost-to-follow-up';
  /** With those lost left out. */
  readonly observed: number | null;
}

/**
 * Between which shares the truth lies, whatever became of those lost to follow-up: none of them had the outcome, or all
 * of them (Manski, 1990). No confidence interval: it is about who was lost, not about chance.
 *
 * @returns refused for counts that cannot be, and for nobody
 */
export function shareBounds(group: KnownOutcomes): LostBounds | Refusal {
  return countsFault('group', group) ?? boundsOf(group);
}

/**
 * The same for the difference of two shares. Worst: none of those lost by the programme had the outcome, and all of
 * those lost by the comparison; best: the other way round.
 */
export function differenceBounds(programme: KnownOutcomes, comparison: KnownOutcomes): LostBounds | Refusal {
  const wrong = countsFault('programme', programme) ?? countsFault('comparison', comparison);
  if (wrong) return wrong;
  const [ours, theirs] = [boundsOf(programme), boundsOf(comparison)];
  return {
    kind: 'range',
    of: 'lost-to-follow-up',
    low: ours.low - theirs.high,
    high: ours.high - theirs.low,
    observed: ours.observed === null || theirs.observed === null ? null : ours.observed - theirs.observed,
  };
}

/** A number measured of the people of a group, which can lie between two ends and no further. */
export interface MeasuredGroup extends GroupSample {
  /** Of `people`. */
  readonly mean: number;
}

/**
 * The same for the mean of a number: all of those lost at its lowest, or at its highest possible value.
 *
 * @param lowest and @param highest value that anybody can have
 * @returns refused where the mean is outside them
 */
export function meanBounds(group: MeasuredGroup, lowest: number, highest: number): LostBounds | Refusal {
  const { people, lost, mean } = group;
  if (!(mean >= lowest && mean <= highest)) {
    return refuse('out-of-range', { what: 'mean', low: lowest, high: highest });
  }
  return (
    countsFault('group', { people, lost, withOutcome: 0 }) ?? {
      kind: 'range',
      of: 'lost-to-follow-up',
      low: (people * mean + lost * lowest) / (people + lost),
      high: (people * mean + lost * highest) / (people + lost),
      observed: people > 0 ? mean : null,
    }
  );
}

function boundsOf({ people, lost, withOutcome }: KnownOutcomes): LostBounds {
  return {
    kind: 'range',
    of: 'lost-to-follow-up',
    low: withOutcome / (people + lost),
    high: (withOutcome + lost) / (people + lost),
    observed: people > 0 ? withOutcome / people : null,
  };
}

function countsFault(group: string, { people, lost, withOutcome }: KnownOutcomes): Refusal | undefined {
  if (!isCount(people)) return refuse('not-a-count', { what: `${group} people` });
  if (!isCount(lost)) return refuse('not-a-count', { what: `${group} lost` });
  if (!isCount(withOutcome) || withOutcome > people) {
    return refuse('out-of-range', { what: `${group} withOutcome`, low: 0, high: people });
  }
  return people + lost > 0 ? undefined : refuse('nobody', { group });
}

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0;
