import type { ProblemText } from './problem-text.js';

/** What is wrong with the money in which things are counted. */
export const priceProblems = {
  'price-year-mixed': {
    message:
      '{what} is in prices of {priceYear}, the assessment in prices of {targetYear}; it is used as it is. Give a conversion with its source.',
    why: 'Money of two years is added up as if it were the same, and the result is off by what prices did in between.',
    fix: 'Give a factor from {priceYear} to {targetYear} under conversions, with the index it is taken from.',
  },
  'currency-mixed': {
    message:
      '{what} is in {given}, the assessment in {currency}, and no conversion leads from one to the other; it is used as it is.',
    why: 'Amounts of two currencies are added up as if they were one: the sum means nothing.',
    fix: 'Give a factor with fromCurrency {given} under conversions, with its source, or give the price in {currency}.',
  },
  'conversion-from-another-year': {
    message: 'The conversion of {what} leads from {fromYear}, but the price is of {priceYear}.',
    why: 'A factor from another year counts what prices did in years that the price has already behind it, or leaves some out.',
    fix: 'Take the factor from {priceYear}, or correct the year of the price.',
  },
  'price-year-old': {
    message: '{what} is in prices of {priceYear}, {age} years before {targetYear}.',
    why: 'An index brings the money up to date, not the thing that is bought: what a service takes and costs changes in that time.',
    fix: 'Look for a newer price of the same thing; if there is none, say so and give it a wide range.',
  },
  'short-run-price-missing': {
    message: 'What money would not be spent cannot be said: no short-run price for {services}.',
    why: 'An agency asks what leaves its till, not only what capacity is set free; at average prices alone that question is open.',
    fix: 'Give price.shortRunMarginal for these services: what one unit less saves within a year, such as food and medicine but not the building.',
  },
  'short-run-share-used': {
    message:
      'No short-run price is given for {services}: a share of the average price is taken, as named for “{key}”.',
    why: 'What leaves the till differs from place to place; a share that holds for all services of a kind says less than a price of one’s own.',
    fix: 'Ask the agency that pays what it would not have spent, and type it as price.shortRunMarginal.',
  },
} as const satisfies Record<string, ProblemText>;
