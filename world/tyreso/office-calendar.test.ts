// The world's own calendars agree with the fixed points of the model and the printed hours.
import { expect, test } from 'vitest'
import { addWorkingDays, isOpen } from '#basics/working-time'
import { dueAt, expectedClocks, measuresFor } from './expected-clocks.ts'
import { officeCalendar, placeCalendar } from './office-calendar.ts'

const at = (local: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Stockholm').toInstant()

test('mail of Thursday 5 April 2012 is due on the 11th, a letter on the 23rd, caretaking of the 4th on the 11th', () => {
  expect(addWorkingDays(officeCalendar, at('2012-04-05T10:00'), 2)).toEqual(at('2012-04-11T16:45'))
  expect(addWorkingDays(officeCalendar, at('2012-04-05T10:00'), 10)).toEqual(at('2012-04-23T16:45'))
  expect(addWorkingDays(placeCalendar('kommunhuset'), at('2012-04-04T15:20'), 3)).toEqual(at('2012-04-11T16:45'))
})

test('on a Friday at half past three the town hall is closed and Masten open; the library follows the office', () => {
  const friday = at('2012-09-28T15:30')
  expect([placeCalendar('kommunhuset'), placeCalendar('masten')].map((calendar) => isOpen(calendar, friday))).toEqual([
    false,
    true,
  ])
  expect(placeCalendar('biblioteket')).toBe(officeCalendar)
})

test('an internal mail has the striven-for promise, a resident the binding one, an order to caretaking its own', () => {
  const facts = { at: at('2012-04-05T10:00'), service: 'TJ-IT-01', channel: 'email', place: null } as const
  expect(measuresFor({ ...facts, towards: 'customer' }).map((measure) => measure.key)).toEqual(['epost-kund'])
  expect(measuresFor({ ...facts, towards: 'outside' }).map((measure) => measure.key)).toEqual(['epost-utifran'])
  expect(measuresFor({ ...facts, channel: 'portal', towards: 'customer' })).toEqual([])
  const order = { ...facts, service: 'TJ-KONTORSSERVICE-03', channel: 'portal', towards: 'customer' } as const
  expect(measuresFor(order).map((measure) => measure.key)).toEqual(['vaktmasteri-start'])
})

test('a pause over one working day moves the promise one day, a pause within a day not at all', () => {
  const facts = {
    at: at('2012-04-04T15:20'),
    service: 'TJ-KONTORSSERVICE-03',
    channel: 'portal',
    place: 'kommunhuset',
    towards: 'customer',
  } as const
  const [measure] = measuresFor(facts)
  if (!measure) throw new Error('no measure')
  const paused = [
    { act: 'pause', at: at('2012-04-10T09:10'), ours: true },
    { act: 'resume', at: at('2012-04-11T13:30'), ours: true },
  ] as const
  expect(dueAt(measure, facts, paused)).toEqual(at('2012-04-12T16:45'))
  const short = [paused[0], { act: 'resume', at: at('2012-04-10T15:00'), ours: true }] as const
  expect(dueAt(measure, facts, short)).toEqual(at('2012-04-11T16:45'))
})

test('a clock cancelled before its deadline is outside the count, one that ran out before is broken', () => {
  const facts = {
    at: at('2012-04-04T15:20'),
    service: 'TJ-IT-01',
    channel: 'email',
    place: null,
    towards: 'customer',
  } as const
  const withdrawn = (when: string) =>
    expectedClocks(facts, [{ act: 'withdraw', at: at(when), ours: false }], 'withdrawn', at('2012-10-03T00:00'))
  expect(withdrawn('2012-04-05T09:00')).toEqual([])
  expect(withdrawn('2012-04-20T09:00').map((clock) => clock.kept)).toEqual([false])
})
