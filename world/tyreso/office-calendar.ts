// The world's schedules as working calendars, so that its stories happen when somebody is at work.
import { isOffByLaw } from '#basics/swedish-calendar'
import type { Window, WorkingCalendar } from '#basics/working-time'
import { type ScheduleRow, places, schedules } from './opening-hours.ts'

function minuteOfDay(time: string): number {
  const [hour, minute] = time.split(':')
  return Number(hour) * 60 + Number(minute)
}

function calendarOf(schedule: ScheduleRow): WorkingCalendar {
  const exceptions = new Map(schedule.exceptions.map((exception) => [exception.date, exception.windows]))
  const asWindow = (window: { opens: string; closes: string }): Window => [
    minuteOfDay(window.opens),
    minuteOfDay(window.closes),
  ]
  const weekly = new Map<number, readonly Window[]>()
  for (const window of schedule.windows)
    weekly.set(window.weekday, [...(weekly.get(window.weekday) ?? []), asWindow(window)])
  return {
    windowsOn(date) {
      const exception = exceptions.get(date.toString())
      if (exception) return exception.map(asWindow)
      return isOffByLaw(date) ? [] : (weekly.get(date.dayOfWeek) ?? [])
    },
  }
}

const calendars = new Map(schedules.map((schedule) => [schedule.key, calendarOf(schedule)]))

/** The office's own hours, when its people and its customers write to each other. */
export const officeCalendar: WorkingCalendar = calendarNamed('kontoret')

function calendarNamed(key: string): WorkingCalendar {
  const calendar = calendars.get(key)
  if (!calendar) throw new Error(`no schedule ${key}`)
  return calendar
}

/** A served place's printed hours; a place without any uses the unit's (TY-361). */
export function placeCalendar(place: string | null): WorkingCalendar {
  const schedule = places.find((row) => row.key === place)?.schedule ?? null
  return schedule === null ? officeCalendar : calendarNamed(schedule)
}
