// bin/verify-journal: says of every office whether its journal is whole, and names the first entry that is not. Ends
// with 1 when any is broken. Works beside a running office, or alone on its data folder.
import { join } from 'node:path'
import { CannotStart } from '#platform/db/cannot-start'
import { openDatabase } from '#platform/db/database'
import { floorOver } from '#platform/db/floor'
import { runningAddress } from '#platform/db/running'
import { tenants } from '#platform/identity/reach'
import { checkJournal } from '#platform/journal-check'
import { readConfig } from './config.ts'
import { wire } from './modules.ts'

async function verify(): Promise<boolean> {
  wire()
  const { dataFolder, databaseUrl } = readConfig(process.env)
  const database = await openDatabase({
    dataFolder,
    databaseUrl: databaseUrl ?? (await runningAddress(dataFolder)),
    appPoolSize: 2,
  })
  try {
    const stage = { floor: floorOver(database.appPool) }
    const offices = await tenants(stage.floor)
    if (offices.length === 0) console.log('There is no office here.')
    let whole = true
    for (const tenant of offices) {
      const { entries, keptHead, broken } = await checkJournal(stage, tenant, join(dataFolder, 'journal-heads'))
      const outside = keptHead === null ? 'no head kept outside yet' : `head kept outside up to ${keptHead}`
      if (broken) {
        whole = false
        console.error(
          `${tenant.slug}: BROKEN at entry ${broken.n}: ${broken.why} (${entries} entries hold, ${outside})`,
        )
      } else console.log(`${tenant.slug}: ${entries} entries hold, ${outside}`)
    }
    return whole
  } finally {
    await database.close()
  }
}

try {
  process.exitCode = (await verify()) ? 0 : 1
} catch (error) {
  console.error(error instanceof CannotStart ? error.message : error)
  process.exitCode = 1
}
