// Where the suites play: one shared migrated database, and clones of an empty migrated one for those who take a policy, a
// lock or a key away. `npm test` gives its own; here is the one of `npm run deep`.
import { randomUUIDv7 } from 'node:crypto'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { startEmbedded } from '#platform/db/embedded'
import { migrate } from '#platform/db/migrate'
import { createPool } from '#platform/db/pool'
import { projectRoot } from '#platform/db/project-root'
import { ensureAppRole } from '#platform/db/roles'
import type { OwnDatabase } from '#testing'

export interface Databases {
  /** A migrated database of one's own; with `from`, a copy of another that nobody is connected to. */
  clone(): Promise<OwnDatabase>
  close(): Promise<void>
}

const template = '/kontoret?'

export async function ownDatabases(): Promise<Databases> {
  const folder = mkdtempSync(join(tmpdir(), 'kontoret-deep-'))
  chmodSync(folder, 0o755)
  const server = await startEmbedded({ dataFolder: join(folder, 'data'), disposable: true })
  const owner = createPool({ url: server.url, max: 2 })
  await ensureAppRole(owner, server.url)
  await migrate(owner, join(projectRoot(), 'migrations'))
  await owner.end()
  const opened = new Set<OwnDatabase>()
  const at = (name: string): string => server.url.replace(template, `/${name}?`)
  return {
    async clone() {
      const name = `own_${randomUUIDv7().replaceAll('-', '')}`
      await asAdmin(at('postgres'), `create database ${name} template kontoret strategy file_copy`)
      const ownerPool = createPool({ url: at(name), max: 4, letExit: true })
      const appPool = createPool({ ...(await ensureAppRole(ownerPool, at(name))), max: 10, letExit: true })
      const database: OwnDatabase = {
        ...{ ownerPool, appPool, url: at(name) },
        async drop() {
          opened.delete(database)
          await Promise.all([ownerPool.end(), appPool.end()])
          await asAdmin(at('postgres'), `drop database ${name} with (force)`)
        },
      }
      opened.add(database)
      return database
    },
    async close() {
      for (const database of opened) await database.drop()
      await server.stop()
    },
  }
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
