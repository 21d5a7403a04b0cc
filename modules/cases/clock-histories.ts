// Arbitrary histories of clocks, for property tests: any order of events that may follow each other, over a year with
// Easter, Midsummer and both nights of the clock in it.

import fc from 'fast-check'
import type { ClockEvent, ServicePromise } from './clock-event.ts'
import { local, promised } from './clock-fixtures.ts'

const schedules = ['town_hall', 'masten', 'lunch', 'always'] as const
export const anySchedule = fc.constantFrom(...schedules)
const anyPromise: fc.Arbitrary<ServicePromise> = fc.oneof(
  fc.integer({ min: 0, max: 15 }).map((n) => promised(n)),
  fc.integer({ min: 1, max: 4000 }).map((n) => promised(n, 'working_minutes')),
)
// Easter, May Day and both nights of the clock lie in the range.
export const anyStart = fc
  .integer({ min: 0, max: 300 * 1440 })
  .map((m) => local('2012-03-01T00:00').add({ minutes: m }))
export const gap = fc.integer({ min: 0, max: 6 * 1440 })
const waits = fc.constantFrom('customer', 'us', 'supplier')

interface Act {
  readonly does: 'pause' | 'rebase' | 'stop' | 'cancel' | 'new_schedule'
  readonly after: number
  readonly by: 'customer' | 'us' | 'supplier'
  readonly promise: ServicePromise
  readonly schedule: string
}
export const anyAct: fc.Arbitrary<Act> = fc.record({
  does: fc.constantFrom('pause', 'pause', 'pause', 'pause', 'rebase', 'stop', 'cancel', 'new_schedule'),
  after: gap,
  by: waits,
  promise: anyPromise,
  schedule: anySchedule,
})

/** A legal history: what an act does where it would be refused is the opposite (resume, reopen). */
export function tell(
  from: Temporal.Instant,
  schedule: string,
  promise: ServicePromise,
  acts: readonly Act[],
): ClockEvent[] {
  const events: ClockEvent[] = [{ kind: 'start', at: from, schedule, promise }]
  let [at, on, state] = [from, schedule, 'running']
  for (const act of acts) {
    at = at.add({ minutes: act.after })
    const said = { at, schedule: on }
    if (state === 'ended') [state] = (events.push({ ...said, kind: 'reopen', reason: 'r' }), ['running'])
    else if (act.does === 'rebase')
      events.push({
        ...said,
        kind: 'rebase',
        by: act.by === 'customer' ? 'customer' : 'us',
        reason: 'r',
        promise: act.promise,
      })
    else if (act.does === 'new_schedule')
      [on] = (events.push({ at, schedule: act.schedule, kind: 'rebase', by: 'us', reason: 'r' }), [act.schedule])
    else if (act.does === 'stop') [state] = (events.push({ ...said, kind: 'stop' }), ['ended'])
    else if (act.does === 'cancel') [state] = (events.push({ ...said, kind: 'cancel', reason: 'r' }), ['ended'])
    else if (state === 'paused') [state] = (events.push({ ...said, kind: 'resume' }), ['running'])
    else [state] = (events.push({ ...said, kind: 'pause', by: act.by, reason: 'r' }), ['paused'])
  }
  return events
}
export const anyHistory = fc
  .tuple(anyStart, anySchedule, anyPromise, fc.array(anyAct, { maxLength: 9 }))
  .map((parts) => tell(...parts))
export const pausesOnly = (acts: readonly Act[]) => acts.map((act) => ({ ...act, does: 'pause' as const }))
export const onlyPaused = fc
  .tuple(anyStart, anySchedule, anyPromise, fc.array(anyAct, { maxLength: 8 }))
  .map(([a, b, c, d]) => tell(a, b, c, pausesOnly(d)))
