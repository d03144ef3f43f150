import { beforeEach, describe, expect, it } from 'vitest';
import type { CommonPart } from '../../src/core/assessment.js';
import { ExpressionGraph } from '../../src/core/figures/graph.js';
import { highestAmount, Inputs } from '../../src/core/inputs.js';
import { problem } from '../../src/core/problem.js';

const file: CommonPart = {
  title: 'A file',
  period: { from: '2025-01-01', to: '2026-01-01' },
  basis: 'evaluation',
  currency: 'EUR',
  priceYear: 2025,
  conventions: { discounting: 'none' },
  parameters: { p: { value: 0.2, source: 'a paper' }, q: { value: 3, label: 'the Q' } },
  evidence: {
    'x.graded': { source: 'better', method: 'counted', grade: 2 },
    'x.unknown': { standing: 'unknown' },
  },
  uncertainty: {
    inputs: {
      'x.ranged': { distribution: 'uniform', low: 1, high: 9 },
      'x.low': { distribution: 'uniform', low: 0, high: 1 },
      'parameters.q': { distribution: 'uniform', low: 1, high: 5 },
    },
  },
  scenarios: [
    { id: 's', name: 's', set: { 'x.set': 7 } },
    { id: 't', name: 't', set: { 'x.set': 8, 'parameters.p': 0.5 } },
  ],
};

let inputs: Inputs;
beforeEach(() => {
  inputs = new Inputs(new ExpressionGraph(), file);
});

const place = (id: string) => ({ id, path: `/${id}`, label: { code: 'input-quantity' } });

describe('a number of a file', () => {
  it('is an input with its place and its evidence', () => {
    const plain = inputs.amount(5, { ...place('x.plain'), source: 'the file' });
    expect(plain.point).toBe(5);
    expect(plain.origin).toMatchObject({
      path: '/x.plain',
      assessed: true,
      share: false,
      partOfWhole: false,
      source: 'the file',
    });
    expect(plain.origin).not.toHaveProperty('method');
    expect(plain.origin).not.toHaveProperty('grade');
    const graded = inputs.amount(5, { ...place('x.graded'), source: 'the file', partOfWhole: true });
    expect(graded.origin).toMatchObject({
      source: 'better',
      method: 'counted',
      grade: 2,
      partOfWhole: true,
    });
    expect(inputs.amount(1, place('x.bare')).origin).not.toHaveProperty('source');
  });

  it('may be the product of parameters, in the unit of its place', () => {
    const product = inputs.amount({ of: ['p', 'q'] }, { ...place('x.product'), unit: { person: 1 } });
    expect(product.unit).toEqual({ person: 1 });
    // What doubles lose in a product.
    expect(Math.abs(product.point - 0.6)).toBeLessThan(1e-15);
    expect(inputs.amount({ of: 'q' }, place('x.single'))).toBe(inputs.graph.inputs().get('parameters.q'));
    expect(inputs.graph.inputs().get('parameters.p')?.origin).toMatchObject({
      path: '/parameters/p/value',
      source: 'a paper',
    });
    expect(inputs.graph.labelOf('parameters.q')).toEqual({ code: 'parameter', values: { name: 'the Q' } });
    expect(inputs.graph.labelOf('parameters.p')).toEqual({ code: 'parameter', values: { name: 'p' } });
    expect(inputs.graph.inputs().has('x.product')).toBe(false);
  });

  it('makes a share of a parameter that stands alone in the place of one', () => {
    const origin = (name: string) => inputs.graph.inputs().get(`parameters.${name}`)?.origin;
    inputs.amount({ of: ['p', 'q'] }, { ...place('x.both'), share: true });
    expect([origin('p')?.share, origin('q')?.share]).toEqual([false, false]);
    inputs.amount({ of: 'q' }, place('x.no'));
    expect(origin('q')?.share).toBe(false);
    inputs.amount({ of: ['p'] }, { ...place('x.share'), share: true, most: 4 });
    expect(origin('p')).toMatchObject({ share: true, most: 4 });
    expect(origin('q')).not.toHaveProperty('most');
  });
});

describe('a share that is left open', () => {
  it('is none, and said to be', () => {
    for (const open of [null, undefined]) {
      const share = inputs.share(open, place('x.open'), 'a row', 'deadweight');
      expect(share.point).toBe(0);
      expect(share.origin).toMatchObject({ share: true, assessed: false });
    }
    expect(inputs.problems).toHaveLength(1);
    expect(inputs.problems[0]).toMatchObject({
      code: 'not-assessed',
      severity: 'error',
      path: '/x.open',
      values: { what: 'deadweight', row: 'a row' },
    });
  });

  it('is one half where nobody knows, and itself where it is given', () => {
    const unknown = inputs.share(null, place('x.unknown'), 'a row', 'deadweight');
    expect([unknown.point, unknown.origin?.share, unknown.origin?.assessed]).toEqual([0.5, true, true]);
    const none = inputs.share(0, place('x.none'), 'a row', 'deadweight');
    expect([none.point, none.origin?.share, none.origin?.assessed]).toEqual([0, true, true]);
    expect(inputs.problems).toEqual([]);
  });
});

describe('a problem', () => {
  it('is said once at each place', () => {
    const said = (path: string, what = 'x') => problem('source-missing', 'warning', path, { what });
    for (const one of [said('/a'), said('/a'), said('/b'), said('/a', 'y'), said('/b')]) inputs.say(one);
    expect(inputs.problems.map(({ path, values }) => [path, values['what']])).toEqual([
      ['/a', 'x'],
      ['/b', 'x'],
      ['/a', 'y'],
    ]);
    inputs.say(problem('no-range', 'information', '/a'));
    expect(inputs.problems.at(-1)).toMatchObject({ code: 'no-range', values: {} });
  });
});

describe('the largest that a number can be', () => {
  it.each([
    ['its own', 2, 'x.plain', 2],
    ['the upper end of its range', 2, 'x.ranged', 9],
    ['its own above its range', 2, 'x.low', 2],
    ['what a scenario sets it to', 2, 'x.set', 8],
    ['its own above its scenarios', 9, 'x.set', 9],
    ['that of a parameter', { of: 'q' }, 'x.plain', 5],
    ['that of the product of parameters', { of: ['p', 'q'] }, 'x.ranged', 0.5 * 5],
  ])('is %s', (_what, amount, id, expected) => {
    expect(highestAmount(file, amount, id)).toBe(expected);
  });

  it('is not known of a parameter that is not there', () => {
    expect(highestAmount(file, { of: 'none' }, 'x')).toBe(Number.NaN);
    const bare = { ...file, parameters: undefined, uncertainty: undefined, scenarios: undefined };
    expect(highestAmount(bare, { of: 'p' }, 'x')).toBe(Number.NaN);
    expect(highestAmount(bare, 3, 'x.set')).toBe(3);
  });
});
