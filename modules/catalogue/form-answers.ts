// Reads the answers to a version of a form. Hidden fields are dropped, required means required when shown, a date that
// does not exist is told with what was printed and what may have been meant (TY-068), and an answer to a question that
// does not exist is refused by name. Nothing is stored that has not passed here.
import { fullDate, readDate } from '#basics/dates'
import type { Lang } from '#basics/lang'
import { kronor, readKronor } from '#basics/money'
import type { Words } from '#basics/refusal'
import { Problems } from '#basics/refusal'
import { isId } from '#basics/id'
import { holds } from './form-condition.ts'
import { isReference } from './form-fields.ts'
import type { FormField, ReferenceKind } from './form-fields.ts'

/** A row of a register as it was called when it was chosen. */
export interface ReferenceAnswer {
  readonly id: string
  readonly label: string
}

/**
 * What is stored: text and date as text, a number as a number, an amount in öre, a choice by its value, several and files
 * as lists, a reference with its label.
 */
export type Answer = string | number | readonly string[] | ReferenceAnswer
export type Answers = Readonly<Record<string, Answer>>

/** As sent: by field, text or numbers or lists. A reference may have its id beside the text under `key.id`. */
export type SentAnswers = Readonly<Record<string, unknown>>

export interface AskedReference {
  readonly key: string
  readonly kind: ReferenceKind
  /** The chosen row; else what was typed, to be found by name. */
  readonly id: string | null
  readonly text: string
}

/** What the caller's registers found for each asked reference; null = nothing, or nothing the asker may see. */
export type FoundReferences = Readonly<Record<string, ReferenceAnswer | null>>

/** The references among the shown answers, for the caller to look up before the answers are checked. */
export function askedReferences(fields: readonly FormField[], sent: SentAnswers): readonly AskedReference[] {
  return shown(fields, sent).flatMap(({ key, kind }): readonly AskedReference[] => {
    if (!isReference(kind)) return []
    const text = sentText(sent[key])
    const id = sentText(sent[`${key}.id`])
    if (isId(id)) return [{ key, kind, id, text }]
    if (isId(text)) return [{ key, kind, id: text, text: '' }]
    return text === '' ? [] : [{ key, kind, id: null, text }]
  })
}

export function checkAnswers(fields: readonly FormField[], sent: SentAnswers, found: FoundReferences): Answers {
  const problems = new Problems()
  const answers = collectAnswers(fields, sent, found, problems)
  problems.done()
  return answers
}

/** As checkAnswers, but the faults join those of the form around: `answers.<key>`. */
export function collectAnswers(
  fields: readonly FormField[],
  sent: SentAnswers,
  found: FoundReferences,
  problems: Problems,
): Answers {
  const known = new Set(fields.flatMap(({ key, kind }) => (isReference(kind) ? [key, `${key}.id`] : [key])))
  for (const name of Object.keys(sent))
    if (!known.has(name))
      problems.add(
        `answers.${name}`,
        'Frågan finns inte i formuläret. Ta bort svaret.',
        'There is no such question in the form. Remove the answer.',
      )
  const answers: Record<string, Answer> = {}
  for (const field of shown(fields, sent)) {
    const given = read(field, sent, found)
    if (isFault(given)) problems.add(`answers.${field.key}`, given.sv, given.en)
    else if (given !== null) answers[field.key] = given
    else if (field.required) problems.add(`answers.${field.key}`, ...missing(field))
  }
  return answers
}

/** Conditions are asked of what was typed, exactly as in the browser; only an amount sent in öre is turned to kronor. */
function shown(fields: readonly FormField[], sent: SentAnswers): readonly FormField[] {
  const seen: Record<string, unknown> = {}
  return fields.filter((field) => {
    if (field.showWhen !== undefined && !holds(field.showWhen, seen)) return false
    const value = sent[field.key]
    seen[field.key] = field.kind === 'amount' && typeof value === 'number' ? value / 100 : value
    return true
  })
}

const isFault = (given: Answer | Words | null): given is Words =>
  typeof given === 'object' && given !== null && 'sv' in given
const fault = (sv: string, en: string): Words => ({ sv, en })
const sentText = (value: unknown): string => (typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : '')

function missing({ kind }: FormField): [string, string] {
  if (kind === 'choice') return ['Välj ett av alternativen.', 'Choose one of the options.']
  if (kind === 'several') return ['Välj minst ett av alternativen.', 'Choose at least one of the options.']
  if (kind === 'file') return ['Lägg till minst en fil.', 'Add at least one file.']
  if (isReference(kind)) return ['Välj i listan.', 'Choose from the list.']
  return ['Svara på frågan.', 'Answer the question.']
}

/** The answer, null when nothing was given, or the words of what is wrong. */
function read(field: FormField, sent: SentAnswers, found: FoundReferences): Answer | Words | null {
  const raw = sent[field.key]
  const nothing =
    raw === undefined ||
    raw === null ||
    (typeof raw === 'string' && raw.trim() === '') ||
    (Array.isArray(raw) && raw.every((one) => one === ''))
  if (nothing && !(isReference(field.kind) && sentText(sent[`${field.key}.id`]) !== '')) return null
  switch (field.kind) {
    case 'text':
      return readText(raw, 200)
    case 'long_text':
      return readText(raw, 10_000)
    case 'number':
      return readNumber(field, raw)
    case 'amount':
      return readAmount(raw)
    case 'date':
      return readDay(raw)
    case 'choice':
      return readChoice(field, raw)
    case 'several':
      return readSeveral(field, raw)
    case 'file':
      return readFiles(raw)
    case 'person':
    case 'unit':
    case 'place':
    case 'system':
      return (
        found[field.key] ??
        fault(
          'Det du skrev finns inte i listan. Välj något som finns där.',
          'What you wrote is not in the list. Choose something that is.',
        )
      )
  }
}

function readText(raw: unknown, most: number): string | Words {
  if (typeof raw !== 'string') return fault('Ska vara text.', 'Must be text.')
  const text = sentText(raw)
  return text.length <= most ? text : fault(`Skriv högst ${most} tecken.`, `Write at most ${most} characters.`)
}

function readNumber({ decimals = 0, min = 0, max = 1e9 }: FormField, raw: unknown): number | Words {
  const plain = (typeof raw === 'number' ? String(raw) : sentText(raw))
    .replaceAll(/[\s\u00a0\u202f]/g, '')
    .replace(',', '.')
    .replace('\u2212', '-')
  const match = /^-?\d{1,12}(?:\.(\d+))?$/.exec(plain)
  if (!match) return fault('Skriv ett tal, till exempel 12.', 'Write a number, for example 12.')
  if ((match[1]?.replace(/0+$/, '').length ?? 0) > decimals)
    return decimals === 0
      ? fault('Skriv ett heltal.', 'Write a whole number.')
      : fault(`Skriv högst ${decimals} decimaler.`, `Write at most ${decimals} decimals.`)
  const value = Number(plain)
  if (value < min) return fault(`Ska vara minst ${min}.`, `Must be at least ${min}.`)
  return value > max ? fault(`Ska vara högst ${max}.`, `Must be at most ${max}.`) : value + 0
}

function readAmount(raw: unknown): number | Words {
  if (typeof raw === 'number')
    return Number.isSafeInteger(raw) && raw >= 0
      ? raw
      : fault('Ska vara ett belopp i hela ören, minst 0.', 'Must be an amount in whole öre, at least 0.')
  const reading = readKronor(sentText(raw))
  if (!reading.ok) return reading
  return reading.value >= 0n && reading.value <= 9_000_000_000_000_000n
    ? Number(reading.value)
    : fault('Ska vara ett belopp som är minst 0.', 'Must be an amount that is at least 0.')
}

function readDay(raw: unknown): string | Words {
  const reading = readDate(sentText(raw))
  if (reading.ok) return reading.value.toString()
  const { proposal } = reading
  if (!proposal) return fault(reading.sv, reading.en)
  return fault(`${reading.sv} Menade du ${proposal}?`, `${reading.en} Did you mean ${proposal}?`)
}

function readChoice({ options = [] }: FormField, raw: unknown): string | Words {
  const value = Array.isArray(raw) && raw.length === 1 ? (raw[0] as unknown) : raw
  return options.some((option) => option.value === value)
    ? (value as string)
    : fault('Välj ett av alternativen.', 'Choose one of the options.')
}

function readSeveral({ options = [] }: FormField, raw: unknown): readonly string[] | Words {
  const values = new Set((Array.isArray(raw) ? raw : [raw]).filter((value) => value !== ''))
  const chosen = options.filter((option) => values.has(option.value)).map((option) => option.value)
  return chosen.length === values.size ? chosen : fault('Välj bland alternativen.', 'Choose among the options.')
}

function readFiles(raw: unknown): readonly string[] | Words {
  const ids = (Array.isArray(raw) ? raw : [raw]) as unknown[]
  if (ids.length > 20) return fault('Lägg till högst 20 filer.', 'Add at most 20 files.')
  return ids.every((id) => typeof id === 'string' && isId(id))
    ? [...new Set(ids as string[])]
    : fault('Filen gick inte att läsa. Lägg till den igen.', 'The file could not be read. Add it again.')
}

/** A stored answer in words, for whoever reads the case. */
export function answerText(field: FormField, answer: Answer, lang: Lang): string {
  const label = (value: string): string => field.options?.find((option) => option.value === value)?.label[lang] ?? value
  if (typeof answer === 'object') return 'id' in answer ? answer.label : answer.map(label).join(', ')
  if (typeof answer === 'number')
    return field.kind === 'amount' ? kronor(BigInt(answer), lang) : numberText(answer, field.unit?.[lang], lang)
  if (field.kind === 'date') return fullDate(Temporal.PlainDate.from(answer), lang)
  return field.kind === 'choice' ? label(answer) : answer
}

function numberText(value: number, unit: string | undefined, lang: Lang): string {
  const text = lang === 'sv' ? String(value).replace('.', ',') : String(value)
  return unit === undefined ? text : `${text} ${unit}`
}
