// Builds dist/ (server and client).

import { onOurNode } from './runtime.mjs'

await onOurNode(async () => {
  const { bundle } = await import('./bundle.mjs')
  await bundle()
})
