/** A question that somebody who checks an assessment asks of it. */
interface AssuranceQuestion {
  readonly id: string;
  readonly question: string;
  /** The principle of social value that it serves, by its name (Social Value International). */
  readonly principle: string;
  /** Where the question comes from. */
  readonly source: string;
  /** Whether a result should not be relied on while the answer is no. */
  readonly essential: boolean;
  /** What to do where the answer is not yes. */
  readonly advice: string;
}

const INVOLVE = 'Involve stakeholders';
const UNDERSTAND = 'Understand what changes';
const VALUE = 'Value the things that matter';
const MATERIAL = 'Only include what is material';
const CLAIM = 'Do not over-claim';
const TRANSPARENT = 'Be transparent';
const VERIFY = 'Verify the result';

const GUIDE = 'A Guide to Social Return on Investment (2012), stage';
const OWN = 'docs/method.md';

/** The questions, in the order in which an assessment is made. */
export const assuranceQuestions = [
  {
    id: 'people-identified',
    question: 'Is it said who is concerned, group by group, and how many they are?',
    principle: INVOLVE,
    source: `${GUIDE} 1`,
    essential: true,
    advice: 'Name every group with its size; in an account, give each career or cohort its target groups.',
  },
  {
    id: 'people-asked',
    question: 'Were these people asked what changed for them, and is it said how many, how and when?',
    principle: INVOLVE,
    source: `${GUIDE} 1`,
    essential: true,
    advice: 'Ask them, if only a few of each group, and enter consulted, how and when under stakeholders.',
  },
  {
    id: 'exclusions-said',
    question: 'Is it said what was left out, and why?',
    principle: MATERIAL,
    source: `${GUIDE} 1`,
    essential: true,
    advice: 'List under context.notCounted what is not counted; give inputs without a value their reason.',
  },
  {
    id: 'harm-considered',
    question: 'Were unwelcome changes looked for and counted?',
    principle: UNDERSTAND,
    source: `${GUIDE} 2`,
    essential: true,
    advice:
      'Ask what got worse and for whom. Enter it as a negative row, as a life that did not succeed or as work taken from others.',
  },
  {
    id: 'without-considered',
    question: 'Is it said what would have happened without the programme, and against what that was held?',
    principle: CLAIM,
    source: `${GUIDE} 4`,
    essential: true,
    advice:
      'Give deadweight or a counterfactual share with its evidence, and say under context.comparedWith with whom the people were compared.',
  },
  {
    id: 'deductions-evidenced',
    question: 'Has every deduction a source or a method?',
    principle: CLAIM,
    source: `${GUIDE} 4`,
    essential: true,
    advice: 'Give each deduction an entry under evidence; a nil needs one as much as any other share.',
  },
  {
    id: 'displacement-considered',
    question: 'Was it looked at whether outcomes or work were taken from others?',
    principle: CLAIM,
    source: `${GUIDE} 4`,
    essential: true,
    advice: 'Give displacement for each row or group, 0 where nothing was taken, with its evidence.',
  },
  {
    id: 'others-share-considered',
    question: 'Was it looked at what share is due to others, and is their cost counted where it is not?',
    principle: CLAIM,
    source: `${GUIDE} 4`,
    essential: true,
    advice: 'Give attribution with its evidence, or count what partners paid: one of the two, never neither.',
  },
  {
    id: 'drop-outs-counted',
    question: 'Is everybody counted who entered, those who left early included?',
    principle: CLAIM,
    source: OWN,
    essential: true,
    advice: 'Start from the number who entered, with its source, and give the size of every group.',
  },
  {
    id: 'lost-said',
    question: 'Is it said how many could not be reached afterwards, and how they are counted?',
    principle: TRANSPARENT,
    source: OWN,
    essential: false,
    advice:
      'Give lostToFollowUp for each group, 0 where nobody was lost; in a value map, say it in the method of each quantity.',
  },
  {
    id: 'lasting-reasoned',
    question: 'Is it reasoned how long effects last and how they fade?',
    principle: CLAIM,
    source: `${GUIDE} 4`,
    essential: true,
    advice:
      'Give drop-off with its evidence for what lasts beyond a year, and keep the headline within what was followed.',
  },
  {
    id: 'prices-sourced',
    question: 'Can every price be looked up?',
    principle: VALUE,
    source: `${GUIDE} 3`,
    essential: true,
    advice: 'Give each price its source and its year.',
  },
  {
    id: 'prices-of-one-year',
    question: 'Are all prices of one year and one currency, or converted with a source?',
    principle: VALUE,
    source: `${GUIDE} 5`,
    essential: true,
    advice: 'Give a conversion with its source for every price of another year or currency.',
  },
  {
    id: 'discounting-reasoned',
    question: 'Is the discount rate one that somebody set, and is it said who?',
    principle: TRANSPARENT,
    source: `${GUIDE} 5`,
    essential: false,
    advice: 'Name under evidence who set conventions.discountRate, and for which purpose.',
  },
  {
    id: 'counted-once',
    question: 'Was it looked at whether anything is counted twice?',
    principle: CLAIM,
    source: `${GUIDE} 4`,
    essential: true,
    advice:
      'Give rows of one kind of outcome the same family, name the counterparty of transfers, give services their daysPerUnit, and clear what is found.',
  },
  {
    id: 'not-over-claimed',
    question: 'Is the result free of signs of over-claiming?',
    principle: CLAIM,
    source: `${GUIDE} 4`,
    essential: true,
    advice: 'Look at each sign named under the problems of the result: clear it, or say why it stands.',
  },
  {
    id: 'costs-complete',
    question: 'Is everything counted that was put in, with its source?',
    principle: MATERIAL,
    source: `${GUIDE} 2`,
    essential: true,
    advice: 'Enter every cost by who bore it, gifts and unpaid time included, each with its source.',
  },
  {
    id: 'ranges-given',
    question: 'Is it shown how sure the result is?',
    principle: TRANSPARENT,
    source: `${GUIDE} 5`,
    essential: true,
    advice: 'Give ranges under uncertainty.inputs, first for the inputs that move the result most.',
  },
  {
    id: 'alternatives-tried',
    question: 'Is it shown what the result would be under other assumptions?',
    principle: TRANSPARENT,
    source: `${GUIDE} 5`,
    essential: false,
    advice: 'Add scenarios: what a critic would assume, with the source of each change.',
  },
  {
    id: 'decided-by-said',
    question: 'Is it said who decided what had to be judged?',
    principle: TRANSPARENT,
    source: OWN,
    essential: false,
    advice: 'Give decidedBy under evidence, a role and never a name.',
  },
  {
    id: 'planned-before',
    question: 'Was it written down before the results were known what would be measured and how?',
    principle: VERIFY,
    source: OWN,
    essential: false,
    advice:
      'Register the plan of the next evaluation before its data arrive, and name it under context.plan.',
  },
  {
    id: 'checked-by-others',
    question: 'Has somebody outside the organisation checked it?',
    principle: VERIFY,
    source: `${GUIDE} 6`,
    essential: false,
    advice: 'Have it reviewed or assured, and say under context.checked by whom and by which standard.',
  },
  {
    id: 'set-beside-others',
    question: 'Is it set beside what others have found?',
    principle: VERIFY,
    source: OWN,
    essential: false,
    advice: 'Add what others published about the same activity under context.published, and why it differs.',
  },
  {
    id: 'limits-said',
    question: 'Does the report say what the result cannot tell?',
    principle: TRANSPARENT,
    source: `${GUIDE} 6`,
    essential: true,
    advice: 'List the limits under context.limits, the ones you would rather not print first.',
  },
  {
    id: 'open-to-all',
    question: 'Can somebody else look up every number that was used?',
    principle: TRANSPARENT,
    source: `${GUIDE} 6`,
    essential: true,
    advice: 'Give a source to each number named under the problems of the result.',
  },
] as const satisfies readonly AssuranceQuestion[];

export type AssuranceQuestionId = (typeof assuranceQuestions)[number]['id'];
