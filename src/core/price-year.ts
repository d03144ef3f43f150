import type { CommonPart } from './assessment.js';
import type { Expression } from './figures/expression.js';
import { inverseUnit, money, productUnit, type Unit } from './figures/unit.js';
import type { Inputs } from './inputs.js';
import { problem } from './problem.js';

interface Priced {
  /** The name by which a conversion refers to the price. */
  readonly id: string;
  readonly what: string;
  /** JSON Pointer to its year. */
  readonly path: string;
  /** The year of the price; left out: the price year of the assessment. */
  readonly priceYear: number | undefined;
  /** Its currency; left out: that of the assessment. */
  readonly currency: string | undefined;
}

/** The unit that a price of a file is in, before it is brought to the money of the assessment. */
export function priceUnit(
  { currency, priceYear }: CommonPart,
  priced: { readonly priceYear?: number | undefined; readonly currency?: string | undefined },
): Unit {
  return money(priced.currency ?? currency, priced.priceYear ?? priceYear);
}

/** The year that a price year is, or that a financial year such as "2012/13" begins in. */
export function yearBegun(priceYear: number | string): number {
  return typeof priceYear === 'number' ? priceYear : Number(priceYear.slice(0, 4));
}

/**
 * Brings a price to the currency and the price year of the assessment: by the conversion that the file gives for it,
 * otherwise as it is. Other years are then a warning, and another currency is an error, since the sum means nothing.
 */
export function atPriceYear(
  inputs: Inputs,
  price: Expression,
  { id, what, path, priceYear, currency }: Priced,
): Expression {
  const { graph, file } = inputs;
  const unit = productUnit([
    money(file.currency, file.priceYear),
    inverseUnit(priceUnit(file, { priceYear, currency })),
  ]);
  const conversion = file.conversions?.[id];
  const leadsFrom = conversion?.fromCurrency ?? file.currency;
  if (currency !== undefined && currency !== leadsFrom) {
    const place = path.replace(/priceYear$/, 'currency');
    inputs.say(problem('currency-mixed', 'error', place, { what, given: currency, currency: file.currency }));
  }
  if (conversion) {
    if (priceYear !== undefined && conversion.fromYear !== priceYear) {
      const { fromYear } = conversion;
      inputs.say(problem('conversion-from-another-year', 'warning', path, { what, priceYear, fromYear }));
    }
    const factor = inputs.amount(conversion.factor, {
      id: `conversions.${id}`,
      path: `/conversions/${id}/factor`,
      label: { code: 'conversion', values: { from: conversion.fromYear, to: conversion.toYear } },
      unit,
      source: conversion.source,
    });
    return graph.multiply(price, factor);
  }
  if (priceYear !== undefined && priceYear !== file.priceYear) {
    inputs.say(problem('price-year-mixed', 'warning', path, { what, priceYear, targetYear: file.priceYear }));
  }
  return graph.multiply(price, graph.constant(1, unit));
}
