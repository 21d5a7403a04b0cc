import { expect, test } from 'vitest'
import { testDatabase } from '#testing'
import { accessMatrix } from './matrix.ts'
import { details, line } from './outcome.ts'
import { openTables } from './suites.ts'

test('every route lets in whom the access tables and relations let in, and nobody else', async () => {
  const outcome = await accessMatrix((await testDatabase()).appPool, { share: 0.02 })
  console.log(line('access matrix', outcome))
  expect(details(outcome)).toBe('')
}, 120_000)

test('the access matrix fails when the tables are opened', async () => {
  const { deviations } = await accessMatrix((await testDatabase()).appPool, { share: 0.003, open: openTables })
  expect(deviations.join('\n')).toContain('due forbidden')
}, 120_000)
