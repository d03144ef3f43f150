import { createHash } from 'node:crypto';
import { EVERY_ORGANISATION, operators } from '../database/owned.js';
import { GivenAnswerModel } from './idempotency.model.js';
import { Problem } from './problem.js';
import type { Reply } from './route.js';

const KEPT_FOR = 24 * 60 * 60_000;

/** A request that names itself by an Idempotency-Key. */
export interface NamedRequest {
  readonly organisation: string;
  readonly route: string;
  readonly name: string;
  readonly content: string;
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
  if (given.request === hashOf(request)) return JSON.parse(given.answer) as Reply;
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
        request: hashOf(request),
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

function hashOf({ content }: NamedRequest): string {
  return createHash('sha256').update(content).digest('hex');
}
