import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../src/core/assessment.js';
import { fileDifferences } from '../../../src/core/sensitivity/file-differences.js';

type Plain = Readonly<Record<string, unknown>>;

const differ = (first: Plain, second: Plain, isInput: Parameters<typeof fileDifferences>[2] = () => false) =>
  fileDifferences(first as unknown as Assessment, second as unknown as Assessment, isInput);
const structure = (first: Plain, second: Plain) =>
  differ(first, second).structure.map(({ path, first: one, second: other }) => [path, one, other]);

describe('where two files differ', () => {
  it('is told by what stands there: texts, numbers, yes and no, and nothing', () => {
    expect(structure({ a: 'x', b: 1, c: true, d: null }, { a: 'y', b: 2, c: false, d: 0 })).toEqual([
      ['/a', 'x', 'y'],
      ['/b', 1, 2],
      ['/c', true, false],
      ['/d', null, 0],
    ]);
    expect(structure({ a: 1 }, { b: 2 })).toEqual([
      ['/a', 1, null],
      ['/b', null, 2],
    ]);
  });

  it('is nothing between equal files', () => {
    const file = { a: [{ id: 'x', of: [1, 2] }, null], b: { c: null } };
    expect(differ(file, structuredClone(file))).toEqual({ structure: [], words: 0 });
  });

  it('names a part that only one of them has by what tells it apart, or says how much it is', () => {
    const parts = {
      a: { name: 'N', id: 'I' },
      b: { description: 'D' },
      c: { outcome: 'O', description: 'D' },
      d: { distribution: 'normal', mean: 1 },
      e: [1, 2, 3],
      f: { mean: 1, id: 7 },
    };
    expect(structure(parts, {})).toEqual([
      ['/a', 'I', null],
      ['/b', 'D', null],
      ['/c', 'O', null],
      ['/d', 'normal', null],
      ['/e', '3 items', null],
      ['/f', 'given', null],
    ]);
  });

  it('holds items of a list against each other by their id or year, and otherwise by their place', () => {
    const first = {
      list: [
        { id: 'a', x: 1 },
        { id: 'b', x: 2 },
      ],
    };
    expect(structure(first, { list: [...first.list].reverse() })).toEqual([]);
    expect(
      structure(
        { list: [{ year: 1, x: 1 }] },
        {
          list: [
            { year: 2, x: 0 },
            { year: 1, x: 5 },
          ],
        },
      ),
    ).toEqual([
      ['/list/0/x', 1, 5],
      ['/list/0', null, 'given'],
    ]);
    expect(structure({ list: [1, [2], null] }, { list: [1, [3], 4] })).toEqual([
      ['/list/1/0', 2, 3],
      ['/list/2', null, 4],
    ]);
    // A field that is called as an item is identified is no item.
    expect(structure({ x: { id: 'a', y: 1 } }, { x: { id: 'b', y: 1 } })).toEqual([['/x/id', 'a', 'b']]);
  });

  it('does not hold a list against what is none', () => {
    expect(structure({ a: [1] }, { a: { 0: 2 } })).toEqual([['/a', '1 items', 'given']]);
    expect(structure({ a: [1] }, { a: 1 })).toEqual([['/a', '1 items', 1]]);
    expect(structure({ a: 1 }, { a: [1] })).toEqual([['/a', 1, '1 items']]);
  });

  it('gives the place in the first file, or in the second where the first has nothing', () => {
    const first = { list: [{ id: 'b', x: 1 }] };
    const second = { list: [{ id: 'a' }, { id: 'b', x: 2, y: 3 }] };
    expect(structure(first, second)).toEqual([
      ['/list/0/x', 1, 2],
      ['/list/1/y', null, 3],
      ['/list/0', null, 'a'],
    ]);
  });

  it('is only counted where it is in words, at the top and within', () => {
    const first = {
      title: 'A',
      context: { about: { x: 1 } },
      list: [{ id: 'a', name: 'N', by: { how: 'H' } }],
    };
    const second = {
      title: 'B',
      context: { about: { x: 2 } },
      list: [{ id: 'a', name: 'M', by: { how: 'G' } }],
    };
    expect(differ(first, second)).toEqual({ structure: [], words: 4 });
    // What is a word at the top is one there alone.
    expect(structure({ list: { period: 1 } }, { list: { period: 2 } })).toEqual([['/list/period', 1, 2]]);
  });

  it('leaves out what is compared as an input', () => {
    const asked: unknown[] = [];
    const isInput = (...places: readonly (string | undefined)[]) => {
      asked.push(places);
      return places.includes('/a/x');
    };
    expect(differ({ a: { x: 1 } }, { a: { x: 2, y: 3 } }, isInput).structure).toEqual([
      { path: '/a/y', first: null, second: 3 },
    ]);
    expect(asked).toContainEqual(['/a/x', '/a/x']);
    expect(asked).toContainEqual([undefined, '/a/y']);
  });
});
