import { defineConfig } from 'vitest/config';

/** The unit tests: everything under tests/ but the journeys, which Playwright runs. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**'],
    environment: 'node',
    // Without this a stylesheet imported as text is empty, and pages would be tested without their theme.
    css: true,
    // Disk tests and child processes share two cores on a small machine.
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
