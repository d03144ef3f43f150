import { authorise } from '../organisations/access.service.js';
import { operators } from '../platform/database/owned.js';
import type { Actor } from '../platform/http/actor.js';
import { notFound, Problem } from '../platform/http/problem.js';
import { text } from '../platform/locale/text.js';
import { isCountry } from '../reference/countries.js';
import { priceOf } from '../reference/lookup.js';
import { REFERENCE_VERSION } from '../reference/reference-version.js';
import type { PriceYear } from '../reference/unit-price.js';
import type { PriceEntry } from './price-lists.contract.js';
import type { EntriesQuery, PriceFound, PricesQuery, PricesShown } from './prices.contract.js';
import {
  BLOCK,
  type KeptPriceList,
  type PriceBlock,
  PriceBlockModel,
  PriceListModel,
  type PriceListVersion,
  PriceListVersionModel,
} from './price-lists.model.js';
import { ownList } from './price-lists.service.js';
import { priceShown } from './reference.service.js';

const USUAL_PAGE = 50;

/** A page of the prices of one version of a list, in its order; of a list of answers, the newest first. */
export async function listPrices(
  actor: Actor,
  id: string,
  { version: asked, find, cursor: start = 0, limit = USUAL_PAGE }: EntriesQuery,
): Promise<{ readonly items: readonly PriceFound[]; readonly next?: string }> {
  authorise(actor, 'prices:read');
  const { organisation } = actor;
  const list = await ownList(actor, id);
  const number = asked ?? list.version;
  const version = await PriceListVersionModel.findOne({ organisation, list: id, number }).lean();
  if (!version) throw notFound('version of this price list');
  const all = list.kind === 'answers' || find !== undefined;
  const first = all ? 0 : Math.floor(start / BLOCK);
  const blocks = await blocksOf(list, number, all ? {} : { block: between(first, start + limit) });
  const entries = newestOfEach(list, blocks).filter((entry) => find === undefined || says(entry, find));
  const from = start - first * BLOCK;
  const page = entries.slice(from, from + limit);
  return {
    items: page.map((entry) => found(list, version, entry)),
    ...(entries.length > from + limit && { next: String(start + limit) }),
  };
}

/** The blocks that hold the prices from one block on to a place, that one included. */
const between = (first: number, place: number): object =>
  operators({ $in: Array.from({ length: Math.floor(place / BLOCK) - first + 1 }, (_, at) => first + at) });

/** A list of answers grows by one price with each version, so that a version holds those before it. */
async function blocksOf(list: KeptPriceList, version: number, more: object): Promise<readonly PriceBlock[]> {
  const { organisation, kind, id } = list;
  return PriceBlockModel.find({
    organisation,
    list: id,
    version: kind === 'answers' ? operators({ $lte: version }) : version,
    ...more,
  })
    .sort({ version: -1, block: 1 })
    .lean();
}

/** The prices in blocks; of an answer that was corrected, the newest. */
function newestOfEach(
  { kind }: Pick<KeptPriceList, 'kind'>,
  blocks: readonly PriceBlock[],
): readonly PriceEntry[] {
  const entries = blocks.flatMap((block) => block.entries);
  if (kind === 'file') return entries;
  const seen = new Set<string>();
  return entries.filter(({ code }) => !seen.has(code) && seen.add(code));
}

function says({ code, service, description, theme, agency }: PriceEntry, find: string): boolean {
  const wanted = find.toLowerCase();
  return [code, service, description, theme ?? '', agency ?? ''].some((part) =>
    part.toLowerCase().includes(wanted),
  );
}

/**
 * The prices of a service in a country at a time: of the newest versions of the organisation's own lists, and of the
 * reference data. A price holds in its own year or on the days it is said to hold, and at no other time.
 *
 * @throws Problem where there is none, with the years there are and where to request it
 */
export async function findPrices(actor: Actor, query: PricesQuery): Promise<PricesShown> {
  authorise(actor, 'prices:read');
  const { service, country } = query;
  const at = query.year ?? query.on ?? '';
  const known = await ownPrices(actor, service, country);
  const own = known.filter((price) => holds(price, query));
  const reference = isCountry(country) ? priceOf(country, service, at) : undefined;
  const there = reference && 'price' in reference ? reference : undefined;
  if (own.length === 0 && !there)
    throw noPrice(query, known, reference && 'refused' in reference ? reference : undefined);
  return {
    own: [...own],
    reference: (there && priceShown(there.price)) ?? null,
    referenceVersion: REFERENCE_VERSION,
  };
}

const holds = ({ priceYear, from, to }: PriceFound, { year, on }: PricesQuery): boolean =>
  on === undefined ? priceYear === year : from <= on && on <= to;

/** What the newest versions of own lists have of a service, or under a code, in a country. */
async function ownPrices(actor: Actor, service: string, country: string): Promise<readonly PriceFound[]> {
  const { organisation } = actor;
  const lists = await PriceListModel.find({ organisation, country }).sort({ _id: -1 });
  const prices: PriceFound[] = [];
  for (const list of lists) {
    const number = list.version;
    const version = await PriceListVersionModel.findOne({ organisation, list: list.id, number }).lean();
    if (!version) continue;
    const entries = newestOfEach(list, await blocksOf(list, number, { names: service })).filter(
      (entry) => entry.service === service || entry.code === service,
    );
    prices.push(...entries.map((entry) => found(list, version, entry)));
  }
  return prices;
}

type Refused = Extract<ReturnType<typeof priceOf>, { readonly refused: unknown }>;

function noPrice(query: PricesQuery, known: readonly PriceFound[], refused: Refused | undefined): Problem {
  const years = [...new Set(known.map(({ priceYear }) => String(priceYear)))].sort();
  const form = new URLSearchParams({
    country: query.country,
    service: query.service,
    ...(query.year !== undefined && { year: String(query.year) }),
  });
  return new Problem(
    'no-price',
    [
      years.length > 0 ? text('prices.none.known', { years: years.join(', ') }) : text('prices.none.unknown'),
      ...(refused && refused.refused !== 'unknown-service' ? [refused.message, refused.todo] : []),
      text('prices.none.request', { address: `/price-requests/new?${form.toString()}` }),
    ].join(' '),
  );
}

const HASH_CITED = 12;

/** A price with its citation and as a service of a programme. */
function found(
  list: KeptPriceList,
  { number, sha256 }: Pick<PriceListVersion, 'number' | 'sha256'>,
  entry: PriceEntry,
): PriceFound {
  const citation = text('prices.citation', {
    list: list.name,
    version: String(number),
    hash: sha256.slice(0, HASH_CITED),
    code: entry.code,
    year: String(entry.priceYear),
    source: entry.source,
  });
  return {
    list: list.id,
    listName: list.name,
    listVersion: number,
    country: list.country,
    ...entry,
    citation,
    asService: asService(entry, citation),
  };
}

/** As much of a service of a programme as a price tells; its fields are those of the contract of a service. */
function asService(entry: PriceEntry, source: string): Record<string, unknown> {
  const { description, unit, price, shortRunMarginal, priceYear, kind } = entry;
  return {
    name: description,
    unit,
    price: shortRunMarginal === null ? price : { average: price, shortRunMarginal },
    // A programme counts in calendar years; a financial year stands in the source alone.
    ...(isCalendarYear(priceYear) && { priceYear }),
    ...(kind !== null && { kind }),
    source,
  };
}

const isCalendarYear = (year: PriceYear): boolean => typeof year === 'number';
