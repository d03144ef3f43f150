import { Explained } from '../explained.js';
import { text, type TextValues } from '../locale/text.js';

/** How large a spreadsheet may be; what is larger is refused before it is read further. */
export const TABLE_LIMITS = {
  /** Of the file itself. */
  bytes: 5 * 1024 * 1024,
  /** Of all that is packed in a workbook, once unpacked. */
  unpackedBytes: 50 * 1024 * 1024,
  /** Files packed in a workbook. */
  parts: 500,
  sheets: 40,
  rows: 10_000,
  columns: 80,
  /** Characters of one cell. */
  characters: 5_000,
} as const;

/** What stands in a cell of a spreadsheet. */
export interface Cell {
  /** A date is the text of a civil date, 2025-12-31; of an error the text is what the spreadsheet shows, as #REF!. */
  readonly kind: 'empty' | 'text' | 'number' | 'yes-no' | 'date' | 'error';
  readonly value: string | number | boolean | null;
  /** The spreadsheet worked it out; `value` is what it last came to. */
  readonly formula?: true;
  /** A note that was pinned to the cell. */
  readonly note?: string;
}

export const EMPTY: Cell = { kind: 'empty', value: null };

/** A sheet as rows of cells; the cells of a merged range all hold its value. */
export interface Sheet {
  /** Empty for a file that is one table only. */
  readonly name: string;
  /** Rows may be of different lengths; nothing follows the last cell in use. */
  readonly rows: readonly (readonly Cell[])[];
  /** How deep a row is grouped under others, by its index; rows that are not grouped are left out. */
  readonly levels: ReadonlyMap<number, number>;
}

/** A spreadsheet that was read. */
export interface Spreadsheet {
  readonly sheets: readonly Sheet[];
  /** Between the fields of a text file; null for a workbook. */
  readonly separator: ',' | ';' | '\t' | null;
}

/** Why a spreadsheet is not read at all; the texts are under `table.refusal`. */
export type TableRefusalCode =
  | 'empty'
  | 'too-large'
  | 'unpacks-too-large'
  | 'too-many-parts'
  | 'too-many-sheets'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'damaged'
  | 'old-or-locked'
  | 'macros'
  | 'external-links'
  | 'not-a-table'
  | 'broken-quotes'
  | 'takes-too-long';

/** A spreadsheet that cannot be read, with what to do about it. */
export class TableRefusal extends Explained {
  readonly code: TableRefusalCode;

  constructor(code: TableRefusalCode, values: TextValues = {}) {
    super(text(`table.refusal.${code}`, values));
    this.code = code;
  }
}

/** @throws TableRefusal where a sheet is larger than the limits */
export function refuseLargeSheet(name: string, rows: number, columns: number): void {
  if (rows > TABLE_LIMITS.rows)
    throw new TableRefusal('too-many-rows', { sheet: name, most: TABLE_LIMITS.rows });
  if (columns > TABLE_LIMITS.columns) {
    throw new TableRefusal('too-many-columns', { sheet: name, columns, most: TABLE_LIMITS.columns });
  }
}

/** A row without the empty cells at its end. */
export function trimmedRow(cells: readonly Cell[]): readonly Cell[] {
  let length = cells.length;
  while (length > 0 && cells[length - 1]?.kind === 'empty') length -= 1;
  return length === cells.length ? cells : cells.slice(0, length);
}
