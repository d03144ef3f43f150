import type { Request } from 'express';
import { createHash, createHmac } from 'node:crypto';
import { EVERY_ORGANISATION, operators } from '../database/owned.js';
import type { Actor } from './actor.js';
import { GivenAnswerModel } from './idempotency.model.js';
import { Problem } from './problem.js';
import type { Reply } from './route.js';

const KEPT_FOR = 24 * 60 * 60_000;

/** A request that names itself by an Idempotency-Key. */
export interface NamedRequest {
  readonly organisation: string;
  readonly route: string;
  /** SHA-256 of the key. */
  readonly name: string;
  /** Of what was sent, hashed with the key: without the key nobody can try out what it was. */
  readonly request: string;
}

/**
 * The name of a request, if it has one.
 *
 * @throws Problem where the key has the wrong form
 */
export function namedRequest(request: Request, actor: Actor, content: string): NamedRequest | undefined {
  const key = request.get('idempotency-key');
  if (key === undefined) return undefined;
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new Problem('malformed-request', 'Idempotency-Key is 1 to 200 visible characters without spaces.');
  }
  return {
    organisation: actor.organisation,
    route: `${request.method} ${request.path}`,
    name: createHash('sha256').update(key).digest('hex'),
    request: createHmac('sha256', key).update(content).digest('hex'),
  };
}

/**
 * The answer already given to a request of that name.
 *
 * @throws Problem where the name was used for another request
 */
export async function answerGiven(request: NamedRequest): Promise<Reply | undefined> {
  const { organisation, route, name } = request;
  const given = await GivenAnswerModel.findOne({ organisation, route, name }).lean();
  if (!given || given.expiresAt.getTime() < Date.now()) return undefined;
  if (given.request === request.request) return JSON.parse(given.answer) as Reply;
  throw new Problem(
    'idempotency-key-reused',
    'This Idempotency-Key was sent with another request before. Use a new one for a new request.',
  );
}

/** Keeps an answer for a day, in the transaction of what was done. */
export async function keepAnswer(request: NamedRequest, reply: Reply): Promise<void> {
  const { organisation, route, name } = request;
  await GivenAnswerModel.updateOne(
    { organisation, route, name },
    {
      $set: {
        request: request.request,
        answer: JSON.stringify(reply),
        expiresAt: new Date(Date.now() + KEPT_FOR),
      },
    },
    { upsert: true },
  );
}

/** Forgets answers that are past; the service does so now and then. */
export async function forgetAnswers(): Promise<void> {
  await GivenAnswerModel.deleteMany({ expiresAt: operators({ $lt: new Date() }) }, EVERY_ORGANISATION);
}
