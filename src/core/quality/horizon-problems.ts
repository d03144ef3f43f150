import type { CommonPart, ValueMapFile, WelfareAccountFile } from '../assessment.js';
import { dayOf } from '../evidence/civil-date.js';
import { type Problem, problem } from '../problem.js';
import type { ValueMapResult } from '../result.js';

/** A person-year (docs/method.md). */
const DAYS_OF_A_YEAR = 365.25;

/** A period of a calendar year is a little shorter than a person-year, one of a leap year longer. */
const NEARLY = 0.01;

/** How many years of what an assessment counts have been seen: those of its period, or a longer follow-up. */
export function followedYears({ period, context }: CommonPart): number {
  const years = (dayOf(period.to) - dayOf(period.from)) / DAYS_OF_A_YEAR;
  return Math.max(years, context?.followUpYears ?? 0);
}

/** The whole years of it that have been seen; none of a forecast. */
export function yearsSeen(file: CommonPart): number {
  return file.basis === 'forecast' ? 0 : Math.floor(followedYears(file) + NEARLY);
}

/** In tenths of a year, for a text: a calendar year is one year. */
const inTenths = (years: number): number => Math.floor((years + NEARLY) * 10) / 10;

/** What is to be said of an assessment that nobody has seen come true. */
export function forecastProblems({ basis }: CommonPart): readonly Problem[] {
  return basis === 'forecast' ? [problem('forecast', 'information', '/basis')] : [];
}

/** Whether the horizon of the headline lies beyond what was followed. */
export function horizonProblems(file: WelfareAccountFile, years: number): readonly Problem[] {
  const evidence = followedYears(file);
  const path = file.headlineHorizon === undefined ? '/horizons' : '/headlineHorizon';
  return file.basis === 'evaluation' && years > evidence + NEARLY
    ? [
        problem('horizon-beyond-evidence', 'warning', path, {
          years,
          evidence: inTenths(evidence),
        }),
      ]
    : [];
}

/** How much of the value of a map lies in years that nobody has followed. */
export function valueBeyondEvidence(
  file: ValueMapFile,
  { pvBenefits, perYear }: Pick<ValueMapResult, 'pvBenefits' | 'perYear'>,
): readonly Problem[] {
  const evidence = followedYears(file);
  const beyond = perYear
    .filter((_, index) => index + NEARLY >= evidence)
    .reduce((sum, { presentValue }) => sum + (presentValue ?? 0), 0);
  const percent = Math.floor((100 * beyond) / (pvBenefits ?? 0));
  return file.basis === 'evaluation' && percent > 0 && Number.isFinite(percent)
    ? [problem('value-beyond-evidence', 'warning', '/outcomes', { percent, evidence: inTenths(evidence) })]
    : [];
}
