import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/core/figures/explain.js';
import { figureLabel } from '../../../src/core/wording/figure-labels.js';
import { fill, inPercent } from '../../../src/core/wording/term.js';
import { prepared } from '../../cases/files.js';

const samples = new URL('../../../samples/', import.meta.url);
const names = readdirSync(samples).filter((name) => name.endsWith('.json'));

describe('the names of figures', () => {
  it.each(names)('of %s are words, each with its values in place', (name) => {
    const file = JSON.parse(readFileSync(new URL(name, samples), 'utf8')) as Record<string, unknown>;
    const { graph } = prepared(file).declared;
    for (const id of graph.figureIds()) {
      const { code } = graph.labelOf(id)!;
      const { label } = explain(graph, id)!;
      expect(label.trim().length, id).toBeGreaterThan(2);
      expect(label, id).not.toMatch(/[{}]/);
      // A code that has no words is shown as it is: no code is a name of its own but these.
      if (code !== 'ratio' && code !== 'npv') expect(label, id).not.toBe(code);
    }
  });

  it('are the code where nobody has given words to it', () => {
    expect(figureLabel({ code: 'never-heard-of' })).toBe('never-heard-of');
    expect(figureLabel({ code: 'npv' })).toBe('net present value');
    expect(figureLabel({ code: 'discount-factor', values: { year: 3 } })).toBe('discount factor of year 3');
  });
});

describe('a text with places', () => {
  it('is filled with values by name, numbers and words alike', () => {
    expect(fill('{a} of {b}, {a} again', { a: 'one', b: 2 })).toBe('one of 2, one again');
    expect(fill('{long_name1}', { long_name1: 'x' })).toBe('x');
    expect(fill('{zero}{empty}', { zero: 0, empty: '' })).toBe('0');
  });

  it('says one year, and two years', () => {
    expect(fill('over {years} years, {n} years', { years: 1, n: 2 })).toBe('over 1 year, 2 years');
  });

  it('says shares in hundredths', () => {
    expect([0.07, 0.29, 0.125, 0.12349, 0, 1].map(inPercent)).toEqual([7, 29, 12.5, 12.34, 0, 100]);
  });

  it('keeps a place that has no value, and what is no place', () => {
    expect(fill('{a} {b}', { a: 1 })).toBe('1 {b}');
    expect(fill('{a}')).toBe('{a}');
    expect(fill('{ a } {} {a-b}', { a: 1 })).toBe('{ a } {} {a-b}');
  });
});
