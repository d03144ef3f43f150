import type { Expression } from '../figures/expression.js';
import type { ExpressionGraph } from '../figures/graph.js';
import { type Problem, problem } from '../problem.js';
import type { Summary } from '../statistics.js';
import { figureLabel } from '../wording/figure-labels.js';
import { support } from './distribution.js';
import type { InputRanges } from './input-ranges.js';
import type { Uncertainty } from './uncertainty-result.js';

/** Names written out in one message; the result lists them all. */
const NAMED = 12;

/** What a reader must know where nothing is drawn: that no range is given, and of what nobody knows. */
export function noRangeProblems(graph: ExpressionGraph, ranges: InputRanges): readonly Problem[] {
  return [problem('no-range', 'information', ''), ...rangeProblems(graph, { ...ranges, fixed: 0 })];
}

/** What a reader must know of what was drawn from what, and what was not drawn. */
export function rangeProblems(
  graph: ExpressionGraph,
  { drawn, unmoved, fixed }: InputRanges,
): readonly Problem[] {
  const label = (expression: Expression): string =>
    figureLabel(graph.nameOf(expression)?.label ?? { code: '' });
  const listed = (inputs: readonly { readonly expression: Expression }[]) => ({
    count: inputs.length,
    names: [
      ...inputs.slice(0, NAMED).map(({ expression }) => label(expression)),
      ...(inputs.length > NAMED ? ['…'] : []),
    ].join('; '),
  });
  const graded = drawn.filter(({ basis }) => basis === 'grade');
  const still = unmoved.filter(({ basis }) => basis === 'grade');
  const path = ({ origin }: Expression): string => origin?.path ?? '';
  return [
    ...drawn.flatMap(({ basis, expression, distribution }) => {
      if (basis !== 'unknown') return [];
      const [low, high] = support(distribution);
      return [problem('nobody-knows', 'warning', path(expression), { what: label(expression), low, high })];
    }),
    ...unmoved.flatMap(({ basis, expression }) =>
      basis === 'unknown'
        ? [
            problem('nobody-knows-unmoved', 'warning', path(expression), {
              what: label(expression),
              value: expression.value ?? Number.NaN,
            }),
          ]
        : [],
    ),
    ...(graded.length > 0 ? [problem('default-range', 'information', '/evidence', listed(graded))] : []),
    ...(still.length > 0
      ? [problem('default-range-of-zero', 'information', '/evidence', listed(still))]
      : []),
    ...(fixed > 0 ? [problem('fixed-inputs', 'information', '/uncertainty', { count: fixed })] : []),
  ];
}

/** A mean whose standard error is a larger share of it than this has not converged. */
const CONVERGED = 0.01;

/** Whether there are draws enough for a ratio; null where there is none. */
export function convergenceOf(ratio: Summary): Uncertainty['convergence'] {
  if (!Number.isFinite(ratio.mean)) return null;
  const part = ratio.standardError === 0 ? 0 : ratio.standardError / Math.abs(ratio.mean);
  return {
    standardErrorOfMeanRelative: Number.isFinite(part) ? part : null,
    converged: part <= CONVERGED,
  };
}

/** Half of the last of two decimals, with which ratios are shown, and of one decimal. */
const SECOND_DECIMAL = 0.005;
const FIRST_DECIMAL = 0.05;

/** No file may ask for more draws. */
const MOST_DRAWS = 1_000_000;

/** What chance leaves open in a ratio, and what its digits then may not promise. */
export function convergenceProblems(draws: number, ratio: Summary): readonly Problem[] {
  const convergence = convergenceOf(ratio);
  if (!convergence) return [];
  const { converged, standardErrorOfMeanRelative: part } = convergence;
  const times = part === null ? Number.POSITIVE_INFINITY : part / CONVERGED;
  const needed = Math.ceil((draws * times * times) / 1_000) * 1_000;
  return [
    ...(converged
      ? []
      : [
          needed > MOST_DRAWS
            ? problem('never-converging', 'warning', '/uncertainty/draws', { draws })
            : problem('not-converged', 'warning', '/uncertainty/draws', { draws, needed }),
        ]),
    ...(ratio.standardError > SECOND_DECIMAL
      ? [
          problem('digits-beyond-error', 'information', '/uncertainty/draws', {
            draws,
            decimals: ratio.standardError > FIRST_DECIMAL ? 0 : 1,
          }),
        ]
      : []),
  ];
}
