import { describe, expect, it } from 'vitest';
import type { ExplanationNode } from '../../src/core/figures/explain.js';
import type { Operation } from '../../src/core/figures/operation.js';
import { formulaOf } from '../../src/reports/pages/formula.js';
import { writtenValue } from '../../src/reports/view/written-value.js';

const nodes = new Map<string, ExplanationNode>();
const add = (node: ExplanationNode): string => {
  nodes.set(node.id, node);
  return node.id;
};
const named = (id: string, value: number): string =>
  add({ id, label: id, operation: 'input', arguments: [], unit: '1', value, path: '/x' });
const step = (operation: Operation, ...of: readonly string[]): string =>
  add({ id: `${operation}(${of.join()})`, operation, arguments: of, unit: '1', value: 0 });
const one = add({ id: 'one', label: 'misnamed', operation: 'constant', arguments: [], unit: '1', value: 1 });

const read = (id: string): string => {
  const node = nodes.get(id);
  if (!node) throw new Error(id);
  return formulaOf(nodes, node)
    .lines.map(({ sign, words }) => `${sign} ${words}`)
    .join(' ');
};

describe('a formula in words', () => {
  const [a, b, c] = [named('a', 2), named('b', 3), named('c', 4)];

  it.each([
    [step('multiply', a, step('sum', b, c)), '= a × (b + c)'],
    [step('sum', a, step('multiply', b, c)), '= a + b × c'],
    [step('subtract', a, step('sum', b, c)), '= a − (b + c)'],
    [step('subtract', step('sum', a, b), c), '= a + b − c'],
    [step('divide', a, step('multiply', b, c)), '= a ÷ (b × c)'],
    [step('divide', step('multiply', a, b), c), '= a × b ÷ c'],
    [step('complement', step('complement', a)), '= 1 − (1 − a)'],
    [step('multiply', step('complement', a), b), '= (1 − a) × b'],
    [step('power', step('complement', a), b), '= (1 − a) ^ b'],
    [step('multiply', a, step('limit', b)), '= a × (between 0 and 1: b)'],
    [step('subtract', a, one), '= a − 1'],
  ])('%s', (id, expected) => {
    expect(read(id)).toBe(expected);
  });

  it('counts the rest of a long sum', () => {
    const long = step('sum', ...Array.from({ length: 20 }, (_, at) => named(`n${at}`, at)));
    const { lines, rest } = formulaOf(nodes, nodes.get(long)!);
    expect(lines).toHaveLength(8);
    expect(rest).toBe('+ 12 more');
  });
});

describe('a figure with its unit', () => {
  it.each([
    [24, 'person', '24 people'],
    [1, 'person', '1 person'],
    [30, '1/person', '30 per person'],
    [6.5, 'month', '6.5 months'],
    [0, 'SEK 2019/person', 'SEK 0 per person'],
    [0.25, 'SEK 2019', 'SEK 0.25'],
    [null, 'SEK 2019', '–'],
  ] as const)('%s %s', (value, unit, expected) => {
    expect(writtenValue(value, unit)).toBe(expected);
  });
});
