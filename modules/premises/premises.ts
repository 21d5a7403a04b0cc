// The rules of premises: a property holds buildings, a building rooms; what lies in something that ends, ends with it.
import { refuse } from '#basics/refusal'

type PlainDate = Temporal.PlainDate
const { compare } = Temporal.PlainDate

/** A designation is never empty: what no source prints is said. */
export const notStated = 'ej angivet'

export interface Span {
  /** Null: it stood here before the register was kept. */
  readonly from: PlainDate | null
  readonly to: PlainDate | null
}

export function mustEndAfterStart(from: PlainDate | null, to: PlainDate, field: string): void {
  if (from && compare(to, from) <= 0)
    refuse({
      code: 'ends_before_start',
      status: 422,
      field,
      sv: `Den första dagen utan måste ligga efter ${from}.`,
      en: `The first day without must lie after ${from}.`,
    })
}

/** What begins in something must begin while that is there. */
export function mustLieWithin(from: PlainDate, around: Span, field: string): void {
  if ((around.from && compare(from, around.from) < 0) || (around.to && compare(from, around.to) >= 0))
    refuse({
      code: 'not_there_then',
      status: 422,
      field,
      sv: 'Det som det ligger i finns inte den dagen. Välj en annan dag.',
      en: 'What it lies in is not there on that day. Choose another day.',
    })
}

export const isThere = ({ from, to }: Span, on: PlainDate): boolean =>
  (from === null || compare(from, on) <= 0) && (to === null || compare(on, to) < 0)
