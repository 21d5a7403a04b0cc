// When cases come: by season and week, by weekday and hour, and by which way in.
import { isWorkingDay } from '#basics/working-time'
import { type Chance, chanceFrom } from './chance.ts'
import { officeCalendar } from './office-calendar.ts'
import type { Plot } from './plot-shape.ts'
import type { Channel } from './promises.ts'

export interface Arrival {
  readonly at: Temporal.Instant
  readonly channel: Channel
  /** Left without answer or start on purpose, for the queue of the demonstration's day. */
  readonly untouched: boolean
}

const zone = 'Europe/Stockholm'
const firstDay = Temporal.PlainDate.from('2012-01-02')

const weekdayWeight: Readonly<Record<number, number>> = { 1: 1.28, 2: 1.08, 3: 1, 4: 0.96, 5: 0.78 }

/** Sports week, midsummer and the industrial holiday are quiet; February's cold weeks and the start of term are not. */
const weekWeight: Readonly<Record<number, number>> = {
  5: 1.5,
  6: 1.35,
  9: 0.7,
  25: 0.75,
  28: 0.7,
  29: 0.55,
  30: 0.6,
  33: 1.25,
  34: 1.4,
}

const officeHours = { 7: 6, 8: 20, 9: 20, 10: 14, 11: 8, 12: 6, 13: 12, 14: 10, 15: 7, 16: 4 } as const
const otherHours = { 6: 2, 17: 3, 18: 2, 19: 2, 20: 2, 21: 1 } as const
const attendedHours = { 8: 20, 9: 22, 10: 18, 11: 12, 13: 16, 14: 12 } as const

interface Day {
  readonly date: Temporal.PlainDate
  readonly weight: number
}

function daysUntil(until: Temporal.Instant): readonly Temporal.PlainDate[] {
  const last = until.subtract({ nanoseconds: 1 }).toZonedDateTimeISO(zone).toPlainDate()
  return Array.from({ length: firstDay.until(last).days + 1 }, (_, i) => firstDay.add({ days: i }))
}

function weightOf(date: Temporal.PlainDate): number {
  if (!isWorkingDay(officeCalendar, date)) return 0.03
  return (weekdayWeight[date.dayOfWeek] ?? 0) * (weekWeight[date.weekOfYear ?? 0] ?? 1)
}

/** A month weighs what the season says, however many days it has. */
function daysOf(plot: Plot, until: Temporal.Instant): readonly Day[] {
  const dates = daysUntil(until)
  const monthSum = new Map<number, number>()
  for (const date of dates) monthSum.set(date.month, (monthSum.get(date.month) ?? 0) + weightOf(date))
  return dates.map((date) => ({
    date,
    weight: (seasonOf(plot, date.month) * weightOf(date)) / (monthSum.get(date.month) ?? 1),
  }))
}

/** October's two days also have the fresh arrivals below. */
function seasonOf(plot: Plot, month: number): number {
  return (plot.season[month - 1] ?? 0) * (month === 10 ? 0.5 : 1)
}

export function arrivalsOf(plot: Plot, count: number, seed: string, until: Temporal.Instant): readonly Arrival[] {
  const days = daysOf(plot, until)
  return Array.from({ length: count }, (_, i) => arrival(plot, days, chanceFrom(`${seed}/${plot.key}/arrival/${i}`)))
}

function arrival(plot: Plot, days: readonly Day[], chance: Chance): Arrival {
  const channel = chance.weighted(plot.channels)
  const digital = channel === 'portal' || channel === 'email'
  const open = digital ? days : days.filter((day) => isWorkingDay(officeCalendar, day.date))
  const date = pickDay(open, chance)
  const hours = !digital ? attendedHours : chance.happens(0.9) ? officeHours : otherHours
  const hour = Number(chance.weighted<string>(hours))
  const time = Temporal.PlainTime.from({ hour, minute: chance.whole(0, 59) })
  return { at: date.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant(), channel, untouched: false }
}

function pickDay(days: readonly Day[], chance: Chance): Temporal.PlainDate {
  const sum = days.reduce((total, day) => total + day.weight, 0)
  let left = chance.next() * sum
  for (const day of days) {
    left -= day.weight
    if (left < 0) return day.date
  }
  throw new RangeError('no day has any weight')
}

type Fresh = readonly [plot: string, local: string, channel: Channel]

/**
 * The queue as it looks on Wednesday 3 October 2012: some due that day, some later, and two that are already broken
 * (the caretaking order of 27 September was to begin by the 2nd, the letter of the 28th to be answered by the 2nd).
 */
const fresh: readonly Fresh[] = [
  ['tavla', '2012-09-27T15:05', 'portal'],
  ['tavla', '2012-09-28T08:55', 'portal'],
  ['tavla', '2012-09-28T13:20', 'portal'],
  ['tavla', '2012-10-01T10:10', 'portal'],
  ['tavla', '2012-10-02T09:30', 'portal'],
  ['tavla', '2012-10-02T14:45', 'portal'],
  ['droppande-kran', '2012-09-28T14:10', 'email'],
  ['kallt', '2012-10-01T08:04', 'email'],
  ['belysning', '2012-10-01T09:31', 'email'],
  ['toalett', '2012-10-01T10:12', 'email'],
  ['las', '2012-10-01T11:40', 'email'],
  ['ventilation', '2012-10-01T14:22', 'email'],
  ['belysning', '2012-10-02T08:15', 'email'],
  ['kallt', '2012-10-02T07:52', 'portal'],
  ['vitvaror', '2012-10-02T13:05', 'email'],
  ['utebelysning', '2012-10-02T15:20', 'portal'],
  ['fakturafraga', '2012-10-01T13:11', 'email'],
  ['lonefraga-tyst', '2012-10-01T15:02', 'email'],
  ['losenord-heroma', '2012-10-02T08:20', 'email'],
  ['utskrift', '2012-10-02T13:02', 'email'],
  ['tryck', '2012-10-02T11:25', 'portal'],
]

export function freshArrivals(plotKey: string): readonly Arrival[] {
  return fresh
    .filter(([plot]) => plot === plotKey)
    .map(([, local, channel]) => ({
      at: Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant(),
      channel,
      untouched: true,
    }))
}
