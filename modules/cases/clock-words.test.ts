import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Lang } from '#basics/lang'
import type { ClockEvent } from './clock-event.ts'
import { calendarOf, history, local, localText, promised } from './clock-fixtures.ts'
import { anyHistory } from './clock-histories.ts'
import { clockLabel } from './clock-label.ts'
import { promiseWords } from './clock-phrases.ts'
import { dayStrip, deadlineFromExplanation, explain, stepWhen, type Step } from './clock-words.ts'
import { dueIfResumedAt, replay, type Clock } from './clock.ts'

const { start, pause, resume, rebase, stop, cancel, reopen } = history()

function clockOf(events: readonly ClockEvent[]): Clock {
  const clock = replay(events, calendarOf)
  if (!clock) throw new Error('no clock')
  return clock
}
const lines = (events: readonly ClockEvent[], lang: Lang = 'sv') =>
  explain(events, calendarOf).map((step) => `${stepWhen(step, lang)} | ${step[lang]}`)

/** The case on the drawn screen (look/06-arende). */
const drawn = [start('2012-04-04T15:20', promised(3)), pause('2012-04-10T09:10'), resume('2012-04-11T13:30')]

describe('the explanation', () => {
  test('the case on the drawn screen, line by line', () => {
    expect(lines(drawn)).toEqual([
      '4/4 15.20 | Start. Startdagen räknas inte.',
      '5/4 | Arbetsdag 1 (skärtorsdag, öppet 07.45–16.45)',
      '6–9/4 | Påskhelg, räknas inte',
      '10/4 09.10 | Paus: väntar på kunden (svar från kund).',
      '11/4 13.30 | Igång. Pausen bröt en arbetsdag, som läggs till sist.',
      '11/4 | Arbetsdag 2',
      '12/4 | Arbetsdag 3, senast 16.45',
    ])
  })

  test('in English', () => {
    expect(
      lines(
        [start('2012-04-04T15:20', promised(2)), pause('2012-04-10T09:10', 'supplier', ''), resume('2012-04-10T13:30')],
        'en',
      ),
    ).toEqual([
      '4 Apr 15:20 | Started. The day of the start does not count.',
      '5 Apr | Working day 1 (Maundy Thursday, open 07:45–16:45)',
      '6–9 Apr | Easter, does not count',
      '10 Apr 09:10 | Paused: waiting for the supplier.',
      '10 Apr 13:30 | Running again. The pause did not move the promise.',
      '10 Apr | Working day 2, by 16:45',
    ])
  })

  test('minutes, over lunch and a weekend', () => {
    const office = history('lunch')
    const events = [
      office.start('2012-10-05T11:20', promised(400, 'working_minutes')),
      office.pause('2012-10-05T14:00', 'us', 'sjukdom'),
      office.resume('2012-10-05T15:00'),
    ]
    expect(lines(events)).toEqual([
      '5/10 11.20 | Start.',
      '5/10 | Räknas 1 tim 40 min (11.20–12.00, 13.00–14.00)',
      '5/10 14.00 | Paus hos oss (sjukdom).',
      '5/10 15.00 | Igång. Pausen bröt 1 tim, som läggs till sist.',
      '5/10 | Räknas 1 tim (15.00–16.00)',
      '6–7/10 | Helg, räknas inte',
      '8/10 | Räknas 4 tim (08.00–12.00), senast 12.00',
    ])
  })

  test('a start while closed says which day it counts as', () => {
    expect(lines([start('2012-10-05T15:30', promised(1))])).toEqual([
      '5/10 15.30 | Start när det var stängt: räknas som måndag 8 oktober. Startdagen räknas inte.',
      '6–7/10 | Helg, räknas inte',
      '9/10 | Arbetsdag 1, senast 16.45',
    ])
  })

  test('another promise on the way, a late pause, the end, and a second life', () => {
    expect(
      lines([
        start('2012-10-01T09:00', promised(5)),
        rebase('2012-10-03T10:00', promised(2), 'customer', 'brådskar'),
        pause('2012-10-04T10:00'),
        resume('2012-10-08T10:00'),
        stop('2012-10-08T11:00'),
        reopen('2012-10-09T09:00'),
        cancel('2012-10-09T10:00', 'sammanslaget'),
      ]),
    ).toEqual([
      '1/10 09.00 | Start. Startdagen räknas inte.',
      '2/10 | Arbetsdag 1',
      '3/10 10.00 | Ändrat (brådskar): nytt löfte, 2 arbetsdagar räknat från start.',
      '3/10 | Arbetsdag 2, senast 16.45',
      '4/10 10.00 | Paus: väntar på kunden (svar från kund).',
      '8/10 10.00 | Igång. Pausen flyttade inte löftet.',
      '8/10 11.00 | Påbörjat. Löftet bröts.',
      '9/10 09.00 | Öppnat igen. Tiden det var stängt flyttade inte löftet.',
      '9/10 10.00 | Löftet gäller inte längre (sammanslaget).',
    ])
  })

  test('delivered while paused: the clock goes on and stops in the same minute', () => {
    expect(
      lines([start('2012-10-01T09:00', promised(2)), pause('2012-10-02T10:00'), stop('2012-10-04T10:00')]).slice(1),
    ).toEqual([
      '2/10 10.00 | Paus: väntar på kunden (svar från kund).',
      '4/10 10.00 | Igång. Pausen bröt 2 arbetsdagar, som läggs till sist.',
      '4/10 10.00 | Påbörjat. Löftet hölls.',
      '4/10 | Arbetsdag 1',
      '5/10 | Arbetsdag 2, senast 15.00',
    ])
  })

  test('while paused no deadline is told', () => {
    const steps = explain(drawn.slice(0, 2), calendarOf)
    expect(deadlineFromExplanation(steps)).toBeNull()
    expect(steps.at(-1)?.kind).toBe('pause')
  })
})

describe('the explanation reproduces the deadline to the minute', () => {
  const known = (events: readonly ClockEvent[], clock: Clock) => {
    const last = events.findLast((e) => e.kind !== 'rebase' && e.kind !== 'cancel')
    return (
      last?.kind !== 'pause' || Temporal.Instant.compare(clock.dueAt, clock.stretches.at(-1)?.to ?? clock.dueAt) < 0
    )
  }

  test('counted from the steps, for any history', () => {
    fc.assert(
      fc.property(anyHistory, (events) => {
        const clock = clockOf(events)
        const counted = deadlineFromExplanation(explain(events, calendarOf))
        if (known(events, clock)) expect(counted && localText(counted)).toBe(localText(clock.dueAt))
        else expect(counted === null || counted.equals(clock.dueAt)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  test('read from the words alone, Swedish and English, for any history', () => {
    fc.assert(
      fc.property(anyHistory, fc.constantFrom<Lang>('sv', 'en'), (events, lang) => {
        const clock = clockOf(events)
        fc.pre(known(events, clock))
        const told = readByHand(explain(events, calendarOf), lang)
        expect(told.text).toBe(localText(clock.dueAt))
        expect(told.amount).toBe(clock.promise.amount)
      }),
      { numRuns: 200 },
    )
  })

  test('a paused clock: its explanation and a resume now give the likely deadline', () => {
    fc.assert(
      fc.property(anyHistory, (events) => {
        const clock = clockOf(events)
        fc.pre(clock.state === 'paused')
        const at = clock.lastEventAt.add({ hours: 30 })
        const counted = deadlineFromExplanation(
          explain([...events, { kind: 'resume', at, schedule: clock.schedule }], calendarOf),
        )
        expect(counted?.equals(dueIfResumedAt(clock, at, calendarOf))).toBe(true)
      }),
    )
  })

  test('the steps stand in order of time', () => {
    fc.assert(
      fc.property(anyHistory, (events) => {
        // The minute of midnight is the last of the day that closes then (basics/working-time): dated a day later than it counts.
        fc.pre(!events.some((e) => localText(e.at).endsWith('00:00')))
        const firstStop = events.findIndex((e) => e.kind === 'stop' || e.kind === 'cancel')
        const days = explain(events.slice(0, firstStop < 0 ? undefined : firstStop), calendarOf).map((step) =>
          (step.kind === 'work'
            ? step.date
            : step.kind === 'off'
              ? step.from
              : step.at.toZonedDateTimeISO('Europe/Stockholm').toPlainDate()
          ).toString(),
        )
        expect(days).toEqual([...days].sort())
      }),
    )
  })
})

/** Reads the words as a person does: the dates in the left column, the day numbers or times, and "senast". */
function readByHand(steps: readonly Step[], lang: Lang): { text: string; amount: number } {
  const month = (text: string) => 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ').indexOf(text) + 1
  let year = 2012
  let before = 0
  let amount = 0
  let text = ''
  for (const step of steps) {
    const when = stepWhen(step, lang)
    // `6–9/4` has one month, `29/12–1/1` two: the first is where the row stands, the last date where it ends.
    const dates = [...when.matchAll(lang === 'sv' ? /(\d+)\/(\d+)/g : /(\d+) ([A-Z]\w\w)/g)]
    const numbers = dates.map((d) => [Number(d[1]), lang === 'sv' ? Number(d[2]) : month(d[2] ?? '')] as const)
    const [, monthNumber = 0] = numbers[0] ?? []
    const [day0 = 0] = numbers.at(-1) ?? []
    if (monthNumber < before) year += 1
    before = monthNumber
    const day = /^(?:Arbetsdag|Working day) (\d+)/.exec(step[lang])
    const counted = /^(?:Räknas|Counts) (?:(\d+) (?:tim|h) ?)?(?:(\d+) min)?/.exec(step[lang])
    if (day) amount = Number(day[1]) === amount + 1 ? amount + 1 : Number.NaN
    if (counted) amount += Number(counted[1] ?? 0) * 60 + Number(counted[2] ?? 0)
    const by = /, (?:senast|by) (\d\d)[.:](\d\d)$/.exec(step[lang])
    if (!by) continue
    const midnight = Temporal.PlainDate.from({ year, month: monthNumber, day: day0 }).toPlainDateTime()
    text = midnight.add({ hours: Number(by[1]), minutes: Number(by[2]) }).toString({ smallestUnit: 'minute' })
  }
  return { text, amount }
}

describe('the day strip', () => {
  const strip = (events: readonly ClockEvent[], now: string) =>
    dayStrip(events, calendarOf, local(now)).map((d) =>
      [d.date.day, d.kind, d.number, d.note?.sv, d.today].filter((x) => x !== undefined && x !== false).join(' '),
    )

  test('the case on the drawn screen, cell by cell', () => {
    expect(strip(drawn, '2012-04-12T10:42')).toEqual([
      '4 start start',
      '5 working 1',
      '6 off långfredagen räknas inte',
      '7 off påskafton räknas inte',
      '8 off påskdagen räknas inte',
      '9 off annandag påsk räknas inte',
      '10 pause räknas inte, klockan stod still',
      '11 working 2',
      '12 end 3 senast 16.45 true',
    ])
  })

  test('while paused it runs to today and has no end', () => {
    expect(strip(drawn.slice(0, 2), '2012-04-11T10:00').slice(-2)).toEqual([
      '10 pause räknas inte, klockan stod still',
      '11 pause räknas inte, klockan stod still true',
    ])
  })

  test('an order on Friday evening counts as Monday', () => {
    expect(strip([start('2012-10-05T20:00', promised(1))], '2012-10-05T20:00')).toEqual([
      '5 start start true',
      '6 off räknas inte',
      '7 off räknas inte',
      '8 off räknas som startdag',
      '9 end 1 senast 16.45',
    ])
  })

  test('for any history: a cell for each day, numbers in order, and the end on the day of the deadline', () => {
    fc.assert(
      fc.property(anyHistory, (events) => {
        const clock = clockOf(events)
        const cells = dayStrip(events, calendarOf, clock.lastEventAt)
        for (const [i, cell] of cells.entries())
          if (i > 0) expect(cells[i - 1]?.date.add({ days: 1 }).equals(cell.date)).toBe(true)
        const numbers = cells.flatMap((c) => c.number ?? [])
        expect(numbers).toEqual(numbers.map((_, i) => i + 1))
        const end = cells.find((c) => c.kind === 'end')
        if (end) expect(end).toBe(cells.at(-1))
        if (end && clock.promise.unit === 'working_days') expect(end.number ?? 0).toBe(clock.promise.amount)
      }),
      { numRuns: 150 },
    )
  })
})

describe('the clock on a row', () => {
  const label = (events: readonly ClockEvent[], now: string) => {
    const { state, words, detail } = clockLabel(clockOf(events), local(now))
    return `${state}: ${words.sv} | ${detail.sv}`
  }
  const ordered = start('2012-04-11T15:20', promised(3))

  test('as the design language says it', () => {
    expect(label([ordered], '2012-04-12T10:42')).toBe('running: 2 arbetsdagar kvar | mån 16 april 16.45')
    expect(label(drawn, '2012-04-12T10:42')).toBe('soon: 6 tim 3 min kvar | i dag 16.45')
    expect(label(drawn, '2012-04-13T08:45')).toBe('broken: Bröts i går 16.45 | 1 arbetsdag sen')
    expect(label(drawn.slice(0, 2), '2012-04-13T08:45')).toBe('paused: Pausad | 1 arbetsdag kvar när kunden svarat')
    expect(label([...drawn, stop('2012-04-12T08:00')], '2012-05-01T08:00')).toBe(
      'kept: Löftet hölls | tors 12 april 16.45',
    )
    expect(label([ordered, cancel('2012-04-12T08:00')], '2012-05-01T08:00')).toBe('cancelled: Löftet gäller inte | ')
  })

  test('TY-053 a promise that does not bind is shown as "eftersträvas"', () => {
    expect(promiseWords(promised(2, 'working_days', { kind: 'first_answer', strength: 'strive' })).sv).toBe(
      'Svar eller bekräftelse inom 2 arbetsdagar (eftersträvas)',
    )
    expect(promiseWords(promised(3))).toEqual({
      sv: 'Påbörjas inom 3 arbetsdagar',
      en: 'Started within 3 working days',
    })
    expect(promiseWords(promised(90, 'working_minutes', { kind: 'done' })).sv).toBe('Klart inom 1 tim 30 min')
  })
})
