import type { Amount, Assessment, Use } from '../../core/assessment.js';
import { formatNumber } from '../../platform/locale/format.js';
import { text } from '../../platform/locale/text.js';

/** Rows of a table that does not break over a page. */
const ROWS_KEPT = 12;

/** What people use in a year: with and without the programme for groups, one column for states. */
export function livesView(assessment: Assessment) {
  if (assessment.kind !== 'welfare-account') return [];
  const lives: readonly Life[] = assessment.careers
    ? assessment.careers.map(({ id, name, without, during, withFailure, withSuccess }) => ({
        name: name ?? id,
        columns: [
          [text('report.life.without'), without],
          ...(during ? [[text('report.life.during'), during.use] as const] : []),
          ...(withFailure ? [[text('report.life.failure'), withFailure] as const] : []),
          [text('report.life.success'), withSuccess],
        ],
      }))
    : (assessment.states ?? []).map(({ id, name, use }) => ({
        name: name ?? id,
        columns: [[text('report.life.year'), use ?? {}]],
      }));
  return lives.map(({ name, columns }) => {
    const rows = assessment.services
      .filter(({ id }) => columns.some(([, use]) => id in use))
      .map((service) => ({
        name: service.name ?? service.id,
        unit: service.unit ?? '',
        values: columns.map(([, use]) => units(use[service.id])),
      }));
    return { name, columns: columns.map(([column]) => column), rows, whole: rows.length <= ROWS_KEPT };
  });
}

interface Life {
  readonly name: string;
  readonly columns: readonly (readonly [string, Use])[];
}

function units(amount: Amount | undefined): string {
  if (amount === undefined) return '0';
  return typeof amount === 'number'
    ? formatNumber(amount, Number.isInteger(amount) ? 0 : 1)
    : [amount.of].flat().join(' × ');
}
