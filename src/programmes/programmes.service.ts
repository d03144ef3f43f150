import type { z } from 'zod';
import { authorise } from '../organisations/access.service.js';
import { record } from '../platform/audit/audit.js';
import { inTransaction } from '../platform/database/transaction.js';
import type { Actor } from '../platform/http/actor.js';
import { before, type Page, pageOf, type PageQuery } from '../platform/http/pages-of.js';
import { changedMeanwhile, notFound, Problem } from '../platform/http/problem.js';
import {
  type ListName,
  LISTS,
  type ProgrammeChange,
  type programmeListed,
  type ProgrammeNew,
  type ProgrammeShown,
} from './programmes.contract.js';
import { type KeptProgramme, type Programme, ProgrammeModel } from './programmes.model.js';

/** What one programme may hold, as JSON; well below what a document can. */
const LARGEST_PROGRAMME = 8 * 1024 * 1024;

export async function listProgrammes(
  actor: Actor,
  query: PageQuery,
): Promise<Page<z.infer<typeof programmeListed>>> {
  authorise(actor, 'programmes:read');
  const { organisation } = actor;
  return pageOf(query, async (below, limit) => {
    const found = await ProgrammeModel.find({ organisation, ...before(below) })
      .select({ title: 1, currency: 1, priceYear: 1, version: 1, changedAt: 1 })
      .sort({ _id: -1 })
      .limit(limit)
      .lean();
    return found.map(({ _id, title, currency, priceYear, version, changedAt }) => {
      return { id: String(_id), title, currency, priceYear, version, changedAt: changedAt.toISOString() };
    });
  });
}

export async function addProgramme(actor: Actor, given: ProgrammeNew): Promise<ProgrammeShown> {
  authorise(actor, 'programmes:write');
  refuseTooLarge(given);
  return inTransaction(async () => {
    const now = new Date();
    const [made] = await ProgrammeModel.create([
      {
        organisation: actor.organisation,
        ...given,
        ...listsOf(given),
        version: 1,
        createdAt: now,
        changedAt: now,
      } as Programme,
    ]);
    if (!made) throw new Error('The programme was not stored.');
    await record(actor, 'programmes:add', `programme/${made.id}`);
    return shown(made);
  });
}

/** A programme as it is now; one exact version of it. */
export async function showProgramme(actor: Actor, id: string): Promise<ProgrammeShown> {
  authorise(actor, 'programmes:read');
  return shown(await ownProgramme(actor, id));
}

/** Changes fields of a programme; a list that is given takes the place of the one that was there. */
export async function changeProgramme(
  actor: Actor,
  id: string,
  version: number,
  change: ProgrammeChange,
): Promise<ProgrammeShown> {
  authorise(actor, 'programmes:write');
  return edit(actor, id, version, `programme/${id}`, () => change);
}

/** Puts an item into a list of a programme, in the place of the one of that identity. */
export async function putItem(
  actor: Actor,
  id: string,
  version: number,
  list: ListName,
  item: string,
  value: object,
): Promise<ProgrammeShown> {
  authorise(actor, 'programmes:write');
  return edit(actor, id, version, `programme/${id}/${list}/${item}`, (programme) => {
    const put = { id: item, ...value };
    const there = programme[list].some((one) => one.id === item);
    return {
      [list]: there ? programme[list].map((one) => (one.id === item ? put : one)) : [...programme[list], put],
    };
  });
}

export async function removeItem(
  actor: Actor,
  id: string,
  version: number,
  list: ListName,
  item: string,
): Promise<ProgrammeShown> {
  authorise(actor, 'programmes:write');
  return edit(actor, id, version, `programme/${id}/${list}/${item}`, (programme) => {
    const left = programme[list].filter((one) => one.id !== item);
    if (left.length === programme[list].length) throw notFound('item');
    return { [list]: left };
  });
}

async function edit(
  actor: Actor,
  id: string,
  version: number,
  subject: string,
  changeOf: (programme: KeptProgramme) => object,
): Promise<ProgrammeShown> {
  return inTransaction(async () => {
    const programme = await ownProgramme(actor, id);
    if (programme.version !== version) throw changedMeanwhile();
    const change = changeOf(programme);
    refuseTooLarge({ ...shown(programme), ...change });
    const changed = await ProgrammeModel.findOneAndUpdate(
      { organisation: actor.organisation, _id: id, version },
      { $set: { ...change, changedAt: new Date() }, $inc: { version: 1 } },
      { returnDocument: 'after' },
    );
    if (!changed) throw changedMeanwhile();
    await record(actor, 'programmes:change', subject);
    return shown(changed);
  });
}

async function ownProgramme({ organisation }: Actor, id: string): Promise<KeptProgramme> {
  const programme = await ProgrammeModel.findOne({ organisation, _id: id });
  if (!programme) throw notFound('programme');
  return programme;
}

/** All lists, those that are not there yet being empty. */
const listsOf = (from: object): Pick<ProgrammeShown, ListName> =>
  Object.fromEntries(
    LISTS.map((list) => [list, (from as Partial<Record<ListName, unknown>>)[list] ?? []]),
  ) as Pick<ProgrammeShown, ListName>;

function refuseTooLarge(content: object): void {
  if (Buffer.byteLength(JSON.stringify(content)) <= LARGEST_PROGRAMME) return;
  throw new Problem('too-large', 'A programme holds at most 8 MB. Divide it into several.');
}

function shown(programme: KeptProgramme): ProgrammeShown {
  const { title, organisationName, description, currency, priceYear, version } = programme;
  return {
    id: programme.id,
    title,
    ...(organisationName !== undefined && { organisationName }),
    ...(description !== undefined && { description }),
    currency,
    priceYear,
    ...listsOf(programme),
    version,
    createdAt: programme.createdAt.toISOString(),
    changedAt: programme.changedAt.toISOString(),
  };
}
