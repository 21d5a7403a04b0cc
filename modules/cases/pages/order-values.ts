// Words on their way into a form: given in an address, or taken over from another form. Pure.
import type { FormField } from '#catalogue'

/** As a form sends them: by `answers.<key>`, and `answers.<key>.id` for a chosen row. */
export type TypedAnswers = Readonly<Record<string, readonly string[]>>

/** `?answers.plats=…`: a link may begin what somebody is to write. */
export function prefilled(query: URLSearchParams): TypedAnswers {
  const values: Record<string, string[]> = {}
  for (const [name, value] of query) if (name.startsWith('answers.')) (values[name] ??= []).push(value.slice(0, 10_000))
  return values
}

/**
 * What was written in one form, set into another: a question with the same key first, else the first of the same kind that
 * nothing has been set into. Text goes into text, whether it is short or long, and what finds no place is put after the
 * first long text, so that no word is lost.
 */
export function carriedOver(from: readonly FormField[], to: readonly FormField[], typed: TypedAnswers): TypedAnswers {
  const values: Record<string, readonly string[]> = {}
  const homeless: string[] = []
  const given = (field: FormField): readonly string[] => typed[`answers.${field.key}`] ?? []
  const written = from.filter((field) => given(field).some((one) => one.trim() !== ''))
  for (const field of written.toSorted((a, b) => byKey(a, to) - byKey(b, to))) {
    const home = homeOf(field, to, values)
    if (home) {
      values[`answers.${home.key}`] = given(field)
      const id = typed[`answers.${field.key}.id`]
      if (id) values[`answers.${home.key}.id`] = id
    } else if (isText(field)) homeless.push(...given(field))
  }
  const rest = [...homeless, ...(typed['text'] ?? [])].filter((one) => one.trim() !== '')
  const long = to.find((field) => field.kind === 'long_text')
  if (rest.length === 0) return values
  if (!long) return { ...values, text: [rest.join('\n\n')] }
  const first = values[`answers.${long.key}`]?.[0]
  return { ...values, [`answers.${long.key}`]: [[...(first ? [first] : []), ...rest].join('\n\n')] }
}

const isText = (field: FormField): boolean => field.kind === 'text' || field.kind === 'long_text'

/** Those with a namesake go first, so that no other takes its place. */
const byKey = (field: FormField, to: readonly FormField[]): number =>
  to.some((other) => other.key === field.key && mayHold(other, field)) ? 0 : 1

function homeOf(field: FormField, to: readonly FormField[], taken: TypedAnswers): FormField | undefined {
  const free = to.filter((other) => !(`answers.${other.key}` in taken) && mayHold(other, field))
  return (
    free.find((other) => other.key === field.key) ??
    free.find((other) =>
      isText(field) ? other.kind === 'long_text' : other.kind === field.kind && field.options === undefined,
    )
  )
}

function mayHold(home: FormField, field: FormField): boolean {
  if (field.kind === 'long_text') return home.kind === 'long_text'
  if (field.kind === 'text') return isText(home)
  if (home.kind !== field.kind) return false
  const values = new Set(home.options?.map((option) => option.value))
  return (field.options ?? []).every((option) => values.has(option.value))
}
