import { expect, test } from 'vitest'
import { cloneDatabase, testDatabase } from '#testing'
import { details, line } from './outcome.ts'
import { repeats } from './repeats.ts'
import { withoutIdempotency } from './unguarded.ts'

test('repeated, cut off and shuffled posts: as many effects as keys', async () => {
  const outcome = await repeats((await testDatabase()).appPool, 150)
  console.log(line('repeats', outcome))
  expect(details(outcome)).toBe('')
}, 120_000)

test('the suite of repeats fails when keys are forgotten', async () => {
  const database = await cloneDatabase()
  await withoutIdempotency(database.ownerPool)
  const { deviations } = await repeats(database.appPool, 30)
  expect(deviations.join('\n')).toMatch(/was done \d+ times/)
  await database.drop()
}, 120_000)
