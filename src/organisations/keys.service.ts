import { createHash, randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { record } from '../platform/audit/audit.js';
import { EVERY_ORGANISATION } from '../platform/database/owned.js';
import { inTransaction } from '../platform/database/transaction.js';
import type { Actor } from '../platform/http/actor.js';
import { before, type Page, pageOf, type PageQuery } from '../platform/http/pages-of.js';
import { notFound, Problem } from '../platform/http/problem.js';
import { actionsOf, authorise } from './access.service.js';
import type { keyMade, keyNew, keyShown } from './organisations.contract.js';
import { type ApiKey, ApiKeyModel, idOf, type Kept, PersonModel, there } from './organisations.model.js';
import { ownPerson } from './people.service.js';

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
    const noted = ApiKeyModel.updateOne(
      { organisation, _id: found.id },
      { $set: { lastUsedAt: new Date() } },
    );
    // Where nothing can be written, as on a full disk, what is there can still be read.
    await noted.catch(() => undefined);
  }
  return {
    organisation,
    person: found.person,
    key: found.id,
    role: person.role,
    actions: actionsOf(person.role, found.scopes),
  };
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

/** Makes a key; only its hash is kept. */
export async function makeKey(
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

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');

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
