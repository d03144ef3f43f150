import type { Expression } from '../figures/expression.js';
import type { ExpressionGraph } from '../figures/graph.js';
import { replacing } from '../figures/replace.js';
import { PERSON } from '../figures/unit.js';
import type { Cohort } from './cohort.js';

/**
 * The one success share that, given to all, brings the net present value to 0.
 *
 * In the short form the success shares themselves are moved; what would have happened anyway moves with them where
 * it is given as a share of the successes. In the state form there is no such number to move: the whole effect, with
 * and without alike, is scaled, and with it the share who succeed.
 *
 * @returns none where no share from 0 to 1 does
 */
export function breakEvenShare(
  graph: ExpressionGraph,
  cohorts: readonly Cohort[],
  society: { readonly gain: Expression; readonly cost: Expression; readonly npv: Expression },
): Expression {
  const share = cohorts.every((cohort) => cohort.moveable)
    ? moved(graph, cohorts, society.npv)
    : scaled(graph, cohorts, society.gain, society.cost);
  return graph.possibleShare(share);
}

/** The net present value is linear in the success share: with nobody and with everybody in it, it is known. */
function moved(graph: ExpressionGraph, cohorts: readonly Cohort[], npv: Expression): Expression {
  const everywhere = (share: number) =>
    replacing(graph, new Map(cohorts.map((cohort) => [cohort.successShare, graph.constant(share)])))(npv);
  const none = everywhere(0);
  return graph.divide(none, graph.subtract(none, everywhere(1)));
}

function scaled(
  graph: ExpressionGraph,
  cohorts: readonly Cohort[],
  gain: Expression,
  cost: Expression,
): Expression {
  const entrants = graph.sum(
    cohorts.map((cohort) => cohort.entrants),
    PERSON,
  );
  const successes = graph.sum(
    cohorts.map((cohort) => graph.multiply(cohort.entrants, cohort.successShare)),
    PERSON,
  );
  return graph.divide(graph.multiply(graph.divide(successes, entrants), cost), gain);
}
