import { describe, expect, it } from 'vitest';
import { ExpressionGraph } from '../../../src/core/figures/graph.js';
import { money, NUMBER, type Unit } from '../../../src/core/figures/unit.js';
import { oneWay } from '../../../src/core/sensitivity/one-way.js';
import { account, referenceStates, row, valueMap, valueMapFile } from '../../cases/files.js';

const GBP = money('GBP', 2025);

/** People times a price against a cost: a ratio and a net, in whole numbers. */
function small(people = 10, price = 20, cost = 160) {
  const graph = new ExpressionGraph();
  const input = (id: string, value: number, unit: Unit, more = {}) =>
    graph.input(id, { code: 'parameter', values: { name: `the ${id}` } }, value, unit, {
      ...{ path: `/${id}`, assessed: true, share: false, partOfWhole: false, ...more },
    });
  const value = graph.multiply(input('people', people, NUMBER), input('price', price, GBP));
  const spent = input('cost', cost, GBP);
  return { graph, input, value, spent, ratio: graph.divide(value, spent), net: graph.subtract(value, spent) };
}

describe('each number alone', () => {
  it('is moved a tenth either way, with what the headline becomes and where the net turns', () => {
    const { graph, ratio, net } = small();
    const found = oneWay(graph, new Map(), ratio, net);
    expect(found.find(({ input }) => input === 'people')).toEqual({
      ...{ input: 'people', label: 'the people', value: 10, from: 9, to: 11, ranged: false },
      ...{ low: 1.125, high: 1.375, switchingValue: 8, reachable: true },
    });
  });

  it('stands before those that move the headline less, and by name among those that move it alike', () => {
    const { graph, ratio, net } = small();
    // A tenth off the cost: 200 / 144 and 200 / 176, more apart than 1.125 and 1.375.
    expect(oneWay(graph, new Map(), ratio, net).map(({ input }) => input)).toEqual([
      'cost',
      'people',
      'price',
    ]);
  });

  it('goes through its range where it has one', () => {
    const { graph, ratio, net } = small();
    const ranges = new Map([['price', { distribution: 'uniform', low: 0, high: 100 } as const]]);
    const [first] = oneWay(graph, ranges, ratio, net);
    expect(first).toMatchObject({ input: 'price', from: 5, to: 95, ranged: true, low: 0.3125, high: 5.9375 });
  });

  it('is left out where it moves nothing, or cannot move alone', () => {
    const { graph, input, value, spent, ratio, net } = small();
    input('unused', 5, NUMBER);
    const part = input('part', 0.5, NUMBER, { partOfWhole: true });
    graph.multiply(value, part);
    const named = oneWay(graph, new Map(), ratio, net).map(({ input: id }) => id);
    expect(named).toEqual(['cost', 'people', 'price']);
    const shared = graph.subtract(graph.multiply(value, part), spent);
    expect(oneWay(graph, new Map(), shared, shared).map(({ input: id }) => id)).not.toContain('part');
    // A number that is 0 stays 0 a tenth off.
    const none = small(10, 0);
    expect(oneWay(none.graph, new Map(), none.net, none.net).map(({ input: id }) => id)).toEqual(['cost']);
  });

  it('is one of the twenty that move the net most', () => {
    const graph = new ExpressionGraph();
    const origin = { path: '/x', assessed: true, share: false, partOfWhole: false };
    const terms = Array.from({ length: 25 }, (_, at) =>
      graph.input(`t${at + 10}`, { code: 't' }, at + 1, NUMBER, origin),
    );
    const net = graph.sum(terms, NUMBER);
    const found = oneWay(graph, new Map(), net, net).map(({ input }) => input);
    expect(found).toHaveLength(20);
    expect([found[0], found[19]]).toEqual(['t34', 't15']);
    // Of twenty-five alike, those whose names come first.
    const alike = graph.sum(
      Array.from({ length: 25 }, (_, at) => graph.input(`a${60 - at}`, { code: 'a' }, 5, NUMBER, origin)),
      NUMBER,
    );
    const first = oneWay(graph, new Map(), alike, alike).map(({ input }) => input);
    expect(first).toEqual(Array.from({ length: 20 }, (_, at) => `a${36 + at}`));
  });

  it('has no ends where the headline is none', () => {
    const { graph, net, spent, ratio } = small(10, 20, 0);
    expect(oneWay(graph, new Map(), ratio, net)).toEqual([]);
    const ranges = new Map([['cost', { distribution: 'uniform', low: 0, high: 100 } as const]]);
    const worth = oneWay(graph, ranges, graph.subtract(net, spent), net).find(
      ({ input }) => input === 'cost',
    );
    expect([worth?.low, worth?.high]).toEqual([190, 10]);
  });
});

describe('several numbers as one', () => {
  const multiple = (whole: 'value' | 'none' = 'value', worth = 20) => {
    const { graph, ratio, net, value } = small(10, worth);
    const multiples = [
      { id: 'all', label: 'all of it', whole: whole === 'value' ? value : graph.constant(5, GBP) },
    ];
    return oneWay(graph, new Map(), ratio, net, multiples).find(({ input }) => input === 'all');
  };

  it('are asked how many times as much they would have to be', () => {
    expect(multiple()).toEqual({
      ...{ input: 'all', label: 'all of it', value: 1, from: 0.9, to: 1.1, ranged: false },
      ...{ low: 1.125, high: 1.3750000000000002, reachable: true, multiplier: true },
      // 160 of the 200.
      switchingValue: 0.8,
    });
  });

  it('are left out where they bring nothing', () => {
    expect(multiple('none')).toBeUndefined();
    expect(multiple('value', 0)).toBeUndefined();
  });
});

describe('in a whole assessment', () => {
  it('shares of one whole are not moved alone', () => {
    const moved = account(referenceStates()).sensitivity.map(({ input }) => input);
    expect(moved.some((input) => input.includes('.shares.'))).toBe(false);
    expect(moved.length).toBeGreaterThan(5);
  });

  it('a harm is moved a tenth either way too, and may be any amount of money', () => {
    const { sensitivity } = valueMap(
      valueMapFile({ discounting: 'none' }, [{ id: 'I', value: 100 }], [row('A', 1, 300), row('B', 10, -5)]),
    );
    const harm = sensitivity.find(({ input }) => input === 'outcomes.B.proxy');
    // 300 − 10 × 20 = 100.
    expect(harm).toMatchObject({ from: -5.5, to: -4.5, switchingValue: -20, reachable: true });
  });
});
