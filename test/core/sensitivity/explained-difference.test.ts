import { describe, expect, it } from 'vitest';
import { ExpressionGraph } from '../../../src/core/figures/graph.js';
import { NUMBER } from '../../../src/core/figures/unit.js';
import {
  type ChangedInput,
  explainedDifference,
} from '../../../src/core/sensitivity/explained-difference.js';

interface Given {
  readonly value: number;
  readonly path?: string;
  readonly partOfWhole?: boolean;
}

/** The product of some numbers, named `net`. */
function productOf(given: Readonly<Record<string, Given>>): ExpressionGraph {
  const graph = new ExpressionGraph();
  const inputs = Object.entries(given).map(([id, { value, path = `/${id}`, partOfWhole = false }]) =>
    graph.input(id, { code: id }, value, NUMBER, { path, assessed: true, share: false, partOfWhole }),
  );
  graph.name('net', { code: 'net' }, graph.multiply(...inputs));
  return graph;
}

const changed = (input: string, first: number | null, second: number | null): ChangedInput => ({
  ...{ input, label: `the ${input}`, first, second },
});

describe('what a difference comes from', () => {
  it('is each change alone, the largest first, and the rest', () => {
    const [first, second] = [
      productOf({ a: { value: 2 }, b: { value: 3 }, c: { value: 1 } }),
      productOf({ a: { value: 3 }, b: { value: 5 }, c: { value: 1 } }),
    ];
    // 6 becomes 15: 9 more with a alone, and so on.
    expect(explainedDifference(first, second, [changed('a', 2, 3), changed('b', 3, 5)], 'net')).toEqual({
      figure: 'net',
      total: 9,
      parts: [
        { inputs: ['b'], label: 'the b', difference: 4 },
        { inputs: ['a'], label: 'the a', difference: 3 },
      ],
      rest: 2,
    });
  });

  it('stands by the size of the change, whichever way, and by name where that is the same', () => {
    const numbers = { z: { value: 10 }, y: { value: 1 }, x: { value: 1 } };
    const first = productOf(numbers);
    const changes = [changed('z', 10, 11), changed('y', 1, 0.5), changed('x', 1, 1.1)];
    const { parts } = explainedDifference(first, first, changes, 'net');
    expect(parts.map(({ label, difference }) => [label, difference])).toEqual([
      ['the y', -5],
      ['the x', 1],
      ['the z', 1],
    ]);
  });

  it('moves shares of one whole together', () => {
    const shares = {
      in: { value: 2, path: '/shares/1/in', partOfWhole: true },
      out: { value: 3, path: '/shares/1/out', partOfWhole: true },
      later: { value: 1, path: '/shares/2/in', partOfWhole: true },
      alone: { value: 1, path: '/shares/1/alone' },
    };
    const first = productOf(shares);
    const changes = [
      ...[changed('in', 2, 4), changed('out', 3, 1)],
      ...[changed('later', 1, 2), changed('alone', 1, 1.5)],
    ];
    const { parts } = explainedDifference(first, first, changes, 'net');
    expect(parts).toEqual([
      { inputs: ['later'], label: 'the later', difference: 6 },
      { inputs: ['alone'], label: 'the alone', difference: 3 },
      { inputs: ['in', 'out'], label: 'the in; the out', difference: -2 },
    ]);
  });

  it('is structure where only one of the two has a number', () => {
    const [first, second] = [productOf({ a: { value: 2 } }), productOf({ a: { value: 2 }, b: { value: 5 } })];
    expect(explainedDifference(first, second, [changed('b', null, 5)], 'net')).toEqual({
      ...{ figure: 'net', total: 8, parts: [], rest: 8 },
    });
    expect(explainedDifference(second, first, [changed('b', 5, null)], 'net')).toMatchObject({
      ...{ total: -8, parts: [], rest: -8 },
    });
  });

  it('is not there where a figure is none', () => {
    const first = productOf({ a: { value: Number.NaN } });
    expect(explainedDifference(first, first, [changed('a', 1, 2)], 'net')).toMatchObject({
      ...{ total: null, rest: null },
      parts: [{ difference: null }],
    });
  });
});
