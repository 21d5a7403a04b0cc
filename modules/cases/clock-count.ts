// What counted towards a promise: for each stretch of a clock, the working days by their number or the counted minutes,
// and the days off between them. Made for being read; clock.ts knows the deadline without it.

import { localDate } from '#basics/dates'
import type { Words } from '#basics/refusal'
import { namedDay } from '#basics/swedish-calendar'
import {
  isWorkingDay,
  openSpans,
  workingDayOf,
  workingDaysBetween,
  workingMinutesBetween,
  type Span,
  type WorkingCalendar,
} from '#basics/working-time'
import { countedWords, offWords, workingDayWords } from './clock-phrases.ts'
import { deadline, type Clock, type Stretch } from './clock.ts'

type Instant = Temporal.Instant
type PlainDate = Temporal.PlainDate
const compare = Temporal.Instant.compare
const compareDates = Temporal.PlainDate.compare

/** A day that counts: its number in working days, or its counted minutes. The spans are the times that were counted. */
export interface WorkStep extends Words {
  readonly kind: 'work'
  readonly date: PlainDate
  readonly number: number | null
  readonly minutes: number
  readonly spans: readonly Span[]
  /** The deadline is the end of the last span. */
  readonly last: boolean
}

export interface OffStep extends Words {
  readonly kind: 'off'
  readonly from: PlainDate
  /** The last day, included. */
  readonly to: PlainDate
}

export type CountStep = WorkStep | OffStep

/** One list for each stretch. `standsStill`: the last stretch ended in a pause, so what comes after it is not known. */
export function countedSteps(clock: Clock, standsStill: boolean): CountStep[][] {
  const { promise, stretches } = clock
  const inDays = promise.unit === 'working_days'
  const end = deadline(promise, stretches)
  let used = 0
  return stretches.map((stretch, i) => {
    if (i > end.stretch) return []
    const { calendar, from, to } = stretch
    const unknown = standsStill && i === stretches.length - 1 && to !== null && compare(end.dueAt, to) >= 0
    const reached = i === end.stretch && !unknown
    const until = reached || to === null ? end.dueAt : to
    const work = inDays
      ? workingDays(stretch, until, used, promise.amount, reached)
      : workingTimes(stretch, until, reached)
    if (to) used += (inDays ? workingDaysBetween : workingMinutesBetween)(calendar, from, to)
    return withDaysOff(stretch, work, reached ? null : localDate(until))
  })
}

/** The day that counts as the day of the start: day 0, the last time the clock went on from it. */
export function startingDay(clock: Clock): PlainDate {
  let day = localDate(clock.startedAt)
  for (const { calendar, from, to } of clock.stretches) {
    day = workingDayOf(calendar, from)
    if (to === null || workingDaysBetween(calendar, from, to) > 0) break
  }
  return day
}

/**
 * A stretch begins on the day whose number is used up already: day 0 at the start, and after a pause the number at which
 * it stood still. The day a stretch ends on is told by the stretch that goes on from it.
 */
function workingDays(stretch: Stretch, until: Instant, used: number, amount: number, reached: boolean): WorkStep[] {
  const { calendar, from } = stretch
  const end = workingDayOf(calendar, until)
  const steps: WorkStep[] = []
  let number = used
  for (let date = workingDayOf(calendar, from); compareDates(date, end) <= 0; date = date.add({ days: 1 })) {
    const spans = openSpans(calendar, date)
    if (spans.length === 0) continue
    const last = reached && number === amount
    if ((number > 0 || amount === 0) && (last || compareDates(date, end) < 0)) {
      const words = workingDayWords(number, spans, last, calendar.nameOn?.(date))
      steps.push({ kind: 'work', date, number, minutes: 0, spans, last, ...words })
    }
    number += 1
  }
  return steps
}

function workingTimes({ calendar, from }: Stretch, until: Instant, reached: boolean): WorkStep[] {
  const steps: WorkStep[] = []
  for (let date = localDate(from); compareDates(date, localDate(until)) <= 0; date = date.add({ days: 1 })) {
    const spans = openSpans(calendar, date)
      .map((span) => ({ from: laterOf(span.from, from), to: earlierOf(span.to, until) }))
      .filter((span) => compare(span.from, span.to) < 0)
    if (spans.length === 0) continue
    const minutes = spans.reduce((sum, span) => sum + workingMinutesBetween(calendar, span.from, span.to), 0)
    const last = reached && spans.at(-1)?.to.equals(until) === true
    steps.push({ kind: 'work', date, number: null, minutes, spans, last, ...countedWords(minutes, spans, last) })
  }
  if (reached && steps.at(-1)?.last !== true) {
    // All was used up in the very minute of a pause: the deadline is where the clock goes on.
    const spans = [{ from: until, to: until }]
    const words = countedWords(0, spans, true)
    steps.push({ kind: 'work', date: localDate(until), number: null, minutes: 0, spans, last: true, ...words })
  }
  return steps
}

/** Puts the days off where they lie: before each day that counts, and before the day the stretch ended in a pause. */
function withDaysOff({ calendar, from }: Stretch, work: readonly WorkStep[], paused: PlainDate | null): CountStep[] {
  const steps: CountStep[] = []
  let next = localDate(from).add({ days: 1 })
  const tellUntil = (end: PlainDate) => {
    let off: PlainDate[] = []
    for (; compareDates(next, end) < 0; next = next.add({ days: 1 })) {
      if (!isWorkingDay(calendar, next)) off.push(next)
      else off = (steps.push(...daysOff(calendar, off)), [])
    }
    steps.push(...daysOff(calendar, off))
  }
  for (const step of work) {
    tellUntil(step.date)
    steps.push(step)
    const after = step.date.add({ days: 1 })
    if (compareDates(after, next) > 0) next = after
  }
  if (paused) tellUntil(paused)
  return steps
}

function daysOff(calendar: WorkingCalendar, off: readonly PlainDate[]): OffStep[] {
  const [from, to] = [off[0], off.at(-1)]
  if (!from || !to) return []
  const feasts = off.flatMap((date) => namedDay(date)?.key ?? [])
  const names = off.map((date) => calendar.nameOn?.(date))
  const weekend = off.every((date) => date.dayOfWeek > 5)
  return [{ kind: 'off', from, to, ...offWords(names, feasts, weekend) }]
}

function laterOf(a: Instant, b: Instant): Instant {
  return compare(a, b) >= 0 ? a : b
}

function earlierOf(a: Instant, b: Instant): Instant {
  return compare(a, b) <= 0 ? a : b
}
