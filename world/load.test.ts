// The world as it is loaded: one telling of every plot by the real verbs, nothing refused, everything with its origin; and
// a telling that is cut off and taken up again tells the same as one that was left alone.
import { sql } from 'kysely'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { floorOver, within } from '#platform/db/floor'
import type { Tx } from '#platform/db/tx'
import { look } from '#platform/act'
import type { Stage } from '#platform/act'
import { isBeingTold, toldSoFar } from '#platform/demonstration'
import { systemActor, tenantBySlug } from '#platform/identity/reach'
import { createPool } from '#platform/db/pool'
import { ensureAppRole } from '#platform/db/roles'
import { find } from '#platform/search/index-entry'
import { areasOn, servicesFor } from '#catalogue'
import { cloneDatabase } from '#testing'
import type { OwnDatabase } from '#testing'
import { wire } from '../app/modules.ts'
import { loadWorld } from './load.ts'
import type { LoadingWorld } from './load.ts'
import { plots } from './tyreso/plots.ts'
import type { PlannedCase } from './tyreso/planned-case.ts'

/** The first telling of each plot, with the cases born of it; and of those from outside, by each way in. */
const firstTelling = ({ key }: PlannedCase): boolean => /-001(-|$)|^arkivutlamnande-00[2-4]$/.test(key)

const databases: OwnDatabase[] = []
let stage: Stage
let world: LoadingWorld

beforeAll(async () => {
  wire()
  stage = await newStage()
  world = await loadWorld(stage, { only: firstTelling })
  await world.tell()
}, 180_000)
afterAll(() => Promise.all(databases.map((database) => database.drop())))

async function newStage(): Promise<Stage> {
  const database = await cloneDatabase()
  databases.push(database)
  return { floor: floorOver(database.appPool) }
}

async function tenantOf({ floor }: Stage) {
  const tenant = await tenantBySlug(floor, 'tyreso')
  if (!tenant) throw new Error('no office')
  return tenant
}

async function asSystem<T>(there: Stage, query: (tx: Tx) => Promise<T>): Promise<T> {
  const { tenantId } = await tenantOf(there)
  return within(there.floor, await systemActor(there.floor, tenantId), true, query)
}

/** What happened in each case, in order, without ids. */
async function storyOf(there: Stage): Promise<Map<string, string[]>> {
  const rows = await asSystem(there, (tx) =>
    sql<{ origin: string; events: string[] }>`
      select c.origin, array_agg(e.kind || ' ' || e.at order by e.n) as events
      from cases."case" c join cases.event e on e.tenant_id = c.tenant_id and e.case_id = c.case_id
      group by c.origin`.execute(tx),
  )
  return new Map(rows.rows.map((row) => [row.origin, row.events]))
}

test('people have read what they were told before yesterday; only the latest waits', async () => {
  const rows = await asSystem(stage, (tx) =>
    sql<{ unread: boolean; old: boolean; count: number }>`
      select read_at is null as unread, at < '2012-10-02T00:00:00+02'::timestamptz as old, count(*)::int as count
      from platform.notice group by 1, 2`.execute(tx),
  )
  expect(rows.rows.filter((row) => row.old && row.unread)).toEqual([])
  expect(rows.rows.filter((row) => row.old).length).toBe(1)
})

test('every plot is told by the real verbs and no step of it is refused', async () => {
  expect(world.refused).toEqual([])
  expect(world.planned).toBeGreaterThanOrEqual(plots.length)
  expect(world.loaded()).toBe(world.planned)
  expect((await storyOf(stage)).size).toBe(world.planned)
  expect(await isBeingTold(stage.floor, (await tenantOf(stage)).tenantId)).toBe(false)
})

test('the office lives on its own day and offers its seats', () => {
  expect(world.offices).toHaveLength(1)
  expect(world.offices[0]?.today.toString()).toBe('2012-10-03')
  expect(world.offices[0]?.seats.length).toBeGreaterThanOrEqual(5)
})

test('TY-003 after the office is laid there are exactly six areas, and each of the 94 services belongs to exactly one', async () => {
  const tenant = await tenantOf(stage)
  const actor = await systemActor(stage.floor, tenant.tenantId)
  const { areas, services, stored } = await look(stage, tenant, actor, async (view) => ({
    areas: await areasOn(view),
    services: await servicesFor(view),
    stored: await view.tx.selectFrom('catalogue.service').select(['code', 'area_id']).execute(),
  }))
  expect(areas.map((area) => area.name.sv)).toEqual([
    'Ekonomi',
    'Personal och lön',
    'IT',
    'Kansli',
    'Fastigheter och kontorsservice',
    'Upphandling',
  ])
  expect(stored).toHaveLength(94)
  expect(new Set(stored.map((service) => service.code)).size).toBe(94)
  const ids = areas.map((area) => area.areaId)
  for (const service of stored) expect(ids.filter((id) => id === service.area_id)).toHaveLength(1)
  // As the catalogue shows them: every service of the day stands under one area, and the areas count all of them.
  expect(areas.reduce((sum, area) => sum + area.services, 0)).toBe(services.length)
  expect(new Set(services.map((service) => service.serviceId)).size).toBe(services.length)
  for (const area of areas) expect([area.code, area.services > 0]).toEqual([area.code, true])
})

test('what is laid of the registers can be found, and what no document states is said', async () => {
  const tenant = await tenantOf(stage)
  const actor = await systemActor(stage.floor, tenant.tenantId)
  const found = await look(stage, tenant, actor, async (view) => {
    const kinds = ['decision', 'system', 'property', 'building', 'room', 'agreement']
    const of = async (query: string) =>
      (await find(view.tx, { tenantId: tenant.tenantId, query, kinds })).entries.map((entry) => entry.kind)
    return {
      system: await of('heroma'),
      decision: await of('IT-säkerhetspolicy'),
      agreement: await of('överenskommelse'),
    }
  })
  expect(found.system).toContain('system')
  expect(found.decision).toContain('decision')
  expect(found.agreement).toContain('agreement')
  const decided = await asSystem(stage, (tx) =>
    tx
      .selectFrom('registry.decision')
      .select(['decided_on', 'decided_printed', 'section'])
      .where('decided_on', 'is', null)
      .execute(),
  )
  expect(decided).toEqual([{ decided_on: null, decided_printed: 'september 2011', section: null }])
})

test('every row says where it comes from: a line of a document, or the demonstration', async () => {
  const tables = await asSystem(stage, (tx) =>
    sql<{ name: string }>`
      select format('%I.%I', table_schema, table_name) as name from information_schema.columns
      where column_name = 'origin' and table_schema not in ('information_schema', 'pg_catalog') order by 1`.execute(tx),
  )
  expect(tables.rows.length).toBeGreaterThan(15)
  for (const { name } of tables.rows) {
    const strange = await asSystem(stage, (tx) =>
      sql<{
        origin: string
      }>`select origin from ${sql.raw(name)} where origin !~ '^(demonstration( .+)?|\\d{3}_[0-9a-f]{16}\\.txt:\\d+)$' limit 3`.execute(
        tx,
      ),
    )
    expect([name, strange.rows]).toEqual([name, []])
  }
})

test('no letter of the past waits to be sent', async () => {
  const letters = await asSystem(stage, (tx) =>
    sql<{ state: string; count: bigint }>`select state, count(*) as count from platform.outbox group by state`.execute(
      tx,
    ),
  )
  expect(letters.rows.map((row) => row.state)).toEqual(['kept'])
})

/** As after kill -9: connections are gone in the middle of whatever they were doing. */
async function cutOff(pool: Pool): Promise<void> {
  const { _clients } = pool as unknown as { _clients: { connection: { stream: { destroy(): void } } }[] }
  for (const client of _clients) client.connection.stream.destroy()
  await pool.end()
}

test('a telling that is cut off goes on where it was: the same events, none twice', async () => {
  const there = await newStage()
  const few = (planned: PlannedCase): boolean => firstTelling(planned) && /^[a-g]/.test(planned.key)
  const database = databases.at(-1)
  if (!database) throw new Error('no database')
  const signIn = await ensureAppRole(database.ownerPool, database.url)
  let steps = 0
  for (let cuts = 0; cuts < 3; cuts += 1) {
    // A pool of its own that dies in the middle of a step, as after kill -9.
    const pool = createPool({ ...signIn, max: 2 })
    const own = { floor: floorOver(pool) }
    const begun = await loadWorld(own, { only: few })
    const telling = begun.tell()
    telling.catch(() => undefined)
    await expect
      .poll(async () => (await toldSoFar(there.floor, (await tenantOf(there)).tenantId)).steps, {
        timeout: 60_000,
        interval: 20,
      })
      .toBeGreaterThan(steps + 10)
    await cutOff(pool)
    await begun.stop()
    ;({ steps } = await toldSoFar(there.floor, (await tenantOf(there)).tenantId))
  }
  const last = await loadWorld(there, { only: few })
  await last.tell()
  expect(last.refused).toEqual([])
  const whole = await storyOf(stage)
  const taken = await storyOf(there)
  expect(taken.size).toBeGreaterThan(10)
  for (const [origin, events] of taken) expect([origin, events]).toEqual([origin, whole.get(origin)])
}, 120_000)

test('two processes that load at once lay one office and tell each step once', async () => {
  const there = await newStage()
  const few = (planned: PlannedCase): boolean => firstTelling(planned) && /^[k-l]/.test(planned.key)
  const both = await Promise.all([loadWorld(there, { only: few }), loadWorld(there, { only: few })])
  await Promise.all(both.map((one) => one.tell()))
  expect(both.flatMap((one) => one.refused)).toEqual([])
  expect(both.map((one) => one.loaded())).toEqual(both.map((one) => one.planned))
  const whole = await storyOf(stage)
  const told = await storyOf(there)
  expect(told.size).toBe(both[0]?.planned)
  for (const [origin, events] of told) expect([origin, events]).toEqual([origin, whole.get(origin)])
}, 120_000)
