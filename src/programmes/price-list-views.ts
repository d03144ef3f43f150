import { formatDate, formatNumber } from '../platform/locale/format.js';
import { text } from '../platform/locale/text.js';
import type { Field } from '../platform/pages/form-fields.js';
import { countries } from '../reference/countries.js';
import { daysOf } from '../reference/price-years.js';
import { LAYOUTS, type PriceEntry, type PricePreview } from './price-lists.contract.js';

/** How many lists or requests one page of a list shows. */
export const LISTED = '50';

const LEAST_DIGIT = 6;

const known = (): string => countries.map(({ code, name }) => `${code} ${name}`).join(', ');

/** What is asked about a file of prices. */
export const uploadFields = (): readonly Field[] => [
  {
    name: 'file',
    label: text('page.prices.file'),
    type: 'file',
    accept: '.csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  { name: 'name', label: text('page.prices.name'), hint: text('page.prices.nameHint'), longest: 200 },
  {
    name: 'layout',
    label: text('page.prices.layout'),
    type: 'choice',
    choices: LAYOUTS.map((value) => ({ value, label: text(`page.prices.layout.${value}`) })),
  },
  {
    name: 'country',
    label: text('page.prices.country'),
    hint: text('page.prices.countryHint', { countries: known() }),
    longest: 2,
  },
  {
    name: 'currency',
    label: text('page.prices.currency'),
    hint: text('page.prices.currencyHint'),
    longest: 3,
  },
  {
    name: 'source',
    label: text('page.prices.source'),
    hint: text('page.prices.sourceHint'),
    type: 'paragraph',
    longest: 2_000,
  },
  {
    name: 'licence',
    label: text('page.prices.licence'),
    hint: text('page.prices.licenceHint'),
    type: 'paragraph',
    longest: 2_000,
  },
];

/** A price to its last digit: it is cited, and not a result to be read at a glance. */
export function priceText(price: number, currency: string): string {
  const [, decimals = ''] = String(price).split('.');
  const shown = decimals === '' ? 0 : Math.min(Math.max(decimals.length, 2), LEAST_DIGIT);
  return `${currency} ${formatNumber(price, shown)}`;
}

/** A price as a row of a page. */
export function priceView(entry: PriceEntry): {
  readonly code: string;
  readonly [part: string]: unknown;
} {
  const { code, description, unit, agency, price, shortRunMarginal, currency, priceYear, from, to } = entry;
  const { valueType, kind, level, source, category, theme, comment, quality } = entry;
  const year = daysOf(priceYear);
  const whole = year.from === from && year.to === to;
  const marks = [
    valueType && text(`page.prices.valueType.${valueType}`),
    kind === 'transfer' ? text('page.prices.transfer') : null,
    level && level !== 'headline' ? text(`page.prices.level.${level}`) : null,
    quality === null ? null : text('page.prices.quality', { quality }),
  ];
  return {
    code,
    description,
    where: [theme, category].filter((part) => part !== null).join(' · ') || null,
    marks: marks.filter((mark) => mark !== null).join(', ') || null,
    price: priceText(price, currency),
    unit,
    shortRun:
      shortRunMarginal === null
        ? null
        : text('page.prices.shortRun', { price: priceText(shortRunMarginal, currency) }),
    when: whole ? String(priceYear) : `${formatDate(from)} – ${formatDate(to)}`,
    agency: agency ?? '–',
    source,
    comment,
  };
}

/** A problem as a row of a page. */
export const problemView = ({
  sheet,
  row,
  column,
  value,
  message,
  mend,
}: PricePreview['problems'][number]): object => ({
  place:
    [sheet, row === null ? '' : text('page.preview.row', { row: String(row) }), column ?? '']
      .filter((part) => part !== '')
      .join(', ') || '–',
  value: value ?? '–',
  message,
  mend,
});
