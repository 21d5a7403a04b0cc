// Half-open periods of days: `from` is in, `to` is out, and `to` may be missing for a period that is still open.
// Validity, budget years, charging months and assignments are all of this one shape (model.md §9).

import { refuse } from './refusal.ts'

type PlainDate = Temporal.PlainDate
const PlainDate = Temporal.PlainDate

export interface Period {
  readonly from: PlainDate
  /** The first day that is no longer in the period; null = open. */
  readonly to: PlainDate | null
}

/** A period with both ends, so that it has a length. */
export interface BoundedPeriod extends Period {
  readonly to: PlainDate
}

/** `field` is what the caller calls the end. */
export function period(from: PlainDate, to: PlainDate, field?: string): BoundedPeriod
export function period(from: PlainDate, to: PlainDate | null, field?: string): Period
export function period(from: PlainDate, to: PlainDate | null, field = 'to'): Period {
  if (to !== null && PlainDate.compare(from, to) >= 0) {
    refuse({
      code: 'empty_period',
      status: 422,
      field,
      sv: 'Slutet måste komma efter början.',
      en: 'The end must come after the beginning.',
    })
  }
  return { from, to }
}

/** As people say it, the last day included: 1 January to 31 December. */
export function throughPeriod(from: PlainDate, last: PlainDate): BoundedPeriod {
  return period(from, last.add({ days: 1 }))
}

export function month(year: number, number: number): BoundedPeriod {
  return ofMonths(year, number, 1, 12)
}

export function quarter(year: number, number: number): BoundedPeriod {
  return ofMonths(year, number, 3, 4)
}

/** The four-month period of municipal interim reports: 1 = January–April. */
export function tertial(year: number, number: number): BoundedPeriod {
  return ofMonths(year, number, 4, 3)
}

export function year(number: number): BoundedPeriod {
  return ofMonths(number, 1, 12, 1)
}

export function monthOf(date: PlainDate): BoundedPeriod {
  return month(date.year, date.month)
}

export function tertialOf(date: PlainDate): BoundedPeriod {
  return tertial(date.year, Math.ceil(date.month / 4))
}

export function contains(p: Period, date: PlainDate): boolean {
  return PlainDate.compare(p.from, date) <= 0 && (p.to === null || PlainDate.compare(date, p.to) < 0)
}

/** Every day of `inner` is a day of `outer`. */
export function covers(outer: Period, inner: Period): boolean {
  return PlainDate.compare(outer.from, inner.from) <= 0 && compareEnds(inner.to, outer.to) <= 0
}

export function overlaps(a: Period, b: Period): boolean {
  return intersection(a, b) !== null
}

/** The days the two have in common, or null when there are none. */
export function intersection(a: Period, b: BoundedPeriod): BoundedPeriod | null
export function intersection(a: Period, b: Period): Period | null
export function intersection(a: Period, b: Period): Period | null {
  const from = PlainDate.compare(a.from, b.from) >= 0 ? a.from : b.from
  const to = compareEnds(a.to, b.to) <= 0 ? a.to : b.to
  return to !== null && PlainDate.compare(from, to) >= 0 ? null : { from, to }
}

export function days(p: BoundedPeriod): number {
  return p.from.until(p.to, { largestUnit: 'days' }).days
}

/** The calendar months that the period touches, in order. */
export function months(p: BoundedPeriod): BoundedPeriod[] {
  const found: BoundedPeriod[] = []
  for (let at = monthOf(p.from); PlainDate.compare(at.from, p.to) < 0; at = monthOf(at.to)) found.push(at)
  return found
}

/** The first two that overlap in a list where none may: prices, versions, coordinators of a customer. */
export function firstOverlap<T extends Period>(periods: readonly T[]): [T, T] | null {
  const sorted = [...periods].sort((a, b) => PlainDate.compare(a.from, b.from))
  let widest = sorted[0]
  for (const next of sorted.slice(1)) {
    if (widest && overlaps(widest, next)) return [widest, next]
    if (!widest || compareEnds(next.to, widest.to) > 0) widest = next
  }
  return null
}

function ofMonths(yearNumber: number, number: number, length: number, count: number): BoundedPeriod {
  if (!Number.isInteger(number) || number < 1 || number > count)
    throw new RangeError(`no such part of a year: ${number}`)
  const from = PlainDate.from({ year: yearNumber, month: (number - 1) * length + 1, day: 1 })
  return { from, to: from.add({ months: length }) }
}

function compareEnds(a: PlainDate | null, b: PlainDate | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  return PlainDate.compare(a, b)
}
