import { normalQuantile } from '../uncertainty/normal-quantile.js';
import { levelFault } from './faults.js';
import { refuse, type Refusal } from './refusal.js';

/** How long somebody was followed from the start, and whether that ended with the event or only with what is known. */
export interface FollowUp {
  /** In days, or any unit that is kept throughout: 0 or more. */
  readonly time: number;
  /** True for the event (a relapse, a job lost); false for somebody who was free of it when last seen. */
  readonly event: boolean;
}

/** On which scale an interval of a survival share is symmetrical (the names of R’s survival package). */
export type CurveInterval = 'plain' | 'log' | 'log-log';

/** What the curve is just after a time at which something happened. */
export interface CurvePoint {
  readonly time: number;
  /** People followed up to this time and free of the event until it. */
  readonly atRisk: number;
  readonly events: number;
  /** The share free of the event, 0..1. */
  readonly survival: number;
  /** Greenwood’s; null once the curve has come to 0. */
  readonly standardError: number | null;
  /** A confidence interval of the share, within 0..1; null once the curve has come to 0. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** Nelson and Aalen’s: the sum of events over people at risk. */
  readonly cumulativeHazard: number;
}

export interface SurvivalCurve {
  readonly people: number;
  readonly events: number;
  readonly level: number;
  readonly intervalKind: CurveInterval;
  /** The points at which something happened, in the order of time; between them the curve is level. */
  readonly points: readonly CurvePoint[];
  /** The times of all people in their order, of which the last ends follow-up. */
  readonly times: readonly number[];
}

/**
 * The share of people who are still free of an event, by the time since they were first at risk (Kaplan and Meier,
 * 1958), with the standard error of Greenwood (1926). People censored at the time of an event count as at risk of it.
 * Times are equal only if they are the same number.
 *
 * @param interval the log-log scale unless said otherwise: it stays within 0 and 1 and holds its level in small groups
 * @param level of the interval, between 0 and 1
 * @returns refused for nobody, for times that are no numbers of 0 or more, and for a level outside 0 to 1
 */
export function survivalCurve(
  people: readonly FollowUp[],
  interval: CurveInterval = 'log-log',
  level = 0.95,
): SurvivalCurve | Refusal {
  const wrong = followUpFault(people) ?? levelFault(level);
  if (wrong) return wrong;
  const score = normalQuantile((1 + level) / 2);
  let [survival, greenwood, cumulativeHazard, events] = [1, 0, 0, 0];
  const points = eventTimes(people).map(({ time, atRisk, events: count }): CurvePoint => {
    survival *= 1 - count / atRisk;
    greenwood += count / (atRisk * (atRisk - count));
    cumulativeHazard += count / atRisk;
    events += count;
    const logError = Math.sqrt(greenwood);
    const gone = survival === 0;
    return {
      time,
      atRisk,
      events: count,
      survival,
      standardError: gone ? null : survival * logError,
      interval: gone ? null : intervalOf(interval, survival, score * logError),
      cumulativeHazard,
    };
  });
  const times = people.map(({ time }) => time).sort((one, other) => one - other);
  return { people: people.length, events, level, intervalKind: interval, points, times };
}

/** The share still free of the event at a time, 1 before anything happened; after the last event it stays level. */
export function survivalAt({ points }: SurvivalCurve, time: number): number {
  return points.findLast((point) => point.time <= time)?.survival ?? 1;
}

/** How many people were followed up to a time, free of the event until then. */
export function atRiskAt({ times }: SurvivalCurve, time: number): number {
  return times.filter((one) => one >= time).length;
}

/** People at risk and events at every time at which something happened, in the order of time. */
export function eventTimes(
  people: readonly FollowUp[],
): readonly { readonly time: number; readonly atRisk: number; readonly events: number }[] {
  const ordered = [...people].sort((one, other) => one.time - other.time);
  const found: { time: number; atRisk: number; events: number }[] = [];
  for (let at = 0; at < ordered.length;) {
    const time = ordered[at]?.time ?? Number.NaN;
    const atRisk = ordered.length - at;
    let events = 0;
    for (; ordered[at]?.time === time; at += 1) events += ordered[at]?.event ? 1 : 0;
    if (events > 0) found.push({ time, atRisk, events });
  }
  return found;
}

/** Why follow-ups cannot be made a curve of, if so. */
export function followUpFault(people: readonly FollowUp[]): Refusal | undefined {
  if (people.length === 0) return refuse('nobody', { group: 'follow-up' });
  const place = people.findIndex(({ time }) => !(time >= 0 && time < Number.POSITIVE_INFINITY));
  return place < 0 ? undefined : refuse('not-a-number', { what: 'time', place: place + 1 });
}

function intervalOf(
  kind: CurveInterval,
  survival: number,
  width: number,
): { readonly low: number; readonly high: number } {
  switch (kind) {
    case 'plain':
      return {
        low: Math.max(0, survival - width * survival),
        high: Math.min(1, survival + width * survival),
      };
    case 'log':
      return { low: survival * Math.exp(-width), high: Math.min(1, survival * Math.exp(width)) };
    case 'log-log': {
      const log = Math.log(survival);
      const stretch = Math.exp(width / log);
      return { low: Math.exp(log / stretch), high: Math.exp(log * stretch) };
    }
  }
}
