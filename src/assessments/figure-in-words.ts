import { formatMoney, formatNumber } from '../platform/locale/format.js';

/** Whether a figure is an amount of money and not a ratio, by its name. */
const isMoney = (figure: string): boolean => !/(ratio|return)$/i.test(figure);

/** A figure as people write it: a ratio with two decimals, money with its currency. */
export function figureInWords(figure: string, value: number | null, currency: string): string {
  if (value === null) return 'there is no such figure';
  return isMoney(figure) ? formatMoney(value, currency) : formatNumber(value, 2);
}
