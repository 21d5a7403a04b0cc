// The gate of the hot lists, on an office of 36,000 cases: what every list sends is planned and run as the
// application's role. The same gate must refuse when an index is gone.
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase } from '#testing'
import type { OwnDatabase } from '#testing'
import { createPool } from '#platform/db/pool'
import { ensureAppRole } from '#platform/db/roles'
import { fill, superuserUrl } from './fill.ts'
import { judgeLists } from './gate.ts'
import type { ListRefused } from './gate.ts'
import { savedScene } from './saved-scene.ts'
import { serveFilled } from './serve-filled.ts'
import type { ServedFilled } from './serve-filled.ts'

let database: OwnDatabase
let served: ServedFilled
let judging: ReturnType<typeof createPool>

beforeAll(async () => {
  database = await cloneDatabase()
  const { scenes } = await fill(database.appPool, database.url, { cases: 36_000, people: 12_000, lean: true })
  served = await serveFilled(database.appPool, database.url, savedScene(scenes[0]!))
  judging = createPool({ ...(await ensureAppRole(database.ownerPool, database.url)), max: 1 })
}, 240_000)

afterAll(async () => {
  await served.close()
  await judging.end()
  await database.drop()
})

/** Each fault of a statement once, with who meets it. */
function inShort(refused: readonly ListRefused[]): string[] {
  const key = ({ statement }: ListRefused): string => `${statement.slice(0, 60)} … ${statement.slice(-400)}`
  return [...Map.groupBy(refused, key)].map(
    ([statement, faults]) =>
      `${[...new Set(faults.map(({ list, seat, what }) => `${list}, ${seat}: ${what}`))].slice(0, 4).join('; ')}: ${statement}`,
  )
}

const pools = () => ({ app: judging, owner: database.ownerPool })

test('no hot list scans a large table, sorts much or reads much', { timeout: 240_000 }, async () => {
  const { asked, statements, refused } = await judgeLists(served.lists, served.asker, pools())
  expect(inShort(refused)).toEqual([])
  // Everyone may not open everything, but a gate that asks for little says little.
  expect(asked).toBeGreaterThan(120)
  expect(statements).toBeGreaterThan(500)
})

test.each([
  ['mine', ['cases.case_by_requester']],
  ['search', ['platform.search_entry_by_lexeme']],
  ['cases', ['cases.case_by_unit', 'cases.case_by_unit_due', 'cases.case_by_time', 'cases.case_by_done']],
  ['the customer’s cases', ['cases.case_unfinished_of_customer']],
  ['people', ['organisation.person_by_name']],
])('the gate refuses %s without %s', { timeout: 120_000 }, async (list, indexes) => {
  const owner = new Client({ connectionString: superuserUrl(database.url) })
  await owner.connect()
  await owner.query('begin')
  const made = await owner.query<{ made: string }>(
    'select pg_get_indexdef(i::regclass) as made from unnest($1::text[]) i',
    [indexes],
  )
  await owner.query(`drop index ${indexes.join(', ')}`)
  await owner.query('commit')
  try {
    const lists = served.lists.filter(({ name }) => name === list)
    expect((await judgeLists(lists, served.asker, pools())).refused).not.toEqual([])
  } finally {
    for (const row of made.rows) await owner.query(row.made)
    await owner.end()
  }
})
