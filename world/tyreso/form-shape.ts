// How a form of the world is written: fields of eleven kinds and conditions as one small tree.
import { type Origin, type Words, demonstration, words } from './origin.ts'

export type FieldKind =
  | 'text'
  | 'long_text'
  | 'number'
  | 'date'
  | 'choice'
  | 'several'
  | 'person'
  | 'unit'
  | 'place'
  | 'system'
  | 'file'
  | 'amount'

/** On a field of several values, `is` and `oneOf` hold when any chosen value matches. An unanswered field matches nothing. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly field: string; readonly is: string }
  | { readonly field: string; readonly oneOf: readonly string[] }
  | { readonly field: string; readonly atLeast: number }
  | { readonly field: string; readonly filled: true }

export interface Option {
  readonly value: string
  readonly label: Words
}

export interface Field {
  readonly key: string
  readonly kind: FieldKind
  readonly label: Words
  readonly hint?: Words
  readonly required: boolean
  /** For numbers: what is counted. */
  readonly unit?: Words
  readonly options?: readonly Option[]
  readonly showWhen?: Condition
}

export interface FormRow {
  readonly key: string
  readonly version: number
  readonly title: Words
  readonly intro: Words | null
  readonly fields: readonly Field[]
  readonly origin: Origin
}

type More = Partial<Pick<Field, 'hint' | 'unit' | 'showWhen' | 'required'>>

function field(kind: FieldKind, key: string, sv: string, en: string, more: More = {}): Field {
  return { key, kind, label: words(sv, en), required: more.required ?? true, ...more }
}

/** One writer per field kind; required unless said otherwise. */
export const text = (key: string, sv: string, en: string, more?: More): Field => field('text', key, sv, en, more)
export const longText = (key: string, sv: string, en: string, more?: More): Field =>
  field('long_text', key, sv, en, more)
export const number = (key: string, sv: string, en: string, unit: Words, more?: More): Field =>
  field('number', key, sv, en, { ...more, unit })
export const date = (key: string, sv: string, en: string, more?: More): Field => field('date', key, sv, en, more)
export const person = (key: string, sv: string, en: string, more?: More): Field => field('person', key, sv, en, more)
export const unit = (key: string, sv: string, en: string, more?: More): Field => field('unit', key, sv, en, more)
export const place = (key: string, sv: string, en: string, more?: More): Field => field('place', key, sv, en, more)
export const system = (key: string, sv: string, en: string, more?: More): Field => field('system', key, sv, en, more)
export const file = (key: string, sv: string, en: string, more?: More): Field =>
  field('file', key, sv, en, { required: false, ...more })
export const amount = (key: string, sv: string, en: string, more?: More): Field => field('amount', key, sv, en, more)

type Choices = Readonly<Record<string, readonly [sv: string, en: string]>>

function options(choices: Choices): readonly Option[] {
  return Object.entries(choices).map(([value, [sv, en]]) => ({ value, label: words(sv, en) }))
}

export function choice(key: string, sv: string, en: string, choices: Choices, more?: More): Field {
  return { ...field('choice', key, sv, en, more), options: options(choices) }
}

export function several(key: string, sv: string, en: string, choices: Choices, more?: More): Field {
  return { ...field('several', key, sv, en, more), options: options(choices) }
}

export function form(
  key: string,
  title: readonly [sv: string, en: string],
  fields: readonly Field[],
  intro?: readonly [sv: string, en: string],
): FormRow {
  return {
    key,
    version: 1,
    title: words(...title),
    intro: intro === undefined ? null : words(...intro),
    fields,
    origin: demonstration,
  }
}

export const pieces = words('st', 'pcs')
export const optional = { required: false } as const
/** Asked for everywhere free text is written: personal identity numbers do not belong in a case. */
export const noIdentityNumbers = words('Skriv inga personnummer här.', 'Do not write personal identity numbers here.')

export type Answer = string | number | bigint | readonly string[]
export type Answers = Readonly<Record<string, Answer>>

/** Whether a condition holds for the answers given so far. */
export function holds(condition: Condition, answers: Answers): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, answers))
  if ('any' in condition) return condition.any.some((part) => holds(part, answers))
  if ('not' in condition) return !holds(condition.not, answers)
  const given = answers[condition.field]
  if (given === undefined) return false
  const chosen = Array.isArray(given) ? (given as readonly string[]) : [String(given)]
  if ('is' in condition) return chosen.includes(condition.is)
  if ('oneOf' in condition) return condition.oneOf.some((one) => chosen.includes(one))
  if ('atLeast' in condition) return Number(given) >= condition.atLeast
  return chosen.some((one) => one.trim() !== '')
}
