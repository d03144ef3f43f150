import type { Assessment } from '../assessment.js';
import type { ExpressionGraph } from '../figures/graph.js';
import { type Problem, problem } from '../problem.js';
import { peopleOf } from './people.js';
import { nameInWords } from '../wording/name-in-words.js';

/** What others have found for the same figure, to hold a result against. */
export interface Benchmark {
  /** A target group as files name it, in small or large letters; left out: any group. */
  readonly group?: string | undefined;
  /** ISO 3166, two letters; left out: any country. */
  readonly country?: string | undefined;
  /** ISO 4217; left out for figures that are no money. */
  readonly currency?: string | undefined;
  /** What the figure is counted in, in words, such as `a person and year`. */
  readonly unit: string;
  /** The name of the figure, as it is explained under. */
  readonly figure: string;
  /** Between these the published figures lie. */
  readonly low: number;
  readonly high: number;
  readonly source: string;
}

/** So many times the highest published figure is far above it: further than prices and years apart explain. */
const FAR = 2;

/**
 * Figures that lie far above everything published for similar groups.
 *
 * @param benchmarks those of another group, country or currency than the file's are passed over
 */
export function benchmarkProblems(
  file: Assessment,
  graph: ExpressionGraph,
  benchmarks: readonly Benchmark[],
): readonly Problem[] {
  const own = new Set(groupsOf(file).map((group) => group.toLowerCase()));
  const fitting = benchmarks.filter(
    ({ group, country, currency }) =>
      (group === undefined || own.has(group.toLowerCase())) &&
      (country === undefined || country === file.context?.country) &&
      (currency === undefined || currency === file.currency),
  );
  return [...new Set(fitting.map(({ figure }) => figure))].flatMap((figure) => {
    const expression = graph.figure(figure);
    if (!expression) return [];
    const value = expression.point;
    const highest = fitting
      .filter((one) => one.figure === figure)
      .reduce((one, other) => (other.high > one.high ? other : one));
    if (!(highest.high > 0 && value > FAR * highest.high)) return [];
    return [
      problem('far-above-benchmark', 'warning', '', {
        figure: nameInWords(graph, figure),
        times: Math.floor(value / highest.high),
        high: highest.high,
        unit: highest.unit,
        source: highest.source,
      }),
    ];
  });
}

/** The groups of people that a file names; an analysis of agencies names none. */
function groupsOf(file: Assessment): readonly string[] {
  switch (file.kind) {
    case 'value-map':
      return [
        ...file.outcomes.map(({ stakeholder }) => stakeholder),
        ...(file.stakeholders?.map(({ id }) => id) ?? []),
      ];
    case 'welfare-account':
      return peopleOf(file).flatMap(({ targetGroups }) => targetGroups ?? []);
    case 'fiscal-cost-benefit':
      return [];
  }
}
