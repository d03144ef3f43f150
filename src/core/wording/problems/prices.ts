import type { ProblemText } from './problem-text.js';

/** What is wrong with the money in which things are counted. */
export const priceProblems = {
  'price-year-mixed': {
    message:
      '{what} is in prices of {priceYear}, the assessment in prices of {targetYear}; it is used as it is. Give a conversion with its source.',
    why: 'Money of two years is added up as if it were the same, and the result is off by what prices did in between.',
    fix: 'Give a factor from {priceYear} to {targetYear} under conversions, with the index it is taken from.',
  },
  'short-run-price-missing': {
    message: 'What money would not be spent cannot be said: no short-run price for {services}.',
    why: 'An agency asks what leaves its till, not only what capacity is set free; at average prices alone that question is open.',
    fix: 'Give price.shortRunMarginal for these services: what one unit less saves within a year, such as food and medicine but not the building.',
  },
} as const satisfies Record<string, ProblemText>;
