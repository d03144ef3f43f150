import type { Value } from '../../core/result.js';
import { formatNumber } from '../../platform/locale/format.js';

/** Whether a figure is a ratio by its name, so that it is even at 1 and needs no currency; others are money. */
export const isRatio = (figure: string): boolean => /(?:ratio|return)$/i.test(figure);

/** Writes a figure: a ratio with two decimals, money as given. */
export function figureWriter(figure: string, money: (value: Value) => string): (value: Value) => string {
  return isRatio(figure) ? (value) => formatNumber(value, 2) : money;
}
