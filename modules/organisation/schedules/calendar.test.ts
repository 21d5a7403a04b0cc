import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ScheduleVersion, Week } from '../schedule.ts'
import type { DatedVersion, PinnedVersion } from './calendar.ts'
import { calendarOver, reissues, versionOn } from './calendar.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const everyWeekday = (opens: number, closes: number): Week =>
  Object.fromEntries([1, 2, 3, 4, 5].map((n) => [n, [[opens, closes]]]))
const version = (
  versionNo: number,
  from: string,
  week: Week | null,
  parent: ScheduleVersion | null = null,
): DatedVersion => ({
  versionNo,
  from: day(from),
  version: { id: `s:${versionNo}`, schedule: 's', name: 'Kontoret', week, days: [], parent },
})

describe('the calendar up to a version', () => {
  const winter = version(1, '2012-01-01', everyWeekday(480, 1020))
  const summer = version(2, '2012-06-01', everyWeekday(480, 960))
  const back = version(3, '2012-09-01', everyWeekday(480, 1020))

  test('each date has the hours of the version in force on it', () => {
    const calendar = calendarOver([winter, summer, back])
    expect(calendar.windowsOn(day('2012-05-31'))).toEqual([[480, 1020]])
    expect(calendar.windowsOn(day('2012-06-01'))).toEqual([[480, 960]])
    expect(calendar.windowsOn(day('2012-09-03'))).toEqual([[480, 1020]])
    // before the first version the first holds: a case of last year has a calendar too
    expect(calendar.windowsOn(day('2011-12-30'))).toEqual([[480, 1020]])
  })

  test('a later version never changes what an earlier number answers', () => {
    const before = calendarOver([winter])
    expect(before.windowsOn(day('2012-06-01'))).toEqual([[480, 1020]])
  })

  test('a correction from the same day takes over, one from an earlier day leaves what is planned', () => {
    const corrected = version(4, '2012-06-01', everyWeekday(540, 960))
    expect(versionOn([winter, summer, corrected], day('2012-07-01'))?.versionNo).toBe(4)
    const earlier = version(5, '2012-03-01', everyWeekday(420, 960))
    expect(versionOn([winter, summer, earlier], day('2012-07-01'))?.versionNo).toBe(2)
    expect(versionOn([winter, summer, earlier], day('2012-04-02'))?.versionNo).toBe(5)
  })

  test('nobody states hours: nothing is open', () => {
    expect(calendarOver([version(1, '2012-01-01', null)]).windowsOn(day('2012-03-05'))).toEqual([])
    expect(calendarOver([]).windowsOn(day('2012-03-05'))).toEqual([])
  })
})

describe('a parent changes', () => {
  const own = (versionNo: number, from: string, parentVersionNo: number | null): PinnedVersion => ({
    versionNo,
    from: day(from),
    parentVersionNo,
  })

  test('the child gets one version from the same day, repeating its own content', () => {
    const made = reissues(
      [own(1, '2012-01-01', 1)],
      [own(1, '2011-01-01', null), own(2, '2012-06-01', null)],
      day('2012-06-01'),
    )
    expect(made).toMatchObject([{ from: day('2012-06-01'), repeats: { versionNo: 1 }, parentVersionNo: 2 }])
  })

  test('what the child had planned for later is planned anew on the new parent', () => {
    const child = [own(1, '2012-01-01', 1), own(2, '2012-09-01', 1)]
    const made = reissues(child, [own(1, '2011-01-01', null), own(2, '2012-06-01', null)], day('2012-06-01'))
    expect(made.map((one) => [one.from.toString(), one.repeats.versionNo, one.parentVersionNo])).toEqual([
      ['2012-06-01', 1, 2],
      ['2012-09-01', 2, 2],
    ])
  })

  test('a version that stands on no parent, or on another one, is left alone', () => {
    const child = [own(1, '2012-01-01', 1), own(2, '2012-07-01', null)]
    const made = reissues(child, [own(1, '2011-01-01', null), own(2, '2012-06-01', null)], day('2012-06-01'))
    expect(made.map((one) => one.from.toString())).toEqual(['2012-06-01'])
  })

  test('afterwards the child stands on the parent’s version in force on every day from the change', () => {
    const { compare } = Temporal.PlainDate
    const at = (n: number) => day('2012-01-01').add({ days: n })
    const days = fc.uniqueArray(fc.nat(30), { minLength: 1, maxLength: 5 })
    const inForce = <V extends { versionNo: number; from: Temporal.PlainDate }>(
      rows: readonly V[],
      on: Temporal.PlainDate,
    ) =>
      rows
        .filter((one) => compare(one.from, on) <= 0)
        .sort((a, b) => compare(b.from, a.from) || b.versionNo - a.versionNo)[0]
    fc.assert(
      fc.property(days, days, (childDays, parentDays) => {
        const parent = parentDays.map((n, i) => ({ versionNo: i + 1, from: at(n) }))
        const change = at(parentDays.at(-1) ?? 0)
        const child = childDays.map((n, i) => ({
          versionNo: i + 1,
          content: i + 1,
          from: at(n),
          parentVersionNo: inForce(parent.slice(0, -1), at(n))?.versionNo ?? 0,
        }))
        const made = reissues(child, parent, change)
        const after = [
          ...child,
          ...made.map((one, i) => ({
            ...one.repeats,
            versionNo: child.length + i + 1,
            from: one.from,
            parentVersionNo: one.parentVersionNo,
          })),
        ]
        for (let d = change; compare(d, at(40)) < 0; d = d.add({ days: 1 })) {
          const now = inForce(after, d)
          if (!now) continue
          expect(now.content).toBe(inForce(child, d)?.content)
          expect(now.parentVersionNo).toBe(inForce(parent, d)?.versionNo)
        }
        expect(new Set(made.map((one) => one.from.toString())).size).toBe(made.length)
      }),
    )
  })
})
