import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type File, row, valueMap, valueMapFile } from '../cases/files.js';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const outcome = fc.record({
  quantity: fc.double({ min: 0.1, max: 1000, noNaN: true }),
  proxy: fc.double({ min: 1, max: 100_000, noNaN: true }),
  durationYears: fc.double({ min: 0.5, max: 8, noNaN: true }),
  deadweight: share,
  displacement: share,
  attribution: share,
  dropOff: share,
});
const rows = fc.array(outcome, { minLength: 1, maxLength: 5 });
type Row = typeof rows extends fc.Arbitrary<(infer R)[]> ? R : never;

function fileOf(given: readonly Row[], scale = 1): File {
  return valueMapFile(
    { discounting: 'year-end', discountRate: 0.035 },
    [{ value: 1000 * scale }],
    given.map(({ quantity, proxy, ...more }, at) => row(`R${at}`, quantity, proxy * scale, more)),
  );
}

/** What doubles lose over a few hundred operations. */
const RELATIVE = 1e-9;
const close = (one: number | null, other: number | null): boolean =>
  Math.abs((one ?? 0) - (other ?? 0)) <= RELATIVE * Math.max(1, Math.abs(one ?? 0));

describe('whatever the value map', () => {
  it('raising a deduction never raises the ratio while all rows are positive', () => {
    fc.assert(
      fc.property(
        rows,
        share,
        fc.constantFrom('deadweight', 'displacement', 'attribution', 'dropOff'),
        (given, more, what) => {
          const [first, ...others] = given;
          if (!first) return;
          const raised = {
            ...first,
            [what]: first[what as keyof Row] + (1 - first[what as keyof Row]) * more,
          };
          const before = valueMap(fileOf(given)).ratio ?? 0;
          expect(valueMap(fileOf([raised, ...others])).ratio ?? 0).toBeLessThanOrEqual(
            before * (1 + RELATIVE),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it('scaling all money leaves the ratio', () => {
    fc.assert(
      fc.property(rows, fc.double({ min: 0.01, max: 100, noNaN: true }), (given, scale) => {
        expect(close(valueMap(fileOf(given)).ratio, valueMap(fileOf(given, scale)).ratio)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('splitting a row leaves the totals', () => {
    fc.assert(
      fc.property(rows, fc.double({ min: 0.1, max: 0.9, noNaN: true }), (given, part) => {
        const [first, ...others] = given;
        if (!first) return;
        const split = [
          { ...first, quantity: first.quantity * part },
          { ...first, quantity: first.quantity * (1 - part) },
          ...others,
        ];
        expect(close(valueMap(fileOf(given)).pvBenefits, valueMap(fileOf(split)).pvBenefits)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('the order of rows changes no figure, to the last bit', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const file = fileOf(given);
        const turned = { ...file, outcomes: [...(file['outcomes'] as File[])].reverse() };
        expect(valueMap(turned).npv).toBe(valueMap(file).npv);
      }),
      { numRuns: 40 },
    );
  });
});
