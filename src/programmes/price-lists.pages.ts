import { z } from 'zod';
import { identity, identityParams } from '../organisations/organisations.contract.js';
import { PUBLIC } from '../platform/http/mount.js';
import { pageQuery } from '../platform/http/pages-of.js';
import { Problem } from '../platform/http/problem.js';
import { formatDate, formatNumber } from '../platform/locale/format.js';
import { text } from '../platform/locale/text.js';
import { type FieldError, fieldErrors, fieldViews } from '../platform/pages/form-fields.js';
import { type AnyPageRoute, pageRoute, type PageReply, uploadedFile } from '../platform/pages/page-route.js';
import { refusalsOf } from '../platform/refusal.js';
import { TABLE_LIMITS } from '../platform/tables/table.js';
import { templateFile } from './price-list-reading/template.js';
import { LISTED, priceView, problemView, uploadFields } from './price-list-views.js';
import {
  priceListName,
  priceListSettings,
  type PriceListShown,
  versionField,
} from './price-lists.contract.js';
import { listPriceLists, removePriceList, showPriceList } from './price-lists.service.js';
import { confirmUpload, discardUpload, keepUpload, previewUpload } from './price-uploads.service.js';
import { entriesQuery } from './prices.contract.js';
import { listPrices } from './prices.service.js';

const read = 'prices:read';
const write = 'prices:write';
const settings = z.strictObject({ name: priceListName, ...priceListSettings.shape });
const uploadForm = z.strictObject({
  ...Object.fromEntries(Object.keys(settings.shape).map((name) => [name, z.string().max(5_000)])),
  file: uploadedFile,
});

type Values = Readonly<Record<string, unknown>>;

/** The page of all lists, with the form that loads one. */
async function listsPage(
  actor: Parameters<typeof listPriceLists>[0],
  cursor: string | undefined,
  values: Values = {},
  errors: readonly FieldError[] = [],
  formError: string | null = null,
): Promise<PageReply> {
  const query = pageQuery.parse({ limit: LISTED, ...(cursor !== undefined && { cursor }) });
  const { items, next } = await listPriceLists(actor, query);
  return {
    template: 'price-lists',
    title: text('page.prices.title'),
    status: errors.length > 0 || formError !== null ? 422 : 200,
    view: {
      lists: items.map(({ id, name, kind, country, version, changedAt }) => ({
        href: `/price-lists/${id}`,
        name,
        kind: text(`page.prices.kind.${kind}`),
        country,
        version: text('page.prices.versionNumber', { version: String(version) }),
        changed: formatDate(changedAt.slice(0, 10)),
      })),
      older: next === undefined ? null : `/price-lists?${new URLSearchParams({ cursor: next }).toString()}`,
      mayAdd: actor.actions.has(write),
      limit: text('page.prices.limit', { size: TABLE_LIMITS.bytes / (1024 * 1024) }),
      fields: fieldViews(uploadFields(), values, errors),
      formError: formError ?? (errors.length > 0 ? text('page.form.wrong', { count: errors.length }) : null),
    },
  };
}

const uploads: readonly AnyPageRoute[] = [
  pageRoute({
    method: 'get',
    path: '/price-lists',
    summary: 'Your own price lists',
    access: read,
    query: z.strictObject({ cursor: pageQuery.shape.cursor }),
    handle: ({ actor, query: { cursor } }) => listsPage(actor, cursor),
  }),
  pageRoute({
    method: 'post',
    path: '/price-lists',
    summary: 'Send a file of prices, to be looked at before it is saved',
    access: write,
    form: uploadForm,
    upload: TABLE_LIMITS.bytes,
    binary: true,
    async handle({ actor, form: { file, ...values } }) {
      const parsed = settings.safeParse(values);
      if (!parsed.success) {
        return listsPage(
          actor,
          undefined,
          values,
          fieldErrors(refusalsOf(parsed.error.issues, values), values),
        );
      }
      if (file.bytes.length === 0) {
        return listsPage(actor, undefined, values, [{ name: 'file', message: text('table.refusal.empty') }]);
      }
      const { name, ...said } = parsed.data;
      const id = await keepUpload(actor, name, file.name.slice(0, 200), file.bytes, said);
      return { redirect: `/price-lists/uploads/${id}` };
    },
  }),
  // Before the lists by identity, whose path they would fit.
  pageRoute({
    method: 'get',
    path: '/price-lists/template.csv',
    summary: 'The template of a price list',
    access: PUBLIC,
    handle: () => ({ file: templateFile(), type: 'text/csv; charset=utf-8', saveAs: 'prices.csv' }),
  }),
  pageRoute({
    method: 'get',
    path: '/price-lists/uploads/{id}',
    summary: 'What a file would become as a price list; nothing is saved yet',
    access: write,
    params: identityParams,
    async handle({ actor, params: { id } }) {
      try {
        const { name, settings: said, preview } = await previewUpload(actor, id);
        const { problems, problemCount, compared, version, prices, notes, first, sha256, fileName } = preview;
        const counts = { ...compared, version: String(version), name };
        return {
          template: 'price-preview',
          title: text('page.preview.title'),
          status: problemCount > 0 ? 422 : 200,
          view: {
            id,
            good: problemCount === 0,
            before: String(version - 1),
            refusal: null,
            name,
            summary:
              problemCount > 0
                ? null
                : text(version === 1 ? 'page.preview.new' : 'page.preview.next', counts),
            prices: text('page.preview.prices', { count: prices }),
            facts: [
              { label: text('page.prices.file'), value: fileName },
              { label: text('page.prices.source'), value: said.source },
              { label: text('page.prices.licence'), value: said.licence },
              { label: text('page.prices.hash'), value: sha256 },
            ],
            problemsTitle: text('page.preview.problems', { count: problemCount }),
            problems: problems.slice(0, 200).map(problemView),
            more: problemCount > 200 ? text('page.preview.more', { count: problemCount - 200 }) : null,
            notes,
            first: first.map((entry) => priceView(entry)),
            firstTitle: text('page.preview.first', { count: first.length }),
          },
        };
      } catch (error) {
        if (error instanceof Problem && error.kind === 'invalid') return unreadable(id, error);
        throw error;
      }
    },
  }),
  pageRoute({
    method: 'post',
    path: '/price-lists/uploads/{id}',
    summary: 'Save the file that was looked at',
    access: write,
    params: identityParams,
    form: z.strictObject({ version: versionField }),
    async handle({ actor, params: { id }, form: { version } }) {
      const list = await confirmUpload(actor, id, version);
      return { redirect: `/price-lists/${list.id}` };
    },
  }),
  pageRoute({
    method: 'post',
    path: '/price-lists/uploads/{id}/discard',
    summary: 'Forget the file that was looked at',
    access: write,
    params: identityParams,
    async handle({ actor, params: { id } }) {
      await discardUpload(actor, id);
      return { redirect: '/price-lists' };
    },
  }),
];

/** The preview of a file that cannot be read at all. */
const unreadable = (id: string, { errors }: Problem): PageReply => ({
  template: 'price-preview',
  title: text('page.preview.title'),
  status: 422,
  view: {
    id,
    good: false,
    refusal: errors.map(({ detail }) => detail).join(' '),
    name: '',
    summary: null,
    prices: null,
    facts: [],
    problems: [],
    more: null,
    notes: [],
    first: [],
  },
});

const lists: readonly AnyPageRoute[] = [
  pageRoute({
    method: 'get',
    path: '/price-lists/{id}',
    summary: 'A price list with its prices',
    access: read,
    params: identityParams,
    query: z.strictObject({
      version: entriesQuery.shape.version,
      cursor: entriesQuery.shape.cursor,
      find: z.string().trim().max(100).optional(),
    }),
    async handle({ actor, params: { id }, query }) {
      const list = await showPriceList(actor, id);
      const number = query.version ?? list.version;
      const find = query.find === '' ? undefined : query.find;
      const { items, next } = await listPrices(actor, id, {
        limit: 50,
        version: number,
        ...(find !== undefined && { find }),
        ...(query.cursor !== undefined && { cursor: query.cursor }),
      });
      const address = (more: Readonly<Record<string, string>>): string =>
        `/price-lists/${id}?${new URLSearchParams({ version: String(number), ...(find !== undefined && { find }), ...more }).toString()}`;
      return {
        template: 'price-list',
        title: list.name,
        view: {
          ...listView(list, number),
          find: find ?? '',
          prices: items.map((price) => ({
            ...priceView(price),
            citation: price.citation,
            service: JSON.stringify(price.asService, null, 2),
          })),
          noneFound: find !== undefined && items.length === 0,
          following: next === undefined ? null : address({ cursor: next }),
          firstPage: query.cursor === undefined ? null : address({}),
          mayRemove: actor.actions.has('prices:remove') && list.kind === 'file',
        },
      };
    },
  }),
  pageRoute({
    method: 'post',
    path: '/price-lists/{id}/remove',
    summary: 'Remove a price list for good',
    access: 'prices:remove',
    params: z.strictObject({ id: identity }),
    form: z.strictObject({ version: versionField }),
    async handle({ actor, params: { id }, form: { version } }) {
      await removePriceList(actor, id, version);
      return { redirect: '/price-lists' };
    },
  }),
];

function listView({ id, name, kind, country, version, versions }: PriceListShown, number: number): object {
  const shown = versions.find((one) => one.number === number);
  return {
    id,
    name,
    kind: text(`page.prices.kind.${kind}`),
    country,
    newest: String(version),
    number: String(number),
    isNewest: number === version,
    count: text('page.preview.prices', { count: shown?.prices ?? 0 }),
    facts: shown
      ? [
          { label: text('page.prices.source'), value: shown.source },
          { label: text('page.prices.licence'), value: shown.licence },
          ...(shown.fileName === null ? [] : [{ label: text('page.prices.file'), value: shown.fileName }]),
          { label: text('page.prices.hash'), value: shown.sha256 },
        ]
      : [],
    versions: versions.map((one) => ({
      href: `/price-lists/${id}?version=${one.number}`,
      label: text('page.prices.versionNumber', { version: String(one.number) }),
      shown: one.number === number,
      made: formatDate(one.createdAt.slice(0, 10)),
      prices: formatNumber(one.prices),
    })),
  };
}

export const priceListPages: readonly AnyPageRoute[] = [...uploads, ...lists];
