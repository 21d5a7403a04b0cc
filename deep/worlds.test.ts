import { expect, test } from 'vitest'
import { testDatabase } from '#testing'
import { details, line } from './outcome.ts'
import { worlds } from './worlds.ts'

test('another tenant, another authority, a circle: the answers are the same byte for byte', async () => {
  const outcome = await worlds((await testDatabase()).appPool, 0.006)
  console.log(line('worlds', outcome))
  expect(details(outcome)).toBe('')
}, 120_000)
