import { identityParams, listOf } from '../organisations/organisations.contract.js';
import { pageQuery } from '../platform/http/pages-of.js';
import { type AnyRoute, type Reply, route } from '../platform/http/route.js';
import { letterAsText, priceLetter } from './price-letter.service.js';
import {
  letterQuery,
  priceAnswer,
  priceRequestListed,
  priceRequestNew,
  priceRequestShown,
  type PriceRequestShown,
  withdrawal,
} from './price-requests.contract.js';
import * as service from './price-requests.service.js';

const tag = 'Prices';
const REQUEST = '/api/price-requests/{id}';

const shownNow = (request: PriceRequestShown): Reply => ({
  status: 200,
  body: request,
  version: request.version,
});
const answers = { 200: { description: 'The request as it is now', schema: priceRequestShown } } as const;

export const priceRequestRoutes: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: '/api/price-requests',
    operation: 'listPriceRequests',
    tag,
    summary: 'Prices you have asked agencies for',
    access: 'prices:read',
    query: pageQuery,
    answers: { 200: { description: 'The newest first', schema: listOf(priceRequestListed) } },
    async handle({ actor, query }) {
      const page = await service.listPriceRequests(actor, query);
      return { status: 200, body: page, next: page.next };
    },
  }),
  route({
    method: 'post',
    path: '/api/price-requests',
    operation: 'addPriceRequest',
    tag,
    summary: 'Request a price from the agency that pays',
    description:
      'An empty price is asked for and not invented. The letter to send stands under …/letter; nothing is sent by the service.',
    access: 'prices:write',
    body: priceRequestNew,
    creates: true,
    answers: { 201: { description: 'The request', schema: priceRequestShown } },
    async handle({ actor, body }) {
      const made = await service.addPriceRequest(actor, body);
      return { ...shownNow(made), status: 201, location: `/api/price-requests/${made.id}` };
    },
  }),
  route({
    method: 'get',
    path: REQUEST,
    operation: 'showPriceRequest',
    tag,
    summary: 'A price request, with its answer',
    access: 'prices:read',
    params: identityParams,
    answers,
    async handle({ actor, params }) {
      return shownNow(await service.showPriceRequest(actor, params.id));
    },
  }),
  route({
    method: 'get',
    path: `${REQUEST}/letter`,
    operation: 'showPriceLetter',
    tag,
    summary: 'The letter of a price request, as text',
    description: 'To be printed on one sheet it stands at /price-requests/ and the identity.',
    access: 'prices:read',
    params: identityParams,
    query: letterQuery,
    answers: { 200: { description: 'The letter', type: 'text/plain' } },
    async handle({ actor, params, query }) {
      const letter = await priceLetter(actor, params.id, query.language);
      return { status: 200, body: letterAsText(letter), type: 'text/plain; charset=utf-8' };
    },
  }),
  route({
    method: 'put',
    path: `${REQUEST}/answer`,
    operation: 'answerPriceRequest',
    tag,
    summary: 'Record what the agency answered',
    description:
      'It becomes a price of your list of answers, in a new version of it, with “Letter from …” as its source. The name of who answered stays with the request. Put once more, it corrects the answer before.',
    access: 'prices:write',
    params: identityParams,
    body: priceAnswer,
    edits: true,
    answers,
    async handle({ actor, params, body, version }) {
      return shownNow(await service.answerPriceRequest(actor, params.id, version, body));
    },
  }),
  route({
    method: 'put',
    path: `${REQUEST}/withdrawal`,
    operation: 'withdrawPriceRequest',
    tag,
    summary: 'Withdraw a request that was not answered',
    access: 'prices:write',
    params: identityParams,
    body: withdrawal,
    edits: true,
    answers,
    async handle({ actor, params, body, version }) {
      return shownNow(await service.withdrawPriceRequest(actor, params.id, version, body.reason));
    },
  }),
  route({
    method: 'delete',
    path: REQUEST,
    operation: 'removePriceRequest',
    tag,
    summary: 'Remove a request, with the name of who answered it',
    description: 'The price stays in your list of answers, without a name.',
    access: 'prices:write',
    params: identityParams,
    answers: { 204: { description: 'Done' } },
    async handle({ actor, params }) {
      await service.removePriceRequest(actor, params.id);
      return { status: 204 };
    },
  }),
];
