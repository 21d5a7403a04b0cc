// The files that are generated and committed, and how each is made: table types and schema from a database that is
// migrated in a moment and thrown away, the API document from the contracts.

import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describeSchema } from '../platform/db/catalogue-dump.ts'
import { describeTypes } from '../platform/db/catalogue-types.ts'
import { startEmbedded } from '../platform/db/embedded.ts'
import { migrate } from '../platform/db/migrate.ts'
import { createPool } from '../platform/db/pool.ts'
import { ensureAppRole } from '../platform/db/roles.ts'
import { root } from './runtime.mjs'

/** path → text, as they should be */
export async function makeFromDatabase(tree = root) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'kontoret-tables-'))
  // PostgreSQL may run as another user, who must be able to enter.
  chmodSync(dataFolder, 0o755)
  const server = await startEmbedded({ dataFolder, disposable: true })
  const owner = createPool({ url: server.url, max: 2 })
  try {
    await ensureAppRole(owner, server.url)
    await migrate(owner, join(tree, 'migrations'))
    return new Map([
      ['migrations/schema.sql', await describeSchema(owner)],
      ['platform/db/tables.ts', await describeTypes(owner)],
    ])
  } finally {
    await owner.end()
    await server.stop()
  }
}

/** Empty as long as there is no app/openapi.ts. */
export async function makeFromContracts(tree = root) {
  const source = join(tree, 'app', 'openapi.ts')
  if (!existsSync(source)) return new Map()
  const { bundleServer } = await import('./bundle.mjs')
  // Inside the tree, so that packages are found.
  const folder = mkdtempSync(join(tree, 'node_modules', '.openapi-'))
  try {
    const outfile = join(folder, 'openapi.mjs')
    await bundleServer('app/openapi.ts', outfile, tree)
    const { openApiDocument } = await import(pathToFileURL(outfile).href)
    return new Map([['openapi.json', `${JSON.stringify(await openApiDocument(), null, 2)}\n`]])
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export async function writeGenerated(tree = root) {
  const all = [...(await makeFromDatabase(tree)), ...(await makeFromContracts(tree))]
  for (const [file, text] of all) {
    const path = join(tree, file)
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue
    writeFileSync(path, text)
    console.log(`wrote ${file}`)
  }
}
