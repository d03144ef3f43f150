import { LICENCE } from './licences.js';
import { type Refusal, refusal } from './refusal.js';
import type { Country, Source } from './unit-price.js';

/** Discount rates by year, as an authority gives them. */
export interface DiscountSchedule {
  readonly id: string;
  /** Left out: for several countries. */
  readonly country?: Country;
  readonly title: string;
  readonly use: 'general' | 'health' | 'long term' | 'sensitivity';
  /** Each rate holds to the end of its year, the first from year 1; null: without end. Rates are real, per year. */
  readonly bands: readonly { readonly untilYear: number | null; readonly rate: number }[];
  /** The year it was in force, where that is known; a later one may hold another rate. */
  readonly asOf: number;
  readonly source: Source;
}

/** Pairs of a last year and a rate. */
const bands = (
  ...pairs: readonly (readonly [untilYear: number | null, rate: number])[]
): DiscountSchedule['bands'] => pairs.map(([untilYear, rate]) => ({ untilYear, rate }));

const greenBook = (note?: string): Source => ({
  title: 'The Green Book, annex on discounting',
  publisher: 'HM Treasury, as transcribed in the R package greenbook',
  year: 2022,
  licence: LICENCE.ogl,
  verified: 'secondary',
  ...(note !== undefined && { note }),
});

const survey2017: Source = {
  title: 'Discount rates: the case for a social rate (working paper 17/02), table 4',
  publisher: 'New Zealand Treasury',
  year: 2017,
  licence: LICENCE.fact,
  verified: 'secondary',
  note: 'What held in 2017; the rate has been changed since in several countries. Ask the ministry of finance.',
};

export const discountSchedules: readonly DiscountSchedule[] = [
  {
    id: 'uk-green-book',
    country: 'UK',
    title: 'Green Book, social time preference rate',
    use: 'general',
    bands: bands([30, 0.035], [75, 0.03], [125, 0.025], [200, 0.02], [300, 0.015], [null, 0.01]),
    asOf: 2022,
    source: greenBook('Two transcriptions agree.'),
  },
  {
    id: 'uk-green-book-health',
    country: 'UK',
    title: 'Green Book, health and wellbeing',
    use: 'health',
    bands: bands([30, 0.015], [75, 0.0129], [125, 0.0107], [200, 0.0086], [300, 0.0064], [null, 0.0043]),
    asOf: 2022,
    source: greenBook('For measures of wellbeing and quality-adjusted life years, never for money.'),
  },
  {
    id: 'uk-green-book-reduced',
    country: 'UK',
    title: 'Green Book, without the part for catastrophes',
    use: 'sensitivity',
    bands: bands([30, 0.03], [75, 0.0257], [125, 0.0214], [200, 0.0171], [300, 0.0129], [null, 0.0086]),
    asOf: 2022,
    source: greenBook('Only where catastrophes are part of the assessment itself.'),
  },
  {
    id: 'se-asek',
    country: 'SE',
    title: 'Sweden, transport sector (ASEK)',
    use: 'general',
    bands: bands([null, 0.035]),
    asOf: 2017,
    source: { ...survey2017, note: 'Of the transport sector: Sweden has no rate for all sectors.' },
  },
  {
    id: 'dk-2017',
    country: 'DK',
    title: 'Denmark, 2017',
    use: 'general',
    bands: bands([35, 0.04], [70, 0.03], [null, 0.02]),
    asOf: 2017,
    source: survey2017,
  },
  {
    id: 'fr-2017',
    country: 'FR',
    title: 'France, 2017',
    use: 'general',
    bands: bands([30, 0.04], [null, 0.02]),
    asOf: 2017,
    source: survey2017,
  },
  {
    id: 'eu-better-regulation',
    title: 'European Commission, Better Regulation Toolbox',
    use: 'general',
    bands: bands([null, 0.03]),
    asOf: 2021,
    source: {
      title: 'Standard inputs, chapter on the discount rate, citing the Toolbox of 2021',
      publisher: 'EUROCONTROL',
      licence: LICENCE.fact,
      verified: 'secondary',
    },
  },
  {
    id: 'eu-cohesion-2014',
    title: 'European Union, cohesion countries, 2014 to 2020',
    use: 'general',
    bands: bands([null, 0.05]),
    asOf: 2014,
    source: {
      title: 'Guide to cost-benefit analysis of investment projects, 2014 to 2020',
      publisher: 'European Commission, DG REGIO, as transcribed by a third party',
      year: 2014,
      licence: LICENCE.ccBy,
      verified: 'secondary',
      note: '3 per cent for other member states.',
    },
  },
];

/** The discount rate of an assessment file: one rate, or rates by year. */
export type FileDiscountRate = number | readonly { readonly untilYear: number; readonly rate: number }[];

/** Years that a file may look ahead. */
const MOST_YEARS = 1000;

/**
 * The `conventions.discountRate` of a file that looks a number of years ahead.
 *
 * @param id a schedule of `discountSchedules`
 * @param years a whole number, 1 to 1000
 * @returns one rate where the schedule has only one and no end, otherwise rates up to exactly that year, so that the
 *   calculation refuses a later one; a refusal where the schedule ends before
 */
export function discountRateFor(id: string, years: number): FileDiscountRate | Refusal {
  const schedule = discountSchedules.find((one) => one.id === id);
  if (!schedule) {
    return refusal(
      'unknown-schedule',
      `There is no discount schedule ${JSON.stringify(id)}.`,
      `Name one of ${discountSchedules.map((one) => one.id).join(', ')}.`,
    );
  }
  return ratesUntil(schedule, years);
}

/** The same for any schedule. */
export function ratesUntil(
  { title, bands: rates, source }: Pick<DiscountSchedule, 'title' | 'bands' | 'source'>,
  years: number,
): FileDiscountRate | Refusal {
  if (!Number.isInteger(years) || years < 1 || years > MOST_YEARS) {
    return refusal(
      'not-a-number-of-years',
      `${years} is no number of years.`,
      `Give a whole number from 1 to ${MOST_YEARS}.`,
    );
  }
  const used: { untilYear: number; rate: number }[] = [];
  for (const { untilYear, rate } of rates) {
    const end = Math.min(untilYear ?? years, years);
    used.push({ untilYear: end, rate });
    if (end === years) break;
  }
  if (used.at(-1)?.untilYear !== years) {
    return refusal(
      'beyond-the-schedule',
      `${title} ends with year ${used.at(-1)?.untilYear ?? 0}; ${years} years were asked for.`,
      'Look less far ahead, or give a rate for the later years with its source.',
      { publisher: source.publisher },
    );
  }
  const [only, ...more] = rates;
  return only && more.length === 0 && only.untilYear === null ? only.rate : used;
}
