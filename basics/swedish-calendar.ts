// The Swedish year, 1990–2100: which days are red, which eves are off in statutory time, and what days are called.
// The rules are rows of basics/law; here they become dates. Bridge days and half-days are the organisation's to decide.

import { isInForce, NAMED_DAYS, type DayFormula, type NamedDayKind, type TimeLimitRule } from './law.ts'
import { refuse, type Words } from './refusal.ts'

type PlainDate = Temporal.PlainDate
const PlainDate = Temporal.PlainDate

export const FIRST_YEAR = 1990
export const LAST_YEAR = 2100

export interface NamedDay extends Words {
  readonly date: PlainDate
  readonly key: string
  readonly kind: NamedDayKind
}

/** Every named day of a year in date order. Two may share a date: Ascension fell on May Day in 2008. */
export function namedDays(year: number): readonly NamedDay[] {
  return yearOf(year).all
}

/** What the day is called, the weightiest name first, or undefined for a day without a name. */
export function namedDay(date: PlainDate): NamedDay | undefined {
  return yearOf(date.year).byDate.get(date.toString())
}

/** Public holiday by law 1989:253. Every Sunday is one; only those with a name of their own are listed in the year. */
export function isRed(date: PlainDate): boolean {
  return date.dayOfWeek === 7 || namedDay(date)?.kind === 'red'
}

/** A named red day or one of the three eves: closed, unless a schedule says otherwise (model.md §3). */
export function isOffByLaw(date: PlainDate): boolean {
  const kind = namedDay(date)?.kind
  return kind === 'red' || kind === 'eve'
}

/** Law 1930:173 2 §: what falls on such a day may be done on the next weekday. */
export function isOffInStatutoryTime(date: PlainDate): boolean {
  return date.dayOfWeek >= 6 || isOffByLaw(date)
}

/**
 * When a time limit counted from a day ends (law 1930:173). A week, month or year ends on the day of the same name or
 * number, or on the last of the month; where it is a last day to act it moves to the next weekday. Not for promises:
 * those are agreements and count working days.
 */
export function endOfTimeLimit(
  from: PlainDate,
  limit: Pick<TimeLimitRule, 'amount' | 'unit' | 'lastDayToAct'>,
): PlainDate {
  const end = from.add({ [limit.unit]: limit.amount }, { overflow: 'constrain' })
  return limit.lastDayToAct ? nextStatutoryDay(end) : end
}

export function nextStatutoryDay(date: PlainDate): PlainDate {
  let day = date
  // The longest run of such days is five (Christmas, Easter); ten is a bound, not a rule.
  for (let step = 0; step < 10 && isOffInStatutoryTime(day); step += 1) day = day.add({ days: 1 })
  return day
}

/** Easter Sunday by the Gregorian computus (Meeus, Astronomical Algorithms, ch. 8). */
export function easterSunday(year: number): PlainDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return PlainDate.from({ year, month: Math.floor(n / 31), day: (n % 31) + 1 })
}

interface Year {
  readonly all: readonly NamedDay[]
  readonly byDate: ReadonlyMap<string, NamedDay>
}

const years = new Map<number, Year>()
const WEIGHT: Record<NamedDayKind, number> = { red: 0, eve: 1, named: 2 }

function yearOf(year: number): Year {
  const known = years.get(year)
  if (known) return known
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) {
    refuse({
      code: 'outside_calendar',
      status: 422,
      sv: `Kalendern täcker åren ${FIRST_YEAR}–${LAST_YEAR}. Året ${year} ligger utanför.`,
      en: `The calendar covers ${FIRST_YEAR}–${LAST_YEAR}. The year ${year} is outside it.`,
    })
  }
  const all = NAMED_DAYS.map(({ key, kind, sv, en, day, ...force }) => ({
    key,
    kind,
    sv,
    en,
    date: dateIn(year, day),
    force,
  }))
    .filter(({ date, force }) => isInForce(force, date))
    .map(({ force: _, ...named }): NamedDay => named)
    .sort((a, b) => PlainDate.compare(a.date, b.date) || WEIGHT[a.kind] - WEIGHT[b.kind])
  const byDate = new Map<string, NamedDay>()
  for (const named of all) if (!byDate.has(named.date.toString())) byDate.set(named.date.toString(), named)
  const made = { all, byDate }
  years.set(year, made)
  return made
}

function dateIn(year: number, formula: DayFormula): PlainDate {
  if (formula.kind === 'easter') return easterSunday(year).add({ days: formula.offset })
  const date = PlainDate.from({ year, month: formula.month, day: formula.day })
  return formula.kind === 'fixed' ? date : date.add({ days: (formula.weekday - date.dayOfWeek + 7) % 7 })
}
