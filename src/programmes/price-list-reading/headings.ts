import type { Cell, Sheet } from '../../platform/tables/table.js';
import { VALUE_TYPES } from '../price-lists.contract.js';
import type { Column } from './row-reader.js';

export type ValueType = (typeof VALUE_TYPES)[number];

/** Columns of one kind of value. */
export interface ValueColumns {
  readonly value: Column;
  readonly year: Column | undefined;
  readonly uprated: Column | undefined;
}

export type TextRole =
  | 'theme'
  | 'category'
  | 'detail'
  | 'code'
  | 'description'
  | 'unit'
  | 'agency'
  | 'subAgency'
  | 'source'
  | 'quality'
  | 'comment';

/** The columns of a sheet of unit costs, found by what their headings say. */
export interface UnitCostColumns {
  readonly texts: Readonly<Partial<Record<TextRole, Column>>>;
  readonly values: Readonly<Partial<Record<ValueType, ValueColumns>>>;
  /** Headings that mean nothing here. */
  readonly others: readonly string[];
  /** The first row under the headings, from 0. */
  readonly firstRow: number;
}

const FIRST_ROWS = 15;
const MOST_HEADING_ROWS = 3;
const LONGEST_HEADING = 300;

type Says = readonly [TextRole, RegExp];

/** What a heading says when it is the one of a role; the first that fits and is free is taken. */
const BEFORE_VALUES: readonly Says[] = [
  ['subAgency', /(agency|organisation|department).*\b(2|two)\b/],
  ['agency', /\bagency\b|\borganisation\b|\bdepartment\b|bearing the cost/],
  ['subAgency', /\bagency\b|\borganisation\b|bearing the cost/],
  ['theme', /\btheme\b/],
  ['category', /\bcategory\b/],
  ['detail', /\boutcome (detail|area)|sub-?categor/],
  ['code', /\bcode\b|\breference\b|\bref\.?( no\.?)?$|^id$/],
  ['quality', /\brag\b|\brating\b|\bconfidence\b|\bquality\b/],
  ['source', /\bsource\b/],
  ['comment', /\bcomment|\bnotes?\b/],
];
const AFTER_VALUES: readonly Says[] = [
  ['description', /(cost|saving|benefit)\S* (detail|description)|\bdescription\b|^detail/],
  ['unit', /^units?\b|\bunit of\b|\bunit$/],
];

const CONSTITUENT = /constituent/;
const UPRATED = /\buprat|\bupdat|\binflat|current prices|\bin \d{4}[/-]\d{2}/;
const YEAR = /\byear\b/;
const VALUE = /cost|saving|value|estimate|benefit|£|gbp/;

/**
 * Finds the columns of unit costs in a sheet, tolerant of order, wording and headings over several rows.
 *
 * @returns undefined where the sheet has no description, no unit, or no value
 */
export function findColumns(sheet: Sheet): UnitCostColumns | undefined {
  let best: (UnitCostColumns & { readonly rows: number }) | undefined;
  for (let first = 0; first < Math.min(FIRST_ROWS, sheet.rows.length); first += 1) {
    for (let count = 1; count <= MOST_HEADING_ROWS; count += 1) {
      const block = sheet.rows.slice(first, first + count);
      if (block.length < count || !block.every(isHeading)) break;
      const found = columnsIn(headingsOf(block), first + count);
      // Of two that say as much, the one of fewer rows: a title above the headings is none of them.
      if (found && (!best || rank(found) > rank(best) || (rank(found) === rank(best) && count < best.rows))) {
        best = { ...found, rows: count };
      }
    }
  }
  return best;
}

/** Rows of headings hold short texts and no number. */
const isHeading = (row: readonly Cell[]): boolean =>
  row.length > 0 &&
  row.every(
    ({ kind, value }) =>
      kind === 'empty' || (kind === 'text' && typeof value === 'string' && value.length <= LONGEST_HEADING),
  );

const rank = ({ texts, values }: UnitCostColumns): number =>
  Object.keys(texts).length +
  Object.values(values).reduce((sum, { year, uprated }) => sum + 1 + (year ? 1 : 0) + (uprated ? 1 : 0), 0);

/** What each column is headed by, rows over one another read from above. */
function headingsOf(block: readonly (readonly Cell[])[]): readonly string[] {
  const width = Math.max(...block.map(({ length }) => length));
  const lines = block.map((row) => Array.from({ length: width }, (_, at) => plain(row[at])));
  const last = lines.at(-1) ?? [];
  for (const line of lines.slice(0, -1)) {
    // A heading over several columns stands in the first of them, whether they are merged or not.
    for (let at = 1; at < width; at += 1) {
      if (line[at] === '' && last[at] !== '') line[at] = line[at - 1] ?? '';
    }
  }
  return Array.from({ length: width }, (_, at) => {
    const parts = lines.map((line) => line[at] ?? '').filter((part) => part !== '');
    return [...new Set(parts)].join(' ');
  });
}

const plain = (cell: Cell | undefined): string =>
  cell?.kind === 'text' ? String(cell.value).replaceAll(/\s+/g, ' ').trim() : '';

function columnsIn(headings: readonly string[], firstRow: number): UnitCostColumns | undefined {
  const texts: Partial<Record<TextRole, Column>> = {};
  const values: Partial<Record<ValueType, Partial<Record<keyof ValueColumns, Column>>>> = {};
  const others: string[] = [];
  for (const [index, heading] of headings.entries()) {
    if (heading === '') continue;
    const said = heading.toLowerCase();
    const column = { index, heading };
    const type = VALUE_TYPES.find((one) => said.includes(one));
    const part = type && partOf(said);
    const roleIn = (roles: readonly Says[]) =>
      roles.find(([name, says]) => !texts[name] && says.test(said))?.[0];
    const before = roleIn(BEFORE_VALUES);
    const role = before ?? (part === undefined ? roleIn(AFTER_VALUES) : undefined);
    if (role) texts[role] = column;
    else if (type && part && !values[type]?.[part]) values[type] = { ...values[type], [part]: column };
    else others.push(heading);
  }
  const complete = Object.fromEntries(
    Object.entries(values).flatMap(([type, { value, year, uprated }]) =>
      value ? [[type, { value, year, uprated }]] : [],
    ),
  );
  if (!texts.description || !texts.unit || Object.keys(complete).length === 0) return undefined;
  return { texts, values: complete, others, firstRow };
}

function partOf(said: string): keyof ValueColumns | undefined {
  if (CONSTITUENT.test(said)) return undefined;
  if (UPRATED.test(said)) return 'uprated';
  if (YEAR.test(said)) return 'year';
  return VALUE.test(said) ? 'value' : undefined;
}
