import { formatMoney, formatNumber } from '../../platform/locale/format.js';
import { type PriceFound, priceOf, type PriceRefusal } from '../../reference/lookup.js';
import { isRefusal } from '../../reference/refusal.js';
import { print } from '../exit.js';
import { countryFrom, misused, type Part, refusing, timeFrom } from './part.js';
import { priceLine } from './services.js';

export const pricePart: Part = {
  name: 'price',
  usage: 'price COUNTRY SERVICE YEAR|DAY [--variant NAME] [--json]',
  purpose: 'The price of a service at a time; another year than those it is known for is refused.',
  options: { json: { type: 'boolean' }, variant: { type: 'string' } },
  run([code, service, at, ...more], { json, variant }) {
    const country = countryFrom(code);
    if (service === undefined || at === undefined || more.length > 0) throw misused(pricePart);
    const kind = typeof variant === 'string' ? variant : undefined;
    const answer = priceOf(country, service, timeFrom(at), kind);
    if (isRefusal(answer)) throw refusing(answer, json === true, nearestLines(answer));
    print(json === true ? JSON.stringify(answer, null, 2) : linesOf(answer).join('\n'));
  },
};

function linesOf({ price, covered }: PriceFound): readonly string[] {
  const { description, printed, source, currency } = price;
  return [
    description,
    `${priceLine(price)}, from ${covered.from} to ${covered.to}`,
    ...(printed
      ? [`worked out from ${formatMoney(printed.price, currency)} per ${printed.unit}, as printed`]
      : []),
    ...(source ? [`source: ${source.title}; ${source.publisher}`] : []),
    ...(source?.url === undefined ? [] : [`        ${source.url}`]),
    ...(source?.note === undefined ? [] : [`note: ${source.note}`]),
  ];
}

const FACTOR_DIGITS = 6;

function nearestLines({ nearest }: PriceRefusal): readonly string[] {
  if (!nearest) return [];
  const { price, step } = nearest;
  const { currency } = price;
  return [
    `The nearest: ${priceLine(price)}.`,
    ...(step
      ? [
          `A step you may take and must name: × ${formatNumber(step.factor, FACTOR_DIGITS)} (${step.series}, ${step.from} to ${step.to}${step.forecast ? ', a forecast' : ''}) = ${formatMoney(step.result, currency)}.`,
        ]
      : []),
  ];
}
