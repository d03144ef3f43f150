import { refuse, type Refusal } from './refusal.js';
import { type CurvePoint, atRiskAt, type SurvivalCurve, survivalAt } from './survival-curve.js';

/** A time, and between which times it lies; null where the curve never comes down so far. */
export interface MedianTime {
  readonly median: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** As far apart as two shares may be and still be taken for the same (R’s survival package). */
const SAME = 1.4901161193847656e-8;

/**
 * The time by which half of the people have had the event: the first at which the curve is at one half or below, and
 * the middle of the level stretch where it runs exactly along one half. The ends are the same of the lower and of the
 * upper limit of the curve (the convention of R’s survival package).
 */
export function medianTime({ points }: SurvivalCurve): MedianTime {
  const limits = points.filter(({ interval }) => interval !== null);
  return {
    median: halfTime(points, ({ survival }) => survival),
    low: halfTime(limits, ({ interval }) => interval?.low ?? Number.NaN),
    high: halfTime(limits, ({ interval }) => interval?.high ?? Number.NaN),
  };
}

function halfTime(points: readonly CurvePoint[], height: (point: CurvePoint) => number): number | null {
  const first = points.find((point) => height(point) < 0.5 + SAME);
  if (first === undefined) return null;
  const level = height(first);
  const next = points.find((point) => point.time > first.time && height(point) < level);
  return Math.abs(level - 0.5) < SAME && next ? (first.time + next.time) / 2 : first.time;
}

/** The time free of the event up to a horizon. */
export interface RestrictedMean {
  /** In the unit of the times of the curve. */
  readonly mean: number;
  readonly standardError: number;
  /** Whether nobody was followed up to the horizon, so that the curve is carried on level to it. */
  readonly beyondFollowUp: boolean;
}

/**
 * The mean time that people are free of the event, up to a horizon: the area under the curve. Its variance is
 * Σ (area from each event to the horizon)² × d ÷ (n (n − d)), an event that left nobody at risk adding nothing, as
 * R’s survival package has it.
 *
 * @param horizon in the unit of the times, above 0; otherwise it is refused
 */
export function restrictedMean(curve: SurvivalCurve, horizon: number): RestrictedMean | Refusal {
  if (!(horizon > 0 && horizon < Number.POSITIVE_INFINITY)) return mustBePositive('horizon');
  const points = curve.points.filter(({ time }) => time <= horizon);
  let [areaAfter, variance, end] = [0, 0, horizon];
  for (const { time, survival, atRisk, events } of points.toReversed()) {
    areaAfter += survival * (end - time);
    if (atRisk > events) variance += (areaAfter * areaAfter * events) / (atRisk * (atRisk - events));
    end = time;
  }
  return {
    mean: areaAfter + end,
    standardError: Math.sqrt(variance),
    beyondFollowUp: horizon > (curve.times.at(-1) ?? 0) && survivalAt(curve, horizon) > 0,
  };
}

/** The share of an effect lost from one year to the next. */
export interface DropOff {
  /** 0..1 */
  readonly yearly: number;
  /** The years over which it is the mean. */
  readonly years: number;
  readonly atRisk: number;
  /** By the limits of the curve at the end of those years; null where the curve has come to 0. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

export interface DropOffOptions {
  /** How long a year is in the unit of the times: 365 days unless said otherwise. */
  readonly yearLength?: number;
  /** People that must still be at risk in the last year looked at: 10 unless said otherwise. */
  readonly leastAtRisk?: number;
}

/**
 * The yearly drop-off 1 − S(T)^(1/T) of a curve, T being the last whole year up to which enough people were followed.
 *
 * @returns null where too few people were followed for one year; refused for options that are not above 0
 */
export function yearlyDropOff(
  curve: SurvivalCurve,
  { yearLength = 365, leastAtRisk = 10 }: DropOffOptions = {},
): DropOff | null | Refusal {
  if (!(yearLength > 0)) return mustBePositive('yearLength');
  if (!(leastAtRisk > 0)) return mustBePositive('leastAtRisk');
  let years = 0;
  while (atRiskAt(curve, (years + 1) * yearLength) >= leastAtRisk) years += 1;
  if (years === 0) return null;
  const lost = (share: number): number => yearlyLoss(share, years);
  const point = curve.points.findLast(({ time }) => time <= years * yearLength);
  const limits = point ? point.interval : { low: 1, high: 1 };
  return {
    yearly: lost(survivalAt(curve, years * yearLength)),
    years,
    atRisk: atRiskAt(curve, years * yearLength),
    interval: limits && { low: lost(limits.high), high: lost(limits.low) },
  };
}

/** The share lost in each of some years if so much is left at their end. */
export function yearlyLoss(left: number, years: number): number {
  return left === 0 ? 1 : 1 - Math.exp(Math.log(left) / years);
}

const mustBePositive = (what: string): Refusal => refuse('not-positive', { what });
