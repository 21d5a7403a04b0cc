import { expect, test } from 'vitest'
import { cloneDatabase } from '#testing'
import { live } from './live.ts'
import { details, line } from './outcome.ts'

test('two processes over one database: what is done in one is heard at the other, by those who may', async () => {
  const database = await cloneDatabase()
  const outcome = await live(database, { rounds: 1 })
  console.log(line('live', outcome))
  expect(details(outcome)).toBe('')
  await database.drop()
}, 120_000)
