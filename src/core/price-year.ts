import type { Expression } from './figures/expression.js';
import { inverseUnit, money, productUnit } from './figures/unit.js';
import type { Inputs } from './inputs.js';
import { problem } from './problem.js';

interface Priced {
  /** The name by which a conversion refers to the price. */
  readonly id: string;
  readonly what: string;
  readonly path: string;
  /** The year of the price; left out: the price year of the assessment. */
  readonly priceYear: number | undefined;
}

/**
 * Brings a price to the price year of the assessment: by the conversion that the file gives for it, otherwise as it
 * is, with a warning where the years differ.
 */
export function atPriceYear(
  inputs: Inputs,
  price: Expression,
  { id, what, path, priceYear }: Priced,
): Expression {
  const { graph, file } = inputs;
  const unit = productUnit([
    money(file.currency, file.priceYear),
    inverseUnit(money(file.currency, priceYear ?? file.priceYear)),
  ]);
  const conversion = file.conversions?.[id];
  if (conversion) {
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
