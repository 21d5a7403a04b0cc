// The questions of an employee against the ninety-four services of Tyresö with the words people use for them, on the
// real database: issue point B.12.

import { beforeAll, expect, test } from 'vitest'
import { freshTenantId, testDatabase } from '#testing'
import type { Id } from '#basics/id'
import { floorOver, within } from '#platform/db/floor'
import type { Tx } from '#platform/db/tx'
import { fixtureQueries, laterQueries, type FixtureQuery } from '#platform/search/fixture-queries'
import { find, indexEntries, indexEntry, worthShowing, type Found } from '#platform/search/index-entry'
import { services } from './catalogue.ts'
import { serviceWords } from './service-words.ts'

const tenantId = freshTenantId()
const idOf = new Map<string, Id>(services.map(({ key }) => [key, freshTenantId()]))
const keyOf = new Map([...idOf].map(([key, id]) => [id, key]))
let inTenant: <T>(run: (tx: Tx) => Promise<T>) => Promise<T>

const entries = services.map(({ key, name, purpose, content, forWhom }) => ({
  kind: 'service',
  id: idOf.get(key)!,
  title: name.sv,
  synonyms: serviceWords[key] ?? [],
  body: [purpose, content, forWhom].map((stated) => stated?.value ?? '').join(' '),
  open: true,
}))

beforeAll(async () => {
  const { ownerPool, appPool } = await testDatabase()
  await ownerPool.query(
    `insert into platform.tenant (tenant_id, slug, name, municipality, colour) values ($1, $2, 'Sök', 'Tyresö kommun', '#004477')`,
    [tenantId, `ord-${tenantId.slice(-12)}`],
  )
  const reach = { tenantId, personId: null, authorities: [], customers: [], circles: [] }
  inTenant = (run) => within(floorOver(appPool), reach, false, run)
  await inTenant((tx) => indexEntries(tx, tenantId, entries))
})

const ask = (query: string): Promise<Found> =>
  inTenant((tx) => find(tx, { tenantId, query, kinds: ['service'], limit: 10 }))

async function missed(queries: readonly FixtureQuery[]): Promise<string[]> {
  const lines: string[] = []
  for (const { trait, query, service } of queries) {
    const first = (await ask(query)).entries.slice(0, 3).map(({ id }) => keyOf.get(id))
    if (!first.includes(service))
      lines.push(`${trait}: "${query}" gave ${first.join(', ') || 'nothing'}, not ${service}`)
  }
  return lines
}

test('every service has words of its own, and no word belongs to a service that is not there', () => {
  expect(services).toHaveLength(94)
  expect(Object.keys(serviceWords).sort()).toEqual(services.map(({ key }) => key).sort())
  for (const [key, words] of Object.entries(serviceWords)) expect(new Set(words).size, key).toBe(words.length)
})

test('of sixty questions at least 57 have the expected service among the first three', async () => {
  expect(fixtureQueries).toHaveLength(60)
  const lines = await missed(fixtureQueries)
  console.log(`search: ${60 - lines.length} of 60 among the first three`, ...lines)
  expect(lines.length).toBeLessThanOrEqual(3)
})

test('of seventy questions written later at least 63 do', async () => {
  const lines = await missed(laterQueries)
  console.log(`search: ${70 - lines.length} of 70 later ones`, ...lines)
  expect(lines.length).toBeLessThanOrEqual(7)
})

test('the score is the same when the services were written one by one, the last first', async () => {
  const before = await missed(fixtureQueries)
  await inTenant(async (tx) => {
    for (const entry of entries.toReversed()) await indexEntry(tx, { tenantId, ...entry })
  })
  expect(await missed(fixtureQueries)).toEqual(before)
})

test('what nobody offers finds nothing', async () => {
  for (const query of ['xyzzy', 'kärnkraftverk', 'ubåt', 'inte', 'och', '!!!', '12345678']) {
    expect((await ask(query)).entries, query).toEqual([])
  }
})

test('what is worth showing is little: nothing that matches everything', async () => {
  const counts: number[] = []
  for (const { query } of [...fixtureQueries, ...laterQueries]) {
    const found = await inTenant((tx) => find(tx, { tenantId, query, kinds: ['service'], limit: 94 }))
    counts.push(worthShowing(found.entries).length)
  }
  console.log(
    `search: shows at most ${Math.max(...counts)}, in all ${counts.reduce((a, b) => a + b)} for 130 questions`,
  )
  expect(Math.max(...counts)).toBeLessThan(15)
  expect(counts.reduce((a, b) => a + b) / counts.length).toBeLessThan(5)
})

test('while typing, the word grows into the service', async () => {
  for (const [typed, service] of [
    ['vak', 'TJ-KONTORSSERVICE-03'],
    ['vaktm', 'TJ-KONTORSSERVICE-03'],
    ['lönes', 'TJ-LON-01'],
    ['glömt lös', 'TJ-IT-06'],
    ['snörö', 'TJ-FASTIGHET-15'],
    ['nyck', 'TJ-FASTIGHET-05'],
    ['kop', 'TJ-KONTORSSERVICE-01'],
  ] as const) {
    const found = await inTenant((tx) => find(tx, { tenantId, query: typed, kinds: ['service'], typing: true }))
    expect(
      found.entries.slice(0, 3).map(({ id }) => keyOf.get(id)),
      typed,
    ).toContain(service)
  }
})

test('a misspelt question says how it was understood', async () => {
  expect((await ask('skirvaren funkar inte')).correctedTo).toBe('skrivaren funkar inte')
  expect((await ask('vaktmestare')).correctedTo).toBe('vaktmästare')
  expect(await ask('vaktmästare')).not.toHaveProperty('correctedTo')
})
