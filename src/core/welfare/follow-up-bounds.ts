import type { WelfareAccountFile } from '../assessment.js';
import { evaluate, evaluateColumns } from '../figures/evaluate.js';
import { figureValue } from '../figures/explain.js';
import type { Expression } from '../figures/expression.js';
import type { WelfareAccountResult } from '../result.js';
import type { Cohort } from './cohort.js';

/**
 * The net present value between two bounds: people lost to follow-up are counted as not succeeded, which is the
 * worst case; in the best, all of them succeeded.
 *
 * @returns null where nobody was lost, or where the shares of a cohort were typed year by year and cannot be moved
 */
export function followUpBounds(
  file: WelfareAccountFile,
  cohorts: readonly Cohort[],
  npv: Expression,
): WelfareAccountResult['followUp'] {
  const lost = new Map((file.careers ?? []).map((career) => [career.id, career.lostToFollowUp ?? 0]));
  const columns = new Map<Expression, Float64Array>();
  for (const cohort of cohorts.filter(({ id }) => (lost.get(id) ?? 0) > 0)) {
    const [share = 0, entrants = 1] = evaluate([cohort.successShare, cohort.entrants]);
    columns.set(
      cohort.successShare,
      Float64Array.of(Math.min(1, share + (lost.get(cohort.id) ?? 0) / entrants)),
    );
  }
  if (columns.size === 0) return null;
  const [best] = evaluateColumns([npv], columns, 1);
  return { worst: figureValue(evaluate([npv])[0]), best: figureValue(best?.[0]) };
}
