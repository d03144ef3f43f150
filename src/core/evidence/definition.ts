import { allOf, anyOf, notOf, type Truth } from './truth.js';

/** What is known of a person, by name; what is missing is unknown. */
export type Facts = Readonly<Record<string, number | boolean | string | undefined>>;

/** A condition on facts, as data. */
export type Rule =
  | { readonly fact: string; readonly is: boolean | string }
  | { readonly fact: string; readonly in: readonly string[] }
  /** At least a number. */
  | { readonly fact: string; readonly from: number }
  /** At most a number. */
  | { readonly fact: string; readonly to: number }
  | { readonly all: readonly Rule[] }
  | { readonly any: readonly Rule[] }
  | { readonly not: Rule };

/** One way of meeting a definition. */
export interface Criterion {
  readonly id: string;
  readonly label: string;
  readonly rule: Rule;
}

/** A definition of law or of a fund: met by whoever meets one of its criteria. */
export interface Definition {
  readonly id: string;
  readonly label: string;
  readonly source: string;
  /** Whether the words of the source itself were read. */
  readonly verified: boolean;
  readonly criteria: readonly Criterion[];
}

/** Whether somebody meets a definition, by which criteria, and what would have to be known to say more. */
export interface Judgement {
  readonly definition: string;
  readonly truth: Truth;
  readonly met: readonly string[];
  readonly unknown: readonly string[];
  /** Facts that are missing and on which a criterion that cannot be judged rests. */
  readonly missing: readonly string[];
}

/** Whether a rule holds of what is known. A fact of another kind than the rule asks for is a fault of whoever gave it. */
export function truthOf(rule: Rule, facts: Facts): Truth {
  if ('all' in rule) return allOf(rule.all.map((one) => truthOf(one, facts)));
  if ('any' in rule) return anyOf(rule.any.map((one) => truthOf(one, facts)));
  if ('not' in rule) return notOf(truthOf(rule.not, facts));
  const value = facts[rule.fact];
  if (value === undefined) return 'unknown';
  if ('is' in rule) return said(value === rule.is);
  if ('in' in rule) return said(rule.in.some((one) => one === value));
  if ('from' in rule) return said(typeof value === 'number' && value >= rule.from);
  return said(typeof value === 'number' && value <= rule.to);
}

const said = (holds: boolean): Truth => (holds ? 'yes' : 'no');

/** Judges a person by a definition. */
export function judge({ id, criteria }: Definition, facts: Facts): Judgement {
  const truths = criteria.map((criterion) => ({ criterion, truth: truthOf(criterion.rule, facts) }));
  const withTruth = (wanted: Truth): readonly Criterion[] =>
    truths.filter(({ truth }) => truth === wanted).map(({ criterion }) => criterion);
  const unknown = withTruth('unknown');
  const missing = new Set(
    unknown.flatMap(({ rule }) => factsOf(rule)).filter((name) => facts[name] === undefined),
  );
  return {
    definition: id,
    truth: anyOf(truths.map(({ truth }) => truth)),
    met: withTruth('yes').map((criterion) => criterion.id),
    unknown: unknown.map((criterion) => criterion.id),
    missing: [...missing].sort(),
  };
}

function factsOf(rule: Rule): readonly string[] {
  if ('all' in rule) return rule.all.flatMap(factsOf);
  if ('any' in rule) return rule.any.flatMap(factsOf);
  return 'not' in rule ? factsOf(rule.not) : [rule.fact];
}
