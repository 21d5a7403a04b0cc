// What is generated and committed must be what would be generated now: the schema and the table types from the
// migrations, the API document from the contracts.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFromContracts, makeFromDatabase } from '../generated.mjs'

export const drift = {
  name: 'generated files are up to date',
  async find(tree) {
    const made = [...(await makeFromDatabase(tree.root)), ...(await makeFromContracts(tree.root))]
    return made.flatMap(([file, text]) => {
      const path = join(tree.root, file)
      const committed = existsSync(path) ? readFileSync(path, 'utf8') : ''
      return committed === text ? [] : [`${file}${firstDifference(committed, text)}; run node bin/tables.mjs`]
    })
  },
}

function firstDifference(committed, made) {
  if (committed === '') return ' is missing'
  const [before, now] = [committed.split('\n'), made.split('\n')]
  const index = now.findIndex((line, at) => line !== before[at])
  return `:${Math.max(index, 0) + 1} should be: ${(now[index] ?? 'nothing more').trim().slice(0, 120)}`
}
