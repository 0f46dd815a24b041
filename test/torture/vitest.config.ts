import { defineConfig } from 'vitest/config'

/** The real program, killed over and over. */
export default defineConfig({
  cacheDir: '.cache/vitest-torture',
  test: { include: ['test/torture/**/*.test.ts'], fileParallelism: false },
})
