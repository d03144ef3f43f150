import { identityParams, listOf } from '../organisations/organisations.contract.js';
import { pageQuery } from '../platform/http/pages-of.js';
import { type AnyRoute, type Reply, route } from '../platform/http/route.js';
import { TABLE_LIMITS } from '../platform/tables/table.js';
import {
  priceListListed,
  priceListNew,
  priceListShown,
  type PriceListShown,
  type PriceListVersionNew,
  priceListVersionNew,
  pricePreview,
} from './price-lists.contract.js';
import { type GivenFile, type GoodFile, previewPriceList, readGoodFile } from './price-files.service.js';
import * as service from './price-lists.service.js';
import { entriesQuery, entriesShown, pricesQuery, pricesShown } from './prices.contract.js';
import { findPrices, listPrices } from './prices.service.js';

const tag = 'Prices';
/** The file in base64, and what is said of it. */
const LARGEST_BODY = Math.ceil(TABLE_LIMITS.bytes / 3) * 4 + 64 * 1024;

const givenFile = ({ file, layout, country, currency, source, licence }: PriceListVersionNew): GivenFile => ({
  fileName: file.name,
  bytes: Buffer.from(file.base64, 'base64'),
  settings: { layout, country, currency, source, licence },
});

const withAddress = (status: 200 | 201, list: PriceListShown): Reply => ({
  status,
  body: list,
  version: list.version,
  location: `/api/price-lists/${list.id}`,
});

export const priceListRoutes: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: '/api/price-lists',
    operation: 'listPriceLists',
    tag,
    summary: 'Your price lists',
    description: 'They are private to your organisation; no other can see that they exist.',
    access: 'prices:read',
    query: pageQuery,
    answers: { 200: { description: 'The newest first', schema: listOf(priceListListed) } },
    async handle({ actor, query }) {
      const page = await service.listPriceLists(actor, query);
      return { status: 200, body: page, next: page.next };
    },
  }),
  route({
    method: 'post',
    path: '/api/price-lists',
    operation: 'addPriceList',
    tag,
    summary: 'Load a price list from a file, as its first version',
    description:
      'A workbook (XLSX) or a table in text (CSV), in our template (/price-lists/template.csv) or in the layout of the Greater Manchester unit cost database. All rows are taken or none, and every problem of every row is named. A price keeps the price year it has in the file.',
    access: 'prices:write',
    body: priceListNew,
    limit: LARGEST_BODY,
    creates: true,
    answers: { 201: { description: 'The list', schema: priceListShown } },
    prepare: ({ actor, body }) => readGoodFile(actor, givenFile(body)),
    async handle({ actor, body }, file) {
      return withAddress(201, await service.addPriceList(actor, body.name, file));
    },
  }),
  // Before the lists by identity, whose path it would fit.
  route({
    method: 'post',
    path: '/api/price-lists/preview',
    operation: 'previewPriceList',
    tag,
    summary: 'See what a file would become; nothing is saved',
    description:
      'How many prices are new, changed, the same or gone, compared with your list of that name, and every problem with sheet, row, column, value and what to do.',
    access: 'prices:write',
    body: priceListNew,
    limit: LARGEST_BODY,
    answers: { 200: { description: 'What it would become', schema: pricePreview } },
    prepare: ({ actor, body }) => previewPriceList(actor, body.name, givenFile(body)),
    handle: (_, preview) => Promise.resolve({ status: 200, body: preview }),
  }),
  route({
    method: 'get',
    path: '/api/price-lists/{id}',
    operation: 'showPriceList',
    tag,
    summary: 'A price list with its versions',
    access: 'prices:read',
    params: identityParams,
    answers: { 200: { description: 'The list, its newest version first', schema: priceListShown } },
    async handle({ actor, params }) {
      const list = await service.showPriceList(actor, params.id);
      return { status: 200, body: list, version: list.version };
    },
  }),
  route({
    method: 'delete',
    path: '/api/price-lists/{id}',
    operation: 'removePriceList',
    tag,
    summary: 'Remove a price list with all its versions for good',
    description:
      'What was taken from it into programmes and runs stays there with its citation. A list of answers to price requests cannot be removed.',
    access: 'prices:remove',
    params: identityParams,
    edits: true,
    answers: { 204: { description: 'Done' } },
    async handle({ actor, params, version }) {
      await service.removePriceList(actor, params.id, version);
      return { status: 204 };
    },
  }),
  route({
    method: 'post',
    path: '/api/price-lists/{id}/versions',
    operation: 'addPriceListVersion',
    tag,
    summary: 'Load a file as the next version of a price list',
    description:
      'Versions before it stay as they are. The file of the newest version, sent again with the same words, changes nothing.',
    access: 'prices:write',
    params: identityParams,
    body: priceListVersionNew,
    limit: LARGEST_BODY,
    creates: true,
    edits: true,
    answers: {
      200: {
        description: 'The list as it was: the file is that of its newest version',
        schema: priceListShown,
      },
      201: { description: 'The list with its new version', schema: priceListShown },
    },
    async prepare({ actor, params, body }): Promise<GoodFile> {
      await service.showPriceList(actor, params.id);
      return readGoodFile(actor, givenFile(body));
    },
    async handle({ actor, params, version }, file) {
      const { list, added } = await service.addPriceListVersion(actor, params.id, version, file);
      return withAddress(added ? 201 : 200, list);
    },
  }),
  route({
    method: 'get',
    path: '/api/price-lists/{id}/entries',
    operation: 'listPrices',
    tag,
    summary: 'The prices of a list, in its order',
    access: 'prices:read',
    params: identityParams,
    query: entriesQuery,
    answers: { 200: { description: 'Prices, each with how to cite it', schema: entriesShown } },
    async handle({ actor, params, query }) {
      const page = await listPrices(actor, params.id, query);
      return { status: 200, body: page, next: page.next };
    },
  }),
  route({
    method: 'get',
    path: '/api/prices',
    operation: 'findPrices',
    tag,
    summary: 'The price of a service in a country at a time',
    description:
      'Of the newest versions of your lists, and of the reference data. A price holds in its own price year, or on the days it is said to hold, and at no other time: where there is none, the answer is a refusal (404, no-price) that says which years there are and where to request the price.',
    access: 'prices:read',
    query: pricesQuery,
    answers: { 200: { description: 'Every price that holds then', schema: pricesShown } },
    async handle({ actor, query }) {
      return { status: 200, body: await findPrices(actor, query) };
    },
  }),
];
