// The PostgreSQL that is measured: an embedded cluster of its own, with one filled database for each size. Filled ones
// are kept under KONTORET_BENCH_DATA as long as what they are made from is the same; measured are clones of them, so that
// what a run writes is gone with the run.
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { startEmbedded } from '#platform/db/embedded'
import { migrate } from '#platform/db/migrate'
import { createPool } from '#platform/db/pool'
import { projectRoot } from '#platform/db/project-root'
import { ensureAppRole } from '#platform/db/roles'
import { fill, superuserUrl } from './fill.ts'
import type { SavedScene } from './saved-scene.ts'
import { savedScene } from './saved-scene.ts'

export interface MeasuredDatabase {
  readonly cases: number
  /** The owner's address. */
  readonly url: string
  readonly scene: SavedScene
  readonly bytes: number
}

export interface Cluster {
  /** A clone of the filled database of this size, filled first if it is not there. */
  measured(cases: number, say: (line: string) => void): Promise<MeasuredDatabase>
  stop(): Promise<void>
}

export async function openCluster(kept: string | undefined): Promise<Cluster> {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'kontoret-bench-'))
  mkdirSync(folder, { recursive: true })
  const server = await startEmbedded({ dataFolder: folder })
  const at = (name: string): string => server.url.replace('/kontoret?', `/${name}?`)
  const admin = new Client({ connectionString: superuserUrl(at('postgres')) })
  await admin.connect()
  const clones: string[] = []
  const drop = (name: string): Promise<unknown> => admin.query(`drop database if exists ${name} with (force)`)
  return {
    async measured(cases, say) {
      const filled = `filled_${cases}_${fingerprint()}`
      const known = await admin.query('select from pg_database where datname = $1', [filled])
      if (known.rowCount === 0 || !(await isBroughtForward(at(filled), say))) {
        await dropAll(admin, `filled_${cases}_`)
        await fillNew(admin, at, filled, cases, say)
      }
      const clone = `measured_${cases}`
      await drop(clone)
      await admin.query(`create database ${clone} template ${filled} strategy file_copy owner kontoret_owner`)
      clones.push(clone)
      return { cases, url: at(clone), ...(await factsOf(superuserUrl(at(clone)))) }
    },
    async stop() {
      for (const clone of clones) await drop(clone)
      await admin.end()
      await server.stop()
      if (kept === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Tables that have changed since are changed here too; where that cannot be, the database is filled anew. */
async function isBroughtForward(url: string, say: (line: string) => void): Promise<boolean> {
  const owner = createPool({ url, max: 2 })
  try {
    if ((await migrate(owner, join(projectRoot(), 'migrations'))) > 0) await owner.query('analyze')
    return true
  } catch (error) {
    say(`filled anew: ${error instanceof Error ? error.message : String(error)}`)
    return false
  } finally {
    await owner.end()
  }
}

async function dropAll(admin: Client, prefix: string): Promise<void> {
  const found = await admin.query<{ datname: string }>(
    'select datname from pg_database where starts_with(datname, $1)',
    [prefix],
  )
  for (const { datname } of found.rows) await admin.query(`drop database ${datname} with (force)`)
}

/** Made under another name and renamed when whole, so that a filling cut short is never taken for a filled one. */
async function fillNew(
  admin: Client,
  at: (name: string) => string,
  name: string,
  cases: number,
  say: (line: string) => void,
): Promise<void> {
  const started = performance.now()
  await admin.query('drop database if exists filling with (force)')
  await admin.query('create database filling owner kontoret_owner')
  await settings(admin, { fsync: 'off', max_wal_size: '16GB', full_page_writes: 'off', synchronous_commit: 'off' })
  const owner = createPool({ url: at('filling'), max: 4 })
  try {
    const signIn = await ensureAppRole(owner, at('filling'))
    await migrate(owner, join(projectRoot(), 'migrations'))
    const app = createPool({ ...signIn, max: 4 })
    try {
      const { scenes } = await fill(app, at('filling'), { cases, say })
      await owner.query('create table public.bench_scene (facts jsonb not null)')
      await owner.query('insert into public.bench_scene values ($1)', [JSON.stringify(savedScene(scenes[0]!))])
    } finally {
      await app.end()
    }
  } finally {
    await owner.end()
    await settings(admin, { fsync: null, max_wal_size: '4GB', full_page_writes: null, synchronous_commit: null })
    await admin.query('checkpoint')
  }
  await admin.query(`alter database filling rename to ${name}`)
  say(`${cases} cases laid in ${Math.round((performance.now() - started) / 1000)} s`)
}

async function settings(admin: Client, wanted: Readonly<Record<string, string | null>>): Promise<void> {
  for (const [name, value] of Object.entries(wanted))
    await admin.query(value === null ? `alter system reset ${name}` : `alter system set ${name} = '${value}'`)
  await admin.query('select pg_reload_conf()')
}

async function factsOf(url: string): Promise<{ scene: SavedScene; bytes: number }> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const found = await client.query<{ facts: SavedScene; bytes: string }>(
      'select facts, pg_database_size(current_database()) as bytes from public.bench_scene',
    )
    const row = found.rows[0]!
    return { scene: row.facts, bytes: Number(row.bytes) }
  } finally {
    await client.end()
  }
}

/** The generator a filled database was made by. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const name of ['fill.ts', 'fill-basis.ts', 'fill-sql.ts', 'words.ts'])
    hash.update(readFileSync(join(projectRoot(), 'bench', name)))
  return hash.digest('hex').slice(0, 12)
}
