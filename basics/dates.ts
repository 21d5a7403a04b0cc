// Dates and times of day as people here write, read and say them. Instants are UTC; what is shown and typed is local
// time in Sweden, whatever zone the process or the browser runs in.

import type { Lang } from './lang.ts'
import { misread, readable, type Reading } from './reading.ts'

type PlainDate = Temporal.PlainDate
const PlainDate = Temporal.PlainDate
type Instant = Temporal.Instant

export const ZONE = 'Europe/Stockholm'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** From here on the zone moves its clock at whole hours only: its distance from UTC is asked for once for each hour. */
const WHOLE_HOURS_SINCE = Date.UTC(1901, 0, 1)
const MOST_KEPT = 20_000
const offsets = new Map<number, number>()
const days = new Map<number, PlainDate>()

function kept<V>(store: Map<number, V>, key: number, make: () => V): V {
  const known = store.get(key)
  if (known !== undefined) return known
  if (store.size >= MOST_KEPT) store.clear()
  const made = make()
  store.set(key, made)
  return made
}

/** Milliseconds since the epoch as the clock on the wall counts them. */
function wallClock(at: Instant): number {
  const moment = at.epochMilliseconds
  const offset =
    moment < WHOLE_HOURS_SINCE ? offsetOf(at) : kept(offsets, Math.floor(moment / HOUR_MS), () => offsetOf(at))
  return moment + offset
}

const offsetOf = (at: Instant): number => at.toZonedDateTimeISO(ZONE).offsetNanoseconds / 1_000_000

/** Asked for many times on every page: many times faster than through the zone each time. */
export function localDate(at: Instant): PlainDate {
  const day = Math.floor(wallClock(at) / DAY_MS)
  return kept(days, day, () => at.toZonedDateTimeISO(ZONE).toPlainDate())
}

/** The whole minute an instant falls in. */
export function minuteOf(at: Instant): Instant {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(at.epochMilliseconds / 60_000) * 60_000)
}

// ---------------------------------------------------------------------------------------------------------- reading

const MONTHS = {
  sv: 'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}

/**
 * Reads a typed or printed date: `2012-04-30`, `20120430`, `30/4 2012`, `30 april 2012`. Strict: a date that does not
 * exist is never moved by itself; the last day of that month is proposed (TY-068).
 */
export function readDate(printed: string): Reading<PlainDate> {
  const text = printed.trim().replace(/\s+/g, ' ').toLowerCase()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (iso) return dateOf(printed, Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const slashed = /^(\d{1,2})\/(\d{1,2})[ -](\d{4})$/.exec(text)
  if (slashed) return dateOf(printed, Number(slashed[3]), Number(slashed[2]), Number(slashed[1]))
  const worded = /^(?:den )?(\d{1,2})(?::?e)? ([a-zåäö]+) (\d{4})$/.exec(text)
  if (worded) {
    const month = [MONTHS.sv, MONTHS.en].map((names) => monthNamed(names, worded[2] ?? '')).find((found) => found > 0)
    if (month) return dateOf(printed, Number(worded[3]), month, Number(worded[1]))
  }
  return misread(printed, {
    sv: 'Skriv datumet som år-månad-dag, till exempel 2012-04-30.',
    en: 'Write the date as year-month-day, for example 2012-04-30.',
  })
}

function monthNamed(names: readonly string[], typed: string): number {
  return names.findIndex((name) => typed.length >= 3 && name.toLowerCase().startsWith(typed)) + 1
}

function dateOf(printed: string, year: number, month: number, day: number): Reading<PlainDate> {
  if (year < 1800 || year > 2200) {
    return misread(printed, { sv: `Året ${year} är orimligt.`, en: `The year ${year} is not plausible.` })
  }
  if (month < 1 || month > 12) {
    return misread(printed, { sv: `Det finns ingen månad ${month}.`, en: `There is no month ${month}.` })
  }
  const length = Temporal.PlainYearMonth.from({ year, month }).daysInMonth
  if (day >= 1 && day <= length) return readable(PlainDate.from({ year, month, day }))
  const [sv = '', en = ''] = [MONTHS.sv[month - 1], MONTHS.en[month - 1]]
  const inYear = month === 2 ? ` ${year}` : ''
  return misread(
    printed,
    {
      sv: `Datumet ${day} ${sv}${inYear} finns inte. ${sv[0]?.toUpperCase()}${sv.slice(1)}${inYear} har ${length} dagar.`,
      en: `${day} ${en}${inYear} does not exist. ${en}${inYear} has ${length} days.`,
    },
    // 31 in a shorter month is a slip of the hand; 0 or 45 is not.
    day > length && day <= 31 ? PlainDate.from({ year, month, day: length }) : undefined,
  )
}

/** Reads a time of day as minutes from midnight: `16.30`, `16:30`, `kl. 8`, `0745`; `24.00` is the end of the day. */
export function readTimeOfDay(printed: string): Reading<number> {
  const text = printed
    .trim()
    .toLowerCase()
    .replace(/^kl\.? ?/, '')
  const match = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(text) ?? /^(\d{2})(\d{2})$/.exec(text)
  const minutes = match ? Number(match[1]) * 60 + Number(match[2] ?? 0) : -1
  if (match && Number(match[2] ?? 0) < 60 && minutes <= 1440) return readable(minutes)
  return misread(printed, {
    sv: 'Skriv klockslaget som timme och minut, till exempel 16.30.',
    en: 'Write the time as hour and minute, for example 16:30.',
  })
}

// ----------------------------------------------------------------------------------------------------------- saying

const WEEKDAYS = {
  sv: 'måndag tisdag onsdag torsdag fredag lördag söndag'.split(' '),
  en: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
}
const SHORT_WEEKDAYS = {
  sv: 'mån tis ons tors fre lör sön'.split(' '),
  en: 'Mon Tue Wed Thu Fri Sat Sun'.split(' '),
}
const NEAR = {
  sv: { '-1': 'i går', '0': 'i dag', '1': 'i morgon' },
  en: { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' },
}

export function weekdayName(date: PlainDate, lang: Lang): string {
  return WEEKDAYS[lang][date.dayOfWeek - 1] ?? ''
}

export function shortWeekday(date: PlainDate, lang: Lang): string {
  return SHORT_WEEKDAYS[lang][date.dayOfWeek - 1] ?? ''
}

export function monthName(month: number, lang: Lang): string {
  return MONTHS[lang][month - 1] ?? ''
}

/** `16.30` in Swedish, `16:30` in English. */
export function timeOfDay(at: Instant, lang: Lang): string {
  const today = wallClock(at)
  return minutesAsTime(Math.floor((today - Math.floor(today / DAY_MS) * DAY_MS) / 60_000), lang)
}

/** Minutes from midnight as a time of day; 1440 is `24.00`. */
export function minutesAsTime(minutes: number, lang: Lang): string {
  return [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, '0')).join(lang === 'sv' ? '.' : ':')
}

/** `i går`, `i dag`, `i morgon`, or null for a day further off. */
export function nearDay(date: PlainDate, today: PlainDate, lang: Lang): string | null {
  const away = today.until(date, { largestUnit: 'days' }).days
  return away >= -1 && away <= 1 ? NEAR[lang][String(away) as '-1' | '0' | '1'] : null
}

/** `onsdag 7 april`, with the year only when it is another one than today's. */
export function longDate(date: PlainDate, today: PlainDate, lang: Lang): string {
  return `${weekdayName(date, lang)} ${dayAndMonth(date, lang)}${yearIfNeeded(date, today)}`
}

/** `ons 7 april`, for tables and rows. */
export function shortDate(date: PlainDate, today: PlainDate, lang: Lang): string {
  return `${shortWeekday(date, lang)} ${dayAndMonth(date, lang)}${yearIfNeeded(date, today)}`
}

/** `7 april 2012`: always with its year, for documents and what is kept. */
export function fullDate(date: PlainDate, lang: Lang): string {
  return `${dayAndMonth(date, lang)} ${date.year}`
}

/** `onsdag 7 april kl. 16.30`; `i dag kl. 16.30`, `i går`, `i morgon` when that near. */
export function longMoment(at: Instant, now: Instant, lang: Lang): string {
  const [date, today] = [localDate(at), localDate(now)]
  const day = nearDay(date, today, lang) ?? longDate(date, today, lang)
  return `${day} ${lang === 'sv' ? 'kl.' : 'at'} ${timeOfDay(at, lang)}`
}

/** `ons 7 april 16.30`; `i dag 16.30` when that near. */
export function shortMoment(at: Instant, now: Instant, lang: Lang): string {
  const [date, today] = [localDate(at), localDate(now)]
  return `${nearDay(date, today, lang) ?? shortDate(date, today, lang)} ${timeOfDay(at, lang)}`
}

/** `4/4` in Swedish, `4 Apr` in English: the order of day and month must not be a riddle. */
export function tableDate(date: PlainDate, lang: Lang): string {
  return lang === 'sv' ? `${date.day}/${date.month}` : `${date.day} ${monthName(date.month, lang).slice(0, 3)}`
}

/** `4/4 15.20`. */
export function tableMoment(at: Instant, lang: Lang): string {
  return `${tableDate(localDate(at), lang)} ${timeOfDay(at, lang)}`
}

/** `6–9/4`, `30/3–2/4`; one date alone is itself. */
export function tableSpan(from: PlainDate, last: PlainDate, lang: Lang): string {
  if (from.equals(last)) return tableDate(from, lang)
  const sameMonth = from.month === last.month && from.year === last.year
  return `${sameMonth ? from.day : tableDate(from, lang)}–${tableDate(last, lang)}`
}

function dayAndMonth(date: PlainDate, lang: Lang): string {
  return `${date.day} ${monthName(date.month, lang)}`
}

function yearIfNeeded(date: PlainDate, today: PlainDate): string {
  return date.year === today.year ? '' : ` ${date.year}`
}
