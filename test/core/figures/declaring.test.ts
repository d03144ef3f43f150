import { beforeEach, describe, expect, it } from 'vitest';
import { evaluate, figureBeyondNumbers, reach } from '../../../src/core/figures/evaluate.js';
import { explain, figureValue, formulaInWords, idOf } from '../../../src/core/figures/explain.js';
import type { Expression, Origin } from '../../../src/core/figures/expression.js';
import { ExpressionGraph } from '../../../src/core/figures/graph.js';
import { assumptions, workings } from '../../../src/core/figures/headline.js';
import { money, NUMBER, type Unit, unitName } from '../../../src/core/figures/unit.js';

const SEK: Unit = { 'SEK 2025': 1 };
const plain: Origin = { path: '/x', assessed: true, share: false, partOfWhole: false };

let graph: ExpressionGraph;
let a: Expression;
let b: Expression;
let price: Expression;

const input = (id: string, value: number, unit = NUMBER, origin: Partial<Origin> = {}) =>
  graph.input(id, { code: 'input-quantity', values: { row: id } }, value, unit, { ...plain, ...origin });

beforeEach(() => {
  graph = new ExpressionGraph();
  a = input('a', 3);
  b = input('b', 0.25);
  price = input('price', 100, SEK);
});

describe('an expression', () => {
  it('is declared once, whatever its order of declaration', () => {
    const product = graph.multiply(a, b);
    expect(graph.multiply(a, b)).toBe(product);
    expect(graph.multiply(b, a)).not.toBe(product);
    expect(graph.constant(2)).toBe(graph.constant(2));
    expect(graph.constant(2, SEK)).not.toBe(graph.constant(2));
    expect(graph.subtract(a, b)).not.toBe(graph.sum([a, b], NUMBER));
  });

  it('comes after what it rests on', () => {
    const product = graph.multiply(graph.complement(b), a);
    expect(product.arguments.every(({ index }) => index < product.index)).toBe(true);
    expect(reach([product]).map(({ index }) => index)).toEqual(
      reach([product])
        .map(({ index }) => index)
        .toSorted((one, other) => one - other),
    );
    expect(reach([product])).toHaveLength(4);
  });

  it('is no step where it would do nothing', () => {
    const [zero, one] = [graph.constant(0), graph.constant(1)];
    expect(graph.sum([zero, a, zero], NUMBER)).toBe(a);
    expect(graph.sum([zero], SEK)).toBe(graph.constant(0, SEK));
    expect(graph.sum([], SEK).unit).toBe(SEK);
    expect(graph.multiply(one, a, one)).toBe(a);
    expect(graph.multiply(one, one)).toBe(one);
    expect(graph.multiply()).toBe(one);
    expect(graph.subtract(a, zero)).toBe(a);
    expect(graph.divide(a, one)).toBe(a);
    expect(graph.complement(zero)).toBe(one);
    expect(graph.power(a, 1)).toBe(a);
    expect(graph.power(a, 0)).toBe(one);
  });

  it('is a step where it only looks as if it did nothing', () => {
    const none = input('none', 0);
    const whole = input('whole', 1);
    const perSek = graph.constant(1, { 'SEK 2025': -1 });
    expect(graph.sum([none, a], NUMBER)).not.toBe(a);
    expect(graph.sum([graph.constant(2), a], NUMBER).point).toBe(5);
    expect(graph.subtract(a, none)).not.toBe(a);
    expect(graph.subtract(graph.constant(0), a).point).toBe(-3);
    expect(graph.multiply(whole, a)).not.toBe(a);
    expect(graph.divide(a, whole)).not.toBe(a);
    expect(graph.complement(none)).not.toBe(graph.constant(1));
    expect(unitName(graph.multiply(price, perSek).unit)).toBe('1');
    expect(unitName(graph.divide(a, graph.constant(1, SEK)).unit)).toBe('1/SEK 2025');
    expect(graph.multiply(graph.constant(2), a).point).toBe(6);
    expect(graph.divide(a, graph.constant(2)).point).toBe(1.5);
    expect(graph.power(a, 2).point).toBe(9);
  });

  it('may be repeated over other arguments', () => {
    expect(graph.repeat(graph.multiply(a, b), [a, price])).toBe(graph.multiply(a, price));
  });

  it('has its point estimate from the start', () => {
    const figure = graph.multiply(price, graph.complement(b), a);
    expect([a.point, graph.constant(7).point, figure.point]).toEqual([3, 7, 225]);
    expect([a.value, graph.constant(7).value, figure.value]).toEqual([3, 7, undefined]);
    expect(evaluate([figure, a])).toEqual([225, 3]);
    expect(unitName(figure.unit)).toBe('SEK 2025');
    expect([a.operation, graph.constant(7).operation]).toEqual(['input', 'constant']);
    expect(a.arguments).toEqual([]);
  });
});

describe('a name', () => {
  it('is that of the first that gave it, and every name finds its expression', () => {
    const figure = graph.name('net', { code: 'npv' }, graph.subtract(a, b));
    graph.name('again', { code: 'ratio' }, figure);
    expect(graph.nameOf(figure)).toEqual({ id: 'net', label: { code: 'npv' } });
    expect(graph.figure('again')).toBe(figure);
    expect(graph.labelOf('again')).toEqual({ code: 'ratio' });
    expect(graph.figureIds()).toEqual(['a', 'b', 'price', 'net', 'again']);
    expect(idOf(graph, figure)).toBe('net');
  });

  it('finds nothing that was not named', () => {
    expect([graph.figure('none'), graph.labelOf('none')]).toEqual([undefined, undefined]);
    expect(graph.nameOf(graph.complement(b))).toBeUndefined();
    const step = graph.complement(b);
    expect(idOf(graph, step)).toBe(`step-${step.index}`);
  });

  it('does not hide what a number of the method is', () => {
    graph.name('factor', { code: 'discount-factor', values: { year: 0 } }, graph.constant(1));
    expect(graph.nameOf(graph.constant(1))).toBeUndefined();
    expect(graph.figure('factor')).toBe(graph.constant(1));
  });

  it('of an input is its own: the first value counts', () => {
    expect(input('a', 99)).toBe(a);
    expect([...graph.inputs().keys()]).toEqual(['a', 'b', 'price']);
    expect(graph.inputs().get('a')).toBe(a);
  });
});

describe('a figure beyond all numbers', () => {
  it('is found by the first name that rests on it', () => {
    graph.name('fine', { code: 'npv' }, graph.sum([a, b], NUMBER));
    graph.name('none', { code: 'ratio' }, graph.divide(a, graph.constant(0)));
    expect(figureBeyondNumbers(graph)).toBeUndefined();
    const huge = input('huge', -1e200);
    const beyond = graph.multiply(huge, huge, huge);
    graph.name('above', { code: 'npv' }, graph.sum([beyond, a], NUMBER));
    graph.name('itself', { code: 'npv' }, beyond);
    expect(beyond.point).toBe(-Infinity);
    expect(figureBeyondNumbers(graph)).toBe('above');
  });
});

describe('a formula in words', () => {
  const words = (figure: Expression) => formulaInWords(graph, figure);
  const label = (id: string) => explain(graph, id)!.label;

  it('names what has a name, writes out numbers, and puts what has neither in brackets', () => {
    expect(words(graph.multiply(a, b))).toBe(`${label('a')} × ${label('b')}`);
    expect(words(graph.sum([a, graph.constant(2), b], NUMBER))).toBe(`${label('a')} + 2 + ${label('b')}`);
    expect(words(graph.multiply(a, graph.complement(b)))).toBe(`${label('a')} × (1 − ${label('b')})`);
    expect(words(graph.complement(b))).toBe(`1 − ${label('b')}`);
    expect(words(graph.power(a, 3))).toBe(`${label('a')} ^ 3`);
    expect([words(a), words(graph.constant(0.5))]).toEqual([label('a'), '0.5']);
    expect(label('a')).not.toBe(label('b'));
  });

  it('writes out six terms and counts the rest', () => {
    const terms = (count: number) => Array.from({ length: count }, (_, at) => input(`t${at}`, at));
    const written = (count: number) => words(graph.sum(terms(count), NUMBER));
    const six = terms(6)
      .map((_, at) => label(`t${at}`))
      .join(' + ');
    expect(written(6)).toBe(six);
    expect(written(7)).toBe(`${six} + … (7 in all)`);
  });

  it('of a payback is the rule itself', () => {
    expect(words(graph.payback(a, [b], [b]))).toMatch(/^months until/);
    expect(words(graph.paybackYear([a, b], [b, a]))).toMatch(/^the first of the years/);
  });
});

describe('an explanation', () => {
  it('is the figure, its rules, and every step down to the file', () => {
    const graded = input('graded', 5, SEK, {
      path: '/graded',
      source: 'a survey',
      method: 'asked',
      grade: 2,
    });
    const open = input('open', 0, NUMBER, { path: '/open', assessed: false });
    const kept = graph.complement(open);
    graph.name('total', { code: 'npv' }, graph.multiply(graded, kept));
    const said = explain(graph, 'total')!;
    expect(said).toMatchObject({ figure: 'total', unit: 'SEK 2025', value: 5 });
    expect(said.words).toBe(`${explain(graph, 'graded')!.label} × (1 − ${explain(graph, 'open')!.label})`);
    expect(Object.keys(said.operations).toSorted()).toEqual(['complement', 'input', 'multiply']);
    expect(said.operations['multiply']).toBe('a × b × …');
    expect(said.nodes).toEqual([
      {
        id: 'graded',
        label: explain(graph, 'graded')!.label,
        operation: 'input',
        arguments: [],
        unit: 'SEK 2025',
        value: 5,
        path: '/graded',
        source: 'a survey',
        method: 'asked',
        grade: 2,
      },
      {
        id: 'open',
        label: explain(graph, 'open')!.label,
        operation: 'input',
        arguments: [],
        unit: '1',
        value: 0,
        path: '/open',
        assessed: false,
      },
      { id: `step-${kept.index}`, operation: 'complement', arguments: ['open'], unit: '1', value: 1 },
      {
        id: 'total',
        label: said.label,
        operation: 'multiply',
        arguments: ['graded', `step-${kept.index}`],
        unit: 'SEK 2025',
        value: 5,
      },
    ]);
    expect(explain(graph, 'nothing')).toBeUndefined();
  });

  it('has no value where there is no figure', () => {
    expect([figureValue(undefined), figureValue(Number.NaN), figureValue(0)]).toEqual([null, null, 0]);
  });
});

describe('the working of a headline', () => {
  it('goes down to the nearest figures with names, each once', () => {
    const kept = graph.complement(b);
    const impact = graph.name('impact', { code: 'npv' }, graph.multiply(a, kept));
    graph.name(
      'total',
      { code: 'ratio' },
      graph.sum([graph.multiply(impact, kept), graph.power(impact, 2)], NUMBER),
    );
    const [worked, ...others] = workings(graph, ['total', 'nothing']);
    expect(others).toEqual([]);
    expect(worked).toMatchObject({ figure: 'total', unit: '1', value: 2.25 * 0.75 + 2.25 * 2.25 });
    expect(worked?.label).toBe(explain(graph, 'total')!.label);
    expect(worked?.words).toBe(explain(graph, 'total')!.words);
    expect(worked?.parts).toEqual([
      { label: explain(graph, 'impact')!.label, unit: '1', value: 2.25 },
      { label: explain(graph, 'b')!.label, unit: '1', value: 0.25, path: '/x' },
    ]);
  });
});

describe('the numbers a result rests on', () => {
  it('stand with their place, source, method and grade, as far as there are any', () => {
    const other = new ExpressionGraph();
    const put = (id: string, origin: Origin) =>
      other.input(id, { code: 'input-quantity', values: { row: id } }, 5, money('SEK', 2025), origin);
    put('bare', plain);
    put('full', {
      ...plain,
      path: '/f',
      source: 's',
      method: 'm',
      grade: 3,
      standing: 'own',
      assessed: false,
    });
    expect(assumptions(other)).toEqual([
      {
        input: 'bare',
        label: explain(other, 'bare')!.label,
        unit: 'SEK 2025',
        value: 5,
        path: '/x',
        assessed: true,
      },
      {
        input: 'full',
        label: explain(other, 'full')!.label,
        unit: 'SEK 2025',
        value: 5,
        path: '/f',
        source: 's',
        method: 'm',
        grade: 3,
        standing: 'own',
        assessed: false,
      },
    ]);
  });
});
