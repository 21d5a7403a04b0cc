// What a line says in words.
import { fullDate, localDate } from '#basics/dates'
import type { Lang } from '#basics/lang'

/** The local day of an instant. */
export const dayText = (iso: string, lang: Lang): string => fullDate(localDate(Temporal.Instant.from(iso)), lang)
