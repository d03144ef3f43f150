import type { Amount, WelfareAccountFile, Work } from '../assessment.js';
import type { Expression } from '../figures/expression.js';
import { inverseUnit, money, PERSON, productUnit } from '../figures/unit.js';
import type { Inputs } from '../inputs.js';
import type { Payment, WorkFigures } from './cohort.js';

/**
 * What a person with work earns and costs in a year (docs/method.md, “Welfare account”).
 *
 * Production is the wage cost less the wage subsidy, what an employer pays for it unaided; under `full-wage` the
 * whole wage cost. Never turnover.
 */
export function readWork(
  inputs: Inputs,
  file: WelfareAccountFile,
  work: Work,
  id: string,
  path: string,
  state: string,
): WorkFigures {
  const { graph } = inputs;
  const perPerson = productUnit([money(file.currency, file.priceYear), inverseUnit(PERSON)]);
  const read = (amount: Amount, field: string, code: string, share: boolean): Expression =>
    inputs.amount(amount, {
      id: `${id}.${field.replaceAll('/', '.')}`,
      path: `${path}/${field}`,
      label: { code, values: { state, to: field.split('/').at(-1) ?? '' } },
      ...(share ? { share, partOfWhole: code === 'work-contributionsTo' } : { unit: perPerson }),
      source: work.source,
    });
  const split = (
    field: 'contributionsTo' | 'incomeTax' | 'vat',
    of: Expression,
    usual: Readonly<Record<string, Amount>> = {},
  ): readonly Payment[] => {
    const shares = work[field] ?? usual;
    return Object.keys(shares)
      .sort()
      .map((actor) => ({
        actor,
        amount: graph.multiply(
          of,
          work[field]
            ? read(shares[actor] ?? 0, `${field}/${actor}`, `work-${field}`, true)
            : graph.constant(Number(shares[actor])),
        ),
      }));
  };
  const named = (name: string, code: string, expression: Expression) =>
    graph.name(`${id}.${name}`, { code, values: { state } }, expression);
  const grossWage = read(work.grossWage, 'grossWage', 'work-grossWage', false);
  const rate =
    work.employerContributions === undefined
      ? graph.constant(0)
      : inputs.amount(work.employerContributions, {
          id: `${id}.employerContributions`,
          path: `${path}/employerContributions`,
          label: { code: 'work-employerContributions', values: { state } },
          source: work.source,
        });
  const contributions = graph.multiply(grossWage, rate);
  const wageCost = named('wageCost', 'wage-cost', graph.sum([grossWage, contributions], perPerson));
  const subsidy = work.subsidy && {
    actor: work.subsidy.paidBy,
    amount: read(work.subsidy.amount, 'subsidy/amount', 'work-subsidy', false),
  };
  const incomeTax = split('incomeTax', grossWage);
  const netWage = graph.subtract(
    grossWage,
    graph.sum(
      incomeTax.map(({ amount }) => amount),
      perPerson,
    ),
  );
  return {
    grossWage,
    wageCost,
    production: named(
      'production',
      'production',
      subsidy && file.productionValue !== 'full-wage' ? graph.subtract(wageCost, subsidy.amount) : wageCost,
    ),
    contributions: split('contributionsTo', contributions, { treasury: 1 }),
    incomeTax,
    vat: split('vat', netWage),
    ...(subsidy && { subsidy }),
  };
}
