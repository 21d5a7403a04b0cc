// A figure as it is written: a count, a share in percent, a length of time in its own measure; – when there is nothing.
import type { Lang } from '#basics/lang'
import type { FigureDefinition, FigureValue } from '#platform/figures'
import { formatNumber } from '#ui'
import { percentText } from './load-findings.ts'

const measures: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  working_hours: { sv: 'tim', en: 'h' },
  days: { sv: 'dygn', en: 'days' },
}

export function figureText(
  { unit }: Pick<FigureDefinition, 'unit'>,
  { value }: Pick<FigureValue, 'value'>,
  lang: Lang,
): string {
  if (value === null) return '–'
  if (unit === 'percent') return percentText(value, lang)
  const number = formatNumber(value, lang, unit === 'count' ? 0 : 1)
  const measure = measures[unit]?.[lang]
  return measure ? `${number}\u00a0${measure}` : number
}
