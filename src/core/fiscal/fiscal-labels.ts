import type { Term, TermValues } from '../wording/term.js';

/** Names of figures of a fiscal cost–benefit analysis. */
const named = {
  'target-population': 'target population',
  'fiscal-incidence': 'share in need, or cases for each person',
  'fiscal-engagement': 'share who take part',
  'fiscal-retention': 'share of those who stay',
  'fiscal-impact': 'impact',
  'fiscal-deadweight': 'deadweight',
  'fiscal-dropOff': 'drop-off a year',
  'fiscal-profile': 'share of the effect that is there in year {year}',
  'ob-costs': 'optimism bias of costs',
  'ob-benefits': 'optimism bias of benefits',
  'unit-value': 'value of “{unit}”',
  'unit-worth': 'value of “{unit}”, in current prices and corrected for optimism',
  cashability: 'cashable share of what {agency} saves',
  'fiscal-cost': 'programme cost in year {year}',
  'participants-retained': 'participants who stay',
  'fiscal-effect': 'effect, net of deadweight',
  'outcomes-reached': 'outcomes that come about',
  'outcomes-due': 'outcomes due to the programme',
  'net-outcomes': 'net outcomes in year {year}',
  'discounted-years': 'years of effect, discounted',
  'cost-year': 'cost in year {year}',
  'fiscal-year': 'saved by the agencies in year {year}',
  'agency-fiscal-year': 'saved by {agency} in year {year}',
  'transfers-year': 'transfers in year {year}',
  'economic-year': 'economic value in year {year}',
  'social-year': 'social value in year {year}',
  'public-value-year': 'public value in year {year}',
  'fiscal-year-present': 'saved by the agencies in year {year}, present value',
  'cost-year-present': 'cost in year {year}, present value',
  'budget-impact-year': 'saved less spent in year {year}, present value',
  'cashable-year': 'cashable in year {year}',
  'fiscal-pv-cost': 'present value of costs',
  'pv-fiscal': 'present value of fiscal savings',
  'pv-cashable': 'present value of cashable savings',
  'pv-transfers': 'present value of transfers',
  'pv-economic': 'present value of economic value',
  'pv-social': 'present value of social value',
  'pv-public-value': 'present value of public value',
  'agency-fiscal': 'present value saved by {agency}',
  'agency-cashable': 'present value saved by {agency}, cashable',
  'agency-cost': 'present value of what {agency} pays',
  'agency-net': 'net result of {agency}',
  'cost-without-payer': 'present value of costs whose payer is not said',
  'fiscal-return': 'fiscal return',
  'cashable-return': 'cashable fiscal return',
  'net-present-budget-impact': 'net present budget impact',
  'public-value-ratio': 'public value for each unit of cost',
  'net-present-public-value': 'net present public value',
  'discounted-payback-year': 'year of discounted payback',
  'break-even-impact': 'impact at which the agencies save what is spent',
  'outcome-fiscal': 'present value of fiscal savings',
  'outcome-public-value': 'present value of public value',
  payback: 'payback in months',
  'discounted-payback': 'discounted payback in months',
} as const;

/** The same of one outcome among several, and under the reading of deadweight that the file does not use. */
export const fiscalLabels: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(named).flatMap(([code, label]) => [
      [code, label],
      [`${code}-of`, `${label}, {outcome}`],
      [`${code}-other`, `${label}, deadweight read the other way`],
      [`${code}-of-other`, `${label}, {outcome}, deadweight read the other way`],
    ]),
  ),
  'fiscal-cost-of': 'programme cost in year {year}: {what}',
  'cost-corrected': 'programme cost in year {year}, corrected for optimism',
  'cost-corrected-of': 'programme cost in year {year}: {what}, corrected for optimism',
};

/**
 * The label of a figure or a number of an outcome, which says of which where there are several.
 *
 * @param outcome in words; undefined where nothing tells it apart
 */
export function ofOutcome(
  outcome: string | undefined,
  code: string,
  values: TermValues = {},
): Required<Term> {
  return outcome === undefined ? { code, values } : { code: `${code}-of`, values: { ...values, outcome } };
}
