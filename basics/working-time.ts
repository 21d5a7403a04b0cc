// Working time: minutes that an office is open, and days that it works. A working calendar answers for a date which
// windows are open, in minutes of the local day; everything here is counted from that, in whole minutes, in Sweden's zone
// whatever zone the process runs in. Calendars are pure: the same date always gives the same answer, so days are kept.

import { localDate, minuteOf, ZONE } from './dates.ts'
import { refuse, type Words } from './refusal.ts'

type Instant = Temporal.Instant
type PlainDate = Temporal.PlainDate

/** Open from and to, in minutes after local midnight; 0 ≤ open < close ≤ 1440. The closing minute is not open. */
export type Window = readonly [open: number, close: number]

export interface WorkingCalendar {
  /** The day's windows in order, apart from each other; none = the office does not work that day. */
  windowsOn(date: PlainDate): readonly Window[]
  /** What the day is called or why it is closed: `långfredagen`, `stängt för flytt`. */
  nameOn?(date: PlainDate): Words | undefined
}

/** No promise reaches further, and no search for an open day goes on longer: five years of calendar days. */
export const LONGEST_SEARCH_DAYS = 5 * 366

/**
 * The day an instant counts as: the first working day that has not closed before it. So a time after closing, or on a day
 * off, counts as the next working day; before opening and during lunch count as the day itself. (dayIndex, model.md §3)
 */
export function workingDayOf(calendar: WorkingCalendar, at: Instant): PlainDate {
  return dateOf(workingDay(calendar, toMinute(at)).number)
}

/** dayIndex(to) − dayIndex(from): how many working days later the second falls; negative when earlier. */
export function workingDaysBetween(calendar: WorkingCalendar, from: Instant, to: Instant): number {
  const [a, b] = [workingDay(calendar, toMinute(from)).number, workingDay(calendar, toMinute(to)).number]
  let count = 0
  for (let day = Math.min(a, b) + 1; day <= Math.max(a, b); day += 1)
    if (dayAt(calendar, day).spans.length > 0) count += 1
  return a <= b ? count : 0 - count
}

/** Closing time of the working day that lies n working days after the day the instant counts as. */
export function addWorkingDays(calendar: WorkingCalendar, from: Instant, n: number): Instant {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of working days: ${n}`)
  const start = workingDay(calendar, toMinute(from))
  let day = start
  for (let left = n; left > 0; left -= 1) day = nextWorkingDay(calendar, day.number + 1, start.number)
  return fromMinute(day.closes)
}

/**
 * The first instant at which n working minutes have passed. A full day is used up at its closing time, not at the next
 * opening. With a negative n: the last instant from which so many minutes remain, for a warning before a deadline.
 */
export function addWorkingMinutes(calendar: WorkingCalendar, from: Instant, n: number): Instant {
  if (!Number.isInteger(n)) throw new RangeError(`not a number of minutes: ${n}`)
  const start = toMinute(from)
  if (n === 0) return fromMinute(start)
  const step = n > 0 ? 1 : -1
  const first = dayNumber(start)
  let left = Math.abs(n)
  // One day before as well: a window that ends at midnight closes on the next date.
  for (let walked = -1; walked <= LONGEST_SEARCH_DAYS; walked += 1) {
    const spans = dayAt(calendar, first + step * walked).spans
    for (const [open, close] of step > 0 ? spans : spans.toReversed()) {
      const length = step > 0 ? close - Math.max(open, start) : Math.min(close, start) - open
      if (length <= 0) continue
      if (length >= left) return fromMinute(step > 0 ? Math.max(open, start) + left : Math.min(close, start) - left)
      left -= length
    }
  }
  return neverOpens()
}

/** Open minutes from one instant to another; negative when the second is earlier. */
export function workingMinutesBetween(calendar: WorkingCalendar, from: Instant, to: Instant): number {
  const [a, b] = [toMinute(from), toMinute(to)]
  if (a > b) return 0 - workingMinutesBetween(calendar, to, from)
  let sum = 0
  for (let day = dayNumber(a) - 1; day <= dayNumber(b); day += 1) {
    for (const [open, close] of dayAt(calendar, day).spans) sum += Math.max(0, Math.min(close, b) - Math.max(open, a))
  }
  return sum
}

export interface Span {
  readonly from: Instant
  readonly to: Instant
}

/** The stretches of one date during which the office is open, as instants. */
export function openSpans(calendar: WorkingCalendar, date: PlainDate): readonly Span[] {
  return dayAt(calendar, numberOf(date)).spans.map(([open, close]) => ({
    from: fromMinute(open),
    to: fromMinute(close),
  }))
}

export function isWorkingDay(calendar: WorkingCalendar, date: PlainDate): boolean {
  return dayAt(calendar, numberOf(date)).spans.length > 0
}

export function isOpen(calendar: WorkingCalendar, at: Instant): boolean {
  const minute = toMinute(at)
  const day = dayNumber(minute)
  return [day - 1, day].some((d) => dayAt(calendar, d).spans.some(([open, close]) => open <= minute && minute < close))
}

/** The first open minute at or after an instant: the instant itself while open. */
export function nextOpening(calendar: WorkingCalendar, at: Instant): Instant {
  const minute = toMinute(at)
  return fromMinute(Math.max(minute, spanAfter(calendar, minute)[0]))
}

/** When what is open at an instant closes, or what opens next. Closing for lunch is a closing. */
export function nextClosing(calendar: WorkingCalendar, at: Instant): Instant {
  return fromMinute(spanAfter(calendar, toMinute(at))[1])
}

// ------------------------------------------------------------------------------------- days, in minutes since the epoch

interface Day {
  /** Days since 1970-01-01. */
  readonly number: number
  readonly spans: readonly Window[]
  readonly closes: number
}

const kept = new WeakMap<WorkingCalendar, Map<number, Day>>()

function dayAt(calendar: WorkingCalendar, number: number): Day {
  let days = kept.get(calendar)
  if (!days) kept.set(calendar, (days = new Map<number, Day>()))
  let day = days.get(number)
  if (!day) days.set(number, (day = makeDay(calendar, number)))
  return day
}

function makeDay(calendar: WorkingCalendar, number: number): Day {
  const date = dateOf(number)
  const spans: Window[] = []
  let closed = 0
  for (const [open, close] of calendar.windowsOn(date)) {
    if (!(open >= closed && open < close && close <= 1440))
      throw new RangeError(`not windows in order: ${open}–${close}`)
    closed = close
    // The later of two windows that would overlap, as they may when an hour is lived twice, begins where the first ends.
    const from = Math.max(opening(date, open), spans.at(-1)?.[1] ?? -Infinity)
    const to = closing(date, close)
    if (from < to) spans.push([from, to])
  }
  return { number, spans, closes: spans.at(-1)?.[1] ?? -Infinity }
}

// The two nights. In spring (02 becomes 03) the clock on the wall passes every missing time at the jump, so that is when
// it opens or closes. In autumn (03 becomes 02) an hour is lived twice: what is open in it opens the first time and closes
// after the second. So a window across the gap is an hour shorter and one across the repeat an hour longer.

function opening(date: PlainDate, minute: number): number {
  return momentOf(date, minute, 'earlier') ?? jumpOn(date)
}

/** The end of the last open minute, the second time it comes. */
function closing(date: PlainDate, minute: number): number {
  const last = momentOf(date, minute - 1, 'later')
  return last === null ? jumpOn(date) : last + 1
}

/** A local minute as a minute of the epoch; null where the clock skips it. */
function momentOf(date: PlainDate, minute: number, disambiguation: 'earlier' | 'later'): number | null {
  const local = date.toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 })
  const moment = local.toZonedDateTime(ZONE, { disambiguation })
  return moment.toPlainDateTime().equals(local) ? moment.epochMilliseconds / 60_000 : null
}

function jumpOn(date: PlainDate): number {
  const jump = date.toZonedDateTime(ZONE).getTimeZoneTransition('next')
  if (!jump) throw new RangeError(`the clock skips nothing on ${date}`)
  return jump.epochMilliseconds / 60_000
}

function workingDay(calendar: WorkingCalendar, minute: number): Day {
  // The date before: a window that ends at midnight closes on this date, and at that very minute it has not closed before.
  const from = dayNumber(minute) - 1
  for (let number = from; number <= from + LONGEST_SEARCH_DAYS; number += 1) {
    const day = dayAt(calendar, number)
    if (day.closes >= minute) return day
  }
  return neverOpens()
}

function nextWorkingDay(calendar: WorkingCalendar, from: number, start: number): Day {
  for (let number = from; number <= start + LONGEST_SEARCH_DAYS; number += 1) {
    const day = dayAt(calendar, number)
    if (day.spans.length > 0) return day
  }
  return neverOpens()
}

function spanAfter(calendar: WorkingCalendar, minute: number): Window {
  const from = dayNumber(minute) - 1
  for (let number = from; number <= from + LONGEST_SEARCH_DAYS; number += 1) {
    const span = dayAt(calendar, number).spans.find(([, close]) => close > minute)
    if (span) return span
  }
  return neverOpens()
}

function neverOpens(): never {
  return refuse({
    code: 'working_time_out_of_reach',
    status: 422,
    sv: 'Tiden ryms inte inom fem år. Kontrollera löftets längd och att kalendern har öppettider.',
    en: 'The time does not fit within five years. Check the length of the promise and that the calendar has opening hours.',
  })
}

const EPOCH = Temporal.PlainDate.from('1970-01-01')

function dateOf(number: number): PlainDate {
  return EPOCH.add({ days: number })
}

/** Days since the epoch; ten times faster than asking Temporal for the difference. */
function numberOf(date: PlainDate): number {
  return Date.UTC(date.year, date.month - 1, date.day) / 86_400_000
}

function dayNumber(minute: number): number {
  return numberOf(localDate(fromMinute(minute)))
}

function toMinute(at: Instant): number {
  return minuteOf(at).epochMilliseconds / 60_000
}

function fromMinute(minute: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(minute * 60_000)
}
