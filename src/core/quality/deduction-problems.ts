import type { Deductions, Outcome, ValueMapFile, WelfareAccountFile } from '../assessment.js';
import { type Problem, problem } from '../problem.js';
import { grouped } from './grouped.js';
import { type DeductionName, type DeductionSaid, deductionsOf } from './deductions.js';
import { valueOf } from './numbers.js';

/** A duration beyond which an effect that never fades needs a reason. */
const LONG_YEARS = 2;

/** Fewer rows than this may well share a deduction. */
const SEVERAL = 3;

/** What people call a deduction. */
export const deductionWords: Readonly<Record<DeductionName, string>> = {
  deadweight: 'deadweight',
  counterfactualShare: 'counterfactual share',
  displacement: 'displacement',
  attribution: 'attribution',
  dropOff: 'drop-off',
};

/** Signs that deductions were not looked at: none anywhere for what would have happened anyway, the same everywhere. */
export function deductionProblems(file: ValueMapFile | WelfareAccountFile): readonly Problem[] {
  const said = deductionsOf(file);
  const list = file.kind === 'value-map' ? '/outcomes' : file.careers ? '/careers' : '/cohorts';
  return [
    ...nothingAnyway(said, list, file.kind === 'value-map' ? 'deadweight-nowhere' : 'anyway-nowhere'),
    ...sameEverywhere(said, list),
  ];
}

function nothingAnyway(
  said: readonly DeductionSaid[],
  list: string,
  code: 'deadweight-nowhere' | 'anyway-nowhere',
): readonly Problem[] {
  const anyway = said.filter(({ what }) => what === 'deadweight' || what === 'counterfactualShare');
  const none = anyway.length > 0 && anyway.every(({ share }) => share === null || share === 0);
  return none ? [problem(code, 'warning', list)] : [];
}

function sameEverywhere(said: readonly DeductionSaid[], list: string): readonly Problem[] {
  const whats = [...new Set(said.map(({ what }) => what))];
  return whats.flatMap((what) => {
    const own = said.filter((one) => one.what === what);
    const shares = new Set(own.map(({ share }) => share));
    const [share] = shares;
    const carriers = new Set(own.map(({ at }) => at)).size;
    return carriers >= SEVERAL && shares.size === 1 && typeof share === 'number' && share > 0
      ? [problem('same-deduction-everywhere', 'warning', list, { what: deductionWords[what], share })]
      : [];
  });
}

/** What is doubtful about the deductions of single rows of a value map. */
export function rowDeductionProblems(file: ValueMapFile): readonly Problem[] {
  const found: Problem[] = [];
  const adds = file.conventions.deductions === 'add';
  if (adds) found.push(problem('deductions-added', 'warning', '/conventions/deductions'));
  const said = grouped(deductionsOf(file), ({ at }) => at);
  file.outcomes.forEach((row, at) => {
    const path = `/outcomes/${at}`;
    if (adds && aboveWhole(file, row))
      found.push(problem('deductions-above-whole', 'warning', path, { row: row.outcome }));
    const years = row.durationYears === undefined ? 1 : valueOf(file, row.durationYears);
    const own = said.get(at) ?? [];
    if (years > LONG_YEARS && own.some(({ what, share }) => what === 'dropOff' && share === 0)) {
      found.push(problem('drop-off-none', 'warning', `${path}/dropOff`, { row: row.outcome, years }));
    }
    if (isHarm(file, row)) found.push(...shrinking(own));
  });
  return found;
}

/** Deductions above nil take from a harm, and so make the result better. */
export function shrinking(said: readonly DeductionSaid[]): readonly Problem[] {
  return said
    .filter(({ share }) => (share ?? 0) > 0)
    .map(({ what, from, share, path }) =>
      problem('deduction-shrinks-harm', 'warning', path, {
        what: deductionWords[what],
        from,
        share: share ?? 0,
      }),
    );
}

/** Whether what a row counts is negative in some year, before any deduction. */
export function isHarm(file: ValueMapFile, row: Outcome): boolean {
  const worth = (quantity = row.quantity, proxy = row.proxy?.value): number =>
    quantity === undefined || proxy === undefined ? 0 : valueOf(file, quantity) * valueOf(file, proxy);
  if (!row.series) return worth() < 0;
  return row.series.some(
    (point) =>
      (point.value === undefined ? worth(point.quantity, point.proxyValue) : valueOf(file, point.value)) < 0,
  );
}

function aboveWhole(file: ValueMapFile, row: Outcome): boolean {
  const total = (point: Deductions): number =>
    (['deadweight', 'displacement', 'attribution', 'dropOff'] as const).reduce((sum, what) => {
      // A drop-off is added to the others only at a point of a series.
      const share = point[what] === undefined && what !== 'dropOff' ? row[what] : point[what];
      const value = share === null || share === undefined ? 0 : valueOf(file, share);
      const claimed = what === 'attribution' && file.conventions.attributionMeans === 'share-claimed';
      return sum + (claimed && share !== null && share !== undefined ? 1 - value : value);
    }, 0);
  return (row.series ?? [{}]).some((point) => total(point) > 1 + ROUNDING);
}

/** What sums of shares are above the whole by arithmetic alone. */
const ROUNDING = 1e-9;
