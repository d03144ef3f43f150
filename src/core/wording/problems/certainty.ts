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
} as const satisfies Record<string, ProblemText>;
