import type { Expression } from '../figures/expression.js';
import { NUMBER } from '../figures/unit.js';
import type { TermValues } from '../wording/term.js';
import type { AccountBasis } from './account-basis.js';
import {
  BEFORE_BOTH,
  BEFORE_DISPLACEMENT,
  BEFORE_EQUALISATION,
  type Counted,
  EVERYTHING,
} from './weighing.js';
import type { Lives, Weighing } from './weighing.js';

/** Gains that stand beside each other in a sum are told apart by their names. */
const SOCIETY_GAIN: Readonly<Record<string, readonly [code: string, values?: TermValues]>> = {
  stay: ['society-gain-stay'],
  perEntrantYear: ['society-gain-year', { year: 1 }],
};

/** Declares what a year of success, a year of an entrant and the stay are worth, to whom. */
export function declareBlocks(basis: AccountBasis): void {
  const success = successYear(basis);
  declareBlock(basis, 'perSuccessYear', success, BEFORE_DISPLACEMENT);
  declareBlock(basis, 'afterDisplacement', success, EVERYTHING);
  declareBlock(basis, 'perEntrantYear', basis.lived(1), EVERYTHING);
  declareActors(basis, 'beforeEqualisation.perSuccessYear', success, BEFORE_BOTH);
  declareActors(basis, 'beforeEqualisation.perEntrantYear', basis.lived(1), BEFORE_EQUALISATION);
  if (basis.stays) declareBlock(basis, 'stay', basis.stay(), EVERYTHING);
}

/** Declares the gain of one year, by actor. */
export function declareYear(basis: AccountBasis, year: number): void {
  const id = `perYear.${year}`;
  yearlySociety(basis, year);
  for (const actor of basis.parts.actors) {
    const { total } = basis.actorGain(basis.parts.average, actor, basis.lived(year), EVERYTHING);
    basis.name(`${id}.actors.${actor}`, 'actor-gain-year', total, { actor: basis.actorName(actor), year });
  }
  basis.name(
    `${id}.publicBudget`,
    'public-budget-year',
    basis.overPublic((actor) => basis.figure(`${id}.actors.${actor}`)),
    { year },
  );
}

/** What society gains in a year, as it is expected. */
export function yearlySociety(basis: AccountBasis, year: number): Expression {
  const { average } = basis.parts;
  const weighing = basis.lived(year);
  const id = `perYear.${year}`;
  const saving = basis.name(`${id}.realSaving`, 'real-saving-year', average.realSaving(weighing), { year });
  const production = basis.name(
    `${id}.productionValue`,
    'production-value-year',
    average.production(weighing, EVERYTHING),
    { year },
  );
  const gain = basis.graph.sum([saving, production], basis.unit);
  return basis.name(`${id}.societyGain`, 'society-gain-year', gain, { year });
}

/** What a year is worth where all succeed and nothing is deducted. */
export function potentialYear(basis: AccountBasis): Expression {
  return basis.society(basis.parts.average, succeeding(basis), BEFORE_DISPLACEMENT);
}

export function potentialStay(basis: AccountBasis): Expression {
  return basis.society(basis.parts.average, basis.wholeStay(), BEFORE_DISPLACEMENT);
}

/** A year of success against a year without, each success counting the same. */
function successYear(basis: AccountBasis): Weighing {
  const { graph } = basis;
  const successes = graph.sum(
    basis.parts.cohorts.map((cohort) => graph.multiply(basis.share(cohort), cohort.successShare)),
    NUMBER,
  );
  return {
    lives: lifeOfSuccess,
    own: () => graph.constant(1),
    weight: (cohort) => {
      const weight = graph.multiply(basis.share(cohort), cohort.successShare);
      const known = cohort.succeeding.length === 0 || cohort.reference.length > 0;
      return graph.divide(weight, known ? successes : graph.constant(0));
    },
  };
}

/** The same where everybody who entered succeeds; none where a cohort has no life of success, or only such. */
function succeeding(basis: AccountBasis): Weighing {
  const { graph } = basis;
  return {
    lives: lifeOfSuccess,
    own: () => graph.constant(1),
    weight: (cohort) => {
      const known = cohort.succeeding.length > 0 && cohort.reference.length > 0;
      return known ? basis.share(cohort) : graph.divide(basis.share(cohort), graph.constant(0));
    },
  };
}

const lifeOfSuccess: Lives = {
  year: 1,
  added: (cohort) => cohort.succeeding,
  taken: (cohort) => cohort.reference,
};

function declareBlock(basis: AccountBasis, id: string, weighing: Weighing, counted: Counted): void {
  const { average } = basis.parts;
  const saving = basis.name(`${id}.realSaving`, 'real-saving', average.realSaving(weighing));
  const production = basis.name(
    `${id}.productionValue`,
    'production-value',
    average.production(weighing, counted),
  );
  const [code, values] = SOCIETY_GAIN[id] ?? ['society-gain'];
  basis.name(`${id}.societyGain`, code, basis.graph.sum([saving, production], basis.unit), values);
  declareActors(basis, id, weighing, counted);
  basis.name(
    `${id}.publicBudget`,
    'public-budget',
    basis.overPublic((actor) => basis.figure(`${id}.actors.${actor}`)),
  );
}

function declareActors(basis: AccountBasis, id: string, weighing: Weighing, counted: Counted): void {
  for (const actor of basis.parts.actors) {
    const { total } = basis.actorGain(basis.parts.average, actor, weighing, counted);
    basis.name(`${id}.actors.${actor}`, 'actor-gain', total, { actor: basis.actorName(actor) });
  }
}
