/** How figures are written for people; nothing that is calculated passes through here. */

const NONE = '–';
const MONEY = /^([A-Z]{3}) (\d{4})(\/person)?$/;

/** A number with a fixed count of decimals, in the reader's way of writing. */
export function formatNumber(value: number | null, decimals = 0, locale = 'en-GB'): string {
  if (value === null) return NONE;
  const text = new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
  return text.replace(/^-(?=0([.,]0*)?$)/, '').replace('-', '−');
}

/** Money with its currency code in front; whole units above a thousand. */
export function formatMoney(value: number | null, currency: string, locale = 'en-GB'): string {
  if (value === null) return NONE;
  return `${currency} ${formatNumber(value, Math.abs(value) >= 1_000 ? 0 : 2, locale)}`;
}

const DIGITS_SHOWN = 6;

/** Units that a label says already: counts, months, and units of a service for each person. */
const BARE: readonly string[] = ['1', '1/person', 'person', 'month'];

/** Any figure by its unit: money, months, shares and plain numbers. */
export function formatValue(value: number | null, unit: string, locale = 'en-GB'): string {
  if (value === null) return NONE;
  const money = MONEY.exec(unit);
  if (money) return `${formatMoney(value, money[1] ?? '', locale)}${money[3] ? ' per person' : ''}`;
  const text = new Intl.NumberFormat(locale, { maximumSignificantDigits: DIGITS_SHOWN })
    .format(value)
    .replace('-', '−');
  return BARE.includes(unit) ? text : `${text} ${unit}`;
}

/** A civil date (YYYY-MM-DD) in words. */
export function formatDate(date: string, locale = 'en-GB'): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
}
