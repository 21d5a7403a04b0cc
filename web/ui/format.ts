// How figures, money and time are written on a screen: no-break spaces, decimal comma, true minus, days in words.
// Times are shown in Swedish local time whatever the server's zone.

import type { Lang } from './text.ts'

const zone = 'Europe/Stockholm'
const locale: Readonly<Record<Lang, string>> = { sv: 'sv-SE', en: 'en-GB' }
const nbsp = '\u00a0'

const weekdays: Readonly<Record<Lang, readonly string[]>> = {
  sv: ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}
const shortWeekdays: Readonly<Record<Lang, readonly string[]>> = {
  sv: ['mån', 'tis', 'ons', 'tors', 'fre', 'lör', 'sön'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}
const months: Readonly<Record<Lang, readonly string[]>> = {
  sv: 'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}

/** full: onsdag 7 april · year: onsdag 7 april 2012 · short: ons 7 april · slash: 7/4 · month: april 2012 */
export type DayStyle = 'full' | 'year' | 'short' | 'slash' | 'month'

export function formatDay(day: Temporal.PlainDate, lang: Lang, style: DayStyle = 'full'): string {
  const month = months[lang][day.month - 1] ?? ''
  if (style === 'slash') return `${day.day}/${day.month}`
  if (style === 'month') return `${month} ${day.year}`
  const weekday = weekdayName(day, lang, style === 'short' ? 'short' : 'long')
  const year = style === 'year' ? ` ${day.year}` : ''
  return `${weekday} ${day.day} ${month}${year}`
}

export function weekdayName(day: Temporal.PlainDate, lang: Lang, length: 'long' | 'short'): string {
  return (length === 'long' ? weekdays : shortWeekdays)[lang][day.dayOfWeek - 1] ?? ''
}

export function monthName(month: number, lang: Lang, length: 'long' | 'short' = 'long'): string {
  const name = months[lang][month - 1] ?? ''
  return length === 'long' ? name : name.slice(0, 3)
}

/** 16.30 in Swedish, 16:30 in English. */
export function formatTime(time: Temporal.PlainTime, lang: Lang): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(time.hour)}${lang === 'sv' ? '.' : ':'}${two(time.minute)}`
}

/** full: onsdag 7 april kl. 16.30 · short: ons 7 april 16.30 · slash: 7/4 16.30. With `now`, today and yesterday in words. */
export function formatInstant(
  at: Temporal.Instant,
  lang: Lang,
  options: { readonly style?: 'full' | 'short' | 'slash'; readonly now?: Temporal.Instant | undefined } = {},
): string {
  const { style = 'full', now } = options
  const local = at.toZonedDateTimeISO(zone)
  const day = local.toPlainDate()
  const time = formatTime(local.toPlainTime(), lang)
  const written = style === 'full' && lang === 'sv' ? `kl.${nbsp}${time}` : time
  return `${dayOrNear(day, lang, style, now)} ${written}`
}

function dayOrNear(day: Temporal.PlainDate, lang: Lang, style: DayStyle, now: Temporal.Instant | undefined): string {
  if (now) {
    const today = now.toZonedDateTimeISO(zone).toPlainDate()
    const ahead = today.until(day).days
    if (ahead === 0) return lang === 'sv' ? 'i dag' : 'today'
    if (ahead === -1) return lang === 'sv' ? 'i går' : 'yesterday'
    if (ahead === 1) return lang === 'sv' ? 'i morgon' : 'tomorrow'
    if (day.year !== today.year && style !== 'slash') return formatDay(day, lang, 'year')
  }
  return formatDay(day, lang, style)
}

const numberFormats = new Map<string, Intl.NumberFormat>()

function numberFormat(lang: Lang, least: number, most: number): Intl.NumberFormat {
  const key = `${lang}${least}${most}`
  let format = numberFormats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(locale[lang], { minimumFractionDigits: least, maximumFractionDigits: most })
    numberFormats.set(key, format)
  }
  return format
}

/** 1 234 or, with decimals, 1 234,5. */
export function formatNumber(value: number | bigint, lang: Lang, decimals = 0): string {
  return trueMinus(numberFormat(lang, decimals, decimals).format(value))
}

/** 69,8 % from 0.698. */
export function formatPercent(share: number, lang: Lang, decimals = 1): string {
  const figure = formatNumber(share * 100, lang, decimals)
  return lang === 'sv' ? `${figure}${nbsp}%` : `${figure}%`
}

/** 1 234,50 kr from 123450n. `ore: false` for overviews, `unit: false` where the heading says the unit. */
export function formatOre(
  amountOre: bigint,
  lang: Lang,
  options: { readonly ore?: boolean; readonly unit?: boolean } = {},
): string {
  const { ore = true, unit = true } = options
  const sign = amountOre < 0n ? '−' : ''
  const absolute = amountOre < 0n ? -amountOre : amountOre
  const kronor = ore ? absolute / 100n : (absolute + 50n) / 100n
  const decimals = ore ? `${lang === 'sv' ? ',' : '.'}${String(absolute % 100n).padStart(2, '0')}` : ''
  const figure = `${sign}${numberFormat(lang, 0, 0).format(kronor)}${decimals}`
  if (!unit) return figure
  return lang === 'sv' ? `${figure}${nbsp}kr` : `${figure}${nbsp}SEK`
}

/** 1,5 from 1500n: quantities are thousandths; only the decimals that matter are written. */
export function formatQuantity(thousandths: bigint, lang: Lang): string {
  const sign = thousandths < 0n ? '−' : ''
  const absolute = thousandths < 0n ? -thousandths : thousandths
  const decimals = String(absolute % 1000n)
    .padStart(3, '0')
    .replace(/0+$/, '')
  const whole = numberFormat(lang, 0, 0).format(absolute / 1000n)
  return decimals ? `${sign}${whole}${lang === 'sv' ? ',' : '.'}${decimals}` : `${sign}${whole}`
}

/** 1,2 MB */
export function formatFileSize(bytes: number, lang: Lang): string {
  if (bytes < 1000) return `${bytes}${nbsp}B`
  if (bytes < 1_000_000) return `${formatNumber(Math.round(bytes / 1000), lang)}${nbsp}kB`
  return `${formatNumber(bytes / 1_000_000, lang, 1)}${nbsp}MB`
}

function trueMinus(text: string): string {
  return text.replace(/^-/, '−')
}
