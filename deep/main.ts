// `npm run deep`: every suite in full, one line each with its figures, and beside them that it fails when what it guards is
// taken away. Words after the command choose suites: `npm run deep -- kills live`. Exit 1 on any deviation.
import { ownDatabases } from './databases.ts'
import type { Databases } from './databases.ts'
import { details, line } from './outcome.ts'
import type { Outcome } from './outcome.ts'
import { suites } from './suites.ts'
import type { Suite } from './suites.ts'

const chosen = process.argv.slice(2)
const databases = await ownDatabases()
let holds = true
try {
  for (const suite of suites.filter(({ name }) => chosen.length === 0 || chosen.some((word) => name.includes(word))))
    if (!(await tried(suite))) holds = false
} finally {
  await databases.close()
}
process.exit(holds ? 0 : 1)

async function tried({ name, full, without }: Suite): Promise<boolean> {
  const from = performance.now()
  const outcome = await inClone(databases, full)
  const seen: string[] = []
  const missed: string[] = []
  for (const [what, [run, tells]] of Object.entries(without)) {
    const { deviations } = await inClone(databases, run)
    const told = deviations.filter((one) => tells.test(one)).length
    if (told > 0) seen.push(`${what} ${told}`)
    else missed.push(what)
  }
  const seconds = Math.round((performance.now() - from) / 1000)
  console.log(
    `${line(name, outcome)}${seen.length > 0 ? `; deviations without ${seen.join(', without ')}` : ''} (${seconds} s)`,
  )
  if (outcome.deviations.length > 0) console.log(details(outcome))
  for (const what of missed) console.log(`${name} does not notice that it is without ${what}`)
  return outcome.deviations.length === 0 && missed.length === 0
}

async function inClone({ clone }: Databases, run: Suite['full']): Promise<Outcome> {
  const database = await clone()
  try {
    return await run(database)
  } catch (error) {
    return {
      figures: {},
      deviations: [`the suite itself failed: ${error instanceof Error ? error.stack : String(error)}`],
    }
  } finally {
    await database.drop()
  }
}
