// All there is to test: finds or installs Chromium, builds, runs bin/check and every test, and closes with the plain
// line `N passed, N failed`. Words after the command narrow the tests (not the check): `npm test -- modules/cases`.

import { onOurNode } from './runtime.mjs'

await onOurNode(async () => {
  const { testEverything } = await import('./test-everything.mjs')
  process.exit(await testEverything(process.argv.slice(2)))
})
