import { factsOf } from './countries.js';
import { type IndexFactor, indexFactorOf } from './index-series.js';
import {
  type Covered,
  coverageOf,
  daysBetween,
  daysOf,
  isCivilDate,
  isFinancialYear,
  sameKind,
} from './price-years.js';
import { isRefusal, type Refusal, refusal } from './refusal.js';
import { serviceOf, services } from './service-catalogue.js';
import type { Country, PriceYear, UnitPrice } from './unit-price.js';
import { pricesFound, serviceRowsOf } from './unit-prices.js';

/** A price that holds at the time asked for. */
export interface PriceFound {
  readonly price: UnitPrice;
  /** The days on which it holds. */
  readonly covered: Covered;
}

/** The price of another year that comes nearest, with the step that would bring it to the year asked for. */
export interface NearestPrice {
  readonly price: UnitPrice;
  /** Multiply by `factor`, and say so; null for a transfer, and where no index covers both years. */
  readonly step: (IndexFactor & { readonly result: number }) | null;
}

/** Why there is no price, and what to do instead. */
export interface PriceRefusal extends Refusal {
  readonly nearest: NearestPrice | null;
  /** The kinds of the service that have a price then, where one of them must be named. */
  readonly variants: readonly string[];
}

/**
 * The price of a service in a country at a time. A price holds in the year it was true for and in no other: what is
 * asked for another year is refused, never answered with the last price known.
 *
 * @param service an id of the service catalogue
 * @param at a calendar year (2020), a financial year ("2013/14") or a day ("2024-05-01")
 * @param variant a kind of the service, as `closed`; left out: the service as a whole
 * @returns the price, or a refusal that says what is covered, who publishes the price and what to do
 */
export function priceOf(
  country: Country,
  service: string,
  at: PriceYear,
  variant?: string,
): PriceFound | PriceRefusal {
  const known = serviceOf(service);
  if (!known) {
    return withoutPrice(
      refusal(
        'unknown-service',
        `The catalogue has no service ${JSON.stringify(service)}.`,
        `Name one of ${services.map(({ id }) => id).join(', ')}.`,
      ),
    );
  }
  if (!isTime(at)) {
    return withoutPrice(
      refusal(
        'not-a-date',
        `${JSON.stringify(at)} is no year and no day.`,
        'Write a calendar year as 2020, a financial year as 2013/14, a day as 2024-05-01.',
      ),
    );
  }
  const publisher = publisherOf(country, service);
  const what = `“${known.name}” in ${inText(country)}`;
  const found = pricesFound(country, service);
  if (found.length === 0) {
    return withoutPrice(
      refusal('no-price', `No price of ${what} was found.`, askFor(country, service), { publisher }),
    );
  }
  const then = found.filter((price) => holdsAt(price, at));
  const wanted = then.find((price) => price.variant === variant);
  const covered = wanted && coverageOf(wanted);
  if (wanted && covered) return { price: wanted, covered };
  const spans = spansOf(found, variant);
  if (then.length > 0) {
    const variants = then.map((price) => price.variant ?? '').filter((name) => name !== '');
    return {
      ...refusal(
        'name-a-variant',
        `${what} has prices by kind ${when(at)}${variant === undefined ? '' : `, none of ${JSON.stringify(variant)}`}.`,
        `Name one of ${variants.join(', ')}${then.length > variants.length ? ', or none for the whole' : ''}.`,
        { covered: spans, publisher },
      ),
      nearest: null,
      variants,
    };
  }
  return {
    ...refusal(
      'date-not-covered',
      `There is no price of ${what} ${when(at)}; there is one for ${listed(spans)}.`,
      `${askFor(country, service)} A price of another year is used only with a conversion that the file gives.`,
      { covered: spans, publisher },
    ),
    nearest: nearestTo(country, found, at, variant),
    variants: [],
  };
}

const withoutPrice = (refused: Refusal): PriceRefusal => ({ ...refused, nearest: null, variants: [] });

const isTime = (at: PriceYear): boolean =>
  typeof at === 'number'
    ? Number.isInteger(at) && at >= 1000 && at <= 9999
    : isFinancialYear(at) || isCivilDate(at);

const isDay = (at: PriceYear): at is string => typeof at === 'string' && isCivilDate(at);

function holdsAt(price: UnitPrice, at: PriceYear): boolean {
  const covered = coverageOf(price);
  if (!covered) return false;
  return isDay(at) ? daysBetween(covered, at) === 0 : covered.year === at;
}

const spansOf = (prices: readonly UnitPrice[], variant: string | undefined): readonly Covered[] => {
  const fitting = prices.filter((price) => price.variant === variant);
  const spans = (fitting.length > 0 ? fitting : prices).map(coverageOf);
  const seen = new Set<PriceYear>();
  return spans.filter((span): span is Covered => {
    if (!span || seen.has(span.year)) return false;
    seen.add(span.year);
    return true;
  });
};

function nearestTo(
  country: Country,
  found: readonly UnitPrice[],
  at: PriceYear,
  variant: string | undefined,
): NearestPrice | null {
  const day = isDay(at) ? at : daysOf(at).from;
  const year: PriceYear = isDay(at) ? Number(at.slice(0, 4)) : at;
  const fitting = found.filter((price) => price.variant === variant);
  const distance = (price: UnitPrice): number => {
    const covered = coverageOf(price);
    return covered ? daysBetween(covered, day) : Infinity;
  };
  const [first, ...others] = fitting.length > 0 ? fitting : found;
  if (!first) return null;
  const price = others.reduce((best, one) => (distance(one) < distance(best) ? one : best), first);
  return { price, step: stepFor(country, price, year) };
}

function stepFor(
  country: Country,
  { price, priceYear, kind }: UnitPrice,
  to: PriceYear,
): NearestPrice['step'] {
  // A benefit is what the law says it is that year, whatever prices did.
  if (kind === 'transfer') return null;
  if (price === null || priceYear === null || !sameKind(priceYear, to)) return null;
  const factor = indexFactorOf(country, priceYear, to);
  return isRefusal(factor) ? null : { ...factor, result: price * factor.factor };
}

const publisherOf = (country: Country, service: string): string | null =>
  serviceRowsOf(country).find((row) => row.service === service)?.publisher ?? null;

function askFor(country: Country, service: string): string {
  const row = serviceRowsOf(country).find((one) => one.service === service);
  return row
    ? `Ask for it: ${row.publisher} – ${row.list}. Whoever pays can also be asked for the price it pays.`
    : 'Ask whoever pays for the price it pays.';
}

const inText = (country: Country): string =>
  country === 'UK' ? 'the United Kingdom' : factsOf(country).name;

const when = (at: PriceYear): string => (isDay(at) ? `on ${at}` : `in ${at}`);

const listed = (spans: readonly Covered[]): string =>
  spans
    .map(({ year, from, to }) => {
      const whole = daysOf(year);
      return whole.from === from && whole.to === to ? String(year) : `${from} to ${to}`;
    })
    .join(', ');
