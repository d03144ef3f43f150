import type { ValueMapFile } from '../assessment.js';
import type { ExpressionGraph } from '../figures/graph.js';
import { type Problem, problem } from '../problem.js';
import type { ValueMapResult } from '../result.js';
import { completenessProblems } from './completeness.js';
import { countingProblems } from './counting-problems.js';
import { deductionProblems, rowDeductionProblems } from './deduction-problems.js';
import { forecastProblems, valueBeyondEvidence } from './horizon-problems.js';
import { lossProblems } from './loss-problems.js';
import { ageProblems } from './age-problems.js';
import { missingEvidence } from './missing-evidence.js';

/** From this share of the value on, a row or a group of people carries the result alone. */
const HALF = 0.5;

/** Above this, published analyses are rare enough to look again. */
const USUAL_RATIO = 15;

type Draft = Pick<
  ValueMapResult,
  'ratio' | 'pvBenefits' | 'pvInputs' | 'perRow' | 'perStakeholder' | 'perYear'
>;

/** What a reader must know of a value map: over-claiming, double counting, missing evidence (docs/method.md, “Problems”). */
export function valueMapProblems(
  file: ValueMapFile,
  draft: Draft,
  graph: ExpressionGraph,
): readonly Problem[] {
  return [
    ...inputProblems(file, draft),
    ...missingEvidence(graph),
    ...ageProblems(file, graph),
    ...deductionProblems(file),
    ...rowDeductionProblems(file),
    ...concentrationProblems(file, draft),
    ...countingProblems(file),
    ...completenessProblems(file),
    ...valueBeyondEvidence(file, draft),
    ...forecastProblems(file),
  ];
}

function inputProblems(file: ValueMapFile, draft: Draft): readonly Problem[] {
  const notValued = file.inputs.flatMap((invested, at) =>
    invested.value === null
      ? [
          problem('input-not-valued', 'information', `/inputs/${at}`, {
            what: invested.description ?? invested.stakeholder ?? '',
            reason: invested.notValued ?? '',
          }),
        ]
      : [],
  );
  const nothing = draft.pvInputs === 0 ? [problem('nothing-invested', 'warning', '/inputs')] : [];
  const negative = (draft.pvInputs ?? 0) < 0 ? [problem('inputs-negative', 'warning', '/inputs')] : [];
  const high =
    draft.ratio !== null && draft.ratio > USUAL_RATIO
      ? [problem('ratio-very-high', 'warning', '', { ratio: draft.ratio })]
      : [];
  return [...notValued, ...nothing, ...negative, ...high, ...lossProblems(draft.pvBenefits, draft.pvInputs)];
}

function concentrationProblems(file: ValueMapFile, draft: Draft): readonly Problem[] {
  const whole = draft.pvBenefits ?? 0;
  if (whole <= 0) return [];
  const percent = (value: number): number => Math.floor((100 * value) / whole);
  const rows =
    file.outcomes.length < 2
      ? []
      : draft.perRow.flatMap(({ id, presentValue }) => {
          const at = file.outcomes.findIndex((row) => row.id === id);
          return (presentValue ?? 0) > HALF * whole
            ? [
                problem('one-row-dominates', 'warning', `/outcomes/${at}`, {
                  row: file.outcomes[at]?.outcome ?? id,
                  percent: percent(presentValue ?? 0),
                }),
              ]
            : [];
        });
  const groups =
    draft.perStakeholder.length < 2
      ? []
      : draft.perStakeholder.flatMap(({ stakeholder, presentValue }) =>
          (presentValue ?? 0) > HALF * whole
            ? [
                problem('one-stakeholder-dominates', 'warning', '/outcomes', {
                  stakeholder,
                  percent: percent(presentValue ?? 0),
                }),
              ]
            : [],
        );
  return [...rows, ...groups];
}
