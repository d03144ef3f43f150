import { z } from 'zod';
import type { Database } from '../database/database.js';
import { PUBLIC } from './mount.js';
import { Problem } from './problem.js';
import { type AnyRoute, route } from './route.js';

/** On which MongoDB the whole test suite last passed; nothing more is claimed. */
export const PASSED_ON_MONGODB = 'not yet run on MongoDB';

/** Whether the process lives, and whether it can work. */
export function healthRoutes(database: Pick<Database, 'kind' | 'version' | 'ping'>): readonly AnyRoute[] {
  const common = { method: 'get', tag: 'Health', access: PUBLIC } as const;
  return [
    route({
      ...common,
      path: '/livez',
      operation: 'live',
      summary: 'Whether the process answers',
      answers: { 200: { description: 'It does', schema: z.strictObject({ status: z.literal('live') }) } },
      handle: () => Promise.resolve({ status: 200, body: { status: 'live' } }),
    }),
    route({
      ...common,
      path: '/readyz',
      operation: 'ready',
      summary: 'Whether the service can reach its database',
      answers: { 200: { description: 'It can' } },
      async handle() {
        try {
          await database.ping();
        } catch {
          throw new Problem('unavailable', 'The database does not answer.', [], { 'Retry-After': '5' });
        }
        return {
          status: 200,
          body: {
            status: 'ready',
            database: database.kind,
            ...(database.kind !== 'embedded' && { version: database.version }),
            testedOn: PASSED_ON_MONGODB,
          },
        };
      },
    }),
  ];
}
