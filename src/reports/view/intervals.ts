import type { Interval, Result } from '../../core/result.js';

/** The intervals that a result holds, that of its headline figure first; none where no input has a range. */
export function intervalsOf(result: Result): readonly Interval[] {
  const known = (intervals: readonly (Interval | null | undefined)[]): readonly Interval[] =>
    intervals.filter((interval) => interval !== null && interval !== undefined);
  switch (result.kind) {
    case 'value-map':
      return known([result.interval, result.npvInterval]);
    case 'welfare-account':
      return known([
        // Of the usual account the figure asked for first is the net value.
        result.presetFigures ? result.interval?.headline : null,
        result.interval?.npv,
        result.interval?.benefitCostRatio,
        result.interval?.publicNet,
        ...Object.values(result.interval?.actors ?? {}),
      ]);
    case 'fiscal-cost-benefit':
      return known([
        result.interval?.fiscalReturn,
        result.interval?.benefitCostRatio,
        result.interval?.netPresentBudgetImpact,
        result.interval?.netPresentPublicValue,
      ]);
  }
}
