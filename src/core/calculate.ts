import type { Assessment } from './assessment.js';
import { declareFiscalCostBenefit, type FiscalCostBenefit } from './fiscal/fiscal-cost-benefit.js';
import { fiscalCostBenefitResult } from './fiscal/fiscal-result.js';
import type { OptimismBiasTable } from './fiscal/optimism-bias.js';
import { ExpressionGraph } from './figures/graph.js';
import { Inputs } from './inputs.js';
import type { Problem } from './problem.js';
import { type Benchmark, benchmarkProblems } from './quality/benchmark.js';
import { nameProblems } from './quality/name-problems.js';
import { judgement } from './quality/assurance.js';
import type { PublishedComparison, Result, Worked } from './result.js';
import type { DefaultRanges } from './uncertainty/default-ranges.js';
import { inputRanges } from './uncertainty/input-ranges.js';
import { simulationOf } from './uncertainty/simulation.js';
import { noRangeProblems } from './uncertainty/spread-problems.js';
import { declareValueMap, type ValueMap } from './valuation/value-map.js';
import { valueMapResult } from './valuation/value-map-result.js';
import type { Objections } from './welfare/stress/objection.js';
import type { TermsOfOffice } from './welfare/horizons.js';
import { declareWelfareAccount, type WelfareAccount } from './welfare/welfare-account.js';
import { welfareAccountResult } from './welfare/welfare-account-result.js';

/** Raised by any change that changes a figure of any file. */
export const MODEL_VERSION = '1.4.0';

/** An assessment with every figure of it declared, and not yet worked out. */
export interface Declared {
  readonly graph: ExpressionGraph;
  readonly problems: readonly Problem[];
  readonly model:
    | { readonly kind: 'value-map'; readonly map: ValueMap }
    | { readonly kind: 'welfare-account'; readonly account: WelfareAccount }
    | { readonly kind: 'fiscal-cost-benefit'; readonly analysis: FiscalCostBenefit };
}

/** Figures about the world that a file may leave to the program. */
export interface Reference {
  readonly optimismBias: OptimismBiasTable;
  readonly termsOfOffice: TermsOfOffice;
}

/** Declares every figure of an assessment as an expression over the numbers of its file. */
export function declare(assessment: Assessment, reference: Reference): Declared {
  const graph = new ExpressionGraph();
  const inputs = new Inputs(graph, assessment);
  return { graph, model: modelOf(assessment, inputs, reference), problems: inputs.problems };
}

function modelOf(
  assessment: Assessment,
  inputs: Inputs,
  { optimismBias, termsOfOffice }: Reference,
): Declared['model'] {
  const { kind } = assessment;
  switch (kind) {
    case 'value-map':
      return { kind, map: declareValueMap(inputs, assessment) };
    case 'welfare-account':
      return { kind, account: declareWelfareAccount(inputs, assessment, termsOfOffice) };
    case 'fiscal-cost-benefit':
      return { kind, analysis: declareFiscalCostBenefit(inputs, assessment, optimismBias) };
  }
}

/** What a result says of where it comes from. */
export interface Provenance {
  readonly inputsHash: string;
  readonly referenceVersion: string;
  /** Published results of the same kind, to be shown beside this one. */
  readonly beside: readonly PublishedComparison[];
  /** What others have found for single figures; left out: none. */
  readonly benchmarks?: readonly Benchmark[] | undefined;
  /** The ranges of numbers whose evidence is graded and that have none of their own. */
  readonly defaultRanges: DefaultRanges;
  /** What is said against accounts, and by whom. */
  readonly objections: Objections;
}

/**
 * Works out the result of a declared assessment. The same assessment, reference data and model version give the
 * same result, to the last bit.
 */
export function calculate(assessment: Assessment, declared: Declared, provenance: Provenance): Result {
  const head = {
    format: 'bokslut-result/1',
    modelVersion: MODEL_VERSION,
    referenceVersion: provenance.referenceVersion,
    inputsHash: provenance.inputsHash,
    title: assessment.title,
    conventions: {
      dropOff: 'from-second-year',
      deductions: 'multiply',
      attributionMeans: 'share-of-others',
      ...assessment.conventions,
    },
    currency: assessment.currency,
    priceYear: assessment.priceYear,
  } as const;
  const { graph, model, problems } = declared;
  const ranges = inputRanges(graph, assessment, provenance.defaultRanges);
  const simulation = simulationOf(assessment, ranges, provenance.defaultRanges);
  const said = simulation ? problems : [...problems, ...noRangeProblems(graph, ranges)];
  const beside = provenance.beside.filter(({ kind }) => kind === assessment.kind);
  const seen = [
    ...said,
    ...benchmarkProblems(assessment, graph, provenance.benchmarks ?? []),
    ...nameProblems(assessment, graph),
  ];
  const whole = <Kind extends Result>(worked: Worked<Kind>) => ({
    ...worked,
    beside,
    ...judgement({ file: assessment, problems: worked.problems, sensitivity: worked.sensitivity, beside }),
    assessment,
  });
  if (assessment.kind === 'value-map' && model.kind === 'value-map') {
    return whole(valueMapResult(head, assessment, graph, model.map, simulation, seen));
  }
  if (assessment.kind === 'welfare-account' && model.kind === 'welfare-account') {
    return whole(
      welfareAccountResult(head, assessment, graph, model.account, simulation, seen, provenance.objections),
    );
  }
  if (assessment.kind === 'fiscal-cost-benefit' && model.kind === 'fiscal-cost-benefit') {
    return whole(fiscalCostBenefitResult(head, assessment, graph, model.analysis, simulation, seen));
  }
  throw new Error('an assessment was declared as another kind than it is');
}
