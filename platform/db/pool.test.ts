// Our own types both ways: what goes in comes out, exactly.

import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Pool } from 'pg'
import { testDatabase } from '#testing'

let pool: Pool
beforeAll(async () => {
  pool = (await testDatabase()).appPool
})

async function roundTrip(type: string, value: unknown): Promise<unknown> {
  return (await pool.query<{ value: unknown }>(`select $1::${type} as value`, [value])).rows[0]?.value
}

const microseconds = fc
  .bigInt({ min: -2_000_000_000_000_000n, max: 4_000_000_000_000_000n })
  .map((value) => Temporal.Instant.fromEpochNanoseconds(value * 1000n))
const dates = fc
  .integer({ min: -40_000, max: 60_000 })
  .map((days) => Temporal.PlainDate.from('2000-01-01').add({ days }))

test('instants go in and out to the microsecond, alone and in arrays', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(microseconds, { minLength: 1, maxLength: 5 }), async (instants) => {
      expect(String(await roundTrip('timestamptz', instants[0]))).toBe(String(instants[0]))
      expect((await roundTrip('timestamptz[]', instants)) as unknown[]).toSatisfy((found: unknown[]) =>
        found.every((value, index) => value instanceof Temporal.Instant && value.equals(instants[index]!)),
      )
    }),
    { numRuns: 50 },
  )
})

test('dates go in and out, alone and in arrays', async () => {
  await fc.assert(
    fc.asyncProperty(dates, async (date) => {
      expect(String(await roundTrip('date', date))).toBe(date.toString())
      expect(String(await roundTrip('date[]', [date, null]))).toBe(`${date.toString()},`)
    }),
    { numRuns: 50 },
  )
})

test('int8 is bigint over its whole range', async () => {
  for (const value of [0n, -1n, 2n ** 53n + 1n, 2n ** 63n - 1n, -(2n ** 63n)]) {
    expect(await roundTrip('int8', value)).toBe(value)
    expect(await roundTrip('int8[]', [value])).toEqual([value])
  }
})

test('an instant finer than a microsecond is cut, never rounded into the future', async () => {
  const instant = Temporal.Instant.from('2012-10-03T08:00:00.123456999Z')
  expect(String(await roundTrip('timestamptz', instant))).toBe('2012-10-03T08:00:00.123456Z')
})

test('numeric stays text, and an instant of any zone is read as the same instant', async () => {
  expect(await roundTrip('numeric', '0.10')).toBe('0.10')
  expect(await roundTrip('numeric[]', ['1.50', '2'])).toEqual(['1.50', '2'])
  const client = await pool.connect()
  await client.query(`set timezone = 'Europe/Stockholm'`)
  const found = await client.query<{ at: unknown }>(`select '2012-10-03 10:00:00+02'::timestamptz as at`)
  await client.query('reset timezone')
  client.release()
  expect(String(found.rows[0]?.at)).toBe('2012-10-03T08:00:00Z')
})

test('every connection counts its days in UTC', async () => {
  expect((await pool.query(`show timezone`)).rows[0]).toEqual({ TimeZone: 'UTC' })
})
