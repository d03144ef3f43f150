import type { WelfareAccountFile } from '../assessment.js';
import { YEARS } from './presets/preset-lines.js';
import { presetOf } from './presets/presets.js';

/** For how long the people who decide about a municipality’s money are elected, in whole years. */
export interface TermOfOffice {
  readonly years: number;
  readonly source: string;
  /** Whether the publisher's own document was seen. */
  readonly verified: boolean;
}

/** By country, ISO 3166, two letters. */
export type TermsOfOffice = Readonly<Record<string, TermOfOffice>>;

/** Where the horizons of an account come from that its file leaves open. */
export interface HorizonChoice {
  /** What the headline follows: the file, the one year of a preset, how long people were followed, or the shortest. */
  readonly headline: 'file' | 'preset' | 'follow-up' | 'shortest';
  /** The term of office that was put among the horizons; null where none was. */
  readonly termOfOffice: (TermOfOffice & { readonly country: string }) | null;
}

/** The horizons of an account, in years, and the one of its headline. */
export interface Horizons {
  readonly horizons: readonly number[];
  readonly headline: number;
  readonly choice: HorizonChoice;
}

const USUAL_HORIZONS = [1, 5, 10, 20];

/**
 * The horizons of an account. Left open, they are 1, 5, 10 and 20 years and the term of office of the country, as far as
 * the discount schedule goes; and the headline is the longest of them that people were followed for, or else the shortest.
 *
 * @param followed for how many years people were followed; 0 where nothing has been seen yet
 */
export function horizonsOf(file: WelfareAccountFile, terms: TermsOfOffice, followed: number): Horizons {
  const preset = presetOf(file) !== undefined;
  const covered = lastCovered(file);
  const open = file.horizons === undefined && !preset;
  const termOfOffice = open ? termOf(file, terms, covered) : null;
  const usual = [...USUAL_HORIZONS, ...(termOfOffice ? [termOfOffice.years] : [])];
  const possible = usual.filter((years) => years <= covered);
  const given = file.horizons ?? (preset ? [YEARS] : possible);
  const shortest = given.reduce((one, other) => Math.min(one, other));
  const seen = given.filter((years) => years <= followed).reduce((one, other) => Math.max(one, other), 0);
  const [headline, follows]: readonly [number, HorizonChoice['headline']] =
    file.headlineHorizon !== undefined
      ? [file.headlineHorizon, 'file']
      : preset
        ? [shortest, 'preset']
        : seen > 0
          ? [seen, 'follow-up']
          : [shortest, 'shortest'];
  return {
    headline,
    horizons: [...new Set([...given, headline])].sort((one, other) => one - other),
    choice: { headline: follows, termOfOffice },
  };
}

/** The last year that can be discounted. */
function lastCovered({ conventions: { discounting, discountRate: rate } }: WelfareAccountFile): number {
  if (discounting === 'none' || typeof rate !== 'object' || 'of' in rate) return Number.POSITIVE_INFINITY;
  return rate.reduce((last, { untilYear }) => Math.max(last, untilYear), 1);
}

function termOf(
  { context }: WelfareAccountFile,
  terms: TermsOfOffice,
  covered: number,
): HorizonChoice['termOfOffice'] {
  const country = context?.country;
  if (country === undefined || !Object.hasOwn(terms, country)) return null;
  const term = terms[country];
  return term && term.years <= covered ? { ...term, country } : null;
}
