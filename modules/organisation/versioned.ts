// Every update says which version it saw (design.md §4): the row is locked, and a race lost is said, never overwritten.
import { lostRace, notFound } from '#basics/refusal'

export function asSeen<R extends { readonly version: number }>(row: R | undefined, version: number): R {
  if (!row) return notFound()
  if (row.version !== version) lostRace()
  return row
}

/** Rows that people enter carry this; the world's carry a document's line or `demonstration` (model.md §8). */
export const entered = 'entered'

export const date = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
export const dateOrNull = (text: string | null | undefined): Temporal.PlainDate | null => (text ? date(text) : null)
