// The world as it is loaded: every step done by the real verbs, nothing refused.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { floorOver } from '#platform/db/floor'
import type { Stage } from '#platform/act'
import { cloneDatabase } from '#testing'
import type { OwnDatabase } from '#testing'
import { wire } from '../app/modules.ts'
import { loadWorld } from './load.ts'
import type { LoadingWorld } from './load.ts'

let database: OwnDatabase
let world: LoadingWorld
let stage: Stage

beforeAll(async () => {
  wire()
  database = await cloneDatabase()
  stage = { floor: floorOver(database.appPool) }
  world = await loadWorld(stage, process.env['WORLD_CASES'] ? { cases: Number(process.env['WORLD_CASES']) } : {})
  await world.done
}, 300_000)
afterAll(() => database.drop())

test('no step of the world is refused', () => {
  const groups = new Map<string, number>()
  for (const line of world.refused) {
    const [, what = '', words = ''] = /^\S+ ([^:]+): (.*)$/.exec(line) ?? []
    if (words.includes('was never opened')) continue
    groups.set(`${what}: ${words}`, (groups.get(`${what}: ${words}`) ?? 0) + 1)
  }
  expect([...groups].toSorted((a, b) => b[1] - a[1]).slice(0, 30)).toEqual([])
})
