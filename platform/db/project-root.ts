// Finds the folder of this installation (where package.json and migrations/ lie), from the sources as well as from
// the bundle in dist/.

import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

export function projectRoot(): string {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'package.json')) || !existsSync(join(folder, 'migrations'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error(`no package.json with migrations above ${import.meta.dirname}`)
    folder = parent
  }
  return folder
}
