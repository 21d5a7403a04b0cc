// What every record says in the same words: from when till when it holds, and where it comes from.

import { fullDate } from '#basics/dates'
import { uiText, type Lang } from './text.ts'

const { from: parse } = Temporal.PlainDate

export const dateText = (iso: string, lang: Lang): string => fullDate(parse(iso), lang)

/** Validity is kept end exclusive; people say the last day. Without a first day it has always been so. */
export function spanText(validFrom: string | null, validTo: string | null, lang: Lang): string {
  const words = uiText(lang)
  const last = validTo === null ? null : fullDate(parse(validTo).subtract({ days: 1 }), lang)
  if (validFrom === null) return last === null ? words.nothingStated : words.untilDay(last)
  const first = dateText(validFrom, lang)
  return last === null ? words.sinceDay(first) : `${first} – ${last}`
}

/** A document's line, invention, or somebody who entered it here. */
export function originText(origin: string, lang: Lang): string {
  const words = uiText(lang)
  if (origin.startsWith('demonstration')) return words.invented
  const line = /\.txt\D*(\d+)/.exec(origin)?.[1]
  if (line) return words.printedLine(line)
  return origin === 'here' || origin === 'entered' ? words.enteredHere : origin
}
