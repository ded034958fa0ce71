import { defineConfig } from '@playwright/test';

/** The journeys: the real app in a real window, each with a data folder of its own. Run them with `npm test -- e2e`. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: false,
  // A journey that passes only sometimes is a failure.
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  use: {
    trace: 'retain-on-failure',
    // Video needs ffmpeg and waits for it forever where it is absent.
    video: 'off',
  },
});
