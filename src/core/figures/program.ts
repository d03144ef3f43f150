import type { Expression } from './expression.js';
import type { Surroundings } from './factors.js';
import { type Working, workingOf } from './working.js';

/** Draws worked on at a time, few enough for the columns of a block to stay in the cache. */
const BLOCK = 1024;

/**
 * Numbers to use in place of an expression's own: one per draw. They are asked for a block at a time, in order and
 * once each, so that they need not be held all at once.
 */
export type Columns = ReadonlyMap<Expression, Pick<Float64Array, 'subarray'>>;

/** One operation over slots, the numbered places that columns are kept in. */
interface Step {
  readonly apply: Working['apply'];
  readonly result: number;
  readonly operands: readonly number[];
}

/**
 * Expressions laid out as steps over slots, to be run for any columns of the same inputs.
 *
 * Whatever an expression rests on comes right before it, and a slot is given back as soon as nothing later needs it,
 * so that a block of draws stays in the cache.
 */
export class Program {
  private readonly steps: Step[] = [];
  /** What is the same in every draw, by slot: columns of one number. */
  private readonly still = new Map<number, Float64Array>();
  /** Expressions whose columns are given, by slot. */
  private readonly given = new Map<number, Expression>();
  private readonly results: readonly number[];
  private slots = 0;

  /**
   * @param targets whose columns are asked for
   * @param leaves expressions that will be given as columns
   */
  constructor(targets: readonly Expression[], leaves: ReadonlySet<Expression>, around: Surroundings) {
    const order = workingOrder(targets, leaves, around);
    const uses = usesOf(order.values(), targets);
    const free: number[] = [];
    const slotOf = new Map<Expression, number>();
    const slotFor = (expression: Expression): number => {
      const known = slotOf.get(expression);
      if (known !== undefined) return known;
      const slot = this.slots++;
      slotOf.set(expression, slot);
      if (leaves.has(expression)) this.given.set(slot, expression);
      else this.still.set(slot, Float64Array.of(expression.point));
      return slot;
    };
    for (const [expression, working] of order) {
      const operands = working.arguments.map(slotFor);
      const result = free.pop() ?? this.slots++;
      slotOf.set(expression, result);
      this.steps.push({ apply: working.apply, result, operands });
      working.arguments.forEach((argument, at) => {
        const left = (uses.get(argument) ?? 0) - 1;
        uses.set(argument, left);
        if (left === 0 && order.has(argument)) free.push(operands[at] ?? 0);
      });
    }
    this.results = targets.map(slotFor);
  }

  /**
   * The columns of the targets, in order.
   *
   * @param columns one for each leaf, of as many numbers as there are draws
   */
  run(columns: Columns, draws: number): readonly Float64Array[] {
    const width = Math.min(BLOCK, draws);
    const results = this.results.map(() => new Float64Array(draws));
    const slots = this.emptySlots(width);
    const columnsOf = this.steps.map(({ operands }) => operands.map((slot) => slots[slot] ?? EMPTY));
    for (let start = 0; start < draws; start += width) {
      const count = Math.min(width, draws - start);
      for (const [slot, leaf] of this.given)
        slots[slot] = columns.get(leaf)?.subarray(start, start + count) ?? EMPTY;
      this.steps.forEach(({ apply, result, operands }, step) => {
        const taken = columnsOf[step] ?? [];
        for (let at = 0; at < operands.length; at += 1) taken[at] = slots[operands[at] ?? 0] ?? EMPTY;
        apply(slots[result] ?? EMPTY, taken, count);
      });
      this.results.forEach((slot, at) => {
        const block = slots[slot] ?? EMPTY;
        if (block.length === 1) results[at]?.fill(block[0] ?? Number.NaN, start, start + count);
        else results[at]?.set(block.subarray(0, count), start);
      });
    }
    return results;
  }

  private emptySlots(width: number): Float64Array[] {
    return Array.from(
      { length: this.slots },
      (_, slot) => this.still.get(slot) ?? (this.given.has(slot) ? EMPTY : new Float64Array(width)),
    );
  }
}

const EMPTY = new Float64Array();

/** How often each expression is used; one that is asked for is needed to the end. */
function usesOf(workings: Iterable<Working>, targets: readonly Expression[]): Map<Expression, number> {
  const uses = new Map<Expression, number>(targets.map((target) => [target, 1]));
  for (const working of workings) {
    for (const argument of working.arguments) uses.set(argument, (uses.get(argument) ?? 0) + 1);
  }
  return uses;
}

/** What has to be worked out for each draw, whatever it rests on right before it. */
function workingOrder(
  targets: readonly Expression[],
  leaves: ReadonlySet<Expression>,
  around: Surroundings,
): ReadonlyMap<Expression, Working> {
  const order = new Map<Expression, Working>();
  const powers = new Map<Expression, Map<number, Expression>>();
  const isKnown = (expression: Expression): boolean =>
    leaves.has(expression) || !around.varies(expression) || order.has(expression);
  const waiting = [...targets].reverse();
  for (let next = waiting.at(-1); next; next = waiting.at(-1)) {
    if (isKnown(next)) {
      waiting.pop();
      continue;
    }
    const working = workingOf(next, around, powers);
    const missing = working.arguments.filter((argument) => !isKnown(argument));
    for (const argument of missing.reverse()) waiting.push(argument);
    if (missing.length > 0) continue;
    waiting.pop();
    order.set(next, working);
    const [base, exponent] = next.arguments;
    if (next.operation === 'power' && base && exponent)
      powers.set(base, (powers.get(base) ?? new Map<number, Expression>()).set(exponent.point, next));
  }
  return order;
}
