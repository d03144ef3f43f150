import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'bokslut',
          include: ['test/**/*.test.ts'],
          exclude: ['test/conformance/**'],
          globalSetup: 'test/support/build.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      { test: { name: 'conformance', include: ['test/conformance/**/*.test.ts'], testTimeout: 60_000 } },
    ],
  },
});
