import { describe, expect, it } from 'vitest';
import type { Expression } from '../../../src/core/figures/expression.js';
import { ExpressionGraph } from '../../../src/core/figures/graph.js';
import { operations, wholePower } from '../../../src/core/figures/operation.js';
import { slopes } from '../../../src/core/figures/slope.js';
import { money, MONTH, NUMBER, type Unit } from '../../../src/core/figures/unit.js';

const origin = { path: '/x', assessed: true, share: false, partOfWhole: false };

type Make = (graph: ExpressionGraph, inputs: readonly Expression[]) => Expression;

function over(values: readonly number[], make: Make, unit: Unit = NUMBER) {
  const graph = new ExpressionGraph();
  const inputs = values.map((value, at) => graph.input(`i${at}`, { code: 'x' }, value, unit, origin));
  return { graph, inputs, figure: make(graph, inputs) };
}

const point = (values: readonly number[], make: Make): number => over(values, make).figure.point;

const sum: Make = (graph, inputs) => graph.sum(inputs, NUMBER);
const multiply: Make = (graph, inputs) => graph.multiply(...inputs);

describe('an operation', () => {
  it.each<[string, readonly number[], Make, number]>([
    ['two terms', [2, 3], sum, 5],
    ['three terms', [2, 3, 5], sum, 10],
    ['five terms', [1, 2, 3, 4, 5], sum, 15],
    ['nine terms', [1, 2, 3, 4, 5, 6, 7, 8, 9], sum, 45],
    ['two factors', [2, 3], multiply, 6],
    ['three factors', [2, 3, 5], multiply, 30],
    ['five factors', [2, 3, 5, 7, 11], multiply, 2310],
    ['a difference', [2, 7], (graph, [a, b]) => graph.subtract(a!, b!), -5],
    ['a quotient', [3, 4], (graph, [a, b]) => graph.divide(a!, b!), 0.75],
    ['a quotient by nothing', [3, 0], (graph, [a, b]) => graph.divide(a!, b!), Number.NaN],
    ['nothing over something', [0, 4], (graph, [a, b]) => graph.divide(a!, b!), 0],
    ['a complement', [0.25], (graph, [a]) => graph.complement(a!), 0.75],
    ['a power', [3], (graph, [a]) => graph.power(a!, 4), 81],
    ['a power by one', [3], (graph, [a]) => graph.power(a!, 1), 3],
    ['a power by nothing', [0], (graph, [a]) => graph.power(a!, 0), 1],
    ['a square root', [2.25], (graph, [a]) => graph.squareRoot(a!), 1.5],
    ['a limit below', [-0.5], (graph, [a]) => graph.limit(a!), 0],
    ['a limit within', [0.5], (graph, [a]) => graph.limit(a!), 0.5],
    ['a limit above', [1.5], (graph, [a]) => graph.limit(a!), 1],
    ['a possible share', [0.3], (graph, [a]) => graph.possibleShare(a!), 0.3],
    ['the least possible share', [0], (graph, [a]) => graph.possibleShare(a!), 0],
    ['the greatest possible share', [1], (graph, [a]) => graph.possibleShare(a!), 1],
    ['an impossible share', [1.01], (graph, [a]) => graph.possibleShare(a!), Number.NaN],
    ['a share below nothing', [-0.01], (graph, [a]) => graph.possibleShare(a!), Number.NaN],
    ['a size', [-4], (graph, [a]) => graph.absolute(a!), 4],
  ])('gives %s', (_what, values, make, expected) => {
    expect(point(values, make)).toBe(expected);
  });

  it('raises to whole powers by multiplying', () => {
    expect([0, 1, 2, 5].map((exponent) => wholePower(1.1, exponent))).toEqual([
      1,
      1.1,
      1.1 * 1.1,
      1.1 * 1.1 * 1.1 * 1.1 * 1.1,
    ]);
  });

  it('cannot be asked of a number of the file or of the method', () => {
    for (const { unit, apply } of [operations.constant, operations.input]) {
      expect(unit).toThrow('they are not worked out');
      expect(apply).toThrow('they are not worked out');
    }
  });

  it('says its rule in a line and how it is written', () => {
    for (const [operation, { formula, sign }] of Object.entries(operations)) {
      expect(formula, operation).toMatch(/^\S.*[a-z0-9…]$/);
      if (operation === 'constant' || operation === 'input') expect(sign).toBe('');
      else expect(sign, operation).toMatch(/^\S/);
    }
  });
});

describe('payback', () => {
  const months = (start: number, values: readonly number[], dues: readonly number[]) =>
    point([start, ...values, ...dues], (graph, [first, ...others]) =>
      graph.payback(first!, others.slice(0, values.length), others.slice(values.length)),
    );

  it.each<[string, number, readonly number[], readonly number[], number]>([
    ['at once, where enough is there', 100, [50], [100], 0],
    ['within the first year', 0, [200], [100], 6],
    ['at the very end of a year', 0, [100, 100], [100, 100], 12],
    ['in the second year', 0, [100, 100], [150, 150], 18],
    ['at the beginning of a year', 20, [80, 50], [200, 100], 12],
    ['after what is due in a later year', 0, [60, 60, 60], [100, 150, 150], 30],
    ['with something there at the start', 50, [100], [100], 6],
    ['never', 0, [10, 10], [100, 100], Number.NaN],
    ['not where nothing is due', 5, [10, 10], [0, 0], Number.NaN],
    ['where something is due later alone', 0, [10, 10], [0, 5], 12],
  ])('is %s', (_what, start, values, dues, expected) => {
    expect(months(start, values, dues)).toBe(expected);
  });

  it('is in months of money, and takes as many dues as values', () => {
    const pay = (count: number) =>
      over(Array<number>(count).fill(1), (graph, [first, ...others]) => graph.payback(first!, others, []), {
        'SEK 2025': 1,
      }).figure;
    expect(pay(3).unit).toEqual(MONTH);
    expect(() => pay(4)).toThrow('payback takes a start, n values and n dues in SEK 2025');
  });
});

describe('the year of payback', () => {
  it('is a plain number, and takes as many dues as values', () => {
    const pay = (values: number, dues: number) =>
      over(
        Array<number>(values + dues).fill(1),
        (graph, inputs) => graph.paybackYear(inputs.slice(0, values), inputs.slice(values)),
        money('SEK', 2025),
      ).figure;
    expect(pay(2, 2).unit).toEqual({});
    expect(() => pay(2, 1)).toThrow('a year of payback takes n values and n dues in SEK 2025');
  });
});

describe('the slope of', () => {
  const STEP = 1e-6;
  const cases: [string, readonly number[], Make][] = [
    ['a sum', [2, 3, 5], sum],
    ['a sum of the same number twice', [2], (graph, [a]) => graph.sum([a!, a!], NUMBER)],
    ['a product', [2, 3, 5], multiply],
    ['a square', [3], (graph, [a]) => graph.multiply(a!, a!)],
    ['a difference', [2, 7], (graph, [a, b]) => graph.subtract(a!, b!)],
    ['a quotient', [3, 4], (graph, [a, b]) => graph.divide(a!, b!)],
    ['a complement', [0.25], (graph, [a]) => graph.complement(a!)],
    ['a power', [0.7], (graph, [a]) => graph.power(a!, 5)],
    ['a square root', [2.25], (graph, [a]) => graph.squareRoot(a!)],
    ['a limit below', [-0.5], (graph, [a]) => graph.limit(a!)],
    ['a limit within', [0.5], (graph, [a]) => graph.limit(a!)],
    ['a limit above', [1.5], (graph, [a]) => graph.limit(a!)],
    ['a possible share', [0.5], (graph, [a]) => graph.possibleShare(a!)],
    ['a size below nothing', [-2], (graph, [a]) => graph.absolute(a!)],
    ['a size', [2], (graph, [a]) => graph.absolute(a!)],
    ['steps upon steps', [2, 3], (graph, [a, b]) => graph.multiply(graph.sum([a!, b!], NUMBER), a!)],
  ];

  it.each(cases)('%s is that of its value', (_what, values, make) => {
    const { inputs, figure } = over(values, make);
    const found = slopes(figure);
    values.forEach((value, at) => {
      const moved = (by: number) => point(values.with(at, value + by), make);
      const numeric = (moved(STEP) - moved(-STEP)) / (2 * STEP);
      // A central difference of this step is good to about nine digits here.
      expect(Math.abs((found.get(inputs[at]!) ?? 0) - numeric)).toBeLessThan(1e-7);
    });
  });

  it('a limit is that of the inside at its upper end, and none at its lower', () => {
    for (const [value, slope] of [
      [0, 0],
      [1, 1],
    ] as const) {
      const { inputs, figure } = over([value], (graph, [a]) => graph.limit(a!));
      expect(slopes(figure).get(inputs[0]!) ?? 0).toBe(slope);
    }
  });

  it('a payback is not known, nor one by the exponent of a power', () => {
    const paid = over([0, 200, 100], (graph, [a, b, c]) => graph.payback(a!, [b!], [c!]));
    expect(paid.inputs.map((input) => slopes(paid.figure).get(input))).toEqual([0, 0, 0]);
    const year = over([200, 100], (graph, [b, c]) => graph.paybackYear([b!], [c!]));
    expect(year.inputs.map((input) => slopes(year.figure).get(input))).toEqual([0, 0]);
    const { graph, figure } = over([2], (made, [a]) => made.power(a!, 3));
    expect(slopes(figure).get(graph.constant(3))).toBe(0);
    expect(operations.power.slope([2, 0], 0)).toBe(0);
    expect([operations.constant.slope(), operations.input.slope()]).toEqual([0, 0]);
  });

  it('a figure by itself is one', () => {
    const { figure } = over([2, 3], sum);
    expect(slopes(figure).get(figure)).toBe(1);
  });
});
