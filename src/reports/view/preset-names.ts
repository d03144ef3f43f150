import type { PresetFigures } from '../../core/welfare/presets/preset-result.js';
import type { Value, WelfareAccountResult } from '../../core/result.js';
import { formatNumber } from '../../platform/locale/format.js';
import { text } from '../../platform/locale/text.js';

/** The name of a preset as texts tell it apart: selectors of messages have no hyphens. */
export const presetWord = ({ preset }: Pick<PresetFigures, 'preset'>): string =>
  ({ valoris: 'valoris', 'employment-clause': 'clause', 'job-factory': 'factory' })[preset];

/** A number of people, jobs or years: whole, or with one decimal. */
export const plainCount = (value: Value): string => formatNumber(value, Number.isInteger(value) ? 0 : 1);

/** What the figures of a preset are counted for: one person, one job or one year, and how many there are. */
export function countedIn(figures: PresetFigures): { readonly each: string; readonly count: Value } {
  switch (figures.preset) {
    case 'valoris':
      return { each: text('report.preset.each.person'), count: figures.people };
    case 'employment-clause':
      return { each: text('report.preset.each.job'), count: figures.jobs };
    case 'job-factory':
      return { each: text('report.preset.each.year'), count: figures.fullTimeYears };
  }
}

/** A number of people in words. */
export const peopleInWords = (people: Value): string =>
  text('report.preset.people.count', { value: plainCount(people), one: people === 1 ? 'yes' : 'no' });

/** How many there are, in words, such as “79 people”. */
export function countInWords(figures: PresetFigures): string {
  const { count } = countedIn(figures);
  return text('report.preset.count', {
    preset: presetWord(figures),
    value: plainCount(count),
    one: count === 1 ? 'yes' : 'no',
  });
}

/** The figure people ask for first of a preset, as page one calls it. */
export function presetHeadline(figures: PresetFigures): string {
  return text('report.preset.headline', {
    preset: presetWord(figures),
    months: figures.preset === 'employment-clause' ? plainCount(figures.months) : '',
  });
}

/** Who started, as page one says it of a preset. */
export function presetPeople(
  { people }: WelfareAccountResult,
  figures: PresetFigures,
  without: string,
): string {
  return text('report.preset.people', {
    preset: presetWord(figures),
    entrants: plainCount(people.entrants),
    one: people.entrants === 1 ? 'yes' : 'no',
    months: figures.preset === 'employment-clause' ? plainCount(figures.months) : '',
    years: figures.preset === 'job-factory' ? plainCount(figures.fullTimeYears) : '',
    without,
  });
}
