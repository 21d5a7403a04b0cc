import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  contains,
  covers,
  days,
  firstOverlap,
  intersection,
  month,
  months,
  overlaps,
  period,
  quarter,
  tertial,
  tertialOf,
  throughPeriod,
  year,
  type BoundedPeriod,
  type Period,
} from './period.ts'

const date = Temporal.PlainDate.from
const anyDay = fc.integer({ min: 0, max: 4000 }).map((n) => date('2008-01-01').add({ days: n }))
const bounded: fc.Arbitrary<BoundedPeriod> = fc
  .tuple(anyDay, fc.integer({ min: 1, max: 800 }))
  .map(([from, length]) => period(from, from.add({ days: length })))
const anyPeriod: fc.Arbitrary<Period> = fc.oneof(
  bounded,
  anyDay.map((from) => period(from, null)),
)

describe('half-open periods', () => {
  test('the end is out, the beginning is in, and an open end never ends', () => {
    const april = month(2012, 4)
    expect(contains(april, date('2012-04-01'))).toBe(true)
    expect(contains(april, date('2012-04-30'))).toBe(true)
    expect(contains(april, date('2012-05-01'))).toBe(false)
    expect(contains(period(date('2012-01-01'), null), date('2999-01-01'))).toBe(true)
  })

  test('neighbours do not overlap', () => {
    expect(overlaps(month(2012, 4), month(2012, 5))).toBe(false)
    expect(covers(year(2012), tertial(2012, 3))).toBe(true)
    expect(covers(tertial(2012, 1), quarter(2012, 2))).toBe(false)
  })

  test('an empty or backward period is refused', () => {
    expect(() => period(date('2012-05-01'), date('2012-05-01'))).toThrow(/empty_period/)
    expect(() => period(date('2012-05-02'), date('2012-05-01'))).toThrow(/empty_period/)
    expect(() => month(2012, 13)).toThrow(RangeError)
  })

  test('a change from the 16th splits April into 15 and 15 days', () => {
    const before = intersection(month(2012, 4), period(date('2012-01-01'), date('2012-04-16')))
    const after = intersection(month(2012, 4), period(date('2012-04-16'), null))
    expect([before, after].map((p) => p && p.to && days({ from: p.from, to: p.to }))).toEqual([15, 15])
  })

  test('overlap is having a day in common', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, anyDay, (a, b, d) => {
        const common = intersection(a, b)
        expect(common !== null && contains(common, d)).toBe(contains(a, d) && contains(b, d))
        expect(overlaps(a, b)).toBe(overlaps(b, a))
        if (common) expect(covers(a, common) && covers(b, common)).toBe(true)
      }),
    )
  })

  test('the months of a period cover it and add up', () => {
    fc.assert(
      fc.property(bounded, (p) => {
        const parts = months(p).map((m) => intersection(m, p))
        expect(parts.every((part) => part !== null)).toBe(true)
        expect(parts.reduce((sum, part) => sum + (part ? days(part) : 0), 0)).toBe(days(p))
      }),
    )
  })

  test('the first overlap of a list is found whatever its order', () => {
    const a = throughPeriod(date('2012-01-01'), date('2012-12-31'))
    const b = throughPeriod(date('2012-03-01'), date('2012-03-31'))
    const c = throughPeriod(date('2012-11-01'), date('2013-01-31'))
    expect(firstOverlap([year(2013), year(2012), year(2011)])).toBeNull()
    expect(firstOverlap([c, a])).toEqual([a, c])
    expect(firstOverlap([b, c, period(date('2011-01-01'), null)])).not.toBeNull()
    fc.assert(
      fc.property(fc.array(anyPeriod, { maxLength: 6 }), (list) => {
        const brute = list.some((p, i) => list.some((q, j) => i < j && overlaps(p, q)))
        expect(firstOverlap(list) !== null).toBe(brute)
      }),
    )
  })

  test('tertials are four months', () => {
    expect(tertialOf(date('2012-10-03'))).toEqual(tertial(2012, 3))
    expect(tertial(2012, 2).from.toString()).toBe('2012-05-01')
    expect(year(2012).to.toString()).toBe('2013-01-01')
  })
})
