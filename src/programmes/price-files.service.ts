import { createHash } from 'node:crypto';
import { authorise } from '../organisations/access.service.js';
import type { Actor } from '../platform/http/actor.js';
import { invalid } from '../platform/http/problem.js';
import type { ReadPrices } from './price-list-reading/layout.js';
import { placeOf } from './price-list-reading/problems.js';
import { readInThread } from './price-list-reader.js';
import type { PriceEntry, PriceListSettings, PricePreview } from './price-lists.contract.js';
import { PriceBlockModel, PriceListModel } from './price-lists.model.js';

/** A file of prices with what is said of it. */
export interface GivenFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly settings: PriceListSettings;
}

/** A file that was read and holds nothing wrong. */
export interface GoodFile {
  readonly fileName: string;
  readonly sha256: string;
  readonly settings: PriceListSettings;
  readonly entries: readonly PriceEntry[];
}

const FIRST_SHOWN = 20;

/** What a file would become as the next version of the list of a name; nothing is saved. */
export async function previewPriceList(actor: Actor, name: string, given: GivenFile): Promise<PricePreview> {
  authorise(actor, 'prices:write');
  const read = await readFile(given);
  const { organisation } = actor;
  const list = await PriceListModel.findOne({ organisation, kind: 'file', name });
  const former = list ? await entriesOfVersion(organisation, list.id, list.version) : [];
  return {
    fileName: given.fileName,
    sha256: sha256Of(given.bytes),
    layout: given.settings.layout,
    prices: read.entries.length,
    list: list?.id ?? null,
    version: (list?.version ?? 0) + 1,
    compared: compared(former, read.entries),
    problems: [...read.problems],
    problemCount: read.problemCount,
    notes: [...read.notes],
    first: read.entries.slice(0, FIRST_SHOWN),
  };
}

/**
 * Reads a file that is to be kept.
 *
 * @throws Problem naming everything that is wrong with every row
 */
export async function readGoodFile(actor: Actor, given: GivenFile): Promise<GoodFile> {
  authorise(actor, 'prices:write');
  const { entries, problems, problemCount } = await readFile(given);
  if (problemCount > 0) {
    throw invalid(
      problems.map((problem) => ({
        pointer: '/file',
        message: [placeOf(problem), problem.message, problem.mend].filter((part) => part !== '').join(' · '),
      })),
    );
  }
  return { fileName: given.fileName, sha256: sha256Of(given.bytes), settings: given.settings, entries };
}

async function readFile({ bytes, settings }: GivenFile): Promise<ReadPrices> {
  const { layout, country, currency, source } = settings;
  const read = await readInThread({ bytes, layout, settings: { country, currency, source } });
  if ('refusal' in read) throw invalid([{ pointer: '/file', message: read.refusal }]);
  return read;
}

const sha256Of = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** The prices of a version of a list that was loaded from a file, in their order. */
async function entriesOfVersion(
  organisation: string,
  list: string,
  version: number,
): Promise<readonly PriceEntry[]> {
  const blocks = await PriceBlockModel.find({ organisation, list, version }).sort({ block: 1 }).lean();
  return blocks.flatMap(({ entries }) => entries);
}

function compared(
  former: readonly PriceEntry[],
  now: readonly PriceEntry[],
): { new: number; changed: number; same: number; gone: number } {
  const keyOf = ({ code, valueType, from }: PriceEntry): string => JSON.stringify([code, valueType, from]);
  // Where a price stands in the file is none of its content, and neither is the order of its fields.
  const contentOf = (entry: PriceEntry): string =>
    JSON.stringify({ ...entry, row: null, sheet: '' }, Object.keys(entry).sort());
  const before = new Map(former.map((entry) => [keyOf(entry), contentOf(entry)]));
  const counts = { new: 0, changed: 0, same: 0, gone: 0 };
  for (const entry of now) {
    const key = keyOf(entry);
    const content = before.get(key);
    counts[content === undefined ? 'new' : content === contentOf(entry) ? 'same' : 'changed'] += 1;
    before.delete(key);
  }
  return { ...counts, gone: before.size };
}
