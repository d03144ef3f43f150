import type { WelfareAccountFile } from '../../assessment.js';
import type { TermValues } from '../../wording/term.js';
import type { ObjectionId, Objections } from './objection.js';

/** A change of the numbers of a file. */
export type Change = (file: WelfareAccountFile) => WelfareAccountFile;

/** What an objection asks of one file. */
export interface Answer {
  /** False where the file does not hold what it takes. */
  readonly answered: boolean;
  /** Which of the texts of the objection, see stress-messages; left out: the one of the objection itself. */
  readonly because?: 'same' | 'missing' | 'states' | 'work';
  readonly values?: TermValues;
  /** Left out where nothing changes. */
  readonly change?: Change;
  /** Whether half the horizon is looked at. */
  readonly halved?: true;
  /** Where the number comes from that was put in. */
  readonly source?: string | undefined;
}

/** What the answers need to know of an account as it stands. */
export interface Ground {
  readonly objections: Objections;
  readonly headline: number;
  readonly publicActors: readonly string[];
  /** Used services for which no short-run price is known, as people call them. */
  readonly withoutShortRun: readonly string[];
  /** What society gains by each service and by production. */
  readonly rows: readonly Row[];
}

/** A row of society's gain. */
export interface Row {
  /** A service, or production where there is none. */
  readonly service?: string;
  readonly label: string;
  readonly gain: number;
}

export type Asked = (file: WelfareAccountFile, ground: Ground) => Answer;
export type Answers = Readonly<Record<ObjectionId, Asked>>;

export const nothingChanges = (values: TermValues = {}): Answer => ({
  answered: true,
  because: 'same',
  values,
});
export const missing = (values: TermValues = {}): Answer => ({ answered: false, because: 'missing', values });
export const inStates = (values: TermValues = {}): Answer => ({ answered: false, because: 'states', values });

/** An id that no item of a list has. */
export function freeId(wanted: string, items: readonly { readonly id: string }[]): string {
  return items.some(({ id }) => id === wanted) ? freeId(`${wanted}-`, items) : wanted;
}
