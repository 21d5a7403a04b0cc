// How a deadline came about, told so that anyone can count it again: the explanation ("Så räknade vi") lists what
// happened and each day or time that counted; the day strip shows the same as one cell per calendar day.
// `deadlineFromExplanation` counts the steps as a reader would and must arrive at the minute of the deadline.

import { localDate, minuteOf, tableMoment, tableSpan } from '#basics/dates'
import type { Lang } from '#basics/lang'
import type { Words } from '#basics/refusal'
import { isWorkingDay, workingDayOf, workingDaysBetween, workingMinutesBetween } from '#basics/working-time'
import { countedSteps, startingDay, type CountStep, type OffStep, type WorkStep } from './clock-count.ts'
import type { ClockEvent, ServicePromise } from './clock-event.ts'
import { cancelWords, pauseWords, rebaseWords, resumeWords, startWords, stopWords } from './clock-phrases.ts'
import { advance, deadline, replay, type CalendarOf, type Clock } from './clock.ts'

type Instant = Temporal.Instant
type PlainDate = Temporal.PlainDate
const compareDates = Temporal.PlainDate.compare

export interface EventStep extends Words {
  readonly kind: ClockEvent['kind']
  readonly at: Instant
  /** What is promised from here on: start, and a rebase that brings another promise. */
  readonly promised?: Pick<ServicePromise, 'amount' | 'unit'>
}

export type Step = EventStep | WorkStep | OffStep

/** The explanation of a clock's deadline. The deadline of a clock that stands still is not known, and not told. */
export function explain(events: readonly ClockEvent[], calendarOf: CalendarOf): Step[] {
  const clock = replay(events, calendarOf)
  if (!clock) return []
  const counted = countedSteps(clock, endsInPause(events))
  const steps: Step[] = []
  let told: Clock | null = null
  let waiting: readonly CountStep[] = []
  const tell = (these: (step: CountStep) => boolean) => {
    steps.push(...waiting.filter(these))
    waiting = waiting.filter((step) => !these(step))
  }
  for (const event of events) {
    const before: Clock | null = told
    told = advance(before, event, calendarOf)
    const stretch = told.stretches.length - 1
    const goesOn = before === null || told.stretches.length > before.stretches.length
    const date = localDate(event.at)
    // A pause closes what came before it; a stop or a new promise stands among the days, on its own date.
    const ends = event.kind === 'stop' || event.kind === 'cancel'
    if (goesOn || event.kind === 'pause') tell(() => true)
    else tell((step) => compareDates(firstDate(step), date) < (ends ? 1 : 0))
    if (goesOn && before?.state === 'paused' && ends) steps.push(wentOn('resume', event.at, clock, stretch))
    steps.push(eventStep(event, before, told, clock))
    if (goesOn) waiting = counted[stretch] ?? []
  }
  tell(() => true)
  return steps
}

/**
 * Counts the steps again. Days: the promised number of working days, one after the other; the deadline is closing time of
 * the last. Minutes: the counted times, summed up to what was promised. Null when they do not reach: the clock is paused.
 */
export function deadlineFromExplanation(steps: readonly Step[]): Instant | null {
  const promised = steps.flatMap((step) => ('promised' in step && step.promised ? [step.promised] : [])).at(-1)
  if (!promised) return null
  const work = steps.filter((step) => step.kind === 'work')
  const end = work.at(-1)?.spans.at(-1)?.to ?? null
  if (promised.unit === 'working_minutes') {
    return work.reduce((sum, step) => sum + step.minutes, 0) === promised.amount ? end : null
  }
  const numbers = work.map((step) => step.number)
  const expected = promised.amount === 0 ? [0] : Array.from({ length: promised.amount }, (_, i) => i + 1)
  return numbers.length === expected.length && expected.every((n, i) => numbers[i] === n) ? end : null
}

/** The left column: `4/4 15.20`, `5/4`, `6–9/4`. */
export function stepWhen(step: Step, lang: Lang): string {
  if (step.kind === 'work') return tableSpan(step.date, step.date, lang)
  return step.kind === 'off' ? tableSpan(step.from, step.to, lang) : tableMoment(step.at, lang)
}

// ---------------------------------------------------------------------------------------------------------- the day strip

export interface StripDay {
  readonly date: PlainDate
  readonly kind: 'start' | 'working' | 'off' | 'pause' | 'end'
  /** Which working day it is, in a clock of working days. */
  readonly number?: number
  /** What a listener hears besides number and today: `långfredagen räknas inte`, `senast 16.45`. */
  readonly note?: Words
  readonly today: boolean
}

/** One cell per calendar day from the start to the deadline, or to today while the clock stands still. */
export function dayStrip(events: readonly ClockEvent[], calendarOf: CalendarOf, now: Instant): StripDay[] {
  const clock = replay(events, calendarOf)
  if (!clock) return []
  const steps = explain(events, calendarOf)
  const work = new Map(steps.flatMap((step) => (step.kind === 'work' ? [[step.date.toString(), step] as const] : [])))
  const [first, today, lastEvent] = [clock.startedAt, now, clock.lastEventAt].map(localDate) as [
    PlainDate,
    PlainDate,
    PlainDate,
  ]
  const known = deadlineFromExplanation(steps) !== null
  const end = known
    ? ([...work.values()].at(-1)?.date ?? first)
    : compareDates(today, lastEvent) > 0
      ? today
      : lastEvent
  const cells: StripDay[] = []
  for (let date = first; compareDates(date, end) <= 0; date = date.add({ days: 1 })) {
    cells.push({ date, today: date.equals(today), ...cell(clock, date, work.get(date.toString())) })
  }
  return cells
}

function cell(clock: Clock, date: PlainDate, step: WorkStep | undefined): Omit<StripDay, 'date' | 'today'> {
  const number = step?.number ? { number: step.number } : {}
  if (step?.last) return { kind: 'end', ...number, note: endNote(step) }
  if (date.equals(localDate(clock.startedAt))) {
    return { kind: 'start', ...number, note: { sv: 'start', en: 'start' } }
  }
  if (step) return { kind: 'working', ...number, ...(step.number === null ? { note: inSentence(step) } : {}) }
  const calendar = calendarOn(clock, date)
  if (!isWorkingDay(calendar, date)) {
    const name = calendar.nameOn?.(date)
    return { kind: 'off', note: notCounted(name) }
  }
  if (date.equals(startingDay(clock))) {
    return { kind: 'off', note: { sv: 'räknas som startdag', en: 'counts as the day of the start' } }
  }
  return stoodStill(clock, date)
    ? { kind: 'pause', note: { sv: 'räknas inte, klockan stod still', en: 'does not count, the clock stood still' } }
    : { kind: 'off', note: notCounted(undefined) }
}

function stoodStill({ stretches }: Clock, date: PlainDate): boolean {
  return stretches.some(({ to }, i) => {
    const next = stretches[i + 1]?.from
    if (!to || (next && Temporal.Instant.compare(next, to) <= 0)) return false
    return compareDates(localDate(to), date) <= 0 && (!next || compareDates(date, localDate(next)) <= 0)
  })
}

function notCounted(name: Words | undefined): Words {
  return name
    ? { sv: `${name.sv} räknas inte`, en: `${name.en} does not count` }
    : { sv: 'räknas inte', en: 'does not count' }
}

/** `senast 16.45`, as the last step says it. */
function endNote(step: WorkStep): Words {
  const by = (text: string) => text.slice(text.lastIndexOf(', ') + 2)
  return { sv: by(step.sv), en: by(step.en) }
}

function inSentence({ sv, en }: Words): Words {
  const one = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1)
  return { sv: one(sv), en: one(en) }
}

// ------------------------------------------------------------------------------------------------------------- the events

function eventStep(event: ClockEvent, before: Clock | null, told: Clock, clock: Clock): EventStep {
  const { kind } = event
  const at = minuteOf(event.at)
  switch (kind) {
    case 'start': {
      const date = localDate(at)
      const counts = told.stretches[0] ? workingDayOf(told.stretches[0].calendar, at) : date
      return {
        kind,
        at,
        promised: event.promise,
        ...startWords(event.promise, compareDates(counts, date) > 0 ? counts : null, date),
      }
    }
    case 'pause':
      return { kind, at, ...pauseWords(event.by, event.reason) }
    case 'resume':
    case 'reopen':
      return wentOn(kind, at, clock, told.stretches.length - 1)
    case 'rebase': {
      const words = rebaseWords(event.promise, event.schedule !== before?.schedule, event.reason)
      return { kind, at, ...(event.promise ? { promised: event.promise } : {}), ...words }
    }
    case 'stop':
      return { kind, at, ...stopWords(told.promise.kind, told.state === 'kept') }
    case 'cancel':
      return { kind, at, ...cancelWords(event.reason) }
  }
}

/** The clock goes on, and what the time before cost in the unit of the promise; nothing once the deadline had passed. */
function wentOn(kind: 'resume' | 'reopen', at: Instant, clock: Clock, stretch: number): EventStep {
  const { promise, stretches } = clock
  const [before, after] = [stretches[stretch - 1], stretches[stretch]]
  const measure = promise.unit === 'working_days' ? workingDaysBetween : workingMinutesBetween
  const counts = before?.to && after && stretch <= deadline(promise, stretches).stretch
  const cost = counts && before.to ? measure(after.calendar, before.to, after.from) : 0
  return { kind, at: minuteOf(at), ...resumeWords(promise.unit, cost, kind === 'reopen') }
}

function endsInPause(events: readonly ClockEvent[]): boolean {
  return events.findLast((event) => event.kind !== 'rebase' && event.kind !== 'cancel')?.kind === 'pause'
}

function calendarOn(clock: Clock, date: PlainDate) {
  const begun = clock.stretches.filter(({ from }) => compareDates(localDate(from), date) <= 0)
  const stretch = begun.at(-1) ?? clock.stretches[0]
  if (!stretch) throw new RangeError('a clock has at least one stretch')
  return stretch.calendar
}

function firstDate(step: CountStep): PlainDate {
  return step.kind === 'work' ? step.date : step.from
}
