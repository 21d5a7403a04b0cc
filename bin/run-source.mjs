// Runs one of our own programs from its TypeScript source (bench/main.ts, deep/main.ts): bundled to dist/ in a moment,
// because its pages are .tsx, and imported.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundleServer, stopBuilding } from './bundle.mjs'
import { root } from './runtime.mjs'

export async function runSource(entry, name = entry.split('/')[0]) {
  if (!existsSync(join(root, entry))) {
    console.error(`There is no ${entry} in this version.`)
    process.exit(1)
  }
  const outfile = join(root, 'dist', `${name}.mjs`)
  await bundleServer(entry, outfile)
  await stopBuilding()
  process.setSourceMapsEnabled(true)
  await import(pathToFileURL(outfile).href)
}
