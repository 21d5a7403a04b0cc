// Who writes is told when it begins and when it stops, never to oneself, and is forgotten when the browser falls silent.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Writers } from './writers.ts'

let told: string[]
let writers: Writers
beforeEach(() => {
  vi.useFakeTimers()
  told = []
  writers = new Writers((tenantId, topic) =>
    told.push(`${tenantId} ${topic}: ${writers.names(tenantId, topic, null).join()}`),
  )
})
afterEach(() => {
  vi.useRealTimers()
})

const heard = (person: string, state: 'writing' | 'idle', tenant = 't', topic = 'case:1') =>
  writers.heard(tenant, { topic, person, name: person.toUpperCase(), state })

test('begins and stops are told once, however often the browser says it', () => {
  heard('a', 'writing')
  heard('a', 'writing')
  heard('b', 'writing')
  heard('a', 'idle')
  heard('a', 'idle')
  expect(told).toEqual(['t case:1: A', 't case:1: A,B', 't case:1: B'])
})

test('nobody is told of themselves, nor of another tenant or topic', () => {
  heard('a', 'writing')
  expect(writers.names('t', 'case:1', 'a')).toEqual([])
  expect(writers.names('t', 'case:1', 'b')).toEqual(['A'])
  expect(writers.names('u', 'case:1', 'b')).toEqual([])
  expect(writers.names('t', 'case:2', 'b')).toEqual([])
})

test('who is silent for a quarter of a minute no longer writes', () => {
  heard('a', 'writing')
  vi.advanceTimersByTime(10_000)
  heard('a', 'writing')
  vi.advanceTimersByTime(10_000)
  expect(writers.names('t', 'case:1', null)).toEqual(['A'])
  vi.advanceTimersByTime(5_001)
  expect(told.at(-1)).toBe('t case:1: ')
})
