// Which period the figures of a unit are shown for: a month or a tertial, read out of the address; the latest that is
// over unless asked. Pure.
import { monthName } from '#basics/dates'
import type { Lang } from '#basics/lang'
import { month, monthOf, months, tertial, tertialOf } from '#basics/period'
import type { BoundedPeriod } from '#basics/period'
import { portalText } from './portal-text.ts'

type PlainDate = Temporal.PlainDate

export interface ShownPeriod {
  readonly kind: 'month' | 'tertial'
  /** `2012-09`, `2012-T2`: as it stands in the address. */
  readonly key: string
  readonly period: BoundedPeriod
}

const keyOfMonth = ({ from }: BoundedPeriod): string => from.toString().slice(0, 7)
const keyOfTertial = ({ from }: BoundedPeriod): string => `${from.year}-T${Math.ceil(from.month / 4)}`
const asMonth = (period: BoundedPeriod): ShownPeriod => ({ kind: 'month', key: keyOfMonth(period), period })
const asTertial = (period: BoundedPeriod): ShownPeriod => ({ kind: 'tertial', key: keyOfTertial(period), period })

/** Unknown words and days to come give the usual period. */
export function readPeriod(asked: string | null, today: PlainDate): ShownPeriod {
  const usual = asMonth(monthOf(today.with({ day: 1 }).subtract({ days: 1 })))
  const [, year = '', t, m] = /^(\d{4})-(?:T([1-3])|(\d{2}))$/.exec(asked ?? '') ?? []
  const number = Number(t ?? m)
  if (year === '' || number < 1 || number > 12 || Number(year) < 1990) return usual
  const found = t ? asTertial(tertial(Number(year), number)) : asMonth(month(Number(year), number))
  return Temporal.PlainDate.compare(found.period.from, today) > 0 ? usual : found
}

export const before = (shown: ShownPeriod): ShownPeriod => {
  const last = shown.period.from.subtract({ days: 1 })
  return shown.kind === 'month' ? asMonth(monthOf(last)) : asTertial(tertialOf(last))
}

/** `september 2012`, `Tertial 2 2012`. */
export function periodName({ kind, period }: ShownPeriod, lang: Lang): string {
  return kind === 'month'
    ? `${monthName(period.from.month, lang)} ${period.from.year}`
    : portalText[lang].tertial(Math.ceil(period.from.month / 4), period.from.year)
}

/** The twelve months that end with the shown period, the running month last when it is shown. */
export function monthsShown({ period }: ShownPeriod, today: PlainDate): readonly BoundedPeriod[] {
  const end = Temporal.PlainDate.compare(period.to, today) > 0 ? monthOf(today).to : period.to
  return months({ from: end.subtract({ months: 12 }), to: end })
}

/** What can be chosen: the running month and those before, the tertials that have begun. */
export function periodChoices(today: PlainDate): readonly ShownPeriod[] {
  const last = monthOf(today)
  const some = months({ from: last.from.subtract({ months: 12 }), to: last.to }).toReversed()
  const tertials = new Map(some.map(({ from }) => [keyOfTertial(tertialOf(from)), tertialOf(from)]))
  return [...some.map(asMonth), ...[...tertials.values()].map(asTertial)]
}
