import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut, type Overlap, type Stretch } from '../../../src/core/evidence/timeline.js';

/** `work 0-10, stay 3-5` as stretches, and the line they are laid out on. */
function line(text: string): { readonly pieces: readonly string[]; readonly overlaps: readonly Overlap[] } {
  const stretches = text.split(', ').map((one, at): Stretch => {
    const [kind = '', days = ''] = one.split(' ');
    const [from = 0, to = 0] = days.split('-').map(Number);
    return { kind, from, to, row: at + 1 };
  });
  const pieces: string[] = [];
  const overlaps: Overlap[] = [];
  layOut(
    stretches,
    (kind, from, to) => pieces.push(`${kind} ${from}-${to}`),
    (overlap) => overlaps.push(overlap),
  );
  return { pieces, overlaps };
}

describe('stretches on one line', () => {
  it('stay as they are where they do not overlap, in the order of time', () => {
    expect(line('b 5-9, a 0-5, c 12-13')).toEqual({ pieces: ['a 0-5', 'b 5-9', 'c 12-13'], overlaps: [] });
  });

  it('let the one that began later hold, and the other go on after it', () => {
    expect(line('a 0-10, b 3-5')).toEqual({
      pieces: ['a 0-3', 'b 3-5', 'a 5-10'],
      overlaps: [{ row: 2, other: 1, days: 2 }],
    });
    expect(line('a 0-5, b 3-9')).toEqual({
      pieces: ['a 0-3', 'b 3-9'],
      overlaps: [{ row: 2, other: 1, days: 2 }],
    });
  });

  it('of two that begin together let the one given later hold', () => {
    expect(line('a 0-4, b 0-2').pieces).toEqual(['b 0-2', 'a 2-4']);
    expect(line('b 0-2, a 0-4').pieces).toEqual(['a 0-4']);
    expect(line('b 0-2, a 0-4').overlaps).toEqual([{ row: 2, other: 1, days: 2 }]);
  });

  it('name the stretch that still lasts, not one that has ended under it', () => {
    expect(line('a 0-20, b 2-4, c 3-10, d 6-8').overlaps).toEqual([
      { row: 2, other: 1, days: 2 },
      { row: 3, other: 2, days: 1 },
      { row: 4, other: 3, days: 2 },
    ]);
    expect(line('a 0-20, b 2-4, c 4-5').overlaps.map(({ other }) => other)).toEqual([1, 1]);
    expect(line('a 0-3, b 1-5, c 1-2, d 4-6').overlaps.at(-1)).toEqual({ row: 4, other: 2, days: 1 });
    expect(line('a 0-9, b 0-2, c 2-9').pieces).toEqual(['b 0-2', 'c 2-9']);
  });

  it('of nothing are nothing', () => {
    layOut(
      [],
      () => expect.unreachable(),
      () => expect.unreachable(),
    );
  });

  it('cover each day that any of them covers exactly once, by the one that began last', () => {
    const stretch = fc.record({
      kind: fc.constantFrom('a', 'b', 'c'),
      from: fc.integer({ min: 0, max: 30 }),
      length: fc.integer({ min: 1, max: 15 }),
    });
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 12 }), (given) => {
        const stretches = given.map(({ kind, from, length }, row) => ({
          kind,
          from,
          to: from + length,
          row,
        }));
        const expected = new Map<number, string>();
        for (let day = 0; day < 50; day += 1) {
          const last = stretches
            .filter(({ from, to }) => from <= day && day < to)
            .sort((one, other) => one.from - other.from || one.row - other.row)
            .at(-1);
          if (last) expected.set(day, last.kind);
        }
        const found = new Map<number, string>();
        let end = Number.NEGATIVE_INFINITY;
        layOut(
          stretches,
          (kind, from, to) => {
            expect(from).toBeGreaterThanOrEqual(end);
            expect(to).toBeGreaterThan(from);
            end = to;
            for (let day = from; day < to; day += 1) found.set(day, kind);
          },
          ({ row, other, days }) => {
            expect(days).toBeGreaterThan(0);
            expect(stretches[other]!.to).toBeGreaterThanOrEqual(stretches[row]!.from + days);
          },
        );
        expect(found).toEqual(expected);
      }),
    );
  });
});
