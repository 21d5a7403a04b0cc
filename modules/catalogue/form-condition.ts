// Whether a field of a form is shown: one small tree over the answers that stand above it. The browser and the server
// run this same function over the same typed values, so this file imports nothing.

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly field: string; readonly is: string }
  | { readonly field: string; readonly oneOf: readonly string[] }
  | { readonly field: string; readonly atLeast: number }
  | { readonly field: string; readonly filled: true }

/** What was typed or chosen, by field: text, a number, several choices. A field that is not shown has no value. */
export type ConditionValues = Readonly<Record<string, unknown>>

export function holds(condition: Condition, values: ConditionValues): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, values))
  if ('any' in condition) return condition.any.some((part) => holds(part, values))
  if ('not' in condition) return !holds(condition.not, values)
  const given = textsOf(values[condition.field])
  if ('is' in condition) return given.includes(condition.is)
  if ('oneOf' in condition) return given.some((text) => condition.oneOf.includes(text))
  if ('atLeast' in condition) return given.some((text) => numberIn(text) >= condition.atLeast)
  return given.length > 0
}

export interface ConditionalField {
  readonly key: string
  readonly showWhen?: Condition | undefined
}

/** The fields that are shown, in order. What a hidden field holds counts as nothing, also for the conditions below it. */
export function shownFields<F extends ConditionalField>(fields: readonly F[], values: ConditionValues): readonly F[] {
  const seen: Record<string, unknown> = {}
  return fields.filter((field) => {
    const shown = field.showWhen === undefined || holds(field.showWhen, seen)
    if (shown) seen[field.key] = values[field.key]
    return shown
  })
}

function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (typeof value === 'number' && Number.isFinite(value)) return [String(value)]
  if (typeof value !== 'string') return []
  const text = value.trim()
  return text === '' ? [] : [text]
}

/** `1 234,50`, `1234.5`, `1 234 kr`; NaN for what is no number, so that no bound holds. */
function numberIn(text: string): number {
  const plain = text
    .replaceAll(/[\s\u00a0\u202f]/g, '')
    .replace(/(kr|kronor|sek)$/i, '')
    .replace('\u2212', '-')
  const decimal = plain.includes(',') ? plain.replaceAll('.', '').replace(',', '.') : plain
  return /^[+-]?\d+(\.\d+)?$/.test(decimal) ? Number(decimal) : Number.NaN
}
