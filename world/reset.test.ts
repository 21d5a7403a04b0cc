// Winding the demonstration back: everything of it is gone and the same office is laid again; never under somebody's feet.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync, chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { floorOver } from '#platform/db/floor'
import { openDatabase } from '#platform/db/database'
import { layTenant } from '#platform/demonstration'
import { tenants } from '#platform/identity/reach'
import { cloneDatabase } from '#testing'
import { wire } from '../app/modules.ts'
import { loadWorld } from './load.ts'
import { windBack } from './wind-back.ts'

let folder: string
beforeAll(() => {
  wire()
  folder = mkdtempSync(join(tmpdir(), 'kontoret-reset-'))
  chmodSync(folder, 0o755)
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What visitors have left beside the database. */
function leaveFile(): string {
  mkdirSync(join(folder, 'files'), { recursive: true })
  const file = join(folder, 'files', 'left')
  writeFileSync(file, 'left by a visitor')
  return file
}

test('the office is back on its first day, with nothing of what was done in it; not while it is open', async () => {
  const file = leaveFile()
  const open = await openDatabase({ dataFolder: folder })
  const world = await loadWorld({ floor: floorOver(open.appPool) }, { only: ({ key }) => key === 'tavla-001' })
  await world.tell()
  await expect(windBack(folder)).rejects.toThrow(/^Kontoret is already running on /)
  await open.close()

  expect(await windBack(folder)).toEqual(['Kontoret för interna tjänster'])
  expect(existsSync(file)).toBe(false)

  const again = await openDatabase({ dataFolder: folder })
  const floor = floorOver(again.appPool)
  expect(await tenants(floor)).toEqual([])
  const kept = await again.ownerPool.query<{ table: string; rows: string }>(
    `select relname as table, n_live_tup as rows from pg_stat_user_tables where schemaname = 'cases' and pg_relation_size(relid) > 0`,
  )
  expect(kept.rows).toEqual([])
  const anew = await loadWorld({ floor }, { only: ({ key }) => key === 'tavla-001' })
  await anew.tell()
  expect([anew.refused, anew.loaded(), anew.offices[0]?.today.toString()]).toEqual([[], 1, '2012-10-03'])
  await again.close()
}, 60_000)

test('another PostgreSQL is not wound back while somebody is connected, nor when it holds a real office', async () => {
  const outside = await cloneDatabase()
  await outside.appPool.query('select 1')
  await expect(windBack(folder, outside.url)).rejects.toThrow(/^Somebody is connected to this database/)
  await layTenant(floorOver(outside.ownerPool) as never, {
    tenantId: '01900000-0000-7000-8000-000000000001',
    slug: 'verklig',
    name: 'Verklig nämnd',
    municipality: 'Verklig kommun',
    colour: '#275b45',
    language: 'sv',
    demonstration: false,
    timeShiftDays: 0,
  })
  for (const pool of [outside.appPool, outside.ownerPool])
    await pool.query(`select pg_terminate_backend(pg_backend_pid())`).catch(() => undefined)
  const file = leaveFile()
  await expect(windBack(folder, outside.url)).rejects.toThrow(
    'Verklig nämnd is no demonstration; nothing has been changed.',
  )
  expect(existsSync(file)).toBe(true)
  await outside.drop()
}, 60_000)
