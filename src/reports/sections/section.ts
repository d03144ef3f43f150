import { barList, type BarList, type DrawnBar } from './bar-list.js';
import type { Table } from './table.js';

/** A sentence below a picture, with the figure it speaks of. */
export interface Note {
  readonly text: string;
  readonly figure: string | null;
}

export const note = (text: string, figure: string | null = null): Note => ({ text, figure });

/** A part of the page of a result: words, a picture, the tables under it. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly bars: BarList | null;
  /** The same bars for print. */
  readonly drawn: DrawnBars | null;
  readonly drawing: object | null;
  readonly tables: readonly Table[];
  readonly notes: readonly Note[];
  /** It belongs to the section before it. */
  readonly under: boolean;
  /** Its tables are opened by whoever wants them. */
  readonly folded: boolean;
}

/** Bars from a line, and what they show in words. */
export interface DrawnBars {
  readonly bars: readonly DrawnBar[];
  readonly line: number;
  readonly label: string;
}

/** Bars as a page and a report draw them. */
export const asBars = (bars: readonly DrawnBar[], line: number, label: string) => ({
  bars: barList(bars, line, label),
  drawn: { bars, line, label },
});

/** A section; what is left out is not there. */
export const section = (given: Pick<Section, 'id' | 'title' | 'lead'> & Partial<Section>): Section => ({
  bars: null,
  drawn: null,
  drawing: null,
  tables: [],
  notes: [],
  under: false,
  folded: false,
  ...given,
});
