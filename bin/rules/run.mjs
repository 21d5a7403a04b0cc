// Runs every rule over a tree: the slow tools two at a time, ours in between. Prints what is wrong and how long each
// took.

import { availableParallelism } from 'node:os'
import { client, cycles, doors, pure, ranked } from './boundaries.mjs'
import { drift } from './drift.mjs'
import { names } from './names.mjs'
import { personalData } from './personal-data.mjs'
import { sqlTime } from './sql-time.mjs'
import { foreignKeys, stores } from './tables.mjs'
import { format, lint, types, unused } from './tools.mjs'
import { openTree } from './tree.mjs'
import { words } from './words.mjs'

/** The slow ones first, so that the quick fill the gaps. */
export const rules = [
  ...[format, lint, types, unused, drift, doors, pure, client, cycles, ranked, names, stores, foreignKeys],
  ...[sqlTime, personalData, words],
]

const mostShown = 40

export async function check(root, chosen = rules) {
  const start = performance.now()
  const tree = openTree(root)
  const waiting = [...chosen]
  let failed = 0
  const work = async () => {
    for (let rule = waiting.shift(); rule; rule = waiting.shift()) {
      const began = performance.now()
      const faults = await Promise.resolve(rule.find(tree)).catch((error) => [error.message ?? String(error)])
      if (faults.length > 0) failed++
      report(rule.name, faults, performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work))
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`check: ${chosen.length - failed} of ${chosen.length} rules hold (${seconds} s)`)
  return { passed: chosen.length - failed, failed }
}

function report(name, faults, milliseconds) {
  const took = milliseconds < 1000 ? '' : ` (${(milliseconds / 1000).toFixed(1)} s)`
  if (faults.length === 0) return console.log(`  ok   ${name}${took}`)
  console.log(`  FAIL ${name}${took}`)
  for (const fault of faults.slice(0, mostShown)) console.log(`       ${fault}`)
  if (faults.length > mostShown) console.log(`       … and ${faults.length - mostShown} more`)
}
