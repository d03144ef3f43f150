import { evaluate, evaluateColumns } from '../figures/evaluate.js';
import type { Expression } from '../figures/expression.js';
import type { ExpressionGraph } from '../figures/graph.js';
import type { Cohort } from './cohort.js';

/**
 * The one success share that, given to all, brings the net present value to 0.
 *
 * In the short form the success shares themselves are moved; what would have happened anyway moves with them where
 * it is given as a share of the successes. In the state form there is no such number to move: the whole effect, with
 * and without alike, is scaled, and with it the share who succeed.
 *
 * @returns null where no share from 0 to 1 does
 */
export function breakEven(
  graph: ExpressionGraph,
  cohorts: readonly Cohort[],
  npv: Expression,
  { gain, cost }: { readonly gain: Expression; readonly cost: Expression },
): number | null {
  const share = cohorts.every((cohort) => cohort.moveable)
    ? moved(cohorts, npv)
    : scaled(graph, cohorts, gain, cost);
  return share >= 0 && share <= 1 ? share : null;
}

/** The net present value is linear in the success share: two points are enough. */
function moved(cohorts: readonly Cohort[], npv: Expression): number {
  const none = 0;
  const all = 1;
  const columns = new Map(cohorts.map((cohort) => [cohort.successShare, Float64Array.of(none, all)]));
  const [ends] = evaluateColumns([npv], columns, 2);
  const [atNone = Number.NaN, atAll = Number.NaN] = ends ?? [];
  return atNone / (atNone - atAll);
}

function scaled(
  graph: ExpressionGraph,
  cohorts: readonly Cohort[],
  gain: Expression,
  cost: Expression,
): number {
  const [gained = Number.NaN, spent = Number.NaN, ...people] = evaluate([
    gain,
    cost,
    ...cohorts.flatMap((cohort) => [cohort.entrants, graph.multiply(cohort.entrants, cohort.successShare)]),
  ]);
  const entrants = people.filter((_, at) => at % 2 === 0).reduce((sum, number) => sum + number, 0);
  const succeeding = people.filter((_, at) => at % 2 === 1).reduce((sum, number) => sum + number, 0);
  return ((succeeding / entrants) * spent) / gained;
}
