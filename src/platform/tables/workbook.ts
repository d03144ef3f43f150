import { type Cell as LibraryCell, type CellValue, readXlsx, type Sheet as LibrarySheet } from 'hucre/xlsx';
import { unpack } from './archive.js';
import {
  type Cell,
  EMPTY,
  refuseLargeSheet,
  type Sheet,
  type Spreadsheet,
  TABLE_LIMITS,
  TableRefusal,
  trimmedRow,
} from './table.js';

/** Parts of a workbook that fetch from elsewhere or run, by name and by what the workbook says they are. */
const ELSEWHERE =
  /(^|\/)externalLinks\/|(^|\/)connections\.xml$|(^|\/)queryTables\/|relationships\/externalLink|externalLink\+xml/i;
const RUNS = /vbaProject|macroEnabled|(^|\/)macrosheets\//i;

/**
 * Reads a workbook (XLSX). Formulas are never worked out; what they last came to is marked as theirs.
 *
 * @throws TableRefusal where it is damaged, locked, larger than the limits, runs macros or links to other files
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Spreadsheet> {
  refuseHostile(unpack(bytes));
  const { sheets } = await readXlsx(bytes).catch(() => {
    throw new TableRefusal('damaged');
  });
  if (sheets.length > TABLE_LIMITS.sheets)
    throw new TableRefusal('too-many-sheets', { most: TABLE_LIMITS.sheets });
  return { sheets: sheets.map(sheetOf), separator: null };
}

function refuseHostile(parts: ReadonlyMap<string, Uint8Array>): void {
  for (const [name, content] of parts) {
    const declares = name === '[Content_Types].xml' || name.endsWith('.rels');
    const said = declares ? `${name}\n${new TextDecoder().decode(content)}` : name;
    if (RUNS.test(said)) throw new TableRefusal('macros');
    if (ELSEWHERE.test(said)) throw new TableRefusal('external-links');
  }
}

function sheetOf({ name, rows, cells, merges, rowDefs }: LibrarySheet): Sheet {
  const details = cells ?? new Map<string, LibraryCell>();
  const read = rows.map((row, at) =>
    trimmedRow(row.map((value, column) => cellOf(value, details.get(`${at},${column}`)))),
  );
  while (read.at(-1)?.length === 0) read.pop();
  refuseLargeSheet(name, read.length, Math.max(0, ...read.map(({ length }) => length)));
  const grid = read.map((row) => [...row]);
  for (const range of merges ?? []) fill(grid, range);
  const levels = [...(rowDefs ?? [])].flatMap(([row, { outlineLevel }]) =>
    outlineLevel === undefined ? [] : ([[row, outlineLevel]] as const),
  );
  return { name, rows: grid, levels: new Map(levels) };
}

function cellOf(value: CellValue, details: LibraryCell | undefined): Cell {
  const plain = plainCell(value, details?.type === 'error');
  const note = details?.comment?.text;
  if (details?.formula === undefined && note === undefined) return plain;
  return {
    ...plain,
    ...(details?.formula !== undefined && { formula: true }),
    ...(note !== undefined && { note }),
  };
}

function plainCell(value: CellValue, error: boolean): Cell {
  if (value === null || value === '') return EMPTY;
  if (value instanceof Date) {
    return Number.isNaN(value.getTime())
      ? { kind: 'error', value: '' }
      : { kind: 'date', value: value.toISOString().slice(0, 10) };
  }
  if (typeof value === 'number') return { kind: 'number', value };
  if (typeof value === 'boolean') return { kind: 'yes-no', value };
  return { kind: error ? 'error' : 'text', value };
}

/** Writes the value of a merged range into all of its cells that are within the sheet. */
function fill(
  grid: Cell[][],
  range: {
    readonly startRow: number;
    readonly startCol: number;
    readonly endRow: number;
    readonly endCol: number;
  },
): void {
  const value = grid[range.startRow]?.[range.startCol];
  if (value === undefined || value.kind === 'empty') return;
  const lastColumn = Math.min(range.endCol, TABLE_LIMITS.columns - 1);
  for (let row = range.startRow; row <= range.endRow && row < grid.length; row += 1) {
    const cells = grid[row] ?? [];
    for (let column = range.startCol; column <= lastColumn; column += 1) {
      while (cells.length < column) cells.push(EMPTY);
      cells[column] = value;
    }
  }
}
