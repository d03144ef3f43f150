import { answerGiven, keepAnswer, namedRequest } from '../platform/http/idempotency.js';
import { Problem } from '../platform/http/problem.js';
import type { Call, Reply } from '../platform/http/route.js';

type Named = Pick<Call<unknown, unknown, unknown>, 'actor' | 'request' | 'body'>;

/**
 * Does what is asked once for each Idempotency-Key, keeping nothing from which what was sent could be told. Of the
 * answer only the identity is kept, so that what is removed later is not still here.
 *
 * @param again makes the answer anew, from what was kept of it
 * @throws Problem where the key was used for another request
 */
export async function onceUnderSecretKey(
  call: Named,
  job: () => Promise<Reply>,
  again: (kept: Reply) => Promise<Reply> = (kept) => Promise.resolve(kept),
): Promise<Reply> {
  const named = namedRequest(call.request, call.actor, JSON.stringify(call.body));
  if (!named) return job();
  const given = await answerGiven(named);
  if (given) {
    const reply = await again(given);
    return { ...reply, headers: { ...reply.headers, 'Idempotency-Replayed': 'true' } };
  }
  const reply = await job();
  await keepAnswer(named, withIdentityOnly(reply));
  return reply;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @throws Problem where the key is one that could be guessed, and with it what was sent */
export function refuseGuessableKey({ request }: Pick<Named, 'request'>): void {
  const key = request.get('idempotency-key');
  if (key === undefined || UUID.test(key)) return;
  throw new Problem(
    'malformed-request',
    'Use a random UUID as Idempotency-Key here: of a form only a hash is kept, and the key is what makes it impossible to guess.',
  );
}

function withIdentityOnly({ body, ...reply }: Reply): Reply {
  return body === undefined ? reply : { ...reply, body: { id: (body as { readonly id: string }).id } };
}
