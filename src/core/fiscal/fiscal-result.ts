import type { FiscalFile } from '../assessment.js';
import { findingsOf } from '../findings.js';
import { figureValue } from '../figures/explain.js';
import type { Expression } from '../figures/expression.js';
import type { ExpressionGraph } from '../figures/graph.js';
import type { Problem } from '../problem.js';
import { fiscalProblems } from '../quality/fiscal-problems.js';
import type { FiscalCostBenefitResult, ResultHead, Value, Worked } from '../result.js';
import type { Simulation } from '../uncertainty/simulation.js';
import { Spread } from '../uncertainty/spread.js';
import { HEADLINES, OTHER } from './case-figures.js';
import { type FiscalCostBenefit, otherReadingOf } from './fiscal-cost-benefit.js';
import { costsOf } from './fiscal-costs.js';
import type { FiscalFigures, FiscalHeadlines, UsedCorrection } from './fiscal-figures.js';
import type { Correction } from './optimism-bias.js';

const WORKED = [
  'fiscalReturn',
  'netPresentBudgetImpact',
  'benefitCostRatio',
  'netPresentPublicValue',
  'pvFiscal',
  'pvPublicValue',
  'pvCost',
  'discountedPaybackMonths',
] as const;

/** Works out a fiscal cost–benefit analysis and writes its result (docs/assessment-file.md, “Result file”). */
export function fiscalCostBenefitResult(
  head: ResultHead,
  file: FiscalFile,
  graph: ExpressionGraph,
  analysis: FiscalCostBenefit,
  simulation: Simulation | undefined,
  problems: readonly Problem[],
): Worked<FiscalCostBenefitResult> {
  const figures = new Writer(graph, file, analysis).write();
  const spread = simulation && spreadOf(graph, simulation, file);
  const shown = figures.fiscalReturn === null ? 'netPresentBudgetImpact' : 'fiscalReturn';
  return {
    ...head,
    kind: 'fiscal-cost-benefit',
    ...figures,
    interval: spread ? intervals(spread) : null,
    ...findingsOf(
      graph,
      file,
      {
        shown: graph.named(shown),
        net: graph.named('netPresentBudgetImpact'),
        worked: WORKED,
        compared: { headline: shown, net: 'netPresentBudgetImpact' },
      },
      spread,
    ),
    problems: [...problems, ...(spread?.problems ?? []), ...fiscalProblems(file, figures, graph)],
  };
}

class Writer {
  private readonly file: FiscalFile;
  private readonly analysis: FiscalCostBenefit;
  private readonly graph: ExpressionGraph;

  constructor(graph: ExpressionGraph, file: FiscalFile, analysis: FiscalCostBenefit) {
    this.graph = graph;
    this.file = file;
    this.analysis = analysis;
  }

  write(): FiscalFigures {
    const { file, analysis } = this;
    const perOutcome = [...analysis.outcomes]
      .sort((one, other) => one.at - other.at)
      .map((outcome) => this.outcome(outcome));
    return {
      deadweightReading: file.deadweightReading,
      ...this.headlines(''),
      otherReading: {
        deadweightReading: otherReadingOf(file.deadweightReading),
        ...this.headlines(OTHER),
      },
      optimismBias: {
        costs: this.correction(analysis.obCosts),
        rule: 'most-cautious',
        table: analysis.table && {
          source: analysis.table.source ?? null,
          verified: analysis.table.verified ?? null,
        },
      },
      targetPopulation: this.value('targetPopulation'),
      participantsRetained: this.value('participantsRetained'),
      pvCost: this.value('pvCost'),
      pvCostWithoutPayer: this.value('pvCostWithoutPayer'),
      pvTransfers: this.value('pvTransfers'),
      pvEconomic: this.value('pvEconomic'),
      pvSocial: this.value('pvSocial'),
      pvByAgency: this.perAgency((agency) => `agencies.${agency}.fiscal`),
      perAgency: analysis.agencies.map((agency) => ({
        agency,
        fiscal: this.value(`agencies.${agency}.fiscal`),
        cashable: this.value(`agencies.${agency}.cashable`),
        cost: this.value(`agencies.${agency}.cost`),
        net: this.value(`agencies.${agency}.net`),
      })),
      perYear: analysis.discountFactors.map((factor, year) => ({
        year,
        discountFactor: valueOf(factor),
        agencies: this.perAgency((agency) => `perYear.${year}.agencies.${agency}`),
        fiscal: this.value(`perYear.${year}.fiscal`),
        cashable: this.value(`perYear.${year}.cashable`),
        economic: this.value(`perYear.${year}.economic`),
        social: this.value(`perYear.${year}.social`),
        transfers: this.value(`perYear.${year}.transfers`),
        publicValue: this.value(`perYear.${year}.publicValue`),
        cost: this.value(`perYear.${year}.cost`),
        budgetImpact: this.value(`perYear.${year}.budgetImpact`),
      })),
      perOutcome,
    };
  }

  private headlines(prefix: string): FiscalHeadlines {
    return Object.fromEntries(
      HEADLINES.map((id) => [id, this.value(`${prefix}${id}`)]),
    ) as unknown as FiscalHeadlines;
  }

  private outcome({
    id,
    incidence,
    impact,
    deadweight,
    profile,
    optimismBias,
  }: FiscalCostBenefit['outcomes'][number]): FiscalFigures['perOutcome'][number] {
    const at = `perOutcome.${id}`;
    const breakEvenImpact = this.value(`${at}.breakEvenImpact`);
    return {
      id,
      incidence: valueOf(incidence),
      participantsRetained: this.value(`${at}.participantsRetained`),
      impact: valueOf(impact),
      deadweight: valueOf(deadweight),
      effect: this.value(`${at}.effect`),
      outcomesReached: this.value(`${at}.outcomesReached`),
      outcomesDue: this.value(`${at}.outcomesDue`),
      netOutcomes: profile.map((_, year) => ({
        year,
        outcomes: this.value(`${at}.netOutcomes.${year}`),
      })),
      optimismBias: this.correction(optimismBias),
      pvFiscal: this.value(`${at}.pvFiscal`),
      pvPublicValue: this.value(`${at}.pvPublicValue`),
      breakEvenImpact,
      breakEvenReachable: breakEvenImpact !== null && breakEvenImpact >= 0 && breakEvenImpact <= 1,
    };
  }

  private correction({ value, from, grade }: Correction): UsedCorrection {
    return { value: valueOf(value), from, grade };
  }

  private perAgency(id: (agency: string) => string): Readonly<Record<string, Value>> {
    return Object.fromEntries(this.analysis.agencies.map((agency) => [agency, this.value(id(agency))]));
  }

  private value(id: string): Value {
    const expression = this.graph.figure(id);
    return expression ? valueOf(expression) : null;
  }
}

const valueOf = ({ point }: Expression): Value => figureValue(point);

/** Those who pay are asked whether they gain, and so is the public budget as a whole. */
function spreadOf(graph: ExpressionGraph, simulation: Simulation, file: FiscalFile): Spread {
  const payers = [...new Set(costsOf(file).flatMap(({ cost }) => cost.paidBy ?? []))].sort();
  return new Spread(graph, simulation, {
    ratio: 'fiscalReturn',
    net: 'netPresentBudgetImpact',
    payers: Object.fromEntries(payers.map((payer) => [payer, `agencies.${payer}.net`])),
    others: ['benefitCostRatio', 'netPresentPublicValue'],
  });
}

function intervals(spread: Spread): FiscalCostBenefitResult['interval'] {
  return {
    fiscalReturn: spread.ratioInterval('fiscalReturn'),
    benefitCostRatio: spread.ratioInterval('benefitCostRatio'),
    netPresentBudgetImpact: spread.netInterval('netPresentBudgetImpact'),
    netPresentPublicValue: spread.netInterval('netPresentPublicValue'),
  };
}
