import { chiSquareAbove } from './chi-square.js';
import { refuse, type Refusal } from './refusal.js';
import { eventTimes, type FollowUp, followUpFault } from './survival-curve.js';
import { solveSymmetric } from './symmetric-system.js';

/** Whether the curves of groups differ by more than chance would have it. */
export interface LogRank {
  readonly groups: readonly {
    readonly people: number;
    /** Events that happened in the group, and those it would have had if all groups were alike. */
    readonly observed: number;
    readonly expected: number;
  }[];
  /** The covariances of observed less expected. */
  readonly covariance: readonly (readonly number[])[];
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  /** The probability of a chi-square as large if the groups were alike. */
  readonly probability: number;
}

/**
 * The log-rank test (Mantel, 1966; Peto and Peto, 1972), all events weighing alike, with the hypergeometric variance.
 *
 * @returns refused for fewer than two groups, a group with nobody in it, times that are no numbers, and where no
 * event happened while people of two groups were at risk
 */
export function logRank(groups: readonly (readonly FollowUp[])[]): LogRank | Refusal {
  if (groups.length < 2) return refuse('one-group');
  const wrong = groups.map(followUpFault).find((fault) => fault !== undefined);
  if (wrong) return wrong;
  const sorted = groups.map((people) => ({
    times: people.map(({ time }) => time).sort((one, other) => one - other),
    passed: 0,
  }));
  const observed = groups.map((people) => people.filter(({ event }) => event).length);
  const expected = groups.map(() => 0);
  const covariance = groups.map(() => groups.map(() => 0));
  for (const { time, atRisk: all, events } of eventTimes(groups.flat())) {
    const atRisk = sorted.map((group) => {
      while ((group.times[group.passed] ?? time) < time) group.passed += 1;
      return group.times.length - group.passed;
    });
    // With one person left there is nothing by chance.
    const chance = all > 1 ? (events * (all - events)) / (all - 1) : 0;
    atRisk.forEach((count, one) => {
      expected[one] = (expected[one] ?? 0) + (events * count) / all;
      const row = covariance[one] ?? [];
      atRisk.forEach((another, other) => {
        const share = count / all;
        row[other] = (row[other] ?? 0) + chance * share * ((one === other ? 1 : 0) - another / all);
      });
    });
  }
  const taken = groups.map((_, at) => at).filter((at) => (expected[at] ?? 0) > 0);
  const told = taken.slice(1);
  const differences = told.map((at) => (observed[at] ?? 0) - (expected[at] ?? 0));
  const solved = solveSymmetric(
    told.map((one) => told.map((other) => covariance[one]?.[other] ?? Number.NaN)),
    differences,
  );
  if (told.length === 0 || solved === null) return refuse('no-events');
  const chiSquare = differences.reduce((sum, difference, at) => sum + difference * (solved[at] ?? 0), 0);
  return {
    groups: groups.map((people, at) => ({
      people: people.length,
      observed: observed[at] ?? 0,
      expected: expected[at] ?? 0,
    })),
    covariance,
    chiSquare,
    degreesOfFreedom: told.length,
    probability: chiSquareAbove(chiSquare, told.length),
  };
}
