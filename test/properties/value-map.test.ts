import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LARGEST } from '../../src/programmes/amounts.contract.js';
import { evaluate } from '../../src/core/figures/evaluate.js';
import { type File, prepared, row, valueMap, valueMapFile } from '../cases/files.js';

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
        expect(figuresOf(turned)).toEqual(figuresOf(file));
      }),
      { numRuns: 40 },
    );
  });

  it('a deduction that makes the result better is told to take from a harm', () => {
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom('deadweight', 'displacement', 'attribution'),
        fc.boolean(),
        (given, what, harms) => {
          const [first, ...others] = given;
          if (!first) return;
          const changed = { ...first, quantity: harms ? -first.quantity : first.quantity };
          const of = (share: number) => valueMap(fileOf([{ ...changed, [what]: share }, ...others]));
          const [less, more] = [of(0.2), of(0.6)];
          const told = more.problems.some(
            ({ code, path }) => code === 'deduction-shrinks-harm' && path === `/outcomes/0/${what}`,
          );
          expect(told).toBe(harms);
          if ((more.npv ?? 0) > (less.npv ?? 0)) expect(told).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('what loses money is told to lose money', () => {
    fc.assert(
      fc.property(rows, fc.double({ min: 1, max: 1e8, noNaN: true }), (given, cost) => {
        const { npv, ratio, pvBenefits, discountedPaybackMonths, problems } = valueMap({
          ...fileOf(given),
          inputs: [{ value: cost }],
        });
        const loses = (npv ?? 0) < 0;
        expect((ratio ?? 0) < 1).toBe(loses);
        expect(problems.some(({ code }) => code === 'gives-less-than-it-costs')).toBe(loses);
        if (loses) expect(discountedPaybackMonths).toBeNull();
        expect(pvBenefits).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 40 },
    );
  });

  it('has a finite figure or none, never anything in between', () => {
    const wild = fc.oneof(
      fc.constantFrom(0, 1e-12, -1e12, 1e12),
      // A cost of 1e-300 makes ratios that no file may have.
      fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => (Math.abs(value) < 1e-12 ? 0 : value)),
    );
    fc.assert(
      fc.property(rows, wild, wild, (given, cost, quantity) => {
        const [first, ...others] = given;
        if (!first) return;
        const result = valueMap({
          ...fileOf([{ ...first, quantity }, ...others]),
          inputs: [{ value: cost }],
        });
        for (const value of [result.ratio, result.npv, result.grossRatio, result.paybackMonths])
          expect(value === null || Number.isFinite(value)).toBe(true);
        expect(result.ratio === null).toBe(cost === 0);
        for (const { message } of result.problems) expect(message).not.toMatch(/NaN|Infinity|null|undefined/);
      }),
      { numRuns: 40 },
    );
  });

  it('breaks even where it says that it does', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const file = fileOf(given);
        const { sensitivity, pvInputs } = valueMap(file);
        const reachable = sensitivity.filter(({ reachable: can, multiplier }) => can && !multiplier);
        const scenarios = reachable
          .filter(({ input, switchingValue }) => holds(input, switchingValue ?? Number.NaN))
          .map(({ input, switchingValue }, at) => ({
            id: `s${at}`,
            name: input,
            set: { [input]: switchingValue },
          }));
        for (const { figures, name } of valueMap({ ...file, scenarios }).scenarios)
          expect(Math.abs(figures.net.point ?? Number.NaN), name).toBeLessThanOrEqual(
            // Where two large figures cancel, and a drop-off that is halved to its last bit.
            1e-6 * Math.max(1, pvInputs ?? 0),
          );
      }),
      { numRuns: 40 },
    );
  });
});

/** Whether a file may hold a number there: within its limits, a rate at most 1, a duration above 0. */
const holds = (input: string, value: number): boolean =>
  Math.abs(value) <= LARGEST &&
  (input !== 'conventions.discountRate' || value <= 1) &&
  (!input.endsWith('durationYears') || value > 0);

/** Every figure that a file has, by name. */
function figuresOf(file: File): Readonly<Record<string, number>> {
  const { graph } = prepared(file).declared;
  const ids = [...graph.figureIds()].sort();
  const values = evaluate(ids.flatMap((id) => graph.figure(id) ?? []));
  return Object.fromEntries(ids.map((id, at) => [id, values[at] ?? Number.NaN]));
}
