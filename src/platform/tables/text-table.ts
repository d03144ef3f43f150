import { CsvError, parse } from 'csv-parse/sync';
import {
  type Cell,
  EMPTY,
  refuseLargeSheet,
  type Spreadsheet,
  TABLE_LIMITS,
  TableRefusal,
  trimmedRow,
} from './table.js';

const SEPARATORS = [';', '\t', ','] as const;

/**
 * Reads a table in a text file (CSV): separated by comma, semicolon or tab; in UTF-8, UTF-16 or Windows-1252. Every
 * cell is a text; what begins like a formula is marked as one.
 *
 * @throws TableRefusal where it is no text, has a quote that does not close, or is larger than the limits
 */
export function readTextTable(bytes: Uint8Array): Spreadsheet {
  const content = decoded(bytes);
  const separator = separatorOf(content);
  const rows = recordsOf(content, separator).map((fields) => trimmedRow(fields.map(cellOf)));
  while (rows.at(-1)?.length === 0) rows.pop();
  refuseLargeSheet('', rows.length, Math.max(0, ...rows.map(({ length }) => length)));
  return { sheets: [{ name: '', rows, levels: new Map() }], separator };
}

function recordsOf(content: string, delimiter: string): readonly (readonly string[])[] {
  try {
    // One row more than may be, so that it shows that there are too many.
    return parse(content, { delimiter, relax_column_count: true, to: TABLE_LIMITS.rows + 1 });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new TableRefusal('broken-quotes', { row: typeof error['lines'] === 'number' ? error['lines'] : 1 });
  }
}

function cellOf(field: string): Cell {
  const value = field.trim();
  if (value === '') return EMPTY;
  return { kind: 'text', value, ...(value.startsWith('=') && { formula: true }) };
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) throw new TableRefusal('not-a-table');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The one that stands most often outside quotes in the first line that has one. */
function separatorOf(content: string): (typeof SEPARATORS)[number] {
  const lines = content
    .slice(0, 20_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\r|\n/);
  for (const line of lines) {
    const counted = SEPARATORS.map((mark) => ({ mark, count: line.split(mark).length - 1 }));
    const [most] = counted.toSorted((one, other) => other.count - one.count);
    if (most && most.count > 0) return most.mark;
  }
  return ',';
}
