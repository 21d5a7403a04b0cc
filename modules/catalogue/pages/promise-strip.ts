// The days from now to when a promise would end, one cell per calendar day, as a case asked for now will show them.
import { localDate } from '#basics/dates'
import { isWorkingDay, workingDayOf } from '#basics/working-time'
import type { WorkingCalendar } from '#basics/working-time'
import type { Lang } from '#basics/lang'
import { uiText } from '#ui'
import { catalogueText } from '../text.ts'
import type { PromiseDay } from '#ui'

/** Longer than this says nothing as a picture. */
const mostDays = 42

export function promiseStrip(
  calendar: WorkingCalendar,
  { now, dueAt, counted }: { now: Temporal.Instant; dueAt: Temporal.Instant; counted: boolean },
  lang: Lang,
): readonly PromiseDay[] {
  const [first, last] = [localDate(now), localDate(dueAt)]
  if (first.until(last).days > mostDays) return []
  const starting = workingDayOf(calendar, now)
  const days: PromiseDay[] = []
  let number = 0
  for (let date = first; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    const works = isWorkingDay(calendar, date) && Temporal.PlainDate.compare(date, starting) > 0
    const nth = works && counted ? { number: ++number } : {}
    const today = date.equals(first)
    const name = calendar.nameOn?.(date)?.[lang]
    if (date.equals(last)) days.push({ date, kind: 'end', today, ...nth })
    else if (today) days.push({ date, kind: 'start', today })
    else if (works) days.push({ date, kind: 'working', today, ...nth })
    else if (date.equals(starting)) days.push({ date, kind: 'off', today, note: catalogueText[lang].service.startsAs })
    else days.push({ date, kind: 'off', today, ...(name ? { note: `${name} ${uiText(lang).day.off}` } : {}) })
  }
  return days
}
