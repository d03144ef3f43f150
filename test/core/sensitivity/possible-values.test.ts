import { describe, expect, it } from 'vitest';
import { ExpressionGraph } from '../../../src/core/figures/graph.js';
import { money, NUMBER, type Unit } from '../../../src/core/figures/unit.js';
import { possible, rangeOf } from '../../../src/core/sensitivity/possible-values.js';

const SEK = money('SEK', 2025);

function input(
  value: number,
  more: { share?: boolean; between?: [number, number] } = {},
  unit: Unit = NUMBER,
) {
  const origin = { path: '/x', assessed: true, share: false, partOfWhole: false, ...more };
  return new ExpressionGraph().input('x', { code: 'x' }, value, unit, origin);
}

describe('what an input may be where nobody gives a range', () => {
  it.each([
    ['an amount', 200, {}, 180, 220.00000000000003],
    ['a harm', -200, {}, -220.00000000000003, -180],
    ['nothing', 0, {}, 0, 0],
    ['a share', 0.5, { share: true }, 0.45, 0.55],
    ['a share near the whole', 0.95, { share: true }, 0.855, 1],
    ['the whole', 1, { share: true }, 0.9, 1],
    ['more than the whole, where a share is that already', 2, { share: true }, 1.8, 2.2],
  ] as const)('is a tenth less and a tenth more: %s', (_, value, more, from, to) => {
    expect(rangeOf(input(value, more), undefined)).toEqual({ from, to, ranged: false });
  });

  it('is from P5 to P95 where there is one', () => {
    const range = rangeOf(input(5), { distribution: 'uniform', low: 0, high: 100 });
    expect(range).toEqual({ from: 5, to: 95, ranged: true });
  });
});

describe('what an input can be', () => {
  const can = (one: ReturnType<typeof input>, values: readonly number[]) =>
    values.map((value) => possible(one, value));

  it('is from none to the whole for a share, both included', () => {
    expect(can(input(0.5, { share: true }), [-0.01, 0, 1, 1.01])).toEqual([false, true, true, false]);
  });

  it('is within its bounds, both included', () => {
    expect(can(input(5, { between: [-1, 10] }), [-1.1, -1, 10, 10.1])).toEqual([false, true, true, false]);
  });

  it('is not below 0 for a number that counts something, nor for money that is given', () => {
    expect(can(input(5), [-0.1, 0, 7])).toEqual([false, true, true]);
    expect(can(input(-5), [-0.1, 0])).toEqual([false, true]);
    expect(can(input(5, {}, SEK), [-0.1, 0])).toEqual([false, true]);
    expect(can(input(0, {}, SEK), [-0.1, 0])).toEqual([false, true]);
  });

  it('is anything for money that is lost', () => {
    expect(can(input(-5, {}, SEK), [-100, 0, 100])).toEqual([true, true, true]);
  });
});
