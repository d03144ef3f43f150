import type { ProblemText } from './problem-text.js';

/** What keeps a reader from knowing how sure a result is. */
export const certaintyProblems = {
  'no-range': {
    message:
      'No ranges are given for the inputs: the result is a single figure and says nothing of how sure it is.',
    why: 'A single figure looks exact. Every input behind it is an estimate, and nobody can see what the result would be if some are off.',
    fix: 'Give ranges under uncertainty.inputs, first for the inputs that move the result most.',
  },
  'horizon-beyond-evidence': {
    message:
      'Follow-up covers {evidence} of the {years} years of the headline: the rest holds only if it lasts.',
    why: 'Nobody has seen those years; the later they are, the more the result is a forecast.',
    fix: 'Take the horizon that follow-up supports as the headline, and show longer ones under “if it lasts”.',
  },
  'value-beyond-evidence': {
    message:
      '{percent} % of the value lies beyond the {evidence} years that were followed: it holds only if it lasts.',
    why: 'Nobody has seen those years; the more of the value they carry, the more the result is a forecast.',
    fix: 'Shorten the durations to what was seen, or give the drop-off that others have found and a range. How long people were followed is said by the period, or by context.followUpYears.',
  },
  forecast: {
    message: 'This is a forecast: none of it has been seen yet.',
    why: 'A forecast says what would follow from its assumptions, not what happened.',
    fix: 'Print it as a forecast, say what will be measured and when, and calculate it again with what was seen.',
  },
  'undefined-in-draws': {
    message: 'In {count} of {draws} draws there was no such figure; they are left out of the interval.',
    why: 'The interval speaks only of the draws that are left, and may be narrower than what is possible.',
    fix: 'Look at the ranges: a cost whose range reaches 0 gives no ratio. Narrow it, or read the net result instead.',
  },
  'default-range': {
    message:
      'Numbers drawn from the default range of their evidence grade, having none of their own: {count} ({names}).',
    why: 'A default range says how sure one usually is of evidence of that grade. It says nothing of these numbers themselves.',
    fix: 'Give each number a range of its own under uncertainty.inputs, the widest that is possible where little is known.',
  },
  'default-range-of-zero': {
    message:
      'Graded numbers that are 0 and stay so, since a default range is a share of the number: {count} ({names}).',
    why: 'A number that stays 0 in every draw looks surer than any other.',
    fix: 'Where it may be more than 0, give it a range of its own.',
  },
  'nobody-knows': {
    message: 'Nobody knows the {what}: it is drawn from {low} to {high}, every value as likely as another.',
    why: 'The result is honest about it, and as wide as that makes it.',
    fix: 'Find a published range and name it, or measure it: the value of information says what that is worth.',
  },
  'nobody-knows-unmoved': {
    message:
      'Nobody knows the {what}; it stays at {value}, from which no wide range can be made. Give it a range.',
    why: 'A number that nobody knows and that never moves makes the result look surer than it is.',
    fix: 'Give its range under uncertainty.inputs.',
  },
  'fixed-inputs': {
    message: 'Numbers taken as exactly known, having neither a range nor a graded source: {count}.',
    why: 'The interval shows only what was allowed to vary.',
    fix: 'Give the numbers that move the result most a range, or their evidence a grade.',
  },
  'mostly-assumption': {
    message:
      '{percent} % of the spread comes from default ranges, borrowed figures and what nobody knows: the range is illustrative, and no probability is given.',
    why: 'A probability worked out from assumptions would be taken for a finding.',
    fix: 'Measure the inputs that explain most of the spread, or find ranges of one’s own for them.',
  },
  'not-converged': {
    message:
      'After {draws} draws the mean of the ratio is still uncertain by more than 1 %. About {needed} draws would do.',
    why: 'Another seed would give visibly other figures.',
    fix: 'Ask for more draws: uncertainty.draws.',
  },
  'never-converging': {
    message:
      'After {draws} draws the mean of the ratio is still uncertain by more than 1 %, and no number of draws that may be asked for would change it.',
    why: 'The mean of such a spread says little: a few extreme draws decide it.',
    fix: 'Read the median and the ends of the range instead of the mean, and look whether a range is too wide.',
  },
  'digits-beyond-error': {
    message:
      'Of the decimals of the mean ratio, {decimals} can be relied on after {draws} draws; further ones are chance.',
    why: 'Printed digits promise that they would be the same next time.',
    fix: 'Read the ratio to fewer digits, or ask for more draws.',
  },
} as const satisfies Record<string, ProblemText>;
