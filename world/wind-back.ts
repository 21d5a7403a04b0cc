// Winds every office of a demonstration back to its first day (model.md §8): everything in it goes, what visitors have
// done too, and the next start lays it anew. Refused while the program runs, and where a real office shares the database.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import { CannotStart } from '#platform/db/cannot-start'
import { openDatabase } from '#platform/db/database'
import { floorOver } from '#platform/db/floor'
import { forgetOffices } from '#platform/demonstration'
import { tenants } from '#platform/identity/reach'

/** Returns the names of the offices that were wound back. */
export async function windBack(dataFolder: string, databaseUrl?: string): Promise<readonly string[]> {
  const database = await openDatabase({ dataFolder, databaseUrl })
  try {
    await refuseInUse(database.ownerPool)
    const offices = await tenants(floorOver(database.ownerPool))
    const real = offices.find((office) => !office.demonstration)
    if (real) throw new CannotStart(`${real.name} is no demonstration; nothing has been changed.`)
    await forgetOffices(database.ownerPool)
    for (const name of ['files', 'journal-heads']) rmSync(join(dataFolder, name), { recursive: true, force: true })
    return offices.map((office) => office.name)
  } finally {
    await database.close()
  }
}

/** A data folder has a lock; another PostgreSQL only knows who is connected. A session that is just leaving may leave. */
async function refuseInUse(owner: Pool): Promise<void> {
  for (let tries = 0; tries < 20; tries += 1) {
    const others = await owner.query(
      `select from pg_stat_activity
       where datname = current_database() and backend_type = 'client backend' and application_name <> 'kontoret owner'`,
    )
    if (others.rowCount === 0) return
    await sleep(100)
  }
  throw new CannotStart('Somebody is connected to this database: stop Kontoret first. Nothing has been changed.')
}
