import type { Assessment } from '../assessment.js';
import { type Declared, declare, type Reference } from '../calculate.js';
import { evaluate } from '../figures/evaluate.js';
import type { Expression } from '../figures/expression.js';
import type { ExpressionGraph } from '../figures/graph.js';
import type { ComparedFigure, PointAndEnds } from '../result.js';
import type { DefaultRanges } from '../uncertainty/default-ranges.js';
import { assumedShare, isMostly } from '../uncertainty/assumed-share.js';
import { inputRanges } from '../uncertainty/input-ranges.js';
import { simulationOf } from '../uncertainty/simulation.js';
import type { TermsOfOffice } from '../welfare/horizons.js';
import { accountHorizons } from '../welfare/welfare-account.js';
import { figureLabel } from '../wording/figure-labels.js';
import { comparedFigure, pointAndEnds, type Worked } from './compared-figure.js';
import { type ChangedInput, type ExplainedDifference, explainedDifference } from './explained-difference.js';
import { fileDifferences, type FileDifferences } from './file-differences.js';

/** Two assessments side by side, draw by draw. */
export interface Comparison extends FileDifferences {
  readonly format: 'bokslut-comparison/1';
  readonly kind: Assessment['kind'];
  readonly currency: string;
  readonly priceYear: number;
  readonly titles: { readonly first: string; readonly second: string };
  /** Those of the first, or of the second where only that has ranges; null where neither has. */
  readonly seed: number | null;
  readonly draws: number | null;
  readonly inputs: readonly ChangedInput[];
  /** The second against the first, and what the first is. */
  readonly figures: readonly (ComparedFigure & { readonly first: PointAndEnds })[];
  /** Of the headline: what each change alone would do to the first, and what is left to their interplay and to structure. */
  readonly explained: ExplainedDifference;
}

/** Figures about the world that two files may leave to the program. */
export interface ComparisonReference extends Reference {
  readonly defaultRanges: DefaultRanges;
}

/** The figures that are 0 where benefits just cover costs. */
const NET = /(^|\.)npv$|^netPresentBudgetImpact$/;

/** Why two assessments cannot be compared; nothing where they can. */
export function whyNotComparable(
  first: Assessment,
  second: Assessment,
  { termsOfOffice }: Pick<Reference, 'termsOfOffice'>,
): readonly string[] {
  const reasons: string[] = [];
  if (first.kind !== second.kind)
    reasons.push(
      `The first is a ${first.kind}, the second a ${second.kind}: their figures mean different things.`,
    );
  if (first.currency !== second.currency)
    reasons.push(
      `The first counts in ${first.currency}, the second in ${second.currency}: convert one of them.`,
    );
  if (first.priceYear !== second.priceYear)
    reasons.push(
      `The first is in prices of ${first.priceYear}, the second of ${second.priceYear}: bring them to one year.`,
    );
  if (
    first.kind === 'welfare-account' &&
    reasons.length === 0 &&
    commonHorizon(first, second, termsOfOffice) === undefined
  )
    reasons.push('The headline horizon of neither is a horizon of the other: give both one in common.');
  return reasons;
}

/**
 * Holds a second assessment against a first: what differs in them, and what that does to their figures, in the same
 * draws. Every input has a stream of its own by its name, so that what is equal in both varies alike.
 *
 * @param reference figures about the world that the files may leave to the program
 * @throws Error where {@link whyNotComparable} gives reasons
 */
export function compare(first: Assessment, second: Assessment, reference: ComparisonReference): Comparison {
  const reasons = whyNotComparable(first, second, reference);
  if (reasons.length > 0) throw new Error(reasons.join(' '));
  const { defaultRanges: defaults } = reference;
  const other = declare(second, reference);
  const own = declaredToHold(first, other, reference);
  const ids = thatExist(commonFigures(first, second, reference.termsOfOffice), [own.graph, other.graph]);
  const sides = [figuresOf(own.graph, ids), figuresOf(other.graph, ids)] as const;
  const simulate = (graph: ExpressionGraph, file: Assessment) =>
    simulationOf(file, inputRanges(graph, file, defaults), defaults);
  const simulation = simulate(own.graph, first);
  const same = simulation && { seed: simulation.seed, draws: simulation.draws };
  const sameDraws = { ...second, uncertainty: { ...second.uncertainty, ...same } };
  const simulations = [simulation, simulate(other.graph, sameDraws)] as const;
  const count = simulations[0]?.draws ?? simulations[1]?.draws;
  const [before, after] = [0, 1].map((side): Worked => {
    const figures = sides[side as 0 | 1];
    const points = evaluate(figures);
    const drawn = simulations[side as 0 | 1];
    if (count === undefined) return { points, draws: undefined };
    return {
      points,
      draws: drawn ? drawn.columnsOf(figures) : points.map((point) => new Float64Array(count).fill(point)),
    };
  }) as [Worked, Worked];
  const inputs = changedInputs(own.graph, other.graph);
  const [netId = ''] = ids.filter((id) => NET.test(id));
  const probabilities = [own.graph, other.graph].every((graph, side) => {
    const drawn = simulations[side];
    return !drawn || !figuresOf(graph, [netId]).some((net) => isMostly(assumedShare(drawn, net)));
  });
  return {
    format: 'bokslut-comparison/1',
    kind: first.kind,
    currency: first.currency,
    priceYear: first.priceYear,
    titles: { first: first.title, second: second.title },
    seed: (simulations[0] ?? simulations[1])?.seed ?? null,
    draws: count ?? null,
    inputs,
    ...fileDifferences(first, second, samePlace(own.graph, other.graph)),
    figures: ids.map((id, at) => ({
      ...comparedFigure(own.graph, id, at, before, after, probabilities),
      first: pointAndEnds(before.points[at] ?? Number.NaN, before.draws?.[at]),
    })),
    explained: explainedDifference(
      own.graph,
      other.graph,
      inputs,
      ids[0] ?? '',
      before.points[0] ?? Number.NaN,
      after.points[0] ?? Number.NaN,
    ),
  };
}

/**
 * The first assessment, declared so that its inputs can take the numbers of the second: a longer duration needs the
 * years it reaches into. Where there are only factors for some years, or a schedule ends, there are no more.
 */
function declaredToHold(first: Assessment, { graph }: Declared, reference: Reference): Declared {
  const { discounting, discountRate } = first.conventions;
  if (discounting === 'compound-forward' || Array.isArray(discountRate)) return declare(first, reference);
  const set = Object.fromEntries(
    [...graph.inputs()].flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value]])),
  );
  return declare({ ...first, scenarios: [{ id: 'second', name: 'second', set }] }, reference);
}

/** The names of the figures that both have, the headline first. */
function commonFigures(first: Assessment, second: Assessment, terms: TermsOfOffice): readonly string[] {
  switch (first.kind) {
    case 'value-map':
      return ['ratio', 'npv', 'pvBenefits', 'pvInputs'];
    case 'welfare-account':
      return ['npv', 'benefitCostRatio', 'publicBudget.net', 'pvGain', 'pvCost'].map(
        (name) => `horizons.${commonHorizon(first, second, terms)}.${name}`,
      );
    case 'fiscal-cost-benefit':
      return [
        'fiscalReturn',
        'benefitCostRatio',
        'netPresentBudgetImpact',
        'netPresentPublicValue',
        'pvFiscal',
        'pvCost',
      ];
  }
}

/** The horizon at which two accounts are compared: the headline of the first, or else of the second. */
function commonHorizon(first: Assessment, second: Assessment, terms: TermsOfOffice): number | undefined {
  if (first.kind !== 'welfare-account' || second.kind !== 'welfare-account') return undefined;
  const [own, other] = [accountHorizons(first, terms), accountHorizons(second, terms)];
  if (other.horizons.includes(own.headline)) return own.headline;
  return own.horizons.includes(other.headline) ? other.headline : undefined;
}

/** Where there is nothing to divide by in one of them, ratios are not compared. */
function thatExist(ids: readonly string[], graphs: readonly ExpressionGraph[]): readonly string[] {
  return ids.filter((id) => graphs.every((graph) => !Number.isNaN(evaluate(figuresOf(graph, [id]))[0])));
}

function figuresOf(graph: ExpressionGraph, ids: readonly string[]): readonly Expression[] {
  return ids.map((id) => {
    const figure = graph.figure(id);
    if (!figure) throw new Error(`no figure ${id}`);
    return figure;
  });
}

function changedInputs(first: ExpressionGraph, second: ExpressionGraph): readonly ChangedInput[] {
  const names = new Set([...first.inputs().keys(), ...second.inputs().keys()]);
  return [...names].flatMap((name) => {
    const one = first.inputs().get(name);
    const other = second.inputs().get(name);
    if (one?.value === other?.value) return [];
    return [
      {
        input: name,
        label: labelOf(first, one) ?? labelOf(second, other) ?? name,
        first: one?.value ?? null,
        second: other?.value ?? null,
      },
    ];
  });
}

function labelOf(graph: ExpressionGraph, input: Expression | undefined): string | undefined {
  const label = input && graph.nameOf(input)?.label;
  return label && figureLabel(label);
}

/** Whether two places hold the input of one name, or one of them an input and the other nothing. */
function samePlace(
  first: ExpressionGraph,
  second: ExpressionGraph,
): (one: string | undefined, other: string | undefined) => boolean {
  const byPath = (graph: ExpressionGraph) =>
    new Map([...graph.inputs()].map(([name, { origin }]) => [origin?.path, name]));
  const [ones, others] = [byPath(first), byPath(second)];
  return (one, other) => {
    if (one === undefined || other === undefined) return ones.has(one) || others.has(other);
    const name = ones.get(one);
    return name !== undefined && name === others.get(other);
  };
}
