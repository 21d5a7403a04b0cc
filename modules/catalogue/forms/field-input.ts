// Between a field of a form and the plain boxes of the editor: options as lines, a condition as question, word and value.
// Pure; form-fields.ts says what is wrong with what comes out.
import { fold } from '#basics/text-fold'
import type { Static } from '#platform/http/shape'
import { oneOf, optional, shape, text, Type } from '#platform/http/shape'
import type { Condition } from '../form-condition.ts'
import type { FieldOption, FormField } from '../form-fields.ts'
import { fieldKinds } from '../form-fields.ts'

export const conditionWordsOf = ['is', 'not', 'oneOf', 'atLeast', 'filled'] as const
export type ConditionWord = (typeof conditionWordsOf)[number]

/** The condition stays as it is: it is composed, and these boxes cannot hold it. */
export const kept = '*'

export const FieldInput = shape({
  key: optional(text(40)),
  kind: oneOf(fieldKinds),
  labelSv: text(500),
  labelEn: text(500),
  hintSv: optional(text(500)),
  hintEn: optional(text(500)),
  required: optional(Type.Boolean()),
  unitSv: optional(text(30)),
  unitEn: optional(text(30)),
  decimals: optional(Type.Integer({ minimum: 0, maximum: 3 })),
  options: optional(text(5000)),
  condField: optional(text(40)),
  condWord: optional(oneOf(conditionWordsOf)),
  condValue: optional(text(500)),
})
export type FieldInput = Static<typeof FieldInput>

export function fieldOf(input: FieldInput, earlier?: FormField): FormField {
  const { labelSv: sv, labelEn: en, kind } = input
  const chosen = kind === 'choice' || kind === 'several'
  const showWhen = conditionOf(input, earlier)
  return {
    key: earlier?.key ?? input.key ?? keyOf(sv),
    kind,
    label: { sv: sv.trim(), en: en.trim() },
    required: input.required ?? false,
    ...(input.hintSv || input.hintEn
      ? { hint: { sv: input.hintSv ?? input.hintEn ?? '', en: input.hintEn ?? input.hintSv ?? '' } }
      : {}),
    ...(kind === 'number' ? numberFacts(input) : {}),
    ...(chosen ? { options: optionsOf(input.options ?? '') } : {}),
    ...(showWhen ? { showWhen } : {}),
  }
}

function numberFacts({ unitSv, unitEn, decimals }: FieldInput): Pick<FormField, 'unit' | 'decimals'> {
  const unit = unitSv || unitEn ? { unit: { sv: unitSv ?? unitEn ?? '', en: unitEn ?? unitSv ?? '' } } : {}
  return { ...unit, ...(decimals ? { decimals } : {}) }
}

export function keyOf(label: string): string {
  const key = fold(label)
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_0-9]+|_+$/g, '')
    .slice(0, 40)
  return key === '' ? 'fraga' : key
}

/** `value | sv | en` per line; one word alone is all three. */
export function optionsOf(lines: string): readonly FieldOption[] {
  return lines
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim()))
    .filter((parts) => parts[0] !== undefined && parts[0] !== '')
    .map(([first = '', sv, en]) =>
      sv ? { value: first, label: { sv, en: en || sv } } : { value: keyOf(first), label: { sv: first, en: first } },
    )
}

export const optionLines = (options: readonly FieldOption[] = []): string =>
  options.map((option) => [option.value, option.label.sv, option.label.en].join(' | ')).join('\n')

function conditionOf(
  { condField, condWord = 'is', condValue = '' }: FieldInput,
  earlier?: FormField,
): Condition | undefined {
  if (condField === kept) return earlier?.showWhen
  if (!condField) return undefined
  const values = condValue
    .split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '')
  switch (condWord) {
    case 'is':
      return { field: condField, is: condValue.trim() }
    case 'not':
      return { not: { field: condField, is: condValue.trim() } }
    case 'oneOf':
      return { field: condField, oneOf: values }
    case 'atLeast':
      return { field: condField, atLeast: condValue.trim() === '' ? Number.NaN : Number(condValue.replace(',', '.')) }
    case 'filled':
      return { field: condField, filled: true }
  }
}

export interface ConditionBoxes {
  readonly field: string
  readonly word: ConditionWord
  readonly value: string
}

/** The three boxes of a condition, or null when it is composed of more. */
export function boxesOf(condition: Condition | undefined): ConditionBoxes | null {
  if (condition === undefined) return { field: '', word: 'is', value: '' }
  if ('not' in condition)
    return 'is' in condition.not ? { field: condition.not.field, word: 'not', value: condition.not.is } : null
  if ('is' in condition) return { field: condition.field, word: 'is', value: condition.is }
  if ('oneOf' in condition) return { field: condition.field, word: 'oneOf', value: condition.oneOf.join(', ') }
  if ('atLeast' in condition) return { field: condition.field, word: 'atLeast', value: String(condition.atLeast) }
  return 'filled' in condition ? { field: condition.field, word: 'filled', value: '' } : null
}

/** Up or down one place; conditions that then ask about a field below are said to be wrong by the rules. */
export function moved(fields: readonly FormField[], key: string, by: -1 | 1): readonly FormField[] {
  const from = fields.findIndex((field) => field.key === key)
  const to = from + by
  const [field, other] = [fields[from], fields[to]]
  if (!field || !other) return fields
  return fields.with(from, other).with(to, field)
}

export const without = (fields: readonly FormField[], key: string): readonly FormField[] =>
  fields.filter((field) => field.key !== key)
