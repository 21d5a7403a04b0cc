// Builds dist/ (server and client).

import { onOurNode } from './runtime.mjs'

await onOurNode(async () => {
  const { bundle } = await import('./bundle.mjs')
  // esbuild says what is wrong.
  await bundle().catch(() => process.exit(1))
})
