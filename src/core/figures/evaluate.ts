import type { Expression } from './expression.js';
import type { ExpressionGraph } from './graph.js';
import { rule } from './operation.js';

/** Draws worked on at a time, few enough for the columns of a block to stay in the cache. */
const BLOCK = 512;

/** Numbers to use in place of an expression's own: one per draw. */
export type Columns = ReadonlyMap<Expression, Float64Array>;

const NO_COLUMNS: Columns = new Map();

/**
 * Everything that the given expressions rest on, arguments before what uses them. Expressions that are replaced
 * are leaves: what lies beneath them is not needed.
 */
export function reach(targets: readonly Expression[], replaced: Columns = NO_COLUMNS): readonly Expression[] {
  const found = new Set<Expression>(targets);
  for (const expression of found) {
    if (replaced.has(expression)) continue;
    for (const argument of expression.arguments) found.add(argument);
  }
  return [...found].sort((one, other) => one.index - other.index);
}

/** The point estimate of each expression, in order; NaN where there is no such figure. */
export function evaluate(targets: readonly Expression[]): readonly number[] {
  const values = evaluateAll(targets);
  return targets.map((target) => values.get(target) ?? Number.NaN);
}

/** The point estimate of the expressions and of everything beneath them. */
export function evaluateAll(targets: readonly Expression[]): ReadonlyMap<Expression, number> {
  const columns = fixedColumns(reach(targets));
  return new Map([...columns].map(([expression, column]) => [expression, column[0] ?? Number.NaN]));
}

/** The first figure that is infinite; undefined where all are numbers, or are no figures at all. */
export function figureBeyondNumbers(graph: ExpressionGraph): string | undefined {
  const figures = graph.figureIds().flatMap((id) => graph.figure(id) ?? []);
  const beyond = [...evaluateAll(figures)].find(([, value]) => Math.abs(value) === Number.POSITIVE_INFINITY);
  if (!beyond) return undefined;
  const [step] = beyond;
  return graph.figureIds().find((id) => reach(figureOf(graph, id)).includes(step));
}

const figureOf = (graph: ExpressionGraph, id: string): readonly Expression[] => {
  const figure = graph.figure(id);
  return figure ? [figure] : [];
};

/**
 * Whole columns of draws for each expression, in order. What does not depend on the columns is worked out once, as
 * a block of one draw: the point estimate and a simulation take the same path and cannot disagree.
 *
 * @param columns for each expression that varies, one number per draw
 * @param draws how many, at least 1
 */
export function evaluateColumns(
  targets: readonly Expression[],
  columns: Columns,
  draws: number,
): readonly Float64Array[] {
  const needed = reach(targets, columns);
  const varies = varying(needed, columns);
  const fixed = fixedColumns(needed.filter((expression) => !varies.has(expression)));
  return vary(targets, needed, varies, fixed, columns, draws);
}

/**
 * For evaluating the same figures again and again with one input or another moved: the rest is worked out once.
 *
 * @returns what {@link evaluateColumns} gives for these figures
 */
export function evaluatorOf(
  targets: readonly Expression[],
): (columns: Columns, draws: number) => readonly Float64Array[] {
  const needed = reach(targets);
  const point = fixedColumns(needed);
  return (columns, draws) => {
    const varies = varying(needed, columns);
    const fixed = { get: (one: Expression) => (varies.has(one) ? undefined : point.get(one)) };
    return vary(targets, needed, varies, fixed, columns, draws);
  };
}

/** What depends on the columns, of expressions in their order. */
function varying(needed: readonly Expression[], columns: Columns): ReadonlySet<Expression> {
  const varies = new Set<Expression>();
  for (const expression of needed) {
    if (columns.has(expression) || expression.arguments.some((argument) => varies.has(argument)))
      varies.add(expression);
  }
  return varies;
}

/** Columns of what does not vary, of one draw. */
type Fixed = Pick<ReadonlyMap<Expression, Float64Array>, 'get'>;

function vary(
  targets: readonly Expression[],
  needed: readonly Expression[],
  varies: ReadonlySet<Expression>,
  fixed: Fixed,
  columns: Columns,
  draws: number,
): readonly Float64Array[] {
  const results = targets.map((target) => {
    const result = new Float64Array(draws);
    const still = fixed.get(target);
    return still ? result.fill(still[0] ?? Number.NaN) : result;
  });
  const order = needed.filter((expression) => varies.has(expression));
  const pool = new ColumnPool(order, targets, fixed);
  for (let start = 0; start < draws; start += BLOCK) {
    const count = Math.min(BLOCK, draws - start);
    for (const expression of order) {
      const given = columns.get(expression);
      if (given) pool.hold(expression, given.subarray(start, start + count));
      else
        rule(expression.operation).apply(pool.take(expression), pool.columnsOf(expression.arguments), count);
      pool.release(expression);
    }
    targets.forEach((target, at) => {
      const column = varies.has(target) ? pool.columnOf(target) : undefined;
      if (column) results[at]?.set(column.subarray(0, count), start);
    });
    pool.clear();
  }
  return results;
}

function fixedColumns(order: readonly Expression[]): Map<Expression, Float64Array> {
  const columns = new Map<Expression, Float64Array>();
  for (const expression of order) {
    const out = new Float64Array(1);
    if (expression.value === undefined) {
      const inputs = expression.arguments.map((argument) => columnIn(columns, argument));
      rule(expression.operation).apply(out, inputs, 1);
    } else out[0] = expression.value;
    columns.set(expression, out);
  }
  return columns;
}

function columnIn(columns: ReadonlyMap<Expression, Float64Array>, expression: Expression): Float64Array {
  const column = columns.get(expression);
  if (!column) throw new Error(`expression ${expression.index} was used before it was worked out`);
  return column;
}

/** Columns of one block, given back as soon as nothing later in the order needs them. */
class ColumnPool {
  private readonly held = new Map<Expression, Float64Array>();
  private readonly owned = new Set<Expression>();
  private readonly free: Float64Array[] = [];
  private readonly lastUse = new Map<Expression, Expression[]>();
  private readonly still = new Map<Expression, Float64Array>();

  constructor(order: readonly Expression[], targets: readonly Expression[], fixed: Fixed) {
    const kept = new Set(targets);
    const last = new Map<Expression, Expression>();
    for (const expression of order) {
      for (const argument of expression.arguments) {
        const value = fixed.get(argument);
        if (!value) last.set(argument, expression);
        else if (!this.still.has(argument))
          this.still.set(argument, new Float64Array(BLOCK).fill(value[0] ?? Number.NaN));
      }
    }
    for (const [expression, user] of last) {
      if (!kept.has(expression)) this.lastUse.set(user, [...(this.lastUse.get(user) ?? []), expression]);
    }
  }

  take(expression: Expression): Float64Array {
    const column = this.free.pop() ?? new Float64Array(BLOCK);
    this.held.set(expression, column);
    this.owned.add(expression);
    return column;
  }

  hold(expression: Expression, column: Float64Array): void {
    this.held.set(expression, column);
  }

  columnOf(expression: Expression): Float64Array {
    return this.still.get(expression) ?? columnIn(this.held, expression);
  }

  columnsOf(expressions: readonly Expression[]): readonly Float64Array[] {
    return expressions.map((expression) => this.columnOf(expression));
  }

  release(user: Expression): void {
    for (const expression of this.lastUse.get(user) ?? []) this.giveBack(expression);
  }

  clear(): void {
    for (const expression of [...this.held.keys()]) this.giveBack(expression);
  }

  private giveBack(expression: Expression): void {
    const column = this.held.get(expression);
    if (column && this.owned.delete(expression)) this.free.push(column);
    this.held.delete(expression);
  }
}
