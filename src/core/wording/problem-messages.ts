import { fill, type TermValues } from './term.js';

/** The English text of every problem a result can carry. */
const messages = {
  'not-assessed':
    '{what} of {row} has not been assessed and counts as none. Give evidence, use a published range, or say that nobody knows.',
  'source-missing': 'No source is given for {what}.',
  'price-year-mixed':
    '{what} is in prices of {priceYear}, the assessment in prices of {targetYear}; it is used as it is. Give a conversion with its source.',
  'deductions-added':
    'Deductions are added up, not multiplied: more is taken off than under the usual rule, and a row can turn negative.',
  'deductions-above-whole': 'The deductions of {row} add up to more than the whole; its value turns over.',
  'deadweight-nowhere': 'No row deducts anything for what would have happened anyway.',
  'same-deduction-everywhere':
    'Every row carries the same {what} of {share}: a sign that it was not looked at row by row.',
  'drop-off-none': '{row} lasts {years} years and loses nothing on the way.',
  'one-row-dominates': '{row} makes up {percent} % of the value: the result stands or falls with it.',
  'one-stakeholder-dominates': '{stakeholder} makes up {percent} % of the value.',
  'ratio-very-high': 'A ratio of {ratio} is far above what is usual; look for value counted twice.',
  'double-counting':
    '{rows} value the same kind of outcome ({family}) for {stakeholder}: the same people may be counted twice.',
  'nothing-invested': 'Nothing is invested, so there is no ratio.',
  'input-not-valued': '{what} is not valued: {reason}',
  'quantity-above-group': '{row} counts {quantity}, but the group has {size} people.',
  'year-over-full': 'In “{state}” the days and months of use add up to {days} days: more than a year holds.',
  'time-check-impossible':
    'Whether a year in “{state}” holds all its services cannot be checked: no days per unit for {services}.',
  'worse-than-without':
    '“{career}”: more people succeed without the programme ({without}) than with it ({with}).',
  'last-year-holds':
    'The shares of “{cohort}” are typed up to year {year}; the last ones are held after that.',
  'short-run-price-missing':
    'What money would not be spent cannot be said: no short-run price for {services}.',
  'lost-to-follow-up':
    '“{career}”: {lost} of {entrants} were lost to follow-up and are counted as not succeeded. If all of them had succeeded it would be {best} instead of {counted}.',
  'stay-undiscounted': '“{career}”: a stay of {months} months is counted at the start, undiscounted.',
  'no-range':
    'No ranges are given for the inputs: the result is a single figure and says nothing of how sure it is.',
  'horizon-beyond-evidence':
    'The figures for {years} years go beyond the follow-up of {evidence} years: they hold only if it lasts.',
  'undefined-in-draws':
    'In {count} of {draws} draws there was no such figure; they are left out of the interval.',
} as const;

export type ProblemCode = keyof typeof messages;

export function problemMessage(code: ProblemCode, values: TermValues): string {
  return fill(messages[code], values);
}
