// Fills a migrated database with an office's years: three small scenes become three tenants, and the database itself
// multiplies their cases, people and everything that hangs on a case. Rows are written in the order of their keys, without
// triggers, and indexes are made afterwards, so that a million cases take a few minutes.
import type { Pool, PoolClient } from 'pg'
import { createPool } from '#platform/db/pool'
import { parseUrl } from '#platform/db/roles'
import { openScene } from '../world/scene.ts'
import type { Scene } from '../world/scene.ts'
import { basis, prepare, told, type TenantShape } from './fill-basis.ts'
import { bigTables, listed, unlisted } from './fill-sql.ts'
import { vectorsOf } from './words.ts'

/** What the filled office's clock shows when the measuring begins. */
export const filledAt = '2012-04-02T09:00'

export interface Filled {
  readonly cases: number
  readonly scenes: readonly Scene[]
}

export interface FillOptions {
  readonly cases: number
  /** Of the largest tenant; one for every fifty cases unless told. */
  readonly people?: number
  /** Without what no page lists (journal, letters), and with a story for the open cases and every eighth of the others. */
  readonly lean?: boolean
  readonly say?: (line: string) => void
}

const shares = [0.9, 0.09, 0.01]

/** `url` is the owner's address in a cluster of our own; the rows are written past the policies, as its superuser. */
export async function fill(appPool: Pool, url: string, options: FillOptions): Promise<Filled> {
  const scenes: Scene[] = []
  for (const _ of shares) scenes.push(await openScene({ start: filledAt, appPool }))
  const pool = createPool({ url: superuserUrl(url), max: 3 })
  const say = options.say ?? (() => undefined)
  try {
    await pool.query(prepare)
    for (const [n, scene] of scenes.entries()) {
      const cases = Math.max(20, Math.round(options.cases * (shares[n] ?? 0)))
      await layBasis(pool, shapeOf(n, scene, cases, options.people))
    }
    await pool.query('analyze bench_fill.tenant, bench_fill.kind, bench_fill.text, bench_fill.unit, bench_fill.base')
    await pool.query(told(options.lean ?? false))
    say('basis laid')
    const indexes = await dropIndexes(pool)
    await inParallel(pool, options.lean === true ? listed : [...listed, ...unlisted], say)
    await inParallel(pool, indexes, say)
    await inParallel(
      pool,
      [...bigTables, 'organisation.person', 'organisation.assignment', 'platform.account'].map(
        (table) => `vacuum (analyze, freeze) ${table}`,
      ),
      say,
    )
    await pool.query('drop schema bench_fill cascade')
    await pool.query('analyze')
  } finally {
    await pool.end()
  }
  return { cases: options.cases, scenes }
}

export function superuserUrl(ownerUrl: string): string {
  const user = decodeURIComponent(parseUrl(ownerUrl).username)
  return ownerUrl.replace(`//${user}:`, '//postgres:')
}

function shapeOf(n: number, scene: Scene, cases: number, people: number | undefined): TenantShape {
  const open = Math.min(4000, Math.floor(cases / 60) * 20)
  return {
    n,
    scene,
    cases,
    open: Math.max(20, cases >= 6000 ? 4000 : open),
    people: n === 0 && people !== undefined ? people : Math.max(60, Math.round(cases / 50)),
    vectors: vectorsOf(scene.tenant.tenantId),
  }
}

async function layBasis(pool: Pool, shape: TenantShape): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('set session_replication_role = replica')
    for (const { text, values } of basis(shape)) await client.query(text, values)
  } finally {
    client.release(true)
  }
}

/** Takes away every index that no constraint stands on; the statements that make them again. */
async function dropIndexes(pool: Pool): Promise<string[]> {
  const found = await pool.query<{ name: string; made: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made
     from pg_index i where i.indrelid = any ($1::regclass[]) and not i.indisprimary
       and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
     order by pg_relation_size(i.indrelid) desc`,
    [[...bigTables]],
  )
  for (const { name } of found.rows) await pool.query(`drop index ${name}`)
  return found.rows.map(({ made }) => made)
}

/** Two at a time: as many as the smallest machine we measure on has cores. */
async function inParallel(
  pool: Pool,
  statements: readonly (string | readonly string[])[],
  say: (line: string) => void,
): Promise<void> {
  const waiting = [...statements]
  const work = async (): Promise<void> => {
    const client: PoolClient = await pool.connect()
    try {
      await client.query('set session_replication_role = replica')
      await client.query("set maintenance_work_mem = '512MB'")
      await client.query("set work_mem = '256MB'")
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const started = performance.now()
        for (const statement of typeof next === 'string' ? [next] : next) await client.query(statement)
        const first = (typeof next === 'string' ? next : (next[0] ?? '')).trim().replaceAll(/\s+/g, ' ')
        say(`${((performance.now() - started) / 1000).toFixed(1)} s  ${first.slice(0, 70)}`)
      }
    } finally {
      client.release(true)
    }
  }
  await Promise.all([work(), work()])
}
