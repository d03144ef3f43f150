import type { Deduction, Outcome, ValueMapFile } from '../../core/assessment.js';
import type { ValueMapResult } from '../../core/result.js';
import { formatNumber } from '../../platform/locale/format.js';
import { text } from '../../platform/locale/text.js';
import { percent, plainNumber } from '../view/amounts.js';
import { barList } from '../sections/bar-list.js';
import { type Section, section } from '../sections/section.js';
import { type Cell, columns, heading, number, row, words } from '../sections/table.js';

const BARS_SHOWN = 12;

/** What a value map shows between its headline and its assumptions. */
export function mapSections(result: ValueMapResult, file: ValueMapFile): readonly Section[] {
  return [worthSection(result, file), timeSection(result)];
}

function worthSection(result: ValueMapResult, file: ValueMapFile): Section {
  const rows = file.outcomes.map((outcome) => ({
    outcome,
    worth: result.perRow.find(({ id }) => id === outcome.id)?.presentValue ?? null,
  }));
  const bars = [...rows]
    .sort((one, other) => Math.abs(other.worth ?? 0) - Math.abs(one.worth ?? 0))
    .slice(0, BARS_SHOWN)
    .map(({ outcome, worth }) => ({
      label: outcome.outcome,
      from: 0,
      to: worth ?? 0,
      text: plainNumber(worth),
      tone: (worth ?? 0) < 0 ? ('warm' as const) : ('dark' as const),
    }));
  return section({
    id: 'map',
    title: text('report.map.title'),
    lead: text('report.map.lead', { unit: result.currency, priceYear: String(result.priceYear) }),
    bars: barList(bars, 0, bars.map(({ label, text: value }) => `${label} ${value}`).join(', ')),
    tables: [
      {
        name: 'map',
        caption: text('page.table.map', { currency: result.currency, priceYear: String(result.priceYear) }),
        columns: columns(
          [text('report.stakeholder')],
          [text('report.outcome')],
          [text('report.quantity'), 'n'],
          [text('report.proxy'), 'n'],
          [text('report.deadweight'), 'n'],
          [text('report.displacement'), 'n'],
          [text('report.attribution'), 'n'],
          [text('report.dropOff'), 'n'],
          [text('report.present'), 'n'],
        ),
        rows: rows.map(({ outcome, worth }) => {
          const at = `outcomes.${outcome.id}`;
          return row([
            words(outcome.stakeholder),
            heading(outcome.outcome),
            amount(outcome, outcome.quantity, `${at}.quantity`),
            amount(outcome, outcome.proxy?.value, `${at}.proxy`),
            taken(outcome.deadweight, `${at}.deadweight`),
            taken(outcome.displacement, `${at}.displacement`),
            taken(outcome.attribution, `${at}.attribution`),
            outcome.series
              ? words(text('report.series'), { numeric: true })
              : taken(outcome.dropOff, `${at}.dropOff`),
            number(worth, `perRow.${outcome.id}.presentValue`),
          ]);
        }),
      },
      {
        name: 'totals',
        caption: text('page.table.totals'),
        columns: columns([text('page.table.total')], [text('report.assumptions.value'), 'n']),
        rows: [
          row([heading(text('page.total.benefits')), number(result.pvBenefits, 'pvBenefits')]),
          row([heading(text('page.total.inputs')), number(result.pvInputs, 'pvInputs')]),
          row([heading(text('page.total.npv')), number(result.npv, 'npv')], true),
          row([heading(text('page.total.ratio')), ratio(result.ratio, 'ratio')], true),
          row([heading(text('page.total.gross')), ratio(result.grossRatio, 'grossRatio')]),
          row([
            heading(text('page.total.withoutTransfers')),
            ratio(result.ratioWithoutTransfers, 'ratioWithoutTransfers'),
          ]),
        ],
      },
    ],
  });
}

const ratio = (value: number | null, figure: string): Cell => number(value, figure, formatNumber(value, 2));

function timeSection(result: ValueMapResult): Section {
  const bars = result.perYear.map(({ year, presentValue }) => ({
    label: text('report.yearNumber', { year: String(year) }),
    from: 0,
    to: presentValue ?? 0,
    text: plainNumber(presentValue),
    tone: (presentValue ?? 0) < 0 ? ('warm' as const) : ('dark' as const),
  }));
  return section({
    id: 'time',
    title: text('page.time.title'),
    lead: text('page.time.lead'),
    bars: barList(bars, 0, bars.map(({ label, text: value }) => `${label} ${value}`).join(', ')),
    tables: [
      {
        name: 'time',
        caption: text('page.table.mapYears', { currency: result.currency }),
        columns: columns([text('report.year')], [text('report.gain'), 'n'], [text('report.present'), 'n']),
        rows: result.perYear.map(({ year, value, presentValue }) =>
          row([
            heading(String(year)),
            number(value, `perYear.${year}.value`),
            number(presentValue, `perYear.${year}.presentValue`),
          ]),
        ),
      },
    ],
  });
}

function amount(outcome: Outcome, value: Outcome['quantity'], figure: string): Cell {
  if (value === undefined) {
    return words(outcome.series ? text('report.series') : '–', { numeric: true });
  }
  return typeof value === 'number'
    ? number(value, figure, formatNumber(value, Number.isInteger(value) ? 0 : 2))
    : words([value.of].flat().join(' × '), { numeric: true });
}

function taken(share: Deduction, figure: string): Cell {
  if (share === null || share === undefined) {
    return words(text('report.notAssessed'), { numeric: true, open: true });
  }
  return typeof share === 'number'
    ? number(share, figure, percent(share))
    : words([share.of].flat().join(' × '), { numeric: true });
}
