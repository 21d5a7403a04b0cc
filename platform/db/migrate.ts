// Brings the database to this version of the program: numbered plain SQL files, each in a transaction of its own,
// each remembered by its hash. Forward only. Processes that start at once wait for each other.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Logger as JobLogger, runMigrations as migrateJobRunner } from 'graphile-worker'
import type { Pool, PoolClient } from 'pg'
import { CannotStart } from './cannot-start.ts'

interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly sha256: string
}

/** Any number will do as long as it is ours: 'kontoret' read as a number. */
const lockKey = 7_738_146_102n

export async function migrate(owner: Pool, folder: string): Promise<number> {
  const migrations = readMigrations(folder)
  const client = await owner.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    try {
      const applied = await readApplied(client)
      checkHistory(migrations, applied)
      const missing = migrations.filter((migration) => !applied.has(migration.number))
      // Before ours: functions of ours enqueue jobs.
      if (missing.length > 0) await migrateJobRunner({ pgPool: owner, logger: silent })
      for (const migration of missing) await apply(client, migration)
      return missing.length
    } finally {
      await client.query('select pg_advisory_unlock($1)', [lockKey])
    }
  } finally {
    client.release()
  }
}

function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name))
    .sort()
  return names.map((name, index) => {
    const number = Number(name.slice(0, 4))
    if (names[index - 1]?.startsWith(name.slice(0, 5))) throw new CannotStart(`Two migrations have number ${number}.`)
    const sql = readFileSync(join(folder, name), 'utf8')
    return { number, name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })
}

async function readApplied(client: PoolClient): Promise<Map<number, { name: string; sha256: string }>> {
  const known = await client.query<{ there: boolean }>(
    `select to_regclass('schema_history.applied') is not null as there`,
  )
  if (!known.rows[0]?.there) {
    await client.query(`
      create schema schema_history
      create table applied (
        number integer primary key,
        name text not null,
        sha256 text not null,
        applied_at timestamptz not null
      )`)
  }
  const applied = await client.query<{ number: number; name: string; sha256: string }>(
    'select number, name, sha256 from schema_history.applied order by number',
  )
  return new Map(applied.rows.map(({ number, name, sha256 }) => [number, { name, sha256 }]))
}

function checkHistory(migrations: Migration[], applied: Map<number, { name: string; sha256: string }>): void {
  for (const [number, { name, sha256 }] of applied) {
    const file = migrations.find((migration) => migration.number === number)
    if (!file) {
      throw new CannotStart(
        `The database is newer than this program: it has ${name}, which this program does not know.`,
      )
    }
    if (file.sha256 !== sha256) {
      throw new CannotStart(
        `Migration ${file.name} has changed since it was applied to this database; put the old text back and write a new migration.`,
      )
    }
  }
  const last = Math.max(0, ...applied.keys())
  const late = migrations.find((migration) => migration.number < last && !applied.has(migration.number))
  if (late) throw new CannotStart(`Migration ${late.name} came after ${last} was applied; give it a higher number.`)
}

async function apply(client: PoolClient, { number, name, sql, sha256 }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query(
      'insert into schema_history.applied (number, name, sha256, applied_at) values ($1, $2, $3, $4)',
      [number, name, sha256, Temporal.Now.instant()],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new CannotStart(`Migration ${name}${placeOf(error, sql)} failed: ${(error as Error).message}`, error)
  }
}

function placeOf(error: unknown, sql: string): string {
  const { position, where } = error as { position?: string; where?: string }
  if (position !== undefined) return `, line ${sql.slice(0, Number(position)).split('\n').length},`
  return where === undefined ? '' : ` (${where.split('\n')[0]})`
}

const silent = new JobLogger(() => () => undefined)
