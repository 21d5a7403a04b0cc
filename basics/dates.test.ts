import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  longDate,
  longMoment,
  localDate,
  minuteOf,
  nearDay,
  readDate,
  readTimeOfDay,
  shortDate,
  shortMoment,
  tableMoment,
  tableSpan,
  timeOfDay,
} from './dates.ts'
import { valueOf } from './reading.ts'

const date = Temporal.PlainDate.from
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Stockholm').toInstant()

describe('reading dates', () => {
  test('TY-068 2012-04-31 keeps the printed text and proposes 2012-04-30; nothing is changed by itself', () => {
    const reading = readDate('2012-04-31')
    expect(reading).toEqual({
      ok: false,
      printed: '2012-04-31',
      proposal: date('2012-04-30'),
      sv: 'Datumet 31 april finns inte. April har 30 dagar.',
      en: '31 April does not exist. April has 30 days.',
    })
    expect(() => valueOf(reading, 'due')).toThrow(/unreadable/)
  })

  test('TY-068 the same date printed in other ways', () => {
    for (const printed of ['20120431', '31/4 2012', '31 april 2012', ' den 31 april 2012 ']) {
      expect(readDate(printed)).toMatchObject({ ok: false, printed, proposal: date('2012-04-30') })
    }
  })

  test.each([
    '2012-04-30',
    '20120430',
    '30/4 2012',
    '30 april 2012',
    '30 apr 2012',
    'den 30:e april 2012',
    '30 April 2012',
  ])('reads %j', (printed) => expect(valueOf(readDate(printed), 'due').toString()).toBe('2012-04-30'))

  test('February says which year', () => {
    expect(readDate('2011-02-29')).toMatchObject({
      sv: 'Datumet 29 februari 2011 finns inte. Februari 2011 har 28 dagar.',
    })
    expect(readDate('2012-02-29').ok).toBe(true)
  })

  test.each([
    '2012-13-01',
    '2012-04-45',
    '2012-04-00',
    '12-04-30',
    '120430',
    'i morgon',
    '',
    '2012-4',
    '30 ap 2012',
    '0012-04-30',
  ])('has no proposal for %j', (printed) => {
    const reading = readDate(printed)
    expect(reading).toMatchObject({ ok: false, printed })
    expect(reading).not.toHaveProperty('proposal')
  })

  test('every date reads back, whatever else is typed is refused without a throw', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (n) => {
        const day = date('1990-01-01').add({ days: n })
        expect(valueOf(readDate(day.toString()), 'd').equals(day)).toBe(true)
      }),
    )
    fc.assert(fc.property(fc.string(), (text) => void readDate(text)))
  })

  test.each([
    ['16.30', 990],
    ['16:30', 990],
    ['kl. 8', 480],
    ['0745', 465],
    ['24.00', 1440],
    ['0', 0],
  ])('reads the time %j', (text, minutes) => expect(readTimeOfDay(text)).toEqual({ ok: true, value: minutes }))

  test.each(['24.01', '25', '8.60', '8.5', 'sent', '-1'])('does not guess the time %j', (text) =>
    expect(readTimeOfDay(text)).toMatchObject({ ok: false, printed: text }),
  )
})

describe('saying dates', () => {
  const now = at('2012-04-12T10:42')
  const today = date('2012-04-12')

  test('as the design language writes them', () => {
    expect(longMoment(at('2012-04-18T16:30'), now, 'sv')).toBe('onsdag 18 april kl. 16.30')
    expect(longMoment(at('2012-04-18T16:30'), now, 'en')).toBe('Wednesday 18 April at 16:30')
    expect(longMoment(at('2012-04-12T16:45'), now, 'sv')).toBe('i dag kl. 16.45')
    expect(shortMoment(at('2012-04-04T15:20'), now, 'sv')).toBe('ons 4 april 15.20')
    expect(shortMoment(at('2012-04-11T13:30'), now, 'sv')).toBe('i går 13.30')
    expect(shortMoment(at('2012-04-13T08:05'), now, 'en')).toBe('tomorrow 08:05')
    expect(tableMoment(at('2012-04-04T15:20'), 'sv')).toBe('4/4 15.20')
    expect(tableMoment(at('2012-04-04T15:20'), 'en')).toBe('4 Apr 15:20')
    expect(tableSpan(date('2012-04-06'), date('2012-04-09'), 'sv')).toBe('6–9/4')
    expect(tableSpan(date('2012-03-30'), date('2012-04-02'), 'sv')).toBe('30/3–2/4')
    expect(tableSpan(date('2012-04-06'), date('2012-04-09'), 'en')).toBe('6–9 Apr')
    expect(tableSpan(date('2012-04-06'), date('2012-04-06'), 'sv')).toBe('6/4')
  })

  test('the year only when it is another', () => {
    expect(longDate(date('2012-12-31'), today, 'sv')).toBe('måndag 31 december')
    expect(longDate(date('2013-01-01'), today, 'sv')).toBe('tisdag 1 januari 2013')
    expect(shortDate(date('2011-04-07'), today, 'en')).toBe('Thu 7 April 2011')
  })

  test('near days are by the local calendar, not by 24 hours', () => {
    expect(nearDay(date('2012-04-11'), today, 'sv')).toBe('i går')
    expect(nearDay(date('2012-04-10'), today, 'sv')).toBeNull()
    expect(shortMoment(at('2012-04-11T23:59'), at('2012-04-12T00:01'), 'sv')).toBe('i går 23.59')
    expect(shortMoment(Temporal.Instant.from('2012-04-11T22:30Z'), now, 'sv')).toBe('i dag 00.30')
  })

  test('a minute is cut, not rounded', () => {
    expect(minuteOf(Temporal.Instant.from('2012-04-11T22:30:59.999999Z')).toString()).toBe('2012-04-11T22:30:00Z')
  })
})

describe('local day and time', () => {
  const asTheZoneSays = (moment: Temporal.Instant) => {
    const zoned = moment.toZonedDateTimeISO('Europe/Stockholm')
    expect(localDate(moment).equals(zoned.toPlainDate())).toBe(true)
    expect(timeOfDay(moment, 'en')).toBe(zoned.toPlainTime().toString({ smallestUnit: 'minute' }))
  }

  test('any instant falls on the day and minute the zone says, asked once or again', () => {
    const instant = fc.integer({ min: Date.UTC(1850, 0, 1), max: Date.UTC(2150, 0, 1) })
    fc.assert(
      fc.property(instant, (milliseconds) => {
        asTheZoneSays(Temporal.Instant.fromEpochMilliseconds(milliseconds))
        asTheZoneSays(Temporal.Instant.fromEpochMilliseconds(milliseconds + 59_000))
      }),
      { numRuns: 2000 },
    )
  })

  test('every hour around every jump of the clock since 1901', () => {
    let jump = Temporal.Instant.from('1901-01-01T00:00Z')
      .toZonedDateTimeISO('Europe/Stockholm')
      .getTimeZoneTransition('next')
    for (; jump && jump.year < 2051; jump = jump.getTimeZoneTransition('next'))
      for (let minutes = -120; minutes <= 120; minutes += 20) asTheZoneSays(jump.toInstant().add({ minutes }))
  })
})
