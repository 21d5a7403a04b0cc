// Opens the database of this installation: the embedded PostgreSQL of the data folder, or the one DATABASE_URL names.
// Either way it ends up migrated, with one pool for the owner and one for the role that serves people.

import { join } from 'node:path'
import type { Pool } from 'pg'
import { CannotStart, reasonOf } from './cannot-start.ts'
import { startEmbedded, type EmbeddedPostgres } from './embedded.ts'
import { migrate } from './migrate.ts'
import { createPool } from './pool.ts'
import { projectRoot } from './project-root.ts'
import { ensureAppRole, parseUrl, withHost } from './roles.ts'

export interface DatabaseConfig {
  /** Where the embedded PostgreSQL keeps its files; unused with `databaseUrl`. */
  readonly dataFolder: string
  readonly databaseUrl?: string | undefined
  /** Connections for people's requests, per process. */
  readonly appPoolSize?: number | undefined
  readonly ownerPoolSize?: number | undefined
  readonly migrationsFolder?: string | undefined
}

export interface Database {
  /** Owns the tables, runs migrations and the job runner. Never serves a person's request. */
  readonly ownerPool: Pool
  /** Signs in as kontoret_app, bound by row-level security. */
  readonly appPool: Pool
  /** The owner's address: for the job runner's own connections, and as DATABASE_URL of a second process. */
  readonly url: string
  readonly embedded: boolean
  close(): Promise<void>
}

const oldestServer = 160_000

export async function openDatabase(config: DatabaseConfig): Promise<Database> {
  if (config.databaseUrl !== undefined && config.databaseUrl !== '')
    return openAt(config.databaseUrl, config, undefined)
  const server = await startEmbedded({ dataFolder: config.dataFolder })
  try {
    return await openAt(server.url, config, server)
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function openAt(url: string, config: DatabaseConfig, server: EmbeddedPostgres | undefined): Promise<Database> {
  checkUrl(url)
  // Two at the least: migrations hold one and the job runner's own migrations take another.
  const ownerPool = createPool({ url, max: Math.max(2, config.ownerPoolSize ?? 4), applicationName: 'kontoret owner' })
  try {
    await checkServer(ownerPool, url)
    const signIn = await ensureAppRole(ownerPool, url)
    await migrate(ownerPool, config.migrationsFolder ?? join(projectRoot(), 'migrations'))
    const appPool = createPool({ ...signIn, max: config.appPoolSize ?? 10, statementTimeoutMs: 30_000 })
    return {
      ownerPool,
      appPool,
      url,
      embedded: server !== undefined,
      async close() {
        await Promise.all([appPool.end(), ownerPool.end()])
        await server?.stop()
      },
    }
  } catch (error) {
    await ownerPool.end()
    throw error
  }
}

function checkUrl(url: string): void {
  if (/^postgres(ql)?:\/\/./.test(url) && URL.canParse(withHost(url))) return
  throw new CannotStart('DATABASE_URL should look like postgres://user:password@host:5432/database.')
}

/** The address without its password, for people's eyes. */
function shownAddress(url: string): string {
  const { hostname, port, pathname, searchParams } = parseUrl(url)
  return `${searchParams.get('host') ?? hostname}${port === '' ? '' : `:${port}`}${pathname}`
}

async function checkServer(owner: Pool, url: string): Promise<void> {
  const facts = await owner
    .query<{ version: string; number: string; encoding: string }>(
      `select current_setting('server_version') as version, current_setting('server_version_num') as number,
        current_setting('server_encoding') as encoding`,
    )
    .catch((error: unknown) => {
      throw new CannotStart(`The database at ${shownAddress(url)} cannot be reached: ${reasonOf(error)}.`, error)
    })
  const { version = '', number = '0', encoding = '' } = facts.rows[0] ?? {}
  if (Number(number) < oldestServer) {
    throw new CannotStart(`PostgreSQL ${version} at ${shownAddress(url)} is too old; Kontoret needs 16 or newer.`)
  }
  if (encoding !== 'UTF8') {
    throw new CannotStart(`The database at ${shownAddress(url)} has encoding ${encoding}; Kontoret needs UTF8.`)
  }
}
