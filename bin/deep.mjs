// The long suites: kills, races, isolation (deep/main.ts).

import { onOurNode } from './runtime.mjs'

await onOurNode(async () => {
  const { runSource } = await import('./run-source.mjs')
  await runSource('deep/main.ts')
})
