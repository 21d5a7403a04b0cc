// Figures as they are written on a screen, beside what basics says of money, quantities and days: no-break spaces,
// decimal comma, true minus.

import type { Lang } from '#basics/lang'

const locale: Readonly<Record<Lang, string>> = { sv: 'sv-SE', en: 'en-GB' }
const nbsp = '\u00a0'

const formats = new Map<string, Intl.NumberFormat>()

/** `1 234` or, with decimals, `1 234,5`. */
export function formatNumber(value: number | bigint, lang: Lang, decimals = 0): string {
  const key = `${lang}${decimals}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(locale[lang], { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
    formats.set(key, format)
  }
  return format.format(value).replace(/^-/, '−')
}

/** `69,8 %` from 0.698. */
export function formatPercent(share: number, lang: Lang, decimals = 1): string {
  return `${formatNumber(share * 100, lang, decimals)}${lang === 'sv' ? nbsp : ''}%`
}

/** `1,2 MB` */
export function formatFileSize(bytes: number, lang: Lang): string {
  if (bytes < 1000) return `${bytes}${nbsp}B`
  if (bytes < 1_000_000) return `${formatNumber(Math.round(bytes / 1000), lang)}${nbsp}kB`
  return `${formatNumber(bytes / 1_000_000, lang, 1)}${nbsp}MB`
}
