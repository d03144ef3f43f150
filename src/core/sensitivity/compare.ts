import type { Assessment } from '../assessment.js';
import { type Declared, declare, type Reference } from '../calculate.js';
import type { ExpressionGraph } from '../figures/graph.js';
import type { ComparedFigure, PointAndEnds } from '../result.js';
import type { DefaultRanges } from '../uncertainty/default-ranges.js';
import { assumedShare, isMostly } from '../uncertainty/assumed-share.js';
import { inputRanges } from '../uncertainty/input-ranges.js';
import { type Simulation, simulationOf } from '../uncertainty/simulation.js';
import type { TermsOfOffice } from '../welfare/horizons.js';
import { accountHorizons } from '../welfare/welfare-account.js';
import { nameInWords } from '../wording/name-in-words.js';
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
  const { net, all } = commonFigures(first, second, reference.termsOfOffice);
  const ids = thatExist(all, [own.graph, other.graph]);
  const simulate = (graph: ExpressionGraph, file: Assessment) =>
    simulationOf(file, inputRanges(graph, file, defaults), defaults);
  const ownDraws = simulate(own.graph, first);
  const same = ownDraws && { seed: ownDraws.seed, draws: ownDraws.draws };
  const otherDraws = simulate(other.graph, { ...second, uncertainty: { ...second.uncertainty, ...same } });
  const drawn = ownDraws ?? otherDraws;
  const [before, after] = [
    worked(own.graph, ids, ownDraws, drawn?.draws),
    worked(other.graph, ids, otherDraws, drawn?.draws),
  ];
  const inputs = changedInputs(own.graph, other.graph);
  const probabilities = ![
    { graph: own.graph, draws: ownDraws },
    { graph: other.graph, draws: otherDraws },
  ].some(({ graph, draws }) => draws && isMostly(assumedShare(draws, graph.named(net))));
  return {
    format: 'bokslut-comparison/1',
    kind: first.kind,
    currency: first.currency,
    priceYear: first.priceYear,
    titles: { first: first.title, second: second.title },
    seed: drawn?.seed ?? null,
    draws: drawn?.draws ?? null,
    inputs,
    ...fileDifferences(first, second, samePlace(own.graph, other.graph)),
    figures: ids.map((id, at) => ({
      ...comparedFigure(own.graph, id, at, before, after, probabilities),
      first: pointAndEnds(own.graph.named(id).point, before.draws?.[at]),
    })),
    explained: explainedDifference(own.graph, other.graph, inputs, ids[0] ?? net),
  };
}

/**
 * The figures of one side.
 *
 * @param count how many draws there are on either side; undefined where neither has ranges
 */
function worked(
  graph: ExpressionGraph,
  ids: readonly string[],
  simulation: Simulation | undefined,
  count: number | undefined,
): Worked {
  const figures = ids.map((id) => graph.named(id));
  const points = figures.map(({ point }) => point);
  if (count === undefined) return { points, draws: undefined };
  return {
    points,
    draws: simulation?.columnsOf(figures) ?? points.map((point) => new Float64Array(count).fill(point)),
  };
}

/**
 * The first assessment, declared so that its inputs can take the numbers of the second: a longer duration needs the
 * years it reaches into. Where there are only factors for some years, or a schedule ends, there are no more.
 */
function declaredToHold(first: Assessment, { graph }: Declared, reference: Reference): Declared {
  const { discounting, discountRate } = first.conventions;
  if (discounting === 'compound-forward' || Array.isArray(discountRate)) return declare(first, reference);
  const set = Object.fromEntries([...graph.inputs()].map(([name, { point }]) => [name, point] as const));
  return declare({ ...first, scenarios: [{ id: 'second', name: 'second', set }] }, reference);
}

/** The names of the figures that both have, the headline first, and of the one that is 0 at break-even. */
function commonFigures(
  first: Assessment,
  second: Assessment,
  terms: TermsOfOffice,
): { readonly net: string; readonly all: readonly string[] } {
  switch (first.kind) {
    case 'value-map':
      return { net: 'npv', all: ['ratio', 'npv', 'pvBenefits', 'pvInputs'] };
    case 'welfare-account': {
      const place = `horizons.${commonHorizon(first, second, terms)}`;
      const names = ['npv', 'benefitCostRatio', 'publicBudget.net', 'pvGain', 'pvCost'];
      return { net: `${place}.npv`, all: names.map((name) => `${place}.${name}`) };
    }
    case 'fiscal-cost-benefit':
      return {
        net: 'netPresentBudgetImpact',
        all: [
          'fiscalReturn',
          'benefitCostRatio',
          'netPresentBudgetImpact',
          'netPresentPublicValue',
          'pvFiscal',
          'pvCost',
        ],
      };
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
  return ids.filter((id) => graphs.every((graph) => !Number.isNaN(graph.named(id).point)));
}

function changedInputs(first: ExpressionGraph, second: ExpressionGraph): readonly ChangedInput[] {
  const names = new Set([...first.inputs().keys(), ...second.inputs().keys()]);
  return [...names].flatMap((name) => {
    const one = first.inputs().get(name);
    const other = second.inputs().get(name);
    if (one?.point === other?.point) return [];
    const label = nameInWords(one ? first : second, name);
    return [{ input: name, label, first: one?.point ?? null, second: other?.point ?? null }];
  });
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
