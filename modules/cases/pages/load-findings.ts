// What the charts of a unit say, in one sentence each, computed from their values: the finding is the title. Pure.
import type { Lang } from '#basics/lang'
import { formatNumber, formatPercent } from '#ui'
import { portalText } from './portal-text.ts'

export interface MonthValue {
  /** `september` */
  readonly name: string
  readonly value: number
}

/** Percent as it is written: `69,8 %`. */
export const percentText = (percent: number, lang: Lang): string => formatPercent(percent / 100, lang)

export function keptFinding(figure: string, months: readonly MonthValue[], target: number | null, lang: Lang): string {
  const text = portalText[lang].findings
  const last = months.at(-1)
  if (!last) return text.none(figure)
  if (target === null) return text.noTarget(figure, last.name, percentText(last.value, lang))
  if (last.value < target) return text.under(figure, last.name, formatNumber(round(target - last.value), lang, 1))
  const missed = months.filter((month) => month.value < target)
  const lowest = missed.toSorted((a, b) => a.value - b.value)[0]
  if (lowest) return text.keptNowNot(figure, last.name, lowest.name, percentText(lowest.value, lang))
  return months.length > 1 ? text.keptAll(figure) : text.keptNow(figure, last.name)
}

const round = (value: number): number => Math.round(value * 10) / 10

/** The same with its figures, for those who do not see the drawing. */
export function keptDescription(months: readonly MonthValue[], target: number | null, lang: Lang): string {
  const text = portalText[lang]
  const [first, last] = [months[0], months.at(-1)]
  if (!first || !last) return text.nothingToCount
  const lowest = months.toSorted((a, b) => a.value - b.value)[0] ?? first
  return [
    text.fromTo(percentText(first.value, lang), percentText(last.value, lang), first.name, last.name),
    lowest === first || lowest === last ? '' : text.lowest(percentText(lowest.value, lang), lowest.name),
    target === null ? '' : text.targetIs(percentText(target, lang)),
  ]
    .filter(Boolean)
    .join(' ')
}

/** Came in and done over the months, newest last. */
export function flowFinding(
  months: readonly { readonly received: number; readonly done: number }[],
  lang: Lang,
): string {
  const text = portalText[lang].findings
  const more = months.reduce((sum, month) => sum + month.received - month.done, 0)
  if (more > 0) return text.grew(more, months.length)
  return more < 0 ? text.shrank(-more, months.length) : text.even
}

const old = new Set(['8–14', '15+'])

export function ageFinding(bands: readonly { readonly band: string; readonly count: number }[], lang: Lang): string {
  const text = portalText[lang].findings
  const all = bands.reduce((sum, { count }) => sum + count, 0)
  const older = bands.filter(({ band }) => old.has(band)).reduce((sum, { count }) => sum + count, 0)
  if (all === 0) return text.ageNone
  return older === 0 ? text.ageFresh : text.ageOld(older, all)
}

export interface Carrying {
  /** Empty = nobody. */
  readonly name: string
  readonly open: number
}

/** Half as much again as the mean is a finding; less is an even load. */
const uneven = 1.5

export function loadFinding(rows: readonly Carrying[], what: 'people' | 'units', lang: Lang): string {
  const text = portalText[lang].findings
  const all = rows.reduce((sum, { open }) => sum + open, 0)
  if (all === 0) return text.ageNone
  const named = rows.filter(({ name }) => name !== '')
  const most = named.toSorted((a, b) => b.open - a.open)[0]
  const nobody = all - named.reduce((sum, { open }) => sum + open, 0)
  if (nobody > 0 && nobody >= (most?.open ?? 0)) return text.loadNobody(nobody, all)
  if (!most || (named.length > 1 && most.open < (uneven * (all - nobody)) / named.length)) return text.loadEven
  return what === 'units' ? text.unitsMost(most.name, most.open, all) : text.loadMost(most.name, most.open, all)
}
