import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { row, valueMap, valueMapFile } from '../cases/files.js';

const folder = process.env['CONFORMANCE_DATA'];
if (folder === undefined)
  throw new Error('Set CONFORMANCE_DATA to the folder of published cases and test vectors.');

interface Outcome {
  id?: string;
  quantity: number;
  proxyValue: number;
  durationYears?: number;
  deadweight?: number;
  displacement?: number;
  attribution?: number;
  dropOff?: number;
  startsYear?: number;
  yearly?: { year: number; grossValue: number }[];
}

const discounting: Record<string, string> = {
  guide: 'year-end',
  mid_year: 'mid-year',
  none: 'none',
  year1_undiscounted: 'year-start',
  compound_forward: 'compound-forward',
};

function read(...path: string[]): unknown {
  return JSON.parse(readFileSync(join(folder ?? '', ...path), 'utf8'));
}

function rowOf(outcome: Outcome, at: number) {
  const {
    deadweight = 0,
    displacement = 0,
    attribution = 0,
    dropOff = 0,
    durationYears = 1,
    startsYear,
  } = outcome;
  const deductions = { deadweight, displacement, attribution };
  return outcome.yearly
    ? row(outcome.id ?? `R${at}`, 1, 1, {
        ...deductions,
        quantity: undefined,
        proxy: { source: 'x' },
        durationYears: undefined,
        dropOff: undefined,
        series: outcome.yearly.map(({ year, grossValue }) => ({ year, value: grossValue, dropOff })),
      })
    : row(outcome.id ?? `R${at}`, outcome.quantity, outcome.proxyValue, {
        ...deductions,
        dropOff,
        durationYears,
        startsYear,
      });
}

interface Vector {
  name: string;
  discountRate: number;
  discountConvention: string;
  outcomes: Outcome[];
  inputs: number | { year: number; value: number }[];
  expected: {
    pv: string;
    inputsPV: string;
    npv: string;
    ratio: string | null;
    netRatio: string | null;
    perRow: { impact: string; pv: string }[];
  };
}

describe('value map vectors', () => {
  it.each(
    (read('test-vectors', 'value-map.json') as { vectors: Vector[] }).vectors.map(
      (vector) => [vector.name, vector] as const,
    ),
  )('%s', (_name, vector) => {
    const inputs = typeof vector.inputs === 'number' ? [{ value: vector.inputs }] : vector.inputs;
    const result = valueMap(
      valueMapFile(
        { discounting: discounting[vector.discountConvention], discountRate: vector.discountRate },
        inputs as never,
        vector.outcomes.map(rowOf),
      ),
    );
    // Half the last printed digit of the vectors.
    const near = (value: number | null, expected: string | null) =>
      expected === null
        ? expect(value).toBeNull()
        : expect(Math.abs((value ?? Number.NaN) - Number(expected))).toBeLessThanOrEqual(0.0000005);
    near(result.pvBenefits, vector.expected.pv);
    near(result.pvInputs, vector.expected.inputsPV);
    near(result.npv, vector.expected.npv);
    near(result.ratio, vector.expected.ratio);
    near(result.netRatio, vector.expected.netRatio);
    vector.expected.perRow.forEach((expected, at) => {
      near(result.perRow[at]?.impact ?? null, expected.impact);
      near(result.perRow[at]?.presentValue ?? null, expected.pv);
    });
  });
});

interface Published {
  slug: string;
  currency: string;
  discountRate: number | null;
  compoundFactors?: Record<string, number>;
  conventions: { discounting: string };
  inputs: { value: number; year?: number; description: string }[];
  outcomes: Outcome[];
  expected: { pv?: number; ratio?: number; npv?: number; tolerancePv?: number; toleranceRatio?: number };
  recomputed: Record<string, unknown>;
}

describe('published cases', () => {
  const cases = readdirSync(join(folder, 'published-cases'))
    .filter((name) => name !== 'welfare-accounts.json')
    .map((name) => read('published-cases', name) as Published);
  const worked = (published: Published, deductions: string) => {
    const compound = published.compoundFactors;
    const conventions = compound
      ? { discounting: 'compound-forward', factors: compound, deductions }
      : {
          discounting: discounting[published.conventions.discounting],
          discountRate: published.discountRate,
          deductions,
        };
    const inputs = published.inputs.map(({ value, year, description }) => ({
      value,
      description,
      ...(compound && { year, discounted: false }),
    }));
    return valueMap(valueMapFile(conventions, inputs, published.outcomes.map(rowOf)));
  };

  it.each(cases.filter(({ compoundFactors }) => !compoundFactors).map((one) => [one.slug, one] as const))(
    '%s gives the published result',
    (_slug, published) => {
      const result = worked(published, 'multiply');
      const { pv, ratio, npv, tolerancePv = 0, toleranceRatio = 0 } = published.expected;
      if (pv !== undefined) expect(Math.abs((result.pvBenefits ?? 0) - pv)).toBeLessThanOrEqual(tolerancePv);
      if (npv !== undefined) expect(Math.abs((result.npv ?? 0) - npv)).toBeLessThanOrEqual(tolerancePv);
      if (ratio !== undefined)
        expect(Math.abs((result.ratio ?? 0) - ratio)).toBeLessThanOrEqual(toleranceRatio);
    },
  );

  it.each(cases.filter(({ compoundFactors }) => compoundFactors).map((one) => [one.slug, one] as const))(
    '%s under both ways of combining deductions',
    (_slug, published) => {
      const near = (value: number | null, name: string) =>
        expect(Math.abs((value ?? 0) - Number(published.recomputed[name])), name).toBeLessThanOrEqual(
          0.00005,
        );
      near(worked(published, 'multiply').ratio, 'ratio_multiplicativeInclDropOff');
      near(worked(published, 'add').ratio, 'ratio_additive');
      near(worked(published, 'multiply').grossRatio, 'ratio_grossNoDeductions');
    },
  );
});
