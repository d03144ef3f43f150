import { createHash, randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { auditPage, record, verifyChain } from '../platform/audit/audit.js';
import { EVERY_ORGANISATION, operators } from '../platform/database/owned.js';
import { inTransaction } from '../platform/database/transaction.js';
import type { Actor } from '../platform/http/actor.js';
import { notFound, Problem } from '../platform/http/problem.js';
import { type Page, pageOf, type PageQuery } from '../platform/http/pages-of.js';
import { ACTIONS, actionsOf, authorise } from './access.service.js';
import type {
  auditShown,
  chainShown,
  keyMade,
  keyNew,
  keyShown,
  organisationChange,
  organisationShown,
  personChange,
  personNew,
  personShown,
} from './organisations.contract.js';
import {
  type ApiKey,
  ApiKeyModel,
  type Kept,
  type Organisation,
  OrganisationModel,
  type Person,
  PersonModel,
} from './organisations.model.js';

const KEY_FORM = /^bok_[A-Za-z0-9_-]{43}$/;
const DAY = 24 * 60 * 60_000;
const USE_NOTED_EVERY = 60_000;

/**
 * Who comes with an API key.
 *
 * @throws Problem where it is not one, or was revoked, or is past its time
 */
export async function authenticateKey(key: string): Promise<Actor> {
  const refusal = new Problem('unauthenticated', 'This API key is not valid, or not any more.', [], {
    'WWW-Authenticate': 'Bearer',
  });
  if (!KEY_FORM.test(key)) throw refusal;
  const found = await ApiKeyModel.findOne({ hash: hashOf(key) }, {}, EVERY_ORGANISATION);
  const actor = found && (await actorOf(found));
  if (!actor) throw refusal;
  return actor;
}

/** Who acts with a key that is known by its identity; nobody, once it is revoked or past its time. */
export async function actorOfKey(organisation: string, id: string): Promise<Actor | undefined> {
  const found = await ApiKeyModel.findOne({ organisation, _id: id });
  return found ? actorOf(found) : undefined;
}

async function actorOf(found: Kept<ApiKey>): Promise<Actor | undefined> {
  if (found.revokedAt !== null || found.expiresAt.getTime() <= Date.now()) return undefined;
  const { organisation } = found;
  const person = await PersonModel.findOne({ organisation, _id: found.person }).lean();
  if (!person) return undefined;
  if (Date.now() - (found.lastUsedAt?.getTime() ?? 0) > USE_NOTED_EVERY) {
    await ApiKeyModel.updateOne({ organisation, _id: found.id }, { $set: { lastUsedAt: new Date() } });
  }
  return {
    organisation,
    person: found.person,
    key: found.id,
    role: person.role,
    actions: actionsOf(person.role, found.scopes),
  };
}

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

/** Whether there is any organisation yet. */
export async function hasBegun(): Promise<boolean> {
  return (await OrganisationModel.exists({})) !== null;
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

export async function listPeople(actor: Actor, query: PageQuery): Promise<Page<z.infer<typeof personShown>>> {
  authorise(actor, 'organisation:administer');
  const { organisation } = actor;
  return pageOf(query, async (below, limit) =>
    (
      await PersonModel.find({ organisation, ...before(below) })
        .sort({ _id: -1 })
        .limit(limit)
    ).map(personOf),
  );
}

export async function addPerson(
  actor: Actor,
  given: z.infer<typeof personNew>,
): Promise<z.infer<typeof personShown>> {
  authorise(actor, 'organisation:administer');
  return inTransaction(async () => {
    const [person] = await PersonModel.create([{ organisation: actor.organisation, ...given }]);
    await record(actor, 'people:add', `person/${idOf(person)}`);
    return personOf(there(person));
  });
}

export async function showPerson(actor: Actor, id: string): Promise<z.infer<typeof personShown>> {
  authorise(actor, 'organisation:administer');
  return personOf(await ownPerson(actor, id));
}

export async function changePerson(
  actor: Actor,
  id: string,
  version: number,
  change: z.infer<typeof personChange>,
): Promise<z.infer<typeof personShown>> {
  authorise(actor, 'organisation:administer');
  return inTransaction(async () => {
    const person = await ownPerson(actor, id);
    if (person.version !== version) throw changedMeanwhile();
    if (person.role === 'administrator' && change.role !== undefined && change.role !== 'administrator') {
      await refuseLastAdministrator(actor, id);
    }
    const { organisation } = actor;
    const changed = await PersonModel.findOneAndUpdate(
      { organisation, _id: id, version },
      { $set: change, $inc: { version: 1 } },
      { returnDocument: 'after' },
    );
    if (!changed) throw changedMeanwhile();
    await record(actor, 'people:change', `person/${id}`);
    return personOf(changed);
  });
}

/** Takes a person out of the organisation; all of the person's keys stop working. */
export async function removePerson(actor: Actor, id: string): Promise<void> {
  authorise(actor, 'organisation:administer');
  await inTransaction(async () => {
    const person = await ownPerson(actor, id);
    if (person.role === 'administrator') await refuseLastAdministrator(actor, id);
    const { organisation } = actor;
    await ApiKeyModel.updateMany(
      { organisation, person: id, revokedAt: null },
      { $set: { revokedAt: new Date() } },
    );
    await PersonModel.deleteOne({ organisation, _id: id });
    await record(actor, 'people:remove', `person/${id}`);
  });
}

export async function listKeys(actor: Actor, query: PageQuery): Promise<Page<z.infer<typeof keyShown>>> {
  authorise(actor, 'organisation:administer');
  const { organisation } = actor;
  return pageOf(query, async (below, limit) =>
    (
      await ApiKeyModel.find({ organisation, ...before(below) })
        .sort({ _id: -1 })
        .limit(limit)
    ).map(keyOf),
  );
}

/** Makes a key; no key can do more than the person it is for, or than the one that makes it. */
export async function addKey(actor: Actor, given: z.infer<typeof keyNew>): Promise<z.infer<typeof keyMade>> {
  authorise(actor, 'organisation:administer');
  return inTransaction(async () => {
    const id = given.person ?? actor.person;
    const person = await ownPerson(actor, id);
    const allowed = actionsOf(person.role);
    const beyond = given.scopes.filter((scope) => !allowed.has(scope) || !actor.actions.has(scope));
    if (beyond.length > 0) {
      throw new Problem('invalid', 'A key cannot do more than its person, or than the key that makes it.', [
        { pointer: '/scopes', detail: `Not allowed for the role ${person.role}: ${beyond.join(', ')}.` },
      ]);
    }
    const { key, kept } = await makeKey(actor.organisation, id, given.label, given.scopes, given.days);
    await record(actor, 'keys:make', `key/${idOf(kept)}`);
    return { ...keyOf(kept), key };
  });
}

export async function revokeKey(actor: Actor, id: string): Promise<void> {
  authorise(actor, 'organisation:administer');
  await inTransaction(async () => {
    const { organisation } = actor;
    const key = await ApiKeyModel.findOne({ organisation, _id: id });
    if (!key) throw notFound('key');
    if (key.revokedAt !== null) return;
    await ApiKeyModel.updateOne({ organisation, _id: id }, { $set: { revokedAt: new Date() } });
    await record(actor, 'keys:revoke', `key/${id}`);
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

async function ownPerson({ organisation }: Actor, id: string): Promise<Kept<Person>> {
  const person = await PersonModel.findOne({ organisation, _id: id });
  if (!person) throw notFound('person');
  return person;
}

async function refuseLastAdministrator({ organisation }: Actor, id: string): Promise<void> {
  const others = await PersonModel.find({ organisation, role: 'administrator' }).limit(2);
  if (others.some((person) => idOf(person) !== id)) return;
  throw new Problem('conflict', 'This is the last administrator; make somebody else one first.');
}

async function makeKey(
  organisation: string,
  person: string,
  label: string,
  scopes: readonly string[],
  days: number,
): Promise<{ readonly key: string; readonly kept: Kept<ApiKey> }> {
  const key = `bok_${randomBytes(32).toString('base64url')}`;
  const now = Date.now();
  const [kept] = await ApiKeyModel.create([
    {
      organisation,
      person,
      label,
      scopes: [...scopes],
      hash: hashOf(key),
      createdAt: new Date(now),
      expiresAt: new Date(now + days * DAY),
    },
  ]);
  return { key, kept: there(kept) };
}

/** Documents older than one of that identity; all of them where none is named. */
export function before(below: string | undefined): object {
  return below === undefined ? {} : { _id: operators({ $lt: below }) };
}

/** An edit of a version that is not there any more. */
export const changedMeanwhile = (): Problem =>
  new Problem('changed-meanwhile', 'It was changed meanwhile. Read it again, and make your change to that.');

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');

function idOf(document: { readonly id?: unknown } | null | undefined): string {
  return String(there(document).id);
}

function there<T>(document: T | null | undefined): T {
  if (document === null || document === undefined)
    throw new Error('A document that was just written is missing.');
  return document;
}

function organisationOf(found: Kept<Organisation>): z.infer<typeof organisationShown> {
  const kind = found.kind as z.infer<typeof organisationShown>['kind'];
  return { id: idOf(found), name: found.name, kind, timeZone: found.timeZone, version: found.version };
}

function personOf(found: Kept<Person>): z.infer<typeof personShown> {
  return { id: idOf(found), name: found.name, role: found.role, version: found.version };
}

function keyOf(found: Kept<ApiKey>): z.infer<typeof keyShown> {
  return {
    id: idOf(found),
    person: found.person,
    label: found.label,
    scopes: found.scopes as z.infer<typeof keyShown>['scopes'],
    createdAt: found.createdAt.toISOString(),
    expiresAt: found.expiresAt.toISOString(),
    lastUsedAt: found.lastUsedAt?.toISOString() ?? null,
    revokedAt: found.revokedAt?.toISOString() ?? null,
  };
}
