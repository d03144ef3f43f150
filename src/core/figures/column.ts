/**
 * The operations that most of a calculation consists of, over whole columns. Each loop stands written out: one that
 * called a function for every number would take ten times as long.
 */

/** A column of numbers, one per draw; of one number where it is the same in every draw. */
export type Column = Float64Array;

/** What stands in for an argument that is not there. */
export const NOTHING: Column = new Float64Array();

const ZERO: Column = Float64Array.of(0);
const ONE: Column = Float64Array.of(1);

/** What the index is masked with: in a column of one number, every draw finds that one. */
export function everyDraw(column: Column): number {
  return column.length === 1 ? 0 : -1;
}

/** The sum of columns, from the first to the last. */
export function addColumns(out: Column, columns: readonly Column[], count: number): void {
  let total = ZERO;
  for (let at = 0; at < columns.length; at += 4) {
    addFour(
      out,
      total,
      columns[at] ?? ZERO,
      at + 1 < columns.length ? (columns[at + 1] ?? ZERO) : ZERO,
      at + 2 < columns.length ? (columns[at + 2] ?? ZERO) : ZERO,
      at + 3 < columns.length ? (columns[at + 3] ?? ZERO) : ZERO,
      count,
    );
    total = out;
  }
}

function addFour(out: Column, to: Column, a: Column, b: Column, c: Column, d: Column, count: number): void {
  const [inTo, inA, inB, inC, inD] = [everyDraw(to), everyDraw(a), everyDraw(b), everyDraw(c), everyDraw(d)];
  for (let at = 0; at < count; at += 1) {
    out[at] =
      (to[at & inTo] as number) +
      (a[at & inA] as number) +
      (b[at & inB] as number) +
      (c[at & inC] as number) +
      (d[at & inD] as number);
  }
}

/** The product of columns, from the first to the last. */
export function multiplyColumns(out: Column, columns: readonly Column[], count: number): void {
  const [a = ONE, b = ONE, c] = columns;
  if (c) multiplyThree(out, a, b, c, count);
  else multiplyTwo(out, a, b, count);
  for (let at = 3; at < columns.length; at += 1) multiplyTwo(out, out, columns[at] ?? ONE, count);
}

function multiplyTwo(out: Column, a: Column, b: Column, count: number): void {
  const [inA, inB] = [everyDraw(a), everyDraw(b)];
  for (let at = 0; at < count; at += 1) out[at] = (a[at & inA] as number) * (b[at & inB] as number);
}

function multiplyThree(out: Column, a: Column, b: Column, c: Column, count: number): void {
  const [inA, inB, inC] = [everyDraw(a), everyDraw(b), everyDraw(c)];
  for (let at = 0; at < count; at += 1) {
    out[at] = (a[at & inA] as number) * (b[at & inB] as number) * (c[at & inC] as number);
  }
}

export function subtractColumns(
  out: Column,
  [a = NOTHING, b = NOTHING]: readonly Column[],
  count: number,
): void {
  const [inA, inB] = [everyDraw(a), everyDraw(b)];
  for (let at = 0; at < count; at += 1) out[at] = (a[at & inA] as number) - (b[at & inB] as number);
}

export function complementColumn(out: Column, [a = NOTHING]: readonly Column[], count: number): void {
  const inA = everyDraw(a);
  for (let at = 0; at < count; at += 1) out[at] = 1 - (a[at & inA] as number);
}
