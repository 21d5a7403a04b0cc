// What the pages of this room share: the day they are read on, spans of validity in words, sources, and the form that
// asks for another day.
import { fullDate } from '#basics/dates'
import type { Lang } from '#basics/lang'
import type { View } from '#platform/act'
import type { Visit } from '#platform/http/site'
import { Button, DateField, Form } from '#ui'
import type { SelectOption } from '#ui'
import { organisationText, fill } from '../text.ts'
import { treeOn } from '../units/queries.ts'

type PlainDate = Temporal.PlainDate
const { from: parse } = Temporal.PlainDate

/** `?datum=2012-01-01`; anything else is today, and the field says why. */
export function dayAsked(view: View, visit: Visit): { readonly on: PlainDate; readonly wrong: boolean } {
  const asked = visit.query.get('datum')
  if (!asked) return { on: view.today, wrong: false }
  try {
    return { on: parse(asked), wrong: false }
  } catch {
    return { on: view.today, wrong: true }
  }
}

/** Keeps the day in links between pages that are read on it. */
export function onDay(view: View, on: PlainDate, path: string): string {
  return on.equals(view.today) ? path : `${path}${path.includes('?') ? '&' : '?'}datum=${on}`
}

export function DayForm(props: {
  readonly visit: Visit
  readonly on: PlainDate
  readonly wrong: boolean
  readonly path: string
  readonly kept?: Readonly<Record<string, string>>
}) {
  const { visit, on, wrong } = props
  const words = organisationText[visit.lang].any
  return (
    <Form method="get" action={visit.href(props.path)} hidden={props.kept} class="row2" label={words.date} enhance>
      <DateField
        lang={visit.lang}
        name="datum"
        id="dag"
        label={words.date}
        value={wrong ? (visit.query.get('datum') ?? '') : on.toString()}
        error={wrong ? words.wrongDate : undefined}
      />
      <Button small>{words.show}</Button>
    </Form>
  )
}

/** `från 1 januari 2012`, or with its last day. Validity is kept end exclusive; people say the last day. */
export function spanText(validFrom: string, validTo: string | null, lang: Lang): string {
  const words = organisationText[lang].any
  const from = fullDate(parse(validFrom), lang)
  return validTo === null
    ? fill(words.since, { from })
    : fill(words.until, { from, to: fullDate(parse(validTo).subtract({ days: 1 }), lang) })
}

export const dateText = (iso: string, lang: Lang): string => fullDate(parse(iso), lang)

/** Where a row comes from: a document's line, invention, or somebody who entered it. */
export function originText(origin: string, lang: Lang): string {
  const words = organisationText[lang].any
  if (origin === 'demonstration') return words.invented
  const line = /\.txt\D*(\d+)/.exec(origin)?.[1]
  return line ? fill(words.printed, { line }) : origin === 'entered' ? words.entered : origin
}

/** Every unit of the day to choose among, in the order of the tree, with where it lies. */
export async function unitOptions(view: View, on: PlainDate): Promise<readonly SelectOption[]> {
  const units = await treeOn(view, on)
  const names = new Map(units.map((unit) => [unit.unitId, unit.name]))
  return units.map((unit) => {
    const above = unit.parentUnitId === null ? undefined : names.get(unit.parentUnitId)
    return { value: unit.unitId, label: unit.name, ...(above ? { detail: above } : {}) }
  })
}

export const unstated = (lang: Lang) => <span class="mute">{organisationText[lang].any.unstated}</span>

export function numberText(hundredths: number, lang: Lang): string {
  const whole = Math.trunc(hundredths / 100)
  const rest = hundredths % 100
  const fraction = rest === 0 ? '' : (lang === 'sv' ? ',' : '.') + String(rest).padStart(2, '0').replace(/0$/, '')
  return `${whole}${fraction}`
}
