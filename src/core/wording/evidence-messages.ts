import { fill, type TermValues } from './term.js';

/** What has to hold for an estimate to mean what it says. */
const assumptions = {
  'independent-people': 'What happens to one person does not depend on what happens to another.',
  'assigned-by-chance': 'Chance alone decided who took part and who did not.',
  'no-other-change': 'Nothing but the programme would have changed these people’s lives in the meantime.',
  'alike-groups':
    'Without the programme, its participants would on average have fared like the people they are compared with.',
  'parallel-change':
    'Without the programme, its participants would on average have changed as much as the people they are compared with.',
  'covariates-suffice':
    'People with the same recorded characteristics would have fared alike without the programme; nothing else decided both who took part and how they fared.',
  overlap:
    'For every participant there are people with similar recorded characteristics who did not take part.',
  'model-of-participation': 'A logistic model of the recorded characteristics describes who takes part.',
  'published-rate-applies':
    'The published rate holds for people like these, in their place and time, over the same number of months.',
  'same-measure': 'Both groups were measured in the same way, at the same time after entry.',
  'lost-like-observed': 'Those who were lost to follow-up fared like those who were not.',
  'censoring-unrelated':
    'Whether somebody was still followed on a day has nothing to do with how they would have fared after it.',
} as const;

/** In which direction, and why, an estimate is known to err. */
const biases = {
  'regression-to-the-mean':
    'People enter when things are at their worst and many would have improved anyway: before and after overstates what the programme did.',
  'no-counterfactual': 'Before and after says nothing of what would have happened without the programme.',
  selection:
    'Who takes part differs from who does not in ways that also decide how they fare; the estimate may err either way.',
  'unrecorded-differences': 'Differences between the groups that nobody recorded are not corrected.',
  'population-average':
    'A rate of a whole population is mostly too hopeful for people far from work, so that the effect is understated.',
  'diverging-trends':
    'Groups that started from different levels often change at different speeds; the estimate may err either way.',
  'survivors-only':
    'Only those who could still be found are counted, who mostly fare better than those lost.',
} as const;

/** What a reader must know of an estimate before relying on it. */
const warnings = {
  'small-sample':
    'Only {people} people in the smallest group: the interval is wide, and by itself the number means little.',
  'no-interval': 'Too few people to say how sure the number is.',
  'no-variation-seen': 'Nobody differed from the others, so that the data do not say how sure the number is.',
  'many-lost': '{lost} of {people} people were lost to follow-up; see the best and the worst case.',
  'unbalanced-after-weighting':
    'After weighting the groups still differ by {difference} standard deviations in {covariate}.',
  'few-effective': 'The {people} people compared with carry the weight of only {effective}.',
  'baseline-point':
    'The published rate is given as one number. It is an average of other people: give its range.',
  'failed-replicates': '{failed} of {replicates} resamples gave no estimate and were left out.',
  'horizon-beyond-follow-up':
    'Nobody was followed up to the horizon; after the last day of follow-up the curve is carried on unchanged.',
  'extreme-quantile': 'The interval rests on the outermost resamples: more of them are needed.',
  'draws-moved': '{moved} of {draws} draws lay outside 0 to 1 and were moved to the nearer end.',
  'normal-draws':
    'Draws of the group compared with follow a normal distribution around its published mean: its people are not known one by one.',
} as const;

/** Why there is no estimate. */
const refusals = {
  nobody: 'There is nobody in {group}.',
  'too-few': 'At least {least} people are needed in {group}; there are {people}.',
  'not-a-number': 'The value in place {place} of {what} is no number.',
  'not-a-count': '{what} must be a whole number of 0 or more.',
  'not-positive': '{what} must be a number above 0.',
  'out-of-range': '{what} must lie between {low} and {high}.',
  'lengths-differ': '{what} and {other} must be equally long.',
  collinear: '{column} says the same as the columns before it.',
  'no-variation': 'All values of {what} are the same.',
  separation:
    'The characteristics tell exactly who took part and who did not, so that there is nobody to compare with.',
  'no-overlap': 'No participant has anybody comparable in the other group.',
  'no-convergence': 'The model of who took part did not settle in {steps} steps.',
  'one-cluster': 'At least two clusters are needed.',
  'one-group': 'At least two groups are needed.',
  'no-events': 'Nothing happened to anybody that could tell the groups apart.',
  'bad-date': '{field} is no day written as 2025-12-31 (what is given: {given}).',
  'not-a-share':
    'Deadweight is the share of outcomes, so that the outcome must be yes or no for each person.',
  'nothing-to-share': 'Nobody of the programme succeeded, so that no part of it would have happened anyway.',
  'counterfactual-out-of-range':
    'The estimate of how many would have succeeded anyway is {share}, which no share can be.',
  'horizon-differs':
    'The outcome is that of {outcome} months after entry and the rate that of {rate} months: rates of other lengths cannot be compared, nor a short one be compounded to a longer.',
  'no-replicates': 'At least two resamples that gave an estimate are needed.',
  'bias-beyond-repair':
    'All resamples lie on one side of the estimate: a bias-corrected interval does not exist.',
  'no-acceleration': 'The estimate does not change whoever is left out: there is no acceleration.',
} as const;

/** What is wrong with a row of recorded data, and what was done with it. */
const rows = {
  'time-of-day':
    '{field} has a time of day: dates are civil dates, written as 2025-12-31. The row is left out.',
  'not-a-civil-date': '{field} is no civil date, which is written as 2025-12-31. The row is left out.',
  'impossible-date': '{field} is a day that does not exist. The row is left out.',
  'exit-before-entry': 'The exit is before the entry. The person is left out.',
  'entry-before-birth': 'The entry is before the birth. The person is left out.',
  'last-known-before-entry': 'The last day known is before the entry. The person is left out.',
  'exit-after-last-known': 'The exit is after the last day known. The person is left out.',
  'person-twice': 'The person is in the data a second time. The second entry is left out.',
  'no-person': 'The row belongs to nobody who is counted. It is left out.',
  'ends-before-it-begins': 'The end is before the beginning. The row is left out.',
  'zero-length': 'It ends on the day it begins and holds no day.',
  'before-birth': 'It begins before the birth. The row is left out.',
  'after-last-known': 'It begins on the last day known or later, and is not counted.',
  'impossible-amount':
    'The amount is no number of 0 or more, or no range from low to high. The row is left out.',
  overlap:
    'Its first {days} days overlap with row {other}; only one of them can be true. The one that began later counts.',
  'same-service-overlap':
    'Its first {days} days overlap with row {other} of the same service; they count once.',
} as const;

export type AssumptionCode = keyof typeof assumptions;
export type BiasCode = keyof typeof biases;
export type WarningCode = keyof typeof warnings;
export type RefusalCode = keyof typeof refusals;
export type RowCode = keyof typeof rows;
export type EvidenceCode = AssumptionCode | BiasCode | WarningCode | RefusalCode | RowCode;

const messages: Readonly<Record<EvidenceCode, string>> = {
  ...assumptions,
  ...biases,
  ...warnings,
  ...refusals,
  ...rows,
};

/** All codes that evidence can carry. */
export const evidenceCodes = Object.keys(messages) as readonly EvidenceCode[];

/** The English text of a code and its values. */
export function evidenceMessage(code: EvidenceCode, values: TermValues = {}): string {
  return fill(messages[code], values);
}
