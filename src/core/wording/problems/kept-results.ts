import type { ProblemText } from './problem-text.js';

/** What is said of a result that was kept and is read by a program of another model. */
export const keptResultProblems = {
  'other-model': {
    message:
      'This result was worked out by model {stored}; this program has model {now}. What model {stored} did not work out is not shown.',
    why: 'Models differ in what they work out and find wrong, and now and then in a figure: set it beside results of the same model.',
    fix: 'Work its assessment file out again with this program, and keep both.',
  },
  'said-by-other-model': {
    message: 'The model that worked this out said: {message}',
    why: 'The model that worked out this result found it; this program has no such problem any more.',
    fix: 'Work the assessment file out again and see what is said of it now.',
  },
} as const satisfies Record<string, ProblemText>;
