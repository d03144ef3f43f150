import { MOST_NAMED } from '../../platform/refusal.js';
import type { TextKey } from '../../platform/locale/en.js';
import { text, type TextValues } from '../../platform/locale/text.js';

type Suffix<Key, Prefix extends string> = Key extends `${Prefix}${infer Code}` ? Code : never;

/** Everything that may be wrong with a row; the texts are under `prices.problem` and `prices.mend`. */
export type PriceListProblemCode = Suffix<TextKey, 'prices.problem.'>;

/** One thing that is wrong with a file of prices: where, what, and how to mend it. */
export interface PriceListProblem {
  readonly code: PriceListProblemCode;
  /** Empty for a file of one table. */
  readonly sheet: string;
  /** As the spreadsheet counts it, from 1; null for the whole. */
  readonly row: number | null;
  readonly column: string | null;
  /** What stands there, cut short. */
  readonly value: string | null;
  readonly message: string;
  readonly mend: string;
}

export interface Place {
  readonly sheet: string;
  readonly row: number | null;
  readonly column: string | null;
}

const LONGEST_SHOWN = 60;

/** The problems of a file; all are counted, and so many kept as can be read. */
export class Problems {
  readonly kept: PriceListProblem[] = [];
  count = 0;

  add(place: Place, code: PriceListProblemCode, value: string | null = null, values: TextValues = {}): void {
    this.count += 1;
    if (this.kept.length >= MOST_NAMED) return;
    const shown =
      value !== null && value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN)}…` : value;
    const filled = { ...values, value: shown ?? '' };
    this.kept.push({
      code,
      ...place,
      value: shown,
      message: text(`prices.problem.${code}`, filled),
      mend: text(`prices.mend.${code}`, filled),
    });
  }
}

/** Where a problem is, in words. */
export const placeOf = ({ sheet, row, column }: Place): string =>
  text('prices.at', {
    sheet: sheet || 'none',
    row: row === null ? 'none' : String(row),
    column: column ?? 'none',
  }).replace(/, $/, '');
