import { authorise } from '../organisations/access.service.js';
import { record } from '../platform/audit/audit.js';
import { inTransaction } from '../platform/database/transaction.js';
import type { Actor } from '../platform/http/actor.js';
import { before, type Page, pageOf, type PageQuery } from '../platform/http/pages-of.js';
import { changedMeanwhile, invalid, notFound, Problem } from '../platform/http/problem.js';
import type { GoodFile } from './price-files.service.js';
import type { PriceEntry, PriceListListed, PriceListShown } from './price-lists.contract.js';
import {
  BLOCK,
  type KeptPriceList,
  PriceBlockModel,
  PriceListModel,
  type PriceListVersion,
  PriceListVersionModel,
} from './price-lists.model.js';

export async function listPriceLists(actor: Actor, query: PageQuery): Promise<Page<PriceListListed>> {
  authorise(actor, 'prices:read');
  const { organisation } = actor;
  return pageOf(query, async (below, limit) =>
    (
      await PriceListModel.find({ organisation, ...before(below) })
        .sort({ _id: -1 })
        .limit(limit)
    ).map(listed),
  );
}

/** A list with its versions, the newest first. */
export async function showPriceList(actor: Actor, id: string): Promise<PriceListShown> {
  authorise(actor, 'prices:read');
  return shown(await ownList(actor, id));
}

/** The list of a name, where there is one. */
export async function findPriceList(actor: Actor, name: string): Promise<PriceListListed | undefined> {
  authorise(actor, 'prices:read');
  const { organisation } = actor;
  const list = await PriceListModel.findOne({ organisation, kind: 'file', name });
  return list ? listed(list) : undefined;
}

/** Keeps a file as the first version of a new list. */
export async function addPriceList(actor: Actor, name: string, file: GoodFile): Promise<PriceListShown> {
  authorise(actor, 'prices:write');
  const { organisation } = actor;
  return inTransaction(async () => {
    const former = await PriceListModel.findOne({ organisation, kind: 'file', name });
    if (former) {
      throw new Problem('conflict', 'You have a list of this name. Add the file to it as a new version.', [
        { pointer: '/name', detail: `POST /api/price-lists/${former.id}/versions` },
      ]);
    }
    const list = await beginList(actor, name, 'file', file.settings.country);
    await addFile(actor, list, file);
    return shown(list);
  });
}

/**
 * Keeps a file as the next version of a list; the file of the newest version, sent again, changes nothing.
 *
 * @param version that was seen
 * @returns the list, and whether it has a new version
 */
export async function addPriceListVersion(
  actor: Actor,
  id: string,
  version: number,
  file: GoodFile,
): Promise<{ readonly list: PriceListShown; readonly added: boolean }> {
  authorise(actor, 'prices:write');
  const { organisation } = actor;
  return inTransaction(async () => {
    const list = await ownList(actor, id);
    if (list.kind !== 'file') throw madeOfAnswers();
    if (list.version !== version) throw changedMeanwhile();
    if (list.country !== file.settings.country) {
      throw invalid([
        { pointer: '/country', message: `The list holds prices of ${list.country}; begin another list.` },
      ]);
    }
    const newest = await PriceListVersionModel.findOne({ organisation, list: id, number: version });
    if (newest && isSame(newest, file)) return { list: await shown(list), added: false };
    await addFile(actor, list, file);
    return { list: await shown(list), added: true };
  });
}

function isSame(version: PriceListVersion, { sha256, settings }: GoodFile): boolean {
  const { layout, currency, source, licence } = settings;
  return (
    version.sha256 === sha256 &&
    version.layout === layout &&
    version.currency === currency &&
    version.source === source &&
    version.licence === licence
  );
}

/** Removes a list with all its versions and prices for good. What was taken from it keeps its citation. */
export async function removePriceList(actor: Actor, id: string, version: number): Promise<void> {
  authorise(actor, 'prices:remove');
  const { organisation } = actor;
  await inTransaction(async () => {
    const list = await ownList(actor, id);
    if (list.kind !== 'file') throw madeOfAnswers();
    if (list.version !== version) throw changedMeanwhile();
    await PriceBlockModel.deleteMany({ organisation, list: id });
    await PriceListVersionModel.deleteMany({ organisation, list: id });
    await PriceListModel.deleteOne({ organisation, _id: id });
    await record(actor, 'prices:remove', `price-list/${id}`);
  });
}

const madeOfAnswers = (): Problem =>
  new Problem('conflict', 'This list is made of the answers to price requests; it changes with them alone.');

/** The list that takes the answers to requests of a country; made where there is none. Within a transaction. */
export async function answersList(actor: Actor, name: string, country: string): Promise<KeptPriceList> {
  const { organisation } = actor;
  const list = await PriceListModel.findOne({ organisation, kind: 'answers', country });
  return list ?? beginList(actor, name, 'answers', country);
}

/** Begins a list without any version yet; within the transaction that adds one. */
async function beginList(
  { organisation }: Actor,
  name: string,
  kind: 'file' | 'answers',
  country: string,
): Promise<KeptPriceList> {
  const [list] = await PriceListModel.create([
    { organisation, name, kind, country, version: 0, changedAt: new Date() },
  ]);
  if (!list) throw new Error('The list was not stored.');
  return list;
}

const addFile = (actor: Actor, list: KeptPriceList, file: GoodFile): Promise<void> => {
  const { layout, currency, source, licence } = file.settings;
  const { fileName, sha256, entries } = file;
  const prices = entries.length;
  return addVersion(actor, list, { sha256, fileName, layout, currency, source, licence, prices }, entries);
};

/** Adds a version with its prices to a list, within a transaction; `list` is brought up to date. */
export async function addVersion(
  actor: Actor,
  list: KeptPriceList,
  version: Omit<PriceListVersion, 'organisation' | 'list' | 'number' | 'createdAt' | 'createdBy'>,
  entries: readonly PriceEntry[],
): Promise<void> {
  const { organisation, person } = actor;
  const number = list.version + 1;
  const createdAt = new Date();
  await PriceListVersionModel.create([
    { organisation, list: list.id, number, ...version, createdAt, createdBy: person },
  ]);
  const blocks = Array.from({ length: Math.ceil(entries.length / BLOCK) }, (_, block) => {
    const some = entries.slice(block * BLOCK, (block + 1) * BLOCK);
    const names = [...new Set(some.flatMap(({ service, code }) => [service, code]))];
    return { organisation, list: list.id, version: number, block, names, entries: some };
  });
  await PriceBlockModel.insertMany(blocks);
  const changed = { version: number, changedAt: createdAt };
  await PriceListModel.updateOne({ organisation, _id: list.id }, { $set: changed });
  list.set(changed);
  await record(actor, 'prices:add', `price-list/${list.id}/versions/${number}`);
}

export async function ownList({ organisation }: Actor, id: string): Promise<KeptPriceList> {
  const list = await PriceListModel.findOne({ organisation, _id: id });
  if (!list) throw notFound('price list');
  return list;
}

const listed = (list: KeptPriceList): PriceListListed => ({
  id: list.id,
  name: list.name,
  kind: list.kind,
  country: list.country,
  version: list.version,
  changedAt: list.changedAt.toISOString(),
});

async function shown(list: KeptPriceList): Promise<PriceListShown> {
  const { organisation } = list;
  const kept = await PriceListVersionModel.find({ organisation, list: list.id }).sort({ number: -1 }).lean();
  return {
    ...listed(list),
    versions: kept.map(
      ({ number, sha256, fileName, layout, currency, source, licence, prices, createdAt, createdBy }) => {
        const moment = createdAt.toISOString();
        return {
          ...{ number, sha256, fileName, layout, currency, source, licence, prices, createdBy },
          createdAt: moment,
        };
      },
    ),
  };
}
