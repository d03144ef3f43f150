import type { ProblemText } from './problem-text.js';

/** Names in a file that lead nowhere. */
export const nameProblemTexts = {
  'published-figure-unknown': {
    message: '“{what}” is to be set beside the figure {figure}, which this result does not have.',
    why: 'What others have published then stands alone: nobody sees what would have to be true for it.',
    fix: 'Take a name from the list that bokslut explain FILE prints, such as ratio or horizons.5.npv.',
  },
  'main-payer-unknown': {
    message: 'The report is to speak to {payer} first, which is no agency of this file.',
    why: 'Page one then leaves out what the programme is to the one who is asked to pay for it.',
    fix: 'Name in context.mainPayer the id of one of the agencies, or leave it out: then it is the one that pays most.',
  },
  'parameter-unused': {
    message: 'The parameter “{name}” is declared and used nowhere: changing it changes nothing.',
    why: 'A reader who sees it among the numbers takes the result to rest on it.',
    fix: 'Name it where it belongs, as { "of": … }, or take it out.',
  },
  'stakeholder-not-declared': {
    message:
      '“{stakeholder}”, whom some outcomes are for (rows: {count}), is not among the stakeholders that are declared.',
    why: 'Whether the group was asked, how large it is, and whether more of it changed than there are cannot be checked.',
    fix: 'Declare the group under stakeholders, or write in the rows the id or the name that is declared.',
  },
} as const satisfies Record<string, ProblemText>;
