import type { Expression } from './expression.js';
import type { Surroundings } from './factors.js';
import type { ExpressionGraph } from './graph.js';
import { type Columns, Program } from './program.js';

export type { Columns } from './program.js';

/** Everything that the given expressions rest on, arguments before what uses them. */
export function reach(targets: readonly Expression[]): readonly Expression[] {
  return [...beneath(targets)].sort((one, other) => one.index - other.index);
}

function beneath(targets: readonly Expression[]): ReadonlySet<Expression> {
  const found = new Set<Expression>(targets);
  for (const expression of found) {
    for (const argument of expression.arguments) found.add(argument);
  }
  return found;
}

/** The point estimate of each expression, in order; NaN where there is no such figure. */
export function evaluate(targets: readonly Expression[]): readonly number[] {
  return targets.map(({ point }) => point);
}

/** The first figure that is infinite; undefined where all are numbers, or are no figures at all. */
export function figureBeyondNumbers(graph: ExpressionGraph): string | undefined {
  const figures = graph.figureIds().flatMap((id) => graph.figure(id) ?? []);
  const beyond = reach(figures).find(({ point }) => Math.abs(point) === Number.POSITIVE_INFINITY);
  return beyond && graph.figureIds().find((id) => beneath(figureOf(graph, id)).has(beyond));
}

const figureOf = (graph: ExpressionGraph, id: string): readonly Expression[] => {
  const figure = graph.figure(id);
  return figure ? [figure] : [];
};

/**
 * Whole columns of draws for each expression, in order. What does not depend on the columns is as in the point
 * estimate.
 *
 * @param columns for each expression that varies, one number per draw
 * @param draws how many, at least 1
 */
export function evaluateColumns(
  targets: readonly Expression[],
  columns: Columns,
  draws: number,
): readonly Float64Array[] {
  return evaluatorOf(targets)(columns, draws);
}

/**
 * For evaluating the same figures again and again with one input or another moved: only what depends on it is worked
 * out again.
 *
 * @returns what {@link evaluateColumns} gives for these figures
 */
export function evaluatorOf(
  targets: readonly Expression[],
): (columns: Columns, draws: number) => readonly Float64Array[] {
  const users = usersOf(beneath(targets));
  const asked = new Set(targets);
  let leaves: ReadonlySet<Expression> = new Set();
  let program: Program | undefined;
  return (columns, draws) => {
    if (!program || columns.size !== leaves.size || [...columns.keys()].some((leaf) => !leaves.has(leaf))) {
      leaves = new Set(columns.keys());
      program = new Program(targets, leaves, surroundings(leaves, asked, users));
    }
    return program.run(columns, draws);
  };
}

/** The same of one figure: a column of its draws. */
export function columnOf(target: Expression): (columns: Columns, draws: number) => Float64Array {
  const evaluator = evaluatorOf([target]);
  return (columns, draws) => evaluator(columns, draws)[0] as Float64Array;
}

function surroundings(
  leaves: ReadonlySet<Expression>,
  asked: ReadonlySet<Expression>,
  users: Users,
): Surroundings {
  const moving = dependents(leaves, users);
  return {
    varies: (expression) => moving.has(expression),
    passing: (expression) =>
      moving.has(expression) &&
      !leaves.has(expression) &&
      !asked.has(expression) &&
      users.get(expression)?.length === 1,
  };
}

type Users = ReadonlyMap<Expression, readonly Expression[]>;

function usersOf(expressions: Iterable<Expression>): Users {
  const users = new Map<Expression, Expression[]>();
  for (const expression of expressions) {
    for (const argument of expression.arguments) {
      const known = users.get(argument);
      if (known) known.push(expression);
      else users.set(argument, [expression]);
    }
  }
  return users;
}

/** These expressions, and all that depends on them. */
function dependents(expressions: Iterable<Expression>, users: Users): ReadonlySet<Expression> {
  const found = new Set(expressions);
  for (const expression of found) {
    for (const user of users.get(expression) ?? []) found.add(user);
  }
  return found;
}
