import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DISCLOSURE_RULES, refusalOfTable } from '../../../src/core/disclosure/audience.js';
import { fewBetween } from '../../../src/core/disclosure/differencing.js';
import { isRecoverable } from '../../../src/core/disclosure/recoverable.js';
import { roundedTo, type ShownTable, suppress } from '../../../src/core/disclosure/suppress.js';

/** As it would be shown without rounding, so that readers know most. */
const exact = (threshold: number, counts: readonly (readonly number[])[]) =>
  suppress(counts, { threshold, base: 1 });

/**
 * Every table of whole numbers from 0 on that agrees with all that is shown, up to a highest count in a cell: what a
 * reader who tries them all would find.
 */
function* tablesLike(shown: ShownTable, most: number): Generator<number[]> {
  const columns = shown.cells[0]!.length;
  const cells = shown.cells.flat();
  const table: number[] = [];
  const sum = (places: readonly number[]) => places.reduce((all, at) => all + table[at]!, 0);
  const row = (at: number) => Array.from({ length: columns }, (_, column) => at * columns + column);
  const column = (at: number) => shown.cells.map((_, line) => line * columns + at);
  const agrees = (total: number | null | undefined, places: readonly number[]) =>
    total === null || total === sum(places);
  function* fill(at: number): Generator<number[]> {
    if (at === cells.length) {
      const whole =
        agrees(shown.total, [...table.keys()]) &&
        shown.columnTotals.every((total, place) => agrees(total, column(place)));
      if (whole) yield [...table];
      return;
    }
    const given = cells[at];
    for (let count = given ?? 0; count <= (given ?? most); count++) {
      table[at] = count;
      const ends = at % columns === columns - 1;
      if (!ends || agrees(shown.rowTotals[(at + 1) / columns - 1], row((at + 1) / columns - 1))) {
        yield* fill(at + 1);
      }
      table.length = at;
    }
  }
  yield* fill(0);
}

/** What is hidden and yet the same in every table that agrees with what is shown. */
function workedOut(shown: ShownTable, most: number): readonly number[] {
  const cells = shown.cells.flat();
  const values = cells.map(() => new Set<number>());
  for (const table of tablesLike(shown, most)) {
    for (const [at, count] of table.entries()) values[at]!.add(count);
  }
  return [...cells.keys()].filter((at) => cells[at] === null && values[at]!.size < 2);
}

describe('suppression', () => {
  it.each([
    [
      [
        [12, 3],
        [20, 15],
      ],
      [
        [null, null],
        [null, null],
      ],
    ],
    [
      [
        [12, 3, 30],
        [20, 15, 40],
        [50, 60, 70],
      ],
      [
        [null, null, 30],
        [null, null, 40],
        [50, 60, 70],
      ],
    ],
    [
      [
        [11, 12],
        [13, 14],
      ],
      [
        [11, 12],
        [13, 14],
      ],
    ],
    // Zero is small too: that nobody of a group does something tells of all its members.
    [
      [
        [0, 25],
        [30, 40],
      ],
      [
        [null, null],
        [null, null],
      ],
    ],
  ])('of %j with the threshold 10 leaves %j', (counts, cells) => {
    expect(exact(10, counts).cells).toEqual(cells);
  });

  it('hides totals that are small, and says how much it hid for which reason', () => {
    const shown = exact(3, [
      [1, 1, 0],
      [4, 5, 6],
    ]);
    expect(shown.rowTotals[0]).toBeNull();
    expect(shown.cells[0]).toEqual([null, null, null]);
    expect([shown.hiddenFirst, shown.hiddenSecond > 0]).toEqual([4, true]);
    expect(workedOut(shown, 7)).toEqual([]);
  });

  it('does not leave two zeros alone in a row, which their sum would give away', () => {
    const counts = [
      [0, 0, 2],
      [3, 3, 3],
      [0, 1, 4],
    ];
    const naive = exact(1, counts);
    // Hidden in twos by row and column they would be found out: nobody is counted less than zero times.
    expect(workedOut(naive, 5)).toEqual([]);
    expect(naive.hiddenFirst).toBe(3);
    expect(naive.hiddenSecond).toBeGreaterThan(1);
  });

  it('finds the cell between two rounds that two hidden in each line would leave bare', () => {
    // Hidden are a square in the upper left, one in the lower right, and the one cell that joins them.
    const hidden = [
      [1, 1, 0, 0, 0],
      [1, 1, 1, 0, 0],
      [0, 0, 1, 1, 0],
      [0, 0, 1, 1, 0],
      [0, 0, 0, 0, 0],
    ].map((row) => row.map((cell) => cell === 1));
    const counts = hidden.map((row) => row.map(() => 9));
    expect(isRecoverable(counts, hidden, { row: 1, column: 2 })).toBe(true);
    expect(isRecoverable(counts, hidden, { row: 1, column: 1 })).toBe(false);
    expect(isRecoverable(counts, hidden, { row: 3, column: 3 })).toBe(false);
  });

  it('leaves nothing that trying all tables would find out, in every small table', () => {
    let hidden = 0;
    for (let number = 0; number < 5 ** 4; number++) {
      const [a, b, c, d] = [0, 1, 2, 3].map((place) => Math.floor(number / 5 ** place) % 5);
      const counts = [
        [a!, b!],
        [c!, d!],
      ];
      const shown = exact(2, counts);
      hidden += shown.hiddenFirst;
      // One more than the largest sum of two cells: higher counts cannot agree where a total is shown.
      expect([counts, workedOut(shown, 9)]).toEqual([counts, []]);
    }
    expect(hidden).toBeGreaterThan(500);
  });

  it('leaves nothing that trying all tables would find out, in tables of three by three', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 }), {
          minLength: 2,
          maxLength: 3,
        }),
        fc.integer({ min: 1, max: 3 }),
        (counts, threshold) => {
          const shown = exact(threshold, counts);
          for (const [row, cells] of shown.cells.entries()) {
            for (const [column, cell] of cells.entries()) {
              const count = counts[row]![column]!;
              expect(cell === null || (cell === count && count >= threshold)).toBe(true);
            }
          }
          expect(workedOut(shown, 4)).toEqual([]);
        },
      ),
      { numRuns: 150, seed: 5 },
    );
  });

  it('says the same whichever way the cells are tried that can be told apart', () => {
    // The graph and the trying of all tables agree on what can be worked out, also where nothing protects it.
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 3 }), {
          minLength: 3,
          maxLength: 3,
        }),
        fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
        (counts, hide) => {
          const rowTotals = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
          const columnTotals = [0, 1, 2].map((at) => counts.reduce((sum, row) => sum + row[at]!, 0));
          const total = rowTotals.reduce((sum, count) => sum + count, 0);
          const cells = counts.map((row, at) =>
            row.map((count, column) => (hide[at * 3 + column]! ? null : count)),
          );
          const whole = [...counts.map((row, at) => [...row, rowTotals[at]!]), [...columnTotals, total]];
          const hidden = whole.map((row, at) =>
            row.map((_, column) => at < 3 && column < 3 && hide[at * 3 + column]!),
          );
          const byGraph = [...hide.keys()].filter(
            (at) => hide[at]! && isRecoverable(whole, hidden, { row: Math.floor(at / 3), column: at % 3 }),
          );
          const shown = { cells, rowTotals, columnTotals, total, hiddenFirst: 0, hiddenSecond: 0 };
          expect(workedOut(shown, 6)).toEqual(byGraph);
        },
      ),
      { numRuns: 300, seed: 6 },
    );
  });

  it('rounds what it shows, totals by themselves', () => {
    const shown = suppress(
      [
        [12, 13],
        [18, 22],
      ],
      DISCLOSURE_RULES.public,
    );
    expect(shown).toMatchObject({
      cells: [
        [10, 15],
        [20, 20],
      ],
      rowTotals: [25, 40],
      columnTotals: [30, 35],
      total: 65,
    });
    expect([0, 2, 3, 7, 8].map((count) => roundedTo(5, count))).toEqual([0, 0, 5, 5, 10]);
  });

  it('hides a table of few people whole', () => {
    const shown = exact(10, [
      [1, 0],
      [3, 2],
    ]);
    expect([shown.cells.flat(), shown.rowTotals, shown.columnTotals, shown.total].flat()).toEqual(
      Array.from({ length: 9 }, () => null),
    );
  });

  it('takes tables of whole numbers only', () => {
    for (const counts of [[], [[]], [[1], [1, 2]], [[-1]], [[0.5]], [[Number.NaN]]]) {
      expect(() => exact(10, counts)).toThrow(RangeError);
    }
  });
});

describe('which tables may be made', () => {
  const plain = { name: 'status', sensitive: false };
  const disability = { name: 'disability', sensitive: true };

  it('by at most two attributes, and in public nothing sensitive beside another', () => {
    const { partner, public: everybody } = DISCLOSURE_RULES;
    expect(refusalOfTable([plain, plain, plain], everybody)).toBe('too-many-dimensions');
    expect(refusalOfTable([plain, disability], everybody)).toBe('sensitive-crossing');
    expect(refusalOfTable([disability, disability], everybody)).toBe('sensitive-crossing');
    expect(refusalOfTable([disability], everybody)).toBeUndefined();
    expect(refusalOfTable([plain, plain], everybody)).toBeUndefined();
    expect(refusalOfTable([plain, disability], partner)).toBeUndefined();
    expect([partner.threshold, everybody.threshold]).toEqual([5, 10]);
  });
});

describe('tables that are taken from one another', () => {
  const people = (from: number, to: number) =>
    new Set(Array.from({ length: to - from }, (_, at) => String(from + at)));

  it('are told where few people stand between them, whichever way', () => {
    expect(fewBetween(people(0, 100), people(0, 97), 10)).toBe(3);
    expect(fewBetween(people(0, 97), people(0, 100), 10)).toBe(3);
    expect(fewBetween(people(0, 100), people(2, 200), 10)).toBe(2);
    expect(fewBetween(people(0, 100), people(9, 108), 10)).toBe(9);
  });

  it('are no matter where the people are the same, or many stand between', () => {
    expect(fewBetween(people(0, 100), people(0, 100), 10)).toBeUndefined();
    expect(fewBetween(people(0, 100), people(0, 90), 10)).toBeUndefined();
    expect(fewBetween(people(0, 100), people(200, 300), 10)).toBeUndefined();
    expect(fewBetween(people(0, 0), people(0, 0), 10)).toBeUndefined();
  });
});
