import { expect, test } from 'vitest'
import { instantOf, isId, makeIds } from './id.ts'

const now = Temporal.Instant.from('2012-10-03T08:00:00Z')

test('ids of one millisecond grow, also past the counter', () => {
  const make = makeIds()
  const ids = Array.from({ length: 10_000 }, () => make(now))
  expect(ids.every(isId)).toBe(true)
  expect(new Set(ids).size).toBe(ids.length)
  expect([...ids].sort()).toEqual(ids)
  expect(make(now.add({ milliseconds: 1 })) > (ids.at(-1) ?? '')).toBe(true)
})

test('a clock that steps back a little does not break the order; another day starts anew', () => {
  const make = makeIds()
  const first = make(now)
  expect(make(now.subtract({ milliseconds: 5 })) > first).toBe(true)
  expect(instantOf(make(now.subtract({ hours: 24 }))).toString()).toBe('2012-10-02T08:00:00Z')
  expect(instantOf(make(now)).toString()).toBe('2012-10-03T08:00:00Z')
})

test('version 7, variant 10, and foreseeable in tests', () => {
  const make = makeIds((bytes) => bytes.fill(0xff))
  expect(make(now)).toBe('013a25a3-7400-7000-bfff-ffffffffffff')
  expect(isId('013A258C-9800-7000-BFFF-FFFFFFFFFFFF')).toBe(false)
  expect(isId("' or 1=1")).toBe(false)
})
