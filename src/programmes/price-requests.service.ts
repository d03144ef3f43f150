import { createHash } from 'node:crypto';
import { authorise } from '../organisations/access.service.js';
import { record } from '../platform/audit/audit.js';
import { inTransaction } from '../platform/database/transaction.js';
import type { Actor } from '../platform/http/actor.js';
import { before, type Page, pageOf, type PageQuery } from '../platform/http/pages-of.js';
import { changedMeanwhile, invalid, notFound, Problem } from '../platform/http/problem.js';
import { text } from '../platform/locale/text.js';
import { serviceOf } from '../reference/service-catalogue.js';
import { periodOf } from './price-list-reading/period.js';
import type { PriceEntry } from './price-lists.contract.js';
import { PriceListVersionModel } from './price-lists.model.js';
import { addVersion, answersList } from './price-lists.service.js';
import type {
  PriceAnswer,
  PriceRequestListed,
  PriceRequestNew,
  PriceRequestShown,
} from './price-requests.contract.js';
import { type KeptPriceRequest, type PriceRequest, PriceRequestModel } from './price-requests.model.js';

const DAY = 24 * 60 * 60_000;

export async function listPriceRequests(actor: Actor, query: PageQuery): Promise<Page<PriceRequestListed>> {
  authorise(actor, 'prices:read');
  const { organisation } = actor;
  return pageOf(query, async (below, limit) =>
    (
      await PriceRequestModel.find({ organisation, ...before(below) })
        .sort({ _id: -1 })
        .limit(limit)
    ).map(listed),
  );
}

/** Records that an agency is asked for a price. */
export async function addPriceRequest(actor: Actor, given: PriceRequestNew): Promise<PriceRequestShown> {
  authorise(actor, 'prices:write');
  const what = given.what ?? serviceOf(given.service ?? '')?.name;
  if (what === undefined) {
    throw invalid([
      { pointer: '/what', message: 'Say what the service is; the catalogue does not have it by this name.' },
    ]);
  }
  return inTransaction(async () => {
    const [made] = await PriceRequestModel.create([
      {
        organisation: actor.organisation,
        ...given,
        service: given.service ?? null,
        what,
        answerBy: given.answerBy ?? null,
        state: 'asked',
        version: 1,
        createdAt: new Date(),
      },
    ]);
    if (!made) throw new Error('The request was not stored.');
    await record(actor, 'prices:request', `price-request/${made.id}`);
    return shown(made);
  });
}

export async function showPriceRequest(actor: Actor, id: string): Promise<PriceRequestShown> {
  authorise(actor, 'prices:read');
  return shown(await ownRequest(actor, id));
}

/**
 * Takes the answer of the agency in: as a price of the list of answers, in a new version of it. Given once more, it
 * corrects the one before; earlier versions of the list keep that. An answer that comes after the request was withdrawn
 * is taken too.
 */
export async function answerPriceRequest(
  actor: Actor,
  id: string,
  version: number,
  answer: PriceAnswer,
): Promise<PriceRequestShown> {
  authorise(actor, 'prices:write');
  return inTransaction(async () => {
    const request = await ownRequest(actor, id);
    if (request.version !== version) throw changedMeanwhile();
    const entry = entryOf(request, answer);
    const list = await answersList(
      actor,
      text('prices.answers.name', { country: request.country }),
      request.country,
    );
    await addVersion(
      actor,
      list,
      {
        ...(await following(actor, list.id, entry, request.state === 'answered')),
        fileName: null,
        layout: null,
        currency: entry.currency,
        source: entry.source,
        licence: text('prices.answers.licence'),
      },
      [entry],
    );
    const place = { id: list.id, version: list.version, code: entry.code };
    return change(actor, request, { state: 'answered', answer, list: place }, 'prices:answer');
  });
}

/** Withdraws a request that was not answered. */
export async function withdrawPriceRequest(
  actor: Actor,
  id: string,
  version: number,
  reason: string | undefined,
): Promise<PriceRequestShown> {
  authorise(actor, 'prices:write');
  return inTransaction(async () => {
    const request = await ownRequest(actor, id);
    if (request.version !== version) throw changedMeanwhile();
    if (request.state !== 'asked') {
      throw new Problem('conflict', 'Only a request that waits for its answer can be withdrawn.');
    }
    return change(actor, request, { state: 'withdrawn', reason: reason ?? null }, 'prices:withdraw');
  });
}

/** Removes a request with the name of who answered it; the price stays in the list of answers, without a name. */
export async function removePriceRequest(actor: Actor, id: string): Promise<void> {
  authorise(actor, 'prices:write');
  const { organisation } = actor;
  await inTransaction(async () => {
    const { deletedCount } = await PriceRequestModel.deleteOne({ organisation, _id: id });
    if (deletedCount === 0) throw notFound('price request');
    await record(actor, 'prices:remove-request', `price-request/${id}`);
  });
}

/** The answer as a price. Whoever gave it is not in it. */
function entryOf(request: KeptPriceRequest, answer: PriceAnswer): PriceEntry {
  const { agency, country, what, kind, currency } = request;
  const { price, shortRunMarginal, unit, priceYear, includes, document, date } = answer;
  const period = periodOf(priceYear, country);
  if (!period) {
    throw invalid([
      {
        pointer: '/priceYear',
        message: 'When a financial year begins there is not known here; give a calendar year.',
      },
    ]);
  }
  if (Date.parse(date) > Date.now() + DAY) {
    throw invalid([{ pointer: '/date', message: 'The letter cannot be of a day that has not come yet.' }]);
  }
  const code = `R-${request.id}`;
  return {
    code,
    service: request.service ?? code,
    description: what,
    unit,
    agency,
    kind,
    valueType: 'fiscal',
    price,
    shortRunMarginal: shortRunMarginal ?? null,
    currency,
    priceYear,
    ...period,
    source: text('prices.answers.source', {
      agency,
      date,
      document: document ?? 'none',
    }),
    licence: null,
    theme: null,
    category: null,
    level: null,
    quality: null,
    comment: includes ?? null,
    row: null,
    sheet: '',
  };
}

async function change(
  actor: Actor,
  request: KeptPriceRequest,
  to: Partial<PriceRequest>,
  action: string,
): Promise<PriceRequestShown> {
  const { organisation } = actor;
  const changed = await PriceRequestModel.findOneAndUpdate(
    { organisation, _id: request.id, version: request.version },
    { $set: to, $inc: { version: 1 } },
    { returnDocument: 'after' },
  );
  if (!changed) throw changedMeanwhile();
  await record(actor, action, `price-request/${request.id}`);
  return shown(changed);
}

async function ownRequest({ organisation }: Actor, id: string): Promise<KeptPriceRequest> {
  const request = await PriceRequestModel.findOne({ organisation, _id: id });
  if (!request) throw notFound('price request');
  return request;
}

const listed = (request: KeptPriceRequest): PriceRequestListed => ({
  id: request.id,
  country: request.country,
  service: request.service,
  what: request.what,
  agency: request.agency,
  year: request.year,
  state: request.state,
  version: request.version,
  createdAt: request.createdAt.toISOString(),
});

function shown(request: KeptPriceRequest): PriceRequestShown {
  const { unit, kind, currency, why, replyTo, answerBy, answer, list, state, reason } = request;
  return {
    ...listed(request),
    ...{ unit, kind, currency, why, replyTo, answerBy, answer, list },
    withdrawn: state === 'withdrawn' ? { reason } : null,
  };
}

/** How the next version of the list of answers follows the one before it: its hash, and how many prices it holds. */
async function following(
  { organisation }: Actor,
  list: string,
  entry: PriceEntry,
  corrects: boolean,
): Promise<{ readonly sha256: string; readonly prices: number }> {
  const [newest] = await PriceListVersionModel.find({ organisation, list })
    .sort({ number: -1 })
    .limit(1)
    .lean();
  const content = JSON.stringify([newest?.sha256 ?? '', entry]);
  return {
    sha256: createHash('sha256').update(content).digest('hex'),
    prices: (newest?.prices ?? 0) + (corrects ? 0 : 1),
  };
}
