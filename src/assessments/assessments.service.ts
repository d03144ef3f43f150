import { calculate, type Declared, declare } from '../core/calculate.js';
import { figureBeyondNumbers } from '../core/figures/evaluate.js';
import { type Explanation, explain } from '../core/figures/explain.js';
import type { Result } from '../core/result.js';
import { claimOf } from '../core/sensitivity/claim.js';
import { compare, type Comparison, whyNotComparable } from '../core/sensitivity/compare.js';
import { inputRanges } from '../core/uncertainty/input-ranges.js';
import { evidenceGrades } from '../reference/evidence-grades.js';
import { figureBenchmarks } from '../reference/benchmarks/figure-benchmarks.js';
import { objections } from '../reference/objections.js';
import { publishedComparisons } from '../reference/published-comparisons.js';
import { REFERENCE_VERSION } from '../reference/reference-version.js';
import { type ReadAssessment, readAssessment } from './assessments.contract.js';
import { lastDiscountedYear } from './common.rules.js';
import { FileView } from './file-view.js';
import { leftOpen } from './left-open.js';
import { namesThatNameNothing } from './names.rules.js';
import { checkScenarios } from './scenarios.rules.js';
import type { Refusal } from '../platform/refusal.js';
import { checkInputRanges, checkReach } from './uncertainty.rules.js';

/** An assessment that can be worked out. */
export interface Prepared extends ReadAssessment {
  readonly declared: Declared;
}

export type Preparation =
  | { readonly ok: true; readonly prepared: Prepared }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/**
 * Reads an assessment file and declares its figures.
 *
 * @param text the file, JSON of at most 10 MB
 * @returns every reason why the file is refused, or what can be calculated and explained
 */
export function prepareAssessment(text: string): Preparation {
  const reading = readAssessment(text);
  if (!reading.ok) return reading;
  const { assessment } = reading;
  // How far a file reaches is looked at before it is declared: first without its scenarios, then with them.
  const { scenarios, ...without } = assessment;
  const covered = lastDiscountedYear(new FileView(assessment, [], []));
  for (const check of [
    () => checkReach(without, covered),
    () => (scenarios ? checkScenarios(reading) : []),
    () => checkReach(assessment, covered),
  ]) {
    const beyond = check();
    if (beyond.length > 0) return { ok: false, refusals: beyond };
  }
  const declared = declare(assessment, leftOpen);
  const ranges = inputRanges(declared.graph, assessment, evidenceGrades);
  const refusals = [
    ...namesThatNameNothing(assessment, declared.graph),
    ...checkInputRanges(assessment, declared.graph, ranges),
    ...tooLarge(declared),
  ];
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, prepared: { ...reading, declared } };
}

/** Works out the result file of an assessment. */
export function calculateAssessment({ assessment, declared, inputsHash }: Prepared): Result {
  return calculate(assessment, declared, {
    inputsHash,
    referenceVersion: REFERENCE_VERSION,
    beside: publishedComparisons,
    benchmarks: figureBenchmarks,
    defaultRanges: evidenceGrades,
    objections,
  });
}

/** Holds a second assessment against a first; or every reason why the two cannot be compared. */
export function compareAssessments(
  first: ReadAssessment,
  second: ReadAssessment,
): Comparison | { readonly reasons: readonly string[] } {
  const reasons = whyNotComparable(first.assessment, second.assessment, leftOpen);
  return reasons.length > 0
    ? { reasons }
    : compare(first.assessment, second.assessment, { ...leftOpen, defaultRanges: evidenceGrades });
}

/** How a figure was worked out; undefined where the assessment has no figure of that name. */
export function explainFigure(
  { declared, inputsHash }: Prepared,
  figure: string,
): (Explanation & { readonly inputsHash: string }) | undefined {
  const explanation = explain(declared.graph, figure);
  return explanation && { ...explanation, inputsHash };
}

/** What would have to be true for a figure to have a value; undefined where there is no figure of that name. */
export function claimOnFigure(
  { declared, assessment }: Prepared,
  figure: string,
  target: number,
): ReturnType<typeof claimOf> {
  const { drawn } = inputRanges(declared.graph, assessment, evidenceGrades);
  const ranges = new Map(drawn.map(({ input, distribution }) => [input, distribution]));
  return claimOf(declared.graph, ranges, figure, target);
}

/** The names of all figures that can be explained. */
export function figureNames({ declared }: Prepared): readonly string[] {
  return declared.graph.figureIds();
}

/** A figure beyond the largest number that can be calculated with is refused, not shown as if there were none. */
function tooLarge({ graph }: Declared): readonly Refusal[] {
  const figure = figureBeyondNumbers(graph);
  return figure === undefined
    ? []
    : [
        {
          pointer: '',
          message: `${figure} comes to more than can be calculated with: some number of this file is far too large, or one that is divided by is far too small.`,
        },
      ];
}
