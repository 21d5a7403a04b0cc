import { expect, test } from 'vitest'
import { testDatabase } from '#testing'
import { badInput } from './bad-input.ts'
import { details, line } from './outcome.ts'

test('bad input everywhere is refused with the field named, and nothing answers 500', async () => {
  const outcome = await badInput((await testDatabase()).appPool, 1)
  console.log(line('bad input', outcome))
  expect(details(outcome)).toBe('')
}, 120_000)
