import { z } from 'zod';
import { operators } from '../database/owned.js';
import { Problem } from './problem.js';

const USUAL_PAGE = 50;

/** Parameters of a list that is read page by page. */
export const pageQuery = z.strictObject({
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.number().min(1).max(200))
    .optional()
    .meta({ description: 'How many at the most, 1 to 200; left out: 50' }),
  cursor: z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'Where the page begins, from the Link before it' }),
});

export type PageQuery = z.infer<typeof pageQuery>;

/** A page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

/**
 * Reads a page of things in the order of their identities, the newest first.
 *
 * @param find gets the identity to stay below, if any, and how many to read
 */
export async function pageOf<T extends { readonly id: string }>(
  query: PageQuery,
  find: (below: string | undefined, limit: number) => Promise<readonly T[]>,
): Promise<Page<T>> {
  const limit = query.limit ?? USUAL_PAGE;
  if (query.cursor !== undefined && !/^[0-9a-f]{24}$/.test(query.cursor)) {
    throw new Problem('unknown-parameter', 'This cursor was not made here; begin without one.');
  }
  const found = await find(query.cursor, limit + 1);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, ...(found.length > limit && last && { next: last.id }) };
}

/** Documents older than one of that identity; all of them where none is named. */
export function before(below: string | undefined): object {
  return below === undefined ? {} : { _id: operators({ $lt: below }) };
}
