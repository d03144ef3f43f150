import type { CommonPart } from '../assessment.js';
import { type Columns, evaluateColumns } from '../figures/evaluate.js';
import type { Expression } from '../figures/expression.js';
import type { DefaultRanges } from './default-ranges.js';
import { type Drawer, drawerOf, scoresOf } from './draw.js';
import type { InputRange, InputRanges } from './input-ranges.js';
import { type Sampler, samplerOf } from './sampler.js';

const USUAL_DRAWS = 10_000;
const USUAL_SEED = 1;

/**
 * Numbers that are held from the second evaluation on, 64 MB; beyond, and for the first, they are drawn as they are
 * read, which costs no memory.
 */
const HELD = 8_000_000;

/** The draws of a run, by the seed of the file. */
export class Simulation {
  readonly draws: number;
  readonly seed: number;
  readonly ranges: InputRanges;
  readonly defaults: DefaultRanges;
  private readonly samplers = new Map<InputRange, Sampler>();
  private readonly read = new Set<InputRange>();
  private readonly held = new Map<InputRange, Float64Array>();

  constructor(draws: number, seed: number, ranges: InputRanges, defaults: DefaultRanges) {
    this.draws = draws;
    this.seed = seed;
    this.ranges = ranges;
    this.defaults = defaults;
  }

  /**
   * Whole columns of draws of some figures, in order.
   *
   * @param moving which inputs are drawn; the others keep their point estimate
   * @param set inputs that take one number in every draw, whatever their range
   */
  columnsOf(
    figures: readonly Expression[],
    moving: (range: InputRange) => boolean = () => true,
    set: ReadonlyMap<Expression, number> = new Map(),
  ): readonly Float64Array[] {
    const drawn = this.ranges.drawn.filter((range) => moving(range) && !set.has(range.expression));
    const columns: Columns = new Map([
      ...drawn.map((range) => [range.expression, this.numbersOf(range)] as const),
      ...[...set].map(([input, value]) => [input, new Float64Array(this.draws).fill(value)] as const),
    ]);
    return evaluateColumns(figures, columns, this.draws);
  }

  /** Puts the first draws of an input into a column. */
  firstNumbers(range: InputRange, column: Float64Array): void {
    const held = this.held.get(range);
    if (held) column.set(held.subarray(0, column.length));
    else this.drawer(range)(column);
  }

  /** Puts the normal scores behind its first draws into a column. */
  firstScores({ input, group }: InputRange, column: Float64Array): void {
    scoresOf(this.seed, input, group)(column);
  }

  private numbersOf(range: InputRange): Pick<Float64Array, 'subarray'> {
    const before = this.read.has(range);
    this.read.add(range);
    if (!before || this.ranges.drawn.length * this.draws > HELD) return drawnInOrder(this.drawer(range));
    const known = this.held.get(range);
    if (known) return known;
    const column = new Float64Array(this.draws);
    this.drawer(range)(column);
    this.held.set(range, column);
    return column;
  }

  private drawer(range: InputRange): Drawer {
    const sampler = this.samplers.get(range) ?? samplerOf(range.distribution);
    this.samplers.set(range, sampler);
    return drawerOf(this.seed, range.input, sampler, range.group);
  }
}

/** A column that is drawn as it is read, a block at a time. */
function drawnInOrder(draw: Drawer): Pick<Float64Array, 'subarray'> {
  let block = new Float64Array();
  return {
    subarray(start = 0, end = start) {
      if (block.length < end - start) block = new Float64Array(end - start);
      const part = block.length === end - start ? block : block.subarray(0, end - start);
      draw(part);
      return part;
    },
  };
}

/**
 * The simulation of a file, each input drawn from a stream of its own: another input with a range leaves its draws as
 * they are.
 *
 * @param defaults those the ranges were found with
 * @returns undefined where no input has a range, neither of its own nor by its evidence
 */
export function simulationOf(
  file: CommonPart,
  ranges: InputRanges,
  defaults: DefaultRanges,
): Simulation | undefined {
  if (ranges.drawn.length === 0) return undefined;
  const { draws = USUAL_DRAWS, seed = USUAL_SEED } = file.uncertainty ?? {};
  return new Simulation(draws, seed, ranges, defaults);
}
