// Once for the whole test run: a desk where a test thread asks for PostgreSQL. The first who asks has it started in a
// temporary folder of its own (no fsync) and migrated, so runs beside each other on one machine never meet, and a run
// without database tests starts nothing.

import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded, type EmbeddedPostgres } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { createPool } from '../db/pool.ts'
import { projectRoot } from '../db/project-root.ts'
import { ensureAppRole } from '../db/roles.ts'
import { sharedDatabase, templateDatabase, type DeskAnswer } from './desk.ts'

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'kontoret-test-'))
  // PostgreSQL may run as another user, who must be able to enter.
  chmodSync(folder, 0o755)
  let starting: Promise<EmbeddedPostgres> | undefined
  const desk = createServer((visitor) => {
    visitor.on('error', () => undefined)
    starting ??= startServer(folder)
    void starting
      .then((server): DeskAnswer => ({ url: server.url }))
      .catch((error: unknown): DeskAnswer => ({ error: String(error) }))
      .then((answer) => visitor.end(JSON.stringify(answer)))
  })
  const socket = join(folder, 'desk')
  await new Promise<void>((resolve) => desk.listen(socket, resolve))
  project.provide('databaseDesk', socket)
  return async () => {
    desk.close()
    const server = await starting?.catch(() => undefined)
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function startServer(folder: string): Promise<EmbeddedPostgres> {
  const server = await startEmbedded({ dataFolder: join(folder, 'data'), disposable: true })
  const owner = createPool({ url: server.url, max: 2 })
  try {
    await ensureAppRole(owner, server.url)
    await migrate(owner, join(projectRoot(), 'migrations'))
  } catch (error) {
    await server.stop()
    throw error
  } finally {
    await owner.end()
  }
  const admin = new Client({ connectionString: server.url.replace(`/${templateDatabase}?`, '/postgres?') })
  await admin.connect()
  await admin.query(`create database ${sharedDatabase} template ${templateDatabase} strategy file_copy`)
  await admin.end()
  return server
}
