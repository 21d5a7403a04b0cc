// What comes of reading something a person typed or a document printed: the value, or the printed text kept as it was
// with words about what is wrong and, where one intention is obvious, a proposal. Nothing is silently changed (TY-068).

import { refuse, type Words } from './refusal.ts'

export interface Misread<T> extends Words {
  readonly ok: false
  /** Exactly what was typed or printed. */
  readonly printed: string
  /** What was probably meant. Shown as a question, never taken by itself. */
  readonly proposal?: T
}

export type Reading<T> = { readonly ok: true; readonly value: T } | Misread<T>

export function readable<T>(value: T): Reading<T> {
  return { ok: true, value }
}

export function misread<T>(printed: string, words: Words, proposal?: T): Misread<T> {
  return { ok: false, printed, sv: words.sv, en: words.en, ...(proposal === undefined ? {} : { proposal }) }
}

/** The value, or a refusal that names the field. For a deed; an import keeps the reading as an error row instead. */
export function valueOf<T>(reading: Reading<T>, field: string): T {
  if (reading.ok) return reading.value
  return refuse({ code: 'unreadable', status: 422, sv: reading.sv, en: reading.en, field })
}
