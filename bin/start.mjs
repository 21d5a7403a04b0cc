// Builds and runs Kontoret. Settings come from the environment: KONTORET_DATA, DATABASE_URL, KONTORET_URL, PORT.

import { onOurNode, root } from './runtime.mjs'

await onOurNode(async () => {
  const { bundle, stopBuilding } = await import('./bundle.mjs')
  await bundle().catch(() => {
    console.error('The program could not be built; the reason stands above.')
    process.exit(1)
  })
  await stopBuilding()
  process.setSourceMapsEnabled(true)
  await import(`${root}/dist/server.mjs`)
})
