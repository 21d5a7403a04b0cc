import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addWorkingDays, workingDaysBetween, workingMinutesBetween } from '#basics/working-time'
import { waitingFor } from './case.ts'
import {
  clockKinds,
  clockStates,
  clockUnits,
  promiseSources,
  promiseStrengths,
  type ClockEvent,
} from './clock-event.ts'
import { calendarOf, history, local, localText, promised } from './clock-fixtures.ts'
import { anyAct, anyHistory, anySchedule, anyStart, gap, onlyPaused, pausesOnly, tell } from './clock-histories.ts'
import { advance, dueIfResumedAt, effectOfMessage, nearest, remainingAt, replay, stateAt, type Clock } from './clock.ts'

const compare = Temporal.Instant.compare
const { start, pause, resume, rebase, stop, cancel, reopen } = history()

function clockOf(events: readonly ClockEvent[]): Clock {
  const clock = replay(events, calendarOf)
  if (!clock) throw new Error('no clock')
  return clock
}
const due = (...events: ClockEvent[]) => localText(clockOf(events).dueAt)

describe('fixed points', () => {
  const guarantee = (amount: number) => promised(amount, 'working_days', { kind: 'first_answer', strength: 'strive' })

  test('TY-054 e-mail on Thursday 2012-04-05 is due Wednesday 04-11, a letter Monday 04-23', () => {
    expect(due(start('2012-04-05T10:00', guarantee(2)))).toBe('2012-04-11T16:45')
    expect(due(start('2012-04-05T10:00', guarantee(10)))).toBe('2012-04-23T16:45')
  })

  test('TY-054 the clock stops at the first answer or confirmation', () => {
    const clock = clockOf([start('2012-04-05T10:00', guarantee(2)), stop('2012-04-11T16:45')])
    expect(clock.state).toBe('kept')
    expect(stateAt(clock, local('2012-06-01T10:00'))).toBe('kept')
  })

  test('TY-053 a strived-for promise has the same clock as a binding one', () => {
    const strive = clockOf([start('2012-04-05T10:00', guarantee(2))])
    expect(strive.promise.strength).toBe('strive')
    expect(strive.dueAt.equals(clockOf([start('2012-04-05T10:00', promised(2))]).dueAt)).toBe(true)
  })

  test('TY-362 ordered Wednesday 2012-04-04 it must start by Wednesday 04-11; started 04-12 is a breach', () => {
    const ordered = start('2012-04-04T15:20', promised(3))
    expect(due(ordered)).toBe('2012-04-11T16:45')
    expect(clockOf([ordered, stop('2012-04-11T16:45')]).state).toBe('kept')
    expect(clockOf([ordered, stop('2012-04-11T16:46')]).state).toBe('broken')
    expect(clockOf([ordered, stop('2012-04-12T08:00')]).state).toBe('broken')
  })

  test('a pause from Thursday 14.00 to Monday 10.00 costs two days, from Thursday 20.00 one', () => {
    const began = start('2012-10-03T09:00', promised(3))
    const cost = (from: string) => clockOf([began, pause(from), resume('2012-10-08T10:00')]).movedByCustomer.workingDays
    expect(due(began)).toBe('2012-10-08T16:45')
    expect(cost('2012-10-04T14:00')).toBe(2)
    expect(cost('2012-10-04T20:00')).toBe(1)
  })

  test('the case on the drawn screen: ordered 4 April, paused 10–11 April, due 12 April 16.45', () => {
    const events = [start('2012-04-04T15:20', promised(3)), pause('2012-04-10T09:10'), resume('2012-04-11T13:30')]
    expect(due(...events)).toBe('2012-04-12T16:45')
    expect(remainingAt(clockOf(events), local('2012-04-12T10:42'))).toEqual({
      workingDays: 0,
      workingMinutes: 6 * 60 + 3,
    })
  })

  test('TY-361 the hours of the place decide: Friday 15.30 counts as Monday in the town hall, as Friday in Masten', () => {
    expect(due(start('2012-10-05T15:30', promised(1)))).toBe('2012-10-09T16:45')
    expect(due(history('masten').start('2012-10-05T15:30', promised(1)))).toBe('2012-10-08T22:00')
  })

  test('the same day: a promise of 0 days ends when the office closes', () => {
    expect(due(start('2012-10-05T14:59', promised(0)))).toBe('2012-10-05T15:00')
    expect(due(start('2012-10-05T15:01', promised(0)))).toBe('2012-10-08T16:45')
  })

  test('minutes: four hours from Friday 14.00 in the town hall end Monday 10.45', () => {
    expect(due(start('2012-10-05T14:00', promised(240, 'working_minutes')))).toBe('2012-10-08T10:45')
  })
})

describe('told, moved, left', () => {
  const ordered = start('2012-10-01T09:00', promised(3))

  test('the deadline first told is never lost, whoever moves it', () => {
    const clock = clockOf([
      ordered,
      pause('2012-10-02T10:00', 'customer'),
      resume('2012-10-03T10:00'),
      pause('2012-10-04T10:00', 'supplier', 'leverans'),
      resume('2012-10-05T10:00'),
      pause('2012-10-05T11:00', 'us', 'sjukdom'),
      resume('2012-10-09T10:00'),
      rebase('2012-10-09T11:00', promised(5), 'us'),
    ])
    expect(localText(clock.firstToldDueAt)).toBe('2012-10-04T16:45')
    expect(localText(clock.dueAt)).toBe('2012-10-12T15:00')
    expect(clock.movedByCustomer.workingDays).toBe(1)
    expect(clock.movedByUs.workingDays).toBe(1 + 2 + 2)
    expect(clock.moves.map((m) => [m.by, m.workingDays])).toEqual([
      ['customer', 1],
      ['supplier', 1],
      ['us', 2],
      ['us', 2],
    ])
  })

  test('while paused nothing runs out, and a likely deadline can be shown', () => {
    const clock = clockOf([ordered, pause('2012-10-02T10:00')])
    expect(stateAt(clock, local('2012-12-01T10:00'))).toBe('paused')
    expect(remainingAt(clock, local('2012-12-01T10:00'))).toEqual(remainingAt(clock, local('2012-10-02T10:00')))
    expect(localText(dueIfResumedAt(clock, local('2012-10-03T10:00'), calendarOf))).toBe('2012-10-05T15:00')
  })

  test('a clock that nobody stops is broken in the minute after its deadline', () => {
    const clock = clockOf([ordered])
    expect(clock.state).toBe('running')
    expect(stateAt(clock, local('2012-10-04T16:45:59'))).toBe('running')
    expect(stateAt(clock, local('2012-10-04T16:46'))).toBe('broken')
    expect(remainingAt(clock, local('2012-10-05T08:45')).workingMinutes).toBe(-60)
  })

  test('a pause begun after the deadline moves nothing and heals nothing', () => {
    for (const promise of [promised(3), promised(540, 'working_minutes')]) {
      const late = clockOf([start('2012-10-01T09:00', promise), pause('2012-10-08T10:00'), resume('2012-10-12T10:00')])
      expect(late.dueAt.equals(late.firstToldDueAt)).toBe(true)
      expect(late.moves).toEqual([])
      expect(stateAt(late, local('2012-10-12T10:00'))).toBe('broken')
    }
  })

  test('a pause in the very minute of the deadline is in time', () => {
    expect(due(start('2012-10-01T09:00', promised(1)), pause('2012-10-02T16:45'), resume('2012-10-05T10:00'))).toBe(
      '2012-10-05T15:00',
    )
    const day = promised(60, 'working_minutes')
    expect(due(start('2012-10-01T09:00', day), pause('2012-10-01T10:00'), resume('2012-10-05T10:00'))).toBe(
      '2012-10-05T10:00',
    )
  })

  test('delivered in the very minute it was resumed, after a pause begun at night: still the broken promise', () => {
    const day = promised(540, 'working_minutes')
    const events = [start('2012-10-01T07:45', day), pause('2012-10-01T20:00'), stop('2012-10-02T10:00')]
    expect(due(...events)).toBe('2012-10-01T16:45')
    expect(clockOf(events).state).toBe('broken')
  })

  test('delivered while paused: kept, as if resumed and stopped', () => {
    const clock = clockOf([ordered, pause('2012-10-02T10:00'), stop('2012-10-30T10:00')])
    expect(clock.state).toBe('kept')
    expect(clock.movedByCustomer.workingDays).toBe(20)
  })

  test('a new calendar by decision counts from then on; what has been is not recounted', () => {
    const minutes = promised(1080, 'working_minutes')
    const changed: ClockEvent = {
      kind: 'rebase',
      at: local('2012-10-02T07:45'),
      schedule: 'masten',
      by: 'us',
      reason: 'flytt till Masten',
    }
    const clock = clockOf([start('2012-10-01T07:45', minutes), changed])
    expect(localText(clock.firstToldDueAt)).toBe('2012-10-02T16:45')
    expect(localText(clock.dueAt)).toBe('2012-10-02T16:45')
    expect(localText(clockOf([start('2012-10-01T07:45', promised(1200, 'working_minutes')), changed]).dueAt)).toBe(
      '2012-10-02T18:45',
    )
    expect(clock.schedule).toBe('masten')
  })

  test('a new calendar in the evening: the day one office has closed is not counted again by the other', () => {
    const changed: ClockEvent = {
      kind: 'rebase',
      at: local('2012-10-02T16:50'),
      schedule: 'masten',
      by: 'us',
      reason: 'r',
    }
    const clock = clockOf([start('2012-10-01T09:00', promised(2)), changed])
    expect(localText(clock.firstToldDueAt)).toBe('2012-10-03T16:45')
    expect(localText(clock.dueAt)).toBe('2012-10-03T22:00')
    const paused = clockOf([
      start('2012-10-01T09:00', promised(2)),
      pause('2012-10-02T16:50'),
      changed,
      history('masten').resume('2012-10-02T18:00'),
    ])
    expect(localText(paused.dueAt)).toBe('2012-10-03T22:00')
  })

  test('reopened: the closed time is nobody’s, the clock goes on with what was left', () => {
    const clock = clockOf([ordered, stop('2012-10-02T10:00'), reopen('2012-10-15T10:00')])
    expect(clock.state).toBe('running')
    expect(localText(clock.dueAt)).toBe('2012-10-17T16:45')
    expect(clock.moves).toMatchObject([{ by: 'closed', workingDays: 9 }])
    expect([clock.movedByUs.workingDays, clock.movedByCustomer.workingDays]).toEqual([0, 0])
  })

  test('reopened after a broken promise: it stays broken', () => {
    const clock = clockOf([ordered, stop('2012-10-05T10:00'), reopen('2012-10-08T10:00')])
    expect(localText(clock.dueAt)).toBe('2012-10-04T16:45')
    expect(
      clockOf([ordered, stop('2012-10-05T10:00'), reopen('2012-10-08T10:00'), stop('2012-10-08T11:00')]).state,
    ).toBe('broken')
  })
})

describe('what others got wrong', () => {
  test('GLPI 6902 the promise is changed while the clock is paused: the waiting is not lost', () => {
    const events = [
      start('2012-10-01T09:00', promised(5)),
      pause('2012-10-02T10:00'),
      rebase('2012-10-03T10:00', promised(2)),
      resume('2012-10-05T10:00'),
    ]
    expect(due(...events)).toBe('2012-10-08T16:45')
    expect(stateAt(clockOf(events), local('2012-10-05T10:00'))).toBe('running')
  })

  test('GLPI 15605 the promise is changed after a pause: the new one counts from the start, the old pause included', () => {
    const before = [start('2012-10-01T09:00', promised(5)), pause('2012-10-02T10:00'), resume('2012-10-05T10:00')]
    expect(due(...before, rebase('2012-10-05T11:00', promised(2)))).toBe('2012-10-08T16:45')
    expect(due(start('2012-10-01T09:00', promised(2)), pause('2012-10-02T10:00'), resume('2012-10-05T10:00'))).toBe(
      '2012-10-08T16:45',
    )
  })

  test('GLPI 10594 one day promised, pending over a weekend: Friday to Monday is one working day, not three', () => {
    expect(due(start('2012-10-05T09:00', promised(1)), pause('2012-10-05T10:00'), resume('2012-10-08T10:00'))).toBe(
      '2012-10-09T16:45',
    )
    const hours = clockOf([
      start('2012-10-05T09:00', promised(600, 'working_minutes')),
      pause('2012-10-05T14:00'),
      resume('2012-10-08T08:45'),
    ])
    expect(hours.movedByCustomer.workingMinutes).toBe(120)
  })

  test('GLPI 23359 solved and reopened: the solved time is not counted as pending', () => {
    const clock = clockOf([
      start('2012-10-01T09:00', promised(5)),
      stop('2012-10-02T10:00'),
      reopen('2012-10-10T10:00'),
    ])
    expect(clock.movedByCustomer).toEqual({ workingDays: 0, workingMinutes: 0 })
    expect(clock.waiting).toBeNull()
  })

  test('Zammad 1322 a customer’s note on the page starts the clock as a mail does', () => {
    const asked = clockOf([start('2012-10-01T09:00', promised(120, 'working_minutes')), pause('2012-10-01T10:00')])
    expect(effectOfMessage(asked, 'customer')).toBe('resume')
    expect(stateAt(advance(asked, resume('2012-10-02T10:00'), calendarOf), local('2012-10-02T12:00'))).toBe('broken')
    const supplier = clockOf([
      start('2012-10-01T09:00', promised(1)),
      pause('2012-10-01T10:00', 'supplier', 'leverans'),
    ])
    expect(effectOfMessage(supplier, 'customer')).toBeNull()
  })

  test('Zammad 3140 answered by us and waiting for the customer: nothing escalates', () => {
    const answer = clockOf([start('2012-10-01T09:00', promised(60, 'working_minutes', { kind: 'first_answer' }))])
    expect(effectOfMessage(answer, 'us_inside')).toBeNull()
    expect(effectOfMessage(answer, 'us_to_customer')).toBe('stop')
    const answered = advance(answer, stop('2012-10-01T09:30'), calendarOf)
    const solving = clockOf([
      start('2012-10-01T09:00', promised(60, 'working_minutes', { kind: 'done' })),
      pause('2012-10-01T09:30'),
    ])
    expect([answered, solving].map((c) => stateAt(c, local('2013-01-01T12:00')))).toEqual(['kept', 'paused'])
  })

  test('Zammad 4353 the promise is withdrawn: a clock already broken leaves the escalation', () => {
    const broken = clockOf([start('2012-10-01T09:00', promised(1))])
    expect(stateAt(broken, local('2012-10-03T09:00'))).toBe('broken')
    const cancelled = advance(broken, cancel('2012-10-03T09:00'), calendarOf)
    expect(stateAt(cancelled, local('2012-10-04T09:00'))).toBe('cancelled')
    expect(nearest([cancelled])).toBeNull()
    expect(compare(cancelled.endedAt ?? cancelled.dueAt, cancelled.dueAt)).toBe(1)
  })

  test('Zammad 5177 a shorter promise of another kind does not overrule the first answer', () => {
    const first = clockOf([start('2012-10-01T09:00', promised(240, 'working_minutes', { kind: 'first_answer' }))])
    const done = clockOf([start('2012-10-01T09:00', promised(60, 'working_minutes', { kind: 'done' }))])
    expect(localText(first.dueAt)).toBe('2012-10-01T13:00')
    expect(nearest([first, done])?.promise.kind).toBe('done')
    expect(nearest([first, advance(done, stop('2012-10-01T09:30'), calendarOf)])?.promise.kind).toBe('first_answer')
  })

  test('Frappe Helpdesk 1675 the deadline is counted again after a pause', () => {
    const began = start('2012-10-01T09:00', promised(240, 'working_minutes', { kind: 'done' }))
    expect(due(began)).toBe('2012-10-01T13:00')
    expect(due(began, pause('2012-10-01T10:00'), resume('2012-10-01T11:30'))).toBe('2012-10-01T14:30')
  })

  test('Znuny 514 how a case came in does not matter: a start is a start, by page, telephone or process', () => {
    const began = start('2012-10-01T09:00', promised(60, 'working_minutes', { kind: 'first_answer' }))
    expect(Object.keys(began).sort()).toEqual(['at', 'kind', 'promise', 'schedule'])
    expect(clockOf([began]).state).toBe('running')
  })

  test('iTop lunch break: an hour from 11.30 ends 13.30, and lunch does not end the day', () => {
    const office = history('lunch')
    expect(due(office.start('2012-10-01T11:30', promised(60, 'working_minutes')))).toBe('2012-10-01T13:30')
    expect(due(office.start('2012-10-01T12:30', promised(1)))).toBe('2012-10-02T17:00')
    expect(due(office.start('2012-04-04T12:30', promised(1)))).toBe('2012-04-05T12:00')
  })

  test('iTop foreign time zone: the zone of the process does not matter', () => {
    const program = `
      import { replay } from './modules/cases/clock.ts'
      import { calendarOf, history, promised } from './modules/cases/clock-fixtures.ts'
      const { start, pause, resume } = history('lunch')
      for (const promise of [promised(3), promised(777, 'working_minutes')]) {
        const clock = replay([start('2012-03-22T15:20', promise), pause('2012-03-23T09:10'), resume('2012-03-26T13:30')], calendarOf)
        console.log(String(clock.dueAt))
      }`
    const answers = ['Europe/Stockholm', 'America/New_York', 'Pacific/Auckland'].map((TZ) =>
      execFileSync(process.execPath, ['--input-type=module', '-e', program], {
        env: { ...process.env, TZ },
        encoding: 'utf8',
      }),
    )
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]?.trim().split('\n')).toEqual(['2012-03-28T15:00:00Z', '2012-03-27T13:37:00Z'])
  })
})

test('the lists of values are those the database checks', () => {
  const sql = readFileSync(new URL('../../migrations/0008_cases.sql', import.meta.url), 'utf8')
  const table = (name: string) => sql.slice(sql.indexOf(`create table cases.${name} (`)).split('\n);')[0] ?? ''
  const allowed = (name: string, column: string) =>
    [...(new RegExp(`check \\(${column} in \\(([^)]*)\\)`).exec(table(name))?.[1] ?? '').matchAll(/'(\w+)'/g)].map(
      (m) => m[1],
    )
  expect(allowed('clock', 'kind')).toEqual([...clockKinds])
  expect(allowed('clock', 'state')).toEqual([...clockStates])
  expect(allowed('clock', 'unit')).toEqual([...clockUnits])
  expect(allowed('clock', 'strength')).toEqual([...promiseStrengths])
  expect(allowed('clock', 'source_kind')).toEqual([...promiseSources])
  expect(new Set(allowed('clock_event', 'kind'))).toEqual(
    new Set(['cancel', 'pause', 'rebase', 'reopen', 'resume', 'start', 'stop']),
  )
  expect(allowed('clock_event', 'by')).toEqual([...waitingFor])
})

describe('what may follow', () => {
  test.each([
    ['a resume of a running clock', [resume('2012-10-02T10:00')]],
    ['a second start', [start('2012-10-02T10:00', promised(1))]],
    ['a pause of a paused clock', [pause('2012-10-02T10:00'), pause('2012-10-02T11:00')]],
    ['a pause of a stopped clock', [stop('2012-10-02T10:00'), pause('2012-10-02T11:00')]],
    ['a second stop', [stop('2012-10-02T10:00'), stop('2012-10-02T11:00')]],
    ['a reopening of a running clock', [reopen('2012-10-02T10:00')]],
    ['an event before the last', [pause('2012-10-02T10:00'), resume('2012-10-02T09:00')]],
    ['another schedule without a decision', [history('masten').pause('2012-10-02T10:00')]],
  ])('%s is refused', (_, events) => {
    expect(() => clockOf([start('2012-10-01T09:00', promised(3)), ...events])).toThrow(/^clock_/)
  })

  test('an empty list is no clock, and a list begins with a start', () => {
    expect(replay([], calendarOf)).toBeNull()
    expect(() => replay([stop('2012-10-02T10:00')], calendarOf)).toThrow(/clock_stop_refused/)
  })
})

// ------------------------------------------------------------------------------------------------------------ properties

describe('algebra', () => {
  test('in days it is the formula: closing of dayIndex(start) + n + Σ over pauses begun by the deadline', () => {
    fc.assert(
      fc.property(
        anyStart,
        anySchedule,
        fc.integer({ min: 0, max: 15 }),
        fc.array(anyAct, { maxLength: 8 }),
        (from, schedule, n, acts) => {
          const events = tell(from, schedule, promised(n), pausesOnly(acts))
          const calendar = calendarOf(schedule)
          let days = n
          let expected = addWorkingDays(calendar, from, days)
          for (let i = 1; i + 1 < events.length; i += 2) {
            const [paused, resumed] = [events[i], events[i + 1]]
            if (!paused || !resumed || compare(paused.at, expected) > 0) continue
            days += workingDaysBetween(calendar, paused.at, resumed.at)
            expected = addWorkingDays(calendar, from, days)
          }
          expect(localText(clockOf(events).dueAt)).toBe(localText(expected))
        },
      ),
    )
  })

  test('in minutes: what ran between start and deadline, less the pauses, is what was promised', () => {
    fc.assert(
      fc.property(
        anyStart,
        anySchedule,
        fc.integer({ min: 1, max: 4000 }),
        fc.array(anyAct, { maxLength: 8 }),
        (from, schedule, n, acts) => {
          const clock = clockOf(tell(from, schedule, promised(n, 'working_minutes'), pausesOnly(acts)))
          const ran = clock.stretches.map(({ from: a, to }) => {
            const b = to === null || compare(to, clock.dueAt) > 0 ? clock.dueAt : to
            return compare(a, b) >= 0 ? 0 : workingMinutesBetween(calendarOf(schedule), a, b)
          })
          const last = clock.stretches.at(-1)
          fc.pre(last?.to === null || compare(last?.to ?? from, clock.dueAt) >= 0)
          expect(ran.reduce((sum, part) => sum + part, 0)).toBe(n)
        },
      ),
    )
  })

  test('splitting a pause changes nothing', () => {
    fc.assert(
      fc.property(onlyPaused, fc.nat(), fc.nat(), (events, which, where) => {
        const paused = events.filter((e) => e.kind === 'pause')
        const chosen = paused[which % Math.max(1, paused.length)]
        const end = chosen && events[events.indexOf(chosen) + 1]
        fc.pre(chosen !== undefined && end !== undefined)
        const length = Math.floor((end.at.epochMilliseconds - chosen.at.epochMilliseconds) / 60_000)
        const at = chosen.at.add({ minutes: where % (length + 1) })
        const split = events.flatMap((e) =>
          e === chosen ? [e, { kind: 'resume' as const, at, schedule: e.schedule }, { ...e, at }] : [e],
        )
        expect(localText(clockOf(split).dueAt)).toBe(localText(clockOf(events).dueAt))
      }),
    )
  })

  test('a pause within one working day costs no day', () => {
    fc.assert(
      fc.property(anyStart, anySchedule, fc.nat(15), gap, fc.nat(1440), (from, schedule, n, after, length) => {
        const began: ClockEvent = { kind: 'start', at: from, schedule, promise: promised(n) }
        const [a, b] = [from.add({ minutes: after }), from.add({ minutes: after + length })]
        fc.pre(workingDaysBetween(calendarOf(schedule), a, b) === 0)
        const paused = clockOf([
          began,
          { kind: 'pause', at: a, schedule, by: 'customer', reason: 'r' },
          { kind: 'resume', at: b, schedule },
        ])
        expect(paused.dueAt.equals(paused.firstToldDueAt)).toBe(true)
      }),
    )
  })

  test('monotone: a later start or resume never gives an earlier deadline, a later pause never a later one', () => {
    fc.assert(
      fc.property(onlyPaused, fc.nat(), fc.nat(3000), (events, which, by) => {
        const i = which % events.length
        const event = events[i]
        const roof = events[i + 1]?.at
        fc.pre(event !== undefined)
        const later = event.at.add({ minutes: by })
        const at = roof && compare(later, roof) > 0 ? roof : later
        const before = clockOf(events).dueAt
        const after = clockOf(events.with(i, { ...event, at })).dueAt
        if (event.kind === 'pause') expect(compare(after, before)).toBeLessThanOrEqual(0)
        else expect(compare(after, before)).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 300 },
    )
  })

  test('monotone: one more pause never gives an earlier deadline, a later stop never mends a breach', () => {
    fc.assert(
      fc.property(onlyPaused, gap, gap, (events, after, length) => {
        const clock = clockOf(events)
        fc.pre(clock.state === 'running')
        const schedule = clock.schedule
        const a = clock.lastEventAt.add({ minutes: after })
        const more: ClockEvent[] = [
          { kind: 'pause', at: a, schedule, by: 'customer', reason: 'r' },
          { kind: 'resume', at: a.add({ minutes: length }), schedule },
        ]
        expect(compare(clockOf([...events, ...more]).dueAt, clock.dueAt)).toBeGreaterThanOrEqual(0)
        const stops = [a, a.add({ minutes: length })].map(
          (at) => clockOf([...events, { kind: 'stop', at, schedule }]).state,
        )
        expect(stops).not.toEqual(['broken', 'kept'])
      }),
    )
  })

  test('a breach is never mended except by another promise', () => {
    fc.assert(
      fc.property(anyHistory, (events) => {
        let broken = false
        for (let n = 1; n <= events.length; n += 1) {
          const event = events[n - 1]
          const clock = clockOf(events.slice(0, n))
          if (event?.kind === 'rebase') broken = false
          if (broken) expect(['broken', 'cancelled']).toContain(stateAt(clock, clock.lastEventAt))
          const next = events[n]
          if (next && stateAt(clock, next.at) === 'broken') broken = true
        }
      }),
    )
  })

  test('a prefix tells the same story: first told, moves and deadline of the past never change', () => {
    fc.assert(
      fc.property(anyHistory, (events) => {
        const whole = clockOf(events)
        for (let n = 1; n <= events.length; n += 1) {
          const part = clockOf(events.slice(0, n))
          expect(part.firstToldDueAt.equals(whole.firstToldDueAt)).toBe(true)
          expect(whole.moves.slice(0, part.moves.length)).toEqual(part.moves)
          const rest = events.slice(n).reduce<Clock>((clock, event) => advance(clock, event, calendarOf), part)
          expect(rest).toEqual(whole)
        }
      }),
    )
  })

  test('every move is accounted for: first told, then each move, is the deadline in force', () => {
    fc.assert(
      fc.property(anyHistory, (events) => {
        const clock = clockOf(events)
        let at = clock.firstToldDueAt
        for (const move of clock.moves) {
          expect(move.from.equals(at)).toBe(true)
          at = move.to
        }
        expect(at.equals(clock.dueAt)).toBe(true)
        const ours = clock.moves.filter((m) => m.by === 'us' || m.by === 'supplier')
        expect(clock.movedByUs.workingMinutes).toBe(ours.reduce((sum, m) => sum + m.workingMinutes, 0))
        if (new Set(events.map((e) => e.schedule)).size === 1) {
          const total = workingDaysBetween(calendarOf(clock.schedule), clock.firstToldDueAt, clock.dueAt)
          expect(clock.moves.reduce((sum, m) => sum + m.workingDays, 0)).toBe(total)
        }
      }),
    )
  })

  test('stopped while paused is resumed and stopped; seconds do not count; closed time moves as a pause does', () => {
    fc.assert(
      fc.property(onlyPaused, gap, gap, fc.nat(59), (events, after, length, seconds) => {
        const clock = clockOf(events)
        const at = clock.lastEventAt.add({ minutes: after })
        const on = { at, schedule: clock.schedule }
        const stopped = clockOf([...events, { kind: 'stop', ...on }])
        if (clock.state === 'paused') {
          expect(stopped).toEqual(clockOf([...events, { kind: 'resume', ...on }, { kind: 'stop', ...on }]))
        } else {
          const again = { at: at.add({ minutes: length }), schedule: clock.schedule }
          const reopened = advance(stopped, { kind: 'reopen', reason: 'r', ...again }, calendarOf)
          const waited = clockOf([
            ...events,
            { kind: 'pause', by: 'customer', reason: 'r', ...on },
            { kind: 'resume', ...again },
          ])
          expect(reopened.dueAt.equals(waited.dueAt)).toBe(true)
        }
        expect(clockOf(events.map((e) => ({ ...e, at: e.at.add({ seconds }) })))).toEqual(clock)
      }),
    )
  })
})

test('5,000 clocks with a pause each are replayed in a moment', () => {
  const began = performance.now()
  const from = local('2012-01-02T09:00')
  for (let i = 0; i < 5_000; i += 1) {
    const at = (minutes: number) => ({ at: from.add({ minutes: i * 23 + minutes }), schedule: 'town_hall' })
    clockOf([
      { kind: 'start', ...at(0), promise: promised(3) },
      { kind: 'pause', ...at(500), by: 'customer', reason: 'r' },
      { kind: 'resume', ...at(2500) },
      { kind: 'stop', ...at(4000) },
    ])
  }
  expect(performance.now() - began).toBeLessThan(3000)
})
