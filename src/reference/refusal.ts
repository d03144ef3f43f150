import type { Covered } from './price-years.js';

export type RefusalCode =
  | 'unknown-service'
  | 'not-a-date'
  | 'no-price'
  | 'date-not-covered'
  | 'name-a-variant'
  | 'unknown-series'
  | 'no-series'
  | 'year-not-covered'
  | 'years-of-two-kinds'
  | 'unknown-schedule'
  | 'beyond-the-schedule'
  | 'not-a-number-of-years';

/** Why there is no answer, and what to do instead. A lookup never gives the last value it knows in place of one. */
export interface Refusal {
  readonly refused: RefusalCode;
  /** One sentence: what was asked, and why there is no answer. */
  readonly message: string;
  /** What there is an answer for. */
  readonly covered: readonly Covered[];
  /** Who publishes it, where that is known. */
  readonly publisher: string | null;
  /** What to do, as one sentence. */
  readonly todo: string;
}

/** A refusal; what is left out is nothing. */
export const refusal = (
  refused: RefusalCode,
  message: string,
  todo: string,
  more: Partial<Pick<Refusal, 'covered' | 'publisher'>> = {},
): Refusal => ({ refused, message, covered: [], publisher: null, todo, ...more });

/** Whether an answer of a lookup is a refusal. */
export const isRefusal = (answer: unknown): answer is Refusal =>
  typeof answer === 'object' && answer !== null && 'refused' in answer;
