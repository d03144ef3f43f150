import type { Expression } from '../figures/expression.js';
import { type AccountBasis, yearsTo } from './account-basis.js';
import { breakEvenShare } from './break-even.js';
import { EVERYTHING } from './weighing.js';
import { potentialStay, potentialYear } from './year-figures.js';

/** Declares everything that is said of one horizon, per person who entered unless it says otherwise. */
export function declareHorizon(basis: AccountBasis, years: number): void {
  const id = `horizons.${years}`;
  const values = { years };
  const { graph, parts } = basis;
  const { cost, gain, npv } = declareSociety(basis, years);
  for (const [name, each] of [
    ['pvGain', gain],
    ['pvCost', cost],
    ['npv', npv],
  ] as const) {
    basis.name(`${id}.total.${name}`, `total-${name}`, graph.multiply(basis.entrants, each), values);
  }
  declarePotential(basis, years, cost);
  for (const actor of parts.actors) declareActor(basis, years, actor);
  const overPublic = (what: string) =>
    basis.overPublic((actor) => basis.figure(`${id}.actors.${actor}.${what}`));
  const publicGain = basis.name(`${id}.publicBudget.gain`, 'public-gain', overPublic('gain'), values);
  const publicCost = basis.name(`${id}.publicBudget.cost`, 'public-cost', overPublic('cost'), values);
  basis.name(`${id}.publicBudget.net`, 'public-net', graph.subtract(publicGain, publicCost), values);
  declareShortRun(basis, years, cost, publicCost);
  declareBreakEven(basis, years, { gain, cost, npv });
}

interface Society {
  readonly gain: Expression;
  readonly cost: Expression;
  readonly npv: Expression;
}

function declareSociety(basis: AccountBasis, years: number): Society {
  const { graph } = basis;
  const id = `horizons.${years}`;
  const values = { years };
  const gain = basis.name(
    `${id}.pvGain`,
    'pv-gain',
    basis.present(years, (weighing) => basis.society(basis.parts.average, weighing, EVERYTHING)),
    values,
  );
  const cost = basis.name(`${id}.pvCost`, 'pv-cost', basis.costs.present(years), values);
  const spent = basis.costs.present(years, { of: 'spent' });
  basis.name(`${id}.spent`, 'cost-spent', spent, values);
  const anyway = basis.costs.present(years, { of: 'spent-anyway' });
  basis.name(`${id}.spentAnyway`, 'cost-spent-anyway', anyway, values);
  const npv = basis.name(`${id}.npv`, 'npv-years', graph.subtract(gain, cost), values);
  const ratio = basis.name(`${id}.benefitCostRatio`, 'benefit-cost-ratio', graph.divide(gain, cost), values);
  const hundred = graph.constant(100);
  basis.name(`${id}.grossReturnPercent`, 'gross-return', graph.multiply(hundred, ratio), values);
  const netReturn = graph.multiply(hundred, graph.divide(npv, cost));
  basis.name(`${id}.netReturnPercent`, 'net-return', netReturn, values);
  return { gain, cost, npv };
}

function declarePotential(basis: AccountBasis, years: number, cost: Expression): void {
  const { graph } = basis;
  const id = `horizons.${years}.potential`;
  const values = { years };
  const yearly = potentialYear(basis);
  const sum = yearsTo(years).map((year) => graph.multiply(yearly, basis.discount(year)));
  const gain = basis.name(
    `${id}.pvGain`,
    'potential-gain',
    graph.sum([potentialStay(basis), ...sum], basis.unit),
    values,
  );
  basis.name(`${id}.npv`, 'potential-npv', graph.subtract(gain, cost), values);
  basis.name(`${id}.benefitCostRatio`, 'potential-ratio', graph.divide(gain, cost), values);
}

function declareActor(basis: AccountBasis, years: number, actor: string): void {
  const { graph } = basis;
  const { average, shortRun } = basis.parts;
  const values = { years, actor: basis.actorName(actor) };
  const of = `horizons.${years}.actors.${actor}`;
  const real = basis.name(
    `${of}.real`,
    'actor-real',
    basis.presentActor(years, average, actor, 'real', EVERYTHING),
    values,
  );
  const financial = basis.name(
    `${of}.financial`,
    'actor-financial',
    basis.presentActor(years, average, actor, 'financial', EVERYTHING),
    values,
  );
  const gain = basis.name(`${of}.gain`, 'actor-pv-gain', graph.sum([real, financial], basis.unit), values);
  const cost = basis.name(`${of}.cost`, 'actor-pv-cost', basis.costs.present(years, { actor }), values);
  basis.name(`${of}.net`, 'actor-net', graph.subtract(gain, cost), values);
  const totals = shortRun?.();
  if (!totals) return;
  const notSpent = basis.present(
    years,
    (weighing) => basis.actorGain(totals, actor, weighing, EVERYTHING).total,
  );
  basis.name(`${of}.moneyNotSpent`, 'actor-not-spent', notSpent, values);
}

function declareShortRun(basis: AccountBasis, years: number, cost: Expression, publicCost: Expression): void {
  const shortRun = basis.parts.shortRun?.();
  if (!shortRun) return;
  const { graph } = basis;
  const id = `horizons.${years}`;
  const values = { years };
  const gain = basis.present(years, (weighing) => basis.society(shortRun, weighing, EVERYTHING));
  basis.name(`${id}.shortRunMarginal.pvGain`, 'short-run-gain', gain, values);
  basis.name(`${id}.shortRunMarginal.npv`, 'short-run-npv', graph.subtract(gain, cost), values);
  const publicGain = basis.overPublic((actor) => basis.figure(`${id}.actors.${actor}.moneyNotSpent`));
  basis.name(`${id}.shortRunMarginal.publicBudget.gain`, 'short-run-public', publicGain, values);
  basis.name(
    `${id}.shortRunMarginal.publicBudget.net`,
    'short-run-public-net',
    graph.subtract(publicGain, publicCost),
    values,
  );
}

function declareBreakEven(basis: AccountBasis, years: number, society: Society): void {
  const id = `horizons.${years}`;
  const share = basis.name(
    `${id}.breakEvenSuccessShare`,
    'break-even-share',
    breakEvenShare(basis.graph, basis.parts.cohorts, society),
    { years },
  );
  basis.name(`${id}.breakEvenPeople`, 'break-even-people', basis.graph.multiply(basis.entrants, share), {
    years,
  });
}
