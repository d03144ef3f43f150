import type { ProblemText } from './problem-text.js';

/** What is missing behind a number: that somebody looked, who says so, and how old it is. */
export const evidenceProblems = {
  'not-assessed': {
    message:
      '{what} of {row} has not been assessed and counts as none. Three ways out: give your own evidence, use a published range and name it, or say that nobody knows and let the range be wide.',
    why: 'A deduction that nobody looked at makes the result larger, and a reader cannot tell it from one that was looked at and found to be nil.',
    fix: 'I have evidence: type the share and say under evidence where it comes from. Use a published range: type its middle, give its ends under uncertainty.inputs and name it as the source. Nobody knows: give the widest range that is possible, and the report will say so. If it was looked at and is nil, type 0 and say who decided it.',
  },
  'source-missing': {
    message: 'No source is given for {what}.',
    why: 'A number that nobody can look up can be neither defended nor checked, however right it is.',
    fix: 'Name the document, the register or the people it comes from, with the year; where it is your own estimate, say so and who made it.',
  },
  'evidence-old': {
    message: 'The evidence “{source}” is of {year}, {age} years before the end of the period.',
    why: 'Rules, prices and people change; what was true then may not be true of the people in this assessment.',
    fix: 'Look for newer evidence, or say why this still holds and widen the range of what rests on it.',
  },
  'sources-missing': {
    message: 'For {count} more numbers no source is given.',
    why: 'A result of which most numbers cannot be looked up is a claim, not a finding.',
    fix: 'Begin with the numbers that move the result most: they are listed under what moves it.',
  },
} as const satisfies Record<string, ProblemText>;
