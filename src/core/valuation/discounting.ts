import type { Conventions } from '../assessment.js';
import type { Expression } from '../figures/expression.js';
import type { Inputs } from '../inputs.js';

/** The factor that brings money of a year to the start of the activity. */
export type DiscountFactor = (year: number) => Expression;

/**
 * Discount factors by the convention of the file (docs/method.md, “Discounting”).
 *
 * With r_k the rate of year k: `year-end` Π_{k≤t} 1/(1+r_k), `year-start` Π_{k<t} 1/(1+r_k), `mid-year` the
 * geometric mean of the two, `none` 1, `compound-forward` the factor given for the calendar year.
 *
 * @param firstCalendarYear the calendar year that is year 1; used by `compound-forward` alone
 * @param firstYear how the first year of the activity is counted: 1, or 0
 * @returns a function of the year, as it is counted
 */
export function discountFactors(
  inputs: Inputs,
  conventions: Conventions,
  firstCalendarYear: number | undefined,
  firstYear: 0 | 1 = 1,
): DiscountFactor {
  const { graph } = inputs;
  const named = (factor: (year: number) => Expression): DiscountFactor => {
    return (year) =>
      graph.name(
        `discountFactor.${year}`,
        { code: 'discount-factor', values: { year } },
        factor(year + 1 - firstYear),
      );
  };
  const growth = rates(inputs, conventions.discountRate);
  const yearEnd: DiscountFactor = (year) =>
    year === 0 ? graph.constant(1) : graph.divide(graph.constant(1), growth(year));
  switch (conventions.discounting) {
    case 'year-end':
      return named(yearEnd);
    case 'year-start':
      return named((year) => yearEnd(Math.max(0, year - 1)));
    case 'mid-year':
      return named((year) => graph.squareRoot(graph.multiply(yearEnd(year), yearEnd(year - 1))));
    case 'none':
      return () => graph.constant(1);
    case 'compound-forward':
      return (year) => compoundFactor(inputs, conventions.factors ?? {}, (firstCalendarYear ?? 1) + year - 1);
  }
}

/** Π_{k≤t} (1 + r_k), as a product over the bands of the schedule. */
function rates(inputs: Inputs, rate: Conventions['discountRate']): (year: number) => Expression {
  const { graph } = inputs;
  const label = { code: 'discount-rate' };
  const bands = Array.isArray(rate)
    ? (rate as readonly { untilYear: number; rate: number }[]).map((band, index) => ({
        until: band.untilYear,
        rate: inputs.amount(band.rate, {
          id: `conventions.discountRate.${index}.rate`,
          path: `/conventions/discountRate/${index}/rate`,
          label: { code: 'discount-rate-until', values: { year: band.untilYear } },
        }),
      }))
    : rate === undefined
      ? []
      : [
          {
            until: Number.POSITIVE_INFINITY,
            rate: inputs.amount(rate as Exclude<typeof rate, readonly unknown[]>, {
              id: 'conventions.discountRate',
              path: '/conventions/discountRate',
              label,
            }),
          },
        ];
  return (year) => {
    let before = 0;
    const powers = bands.map((band) => {
      const years = Math.max(0, Math.min(year, band.until) - before);
      before = Math.min(year, band.until);
      return graph.power(graph.sum([graph.constant(1), band.rate], {}), years);
    });
    return graph.multiply(...powers);
  };
}

function compoundFactor(inputs: Inputs, factors: Readonly<Record<string, number>>, year: number): Expression {
  const factor = factors[String(year)];
  if (factor === undefined) throw new Error(`no factor for ${year}`);
  return inputs.amount(factor, {
    id: `conventions.factors.${year}`,
    path: `/conventions/factors/${year}`,
    label: { code: 'compound-factor', values: { year } },
  });
}
