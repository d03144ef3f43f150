import type { Result } from '../../core/result.js';
import { type Distribution, quantile } from '../../core/uncertainty/distribution.js';
import type { DrawnInput } from '../../core/uncertainty/uncertainty-result.js';
import { text } from '../../platform/locale/text.js';
import { sourceLine } from './source-line.js';

/** Nine of ten draws lie between these shares of them. */
const ENDS = [0.05, 0.95] as const;

/**
 * The ends between which nine of ten draws of an input lie, in words, and whose range it is: one given in the file, the
 * usual one of the grade of its evidence, or the wide one of what nobody knows.
 *
 * @returns a function of the name of an input; its answer is empty where the input was taken as exactly known
 */
export function drawnRanges(result: Result): (input: string, write: (value: number) => string) => string {
  const drawn = new Map(result.uncertainty?.inputs.map((one) => [one.input, one]));
  return (input, write) => {
    const one = drawn.get(input);
    const from = one && drawnFrom(result, one);
    if (!one || !from) return '';
    const [low, high] = ENDS.map((share) => write(roughly(quantile(from, share))));
    return text('report.assumptions.range', {
      low: low ?? '',
      high: high ?? '',
      basis: one.basis,
      grade: one.grade ?? 0,
    });
  };
}

/** A long list of draws is only counted in a result; it stands in the file. */
function drawnFrom({ assessment }: Result, { input, distribution }: DrawnInput): Distribution | undefined {
  return distribution.distribution === 'draws' ? assessment.uncertainty?.inputs?.[input] : distribution;
}

/** Where the default ranges come from, and whether that was seen; empty where none was used. */
export function defaultRangesLine({ uncertainty }: Result): string {
  const used = uncertainty?.defaultRanges;
  if (!used) return '';
  return text('report.assumptions.defaults', { source: sourceLine(used.source, used.verified) });
}

const FEW = 10;
const SMALL = 0.1;

/** Whole numbers, two decimals for what is small, two digits for what is smaller: a range promises no more. */
function roughly(value: number): number {
  const size = Math.abs(value);
  if (size >= FEW) return Math.round(value);
  return size >= SMALL ? Math.round(value * 100) / 100 : Number(value.toPrecision(2));
}
