// Builds and runs Kontoret. Settings come from the environment: KONTORET_DATA, DATABASE_URL, KONTORET_URL, PORT.

import { onOurNode, root } from './runtime.mjs'

await onOurNode(async () => {
  const { bundle } = await import('./bundle.mjs')
  await bundle()
  process.setSourceMapsEnabled(true)
  await import(`${root}/dist/server.mjs`)
})
