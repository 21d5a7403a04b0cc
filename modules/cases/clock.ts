// The clock of a promise: a pure replay of an append-only list of events.
//
// A clock runs in *stretches*: from start, resume or reopen until pause, stop or cancel. A stretch is measured on the
// calendar in force while it ran, in working minutes, or in working days as dayIndex(end) − dayIndex(beginning). The
// deadline is the point at which the stretches, laid end to end, have used up what was promised: the closing time of the
// last promised day, or the last promised minute. That is the whole algebra; what a promise needs follows from it.
//
//   · In days it is the agreed formula: closing time of day dayIndex(start) + n + Σ (dayIndex(resume) − dayIndex(pause)).
//     A pause is only what lies between two stretches, so splitting it changes nothing, and within one day it costs no day.
//   · A new promise (priority, service, customer) is measured over the same stretches from the start: no earlier pause is
//     ever lost. A new calendar begins a new stretch: time that has been is not recounted.
//   · Once the deadline has passed, nothing that comes after moves it. A broken promise stays broken where it broke.
//   · Between stop and reopen no stretch runs: the time a case was closed is neither waiting for the customer nor working
//     time used by us; a reopened clock goes on with what was left.
//   · The deadline first told is kept beside the one in force, and each move between them says when, by whom, how far.
//
// The clock has no seconds: every instant counts as the whole minute it falls in, so what is shown is what was counted.
// A promise is kept when the clock stopped in or before the minute of the deadline.

import { localDate, minuteOf, ZONE } from '#basics/dates'
import {
  addWorkingDays,
  addWorkingMinutes,
  workingDayOf,
  workingDaysBetween,
  workingMinutesBetween,
  type WorkingCalendar,
} from '#basics/working-time'
import type { WaitingFor } from './case.ts'
import { mayFollow, refuseEvent, type ClockEvent, type ClockState, type ServicePromise } from './clock-event.ts'

export { clockKinds, clockStates, type ClockEvent, type ClockKind, type ServicePromise } from './clock-event.ts'

type Instant = Temporal.Instant
const compare = Temporal.Instant.compare

/** A time the clock ran; `to` is null while it runs. */
export interface Stretch {
  readonly from: Instant
  readonly to: Instant | null
  readonly schedule: string
  readonly calendar: WorkingCalendar
}

export interface Shift {
  readonly workingDays: number
  readonly workingMinutes: number
}

/** One change of the deadline. `closed`: the case was closed and opened again. */
export interface Move extends Shift {
  readonly at: Instant
  readonly by: WaitingFor | 'closed'
  readonly from: Instant
  readonly to: Instant
}

export interface Clock {
  /** As the events have it. A running clock past its deadline is broken only when somebody looks: see `stateAt`. */
  readonly state: ClockState
  readonly promise: ServicePromise
  readonly schedule: string
  readonly startedAt: Instant
  readonly firstToldDueAt: Instant
  /** The deadline in force; while paused, the one in force when the pause began. */
  readonly dueAt: Instant
  readonly stretches: readonly Stretch[]
  readonly moves: readonly Move[]
  /** How much later the provider has made it, its suppliers included. A figure of its own. */
  readonly movedByUs: Shift
  readonly movedByCustomer: Shift
  readonly waiting: { readonly by: WaitingFor; readonly reason: string; readonly since: Instant } | null
  /** When it stopped or was cancelled. */
  readonly endedAt: Instant | null
  readonly lastEventAt: Instant
}

export type CalendarOf = (scheduleVersion: string) => WorkingCalendar

/** The clock that the events make. The list begins with a start; null when it is empty. */
export function replay(events: readonly ClockEvent[], calendarOf: CalendarOf): Clock | null {
  return events.reduce<Clock | null>((clock, event) => advance(clock, event, calendarOf), null)
}

/** One event more. Refuses what cannot follow, in words for the person who tried. */
export function advance(clock: Clock | null, event: ClockEvent, calendarOf: CalendarOf): Clock {
  const at = minuteOf(event.at)
  if (clock === null) return event.kind === 'start' ? begin(event, at, calendarOf) : refuseEvent(event.kind, 'none')
  mayFollow(clock, event)
  const next = { ...clock, lastEventAt: at }
  switch (event.kind) {
    case 'start':
      return refuseEvent('start', clock.state)
    case 'pause':
      return {
        ...next,
        state: 'paused',
        waiting: { by: event.by, reason: event.reason, since: at },
        stretches: ended(clock, at),
      }
    case 'resume':
      return runOn(next, at, clock.waiting?.by ?? 'customer', calendarOf)
    case 'rebase':
      return rebase(next, event, at, calendarOf)
    case 'stop':
      return stop(clock.state === 'paused' ? runOn(next, at, clock.waiting?.by ?? 'customer', calendarOf) : next, at)
    case 'cancel':
      return { ...next, state: 'cancelled', waiting: null, endedAt: at, stretches: ended(clock, at) }
    case 'reopen':
      return runOn({ ...next, endedAt: null }, at, 'closed', calendarOf)
  }
}

/** Where the promised time is used up: the deadline, and the index of the stretch it lies in. */
export function deadline(
  promise: Pick<ServicePromise, 'amount' | 'unit'>,
  stretches: readonly Stretch[],
): { readonly dueAt: Instant; readonly stretch: number } {
  let left = promise.amount
  for (const [index, { from, to, calendar }] of stretches.entries()) {
    const dueAt =
      promise.unit === 'working_days' ? addWorkingDays(calendar, from, left) : addWorkingMinutes(calendar, from, left)
    if (to === null || compare(dueAt, to) < 0 || index === stretches.length - 1) return { dueAt, stretch: index }
    left -=
      promise.unit === 'working_days'
        ? workingDaysBetween(calendar, from, to)
        : workingMinutesBetween(calendar, from, to)
  }
  throw new RangeError('a clock has at least one stretch')
}

// ------------------------------------------------------------------------------------------------------ asking a clock

/** The state at an instant: as the events have it, or broken once the deadline has passed for a clock that has not ended. */
export function stateAt(clock: Clock, now: Instant): ClockState {
  if (clock.state !== 'running' && clock.state !== 'paused') return clock.state
  return compare(clock.waiting?.since ?? minuteOf(now), clock.dueAt) > 0 ? 'broken' : clock.state
}

/** What is left; negative once late. It stands still from the pause, or from the end. */
export function remainingAt(clock: Clock, now: Instant): Shift {
  const from = clock.waiting?.since ?? clock.endedAt ?? minuteOf(now)
  return shift(calendarInForce(clock), from, clock.dueAt)
}

/** The deadline there would be if a paused clock went on at an instant: "om kunden svarar i dag". */
export function dueIfResumedAt(clock: Clock, at: Instant, calendarOf: CalendarOf): Instant {
  return clock.state === 'paused' ? runOn(clock, minuteOf(at), 'customer', calendarOf).dueAt : clock.dueAt
}

/** The running clock with the first deadline. Each clock of a case has its own; none overrules another (zammad#5177). */
export function nearest(clocks: readonly Clock[]): Clock | null {
  return clocks.filter((c) => c.state === 'running').sort((a, b) => compare(a.dueAt, b.dueAt))[0] ?? null
}

/**
 * What a message does to a clock. Who speaks decides, never the channel: a customer's note on a page is an answer as much
 * as a letter (zammad#1322). Our message to the customer is the first answer; a note among ourselves is nothing.
 */
export function effectOfMessage(
  clock: Clock,
  from: 'customer' | 'us_to_customer' | 'us_inside',
): 'resume' | 'stop' | null {
  if (from === 'customer') return clock.waiting?.by === 'customer' ? 'resume' : null
  const open = clock.state === 'running' || clock.state === 'paused'
  return from === 'us_to_customer' && clock.promise.kind === 'first_answer' && open ? 'stop' : null
}

// ---------------------------------------------------------------------------------------------------------- the events

function begin(event: ClockEvent & { kind: 'start' }, at: Instant, calendarOf: CalendarOf): Clock {
  const stretches = [goingOn([], at, event.schedule, calendarOf)]
  const { dueAt } = deadline(event.promise, stretches)
  return {
    state: 'running',
    promise: event.promise,
    schedule: event.schedule,
    startedAt: at,
    firstToldDueAt: dueAt,
    dueAt,
    stretches,
    moves: [],
    movedByUs: NOTHING,
    movedByCustomer: NOTHING,
    waiting: null,
    endedAt: null,
    lastEventAt: at,
  }
}

function runOn(clock: Clock, at: Instant, by: Move['by'], calendarOf: CalendarOf): Clock {
  const stretches = [...clock.stretches, goingOn(clock.stretches, at, clock.schedule, calendarOf)]
  return moved({ ...clock, state: 'running', waiting: null, stretches }, at, by)
}

function rebase(clock: Clock, event: ClockEvent & { kind: 'rebase' }, at: Instant, calendarOf: CalendarOf): Clock {
  const { schedule, promise = clock.promise } = event
  const splits = clock.state === 'running' && schedule !== clock.schedule
  const until = splits ? ended(clock, at) : clock.stretches
  const stretches = splits ? [...until, goingOn(until, at, schedule, calendarOf)] : until
  return moved({ ...clock, promise, schedule, stretches }, at, event.by)
}

function stop(clock: Clock, at: Instant): Clock {
  const state = compare(at, clock.dueAt) <= 0 ? 'kept' : 'broken'
  return { ...clock, state, endedAt: at, stretches: ended(clock, at) }
}

/**
 * The stretch that begins now. By another calendar it begins on the working day the clock already stands on, so that no
 * day counts twice when one office has closed for the day and the other has not.
 */
function goingOn(before: readonly Stretch[], at: Instant, schedule: string, calendarOf: CalendarOf): Stretch {
  const calendar = calendarOf(schedule)
  const last = before.at(-1)
  const standsOn = last?.to && last.schedule !== schedule ? workingDayOf(last.calendar, last.to) : localDate(at)
  const later = Temporal.PlainDate.compare(standsOn, localDate(at)) > 0
  // A minute past midnight: midnight itself may be the closing time of the day before.
  const from = later ? standsOn.toZonedDateTime({ timeZone: ZONE, plainTime: '00:01' }).toInstant() : at
  return { from, to: null, schedule, calendar }
}

function ended(clock: Clock, at: Instant): readonly Stretch[] {
  return clock.stretches.map((stretch) =>
    stretch.to === null ? { ...stretch, to: compare(at, stretch.from) > 0 ? at : stretch.from } : stretch,
  )
}

function moved(clock: Clock, at: Instant, by: Move['by']): Clock {
  const { dueAt } = deadline(clock.promise, clock.stretches)
  if (dueAt.equals(clock.dueAt)) return clock
  const move = { at, by, from: clock.dueAt, to: dueAt, ...shift(calendarInForce(clock), clock.dueAt, dueAt) }
  return {
    ...clock,
    dueAt,
    moves: [...clock.moves, move],
    movedByUs: by === 'us' || by === 'supplier' ? sum(clock.movedByUs, move) : clock.movedByUs,
    movedByCustomer: by === 'customer' ? sum(clock.movedByCustomer, move) : clock.movedByCustomer,
  }
}

const NOTHING: Shift = { workingDays: 0, workingMinutes: 0 }

function sum(a: Shift, b: Shift): Shift {
  return { workingDays: a.workingDays + b.workingDays, workingMinutes: a.workingMinutes + b.workingMinutes }
}

function shift(calendar: WorkingCalendar, from: Instant, to: Instant): Shift {
  return {
    workingDays: workingDaysBetween(calendar, from, to),
    workingMinutes: workingMinutesBetween(calendar, from, to),
  }
}

function calendarInForce(clock: Clock): WorkingCalendar {
  const last = clock.stretches.at(-1)
  if (!last) throw new RangeError('a clock has at least one stretch')
  return last.calendar
}
