import { text } from '../platform/locale/text.js';
import type { Field } from '../platform/pages/form-fields.js';
import { countries, isCountry } from '../reference/countries.js';
import { ofCountry } from './reference.service.js';
import { KINDS } from './price-lists.contract.js';
import { LONGEST } from './price-requests.contract.js';

/** What is asked about a price that is to be requested. */
export const requestFields = (): readonly Field[] => [
  {
    name: 'what',
    label: text('page.requests.what'),
    hint: text('page.request.whatHint'),
    longest: LONGEST.line,
  },
  {
    name: 'agency',
    label: text('page.requests.agency'),
    hint: text('page.request.agencyHint'),
    longest: LONGEST.line,
  },
  {
    name: 'country',
    label: text('page.prices.country'),
    hint: text('page.prices.countryHint', {
      countries: countries.map(({ code, name }) => `${code} ${name}`).join(', '),
    }),
    longest: 2,
  },
  { name: 'currency', label: text('page.prices.currency'), longest: 3 },
  { name: 'year', label: text('page.requests.year'), hint: text('page.request.yearHint'), longest: 12 },
  {
    name: 'unit',
    label: text('page.request.unit'),
    hint: text('page.request.unitHint'),
    longest: LONGEST.unit,
  },
  {
    name: 'kind',
    label: text('page.request.kind'),
    type: 'choice',
    choices: KINDS.map((value) => ({ value, label: text(`page.request.kind.${value}`) })),
  },
  {
    name: 'why',
    label: text('page.request.why'),
    hint: text('page.request.whyHint'),
    type: 'paragraph',
    longest: LONGEST.paragraph,
  },
  {
    name: 'replyTo',
    label: text('page.request.replyTo'),
    hint: text('page.request.replyToHint'),
    longest: LONGEST.line,
  },
  { name: 'answerBy', label: text('page.request.answerBy'), type: 'date', optional: true },
  {
    name: 'service',
    label: text('page.request.service'),
    hint: text('page.request.serviceHint'),
    optional: true,
    longest: 100,
  },
];

/** What is asked about an answer. */
export const answerFields = (currency: string): readonly Field[] => [
  { name: 'price', label: text('page.answer.average', { currency }), type: 'number', longest: 30 },
  {
    name: 'shortRunMarginal',
    label: text('page.answer.marginal'),
    type: 'number',
    longest: 30,
    optional: true,
  },
  { name: 'unit', label: text('page.request.unit'), longest: LONGEST.unit },
  { name: 'priceYear', label: text('page.requests.year'), hint: text('page.request.yearHint'), longest: 12 },
  {
    name: 'includes',
    label: text('page.request.includes'),
    type: 'paragraph',
    longest: LONGEST.paragraph,
    optional: true,
  },
  { name: 'document', label: text('page.request.document'), longest: LONGEST.line, optional: true },
  {
    name: 'answeredBy-name',
    label: text('page.answer.name'),
    hint: text('page.answer.nameHint'),
    longest: LONGEST.line,
  },
  { name: 'answeredBy-office', label: text('page.answer.office'), longest: LONGEST.line },
  { name: 'date', label: text('page.request.date'), type: 'date' },
];

/** What is known of a service in a country, as the fields of a request; what is not known stays empty. */
export function askedFor(country: string, service: string, year: string): Readonly<Record<string, string>> {
  const known = isCountry(country) ? ofCountry(country) : undefined;
  const row = known?.services.find(({ id }) => id === service);
  return {
    country,
    service,
    year,
    ...(known && { currency: known.currency }),
    ...(row && { what: row.name, unit: row.unit, kind: row.kind, agency: row.agency.name }),
  };
}
