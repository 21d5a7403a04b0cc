// Opening hours (öppettider) as they are decided: weekly windows, dated exceptions, a parent. A version never changes; a
// clock event carries its id, and the id alone decides what the calendar answers. So a version pins the version of its
// parent: when the parent gets a new version, its children get new versions too.
//
// Windows: the schedule's own if it has any, else the parent's, never merged.
// A date: the nearest schedule that says something about it, else law: named red days and the three eves are off.

import { refuse, type FieldProblem, type Words } from '#basics/refusal'
import { isOffByLaw, namedDay } from '#basics/swedish-calendar'
import type { Window, WorkingCalendar } from '#basics/working-time'

type PlainDate = Temporal.PlainDate

/** 1 = Monday … 7 = Sunday, as ISO 8601 has it. A weekday without windows is a day off. */
export type Week = Readonly<Partial<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, readonly Window[]>>>

/**
 * What a schedule says about one date: closed, whatever the week says; a half-day with windows of its own, which is a
 * working day that closes early; or open although law says off, with windows of its own or the weekday's.
 */
export type ScheduleDay =
  | { readonly date: PlainDate; readonly says: 'closed'; readonly why?: Words }
  | { readonly date: PlainDate; readonly says: 'half_day'; readonly windows: readonly Window[]; readonly why?: Words }
  | { readonly date: PlainDate; readonly says: 'open'; readonly windows?: readonly Window[]; readonly why?: Words }

export interface ScheduleVersion {
  readonly id: string
  readonly schedule: string
  readonly name: string
  /** null = no hours stated (ej angivet): the parent's are used. */
  readonly week: Week | null
  readonly days: readonly ScheduleDay[]
  readonly parent: ScheduleVersion | null
}

export interface StatedHours {
  /** The version whose id a clock event carries. */
  readonly version: ScheduleVersion
  /** The version whose weekly windows are used: itself, or the nearest parent that has any. */
  readonly hoursFrom: ScheduleVersion
  readonly calendar: WorkingCalendar
}

/** How deep parents may lie; more is a ring. */
const DEEPEST = 20

const made = new WeakMap<ScheduleVersion, StatedHours | null>()

/** The working calendar of a version, or null when neither it nor a parent states any hours. */
export function hoursOf(version: ScheduleVersion): StatedHours | null {
  const known = made.get(version)
  if (known !== undefined) return known
  const hours = resolve(version)
  made.set(version, hours)
  return hours
}

function resolve(version: ScheduleVersion): StatedHours | null {
  const nearest = lineage(version)
  const hoursFrom = nearest.find((one) => one.week !== null)
  if (!hoursFrom?.week) return null
  const week = hoursFrom.week
  const days = new Map<string, ScheduleDay>()
  for (const one of nearest.toReversed()) for (const day of one.days) days.set(day.date.toString(), day)
  const calendar: WorkingCalendar = {
    windowsOn: (date) => windowsOf(days.get(date.toString()), week[weekday(date)] ?? [], date),
    nameOn: (date) => days.get(date.toString())?.why ?? namedDay(date),
  }
  return { version, hoursFrom, calendar }
}

function windowsOf(day: ScheduleDay | undefined, ofWeekday: readonly Window[], date: PlainDate): readonly Window[] {
  if (!day) return isOffByLaw(date) ? [] : ofWeekday
  switch (day.says) {
    case 'closed':
      return []
    case 'half_day':
      return day.windows
    case 'open':
      return day.windows ?? ofWeekday
  }
}

// ------------------------------------------------------------------------------------------- which schedule is to be used

export const SCHEDULE_HOLDERS = ['agreement_line', 'request_type_at_place', 'place', 'unit', 'tenant'] as const
export type ScheduleHolder = (typeof SCHEDULE_HOLDERS)[number]

export interface ScheduleCandidate {
  readonly holder: ScheduleHolder
  /** What holds it, in the reader's words: Biblioteket, Kontorsservice. */
  readonly name: string
  /** null = nothing printed or decided for this holder. */
  readonly version: ScheduleVersion | null
}

export interface ChosenHours extends StatedHours {
  readonly holder: ScheduleHolder
  readonly holderName: string
  /** Asked first but without hours: shown as "ej angivet" beside the hours that are used instead. */
  readonly notStated: readonly ScheduleCandidate[]
}

/**
 * The first holder that states hours, asked in order: agreement line, request type at the place, place, provider unit
 * (nearest ancestor first), tenant. A place without printed hours uses the unit's and says so (TY-361, the library).
 */
export function chooseHours(candidates: readonly ScheduleCandidate[]): ChosenHours | null {
  // Several units may stand as candidates; sorting is stable, so they keep the order nearest first.
  const order = [...candidates].sort((a, b) => SCHEDULE_HOLDERS.indexOf(a.holder) - SCHEDULE_HOLDERS.indexOf(b.holder))
  for (const [at, { holder, name, version }] of order.entries()) {
    const hours = version && hoursOf(version)
    if (hours) return { ...hours, holder, holderName: name, notStated: order.slice(0, at) }
  }
  return null
}

// ------------------------------------------------------------------------------------------------------------- validation

/** What is wrong with a version somebody is about to decide; empty when nothing is. */
export function scheduleProblems(version: ScheduleVersion): FieldProblem[] {
  const problems: FieldProblem[] = []
  for (const [day, windows] of Object.entries(version.week ?? {}))
    problems.push(...windowProblems(`week.${day}`, windows))
  if (version.week && Object.values(version.week).every((windows) => windows.length === 0)) {
    problems.push({
      field: 'week',
      sv: 'Ange minst en öppettid, eller lämna hela veckan tom så att den överordnade kalenderns tider gäller.',
      en: 'Give at least one opening time, or leave the whole week empty so that the parent’s hours apply.',
    })
  }
  const seen = new Set<string>()
  const hours = hoursOf(version)
  for (const [i, day] of version.days.entries()) {
    const key = day.date.toString()
    if (seen.has(key)) {
      problems.push({ field: `days.${i}`, sv: `${key} står två gånger.`, en: `${key} is listed twice.` })
    }
    seen.add(key)
    if (day.says !== 'closed' && day.windows) problems.push(...windowProblems(`days.${i}`, day.windows))
    if (day.says !== 'closed' && hours && (day.windows ?? hours.calendar.windowsOn(day.date)).length === 0) {
      problems.push({
        field: `days.${i}`,
        sv: `${key} är en dag utan öppettider i veckan. Ange vilka tider som gäller.`,
        en: `${key} has no opening hours in the week. Say which hours apply.`,
      })
    }
  }
  return problems
}

function windowProblems(field: string, windows: readonly Window[]): FieldProblem[] {
  let closed = 0
  for (const [open, close] of windows) {
    if (!Number.isInteger(open) || !Number.isInteger(close) || open < closed || open >= close || close > 1440) {
      return [
        {
          field,
          sv: 'Tiderna ska stå i ordning, inte gå i varandra och ligga mellan 00.00 och 24.00.',
          en: 'The times must be in order, not overlap, and lie between 00:00 and 24:00.',
        },
      ]
    }
    closed = close
  }
  return []
}

function lineage(version: ScheduleVersion): ScheduleVersion[] {
  const found: ScheduleVersion[] = []
  for (let one: ScheduleVersion | null = version; one; one = one.parent) {
    if (found.length === DEEPEST) {
      refuse({
        code: 'schedule_ring',
        status: 422,
        sv: 'Kalendrarna hänvisar till varandra i ring. Välj en annan överordnad kalender.',
        en: 'The schedules refer to each other in a ring. Choose another parent.',
        field: 'parent',
      })
    }
    found.push(one)
  }
  return found
}

function weekday(date: PlainDate): keyof Week {
  return date.dayOfWeek as keyof Week
}
