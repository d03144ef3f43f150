import type { Amount, Deduction, Outcome, SeriesPoint, ValueMapFile } from '../../core/assessment.js';
import type { ValueMapResult } from '../../core/result.js';
import { text } from '../../platform/locale/text.js';
import { barChart } from '../charts/bars.js';
import { drawing } from '../template-engine.js';
import { moneyScale, percent, plainNumber } from './amounts.js';

const BARS_SHOWN = 8;

/** The inner pages of a value map. */
export function mapView(result: ValueMapResult, file: ValueMapFile) {
  const worths = new Map(result.perRow.map(({ id, presentValue }) => [id, presentValue]));
  const rows = file.outcomes.map((row) => ({ row, worth: worths.get(row.id) ?? null }));
  const scale = moneyScale(
    [result.pvBenefits, result.pvInputs, ...rows.map(({ worth }) => worth)],
    result.currency,
  );
  const largest = [...rows]
    .sort((one, other) => Math.abs(other.worth ?? 0) - Math.abs(one.worth ?? 0))
    .slice(0, BARS_SHOWN);
  const bars = largest.map(({ row, worth }) => ({
    label: row.outcome,
    from: 0,
    to: worth ?? 0,
    text: scale.write(worth),
    tone: (worth ?? 0) < 0 ? ('warm' as const) : ('dark' as const),
  }));
  const list = bars.map(({ label, text: value }) => `${label} ${value}`).join(', ');
  return {
    lead: text('report.map.lead', { unit: scale.unit, priceYear: String(result.priceYear) }),
    chart: drawing(barChart(bars, 0, text('report.map.chart', { list }))),
    chartLead: text('report.map.chartLead', {
      shown: bars.length,
      all: rows.length,
      cut: bars.length < rows.length ? 'yes' : 'no',
    }),
    groups: groupsOf(rows).map(({ stakeholder, rows: own }) => ({
      stakeholder,
      worth: scale.write(
        result.perStakeholder.find((each) => each.stakeholder === stakeholder)?.presentValue ?? null,
      ),
      rows: own.map(({ row, worth }) => ({
        outcome: row.outcome,
        quantity: over(row, row.quantity, ({ quantity }) => quantity),
        proxy: over(row, row.proxy?.value, ({ proxyValue }) => proxyValue),
        deadweight: taken(row, 'deadweight'),
        displacement: taken(row, 'displacement'),
        attribution: taken(row, 'attribution'),
        dropOff: taken(row, 'dropOff'),
        worth: scale.write(worth),
      })),
    })),
    totals: [
      { label: text('report.map.benefits'), value: scale.write(result.pvBenefits) },
      { label: text('report.map.inputs'), value: scale.write(result.pvInputs) },
      { label: text('report.net'), value: scale.write(result.npv) },
    ],
    ...inputsView(file),
    ...yearsView(result),
  };
}

/** Outcomes by whom they are for, in the order of the file. */
function groupsOf<Row extends { readonly row: Outcome }>(rows: readonly Row[]) {
  const groups = new Map<string, Row[]>();
  for (const each of rows) {
    const group = groups.get(each.row.stakeholder) ?? [];
    groups.set(each.row.stakeholder, group);
    group.push(each);
  }
  return [...groups].map(([stakeholder, own]) => ({ stakeholder, rows: own }));
}

function inputsView(file: ValueMapFile) {
  const scale = moneyScale(
    file.inputs.map(({ value }) => (typeof value === 'number' ? value : null)),
    file.currency,
  );
  return {
    inputsTitle: text('report.map.inputsTitle', { unit: scale.unit }),
    inputs: file.inputs.map(({ stakeholder, description, id, year, value, notValued }) => ({
      who: stakeholder ?? '',
      what: description ?? id ?? '',
      year: year === undefined ? '' : String(year),
      value:
        value === null
          ? (notValued ?? text('report.notValued'))
          : typeof value === 'number'
            ? scale.write(value)
            : named(value),
    })),
  };
}

function yearsView({ perYear, currency }: ValueMapResult) {
  const scale = moneyScale(
    perYear.flatMap(({ value, presentValue }) => [value, presentValue]),
    currency,
  );
  return {
    yearsTitle: text('report.map.byYear', { unit: scale.unit }),
    years: perYear.map(({ year, value, presentValue }) => ({
      year: String(year),
      value: scale.write(value),
      present: scale.write(presentValue),
    })),
  };
}

const named = ({ of }: Exclude<Amount, number>): string => [of].flat().join(' × ');

/** A number of a row; of a series that has one for each year, the least and the most. */
function over(
  row: Outcome,
  own: Amount | undefined,
  ofYear: (point: SeriesPoint) => Amount | undefined,
): string {
  if (own !== undefined) return typeof own === 'number' ? plainNumber(own) : named(own);
  if (!row.series) return '–';
  const values = row.series.map(ofYear);
  return span(values, plainNumber) ?? text('report.series');
}

function taken(row: Outcome, deduction: 'deadweight' | 'displacement' | 'attribution' | 'dropOff'): string {
  const own = row[deduction];
  if (own !== null && own !== undefined) return typeof own === 'number' ? percent(own) : named(own);
  const years = (row.series ?? []).map((point) => point[deduction]);
  if (years.some((value) => value !== null && value !== undefined))
    return span(years, percent) ?? text('report.series');
  return text('report.notAssessed');
}

/** One number where all years have the same, otherwise the ends; undefined where some year has none. */
function span(values: readonly Deduction[], write: (value: number) => string): string | undefined {
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length < values.length) return undefined;
  const low = write(numbers.reduce((one, other) => Math.min(one, other)));
  const high = write(numbers.reduce((one, other) => Math.max(one, other)));
  return low === high ? low : `${low}–${high}`;
}
