import { evaluate } from '../figures/evaluate.js';
import { figureValue } from '../figures/explain.js';
import type { Expression } from '../figures/expression.js';
import type { ExpressionGraph } from '../figures/graph.js';
import { type Problem, problem } from '../problem.js';
import type { Interval, NetInterval, RatioInterval, Value } from '../result.js';
import { type Summary, summarise } from '../statistics.js';
import { acceptabilityOf } from './acceptability.js';
import { assumedShare, isMostly } from './assumed-share.js';
import { drawnInputs } from './drawn-inputs.js';
import { histogramOf } from './histogram.js';
import { gainOfKnowing } from './input-effects.js';
import type { Simulation } from './simulation.js';
import { convergenceOf, convergenceProblems, rangeProblems } from './spread-problems.js';
import type { Uncertainty } from './uncertainty-result.js';

/** The figures of a result whose spread is asked for, by their names. */
export interface SpreadFigures {
  readonly ratio: string;
  /** The figure that is 0 where benefits just cover costs: the one that is decided by. */
  readonly net: string;
  /** Of each who pays, the net figure. */
  readonly payers: Readonly<Record<string, string>>;
  readonly others: readonly string[];
}

/** Of the largest figure, the same share by which the books of a run may be out. */
const LEFT_OVER = 1e-9;

/** How the figures of a result spread over the draws of a simulation; the same for every kind of assessment. */
export class Spread {
  readonly uncertainty: Uncertainty;
  readonly problems: readonly Problem[];
  readonly simulation: Simulation;
  private readonly columns: ReadonlyMap<string, Float64Array>;
  private readonly summaries = new Map<string, Summary>();

  constructor(graph: ExpressionGraph, simulation: Simulation, figures: SpreadFigures) {
    this.simulation = simulation;
    const names = [
      ...new Set([figures.ratio, figures.net, ...Object.values(figures.payers), ...figures.others]),
    ];
    const expressions = names.map((name) => figureOf(graph, name));
    const columns = simulation.columnsOf(expressions);
    this.columns = new Map(names.map((name, at) => [name, columns[at] ?? new Float64Array()]));
    const { defaults } = simulation;
    const { drawn, unmoved, fixed } = simulation.ranges;
    const [ratio, net] = [this.summary(figures.ratio), this.summary(figures.net)];
    const borrowedShare = assumedShare(simulation, figureOf(graph, figures.net));
    const mostlyAssumption = isMostly(borrowedShare);
    const worthOfAll = this.worthOfAll(figures.net);
    const { inputs, drawsUsed } = drawnInputs(graph, simulation, {
      figure: figureOf(graph, figures.net),
      column: this.column(figures.net),
      worthOfAll,
    });
    this.uncertainty = {
      seed: simulation.seed,
      draws: simulation.draws,
      inputs,
      unmoved: unmoved.map(({ input }) => input),
      fixedInputs: fixed,
      defaultRanges: drawn.some(({ basis }) => basis === 'grade')
        ? { source: defaults.source, verified: defaults.verified }
        : null,
      borrowedShare: figureValue(borrowedShare),
      mostlyAssumption,
      acceptability: mostlyAssumption ? null : acceptabilityOf(ratio),
      payers: mostlyAssumption
        ? null
        : Object.fromEntries(
            Object.entries(figures.payers).map(([payer, name]) => [
              payer,
              figureValue(this.summary(name).shareAbove(this.nothing())),
            ]),
          ),
      valueOfInformation: { total: figureValue(worthOfAll), drawsUsed },
      convergence: convergenceOf(ratio),
      histogram: ratio.count > 1 ? histogramOf(figures.ratio, ratio) : histogramOf(figures.net, net),
    };
    this.problems = [
      ...(mostlyAssumption
        ? [
            problem('mostly-assumption', 'warning', '/uncertainty', {
              percent: Math.floor(100 * borrowedShare),
            }),
          ]
        : []),
      ...rangeProblems(graph, simulation.ranges),
      ...convergenceProblems(simulation.draws, ratio),
      ...this.undefinedDraws(figures.ratio, figureOf(graph, figures.ratio)),
    ];
  }

  interval(figure: string): Interval {
    const summary = this.summary(figure);
    const at = (share: number): Value => figureValue(summary.quantile(share));
    return {
      of: figure,
      draws: this.simulation.draws,
      seed: this.simulation.seed,
      mean: figureValue(summary.mean),
      median: at(0.5),
      p2_5: at(0.025),
      p5: at(0.05),
      p95: at(0.95),
      p97_5: at(0.975),
      standardError: figureValue(summary.standardError),
    };
  }

  /** The interval of a ratio, with the share of draws in which it is above one. */
  ratioInterval(figure: string): RatioInterval {
    return { ...this.interval(figure), probabilityAboveOne: this.probability(figure, 1) };
  }

  /** The interval of a net figure, with the share of draws in which it is above nothing. */
  netInterval(figure: string): NetInterval {
    return { ...this.interval(figure), probabilityAboveZero: this.probability(figure, this.nothing()) };
  }

  /** What sums of large amounts that cancel leave over: nobody gains by it. */
  private nothing(): number {
    const sizes = [...this.columns.keys()].flatMap((figure) =>
      [0.025, 0.975].map((share) => Math.abs(this.summary(figure).quantile(share))),
    );
    return LEFT_OVER * sizes.reduce((one, other) => (other > one ? other : one), 0);
  }

  private probability(figure: string, limit: number): Value {
    return this.uncertainty.mostlyAssumption ? null : figureValue(this.summary(figure).shareAbove(limit));
  }

  private column(figure: string): Float64Array {
    const column = this.columns.get(figure);
    if (!column) throw new Error(`the draws of ${figure} were not asked for`);
    return column;
  }

  private summary(figure: string): Summary {
    const known = this.summaries.get(figure) ?? summarise(this.column(figure));
    this.summaries.set(figure, known);
    return known;
  }

  private worthOfAll(net: string): number {
    const { mean } = this.summary(net);
    const known = this.column(net).filter((value) => Number.isFinite(value));
    return known.length > 1
      ? gainOfKnowing(
          known.map((value) => value - mean),
          mean,
        )
      : Number.NaN;
  }

  /** Draws in which a figure is no number are left out of its interval, and said; that it never is one is said elsewhere. */
  private undefinedDraws(figure: string, expression: Expression): readonly Problem[] {
    const count = this.simulation.draws - this.summary(figure).count;
    if (count === 0 || Number.isNaN(evaluate([expression])[0])) return [];
    return [
      problem('undefined-in-draws', 'warning', '/uncertainty', { count, draws: this.simulation.draws }),
    ];
  }
}

function figureOf(graph: ExpressionGraph, name: string): Expression {
  const found = graph.figure(name);
  if (!found) throw new Error(`no figure ${name}`);
  return found;
}
