import { expect, test } from 'vitest'
import { testDatabase } from '#testing'
import { accessMatrix } from './matrix.ts'
import { details, line } from './outcome.ts'

test('every route lets in whom the access tables and relations let in, and nobody else', async () => {
  const outcome = await accessMatrix((await testDatabase()).appPool, { share: Number(process.env['SHARE'] ?? 0.03) })
  console.log(line('access matrix', outcome))
  if (process.env['ALL']) console.log(outcome.deviations.join('\n'))
  expect(details(outcome)).toBe('')
}, 1_200_000)
