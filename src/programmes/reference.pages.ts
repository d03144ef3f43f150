import { z } from 'zod';
import { PUBLIC } from '../platform/http/mount.js';
import { formatDate, formatMoney, formatNumber } from '../platform/locale/format.js';
import { text } from '../platform/locale/text.js';
import { type AnyPageRoute, pageRoute } from '../platform/pages/page-route.js';
import { agencyOf } from '../reference/agencies.js';
import { countries, factsOf } from '../reference/countries.js';
import { discountSchedules } from '../reference/discount-schedules.js';
import { indexSeries, missingSeries } from '../reference/index-series.js';
import { daysOf } from '../reference/price-years.js';
import { taxParameters, termOfOffice } from '../reference/public-finance.js';
import type { Country, Verified } from '../reference/unit-price.js';
import { country, type PriceShown, type ServiceShown } from './reference.contract.js';
import { ofCountry } from './reference.service.js';

/** What services cost: for people to read, without signing in. */
export const referencePages: readonly AnyPageRoute[] = [
  pageRoute({
    method: 'get',
    path: '/reference',
    summary: 'Reference data: countries, price indices, discount rates',
    access: PUBLIC,
    handle: () => ({ template: 'reference', title: text('page.reference.title'), view: startView() }),
  }),
  pageRoute({
    method: 'get',
    path: '/reference/{country}',
    summary: 'What services cost in a country',
    access: PUBLIC,
    params: z.strictObject({ country }),
    handle: ({ params }) => ({
      template: 'reference-country',
      title: titleOf(params.country),
      view: countryView(params.country),
    }),
  }),
];

const titleOf = (code: Country): string =>
  text('page.reference.country', { country: text(`page.reference.countryIn.${code}`) });

const VERIFIED: readonly Verified[] = ['publisher-seen', 'secondary', 'unverified'];

const percent = (share: number): string =>
  formatNumber(share * 100, 2)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');

function startView(): object {
  return {
    countries: countries.map(({ code, name }) => {
      const { services } = ofCountry(code);
      const found = services.filter(({ prices }) => prices.length > 0).length;
      return {
        name,
        href: `/reference/${code}`,
        found: text('page.reference.found', { found, all: services.length }),
      };
    }),
    verified: VERIFIED.map((how) => ({
      name: text(`page.reference.verified.${how}`),
      what: text(`page.reference.verifiedWhat.${how}`),
    })),
    series: indexSeries.map(({ title, base, values, forecastFrom, source }) => {
      const years = Object.keys(values).sort();
      return {
        title,
        base,
        span: text('page.reference.spanText', { from: years[0] ?? '', to: years.at(-1) ?? '' }),
        forecast: forecastFrom === null ? null : text('page.reference.forecast', { year: forecastFrom }),
        source: sourceView(source),
      };
    }),
    noSeries: missingSeries.map(({ publisher, series, country: code }) => ({
      words: text('page.reference.noSeriesOf', {
        country: factsOf(code).name,
        series,
        publisher,
      }),
    })),
    rates: discountSchedules.map(({ title, bands, asOf, source }) => ({
      title,
      asOf: text('page.reference.asOf', { year: String(asOf) }),
      rates: bands.map(({ untilYear, rate }) => rateText(untilYear, rate, bands.length)).join(', '),
      source: sourceView(source),
    })),
  };
}

function rateText(untilYear: number | null, rate: number, bands: number): string {
  const share = percent(rate);
  if (untilYear !== null) return text('page.reference.rateUntil', { rate: share, year: untilYear });
  return text(bands === 1 ? 'page.reference.rateAlways' : 'page.reference.rateAfter', { rate: share });
}

function countryView(code: Country): object {
  const { services, currency } = ofCountry(code);
  const found = services.filter(({ prices }) => prices.length > 0).length;
  const fields = [...new Set(services.map(({ field }) => field))] as Field[];
  return {
    title: titleOf(code),
    lead: text('page.reference.countryLead', {
      found,
      all: services.length,
      rest: services.length - found,
    }),
    fields: fields.map((field) => ({
      title: text(`page.reference.field.${field}`),
      caption: text('page.reference.caption', { field: text(`page.reference.field.${field}`), currency }),
      rows: services.filter((service) => service.field === field).map((service) => rowView(code, service)),
    })),
    facts: factsView(code),
  };
}

type Field = 'care of addiction' | 'health' | 'justice' | 'housing' | 'income' | 'work and social services';

function rowView(code: Country, service: ServiceShown): object {
  const { name, unit, kind, publisher, list, prices } = service;
  const [first, ...more] = prices;
  const agency = agencyOf(code, first?.agency ?? '') ?? service.agency;
  return {
    name,
    transfer: kind === 'transfer' ? text('page.reference.transfer') : null,
    payer: agency.name,
    payerEn: agency.nameEn === agency.name ? null : agency.nameEn,
    first: first ? priceView(first, service) : null,
    perUnit: text('page.reference.perUnit', { unit }),
    publisher,
    list,
    more:
      more.length === 0
        ? null
        : {
            label: text('page.reference.more', { count: more.length }),
            prices: more.map((price) => priceView(price, service)),
          },
  };
}

function priceView(price: PriceShown, { name, unit }: ServiceShown): object {
  const { description, printed, currency, priceYear, holdsFrom, holdsTo, source } = price;
  const year = daysOf(priceYear);
  const whole = year.from === holdsFrom && year.to === holdsTo;
  return {
    value: formatMoney(price.price, currency),
    perUnit: text('page.reference.perUnit', { unit }),
    what: description === name ? null : description,
    printed: printed
      ? text('page.reference.printed', { price: formatMoney(printed.price, currency), unit: printed.unit })
      : null,
    when: whole
      ? String(priceYear)
      : text('page.reference.fromTo', { from: formatDate(holdsFrom), to: formatDate(holdsTo) }),
    source: sourceView(source),
  };
}

function sourceView({ title, publisher, url, verified, note }: PriceShown['source']): object {
  return {
    title,
    publisher,
    href: url ?? null,
    verified: text(`page.reference.verified.${verified}`),
    doubtful: verified === 'unverified',
    note: note ?? null,
  };
}

function factsView(code: Country): readonly object[] {
  const taxes = taxParameters
    .filter((tax) => tax.country === code)
    .map(({ what, share, description, publisher, source, validFrom, validTo }) => ({
      name: text(`page.reference.tax.${what}`),
      words:
        share === null
          ? text('page.reference.askShare', { publisher, description })
          : text('page.reference.share', {
              share: percent(share),
              description,
              from: formatDate(validFrom ?? ''),
              to: formatDate(validTo ?? ''),
            }),
      open: share === null,
      source: source ? sourceView(source) : null,
    }));
  const term = termOfOffice(code);
  const terms = term
    ? [
        {
          name: text('page.reference.term'),
          words: text('page.reference.termText', { years: term.years, body: term.body }),
          open: false,
          source: sourceView(term.source),
        },
      ]
    : [];
  const series = indexSeries
    .filter((one) => one.country === code)
    .map((one) => {
      const years = Object.keys(one.values).sort();
      const span = text('page.reference.spanText', { from: years[0] ?? '', to: years.at(-1) ?? '' });
      return {
        name: text('page.reference.index'),
        words: `${one.title}, ${span}`,
        open: false,
        source: sourceView(one.source),
      };
    });
  const missing = missingSeries
    .filter((one) => one.country === code)
    .map((one) => ({
      name: text('page.reference.index'),
      words: text('page.reference.noSeries', { series: one.series, publisher: one.publisher }),
      open: true,
      source: null,
    }));
  return [...taxes, ...terms, ...series, ...missing];
}
