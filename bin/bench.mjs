// Measures our figures beside their floors (bench/main.ts).

import { onOurNode } from './runtime.mjs'

await onOurNode(async () => {
  const { runSource } = await import('./run-source.mjs')
  await runSource('bench/main.ts')
})
