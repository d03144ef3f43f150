import { createHash, randomBytes } from 'node:crypto';
import { record } from '../platform/audit/audit.js';
import { EVERY_ORGANISATION, operators } from '../platform/database/owned.js';
import { inTransaction } from '../platform/database/transaction.js';
import type { Visitor } from '../platform/pages/page-route.js';
import { actorOfKey, authenticateKey } from './keys.service.js';
import { SessionModel } from './sessions.model.js';

const HOURS = 12;
const SECONDS = HOURS * 60 * 60;

/** A session that begins; its token is known to the browser alone. */
export interface Begun {
  readonly token: string;
  readonly seconds: number;
}

/**
 * Signs somebody in with an API key; a session the browser had before ends.
 *
 * @throws Problem where the key is not valid
 */
export async function signIn(key: string, former: string | undefined): Promise<Begun> {
  const actor = await authenticateKey(key);
  const { organisation } = actor;
  const token = randomBytes(32).toString('base64url');
  const now = Date.now();
  await inTransaction(async () => {
    await SessionModel.deleteMany({ expiresAt: operators({ $lt: new Date(now) }) }, EVERY_ORGANISATION);
    if (former !== undefined) await SessionModel.deleteOne({ hash: hashOf(former) }, EVERY_ORGANISATION);
    await SessionModel.create([
      {
        organisation,
        key: actor.key,
        hash: hashOf(token),
        createdAt: new Date(now),
        expiresAt: new Date(now + SECONDS * 1000),
      },
    ]);
    await record(actor, 'sessions:begin', `key/${actor.key}`);
  });
  return { token, seconds: SECONDS };
}

/** Who is signed in with a token; nobody, once the session or its key has ended. */
export async function visitorOf(token: string): Promise<Visitor | undefined> {
  const session = await SessionModel.findOne({ hash: hashOf(token) }, {}, EVERY_ORGANISATION).lean();
  if (!session || session.expiresAt.getTime() <= Date.now()) return undefined;
  const actor = await actorOfKey(session.organisation, session.key);
  return actor && { actor, csrf: csrfOf(token) };
}

export async function signOut(token: string): Promise<void> {
  await SessionModel.deleteOne({ hash: hashOf(token) }, EVERY_ORGANISATION);
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hashOf = (token: string): string => sha256(token);

/** Made from the token, which no page shows, so that it need not be stored. */
const csrfOf = (token: string): string => sha256(`csrf ${token}`);
