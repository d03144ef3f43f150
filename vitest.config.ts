import { defineConfig } from 'vitest/config';
import { loopback } from './test/support/loopback.js';

/** Tests in which a browser or another program reaches a service on a port. */
const ON_A_PORT = ['test/pages/pages.test.ts', 'test/browser/**', 'test/docs/**'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'bokslut',
          include: ['test/**/*.test.ts'],
          exclude: ['test/conformance/**', ...(loopback ? [] : ON_A_PORT)],
          globalSetup: 'test/support/build.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      { test: { name: 'conformance', include: ['test/conformance/**/*.test.ts'], testTimeout: 60_000 } },
    ],
  },
});
