import type { Expression } from '../figures/expression.js';
import { problem } from '../problem.js';
import { type AccountBasis, yearsTo } from './account-basis.js';
import { declareCohorts } from './cohort-figures.js';
import { declareFlows, declareRightful } from './flow-figures.js';
import { declareHorizon } from './horizon-figures.js';
import { declarePayback } from './payback-figures.js';
import { declarePeople, declareQualityOfLife } from './people-figures.js';
import { presetOf } from './presets/presets.js';
import type { Nature } from './voucher.js';
import { declareBlocks, declareYear } from './year-figures.js';

/**
 * Declares the figures of an account over its books, all per person who entered unless they say otherwise.
 *
 * @returns what the identity of actors is checked on in every draw: see `checkTotals`
 */
export function declareFigures(basis: AccountBasis): readonly Expression[] {
  const { horizons } = basis.parts;
  declareBlocks(basis);
  declarePeople(basis);
  const unmeasured = declareQualityOfLife(basis);
  if (unmeasured.length > 0) {
    basis.inputs.say(
      problem('quality-of-life-incomplete', 'information', '/states', { states: unmeasured.join(', ') }),
    );
  }
  for (const year of yearsTo(horizons.at(-1) ?? 1)) declareYear(basis, year);
  for (const horizon of horizons) declareHorizon(basis, horizon);
  declarePayback(basis);
  declareFlows(basis);
  declareRightful(basis);
  declareCohorts(basis);
  presetOf(basis.file)?.declare(basis);
  return identity(basis);
}

function identity(basis: AccountBasis): readonly Expression[] {
  const { graph, unit } = basis;
  const { actors, average, headline } = basis.parts;
  const total = (nature: Nature) =>
    graph.sum(
      [...actors].sort().map((actor) => basis.figure(`horizons.${headline}.actors.${actor}.${nature}`)),
      unit,
    );
  const flows = basis.present(headline, (weighing) => average.sizes([...actors].sort(), weighing));
  return [basis.figure(`horizons.${headline}.pvGain`), total('real'), total('financial'), flows];
}
