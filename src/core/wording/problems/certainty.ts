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
      'The figures for {years} years go beyond the follow-up of {evidence} years: they hold only if it lasts.',
    why: 'Nobody has seen those years; the later they are, the more the result is a forecast.',
    fix: 'Take the horizon that follow-up supports as the headline, and show longer ones under “if it lasts”.',
  },
  'undefined-in-draws': {
    message: 'In {count} of {draws} draws there was no such figure; they are left out of the interval.',
    why: 'The interval speaks only of the draws that are left, and may be narrower than what is possible.',
    fix: 'Look at the ranges: a cost whose range reaches 0 gives no ratio. Narrow it, or read the net result instead.',
  },
} as const satisfies Record<string, ProblemText>;
