import { defineConfig } from 'vitest/config'
import { patience } from './harness/patience.ts'

/** The built program, used as a person would: one window at a time, on Electron or on the stand-in. */
export default defineConfig({
  cacheDir: '.cache/vitest-e2e',
  test: {
    include: ['test/e2e/**/*.test.ts'],
    setupFiles: ['test/watch-output.ts'],
    globalSetup: 'test/e2e/build-first.ts',
    fileParallelism: false,
    // For a machine that does much else; what goes well waits for none of it.
    testTimeout: 600_000,
    hookTimeout: patience,
    expect: { poll: { timeout: patience } },
  },
})
