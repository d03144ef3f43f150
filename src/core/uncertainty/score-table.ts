import { normalDensity, normalShare } from './normal-share.js';
import { edgeOfTail, type Slopes, type TailShape } from './tail-shape.js';

/** Scores within which the table holds; one draw in fifteen thousand lies beyond and is worked out by itself. */
export const TABLE_REACH = 4;

const FEWEST_PIECES = 32;
const MOST_PIECES = 1_024;

/** How far the table may be from the quantile itself, in standard deviations; half of what is promised, and less. */
const ALLOWED = 2e-10;

/** Of each piece: eight coefficients, from the constant up. */
const COEFFICIENTS = 8;

/** The number drawn as a smooth function of the normal score, in pieces of equal width. */
export interface ScoreTable {
  readonly pieces: number;
  readonly coefficients: Float64Array;
}

/** A quantile, and its first three derivatives by the score: on the scale g, and as the number drawn. */
interface Node {
  readonly score: number;
  readonly g: number;
  readonly slopes: Slopes;
  readonly value: number;
  readonly valueSlopes: Slopes;
}

/** The exact quantile of a shape at a normal score. */
export function valueAt(shape: TailShape, score: number): number {
  return shape.value(scaleAt(shape, score));
}

function scaleAt(shape: TailShape, score: number, start = shape.guess(score)): number {
  return edgeOfTail(shape, Math.log(normalShare(-Math.abs(score))), score > 0, start);
}

/**
 * Polynomials of degree seven that agree with the quantiles of a shape, and with their first three derivatives, at
 * both ends of every piece (Hermite). In the middle of a piece, where they are furthest off, they are compared with
 * the quantile itself: pieces are halved until they are near enough.
 *
 * @returns undefined where even the narrowest pieces are not
 */
export function scoreTable(shape: TailShape): ScoreTable | undefined {
  let nodes = nodesOf(shape, FEWEST_PIECES);
  for (let pieces = FEWEST_PIECES; pieces <= MOST_PIECES; pieces *= 2) {
    const table = tableOf(nodes);
    const middles = nodes.slice(0, pieces).map((left, at) => nodeAt(shape, scoreOf(at + 0.5, pieces), left));
    const found = Float64Array.from(middles, ({ score }) => score);
    throughTable(table, found, () => Number.NaN);
    if (middles.every(({ value }, at) => Math.abs(value - (found[at] ?? Number.NaN)) <= ALLOWED * shape.sd))
      return table;
    nodes = nodes.flatMap((node, at) => [node, ...middles.slice(at, at + 1)]);
  }
  return undefined;
}

/**
 * Puts what a table says in the place of every score of a column.
 *
 * @param beyond what there is beyond its reach
 */
export function throughTable(
  { pieces, coefficients: c }: ScoreTable,
  column: Float64Array,
  beyond: (score: number) => number,
): void {
  const density = pieces / (2 * TABLE_REACH);
  for (let at = 0; at < column.length; at += 1) {
    const score = column[at] as number;
    if (!(score > -TABLE_REACH && score < TABLE_REACH)) {
      column[at] = beyond(score);
      continue;
    }
    const along = (score + TABLE_REACH) * density;
    const piece = Math.min(pieces - 1, along | 0);
    const t = along - piece;
    const first = piece * COEFFICIENTS;
    let value = c[first + 7] as number;
    value = value * t + (c[first + 6] as number);
    value = value * t + (c[first + 5] as number);
    value = value * t + (c[first + 4] as number);
    value = value * t + (c[first + 3] as number);
    value = value * t + (c[first + 2] as number);
    value = value * t + (c[first + 1] as number);
    column[at] = value * t + (c[first] as number);
  }
}

const scoreOf = (along: number, pieces: number): number => (2 * TABLE_REACH * along) / pieces - TABLE_REACH;

/** From the middle outwards, each from its neighbour. */
function nodesOf(shape: TailShape, pieces: number): readonly Node[] {
  const nodes: Node[] = [];
  const middle = nodeAt(shape, 0);
  for (const direction of [-1, 1]) {
    let last = middle;
    for (let step = 1; step <= pieces / 2; step += 1) {
      last = nodeAt(shape, scoreOf(pieces / 2 + direction * step, pieces), last);
      nodes.push(last);
    }
  }
  return [...nodes, middle].sort((one, other) => one.score - other.score);
}

/** @param from a node near by, to start from */
function nodeAt(shape: TailShape, score: number, from?: Node): Node {
  const g = scaleAt(shape, score, from && ahead(from, score - from.score));
  const first = normalDensity(score) / Math.exp(shape.logDensity(g));
  const bend = shape.bend(g);
  const growth = -score - bend * first;
  const second = first * growth;
  const third = first * (growth * growth - 1 - shape.bendSlope(g) * first * first - bend * second);
  const [a, b, c] = shape.valueSlopes(g);
  return {
    score,
    g,
    slopes: [first, second, third],
    value: shape.value(g),
    valueSlopes: [
      a * first,
      b * first * first + a * second,
      c * first * first * first + 3 * b * first * second + a * third,
    ],
  };
}

function ahead({ g, slopes: [first, second, third] }: Node, by: number): number {
  return g + by * (first + (by / 2) * (second + (by / 3) * third));
}

function tableOf(nodes: readonly Node[]): ScoreTable {
  const pieces = nodes.length - 1;
  const width = (2 * TABLE_REACH) / pieces;
  const coefficients = new Float64Array(pieces * COEFFICIENTS);
  for (let at = 0; at < pieces; at += 1) {
    const [left, right] = [nodes[at], nodes[at + 1]];
    if (left && right) coefficients.set(pieceBetween(left, right, width), at * COEFFICIENTS);
  }
  return { pieces, coefficients };
}

function pieceBetween(left: Node, right: Node, width: number): readonly number[] {
  const scaled = ({ valueSlopes: [first, second, third] }: Node) =>
    [first * width, (second * width * width) / 2, (third * width * width * width) / 6] as const;
  const [a1, a2, a3] = scaled(left);
  const [b1, b2, b3] = scaled(right);
  const r0 = right.value - left.value - a1 - a2 - a3;
  const r1 = b1 - a1 - 2 * a2 - 3 * a3;
  const r2 = b2 - a2 - 3 * a3;
  const r3 = b3 - a3;
  return [
    left.value,
    a1,
    a2,
    a3,
    35 * r0 - 15 * r1 + 5 * r2 - r3,
    -84 * r0 + 39 * r1 - 14 * r2 + 3 * r3,
    70 * r0 - 34 * r1 + 13 * r2 - 3 * r3,
    -20 * r0 + 10 * r1 - 4 * r2 + r3,
  ];
}
