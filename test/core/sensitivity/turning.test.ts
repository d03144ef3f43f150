import { describe, expect, it } from 'vitest';
import { ExpressionGraph } from '../../../src/core/figures/graph.js';
import { NUMBER } from '../../../src/core/figures/unit.js';
import { switchingValue } from '../../../src/core/sensitivity/switching-value.js';

/** Where a figure of one number becomes 0, from a value of that number. */
function turn(value: number, net: (x: number) => number, share = false): number | null {
  const origin = { path: '/x', assessed: true, share, partOfWhole: false };
  const input = new ExpressionGraph().input('x', { code: 'x' }, value, NUMBER, origin);
  // Exact for lines and parabolas.
  const slope = (net(value + 1) - net(value - 1)) / 2;
  return switchingValue((values) => values.map((x) => net(x)), input, net(value), slope);
}

/** Of the value itself: a root is found to the last bits, which a square root gives as exactly. */
function near(found: number | null, expected: number): void {
  expect(Math.abs((found ?? Number.NaN) - expected)).toBeLessThanOrEqual(1e-12 * Math.abs(expected));
}

describe('where a figure turns', () => {
  it('is found to the last bits, upwards and downwards', () => {
    near(
      turn(1, (x) => x * x - 2),
      Math.SQRT2,
    );
    near(
      turn(2, (x) => x * x - 2),
      Math.SQRT2,
    );
    near(
      turn(-1, (x) => x * x - 2),
      -Math.SQRT2,
    );
    near(
      turn(-2, (x) => x * x - 2),
      -Math.SQRT2,
    );
  });

  it('is found on either side of the first step', () => {
    near(
      turn(1, (x) => x * x - 0.98),
      Math.sqrt(0.98),
    );
    near(
      turn(1, (x) => x * x - 1.01),
      Math.sqrt(1.01),
    );
    near(
      turn(0.5, (x) => x * x - 0.255, true),
      Math.sqrt(0.255),
    );
  });

  it('is found just before nothing, and just before the whole', () => {
    near(
      turn(1, (x) => x * x - 1e-6),
      1e-3,
    );
    near(
      turn(0.5, (x) => x * x - 0.999, true),
      Math.sqrt(0.999),
    );
  });

  it('may be the whole itself, where the figure comes to 0 and goes no further', () => {
    expect(turn(0.5, (x) => 1 - x * x, true)).toBe(1);
  });

  it('is not looked for beyond the whole, nor below nothing', () => {
    expect(turn(0.5, (x) => x * x - 1.44, true)).toBeNull();
    expect(turn(0.5, (x) => (x + 0.5) * (x + 3))).toBeNull();
    expect(turn(0.5, (x) => 4 - (x - 1) * (x - 1), true)).toBeNull();
  });

  it('is found a little above a number, and far above', () => {
    // Above 0 from 1.3 to 3 only: a wide step would miss it.
    near(
      turn(1, (x) => -(x - 1.3) * (x - 3)),
      1.3,
    );
    near(
      turn(1, (x) => x * x - 810_000),
      900,
    );
    expect(turn(1, (x) => x * x - 1_210_000)).toBeNull();
  });

  it('is found in a narrow window before the whole', () => {
    near(
      turn(0.5, (x) => -(x - 0.9) * (x - 1.2), true),
      0.9,
    );
  });

  it('is the nearer of two', () => {
    near(
      turn(5, (x) => (x - 4) * (x - 8)),
      4,
    );
    near(
      turn(7, (x) => (x - 4) * (x - 8)),
      8,
    );
  });

  it('is one step along the slope where the figure is linear, wherever that is', () => {
    expect(turn(5, (x) => 2 * x - 30)).toBe(15);
    expect(turn(5, (x) => 2 * x + 30)).toBe(-15);
    near(
      turn(0.5, (x) => 2 - x, true),
      2,
    );
  });

  it('is there as soon as the figure is a billionth of what it was', () => {
    const input = (value: number) =>
      new ExpressionGraph().input('x', { code: 'x' }, value, NUMBER, {
        ...{ path: '/x', assessed: true, share: false, partOfWhole: false },
      });
    const always = (left: number) => (values: Float64Array) => values.map(() => left);
    expect(switchingValue(always(1e-9), input(5), 1, 1)).toBe(4);
    expect(switchingValue(always(2e-9), input(5), 1, 1)).toBeNull();
    expect(switchingValue(always(1e-6), input(5_000), 1_000, 1)).toBe(4_000);
    expect(switchingValue(always(2e-6), input(5_000), 1_000, 1)).toBeNull();
  });
});
