import type { AccountBasis } from './account-basis.js';
import type { Cohort } from './cohort.js';
import { EVERYTHING } from './weighing.js';

/** Declares the account of each career or cohort over the headline horizon, per person in it and in all. */
export function declareCohorts(basis: AccountBasis): void {
  for (const cohort of basis.parts.cohorts) declareCohort(basis, cohort);
}

function declareCohort(basis: AccountBasis, cohort: Cohort): void {
  const { graph } = basis;
  const { average, actors, headline } = basis.parts;
  const id = `perCohort.${cohort.id}`;
  const values = { years: headline, group: cohort.label };
  basis.name(`${id}.entrants`, 'cohort-entrants', cohort.entrants, { group: cohort.label });
  const gain = basis.name(
    `${id}.pvGain`,
    'cohort-gain',
    basis.present(headline, (weighing) => basis.society(average, weighing, EVERYTHING), cohort),
    values,
  );
  const cost = basis.name(
    `${id}.pvCost`,
    'cohort-cost',
    basis.costs.present(headline, { only: cohort }),
    values,
  );
  const npv = basis.name(`${id}.npv`, 'cohort-npv', graph.subtract(gain, cost), values);
  basis.name(`${id}.benefitCostRatio`, 'cohort-ratio', graph.divide(gain, cost), values);
  for (const actor of actors) {
    const named = { ...values, actor: basis.actorName(actor) };
    const total = basis.present(
      headline,
      (weighing) => basis.actorGain(average, actor, weighing, EVERYTHING).total,
      cohort,
    );
    const own = basis.name(`${id}.actors.${actor}.gain`, 'cohort-actor-gain', total, named);
    const paid = basis.costs.present(headline, { actor, only: cohort });
    basis.name(`${id}.actors.${actor}.cost`, 'cohort-actor-cost', paid, named);
    basis.name(`${id}.actors.${actor}.net`, 'cohort-actor-net', graph.subtract(own, paid), named);
  }
  const overPublic = (what: string) =>
    basis.overPublic((actor) => basis.figure(`${id}.actors.${actor}.${what}`));
  const publicGain = basis.name(`${id}.publicBudget.gain`, 'cohort-public-gain', overPublic('gain'), values);
  const publicCost = basis.name(`${id}.publicBudget.cost`, 'cohort-public-cost', overPublic('cost'), values);
  const publicNet = graph.subtract(publicGain, publicCost);
  basis.name(`${id}.publicBudget.net`, 'cohort-public-net', publicNet, values);
  for (const [name, each] of [
    ['pvGain', gain],
    ['pvCost', cost],
    ['npv', npv],
    ['publicNet', publicNet],
  ] as const) {
    basis.name(`${id}.total.${name}`, `cohort-total-${name}`, graph.multiply(cohort.entrants, each), values);
  }
}
