import { defineConfig } from 'vitest/config';

/** The tests that watch over plants and the closure proof; what they need not build is not built for each mutant. */
export default defineConfig({
  test: {
    include: ['src/plants/**/*.test.ts', 'src/network/**/*.test.ts', 'src/weather/power-curve.test.ts'],
    setupFiles: ['test/mutation-coverage.ts'],
    testTimeout: 30_000,
  },
});
