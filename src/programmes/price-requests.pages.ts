import { z } from 'zod';
import { identityParams } from '../organisations/organisations.contract.js';
import type { Actor } from '../platform/http/actor.js';
import { pageQuery } from '../platform/http/pages-of.js';
import { formatDate } from '../platform/locale/format.js';
import { LETTER_LANGUAGES } from '../platform/locale/letters.js';
import { text } from '../platform/locale/text.js';
import { type FieldError, fieldErrors, fieldViews } from '../platform/pages/form-fields.js';
import { type AnyPageRoute, pageRoute, type PageReply } from '../platform/pages/page-route.js';
import { refusalsOf } from '../platform/refusal.js';
import { letterAsText, priceLetter } from './price-letter.service.js';
import { readNumber } from './price-list-reading/numbers.js';
import { readPriceYear } from './price-list-reading/period.js';
import { LISTED, priceText } from './price-list-views.js';
import { answerFields, askedFor, requestFields } from './price-request-views.js';
import { versionField } from './price-lists.contract.js';
import { priceAnswer, priceRequestNew, type PriceRequestShown } from './price-requests.contract.js';
import {
  addPriceRequest,
  answerPriceRequest,
  listPriceRequests,
  removePriceRequest,
  showPriceRequest,
  withdrawPriceRequest,
} from './price-requests.service.js';
import { Problem } from '../platform/http/problem.js';

const read = 'prices:read';
const write = 'prices:write';

type Values = Readonly<Record<string, string>>;

/** Fields of a form as they were typed; what is wrong with them is told beside them. */
const typed = (names: readonly string[]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, z.string().max(2_000).default('')])));

const requestForm = typed(requestFields().map(({ name }) => name));
const answerForm = z.strictObject({
  version: z.string().regex(/^\d{1,6}$/),
  ...typed(answerFields('').map(({ name }) => name)).shape,
});
/** What was filled in: a field that was left empty was not. */
const filled = (values: Values): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));

const yearOf = (value: unknown): unknown =>
  typeof value === 'string' ? (readPriceYear(value) ?? value) : value;

const formError = (errors: readonly FieldError[]): string | null =>
  errors.length > 0 ? text('page.form.wrong', { count: errors.length }) : null;

const requestPage = (values: Values, errors: readonly FieldError[] = []): PageReply => ({
  template: 'price-request-new',
  title: text('page.requests.new'),
  status: errors.length > 0 ? 422 : 200,
  view: { fields: fieldViews(requestFields(), values, errors), formError: formError(errors) },
});

function answerPage(
  request: PriceRequestShown,
  values: Values,
  errors: readonly FieldError[] = [],
): PageReply {
  return {
    template: 'price-answer',
    title: text('page.answer.title'),
    status: errors.length > 0 ? 422 : 200,
    view: {
      id: request.id,
      what: request.what,
      agency: request.agency,
      version: String(request.version),
      fields: fieldViews(answerFields(request.currency), values, errors),
      formError: formError(errors),
    },
  };
}

const asking: readonly AnyPageRoute[] = [
  pageRoute({
    method: 'get',
    path: '/price-requests',
    summary: 'Prices you have asked for',
    access: read,
    query: z.strictObject({ cursor: pageQuery.shape.cursor }),
    async handle({ actor, query: { cursor } }) {
      const query = pageQuery.parse({ limit: LISTED, ...(cursor !== undefined && { cursor }) });
      const { items, next } = await listPriceRequests(actor, query);
      return {
        template: 'price-requests',
        title: text('page.requests.title'),
        view: {
          requests: items.map(({ id, what, agency, country, year, state, createdAt }) => ({
            href: `/price-requests/${id}`,
            ...{ what, agency, country },
            year: String(year),
            state: text(`page.requests.state.${state}`),
            waiting: state === 'asked',
            made: formatDate(createdAt.slice(0, 10)),
          })),
          older:
            next === undefined ? null : `/price-requests?${new URLSearchParams({ cursor: next }).toString()}`,
          mayAsk: actor.actions.has(write),
        },
      };
    },
  }),
  pageRoute({
    method: 'get',
    path: '/price-requests/new',
    summary: 'Request a price; what is known of the service is filled in',
    access: write,
    query: z.strictObject({
      country: z.string().max(2).optional(),
      service: z.string().max(100).optional(),
      year: z.string().max(12).optional(),
    }),
    handle: ({ query }) => requestPage(askedFor(query.country ?? '', query.service ?? '', query.year ?? '')),
  }),
  pageRoute({
    method: 'post',
    path: '/price-requests',
    summary: 'Make a price request and its letter',
    access: write,
    form: requestForm,
    async handle({ actor, form }) {
      const values = form as Values;
      const given = { ...filled(values), ...('year' in filled(values) && { year: yearOf(values['year']) }) };
      const parsed = priceRequestNew.safeParse(given);
      if (!parsed.success)
        return requestPage(values, fieldErrors(refusalsOf(parsed.error.issues, given), values));
      return orErrors(
        values,
        async () => ({ redirect: `/price-requests/${(await addPriceRequest(actor, parsed.data)).id}` }),
        (errors) => requestPage(values, errors),
      );
    },
  }),
];

const answering: readonly AnyPageRoute[] = [
  pageRoute({
    method: 'get',
    path: '/price-requests/{id}',
    summary: 'A price request: its letter, and its answer',
    access: read,
    params: identityParams,
    query: z.strictObject({ language: z.enum(LETTER_LANGUAGES).default('en') }),
    async handle({ actor, params: { id }, query: { language } }) {
      const request = await showPriceRequest(actor, id);
      const letter = await priceLetter(actor, id, language);
      return {
        template: 'price-request',
        title: `${letter.title}: ${request.what}`,
        view: { ...requestView(actor, request), letter, languages: languagesOf(id, language), language },
      };
    },
  }),
  pageRoute({
    method: 'get',
    path: '/price-requests/{id}/letter.txt',
    summary: 'The letter of a price request as text',
    access: read,
    params: identityParams,
    query: z.strictObject({ language: z.enum(LETTER_LANGUAGES).default('en') }),
    async handle({ actor, params: { id }, query: { language } }) {
      const file = letterAsText(await priceLetter(actor, id, language));
      return { file, type: 'text/plain; charset=utf-8' };
    },
  }),
  pageRoute({
    method: 'get',
    path: '/price-requests/{id}/answer',
    summary: 'The form for the answer of an agency',
    access: write,
    params: identityParams,
    async handle({ actor, params: { id } }) {
      const request = await showPriceRequest(actor, id);
      const { answer, unit, year } = request;
      const values: Record<string, string> = { unit, priceYear: String(year) };
      if (answer) {
        values['price'] = plainNumber(answer.price);
        values['unit'] = answer.unit;
        values['priceYear'] = String(answer.priceYear);
        values['date'] = answer.date;
        values['answeredBy-name'] = answer.answeredBy.name;
        values['answeredBy-office'] = answer.answeredBy.office;
        if (answer.shortRunMarginal !== undefined)
          values['shortRunMarginal'] = plainNumber(answer.shortRunMarginal);
        if (answer.includes !== undefined) values['includes'] = answer.includes;
        if (answer.document !== undefined) values['document'] = answer.document;
      }
      return answerPage(request, values);
    },
  }),
  pageRoute({
    method: 'post',
    path: '/price-requests/{id}/answer',
    summary: 'Take the answer of an agency in',
    access: write,
    params: identityParams,
    form: answerForm,
    async handle({ actor, params: { id }, form }) {
      const { version, ...values } = form as Values & { readonly version: string };
      const request = await showPriceRequest(actor, id);
      const { given, errors } = answerFrom(values);
      const parsed = priceAnswer.safeParse(given);
      if (!parsed.success) {
        const others = fieldErrors(refusalsOf(parsed.error.issues, given), values);
        const named = new Set(errors.map(({ name }) => name));
        return answerPage(request, values, [...errors, ...others.filter(({ name }) => !named.has(name))]);
      }
      if (errors.length > 0) return answerPage(request, values, errors);
      return orErrors(
        values,
        async () => {
          await answerPriceRequest(actor, id, Number(version), parsed.data);
          return { redirect: `/price-requests/${id}` };
        },
        (wrong) => answerPage(request, values, wrong),
      );
    },
  }),
  pageRoute({
    method: 'post',
    path: '/price-requests/{id}/withdraw',
    summary: 'Withdraw a price request',
    access: write,
    params: identityParams,
    form: z.strictObject({ version: versionField }),
    async handle({ actor, params: { id }, form: { version } }) {
      await withdrawPriceRequest(actor, id, version, undefined);
      return { redirect: `/price-requests/${id}` };
    },
  }),
  pageRoute({
    method: 'post',
    path: '/price-requests/{id}/remove',
    summary: 'Remove a price request with the name of who answered it',
    access: write,
    params: identityParams,
    async handle({ actor, params: { id } }) {
      await removePriceRequest(actor, id);
      return { redirect: '/price-requests' };
    },
  }),
];

/** A number as it may be typed: 312.125 might be read in two ways, 312.1250 in one. */
const plainNumber = (value: number): string =>
  String(value).replace(/^\d{1,3}\.\d{3}$/, (written) => `${written}0`);

/** An answer from the fields of its form; numbers as people write them. */
function answerFrom(values: Values): { readonly given: object; readonly errors: readonly FieldError[] } {
  const {
    price,
    shortRunMarginal,
    priceYear,
    'answeredBy-name': name,
    'answeredBy-office': office,
    ...rest
  } = filled(values);
  const errors: FieldError[] = [];
  const amount = (field: string, value: unknown): number | undefined => {
    if (typeof value !== 'string') return undefined;
    const written = readNumber(value);
    if (written && 'value' in written) return written.value;
    errors.push({ name: field, message: text('page.answer.number') });
    return undefined;
  };
  const [average, marginal] = [amount('price', price), amount('shortRunMarginal', shortRunMarginal)];
  const given = {
    ...rest,
    ...(average !== undefined && { price: average }),
    ...(marginal !== undefined && { shortRunMarginal: marginal }),
    ...(priceYear !== undefined && { priceYear: yearOf(priceYear) }),
    answeredBy: { ...(name !== undefined && { name }), ...(office !== undefined && { office }) },
  };
  return { given, errors };
}

/** Does what a form asks; what is refused of it is told beside its fields. */
async function orErrors(
  values: Values,
  job: () => Promise<PageReply>,
  again: (errors: readonly FieldError[]) => PageReply,
): Promise<PageReply> {
  try {
    return await job();
  } catch (error) {
    if (!(error instanceof Problem) || error.kind !== 'invalid') throw error;
    const refusals = error.errors.map(({ pointer, detail }) => ({ pointer, message: detail }));
    return again(fieldErrors(refusals, values));
  }
}

const languagesOf = (id: string, shown: string): readonly object[] =>
  LETTER_LANGUAGES.map((language) => ({
    label: text(`page.request.language.${language}`),
    href: `/price-requests/${id}?language=${language}`,
    shown: language === shown,
  }));

function requestView(actor: Actor, request: PriceRequestShown): object {
  const { id, state, version, answer, list, currency, withdrawn } = request;
  const { price, shortRunMarginal, unit, priceYear, includes, document, answeredBy, date } = answer ?? {};
  return {
    id,
    state: text(`page.requests.state.${state}`),
    version: String(version),
    mayAnswer: actor.actions.has(write),
    mayWithdraw: actor.actions.has(write) && state === 'asked',
    answerLabel: text(answer ? 'page.request.correct' : 'page.request.answer'),
    reason:
      withdrawn?.reason === null || withdrawn === null
        ? null
        : text('page.request.reason', { reason: withdrawn.reason }),
    answer: answer
      ? {
          price: priceText(price ?? 0, currency),
          perUnit: text('page.request.perUnit', { unit: unit ?? '', year: String(priceYear) }),
          shortRun:
            shortRunMarginal === undefined
              ? null
              : text('page.prices.shortRun', { price: priceText(shortRunMarginal, currency) }),
          includes: includes ?? null,
          document: document ?? null,
          who: `${answeredBy?.name ?? ''}, ${answeredBy?.office ?? ''}`,
          date: formatDate(date ?? ''),
          href: list ? `/price-lists/${list.id}?find=${list.code}` : null,
        }
      : null,
  };
}

export const priceRequestPages: readonly AnyPageRoute[] = [...asking, ...answering];
