import type { z } from 'zod';
import { auditPage, record, verifyChain } from '../platform/audit/audit.js';
import { inTransaction } from '../platform/database/transaction.js';
import type { Actor } from '../platform/http/actor.js';
import { changedMeanwhile } from '../platform/http/problem.js';
import { ACTIONS, actionsOf, authorise } from './access.service.js';
import { makeKey } from './keys.service.js';
import type {
  auditShown,
  chainShown,
  organisationChange,
  organisationShown,
} from './organisations.contract.js';
import {
  FirstStartModel,
  idOf,
  type Kept,
  type Organisation,
  OrganisationModel,
  PersonModel,
  there,
} from './organisations.model.js';

/** The first of everything: an organisation, its administrator and that person's key. */
export interface Beginning {
  readonly organisation: string;
  readonly person: string;
  /** Shown this once. */
  readonly key: string;
}

/**
 * Makes an organisation with its first administrator; done by whoever runs the service, at the command line or at
 * the first start.
 */
export async function beginOrganisation(given: {
  readonly name: string;
  readonly kind: string;
  readonly administrator: string;
}): Promise<Beginning> {
  return inTransaction(async () => {
    const [made] = await OrganisationModel.create([
      { name: given.name, kind: given.kind, timeZone: 'Europe/Stockholm' },
    ]);
    const organisation = idOf(made);
    const [person] = await PersonModel.create([
      { organisation, name: given.administrator, role: 'administrator' },
    ]);
    const { key } = await makeKey(organisation, idOf(person), 'First administrator', ACTIONS, 90);
    const actor = { organisation, person: idOf(person), key: 'command-line' };
    await record(actor, 'organisation:begin', `organisation/${organisation}`);
    return { organisation, person: idOf(person), key };
  });
}

/**
 * Makes the organisation of the first start, where there is none yet; of several processes that start at once, one does.
 *
 * @param keep puts the key where it is found again; where that fails, nothing has begun
 * @returns whether it was made
 */
export async function beginFirstOrganisation(
  given: Parameters<typeof beginOrganisation>[0],
  keep: (key: string) => void,
): Promise<boolean> {
  if (await hasBegun()) return false;
  return inTransaction(async () => {
    // Both would write it, so that the later one has to begin anew and then finds the organisation.
    await FirstStartModel.updateOne({ _id: 'first' }, { $inc: { tries: 1 } }, { upsert: true });
    if (await hasBegun()) return false;
    keep((await beginOrganisation(given)).key);
    return true;
  });
}

async function hasBegun(): Promise<boolean> {
  return (await OrganisationModel.exists({})) !== null;
}

/**
 * Whoever runs the service, at its command line, acting for an organisation; undefined where there is none of that
 * identity.
 */
export async function commandLineActor(organisation: string): Promise<Actor | undefined> {
  if (!(await OrganisationModel.exists({ _id: organisation }))) return undefined;
  const role = 'administrator';
  return { organisation, person: 'command-line', key: 'command-line', role, actions: actionsOf(role) };
}

/** How the actor's own organisation is called, for letters of its own. */
export async function organisationName(actor: Actor): Promise<string> {
  return (await ownOrganisation(actor)).name;
}

export async function showOrganisation(actor: Actor): Promise<z.infer<typeof organisationShown>> {
  authorise(actor, 'organisation:read');
  return organisationOf(await ownOrganisation(actor));
}

export async function changeOrganisation(
  actor: Actor,
  version: number,
  change: z.infer<typeof organisationChange>,
): Promise<z.infer<typeof organisationShown>> {
  authorise(actor, 'organisation:administer');
  return inTransaction(async () => {
    const changed = await OrganisationModel.findOneAndUpdate(
      { _id: actor.organisation, version },
      { $set: change, $inc: { version: 1 } },
      { returnDocument: 'after' },
    );
    if (!changed) throw changedMeanwhile();
    await record(actor, 'organisation:change', `organisation/${actor.organisation}`);
    return organisationOf(changed);
  });
}

export async function listAudit(
  actor: Actor,
  before: number | undefined,
  limit: number,
): Promise<{ readonly items: readonly z.infer<typeof auditShown>[]; readonly next?: string }> {
  authorise(actor, 'audit:read');
  const entries = await auditPage(actor.organisation, before, limit + 1);
  const items = entries
    .slice(0, limit)
    .map(({ sequence, at, person, key, action, subject, previous, hash }) => {
      return { sequence, at, person, key, action, subject, previous, hash };
    });
  const last = items.at(-1);
  return { items, ...(entries.length > limit && last && { next: String(last.sequence) }) };
}

export async function checkAudit(actor: Actor): Promise<z.infer<typeof chainShown>> {
  authorise(actor, 'audit:read');
  const { length, head, fault } = await verifyChain(actor.organisation);
  return { length, head, whole: fault === undefined, fault: fault ?? null };
}

async function ownOrganisation({ organisation }: Actor): Promise<Kept<Organisation>> {
  return there(await OrganisationModel.findById(organisation));
}

function organisationOf(found: Kept<Organisation>): z.infer<typeof organisationShown> {
  const kind = found.kind as z.infer<typeof organisationShown>['kind'];
  return { id: idOf(found), name: found.name, kind, timeZone: found.timeZone, version: found.version };
}
