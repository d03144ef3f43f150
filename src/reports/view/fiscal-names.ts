import type { FiscalCostBenefitResult } from '../../core/result.js';

/** What an agency is called: as the file names it, otherwise by its id. */
export function agencyName({ assessment }: FiscalCostBenefitResult, agency: string): string {
  const named =
    assessment.kind === 'fiscal-cost-benefit'
      ? assessment.agencies?.find(({ id }) => id === agency)?.name
      : undefined;
  return named ?? agency;
}

/** An outcome in words; undefined where the file has only one and does not say. */
export function outcomeName({ assessment }: FiscalCostBenefitResult, outcome: string): string | undefined {
  if (assessment.kind !== 'fiscal-cost-benefit') return undefined;
  if (!assessment.outcomes) return assessment.outcome;
  return assessment.outcomes.find(({ id }) => id === outcome)?.outcome ?? outcome;
}
