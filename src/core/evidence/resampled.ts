import { bootstrap, type BootstrapOptions, jackknife, type Resample } from './bootstrap.js';
import { bcaInterval, jackknifeAcceleration, percentileInterval } from './bootstrap-interval.js';
import type { BootstrapResult, ComparedBootstrapResult, ConfidenceInterval, Warning } from './estimate.js';
import { isRefusal, type Refusal } from './refusal.js';

/** How an estimate is to be worked out, over and above its own data. */
export interface EstimateOptions {
  /** Of confidence intervals, between 0 and 1: 0.95 unless said otherwise. */
  readonly level?: number;
  /** Resamples to be drawn, for intervals by resampling and for draws; none unless asked for. */
  readonly bootstrap?: BootstrapOptions;
}

/** What an estimate comes to for some people. */
export interface ValueOf {
  readonly value: number;
  /** The mean outcome of the people of the programme, where the design has a counterfactual. */
  readonly observed?: number;
}

/**
 * Leaving out each of more people than this takes longer than it tells: the bias-corrected interval of so many differs
 * little from that by percentiles, and is not worked out.
 */
const MOST_FOR_JACKKNIFE = 10_000;

/** The bootstrap of an estimate, and what its reader must know of it. */
export interface Resampled<R extends BootstrapResult> {
  readonly bootstrap?: R;
  readonly warnings: readonly Warning[];
}

/**
 * Works an estimate out again for resampled people of each group, if asked to.
 *
 * @param sizes people in each group
 * @param of the estimate for the people in some places of each group; refused where it does not exist for them
 */
export function resampled(
  sizes: readonly number[],
  of: (places: readonly Resample[]) => ValueOf | Refusal,
  options: EstimateOptions,
): Resampled<ComparedBootstrapResult> {
  if (options.bootstrap === undefined) return { warnings: [] };
  const { level = 0.95 } = options;
  const observedDraws: number[] = [];
  const valueOf = (places: readonly Resample[], keep?: (observed: number) => void): number => {
    const outcome = of(places);
    if (isRefusal(outcome) || !Number.isFinite(outcome.value)) return Number.NaN;
    keep?.(outcome.observed ?? Number.NaN);
    return outcome.value;
  };
  const { values, failed } = bootstrap(
    sizes,
    (places) => valueOf(places, (observed) => observedDraws.push(observed)),
    options.bootstrap,
  );
  const everybody = sizes.map((size) => Uint32Array.from({ length: size }, (_, at) => at));
  const many = sizes.reduce((sum, size) => sum + size, 0) > MOST_FOR_JACKKNIFE;
  const left = (many ? [] : sizes).map((size, group) =>
    jackknife(size, (places) => valueOf(everybody.map((all, at) => (at === group ? places : all)))),
  );
  const acceleration = jackknifeAcceleration(...left);
  const percentile = percentileInterval(values, { level });
  const bca = isRefusal(acceleration)
    ? acceleration
    : bcaInterval(values, valueOf(everybody), acceleration.acceleration, { level });
  const draws = [...values];
  const extreme = [percentile, bca].some((interval) => !isRefusal(interval) && interval.extreme);
  return {
    bootstrap: {
      percentile: intervalBy('percentile', percentile),
      bca: intervalBy('bca', bca),
      failed,
      draws,
      observedDraws,
      counterfactualDraws: draws.map((value, at) => (observedDraws[at] ?? Number.NaN) - value),
    },
    warnings: [
      ...(failed > 0
        ? [
            {
              code: 'failed-replicates',
              values: { failed, replicates: options.bootstrap.replicates },
            } as const,
          ]
        : []),
      ...(extreme ? [{ code: 'extreme-quantile', values: {} } as const] : []),
    ],
  };
}

/** The same without the draws of a counterfactual, of which an estimate without a comparison knows nothing. */
export function resampledAlone(
  size: number,
  of: (places: Resample) => number | null,
  options: EstimateOptions,
): Resampled<BootstrapResult> {
  const { bootstrap: found, warnings } = resampled(
    [size],
    ([places]) => ({ value: (places && of(places)) ?? Number.NaN }),
    options,
  );
  if (found === undefined) return { warnings };
  const { percentile, bca, failed, draws } = found;
  return { bootstrap: { percentile, bca, failed, draws }, warnings };
}

function intervalBy(
  method: 'percentile' | 'bca',
  interval: { readonly low: number; readonly high: number; readonly level: number } | Refusal,
): ConfidenceInterval | null {
  if (isRefusal(interval)) return null;
  const { low, high, level } = interval;
  return { kind: 'confidence-interval', low, high, level, method };
}
