import Holidays from 'date-holidays'
import { describe, expect, test } from 'vitest'
import { inForce, TIME_LIMITS } from './law.ts'
import {
  easterSunday,
  endOfTimeLimit,
  FIRST_YEAR,
  isOffByLaw,
  isOffInStatutoryTime,
  isRed,
  LAST_YEAR,
  namedDay,
  namedDays,
} from './swedish-calendar.ts'

const date = Temporal.PlainDate.from
const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i)

describe('the whole table against an oracle (date-holidays)', () => {
  // Its quirks: the three eves are type `bank`; Whit Monday is an `observance` in every year, also before 2005.
  const oracle = new Holidays('SE')
  const oracleDays = (year: number, type: string) =>
    oracle
      .getHolidays(year)
      .filter((h) => h.type === type)
      .map((h) => h.date.slice(0, 10))
  const ours = (year: number, kind: string) =>
    namedDays(year)
      .filter((d) => d.kind === kind)
      .map((d) => d.date.toString())
  const unique = (dates: string[]) => [...new Set(dates)].sort()

  test('red days', () => {
    for (const year of years) {
      const whitMonday = year < 2005 ? [easterSunday(year).add({ days: 50 }).toString()] : []
      expect(unique(ours(year, 'red')), `${year}`).toEqual(unique([...oracleDays(year, 'public'), ...whitMonday]))
    }
  })

  test('the three eves', () => {
    for (const year of years) expect(ours(year, 'eve'), `${year}`).toEqual(oracleDays(year, 'bank'))
  })

  test('names of ordinary days', () => {
    const pairs = {
      skärtorsdagen: 'maundy_thursday',
      påskafton: 'easter_eve',
      valborgsmässoafton: 'walpurgis',
    } as const
    for (const year of years) {
      for (const h of oracle.getHolidays(year)) {
        const key = pairs[h.name as keyof typeof pairs]
        if (key)
          expect(
            namedDays(year)
              .find((d) => d.key === key)
              ?.date.toString(),
            h.date,
          ).toBe(h.date.slice(0, 10))
      }
    }
  })
})

describe('fixed facts', () => {
  test.each([
    [1990, '1990-04-15'],
    [2008, '2008-03-23'],
    [2012, '2012-04-08'],
    [2038, '2038-04-25'],
    [2100, '2100-03-28'],
  ])('Easter %i', (year, day) => expect(easterSunday(year).toString()).toBe(day))

  test('Whit Monday is red through 2004, 6 June from 2005', () => {
    expect(isOffByLaw(date('2004-05-31'))).toBe(true)
    expect(isOffByLaw(date('2005-05-16'))).toBe(false)
    expect(isOffByLaw(date('2003-06-06'))).toBe(false)
    expect(isOffByLaw(date('2005-06-06'))).toBe(true)
  })

  test('Easter 2012, Monday to Monday', () => {
    const names = ['04-04', '04-05', '04-06', '04-07', '04-08', '04-09', '04-10'].map(
      (d) => namedDay(date(`2012-${d}`))?.sv,
    )
    expect(names).toEqual([
      undefined,
      'skärtorsdag',
      'långfredagen',
      'påskafton',
      'påskdagen',
      'annandag påsk',
      undefined,
    ])
    expect(isOffByLaw(date('2012-04-05'))).toBe(false)
    expect(isOffByLaw(date('2012-04-07'))).toBe(false)
  })

  test('a Sunday is red by law though it is no named day', () => {
    expect(isRed(date('2012-10-07'))).toBe(true)
    expect(isOffByLaw(date('2012-10-07'))).toBe(false)
  })

  test('two holidays on one date: May Day and Ascension 2008', () => {
    expect(
      namedDays(2008)
        .filter((d) => d.date.toString() === '2008-05-01')
        .map((d) => d.key),
    ).toEqual(['may_day', 'ascension'])
  })

  // 2026 as published; 2012 by hand: 261 weekdays less 6/1 6/4 9/4 1/5 17/5 6/6 22/6 24/12 25/12 26/12 31/12.
  test.each([
    [2026, 251],
    [2012, 250],
  ])('%i has %i working days', (year, expected) => {
    let count = 0
    for (let d = date(`${year}-01-01`); d.year === year; d = d.add({ days: 1 }))
      if (!isOffInStatutoryTime(d)) count += 1
    expect(count).toBe(expected)
  })

  test('outside the table is a clear refusal', () => {
    expect(() => namedDay(date('1989-12-31'))).toThrow(/outside_calendar/)
    expect(() => namedDay(date('2101-01-01'))).toThrow(/outside_calendar/)
  })
})

describe('statutory time limits (law 1930:173)', () => {
  const end = (key: string, from: string) => {
    const rule = inForce(TIME_LIMITS, key, date(from))
    if (!rule) throw new Error(`no ${key} on ${from}`)
    return endOfTimeLimit(date(from), rule).toString()
  }

  test('three weeks end on the same weekday', () => expect(end('legality_review', '2012-10-03')).toBe('2012-10-24'))
  test('a last day on Midsummer Eve moves to Monday', () => expect(end('appeal', '2012-06-01')).toBe('2012-06-25'))
  test('a last day on Easter Monday moves to Tuesday', () =>
    expect(end('legality_review', '2012-03-19')).toBe('2012-04-10'))
  test('minutes are adjusted within 14 days, holiday or not', () =>
    expect(end('minutes_adjusted', '2012-12-11')).toBe('2012-12-25'))
  test('a month without the day ends on its last', () =>
    expect(end('party_may_ask_for_decision', '2019-08-31')).toBe('2020-02-29'))
  test('law has dates: nobody could ask for a decision in 2012', () => {
    expect(inForce(TIME_LIMITS, 'party_may_ask_for_decision', date('2012-10-03'))).toBeUndefined()
    expect(inForce(TIME_LIMITS, 'minutes_adjusted', date('2012-10-03'))?.source).toContain('1991:900')
    expect(inForce(TIME_LIMITS, 'minutes_adjusted', date('2018-01-01'))?.source).toContain('2017:725')
  })
})
