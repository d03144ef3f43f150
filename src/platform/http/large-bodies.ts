import type { Request } from 'express';
import { Problem } from './problem.js';

/** Bodies below this are not counted. */
const LARGE = 256 * 1024;
/** What large bodies may hold of memory together, in bytes as they are sent. */
const ROOM = 128 * 1024 * 1024;
const ROOM_OF_ONE = ROOM / 2;

const held = new Map<string, number>();

/**
 * Holds memory for the body of a request until it has been answered. One organisation is given half of it at the
 * most, so that it cannot keep others out.
 *
 * @param limit of the route, in bytes, which a body of unknown length is taken to reach
 * @throws Problem where there is no room at the moment
 */
export async function withRoom<T>(
  request: Request,
  organisation: string,
  limit: number,
  job: () => Promise<T>,
): Promise<T> {
  const bytes = Math.min(lengthOf(request), limit);
  if (bytes < LARGE) return job();
  const own = held.get(organisation) ?? 0;
  const all = [...held.values()].reduce((sum, one) => sum + one, 0);
  if (own + bytes > ROOM_OF_ONE || all + bytes > ROOM) {
    throw new Problem('unavailable', 'Too many large requests are being taken. Try again in a moment.', [], {
      'Retry-After': '5',
    });
  }
  held.set(organisation, own + bytes);
  try {
    return await job();
  } finally {
    const left = (held.get(organisation) ?? 0) - bytes;
    if (left > 0) held.set(organisation, left);
    else held.delete(organisation);
  }
}

/** Compressed or in chunks, it may be anything. */
function lengthOf(request: Request): number {
  const length = Number(request.get('content-length'));
  const plain = (request.get('content-encoding') ?? 'identity') === 'identity';
  return plain && request.get('transfer-encoding') === undefined && Number.isFinite(length)
    ? length
    : Number.POSITIVE_INFINITY;
}
