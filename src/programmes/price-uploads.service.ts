import { authorise } from '../organisations/access.service.js';
import { EVERY_ORGANISATION, operators } from '../platform/database/owned.js';
import { inTransaction } from '../platform/database/transaction.js';
import type { Actor } from '../platform/http/actor.js';
import { notFound } from '../platform/http/problem.js';
import { type GivenFile, previewPriceList, readGoodFile } from './price-files.service.js';
import type { PriceListShown, PriceListSettings, PricePreview } from './price-lists.contract.js';
import { addPriceList, addPriceListVersion, findPriceList } from './price-lists.service.js';
import { type PriceUpload, PriceUploadModel } from './price-uploads.model.js';

const KEPT_FOR = 60 * 60_000;

/** Keeps a file for an hour, so that it can be looked at; one for each person, the newest. */
export async function keepUpload(
  actor: Actor,
  name: string,
  fileName: string,
  bytes: Uint8Array,
  settings: PriceListSettings,
): Promise<string> {
  authorise(actor, 'prices:write');
  const { organisation, person } = actor;
  return inTransaction(async () => {
    const now = Date.now();
    await PriceUploadModel.deleteMany({ expiresAt: operators({ $lt: new Date(now) }) }, EVERY_ORGANISATION);
    await PriceUploadModel.deleteMany({ organisation, person });
    const [kept] = await PriceUploadModel.create([
      {
        ...{ organisation, person, name, fileName, settings },
        bytes: Buffer.from(bytes),
        expiresAt: new Date(now + KEPT_FOR),
      },
    ]);
    if (!kept) throw new Error('The file was not stored.');
    return kept.id;
  });
}

/** What a kept file would become. */
export async function previewUpload(
  actor: Actor,
  id: string,
): Promise<{ readonly name: string; readonly settings: PriceListSettings; readonly preview: PricePreview }> {
  const upload = await ownUpload(actor, id);
  const { name, settings } = upload;
  return { name, settings, preview: await previewPriceList(actor, name, givenFile(upload)) };
}

/**
 * Makes a kept file the next version of the list of its name.
 *
 * @param version of the list that was seen; 0 where there was none of the name
 */
export async function confirmUpload(actor: Actor, id: string, version: number): Promise<PriceListShown> {
  const upload = await ownUpload(actor, id);
  const good = await readGoodFile(actor, givenFile(upload));
  return inTransaction(async () => {
    const list = version === 0 ? undefined : await findPriceList(actor, upload.name);
    const saved = list
      ? (await addPriceListVersion(actor, list.id, version, good)).list
      : await addPriceList(actor, upload.name, good);
    await forget(actor, id);
    return saved;
  });
}

/** Forgets a kept file. */
export async function discardUpload(actor: Actor, id: string): Promise<void> {
  await ownUpload(actor, id);
  await forget(actor, id);
}

const forget = async ({ organisation }: Actor, id: string): Promise<void> => {
  await PriceUploadModel.deleteOne({ organisation, _id: id });
};

const givenFile = ({ fileName, settings, bytes }: PriceUpload): GivenFile => ({
  fileName,
  settings,
  bytes: new Uint8Array(bytes),
});

async function ownUpload(actor: Actor, id: string): Promise<PriceUpload> {
  authorise(actor, 'prices:write');
  const { organisation, person } = actor;
  const upload = await PriceUploadModel.findOne({ organisation, person, _id: id });
  if (!upload || upload.expiresAt.getTime() <= Date.now()) throw notFound('file waiting to be looked at');
  return upload;
}
