import type { Expression } from '../figures/expression.js';
import { type AccountBasis, yearsTo } from './account-basis.js';
import { EVERYTHING, type Weighing } from './weighing.js';
import { potentialStay, potentialYear, yearlySociety } from './year-figures.js';

/** How far ahead a payback is looked for: the limit of the file. */
const LAST_YEAR = 100;

/** Declares when the programme pays back: if all succeed, as expected, for the public budget and for each payer. */
export function declarePayback(basis: AccountBasis): void {
  const { graph, costs } = basis;
  const { average, actors, publicActors } = basis.parts;
  const years = yearsTo(LAST_YEAR);
  const payback = (
    start: Expression,
    values: readonly Expression[],
    paidBy: (actor: string) => boolean,
  ): Expression =>
    graph.payback(
      start,
      values,
      years.map((year) => costs.due(year, paidBy)),
    );
  const stay = (of: (weighing: Weighing) => Expression): Expression =>
    basis.stays ? of(basis.stay()) : graph.constant(0, basis.unit);
  const everybody = () => true;
  const potential = potentialYear(basis);
  basis.name(
    'payback.potentialMonths',
    'payback-potential',
    payback(
      potentialStay(basis),
      years.map(() => potential),
      everybody,
    ),
  );
  basis.name(
    'payback.expectedMonths',
    'payback-expected',
    payback(
      stay((weighing) => basis.society(average, weighing, EVERYTHING)),
      years.map((year) => yearlySociety(basis, year)),
      everybody,
    ),
  );
  const ofActors = (counted: readonly string[]): Expression => {
    const gain = (weighing: Weighing) =>
      graph.sum(
        [...counted].sort().map((actor) => basis.actorGain(average, actor, weighing, EVERYTHING).total),
        basis.unit,
      );
    return payback(
      stay(gain),
      years.map((year) => gain(basis.lived(year))),
      (actor) => counted.includes(actor),
    );
  };
  basis.name('payback.publicBudgetMonths', 'payback-public', ofActors(publicActors));
  for (const actor of actors.filter((one) => costs.payers.has(one))) {
    basis.name(`payback.perActor.${actor}`, 'payback-actor', ofActors([actor]), {
      actor: basis.actorName(actor),
    });
  }
}
