// A condition in words, for those without script and for the form's editor: when the field shall be filled in.
import type { Lang } from '#basics/lang'
import type { Condition } from './form-condition.ts'
import type { FormField } from './form-fields.ts'

/** `”Vad gäller det?” är ”Ny telefon”`, to stand after "Fyll i om" or "Fill in if". */
export function conditionWords(condition: Condition, fields: readonly FormField[], lang: Lang): string {
  const sv = lang === 'sv'
  const each = (parts: readonly Condition[], between: string): string =>
    parts.map((part) => conditionWords(part, fields, lang)).join(` ${between} `)
  if ('all' in condition) return each(condition.all, sv ? 'och' : 'and')
  if ('any' in condition) return each(condition.any, sv ? 'eller' : 'or')
  if ('not' in condition) return `${sv ? 'inte' : 'not'} (${conditionWords(condition.not, fields, lang)})`
  const asked = fields.find((field) => field.key === condition.field)
  const question = quoted(asked?.label[lang] ?? condition.field, lang)
  const answer = (value: string): string =>
    quoted(asked?.options?.find((option) => option.value === value)?.label[lang] ?? value, lang)
  if ('is' in condition) return `${question} ${sv ? 'är' : 'is'} ${answer(condition.is)}`
  if ('oneOf' in condition)
    return `${question} ${sv ? 'är' : 'is'} ${condition.oneOf.map(answer).join(sv ? ' eller ' : ' or ')}`
  if ('atLeast' in condition) return `${question} ${sv ? 'är minst' : 'is at least'} ${condition.atLeast}`
  return `${question} ${sv ? 'är ifyllt' : 'is filled in'}`
}

const quoted = (text: string, lang: Lang): string => (lang === 'sv' ? `”${text}”` : `“${text}”`)
