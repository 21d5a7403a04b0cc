// How tests run: threads that share one real PostgreSQL, started only when a test asks for it (platform/testing).

import { defineConfig } from 'vitest/config'
import { PlainLine } from './platform/testing/plain-line.ts'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['{app,basics,bench,bin,connections,deep,journeys,modules,platform,web,world}/**/*.test.{ts,tsx}'],
    globalSetup: ['platform/testing/global-setup.ts'],
    reporters: ['default', new PlainLine()],
    pool: 'threads',
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
  },
})
