import type { Deduction, Outcome, ValueMapFile } from '../assessment.js';
import { type Problem, problem } from '../problem.js';
import type { ValueMapResult } from '../result.js';

/** From this share of the value on, a row or a group of people carries the result alone. */
const HALF = 0.5;

/** Above this, published analyses are rare enough to look again. */
const USUAL_RATIO = 15;

/** A duration beyond which an effect that never fades needs a reason. */
const LONG_YEARS = 2;

type Draft = Pick<ValueMapResult, 'ratio' | 'pvBenefits' | 'pvInputs' | 'perRow' | 'perStakeholder'>;

/** What a reader must know of a value map: over-claiming, double counting, missing evidence (docs/method.md, “Problems”). */
export function valueMapProblems(file: ValueMapFile, draft: Draft): readonly Problem[] {
  return [
    ...inputProblems(file, draft),
    ...sourceProblems(file),
    ...deductionProblems(file),
    ...concentrationProblems(file, draft),
    ...countingProblems(file),
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
  const high =
    draft.ratio !== null && draft.ratio > USUAL_RATIO
      ? [problem('ratio-very-high', 'warning', '', { ratio: draft.ratio })]
      : [];
  return [...notValued, ...nothing, ...high];
}

function sourceProblems(file: ValueMapFile): readonly Problem[] {
  return file.outcomes.flatMap((row, at) =>
    row.proxy?.source === undefined && file.evidence?.[`outcomes.${row.id}.proxy`]?.source === undefined
      ? [
          problem('source-missing', 'warning', `/outcomes/${at}/proxy`, {
            what: `the value of “${row.outcome}”`,
          }),
        ]
      : [],
  );
}

function deductionProblems(file: ValueMapFile): readonly Problem[] {
  const rows = file.outcomes;
  const found: Problem[] = [];
  if (file.conventions.deductions === 'add') {
    found.push(problem('deductions-added', 'warning', '/conventions/deductions'));
    rows.forEach((row, at) => {
      const total = [row.deadweight, row.displacement, row.attribution].reduce<number>(
        (sum, share) => sum + (typeof share === 'number' ? share : 0),
        0,
      );
      if (total > 1)
        found.push(problem('deductions-above-whole', 'warning', `/outcomes/${at}`, { row: row.outcome }));
    });
  }
  if (rows.length > 0 && rows.every((row) => !takes(row, 'deadweight')))
    found.push(problem('deadweight-nowhere', 'warning', '/outcomes'));
  for (const what of ['deadweight', 'displacement', 'attribution'] as const) {
    const shares = new Set(rows.map((row) => row[what]));
    const [share] = [...shares];
    if (rows.length > 2 && shares.size === 1 && typeof share === 'number' && share > 0) {
      found.push(problem('same-deduction-everywhere', 'warning', '/outcomes', { what, share }));
    }
  }
  rows.forEach((row, at) => {
    const years = row.durationYears;
    if (typeof years === 'number' && years > LONG_YEARS && row.dropOff === 0) {
      found.push(problem('drop-off-none', 'warning', `/outcomes/${at}/dropOff`, { row: row.outcome, years }));
    }
  });
  return found;
}

function takes(row: Outcome, what: 'deadweight'): boolean {
  const some = (share: Deduction): boolean => share !== null && share !== undefined && share !== 0;
  return some(row[what]) || (row.series ?? []).some((point) => some(point[what]));
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

function countingProblems(file: ValueMapFile): readonly Problem[] {
  const found: Problem[] = [];
  const byFamily = new Map<string, { stakeholder: string; family: string; rows: string[] }>();
  file.outcomes.forEach((row, at) => {
    const size = file.stakeholders?.find(
      ({ id, name }) => id === row.stakeholder || name === row.stakeholder,
    )?.size;
    if (size !== undefined && typeof row.quantity === 'number' && row.quantity > size) {
      found.push(
        problem('quantity-above-group', 'warning', `/outcomes/${at}/quantity`, {
          row: row.outcome,
          quantity: row.quantity,
          size,
        }),
      );
    }
    if (row.family === undefined) return;
    const key = JSON.stringify([row.stakeholder, row.family]);
    const group = byFamily.get(key) ?? { stakeholder: row.stakeholder, family: row.family, rows: [] };
    group.rows.push(row.outcome);
    byFamily.set(key, group);
  });
  for (const { stakeholder, family, rows } of byFamily.values()) {
    if (rows.length > 1)
      found.push(
        problem('double-counting', 'warning', '/outcomes', { rows: rows.join('; '), family, stakeholder }),
      );
  }
  return found;
}
