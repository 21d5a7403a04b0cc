import { describe, expect, test } from 'vitest'
import { isOpen, isWorkingDay, openSpans } from '#basics/working-time'
import {
  chooseHours,
  hoursOf,
  scheduleProblems,
  type ScheduleDay,
  type ScheduleVersion,
  type Week,
} from './schedule.ts'

const date = Temporal.PlainDate.from
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Stockholm').toInstant()
const weekdays = (monToThu: [number, number], friday: [number, number]): Week => ({
  1: [monToThu],
  2: [monToThu],
  3: [monToThu],
  4: [monToThu],
  5: [friday],
})
const version = (name: string, week: Week | null, more: Partial<ScheduleVersion> = {}): ScheduleVersion => ({
  id: `${name}-1`,
  schedule: name,
  name,
  week,
  days: [],
  parent: null,
  ...more,
})

/** Printed in Tyresö's unit plan 2012 (TY-361). */
const townHall = version('kommunhuset', weekdays([465, 1005], [465, 900]))
const masten = version('masten', weekdays([420, 1320], [420, 1020]))
const library = version('biblioteket', null)

function calendarOf(one: ScheduleVersion) {
  const hours = hoursOf(one)
  if (!hours) throw new Error('no hours')
  return hours.calendar
}

describe('TY-361 staffed hours', () => {
  test('TY-361 Friday 15.30 the town hall is closed and Masten open', () => {
    expect(isOpen(calendarOf(townHall), at('2012-10-05T15:30'))).toBe(false)
    expect(isOpen(calendarOf(masten), at('2012-10-05T15:30'))).toBe(true)
  })

  test('TY-361 the printed hours of both houses, minute by minute at the edges', () => {
    const edges = (one: ScheduleVersion, day: string) =>
      openSpans(calendarOf(one), date(day)).map((s) =>
        [s.from, s.to].map((t) =>
          t.toZonedDateTimeISO('Europe/Stockholm').toPlainTime().toString({ smallestUnit: 'minute' }),
        ),
      )
    expect(edges(townHall, '2012-10-04')).toEqual([['07:45', '16:45']])
    expect(edges(townHall, '2012-10-05')).toEqual([['07:45', '15:00']])
    expect(edges(masten, '2012-10-04')).toEqual([['07:00', '22:00']])
    expect(edges(masten, '2012-10-05')).toEqual([['07:00', '17:00']])
    expect(edges(masten, '2012-10-06')).toEqual([])
  })

  test('TY-361 the library has no printed hours: it uses the unit’s and says so', () => {
    expect(hoursOf(library)).toBeNull()
    const chosen = chooseHours([
      { holder: 'tenant', name: 'Tyresö kommun', version: masten },
      { holder: 'unit', name: 'Kontorsservice', version: townHall },
      { holder: 'place', name: 'Biblioteket', version: library },
    ])
    expect(chosen).toMatchObject({ holder: 'unit', holderName: 'Kontorsservice', hoursFrom: { name: 'kommunhuset' } })
    expect(chosen?.notStated.map((c) => c.name)).toEqual(['Biblioteket'])
  })

  test('nobody states any: nothing is invented', () => {
    expect(chooseHours([{ holder: 'place', name: 'Biblioteket', version: null }])).toBeNull()
  })
})

describe('which schedule', () => {
  test('agreement line before request type at the place, place, unit, tenant; the nearest unit first', () => {
    const all = [
      { holder: 'tenant', name: 't', version: townHall },
      { holder: 'unit', name: 'team', version: null },
      { holder: 'unit', name: 'department', version: masten },
      { holder: 'unit', name: 'office', version: townHall },
      { holder: 'place', name: 'p', version: townHall },
      { holder: 'request_type_at_place', name: 'r', version: townHall },
      { holder: 'agreement_line', name: 'a', version: townHall },
    ] as const
    expect(chooseHours(all)?.holder).toBe('agreement_line')
    expect(chooseHours(all.slice(0, 6))?.holder).toBe('request_type_at_place')
    expect(chooseHours(all.slice(0, 5))?.holder).toBe('place')
    expect(chooseHours(all.slice(0, 4))?.holderName).toBe('department')
    expect(chooseHours(all.slice(0, 2))?.holder).toBe('tenant')
  })
})

describe('windows and dates', () => {
  const office = version('kontoret', weekdays([480, 1020], [480, 1020]))

  test('law: red days and the three eves are off, Maundy Thursday and bridge days are not', () => {
    const calendar = calendarOf(office)
    const off = [
      '2012-04-06',
      '2012-04-09',
      '2012-05-01',
      '2012-05-17',
      '2012-06-06',
      '2012-06-22',
      '2012-12-24',
      '2012-12-31',
    ]
    for (const day of off) expect(isWorkingDay(calendar, date(day)), day).toBe(false)
    for (const day of ['2012-04-05', '2012-04-30', '2012-05-18', '2012-01-05'])
      expect(isWorkingDay(calendar, date(day)), day).toBe(true)
    expect(calendar.nameOn?.(date('2012-04-06'))).toMatchObject({ sv: 'långfredagen' })
  })

  test('own windows replace the parent’s, they are never merged', () => {
    const child = version('reception', { 1: [[600, 840]] }, { parent: office })
    expect(isWorkingDay(calendarOf(child), date('2012-10-02'))).toBe(false)
    expect(hoursOf(child)?.hoursFrom).toBe(child)
    const silent = version('tyst', null, { parent: version('mellan', null, { parent: office }) })
    expect(hoursOf(silent)).toMatchObject({ version: silent, hoursFrom: office })
    expect(isWorkingDay(calendarOf(silent), date('2012-10-02'))).toBe(true)
  })

  test('a date: the nearest schedule that says something, else law', () => {
    const bridge: ScheduleDay = { date: date('2012-05-18'), says: 'closed', why: { sv: 'klämdag', en: 'bridge day' } }
    const maundy: ScheduleDay = { date: date('2012-04-05'), says: 'half_day', windows: [[480, 780]] }
    const parent = version('kontoret', office.week, { days: [bridge, maundy] })
    const child = version('jouren', null, {
      parent,
      days: [
        { date: date('2012-05-18'), says: 'open' },
        { date: date('2012-06-06'), says: 'open', windows: [[600, 720]] },
      ],
    })
    expect(calendarOf(parent).windowsOn(date('2012-05-18'))).toEqual([])
    expect(calendarOf(parent).nameOn?.(date('2012-05-18'))?.sv).toBe('klämdag')
    expect(calendarOf(child).windowsOn(date('2012-05-18'))).toEqual([[480, 1020]])
    expect(calendarOf(child).windowsOn(date('2012-06-06'))).toEqual([[600, 720]])
    expect(calendarOf(child).windowsOn(date('2012-04-05'))).toEqual([[480, 780]])
    expect(calendarOf(child).windowsOn(date('2012-05-17'))).toEqual([])
  })
})

describe('what may be decided', () => {
  test('a sound version has no problems', () => expect(scheduleProblems(townHall)).toEqual([]))

  test('windows out of order, an empty week, a date twice, an open day without hours', () => {
    const bad = version(
      'fel',
      {
        1: [
          [480, 720],
          [700, 900],
        ],
      },
      {
        days: [
          { date: date('2012-05-18'), says: 'closed' },
          { date: date('2012-05-18'), says: 'open', windows: [[480, 500]] },
          { date: date('2012-05-19'), says: 'open' },
        ],
      },
    )
    expect(scheduleProblems(bad).map((p) => p.field)).toEqual(['week.1', 'days.1', 'days.2'])
    expect(scheduleProblems(version('tom', {})).map((p) => p.field)).toEqual(['week'])
  })

  test('a ring of parents is refused', () => {
    const ring: { -readonly [K in keyof ScheduleVersion]: ScheduleVersion[K] } = { ...version('a', null) }
    ring.parent = ring
    expect(() => hoursOf(ring)).toThrow(/schedule_ring/)
  })
})
