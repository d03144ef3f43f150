import { text } from '../../platform/locale/text.js';
import type { Sheet, Spreadsheet } from '../../platform/tables/table.js';
import { LEVELS, type PriceEntry, VALUE_TYPES } from '../price-lists.contract.js';
import { findColumns, type UnitCostColumns, type ValueColumns, type ValueType } from './headings.js';
import type { LayoutReader, ReadingSettings } from './layout.js';
import { decimalMarkOf } from './numbers.js';
import { periodOf } from './period.js';
import type { Problems } from './problems.js';
import { type Column, type Reading, RowReader } from './row-reader.js';
import { agrees, expectedOf, findUprating, type Uprated } from './uprating.js';

const LONGEST_CODE = 100;
const LONGEST_COMMENT = 5_000;

/** An uprated value and where it stands, to be checked when all are known. */
interface ToCheck extends Uprated {
  readonly row: RowReader;
  readonly column: Column;
}

/** What is gathered while the sheets are read. */
interface Gathered {
  readonly entries: PriceEntry[];
  readonly uprated: ToCheck[];
  readonly notes: string[];
  readonly withoutValue: string[];
  workedOut: number;
}

/**
 * Reads a workbook in the layout of the Greater Manchester unit cost database: sheets of unit costs with the fiscal,
 * economic and social value of each in the prices of its own year, and those values brought to one year, which are
 * checked against the index of the workbook and not taken. Values that the workbook worked out are taken as it last
 * had them.
 */
export const readGreaterManchester: LayoutReader = (spreadsheet, settings, problems) => {
  const gathered: Gathered = { entries: [], uprated: [], notes: [], withoutValue: [], workedOut: 0 };
  const sheets = spreadsheet.sheets.map((sheet) => ({ sheet, columns: findColumns(sheet) }));
  for (const { sheet, columns } of sheets) {
    if (columns) readSheet(sheet, columns, settings, problems, gathered);
    else if (sheet.rows.length > 0) {
      gathered.notes.push(text('prices.note.sheet-not-read', { sheet: sheet.name }));
    }
  }
  if (sheets.every(({ columns }) => columns === undefined)) {
    problems.add({ sheet: '', row: null, column: null }, 'no-headings');
    return { entries: [], notes: [] };
  }
  const checked = checkUprated(spreadsheet, gathered.uprated);
  return { entries: gathered.entries, notes: [...notesOf(gathered), ...checked] };
};

function readSheet(
  sheet: Sheet,
  columns: UnitCostColumns,
  settings: ReadingSettings,
  problems: Problems,
  gathered: Gathered,
): void {
  const reading: Reading = {
    sheet,
    problems,
    mark: decimalMarkOf(writtenValues(sheet, columns)),
    formulas: 'take-last-value',
    workedOut: () => (gathered.workedOut += 1),
  };
  const above: Above = {};
  for (let index = columns.firstRow; index < sheet.rows.length; index += 1) {
    readRow(new RowReader(reading, index), sheet, columns, settings, above, gathered);
  }
  if (columns.others.length > 0) {
    const headings = columns.others.map((heading) => `“${heading}”`).join(', ');
    gathered.notes.push(text('prices.note.columns-not-read', { sheet: sheet.name, columns: headings }));
  }
}

/** What a row that leaves it empty has from the rows above. */
interface Above {
  theme?: string | undefined;
  category?: string | undefined;
  detail?: string | undefined;
}

function readRow(
  row: RowReader,
  sheet: Sheet,
  { texts, values }: UnitCostColumns,
  settings: ReadingSettings,
  above: Above,
  gathered: Gathered,
): void {
  above.theme = row.text(texts.theme) ?? above.theme;
  const category = row.text(texts.category);
  if (category !== undefined && category !== above.category) above.detail = undefined;
  above.category = category ?? above.category;
  above.detail = row.text(texts.detail) ?? above.detail;
  const given = VALUE_TYPES.filter((type) => !row.isEmpty(values[type]?.value));
  const written = row.text(texts.code, LONGEST_CODE);
  if (given.length === 0) {
    if (written !== undefined) gathered.withoutValue.push(`${sheet.name} ${row.number}`.trim());
    return;
  }
  const description = row.needed(texts.description);
  const unit = row.needed(texts.unit);
  const code = written ?? codeOf(sheet, row, gathered);
  const agency = [row.text(texts.agency), row.text(texts.subAgency)].filter((part) => part !== undefined);
  const categories = [above.category, above.detail].filter((part) => part !== undefined && part !== '-');
  const common = {
    code,
    service: code,
    agency: agency.length > 0 ? agency.join(' / ') : null,
    kind: null,
    shortRunMarginal: null,
    currency: settings.currency,
    source: row.text(texts.source) ?? settings.source,
    licence: null,
    theme: above.theme ?? (sheet.name || null),
    category: categories.length > 0 ? categories.join(' / ') : null,
    level:
      sheet.levels.size > 0 ? (LEVELS[Math.min(sheet.levels.get(row.number - 1) ?? 0, 2)] ?? null) : null,
    quality: row.text(texts.quality, LONGEST_CODE) ?? null,
    row: row.number,
    sheet: sheet.name,
  };
  const comment = row.text(texts.comment, LONGEST_COMMENT);
  for (const type of given) {
    const column = values[type];
    const value = column && readValue(row, type, column, settings, gathered);
    if (!value || description === undefined || unit === undefined) continue;
    const { note, ...priced } = value;
    const comments = [note, comment].filter((part) => part !== undefined).join(' ');
    gathered.entries.push({ ...common, ...priced, description, unit, comment: comments || null });
  }
}

function readValue(
  row: RowReader,
  valueType: ValueType,
  columns: ValueColumns,
  { country }: ReadingSettings,
  gathered: Gathered,
) {
  const price = row.amount(columns.value);
  const priceYear = row.isEmpty(columns.year) ? row.needed(columns.year) : row.year(columns.year);
  if (price === undefined || priceYear === undefined) return undefined;
  const period = periodOf(priceYear, country);
  if (!period) {
    row.problem(columns.year, 'year-without-days', String(priceYear), { country });
    return undefined;
  }
  const { uprated } = columns;
  const cell = row.cell(uprated);
  if (uprated && cell.kind === 'number') {
    gathered.uprated.push({
      value: price,
      year: String(priceYear),
      uprated: Number(cell.value),
      row,
      column: uprated,
    });
  }
  return { valueType, price, priceYear, ...period, note: row.cell(columns.value).note };
}

/** A name for a price that its list gave none. */
function codeOf(sheet: Sheet, row: RowReader, gathered: Gathered): string {
  const code = `${sheet.name} row ${row.number}`.trim();
  const values = { sheet: sheet.name, row: String(row.number), code };
  gathered.notes.push(text('prices.note.without-code', values));
  return code;
}

function* writtenValues(sheet: Sheet, { values, firstRow }: UnitCostColumns): Iterable<string> {
  for (const row of sheet.rows.slice(firstRow)) {
    for (const columns of Object.values(values)) {
      const cell = row[columns.value.index];
      if (cell?.kind === 'text') yield String(cell.value);
    }
  }
}

/** Every uprated value has to be what the index of the workbook makes of its value. */
function checkUprated(spreadsheet: Spreadsheet, values: readonly ToCheck[]): readonly string[] {
  if (values.length === 0) return [];
  const uprating = findUprating(spreadsheet, values);
  if (!uprating) return [text('prices.note.uprated-unchecked', { count: values.length })];
  let checked = 0;
  let unchecked = 0;
  for (const one of values) {
    const expected = expectedOf(uprating, one);
    if (expected === undefined) unchecked += 1;
    else if (agrees(expected, one.uprated)) checked += 1;
    else one.row.problem(one.column, 'uprated-mismatch', String(one.uprated), { expected: String(expected) });
  }
  return [
    text('prices.note.uprated-checked', { count: checked, year: uprating.year }),
    ...(unchecked > 0 ? [text('prices.note.uprated-unchecked', { count: unchecked })] : []),
  ];
}

function notesOf({ notes, withoutValue, workedOut, entries }: Gathered): readonly string[] {
  const [first] = withoutValue;
  return [
    ...notes,
    ...(first === undefined
      ? []
      : [text('prices.note.without-value', { count: withoutValue.length, first })]),
    ...(workedOut > 0 ? [text('prices.note.worked-out', { count: workedOut })] : []),
    ...(entries.some(({ level }) => level === 'constituent') ? [text('prices.note.levels')] : []),
    text('prices.note.transfer-unsaid'),
  ];
}
