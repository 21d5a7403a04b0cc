import { expect, test } from 'vitest'
import { kills } from './kills.ts'
import { details, line } from './outcome.ts'

test('killed under eight writers: nothing acknowledged is lost, doubled or half-written', async () => {
  const outcome = await kills({ kills: 2 })
  console.log(line('kills', outcome))
  expect(details(outcome)).toBe('')
}, 240_000)
