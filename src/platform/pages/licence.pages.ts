import { readFileSync } from 'node:fs';
import { PUBLIC } from '../http/mount.js';
import { type AnyPageRoute, pageRoute } from './page-route.js';

export const licenceRoutes: readonly AnyPageRoute[] = [
  pageRoute({
    method: 'get',
    path: '/licence',
    summary: 'The licence of the program, in full',
    access: PUBLIC,
    handle: () => ({
      file: readFileSync(new URL('../../../LICENSE', import.meta.url)),
      type: 'text/plain; charset=utf-8',
    }),
  }),
];
