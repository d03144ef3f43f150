import { type Document, Double, Int32, Long, ObjectId } from 'mongodb';

/** A source of choices that a seed repeats. */
export class Choices {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** Between 0 and 1, without 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  of<T>(values: readonly T[]): T {
    return values[this.below(values.length)]!;
  }
}

const IDENTITIES = [0, 1, 255].map((byte) => new ObjectId(Buffer.alloc(12, byte)));
const BIG = [
  '9007199254740992',
  '9007199254740993',
  '-9007199254740993',
  '9223372036854775807',
  '-9223372036854775808',
];
const WORDS = ['', 'a', 'ab', 'abc', 'b', 'B', 'é', '\0', 'a\0', 'a\0b', 'a\u0001', '𝄞', '\uffee', '\uffff'];
const DOUBLES = [NaN, -0, 0, 1.5, -1e308, 1e308, Infinity, -Infinity, 5e-324, 9007199254740992];

/** A value of any kind that indexes know, awkward ones often. */
export function scalar(choices: Choices): unknown {
  return choices.of<() => unknown>([
    () => new Int32(choices.below(7) - 3),
    () => new Double(choices.below(7) - 3),
    () => Long.fromNumber(choices.below(7) - 3),
    () => new Double(choices.of(DOUBLES)),
    () => Long.fromString(choices.of(BIG)),
    () => choices.of(WORDS),
    () => choices.of(WORDS),
    () => null,
    () => choices.next() < 0.5,
    () => new Date(choices.of([-62135596800000, -1, 0, 1, 1700000000000])),
    () => choices.of(IDENTITIES),
  ])();
}

/** A scalar, a list or a document, at most `depth` deep. */
export function value(choices: Choices, depth = 2): unknown {
  if (depth === 0 || choices.next() < 0.72) return scalar(choices);
  if (choices.next() < 0.6) return Array.from({ length: choices.below(4) }, () => value(choices, depth - 1));
  return fields(choices, ['x', 'y'], depth - 1);
}

/** Some of the named fields. */
export function fields(choices: Choices, names: readonly string[], depth = 2): Document {
  const document: Document = {};
  for (const name of names) if (choices.next() < 0.75) document[name] = value(choices, depth);
  return document;
}
