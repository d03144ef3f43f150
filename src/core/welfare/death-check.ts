import type { WelfareAccountFile } from '../assessment.js';
import { evaluate } from '../figures/evaluate.js';
import type { Expression } from '../figures/expression.js';
import type { ExpressionGraph } from '../figures/graph.js';
import { type Problem, problem } from '../problem.js';
import { yearsTo } from './account-basis.js';
import type { Cohort, State } from './cohort.js';
import type { WelfareAccount } from './welfare-account.js';

/** Less than this share of a value is arithmetic, not a difference. */
const RELATIVE = 1e-9;

/**
 * Where the rule for the dead makes a death a gain: they count as the mean of those who live without the programme,
 * so whoever dies out of a worse life than that makes the account look better. The rule stays, and the account says
 * so (docs/decisions/0007-death.md).
 */
export function deathProblems(
  graph: ExpressionGraph,
  file: WelfareAccountFile,
  account: WelfareAccount,
): readonly Problem[] {
  return account.cohorts.flatMap((cohort) => {
    const at = (file.cohorts ?? []).findIndex(({ id }) => id === cohort.id);
    return firstGains(graph, cohort, account.longest).map(({ state, year }) =>
      problem('death-counts-as-gain', 'warning', `/cohorts/${at}/with`, {
        cohort: cohort.label,
        state: state.label,
        year,
      }),
    );
  });
}

/** For each state the first year in which a death out of it is a gain. */
function firstGains(
  graph: ExpressionGraph,
  cohort: Cohort,
  longest: number,
): readonly { readonly state: State; readonly year: number }[] {
  const { deaths } = cohort;
  if (!deaths) return [];
  const found = new Map<State, number>();
  for (const year of yearsTo(longest)) {
    const exposed = deaths.exposed(year);
    const mean = graph.sum(
      cohort
        .without(year, 'services')
        .map(({ state, share }) => graph.multiply(share, valueOf(graph, cohort, state))),
      valueOf(graph, cohort, cohort.states[0]).unit,
    );
    const [dead = 0, usual = 0, ...lives] = evaluate([
      deaths.with(year),
      mean,
      ...exposed.flatMap(({ state, share }) => [share, valueOf(graph, cohort, state)]),
    ]);
    if (dead <= RELATIVE) continue;
    exposed.forEach(({ state }, at) => {
      const [share = 0, value = 0] = lives.slice(2 * at);
      const worse = value < usual - RELATIVE * Math.max(Math.abs(value), Math.abs(usual));
      if (share > RELATIVE && worse && !found.has(state)) found.set(state, year);
    });
  }
  return [...found].map(([state, year]) => ({ state, year }));
}

/** What a year in a state is worth to society: its production less the resources it takes. */
function valueOf(graph: ExpressionGraph, cohort: Cohort, state: State | undefined): Expression {
  const figure = (what: string) => graph.figure(`states.${cohort.id}.${state?.id ?? ''}.average.${what}`);
  const resources = figure('resources');
  if (!resources) throw new Error('a state has no value');
  const nothing = graph.constant(0, resources.unit);
  const costs = graph.sum([resources, figure('resourcesWithWork') ?? nothing], resources.unit);
  return graph.subtract(figure('production') ?? nothing, costs);
}
