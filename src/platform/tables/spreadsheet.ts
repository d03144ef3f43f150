import { type Spreadsheet, TABLE_LIMITS, TableRefusal } from './table.js';
import { readTextTable } from './text-table.js';
import { readWorkbook } from './workbook.js';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Old workbooks (XLS) and those locked with a password. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Reads a spreadsheet: a workbook (XLSX) or a table in a text file (CSV), told apart by what they begin with.
 *
 * @throws TableRefusal with what is wrong and what to do about it
 */
export async function readSpreadsheet(bytes: Uint8Array): Promise<Spreadsheet> {
  if (bytes.length === 0) throw new TableRefusal('empty');
  if (bytes.length > TABLE_LIMITS.bytes) {
    throw new TableRefusal('too-large', { most: TABLE_LIMITS.bytes / (1024 * 1024) });
  }
  const begins = (mark: readonly number[]): boolean => mark.every((byte, at) => bytes[at] === byte);
  if (begins(OLE)) throw new TableRefusal('old-or-locked');
  return begins(ZIP) ? readWorkbook(bytes) : readTextTable(bytes);
}
