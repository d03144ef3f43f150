import type { PublishedFigure } from '../../core/assessment.js';
import type { Claim, PublishedComparison, Result, Value } from '../../core/result.js';
import { formatMoney } from '../../platform/locale/format.js';
import { text } from '../../platform/locale/text.js';
import { sentenceCase } from '../view/input-label.js';
import { sourceLine } from '../view/source-line.js';
import { claimsSection, sameDecimals } from './claims-section.js';
import { asBars, note, type Section, section } from './section.js';
import { type Cell, columns, heading, number, row, type Table, words } from './table.js';

/** What others have published: figures of the same thing beside ours, and what others found elsewhere. */
export function publishedSections(result: Result): readonly Section[] {
  const published = result.assessment.context?.published ?? [];
  if (published.length + result.beside.length === 0) return [];
  return [
    section({
      id: 'published',
      title: text('report.beside.title'),
      lead: text('report.beside.lead'),
      tables: published.length > 0 ? [publishedTable(result, published)] : [],
    }),
    ...claimsSection(result),
    ...result.beside.map(comparisonSection),
  ];
}

function publishedTable(result: Result, published: readonly PublishedFigure[]): Table {
  // Where every published figure is what we have, there is nothing to ask about.
  const asked = result.claims.some(({ needed }) => needed.length > 0);
  return {
    name: 'published',
    caption: text('page.table.published'),
    columns: columns(
      [text('report.beside.published')],
      [text('report.assumptions.value'), 'n'],
      [text('report.beside.ours'), 'n'],
      ...(asked ? [[text('report.beside.favourable'), 'n'] as const] : []),
      [text(asked ? 'report.beside.reach' : 'report.beside.why')],
    ),
    rows: published.map((one) => {
      const { what, value, source, difference, figure } = one;
      const claim = claimOf(result, one);
      const write = sameDecimals(typeof value === 'number' ? value : 0);
      const ours = claim?.ours ?? ownFigure(result, figure);
      return row([
        heading(what, { note: source }),
        typeof value === 'number' ? number(value, null, write(value)) : words(value, { numeric: true }),
        number(ours, figure ?? null, write(ours)),
        ...(asked ? [number(claim?.favourable ?? null, null, write(claim?.favourable ?? null))] : []),
        asked && claim ? reachCell(claim, difference) : words(difference ?? ''),
      ]);
    }),
  };
}

/** Whether a claim is in reach, and why it differs from what we have. */
function reachCell({ needed, reachable }: Claim, difference: string | undefined): Cell {
  const same = needed.length === 0 && reachable;
  return words(text('report.beside.reached', { reached: same ? 'same' : reachable ? 'yes' : 'no' }), {
    open: !reachable,
    note: difference ?? null,
  });
}

function claimOf({ claims }: Result, { what, source, figure }: PublishedFigure): Claim | undefined {
  return claims.find((one) => one.what === what && one.source === source && one.figure === figure);
}

/** A figure of the result itself, where a published one is no number and so no claim. */
function ownFigure(result: Result, figure: string | undefined): Value {
  if (figure === undefined || !(figure in result)) return null;
  const value: unknown = result[figure as keyof Result];
  return typeof value === 'number' ? value : null;
}

const TONES = { claimed: 'light', anyway: 'hatch', attributable: 'dark' } as const;

/** What others found elsewhere, as a picture and what is to be learnt from it. */
function comparisonSection(one: PublishedComparison): Section {
  const bars = one.bars.map(({ label, value, role }) => ({
    label,
    from: 0,
    to: value,
    text: formatMoney(value, one.currency),
    tone: TONES[role],
  }));
  const list = bars.map(({ label, text: value }) => `${label} ${value}`).join(', ');
  return section({
    id: `beside-${one.id}`,
    under: true,
    title: one.title,
    lead: one.lesson,
    ...asBars(bars, 0, text('report.beside.chart', { title: one.title, list })),
    notes: [note(`${sentenceCase(one.unit)}. ${sourceLine(one.source, one.verified)}`)],
  });
}
