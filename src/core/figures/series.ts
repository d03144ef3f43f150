import { type Column, everyDraw, NOTHING } from './column.js';
import type { Expression } from './expression.js';
import { factorsOf, type Surroundings } from './factors.js';
import { wholePower } from './operation.js';

/** One term of a series: value × kept^exponent × times. */
interface Term {
  readonly value: Expression;
  readonly kept: Expression | undefined;
  readonly exponent: number;
  readonly times: number;
}

/** A sum of value × kept^n × tₙ over successive n, as a value makes that fades and is discounted from year to year. */
export interface Series {
  readonly value: Expression;
  readonly kept: Expression;
  readonly first: number;
  readonly times: Float64Array;
}

/** Reads the terms of a sum as a series; undefined where they are none. */
export function seriesOf(terms: readonly Expression[], around: Surroundings): Series | undefined {
  const read: Term[] = [];
  for (const term of terms) {
    const one = termOf(term, around);
    if (!one) return undefined;
    read.push(one);
  }
  const [first] = read;
  const kept = read.at(-1)?.kept;
  if (!first || !kept) return undefined;
  const fits = read.every(
    (term, at) =>
      term.value === first.value && term.exponent === first.exponent + at && (term.kept ?? kept) === kept,
  );
  if (!fits) return undefined;
  return {
    value: first.value,
    kept,
    first: first.exponent,
    times: Float64Array.from(read, ({ times }) => times),
  };
}

function termOf(term: Expression, around: Surroundings): Term | undefined {
  if (term.operation !== 'multiply' || !around.passing(term)) return undefined;
  const factors = factorsOf(term, around);
  const last = factors.at(-1);
  const times = last && !around.varies(last) ? last : undefined;
  const [value, power, ...more] = times ? factors.slice(0, -1) : factors;
  if (!value || more.length > 0) return undefined;
  const [base, exponent] = power?.operation === 'power' ? power.arguments : [power];
  if (exponent && around.varies(exponent)) return undefined;
  return {
    value,
    kept: base,
    exponent: base ? (exponent?.point ?? 1) : 0,
    times: times?.point ?? 1,
  };
}

/** Adds up a series for each draw, its powers one from another. */
export function addSeries({ first, times }: Series) {
  return (out: Column, [value = NOTHING, kept = NOTHING]: readonly Column[], count: number): void => {
    const [inValue, inKept] = [everyDraw(value), everyDraw(kept)];
    for (let at = 0; at < count; at += 1) {
      const whole = value[at & inValue] as number;
      const left = kept[at & inKept] as number;
      let power = wholePower(left, first);
      let total = 0;
      for (let year = 0; year < times.length; year += 1) {
        total += whole * power * (times[year] as number);
        power *= left;
      }
      out[at] = total;
    }
  };
}
