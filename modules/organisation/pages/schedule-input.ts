// From what the schedule editor sends – a line of hours per weekday, rows of exceptions – to the content of a version, and
// back. What cannot be read is said at its field, all at once.
import { minutesAsTime, readTimeOfDay } from '#basics/dates'
import type { Lang } from '#basics/lang'
import { Problems } from '#basics/refusal'
import { Type, day, idField, oneOf, optional, shape, text } from '#platform/http/shape'
import type { Hours, ScheduleContent, ScheduleVersionRow } from '../schedules/contract.ts'
import { clock, minutes } from '../schedules/hours.ts'
import { organisationText } from '../text.ts'

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
/** More exceptions than this are entered through the API. */
export const mostRows = 60
export const saysKinds = ['closed', 'half_day', 'open'] as const

const hoursField = Type.String({ maxLength: 200 })
const rowFields = (n: number) => ({
  [`day${n}`]: optional(day()),
  [`says${n}`]: optional(oneOf(saysKinds)),
  [`hours${n}`]: optional(hoursField),
  [`called${n}`]: optional(text(100)),
})
const weekFields = Object.fromEntries(weekdays.map((weekday) => [`week${weekday}`, optional(hoursField)]))
const rows = Object.assign({}, ...Array.from({ length: mostRows }, (_, n) => rowFields(n + 1))) as Record<
  string,
  ReturnType<typeof optional>
>
const content = { from: day(), parentScheduleId: optional(idField()), ...weekFields, ...rows }

export const NewScheduleBody = shape({ name: text(200), ...content })
export const NewVersionBody = shape({ reason: text(500), ...content })

type Sent = Readonly<Record<string, unknown>>
const sentText = (body: Sent, name: string): string => (typeof body[name] === 'string' ? body[name].trim() : '')

/** "07.45–12.00, 13.00–16.45" → windows; null when it cannot be read. */
export function readHours(typed: string): Hours[] | null {
  const read: Hours[] = []
  for (const part of typed
    .split(/[,;]/)
    .map((one) => one.trim())
    .filter(Boolean)) {
    const [from, to, ...rest] = part.split(/\s*[–—-]\s*/)
    const [opens, closes] = [readTimeOfDay(from ?? ''), readTimeOfDay(to ?? '')]
    if (rest.length > 0 || !opens.ok || !closes.ok) return null
    read.push({ opens: clock(opens.value), closes: clock(closes.value) })
  }
  return read
}

export function hoursText(hours: readonly Hours[], lang: Lang): string {
  return hours
    .map(({ opens, closes }) => `${minutesAsTime(minutes(opens), lang)}–${minutesAsTime(minutes(closes), lang)}`)
    .join(', ')
}

/** The content of the version; the fields of the form are named in what is refused. */
export function contentOf(body: Sent): Omit<ScheduleContent, 'name'> {
  const problems = new Problems()
  const hoursAt = (field: string): Hours[] => {
    const read = readHours(sentText(body, field))
    if (read === null)
      problems.add(field, organisationText.sv.schedules.badHours, organisationText.en.schedules.badHours)
    return read ?? []
  }
  const week = weekdays.flatMap((weekday) => hoursAt(`week${weekday}`).map((hours) => ({ weekday, ...hours })))
  const exceptions: NonNullable<ScheduleContent['exceptions']> = []
  for (let n = 1; n <= mostRows; n += 1) {
    const windows = hoursAt(`hours${n}`)
    const [date, called] = [sentText(body, `day${n}`), sentText(body, `called${n}`)]
    if (date === '') {
      if (windows.length > 0 || called !== '')
        problems.add(`day${n}`, 'Ange vilken dag det gäller.', 'Say which day it is.')
      continue
    }
    const says = (sentText(body, `says${n}`) || 'closed') as (typeof saysKinds)[number]
    exceptions.push({ date, says, windows: says === 'closed' ? [] : windows, ...(called ? { name: called } : {}) })
  }
  problems.done()
  const parentScheduleId = sentText(body, 'parentScheduleId') || null
  return { from: sentText(body, 'from'), parentScheduleId, week: week.length > 0 ? week : null, exceptions }
}

/** Which field of the form a refused part of the content stands at. */
export function fieldNames(body: Sent | undefined): Readonly<Record<string, string>> {
  const days = Array.from({ length: mostRows }, (_, n) => n + 1).filter((n) => sentText(body ?? {}, `day${n}`) !== '')
  return Object.fromEntries([
    ...weekdays.map((weekday) => [`week.${weekday}`, `week${weekday}`]),
    ...days.map((n, i) => [`days.${i}`, `hours${n}`]),
    ['week', 'week1'],
  ]) as Record<string, string>
}

/** What the fields hold before anything is typed: the version to start from. */
export function storedFields(version: ScheduleVersionRow | undefined, lang: Lang): Readonly<Record<string, string>> {
  const week = weekdays.map((weekday) => [
    `week${weekday}`,
    hoursText(
      (version?.week ?? []).filter((one) => one.weekday === weekday),
      lang,
    ),
  ])
  const exceptions = (version?.exceptions ?? []).slice(0, mostRows).flatMap((one, i) => [
    [`day${i + 1}`, one.date],
    [`says${i + 1}`, one.says],
    [`hours${i + 1}`, hoursText(one.windows ?? [], lang)],
    [`called${i + 1}`, one.name ?? ''],
  ])
  return Object.fromEntries([...week, ...exceptions]) as Record<string, string>
}
