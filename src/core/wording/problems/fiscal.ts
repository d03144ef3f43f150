import type { ProblemText } from './problem-text.js';

/** What only a fiscal cost–benefit analysis has to say of itself. */
export const fiscalProblemTexts = {
  'optimism-bias-missing': {
    message:
      'Nothing is said of how far the {what} may be too hopeful; they are counted as they are. Give a correction, or a grade of confidence.',
    why: 'People who plan a programme expect too much of it; a reader will take something off by themselves, and more.',
    fix: 'Give obCosts and obBenefits with their source, or grade the evidence under confidence.',
  },
  'optimism-bias-unverified': {
    message:
      'The {what} are corrected by {percent} % from a table whose own document was not seen ({source}).',
    why: 'A correction that nobody can look up is a convention, not a finding.',
    fix: 'Give a table of your own under optimismBias, or obCosts and obBenefits with their source.',
  },
  'cashability-missing': {
    message:
      'For {agencies} nothing is said of which part of the saving can be spent on something else: what is cashable cannot be said as a whole.',
    why: 'A saving that cannot be spent on anything else convinces no finance director.',
    fix: 'Ask each agency which part of the saving leaves its budget, and type it under cashability.',
  },
  'deadweight-above-impact': {
    message:
      '“{outcome}”: more would come about without the programme ({deadweight}) than with it ({impact}).',
    why: 'As it stands the programme makes matters worse.',
    fix: 'Check whether both are shares of the same people; if it is so, let it stand.',
  },
  'deadweight-none': {
    message: 'Nothing is deducted for what would have happened anyway.',
    why: 'Some would have got there by themselves: without a deduction the result is the most it could be.',
    fix: 'Give deadweight with its source, from a comparison or a published baseline.',
  },
  'deadweight-reading-decides': {
    message:
      'Whether the agencies save what is spent depends on how deadweight is read: they do where it is read as {pays}, and do not where it is read as {fails}.',
    why: 'The guidance can be read both ways, and the answer depends on which is taken.',
    fix: 'Say which reading the source of deadweight means, and show both.',
  },
  'more-cases-than-people': {
    message: '“{outcome}”: {incidence} cases are counted for each person of the target population.',
    why: 'Cases may be counted twice, or the population is too small.',
    fix: 'Check incidence: a share of the population, or cases for each person in it.',
  },
  'horizon-not-given': {
    message: 'How many years are counted is not given; it is {years}, as far as costs and profiles go.',
    why: 'Another horizon gives another result.',
    fix: 'Say under years how many years are counted, and why.',
  },
  'first-year-discounted': {
    message:
      'The first year is discounted too; the guidance of Greater Manchester leaves year 0 as it is (year-start).',
    why: 'Results are then not those of the guidance.',
    fix: 'Use year-start, or say why not.',
  },
  'payer-missing': {
    message: 'Who pays is not said of {what}.',
    why: 'Who pays is what agencies look for first.',
    fix: 'Say under paidBy which agency pays it.',
  },
  'transfer-not-said': {
    message:
      '{what} looks like a payment that one makes and another receives. Say with "transfer" whether it is one: it saves an agency money, and is no public value.',
    why: 'A benefit saved is money for one and a loss to another; counted as public value it is counted once too often.',
    fix: 'Type transfer: true or false, with the reason.',
  },
  'transfer-denied': {
    message:
      '{what} looks like a payment that one makes and another receives, and is counted as public value.',
    why: 'A benefit saved is money for one and a loss to another; counted as public value it is counted once too often.',
    fix: 'Type transfer: true, or say in the description why it is none.',
  },
  'no-agency-saves': {
    message: 'No agency saves anything: there is no fiscal case, only public value.',
    why: 'An agency that reads it finds nothing for itself.',
    fix: 'Add what agencies save under units, or say that there is none.',
  },
} as const satisfies Record<string, ProblemText>;
