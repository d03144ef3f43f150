import type { Deduction, Outcome, ValueMapFile } from '../../core/assessment.js';
import type { ValueMapResult } from '../../core/result.js';
import { formatNumber } from '../../platform/locale/format.js';
import { text } from '../../platform/locale/text.js';
import { barChart } from '../charts/bars.js';
import { drawing } from '../template-engine.js';
import { percent, wholeMoney } from './amounts.js';

const BARS_SHOWN = 12;

/** The inner pages of a value map. */
export function mapView(result: ValueMapResult, file: ValueMapFile) {
  const rows = file.outcomes.map((row) => ({
    row,
    worth: result.perRow.find(({ id }) => id === row.id)?.presentValue ?? null,
  }));
  const largest = [...rows]
    .sort((one, other) => Math.abs(other.worth ?? 0) - Math.abs(one.worth ?? 0))
    .slice(0, BARS_SHOWN);
  const bars = largest.map(({ row, worth }) => ({
    label: row.outcome,
    from: 0,
    to: worth ?? 0,
    text: wholeMoney(worth),
    tone: (worth ?? 0) < 0 ? ('warm' as const) : ('dark' as const),
  }));
  return {
    chart: drawing(barChart(bars, 0, bars.map(({ label, text: value }) => `${label} ${value}`).join(', '))),
    rows: rows.map(({ row, worth }) => ({
      stakeholder: row.stakeholder,
      outcome: row.outcome,
      quantity: amount(row, row.quantity),
      proxy: amount(row, row.proxy?.value),
      deadweight: taken(row.deadweight),
      displacement: taken(row.displacement),
      attribution: taken(row.attribution),
      dropOff: row.series ? text('report.series') : taken(row.dropOff),
      worth: wholeMoney(worth),
    })),
    years: result.perYear.map(({ year, value, presentValue }) => ({
      year: String(year),
      value: wholeMoney(value),
      present: wholeMoney(presentValue),
    })),
  };
}

function amount(row: Outcome, value: Outcome['quantity']): string {
  if (value === undefined) return row.series ? text('report.series') : '–';
  return typeof value === 'number'
    ? formatNumber(value, Number.isInteger(value) ? 0 : 2)
    : [value.of].flat().join(' × ');
}

function taken(share: Deduction): string {
  if (share === null || share === undefined) return text('report.notAssessed');
  return typeof share === 'number' ? percent(share) : [share.of].flat().join(' × ');
}
