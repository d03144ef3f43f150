import { formatNumber } from '../../platform/locale/format.js';

/** A field of a table: what is shown, what a file of it holds, and the figure it is explained under. */
export interface Cell {
  readonly text: string;
  readonly value: string | number | null;
  readonly figure: string | null;
  readonly note: string | null;
  readonly heading: boolean;
  readonly numeric: boolean;
  readonly open: boolean;
}

export interface Column {
  readonly label: string;
  readonly numeric: boolean;
}

export interface Row {
  readonly cells: readonly Cell[];
  readonly total: boolean;
}

/** A table once, for the page and for the file people take away. */
export interface Table {
  readonly name: string;
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

const empty = { figure: null, note: null, heading: false, numeric: false, open: false } as const;

export const words = (text: string, more: Partial<Cell> = {}): Cell => ({
  ...empty,
  text,
  value: text,
  ...more,
});

export const heading = (text: string, more: Partial<Cell> = {}): Cell =>
  words(text, { heading: true, ...more });

/** A number, shown as given or whole, and kept unrounded in the file. */
export const number = (
  value: number | null,
  figure: string | null,
  text = formatNumber(value, 0),
  more: Partial<Cell> = {},
): Cell => ({ ...empty, text, value, figure: value === null ? null : figure, numeric: true, ...more });

export const row = (cells: readonly Cell[], total = false): Row => ({ cells, total });

export const columns = (...labels: readonly (readonly [label: string, numeric?: 'n'])[]): readonly Column[] =>
  labels.map(([label, numeric]) => ({ label, numeric: numeric === 'n' }));

/** A table as CSV (RFC 4180, UTF-8 with the mark spreadsheets look for). */
export function csvOf({ columns: heads, rows }: Table): string {
  const lines = [
    heads.map(({ label }) => label),
    ...rows.map(({ cells }) => cells.map(({ value }) => value)),
  ];
  return `\uFEFF${lines.map((line) => line.map(csvField).join(',')).join('\r\n')}\r\n`;
}

/** A number stays a number; a text that a spreadsheet would take for a formula gets an apostrophe before it. */
function csvField(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const harmless = /^\s*[=+\-@]|^[\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
