import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateColumns, evaluatorOf } from '../../../src/core/figures/evaluate.js';
import type { Expression } from '../../../src/core/figures/expression.js';
import { ExpressionGraph } from '../../../src/core/figures/graph.js';
import { NUMBER } from '../../../src/core/figures/unit.js';

const origin = { path: '/x', assessed: true, share: false, partOfWhole: false };
const INPUTS = 6;

/** Declares a figure over inputs of the given values. */
type Recipe = (graph: ExpressionGraph, inputs: readonly Expression[]) => Expression;

function declared(recipe: Recipe, values: readonly number[]) {
  const graph = new ExpressionGraph();
  const inputs = values.map((value, at) => graph.input(`i${at}`, { code: 'x' }, value, NUMBER, origin));
  return { graph, inputs, figure: recipe(graph, inputs) };
}

/** What a draw gives must be the point estimate of a file with the numbers of that draw, to the last bit. */
function expectSameBits(recipe: Recipe, values: readonly number[], moved: ReadonlyMap<number, Float64Array>) {
  const draws = [...moved.values()][0]?.length ?? 1;
  const { inputs, figure } = declared(recipe, values);
  const columns = new Map([...moved].map(([at, column]) => [inputs[at]!, column]));
  const [column] = evaluateColumns([figure], columns, draws);
  for (let draw = 0; draw < draws; draw += 1) {
    const drawn = values.map((value, at) => moved.get(at)?.[draw] ?? value);
    const alone = declared(recipe, drawn).figure.point;
    if (!Object.is(column?.[draw], alone)) throw new Error(`draw ${draw}: ${column?.[draw]}, not ${alone}`);
  }
}

/** Steps over what was made before, chosen by numbers: any graph of plain numbers can come out. */
const recipes: fc.Arbitrary<Recipe> = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        'sum',
        'multiply',
        'subtract',
        'divide',
        'complement',
        'power',
        'limit',
        'absolute',
        'constant',
        'series',
      ),
      fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 25 },
  )
  .map((steps) => (graph, inputs) => {
    const made = [...inputs];
    for (const [what, choices] of steps) {
      const chosen = choices.map((choice) => made[choice % made.length]!);
      const [a, b] = [chosen[0]!, chosen.at(-1)!];
      const [whole = 0] = choices;
      const step = {
        sum: () => graph.sum(chosen, NUMBER),
        multiply: () => graph.multiply(...chosen),
        subtract: () => graph.subtract(a, b),
        divide: () => graph.divide(a, b),
        complement: () => graph.complement(a),
        power: () => graph.power(b, whole % 7),
        limit: () => graph.limit(a),
        absolute: () => graph.absolute(a),
        constant: () => graph.constant([0, 1, 2, -1, 0.5][whole % 5]!),
        series: () => fading(graph, a, b, whole % 3, choices.length),
      }[what];
      made.push(step());
    }
    return graph.sum(made, NUMBER);
  });

/** A value that fades and is discounted from year to year, as an outcome has it. */
function fading(graph: ExpressionGraph, value: Expression, kept: Expression, from: number, years: number) {
  return graph.sum(
    Array.from({ length: years }, (_, year) =>
      graph.multiply(graph.multiply(value, graph.power(kept, from + year)), graph.constant(1 / (1 + year))),
    ),
    NUMBER,
  );
}

const number = fc.oneof(fc.double({ min: -3, max: 3, noNaN: true }), fc.constantFrom(0, -0, 1, -1, 0.5));

describe('draws', () => {
  it('are point estimates of the same numbers, to the last bit, whatever the figure', () => {
    fc.assert(
      fc.property(
        recipes,
        fc.array(number, { minLength: INPUTS, maxLength: INPUTS }),
        fc.uniqueArray(fc.nat({ max: INPUTS - 1 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 4 }),
        fc.array(number, { minLength: 4 * INPUTS, maxLength: 4 * INPUTS }),
        (recipe, values, moved, draws, drawn) => {
          const columns = new Map(
            moved.map((at) => [at, Float64Array.from(drawn.slice(4 * at, 4 * at + draws))]),
          );
          expectSameBits(recipe, values, columns);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([1, 1023, 1024, 1025, 2049])('are, over %i of them', (draws) => {
    const column = (seed: number) => Float64Array.from({ length: draws }, (_, at) => ((at * seed) % 97) / 97);
    expectSameBits(
      (graph, [value, kept, rate, more]) =>
        graph.divide(
          graph.sum([fading(graph, value!, graph.complement(kept!), 0, 5), more!], NUMBER),
          graph.power(graph.sum([graph.constant(1), rate!], NUMBER), 3),
        ),
      [3, 0.2, 0.03, 7, 0, 0],
      new Map([
        [0, column(31)],
        [1, column(17)],
        [3, column(41)],
      ]),
    );
  });
});

describe('an evaluator', () => {
  const simple = () =>
    declared(
      (graph, [a, b, c]) => graph.sum([graph.multiply(a!, b!), graph.multiply(b!, c!)], NUMBER),
      [2, 3, 5],
    );

  it('follows whichever input is moved', () => {
    const { inputs, figure } = simple();
    const worked = evaluatorOf([figure]);
    const moved = (at: number, value: number) =>
      worked(new Map([[inputs[at]!, Float64Array.of(value)]]), 1)[0]?.[0];
    expect([moved(0, 10), moved(0, 11), moved(2, 10), moved(0, 10), moved(1, 1)]).toEqual([
      45, 48, 36, 45, 7,
    ]);
  });

  it('takes the column of an expression in place of what lies beneath it', () => {
    const graph = new ExpressionGraph();
    const a = graph.input('a', { code: 'a' }, 2, NUMBER, origin);
    const product = graph.multiply(a, a);
    const both = new Map([
      [product, Float64Array.of(100, 200)],
      [a, Float64Array.of(1, 2)],
    ]);
    expect(evaluateColumns([graph.sum([product, a], NUMBER), product, a], both, 2)).toEqual([
      Float64Array.of(101, 202),
      Float64Array.of(100, 200),
      Float64Array.of(1, 2),
    ]);
  });

  it('gives every draw the point estimate of a figure that does not move', () => {
    const other = new ExpressionGraph().input('other', { code: 'o' }, 1, NUMBER, origin);
    const { figure } = simple();
    expect(evaluateColumns([figure], new Map([[other, Float64Array.of(1, 2, 3)]]), 3)).toEqual([
      Float64Array.of(21, 21, 21),
    ]);
  });
});
