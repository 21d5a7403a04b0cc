// The demonstration world (world/reset.ts). KONTORET_DATA or DATABASE_URL say where.

import { onOurNode } from './runtime.mjs'

await onOurNode(async () => {
  const { runSource } = await import('./run-source.mjs')
  await runSource('world/reset.ts', 'world')
})
