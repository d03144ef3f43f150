import type { Expression } from '../figures/expression.js';
import type { ExpressionGraph } from '../figures/graph.js';
import { type Problem, problem, type Severity } from '../problem.js';
import { figureLabel } from '../wording/figure-labels.js';
import type { Term } from '../wording/term.js';

/** Numbers that belong together and usually share a source: they are named once. */
const TOGETHER: readonly {
  readonly of: (label: Term, path: string) => boolean;
  /** The part of the path that names them all. */
  readonly path: RegExp;
  readonly what: (label: Term) => string;
}[] = [
  {
    of: (_, path) => path.includes('/series/'),
    path: /^.*\/series/,
    what: ({ values }) => `the years of “${values?.['row'] ?? ''}”`,
  },
  {
    of: ({ code }) => code === 'use',
    path: /^.*(?=\/)/,
    what: ({ values }) => `what is used in “${values?.['state'] ?? ''}”`,
  },
  {
    of: ({ code }) => code.startsWith('work-'),
    path: /^.*\/work/,
    what: ({ values }) => `the work in “${values?.['state'] ?? ''}”`,
  },
  {
    of: ({ code }) => code === 'typed-share',
    path: /^\/cohorts\/\d+\/with(out)?/,
    what: ({ values }) => `the shares of “${values?.['group'] ?? ''}”`,
  },
  {
    of: ({ code }) => code === 'career-survival',
    path: /^.*\/survival/,
    what: ({ values }) => `the survival of “${values?.['career'] ?? ''}”`,
  },
  {
    of: ({ code }) => code === 'paid-by',
    path: /^.*\/paidBy/,
    what: ({ values }) => `who pays for “${values?.['service'] ?? ''}”`,
  },
  {
    of: ({ code }) => code.startsWith('fiscal-profile'),
    path: /^.*\/profile/,
    what: ({ values }) =>
      values?.['outcome'] === undefined ? 'the profile' : `the profile of “${values['outcome']}”`,
  },
  {
    of: ({ code }) => code === 'compound-factor',
    path: /^.*\/factors/,
    what: () => 'the compounding factors',
  },
];

/** Numbers of which a reader would like to know the source, but which no result is attacked for. */
const MINOR: readonly string[] = [
  'discount-rate',
  'discount-rate-until',
  'input-duration',
  'career-entrants',
  'career-during.months',
  'retains-extra-tax',
  'paid-by',
];

/** So many are named one by one; a file that names no sources at all is told so once. */
const MOST_NAMED = 200;

/** Every number that was used and that nobody can look up: neither a source nor a method is given for it. */
export function missingEvidence(graph: ExpressionGraph): readonly Problem[] {
  const named = new Map<string, Problem>();
  for (const [id, input] of graph.inputs()) {
    const label = graph.nameOf(input)?.label ?? { code: id };
    if (!isMissing(input) || claimsNothing(label, input)) continue;
    const { what, path } = placeOf(label, input.origin?.path ?? '');
    const severity: Severity = MINOR.includes(label.code) ? 'information' : 'warning';
    if (!named.has(path)) named.set(path, problem('source-missing', severity, path, { what }));
  }
  const all = [...named.values()];
  return all.length <= MOST_NAMED
    ? all
    : [
        ...all.slice(0, MOST_NAMED),
        problem('sources-missing', 'warning', '', { count: all.length - MOST_NAMED }),
      ];
}

function isMissing({ origin, value }: Expression): boolean {
  if (!origin || !origin.assessed || origin.source !== undefined || origin.method !== undefined) return false;
  // Where one pays all there is nothing to look up.
  return !(origin.partOfWhole && value === 1);
}

/** An effect of one year is what was seen, not a claim that it lasts; a year without costs costs nothing. */
const claimsNothing = ({ code }: Term, { value }: Expression): boolean =>
  (code === 'input-duration' && (value ?? 0) <= 1) || (code.startsWith('fiscal-cost') && value === 0);

function placeOf(label: Term, path: string): { readonly what: string; readonly path: string } {
  const together = TOGETHER.find(({ of }) => of(label, path));
  const shared = together?.path.exec(path)?.[0];
  if (together && shared !== undefined) return { what: together.what(label), path: shared };
  const words = figureLabel(label);
  return { what: label.code === 'parameter' ? `“${words}”` : `the ${words}`, path };
}
