import type { Summary } from '../statistics.js';
import type { Histogram } from './uncertainty-result.js';

const BINS = 30;

/** A long tail would squeeze all else into one bin: of the draws, this share at either end is only counted. */
const OUTSIDE = 0.005;

/** How often a figure came out how large, in bins over all but the outermost hundredth of the draws. */
export function histogramOf(figure: string, summary: Summary): Histogram | null {
  const [low, high] = [summary.quantile(OUTSIDE), summary.quantile(1 - OUTSIDE)];
  if (!Number.isFinite(low) || !Number.isFinite(high)) return null;
  const bins = low < high ? BINS : 1;
  const edges = Array.from({ length: bins + 1 }, (_, at) =>
    at === bins ? high : low + ((high - low) * at) / bins,
  );
  const below = summary.countBelow(low);
  const upTo = edges.map((edge, at) => (at === 0 ? below : summary.count - summary.countAbove(edge)));
  return {
    of: figure,
    edges,
    counts: edges.slice(1).map((_, at) => (upTo[at + 1] ?? 0) - (upTo[at] ?? 0)),
    below,
    above: summary.countAbove(high),
  };
}
