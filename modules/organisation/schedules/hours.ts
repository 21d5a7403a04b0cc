// Between the forms hours are written in: "07:45" on the wire, minutes in rules, int4range in the database.
import type { Window } from '#basics/working-time'
import type { ScheduleDay, Week } from '../schedule.ts'
import type { Hours, ScheduleContent } from './contract.ts'

export const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
export const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

export const windowsOf = (hours: readonly Hours[]): Window[] =>
  hours.map(({ opens, closes }): Window => [minutes(opens), minutes(closes)]).sort((a, b) => a[0] - b[0])
export const hoursOfWindows = (windows: readonly Window[]): Hours[] =>
  windows.map(([opens, closes]) => ({ opens: clock(opens), closes: clock(closes) }))

/** null or nothing = the parent's hours. */
export function weekOf(rows: ScheduleContent['week']): Week | null {
  if (!rows || rows.length === 0) return null
  const byDay = Map.groupBy(rows, (row) => row.weekday)
  return Object.fromEntries([...byDay].map(([weekday, windows]) => [weekday, windowsOf(windows)]))
}

export function daysOf(rows: ScheduleContent['exceptions']): ScheduleDay[] {
  return (rows ?? []).map((row) => {
    const date = Temporal.PlainDate.from(row.date)
    const why = row.name === undefined ? {} : { why: { sv: row.name, en: row.nameEn ?? row.name } }
    const windows = windowsOf(row.windows ?? [])
    if (row.says === 'closed') return { date, says: row.says, ...why }
    if (row.says === 'half_day') return { date, says: row.says, windows, ...why }
    return { date, says: row.says, ...(windows.length > 0 ? { windows } : {}), ...why }
  })
}

/** `[465,1005)` as the database writes it. */
export const rangeOf = ([opens, closes]: Window): string => `[${opens},${closes})`
export function windowOfRange(text: string): Window {
  const [opens = '0', closes = '0'] = text.slice(1, -1).split(',')
  return [Number(opens), Number(closes)]
}
