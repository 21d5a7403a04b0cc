// Over the world as it is loaded, a part of its cases: every figure and scope folds to its value, every clock's cache is what
// its events say, and the portal's sixty questions are asked of the catalogue as it stands in the database.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { look } from '#platform/act'
import type { Stage, View } from '#platform/act'
import type { Tenant } from '#platform/actor'
import { floorOver } from '#platform/db/floor'
import type { FigureDefinition, FigurePeriod, FigureRow, FigureValue, Scope } from '#platform/figures'
import { allFigures } from '#platform/figures'
import { systemActor, tenantBySlug } from '#platform/identity/reach'
import { fixtureQueries } from '#platform/search/fixture-queries'
import { find } from '#platform/search/index-entry'
import { cloneDatabase } from '#testing'
import type { OwnDatabase } from '#testing'
import { clockDisagreements, scopesWithCases } from '#cases'
import { wire } from '../app/modules.ts'
import { loadWorld } from '../world/load.ts'

let database: OwnDatabase
let stage: Stage
let tenant: Tenant
const share = Number(process.env['WORLD_SHARE'] ?? 30)

beforeAll(async () => {
  wire()
  database = await cloneDatabase()
  stage = { floor: floorOver(database.appPool) }
  // One telling in so many, with what belongs to it; WORLD_SHARE=1 tells them all.
  const chosen = ({ key }: { readonly key: string }) =>
    Number(/-(\d{3})(-|$)/.exec(key)?.[1] ?? 1) % share === 1 % share
  const world = await loadWorld(stage, { only: chosen })
  await world.tell()
  const found = await tenantBySlug(stage.floor, 'tyreso')
  if (!found) throw new Error('the world has no office')
  tenant = found
}, 600_000)
afterAll(() => database.drop())

const see = async <T>(query: (view: View) => Promise<T>): Promise<T> =>
  look(stage, tenant, await systemActor(stage.floor, tenant.tenantId), query)
const plain = ({ value, numerator, denominator }: FigureValue) => ({ value, numerator, denominator })

async function allRows(
  view: View,
  definition: FigureDefinition,
  scope: Scope,
  period: FigurePeriod,
): Promise<readonly FigureRow[]> {
  const rows: FigureRow[] = []
  for (;;) {
    const last = rows.at(-1)
    const page = await definition.rows(view, scope, period, { limit: 500, ...(last ? { after: last.subjectId } : {}) })
    rows.push(...page)
    if (page.length < 500) return rows
  }
}

test('every figure of cases over every scope of the world: folding the rows gives the value', async () => {
  const counted = await see(async (view) => {
    const scopes = await scopesWithCases(view)
    const figures = allFigures().filter((one) => one.sources.includes('cases.case'))
    const whole = { from: view.today.with({ month: 1, day: 1 }), to: view.today.add({ days: 1 }) }
    const month = { from: view.today.with({ day: 1 }).subtract({ months: 1 }), to: view.today.with({ day: 1 }) }
    let cells = 0
    let rowsSeen = 0
    for (const definition of figures)
      for (const scope of scopes.filter((one) => definition.scopes.includes(one.kind)))
        for (const period of [whole, month]) {
          const rows = await allRows(view, definition, scope, period)
          const value = await definition.value(view, scope, period)
          expect(plain(definition.fold(rows)), `${definition.key} ${scope.kind} ${scope.id}`).toEqual(plain(value))
          cells += 1
          rowsSeen += rows.length
        }
    return { figures: figures.length, scopes: scopes.length, cells, rowsSeen }
  })
  console.log('figures over the world:', counted)
  expect(counted.figures).toBeGreaterThanOrEqual(16)
  expect(counted.rowsSeen).toBeGreaterThan(200)
}, 600_000)

test('every clock of the world is what its events say, and the first deadline told is kept', async () => {
  const { clocks, wrong } = await see(clockDisagreements)
  console.log(`clocks of the world: ${clocks} replayed, ${wrong.length} differ from what is kept`)
  expect(clocks).toBeGreaterThan(15)
  expect(wrong).toEqual([])
}, 300_000)

test('of sixty questions at least 57 have the expected service among the first three, in the catalogue as loaded', async () => {
  const codes = await see(
    async ({ tx }) =>
      new Map(
        (await tx.selectFrom('catalogue.service').select(['service_id', 'code']).execute()).map((row) => [
          row.service_id,
          row.code,
        ]),
      ),
  )
  const missed = await see(async (view) => {
    const lines: string[] = []
    for (const { query, service } of fixtureQueries) {
      const found = await find(view.tx, { tenantId: tenant.tenantId, query, kinds: ['service'], limit: 3 })
      const first = found.entries.map(({ id }) => codes.get(id) ?? id)
      if (!first.includes(service)) lines.push(`"${query}" gave ${first.join(', ') || 'nothing'}, not ${service}`)
    }
    return lines
  })
  console.log(`search in the loaded catalogue: ${60 - missed.length} of 60 among the first three`, ...missed)
  expect(missed.length).toBeLessThanOrEqual(3)
})
