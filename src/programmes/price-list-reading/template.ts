import type { Sheet, Spreadsheet } from '../../platform/tables/table.js';
import { text } from '../../platform/locale/text.js';
import { type KINDS, type PriceEntry, VALUE_TYPES } from '../price-lists.contract.js';
import type { LayoutReader, ReadingSettings } from './layout.js';
import { decimalMarkOf } from './numbers.js';
import { periodOf } from './period.js';
import type { Problems } from './problems.js';
import { type Column, type Reading, RowReader } from './row-reader.js';

/** The headings of the template, in their order. */
const HEADINGS = [
  'code',
  'service',
  'description',
  'unit',
  'agency',
  'value type',
  'price',
  'currency',
  'price year',
  'valid from',
  'valid to',
  'transfer',
  'source',
  'licence',
  'short-run price',
] as const;

type Heading = (typeof HEADINGS)[number];
type Columns = Readonly<Partial<Record<Heading, Column>>>;

const NEEDED: readonly Heading[] = [
  'code',
  'description',
  'unit',
  'agency',
  'price',
  'price year',
  'transfer',
];

const LONGEST_NAME = 100;
/** A row that begins with it is a remark. */
const REMARK = '#';

/** The template as a file (CSV): headings, and remarks that show what goes where. */
export function templateFile(): string {
  const remarks = [
    [
      `${REMARK} D-1`,
      'detox-day',
      'Detoxification, ward',
      'day',
      'Region',
      'fiscal',
      '4500.00',
      'SEK',
      '2025',
      '',
      '',
      'no',
      'Price list of the region, 2025',
      '',
      '',
    ],
    [`${REMARK} ${text('prices.template.remark')}`],
  ];
  const lines = [HEADINGS, ...remarks].map((line) => line.map(quoted).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

const quoted = (field: string): string => (/[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

/** Reads our own template: one table, its headings in the first row that is not empty, formulas refused. */
export const readTemplate: LayoutReader = (spreadsheet, settings, problems) => {
  const found = tableOf(spreadsheet);
  if (!found) return { entries: [], notes: [] };
  const { sheet, head } = found;
  const columns = columnsOf(sheet, head, problems);
  if (!columns) return { entries: [], notes: [] };
  const rows = Array.from({ length: sheet.rows.length - head - 1 }, (_, at) => head + 1 + at).filter(
    (index) => isData(sheet, index),
  );
  const { price } = columns;
  const prices = rows.flatMap((index) => {
    const cell = price && sheet.rows[index]?.[price.index];
    return cell?.kind === 'text' ? [String(cell.value)] : [];
  });
  const reading: Reading = { sheet, problems, mark: decimalMarkOf(prices), formulas: 'refuse' };
  const entries = rows.flatMap((index) => {
    const before = problems.count;
    const entry = entryOf(new RowReader(reading, index), columns, settings);
    return entry && problems.count === before ? [entry] : [];
  });
  return { entries, notes: othersOf(spreadsheet, sheet) };
};

/** The first sheet that holds anything, and its first row that does. */
function tableOf({ sheets }: Spreadsheet): { readonly sheet: Sheet; readonly head: number } | undefined {
  for (const sheet of sheets) {
    const head = sheet.rows.findIndex((row) => row.length > 0);
    if (head >= 0) return { sheet, head };
  }
  return undefined;
}

const othersOf = ({ sheets }: Spreadsheet, read: Sheet): readonly string[] =>
  sheets
    .filter((sheet) => sheet !== read && sheet.rows.length > 0)
    .map(({ name }) => text('prices.note.sheet-not-read', { sheet: name }));

function columnsOf(sheet: Sheet, head: number, problems: Problems): Columns | undefined {
  const before = problems.count;
  const columns: Partial<Record<Heading, Column>> = {};
  const place = { sheet: sheet.name, row: head + 1, column: null };
  for (const [index, cell] of (sheet.rows[head] ?? []).entries()) {
    if (cell.kind === 'empty') continue;
    const shown = String(cell.value);
    const heading = headingOf(shown);
    if (heading === undefined) {
      problems.add(place, 'unknown-column', shown, { choices: HEADINGS.join(', ') });
    } else if (columns[heading]) problems.add(place, 'column-twice', shown);
    else columns[heading] = { index, heading };
  }
  for (const heading of NEEDED) if (!columns[heading]) problems.add(place, 'no-column', heading);
  return problems.count === before ? columns : undefined;
}

function headingOf(shown: string): Heading | undefined {
  const plain = shown
    .toLowerCase()
    .replaceAll(/[\s_]+/g, ' ')
    .replaceAll(/[*:]/g, '')
    .trim();
  const asOurs = plain === 'license' ? 'licence' : plain.replace('short run', 'short-run');
  return HEADINGS.find((heading) => heading === asOurs);
}

function isData(sheet: Sheet, index: number): boolean {
  const first = sheet.rows[index]?.find(({ kind }) => kind !== 'empty');
  return first !== undefined && !String(first.value).startsWith(REMARK);
}

function entryOf(row: RowReader, columns: Columns, settings: ReadingSettings): PriceEntry | undefined {
  const code = row.needed(columns.code, LONGEST_NAME);
  const description = row.needed(columns.description);
  const unit = row.needed(columns.unit, LONGEST_NAME);
  const agency = row.needed(columns.agency);
  if (row.isEmpty(columns.price)) row.problem(columns.price, 'no-price');
  const price = row.amount(columns.price);
  const priceYear = row.isEmpty(columns['price year'])
    ? row.needed(columns['price year'])
    : row.year(columns['price year']);
  const currency = row.text(columns.currency) ?? settings.currency;
  if (!/^[A-Z]{3}$/.test(currency)) row.problem(columns.currency, 'not-a-currency', currency);
  const kind = kindOf(row, columns.transfer);
  const valueType = oneOf(row, columns['value type'], VALUE_TYPES);
  const shortRunMarginal = row.amount(columns['short-run price']);
  const period = priceYear === undefined ? undefined : periodIn(row, columns, priceYear, settings.country);
  const service = row.text(columns.service, LONGEST_NAME);
  const source = row.text(columns.source);
  const licence = row.text(columns.licence);
  if (code === undefined || description === undefined || unit === undefined || agency === undefined)
    return undefined;
  if (price === undefined || priceYear === undefined || kind === undefined || !period) return undefined;
  return {
    code,
    service: service ?? code,
    description,
    unit,
    agency,
    kind,
    valueType: valueType ?? null,
    price,
    shortRunMarginal: shortRunMarginal ?? null,
    currency,
    priceYear,
    ...period,
    source: source ?? settings.source,
    licence: licence ?? null,
    theme: null,
    category: null,
    level: null,
    quality: null,
    comment: null,
    row: row.number,
    sheet: row.place(undefined).sheet,
  };
}

const TRANSFER: ReadonlyMap<string, (typeof KINDS)[number]> = new Map([
  ['yes', 'transfer'],
  ['true', 'transfer'],
  ['1', 'transfer'],
  ['no', 'real'],
  ['false', 'real'],
  ['0', 'real'],
]);

function kindOf(row: RowReader, column: Column | undefined): (typeof KINDS)[number] | undefined {
  const shown = row.needed(column);
  if (shown === undefined) return undefined;
  const kind = TRANSFER.get(shown.toLowerCase());
  if (kind === undefined) row.problem(column, 'not-one-of', shown, { choices: 'yes, no' });
  return kind;
}

function oneOf<T extends string>(
  row: RowReader,
  column: Column | undefined,
  choices: readonly T[],
): T | undefined {
  const shown = row.text(column);
  if (shown === undefined) return undefined;
  const chosen = choices.find((choice) => choice === shown.toLowerCase());
  if (chosen === undefined) row.problem(column, 'not-one-of', shown, { choices: choices.join(', ') });
  return chosen;
}

/** The days a price holds: what the row says, and its price year where the row leaves an end open. */
function periodIn(
  row: RowReader,
  columns: Columns,
  priceYear: number | string,
  country: string,
): { readonly from: string; readonly to: string } | undefined {
  const ofYear = periodOf(priceYear, country);
  const from = row.date(columns['valid from']) ?? ofYear?.from;
  const to = row.date(columns['valid to']) ?? ofYear?.to;
  if (from === undefined || to === undefined) {
    row.problem(columns['price year'], 'year-without-days', String(priceYear), { country });
    return undefined;
  }
  if (from <= to) return { from, to };
  row.problem(columns['valid to'] ?? columns['valid from'], 'ends-before-it-begins', null, { from, to });
  return undefined;
}
