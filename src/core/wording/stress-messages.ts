import { fill, type Term } from './term.js';

/** What was changed for an objection, and why one could not be answered, in English. */
const messages: Readonly<Record<string, string>> = {
  'short-run-prices': 'Every service is counted at its short-run price.',
  'short-run-prices.missing': 'No short-run price is given for {services}.',
  counterfactual:
    'The share who would have succeeded anyway is {percent} % of those who entered, in every career.',
  'counterfactual.missing':
    'The file gives no share from a comparison or a published baseline (objections.counterfactualShare).',
  'counterfactual.states':
    'Lives without the programme are given state by state: no single share can take their place.',
  'no-transfers': 'Benefits count for nothing: {services}.',
  'no-transfers.same': 'No benefits are counted in this account: nothing changes.',
  'subsidy-deducted': 'Production is the wage cost less subsidies and exemptions.',
  'subsidy-deducted.same':
    'Production is counted net of subsidies and exemptions already, or there are none: nothing changes.',
  'horizon-halved': '{half} years instead of {years}.',
  'drop-outs.same': 'Those who did not succeed are counted as they live: nothing changes.',
  'drop-outs.missing': 'How those live who did not succeed is not given (withFailure) for {careers}.',
  displacement: 'At least {percent} % of the work is taken from others.',
  'displacement.same':
    '{percent} % of the work or more is taken from others already, or there is none: nothing changes.',
  'participants-time': 'A year of a participant at work or in the programme is taken to cost {perYear}.',
  'participants-time.missing': 'The file gives no value of participants’ time (objections.participantTime).',
  'public-funds': 'What public agencies pay for the programme costs society {percent} % more.',
  'public-funds.same': 'No public agency pays for the programme: nothing changes.',
  'lost-to-follow-up.same':
    'Those lost to follow-up are counted as not succeeded, or nobody was: nothing changes.',
  'lost-to-follow-up.missing': 'How many were lost to follow-up is not given for {groups}.',
  'lost-to-follow-up.states':
    'People were lost to follow-up in {groups}, and shares by year do not say where they are counted.',
  'largest-row': 'The largest row of the gain is left out: {row}.',
  'largest-row.work': 'The largest row of the gain is left out: {row}, and with it wages and taxes.',
  'largest-row.same': 'No row of the gain is above nothing: nothing changes.',
  relapse: 'Of those who succeeded, {percent} % relapse every year.',
  'relapse.same': 'The drop-off of every career is {percent} % or more already: nothing changes.',
  'relapse.missing': 'The file gives no published rate of relapse (objections.relapse).',
  'relapse.states':
    'Relapse is in the yearly shares or transitions of the states: no single rate can take their place.',
  'all-together': 'All objections that could be answered at once: {count} of {of}.',
};

/** The English text of what was done with an objection. */
export function stressMessage(term: Term): string {
  return fill(messages[term.code] ?? term.code, term.values);
}
