// Writes what follows from the migrations: platform/db/tables.ts and migrations/schema.sql.

import { onOurNode } from './runtime.mjs'

await onOurNode(async () => {
  const { writeGenerated } = await import('./generated.mjs')
  await writeGenerated()
})
