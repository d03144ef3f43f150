import { type Cell, EMPTY, type Sheet } from '../../platform/tables/table.js';
import { LARGEST } from '../amounts.contract.js';
import { type DecimalMark, readNumber } from './numbers.js';
import { readPriceYear } from './period.js';
import { isCivilDate } from '../../reference/price-years.js';
import type { PriceYear } from '../../reference/unit-price.js';
import type { Place, Problems } from './problems.js';

/** A column that is read: where it stands and what its heading says. */
export interface Column {
  readonly index: number;
  readonly heading: string;
}

/** What is known of a file while its rows are read. */
export interface Reading {
  readonly sheet: Sheet;
  readonly problems: Problems;
  /** What its numbers have between units and decimals; undefined where they do not show it. */
  readonly mark: DecimalMark | undefined;
  /** What is done where a formula stands instead of a value. */
  readonly formulas: 'refuse' | 'take-last-value';
  /** Says that a value was taken which the workbook had worked out. */
  readonly workedOut?: () => void;
}

/** What characters a cell may have at the most. */
const LONGEST = 2_000;

/**
 * One row of a table, read column by column. What is wrong is added to the problems and read as undefined, so that
 * all of it is found.
 */
export class RowReader {
  readonly number: number;
  private readonly reading: Reading;
  private readonly cells: readonly Cell[];

  /** @param index of the row, from 0 */
  constructor(reading: Reading, index: number) {
    this.reading = reading;
    this.number = index + 1;
    this.cells = reading.sheet.rows[index] ?? [];
  }

  place(column: Column | undefined): Place {
    return { sheet: this.reading.sheet.name, row: this.number, column: column?.heading ?? null };
  }

  cell(column: Column | undefined): Cell {
    return (column && this.cells[column.index]) ?? EMPTY;
  }

  isEmpty(column: Column | undefined): boolean {
    return this.cell(column).kind === 'empty' && this.cell(column).formula !== true;
  }

  /** A text, or undefined where nothing stands there or something that cannot be read. */
  text(column: Column | undefined, longest = LONGEST): string | undefined {
    const cell = this.value(column);
    if (!cell) return undefined;
    const value = String(cell.value).replaceAll(/\s+/g, ' ').trim();
    if (value.length <= longest) return value === '' ? undefined : value;
    this.problem(column, 'too-long', value, { most: longest });
    return undefined;
  }

  /** A text that has to be there. */
  needed(column: Column | undefined, longest = LONGEST): string | undefined {
    if (this.isEmpty(column)) {
      this.problem(column, 'missing');
      return undefined;
    }
    return this.text(column, longest);
  }

  /** An amount of at least 0, or undefined. */
  amount(column: Column | undefined): number | undefined {
    const cell = this.value(column);
    if (!cell) return undefined;
    if (cell.kind === 'number') return this.inRange(column, cell.value as number);
    const written = cell.kind === 'text' ? readNumber(String(cell.value)) : undefined;
    const shown = String(cell.value);
    const { mark } = this.reading;
    if (!written) this.problem(column, 'not-a-number', shown);
    else if ('either' in written) {
      if (mark !== undefined) return this.inRange(column, written.either[mark]);
      this.problem(column, 'ambiguous-number', shown);
    } else if (written.mark !== undefined && mark !== undefined && written.mark !== mark) {
      this.problem(column, 'decimal-marks', shown);
    } else return this.inRange(column, written.value);
    return undefined;
  }

  year(column: Column | undefined): PriceYear | undefined {
    const shown = this.text(column);
    if (shown === undefined) return undefined;
    const year = readPriceYear(shown);
    if (year === undefined) this.problem(column, 'not-a-year', shown);
    return year;
  }

  /** A civil date, or undefined. */
  date(column: Column | undefined): string | undefined {
    const shown = this.text(column);
    if (shown === undefined) return undefined;
    const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(shown) ?? [];
    const iso = year === '' ? shown : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (isCivilDate(iso)) return iso;
    this.problem(column, 'not-a-date', shown);
    return undefined;
  }

  problem(
    column: Column | undefined,
    code: Parameters<Problems['add']>[1],
    value: string | null = null,
    values: Parameters<Problems['add']>[3] = {},
  ): void {
    this.reading.problems.add(this.place(column), code, value, values);
  }

  /** The cell, where its value can be used. */
  private value(column: Column | undefined): Cell | undefined {
    const cell = this.cell(column);
    if (cell.formula === true && this.reading.formulas === 'refuse') {
      this.problem(column, 'formula', cell.value === null ? null : String(cell.value));
      return undefined;
    }
    if (cell.kind === 'error') {
      this.problem(column, 'formula-error', String(cell.value));
      return undefined;
    }
    if (cell.kind === 'empty') {
      if (cell.formula === true) this.problem(column, 'formula-without-value');
      return undefined;
    }
    if (cell.formula === true) this.reading.workedOut?.();
    return cell;
  }

  private inRange(column: Column | undefined, amount: number): number | undefined {
    if (amount >= 0 && amount <= LARGEST) return amount;
    this.problem(column, 'out-of-range', String(amount));
    return undefined;
  }
}
