// The door for tests (#testing): a real, migrated PostgreSQL. Tests share one database and are kept apart by
// row-level security, a fresh tenant per file; migration and job tests take a clone of their own.

import { randomUUIDv7 } from 'node:crypto'
import { connect } from 'node:net'
import { Client, type Pool } from 'pg'
import { inject } from 'vitest'
import { createPool } from '../db/pool.ts'
import { ensureAppRole } from '../db/roles.ts'
import { sharedDatabase, templateDatabase, type DeskAnswer } from './desk.ts'

export { chromiumPath } from './chromium.ts'
export { oldServer } from './old-server.ts'

export interface TestDatabase {
  /** Owns the tables; for setting a scene and for looking behind the policies' back only where a test says so. */
  readonly ownerPool: Pool
  /** What the program itself uses: role kontoret_app under row-level security. */
  readonly appPool: Pool
  /** The owner's address, good as DATABASE_URL of a process under test. */
  readonly url: string
}

export interface OwnDatabase extends TestDatabase {
  drop(): Promise<void>
}

let shared: Promise<TestDatabase> | undefined

/** The database that all test files share; never closed by a test. */
export function testDatabase(): Promise<TestDatabase> {
  shared ??= askDesk().then((server) => openPools(atDatabase(server, sharedDatabase)))
  return shared
}

/** A migrated database of one's own, 30–80 ms. */
export function cloneDatabase(): Promise<OwnDatabase> {
  return createDatabase(`template ${templateDatabase} strategy file_copy`)
}

/** A database of one's own without any table. */
export function emptyDatabase(): Promise<OwnDatabase> {
  return createDatabase('template template0')
}

/** A tenant no other test knows. The row in platform.tenant is the test's own business. */
export function freshTenantId(): string {
  return randomUUIDv7()
}

async function createDatabase(how: string): Promise<OwnDatabase> {
  const server = await askDesk()
  const name = `own_${randomUUIDv7().replaceAll('-', '')}`
  await asAdmin(server, `create database ${name} ${how}`)
  const database = await openPools(atDatabase(server, name))
  return {
    ...database,
    async drop() {
      await Promise.all([database.appPool.end(), database.ownerPool.end()])
      await asAdmin(server, `drop database ${name}`)
    },
  }
}

async function openPools(url: string): Promise<TestDatabase> {
  const ownerPool = createPool({ url, max: 4, letExit: true })
  const signIn = await ensureAppRole(ownerPool, url)
  return { ownerPool, appPool: createPool({ ...signIn, max: 8, letExit: true }), url }
}

function atDatabase(serverUrl: string, name: string): string {
  return serverUrl.replace(`/${templateDatabase}?`, `/${name}?`)
}

async function asAdmin(serverUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: atDatabase(serverUrl, 'postgres') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

let serverUrl: Promise<string> | undefined

/** The first to ask has the server started and migrated; everyone else gets its address at once. */
function askDesk(): Promise<string> {
  serverUrl ??= new Promise((resolve, reject) => {
    let text = ''
    const socket = connect(inject('databaseDesk'))
    socket.on('data', (chunk) => (text += chunk.toString()))
    socket.on('error', reject)
    socket.on('end', () => {
      const answer = JSON.parse(text) as DeskAnswer
      if ('url' in answer) resolve(answer.url)
      else reject(new Error(answer.error))
    })
  })
  return serverUrl
}
