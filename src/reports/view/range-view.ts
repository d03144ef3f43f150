import type { Interval, Result } from '../../core/result.js';
import { formatNumber } from '../../platform/locale/format.js';
import { text } from '../../platform/locale/text.js';
import { intervalChart } from '../charts/interval.js';
import { drawing } from '../template-engine.js';

/** How a figure is written. */
export type Write = (value: number | null) => string;

/** An amount of page one: the figure, what it is made of, and how sure it is. */
export interface MoneyBlock {
  readonly figure: string;
  readonly label: string;
  readonly value: string;
  readonly line: string;
  /** Null where it is not said of this one. */
  readonly range: string | null;
  readonly interval: object | null;
}

/** The words for a range; where it is mostly assumption they say so and give no probability. */
export function rangeKey({ uncertainty }: Result): 'report.range' | 'report.range.illustrative' {
  return uncertainty?.mostlyAssumption === true ? 'report.range.illustrative' : 'report.range';
}

/** The range of a figure in words and as a picture; the words alone where there is none. */
export function rangeView(
  result: Result,
  interval: Interval | null,
  point: number | null,
  line: number,
  write: Write,
) {
  const { p5, p95 } = interval ?? { p5: null, p95: null };
  if (p5 === null || p95 === null) return { range: text('report.noRange'), interval: null };
  const values = { low: write(p5), high: write(p95) };
  return {
    range: text(rangeKey(result), values),
    interval: drawing(
      intervalChart({
        low: p5,
        high: p95,
        point: point ?? p5,
        line,
        lineText: formatNumber(line),
        label: text('report.range.chart', {
          ...values,
          value: write(point),
          line,
          basis: rangeKey(result) === 'report.range' ? 'drawn' : 'assumed',
        }),
      }),
    ),
  };
}
