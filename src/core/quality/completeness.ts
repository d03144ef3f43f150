import type { ValueMapFile } from '../assessment.js';
import { type Problem, problem } from '../problem.js';
import { isHarm } from './deduction-problems.js';

/** Fewer rows than this may well have no harm among them. */
const SEVERAL = 3;

/** Signs that something was left out of a value map: people without an outcome, and everything that was not good. */
export function completenessProblems(file: ValueMapFile): readonly Problem[] {
  const named = new Set([
    ...file.outcomes.map(({ stakeholder }) => stakeholder),
    ...file.inputs.flatMap(({ stakeholder }) => stakeholder ?? []),
  ]);
  const without = (file.stakeholders ?? []).flatMap(({ id, name }, at) =>
    named.has(id) || named.has(name)
      ? []
      : [problem('stakeholder-without-outcome', 'information', `/stakeholders/${at}`, { stakeholder: name })],
  );
  const onlyGood = file.outcomes.length >= SEVERAL && !file.outcomes.some((row) => isHarm(file, row));
  return [...without, ...(onlyGood ? [problem('nothing-negative', 'information', '/outcomes')] : [])];
}
