import { barChart } from '../charts/bars.js';
import type { Section } from '../sections/section.js';
import { drawing } from '../template-engine.js';

/** A table this short stays on one page. */
const SHORT = 12;

/** A section of the page of a result as the report prints it. */
export function printedSection({ title, lead, drawn, drawing: picture, tables, notes }: Section) {
  return {
    title,
    lead,
    chart: drawn ? drawing(barChart(drawn.bars, drawn.line, drawn.label)) : picture,
    tables: tables.map(({ caption, columns, rows }) => ({
      caption: tables.length > 1 ? caption : null,
      columns,
      rows,
      shape: columns.slice(1).some(({ numeric }) => numeric) ? 'figures' : 'answers',
      short: rows.length <= SHORT,
    })),
    notes,
  };
}
