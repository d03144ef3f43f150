import { evaluate } from '../figures/evaluate.js';
import type { Expression } from '../figures/expression.js';
import { PERSON } from '../figures/unit.js';
import { type AccountBasis, yearsTo } from './account-basis.js';
import type { Cohort } from './cohort.js';

/** Declares how many entered, succeeded and died. */
export function declarePeople(basis: AccountBasis): void {
  const { graph } = basis;
  const { cohorts, headline } = basis.parts;
  const people = (id: string, code: string, share: (cohort: Cohort) => Expression): void => {
    const counted = cohorts.map((cohort) => graph.multiply(cohort.entrants, share(cohort)));
    basis.name(id, code, graph.sum(counted, PERSON));
  };
  people('people.succeeded', 'people-succeeded', (cohort) => cohort.succeeded.with(1));
  people('people.succeededWithout', 'people-succeeded-without', (cohort) => cohort.succeeded.without(1));
  if (!cohorts.some(({ deaths }) => deaths)) return;
  const none = graph.constant(0);
  people('people.deathsWith', 'deaths-with', ({ deaths }) => deaths?.with(headline) ?? none);
  people('people.deathsWithout', 'deaths-without', ({ deaths }) => deaths?.without(headline) ?? none);
}

/**
 * Declares the mean quality of life of those who live, over the years of the headline horizon, with the programme and
 * without it. It is no money and is never added to any.
 *
 * @returns the states people live in for which it was not measured: then there is no mean
 */
export function declareQualityOfLife(basis: AccountBasis): readonly string[] {
  const { graph } = basis;
  const { cohorts, headline } = basis.parts;
  const sides = (['with', 'without'] as const).map((side) => ({
    side,
    lives: cohorts.flatMap((cohort) =>
      yearsTo(headline).flatMap((year) =>
        (cohort.living?.[side](year) ?? []).map(({ state, share }) => ({
          state,
          people: graph.multiply(cohort.entrants, share),
        })),
      ),
    ),
  }));
  const lives = sides.flatMap((one) => one.lives);
  if (!lives.some(({ state }) => state.qualityOfLife)) return [];
  const people = evaluate(lives.map((life) => life.people));
  const unmeasured = lives.filter(({ state }, at) => !state.qualityOfLife && (people[at] ?? 0) > 0);
  if (unmeasured.length > 0) return [...new Set(unmeasured.map(({ state }) => state.label))];
  const means = sides.map((one) => {
    const measured = one.lives.flatMap(({ state, people: number }) =>
      state.qualityOfLife ? [graph.multiply(number, state.qualityOfLife)] : [],
    );
    const all = one.lives.map((life) => life.people);
    const mean = graph.divide(graph.sum(measured, PERSON), graph.sum(all, PERSON));
    return basis.name(`people.qualityOfLife.${one.side}`, `quality-of-life-${one.side}`, mean, {
      years: headline,
    });
  });
  const [withProgramme, without] = means;
  if (withProgramme && without)
    basis.name(
      'people.qualityOfLife.change',
      'quality-of-life-change',
      graph.subtract(withProgramme, without),
      {
        years: headline,
      },
    );
  return [];
}
