import type { Value } from '../../core/result.js';
import { formatMoney, formatNumber } from '../../platform/locale/format.js';

/** Money as people say it: to two or three digits, with its currency. */
export function roughMoney(value: Value, currency: string): string {
  if (value === null) return '–';
  const size = Math.abs(value);
  const step = size >= 100_000 ? 1_000 : size >= 10_000 ? 100 : size >= 1_000 ? 10 : 1;
  return formatMoney(Math.round(value / step) * step, currency).replace('.00', '');
}

/** Whole money without its currency, for tables. */
export function wholeMoney(value: Value): string {
  return formatNumber(value, 0);
}

/** A share as it is written in a table. */
export function percent(value: number): string {
  return `${formatNumber(100 * value, Number.isInteger(Math.round(value * 1e6) / 1e4) ? 0 : 1)} %`;
}
