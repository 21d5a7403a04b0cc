// What the pages of this room share: the day they are read on, spans of validity in words, sources, and the form that
// asks for another day.
import type { ComponentChildren } from 'preact'
import { fullDate } from '#basics/dates'
import type { Lang } from '#basics/lang'
import type { View } from '#platform/act'
import type { Visit } from '#platform/http/site'
import { DateField, FilterMenu, Notice, Tools } from '#ui'
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

export interface DayFormProps {
  readonly visit: Visit
  readonly on: PlainDate
  readonly wrong: boolean
  readonly path: string
  /** What the address already has, kept when the day changes. */
  readonly kept?: Readonly<Record<string, string>>
  /** Other tools of the same row. */
  readonly children?: ComponentChildren
}

/** The row of tools above what is read on a day: which day it is, and a way to another. */
export function DayForm({ visit, on, wrong, path, kept, children }: DayFormProps) {
  const { lang } = visit
  const words = organisationText[lang].any
  return (
    <>
      {wrong && (
        <Notice tone="warn" live="alert" small class="mb4">
          {words.wrongDate}
        </Notice>
      )}
      <Tools>
        <FilterMenu
          lang={lang}
          action={visit.href(path)}
          hidden={kept}
          icon="calendar"
          label={`${words.date}: ${fullDate(on, lang)}`}
          submit={words.show}
        >
          <DateField
            lang={lang}
            name="datum"
            id="dag"
            label={words.date}
            value={wrong ? (visit.query.get('datum') ?? '') : on.toString()}
            error={wrong ? words.wrongDate : undefined}
          />
        </FilterMenu>
        {children}
      </Tools>
    </>
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
