import type { Value } from '../../core/result.js';
import { formatMoney, formatNumber } from '../../platform/locale/format.js';
import { text } from '../../platform/locale/text.js';

const BILLION = 1e9;
const TRILLION = 1e12;

/** Money as people say it: to about three digits, with its currency; it does not break over a line. */
export function roughMoney(value: Value, currency: string): string {
  if (value === null) return '–';
  const size = Math.abs(value);
  if (size >= BILLION) {
    const [multiple, divisor] = size >= TRILLION ? ['trillion', TRILLION] : ['billion', BILLION];
    const shown = formatNumber(value / divisor, size >= 100 * divisor ? 0 : 2);
    return unbroken(text('report.large', { currency, value: shown, multiple }));
  }
  if (size > 0 && size < 10) return unbroken(`${currency} ${formatNumber(value, decimalsFor(size))}`);
  const step = size >= 100_000 ? 1_000 : size >= 10_000 ? 100 : size >= 1_000 ? 10 : 1;
  return unbroken(formatMoney(Math.round(value / step) * step, currency).replace('.00', ''));
}

function unbroken(words: string): string {
  return words.replaceAll(' ', '\u00a0');
}

/** How the money of one table is written, so that its columns can be read and fit. */
export interface MoneyScale {
  /** The currency with its multiple, such as “thousand SEK”. */
  readonly unit: string;
  readonly write: (value: Value | undefined) => string;
}

/** Whole money in units, thousands or millions, whichever lets the largest be read; decimals where all are small. */
export function moneyScale(values: readonly (Value | undefined)[], currency: string): MoneyScale {
  const largest = largestOf(values);
  const multiple = largest >= TRILLION ? 'million' : largest >= BILLION ? 'thousand' : 'one';
  const divisor = { one: 1, thousand: 1e3, million: 1e6 }[multiple];
  const decimals = largest >= 100 || largest === 0 ? 0 : decimalsFor(largest);
  return {
    unit: text('report.multiple', { multiple, currency }),
    write: (value) => formatNumber(value === undefined || value === null ? null : value / divisor, decimals),
  };
}

/** Money in few letters, for the lines of a drawing: 410 k, 1.21 m. All of them in the same multiple. */
export function shortMoney(values: readonly Value[]): (value: Value) => string {
  const largest = largestOf(values);
  const [divisor, multiple] =
    largest >= TRILLION
      ? [TRILLION, 'tn']
      : largest >= BILLION
        ? [BILLION, 'bn']
        : largest >= 1e6
          ? [1e6, 'm']
          : largest >= 1e4
            ? [1e3, 'k']
            : [1, 'one'];
  const shown = largest / divisor;
  const decimals = shown >= 100 || shown === 0 ? 0 : shown >= 10 ? 1 : decimalsFor(shown);
  return (value) =>
    value === null
      ? '–'
      : unbroken(text('report.short', { multiple, value: formatNumber(value / divisor, decimals) }));
}

function largestOf(values: readonly (Value | undefined)[]): number {
  return values.reduce<number>((most, value) => Math.max(most, Math.abs(value ?? 0)), 0);
}

/** Two decimals, or for less than one as many as show three digits. */
function decimalsFor(size: number): number {
  return size >= 1 ? 2 : Math.min(8, 2 - Math.floor(Math.log10(size)));
}

/** A share as it is written in a table. */
export function percent(value: number): string {
  return `${formatNumber(100 * value, Number.isInteger(Math.round(value * 1e6) / 1e4) ? 0 : 1)} %`;
}

/** What is left of a zero by calculating. */
const NOTHING = 1e-9;

const PLAIN = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 });

/** A number whose unit its label says: whole above a thousand, otherwise three digits. */
export function plainNumber(value: Value): string {
  if (value === null) return '–';
  if (Math.abs(value) < NOTHING) return '0';
  return Math.abs(value) >= 1_000 ? formatNumber(value, 0) : PLAIN.format(value).replace('-', '−');
}
