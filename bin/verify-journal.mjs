// Proves every office's journal (app/verify-journal.ts). KONTORET_DATA or DATABASE_URL say where.

import { onOurNode } from './runtime.mjs'

await onOurNode(async () => {
  const { runSource } = await import('./run-source.mjs')
  await runSource('app/verify-journal.ts', 'verify-journal')
})
