import type { Objections } from '../core/welfare/stress/objection.js';

const JESS =
  'Jess, doctoral thesis on work-based programmes in Sweden, as summarised in a later review (5dok.org, “Samhällsekonomisk lönsamhet”); the thesis itself was not seen';
const TREASURY =
  'HM Treasury and partners, Supporting public service transformation: cost benefit analysis guidance for local partnerships, April 2014 (gov.uk); the passage was not seen';

/** What is said against welfare accounts, in our words, with who says so. */
export const objections: Objections = {
  displacement: 0.5,
  publicFunds: 0.3,
  texts: {
    'short-run-prices': {
      objection:
        'A prison is not cheaper by the average price because one cell is empty: count only the money that is not spent.',
      source: TREASURY,
      verified: false,
    },
    counterfactual: {
      objection:
        'How many would have succeeded anyway is a guess: take the share of a comparison group or of a published baseline.',
      source: JESS,
      verified: false,
    },
    'no-transfers': {
      objection: 'A benefit that is not paid is money that stays in another pocket, not a gain.',
      source: TREASURY,
      verified: false,
    },
    'subsidy-deducted': {
      objection: 'Work for which an employer is paid is not worth its whole wage.',
      source: 'Method of this project (docs/method.md): production is what an employer pays for it unaided',
      verified: true,
    },
    'horizon-halved': {
      objection: 'Nobody has followed these people for so long: look at half of it.',
      source:
        'One social enterprise accounted for over two horizons, 1.47 to 2.65 over three years and 8.48 to 12.63 over twenty (Hutchinson, 2024, doi 10.1108/sej-08-2023-0101); the article itself was not seen',
      verified: false,
    },
    'drop-outs': {
      objection: 'Those who dropped out cost more than they would have without it: count them as they live.',
      source: JESS,
      verified: false,
    },
    displacement: {
      objection: 'The work would have been done by somebody else: count half of it as taken from others.',
      source:
        'Dahlberg and Forslund, Direct displacement effects of labour market programmes: the case of Sweden, IFAU 1999 (ifau.se): about 65 percent where labour is subsidised, none that is significant in training; half is between them',
      verified: true,
    },
    'participants-time': {
      objection: 'People give up time of their own to work, and that time was worth something.',
      source:
        'Greenberg and Robins, Incorporating nonmarket time into benefit-cost analyses of social programs, Journal of Public Economics 92, 2008: net benefits fell much, in some cases below nothing; the abstract was seen',
      verified: true,
    },
    'public-funds': {
      objection: 'Taxes cost more than they bring in: add 30 percent to what public agencies pay.',
      source:
        'Bastani, guide to the marginal cost of public funds, IFAU 2023 (ifau.se): costs are usually multiplied by a factor between 1 and 1.3; its upper end is taken',
      verified: true,
    },
    'lost-to-follow-up': {
      objection: 'Those who could not be found again did not succeed.',
      source:
        'West, Hajek, Stead and Stapleton, Outcome criteria in smoking cessation trials, Addiction 100, 2005: whose status is not known is counted as a smoker; the abstract was seen',
      verified: true,
    },
    'largest-row': {
      objection: 'All of this rests on one row: leave the largest out.',
      source: 'Method of this project (docs/method.md)',
      verified: true,
    },
    relapse: {
      objection: 'People relapse: take the rate that others have found.',
      source:
        'National Institute on Drug Abuse (United States): 40 to 60 percent of people treated for addiction, as quoted by others; its own page was not seen',
      verified: false,
    },
  },
};
