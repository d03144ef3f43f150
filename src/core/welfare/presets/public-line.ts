import type { Expression } from '../../figures/expression.js';
import type { AccountBasis } from '../account-basis.js';
import { costOf, flowsOfKind, type Scope, turned } from './preset-lines.js';
import type { PublicLine } from './preset-result.js';

export const PUBLIC_PARTS = [
  'subsidies',
  'exemptions',
  'programmeCost',
  'paid',
  'incomeTax',
  'vat',
  'contributions',
  'returned',
  'netCostBeforeSavings',
  'benefitsSaved',
  'servicesSaved',
  'saved',
  'netCost',
] as const satisfies readonly (keyof PublicLine)[];

export type PublicExpressions = Readonly<Record<keyof PublicLine, Expression>>;

/**
 * What some public actors pay for work and get back, after equalisation and displacement.
 *
 * @param months how much of a year of flows counts; the programme cost is that of the whole programme
 * @param startUp false where what is spent to begin with is shown apart
 */
export function publicLine(
  basis: AccountBasis,
  scope: Scope,
  { months, startUp }: { readonly months?: Expression; readonly startUp?: false },
): PublicExpressions {
  const { graph, unit } = basis;
  const flows = (...kinds: Parameters<typeof flowsOfKind>[2]): Expression => {
    const year = flowsOfKind(basis, scope, kinds);
    return months ? graph.multiply(year, graph.divide(months, graph.constant(12))) : year;
  };
  const subsidies = turned(basis, flows('subsidy'));
  const exemptions = turned(basis, flows('exemptions'));
  const programmeCost = costOf(basis, scope, startUp);
  const paid = graph.sum([subsidies, exemptions, programmeCost], unit);
  const incomeTax = flows('income-tax');
  const vat = flows('vat');
  const contributions = flows('contributions');
  const returned = graph.sum([incomeTax, vat, contributions], unit);
  const netCostBeforeSavings = graph.subtract(paid, returned);
  const benefitsSaved = flows('transfer');
  const servicesSaved = flows('service');
  const saved = graph.sum([benefitsSaved, servicesSaved], unit);
  return {
    subsidies,
    exemptions,
    programmeCost,
    paid,
    incomeTax,
    vat,
    contributions,
    returned,
    netCostBeforeSavings,
    benefitsSaved,
    servicesSaved,
    saved,
    netCost: graph.subtract(netCostBeforeSavings, saved),
  };
}
