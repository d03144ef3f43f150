import { barChart } from '../charts/bars.js';
import type { Section } from '../sections/section.js';
import type { Column } from '../sections/table.js';
import { drawing } from '../template-engine.js';

/** A table this short stays on one page. */
const SHORT = 12;

/** So few columns of figures leave room for longer names. */
const FEW = 2;
const SOME = 4;

/** A section of the page of a result as the report prints it. */
export function printedSection({ title, lead, drawn, drawing: picture, tables, notes, under }: Section) {
  return {
    under,
    title,
    lead,
    chart: drawn ? drawing(barChart(drawn.bars, drawn.line, drawn.label)) : picture,
    tables: tables.map(({ caption, columns, rows }) => ({
      caption: tables.length > 1 ? caption : null,
      columns,
      rows,
      shape: shapeOf(columns.slice(1)),
      short: rows.length <= SHORT,
    })),
    notes,
  };
}

/** What the columns after the first hold: figures, words, or figures and the reasons for them. */
function shapeOf(columns: readonly Column[]): string {
  if (columns.every(({ numeric }) => numeric)) {
    if (columns.length <= FEW) return 'figures few';
    return columns.length <= SOME ? 'figures some' : 'figures';
  }
  return columns.some(({ numeric }) => numeric) ? 'reasons' : 'answers';
}
