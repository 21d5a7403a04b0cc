import { expect, test } from 'vitest'
import { cloneDatabase } from '#testing'
import { numbers } from './numbers.ts'
import { details, line } from './outcome.ts'
import { withSequence } from './unguarded.ts'

test('numbers drawn by several processes, some undone at the last moment: no gap, no double', async () => {
  const database = await cloneDatabase()
  const outcome = await numbers(database, { numbers: 400, processes: 2 })
  console.log(line('numbers', outcome))
  expect(details(outcome)).toBe('')
  await database.drop()
}, 120_000)

test('the suite of numbers fails when they come from a sequence', async () => {
  const database = await cloneDatabase()
  await withSequence(database.ownerPool)
  const { deviations } = await numbers(database, { numbers: 100, processes: 1 })
  expect(deviations.join()).toContain('gaps')
  await database.drop()
}, 120_000)
