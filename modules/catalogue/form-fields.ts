// What a form is made of: fields of twelve kinds, in order. A version of a form never changes; these rules say what a
// new version must fulfil before it is made.
import { Problems } from '#basics/refusal'
import type { Words } from '#basics/refusal'
import type { Condition } from './form-condition.ts'

export const fieldKinds = [
  'text',
  'long_text',
  'number',
  'date',
  'choice',
  'several',
  'person',
  'unit',
  'place',
  'system',
  'file',
  'amount',
] as const
export type FieldKind = (typeof fieldKinds)[number]

/** Kinds whose answer is one row of a register. */
export const referenceKinds = ['person', 'unit', 'place', 'system'] as const satisfies readonly FieldKind[]
export type ReferenceKind = (typeof referenceKinds)[number]

export interface FieldOption {
  readonly value: string
  readonly label: Words
}

export interface FormField {
  readonly key: string
  readonly kind: FieldKind
  readonly label: Words
  readonly hint?: Words
  readonly required: boolean
  /** What a number counts: st, tim, m². */
  readonly unit?: Words
  /** Decimals a number may have; none unless told. */
  readonly decimals?: number
  /** A number's least and greatest; nothing below zero unless told. */
  readonly min?: number
  readonly max?: number
  readonly options?: readonly FieldOption[]
  readonly showWhen?: Condition
}

export const isReference = (kind: FieldKind): kind is ReferenceKind =>
  (referenceKinds as readonly FieldKind[]).includes(kind)

/** Reads the fields of a stored version. What was stored has been checked; a plain unit counts for both languages. */
export function storedFields(stored: unknown): readonly FormField[] {
  return (stored as readonly (Omit<FormField, 'unit'> & { unit?: Words | string })[]).map(({ unit, ...field }) => ({
    ...field,
    ...(unit === undefined ? {} : { unit: typeof unit === 'string' ? { sv: unit, en: unit } : unit }),
  }))
}

const limits = { fields: 60, options: 50, conditions: 30 } as const
const keyForm = /^[a-z][a-z0-9_]{0,39}$/

/** Refuses with every fault of the form at once, named `fields.3.key`. */
export function checkFields(fields: readonly FormField[]): void {
  const problems = new Problems()
  if (fields.length > limits.fields)
    problems.add(
      'fields',
      `Ett formulär kan ha högst ${limits.fields} frågor.`,
      `A form can have at most ${limits.fields} questions.`,
    )
  const above = new Map<string, FormField>()
  for (const [n, field] of fields.entries()) {
    checkField(field, `fields.${n}`, above, problems)
    above.set(field.key, field)
  }
  problems.done()
}

function checkField(field: FormField, at: string, above: ReadonlyMap<string, FormField>, problems: Problems): void {
  // `constructor` is a word of every object: an answer must never be found where none was given.
  if (!keyForm.test(field.key) || field.key in {})
    problems.add(
      `${at}.key`,
      'Nyckeln ska vara små bokstäver a–z, siffror och understreck.',
      'The key must be lower-case letters a–z, digits and underscores.',
    )
  if (above.has(field.key))
    problems.add(
      `${at}.key`,
      'En annan fråga har samma nyckel. Byt den ena.',
      'Another question has the same key. Change one of them.',
    )
  if (field.label.sv.trim() === '')
    problems.add(`${at}.label.sv`, 'Skriv frågan på svenska.', 'Write the question in Swedish.')
  if (field.label.en.trim() === '')
    problems.add(`${at}.label.en`, 'Skriv frågan på engelska.', 'Write the question in English.')
  checkOptions(field, at, problems)
  checkNumber(field, at, problems)
  if (field.showWhen !== undefined) checkCondition(field.showWhen, `${at}.showWhen`, above, problems)
}

function checkOptions({ kind, options = [] }: FormField, at: string, problems: Problems): void {
  const chosen = kind === 'choice' || kind === 'several'
  if (!chosen && options.length > 0)
    problems.add(
      `${at}.options`,
      'Bara frågor med val kan ha svarsalternativ.',
      'Only questions with choices can have options.',
    )
  if (!chosen) return
  if (options.length < (kind === 'choice' ? 2 : 1) || options.length > limits.options)
    problems.add(
      `${at}.options`,
      `Ange mellan två och ${limits.options} svarsalternativ.`,
      `Give between two and ${limits.options} options.`,
    )
  const values = new Set<string>()
  for (const [n, option] of options.entries()) {
    if (option.value.trim() === '' || values.has(option.value))
      problems.add(
        `${at}.options.${n}`,
        'Varje alternativ ska ha ett eget värde.',
        'Each option must have a value of its own.',
      )
    if (option.label.sv.trim() === '' || option.label.en.trim() === '')
      problems.add(
        `${at}.options.${n}`,
        'Skriv alternativet på svenska och engelska.',
        'Write the option in Swedish and English.',
      )
    values.add(option.value)
  }
}

function checkNumber({ kind, unit, decimals = 0, min, max }: FormField, at: string, problems: Problems): void {
  if (kind === 'number' && unit === undefined)
    problems.add(
      `${at}.unit`,
      'Ange vad som räknas, till exempel st eller tim.',
      'Say what is counted, for example pcs or h.',
    )
  if (kind !== 'number' && (unit !== undefined || decimals !== 0 || min !== undefined || max !== undefined))
    problems.add(
      `${at}.unit`,
      'Bara tal har enhet, decimaler och gränser.',
      'Only numbers have unit, decimals and bounds.',
    )
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 3)
    problems.add(`${at}.decimals`, 'Ett tal kan ha 0–3 decimaler.', 'A number can have 0–3 decimals.')
  if (min !== undefined && max !== undefined && min > max)
    problems.add(`${at}.max`, 'Det största talet är mindre än det minsta.', 'The greatest number is below the least.')
}

/** A condition asks only about fields above, so that the form reads from the top and no two hide each other. */
export function checkCondition(
  condition: Condition,
  at: string,
  above: ReadonlyMap<string, FormField>,
  problems: Problems,
): void {
  const seen = { count: 0 }
  const walk = (part: unknown): boolean => {
    seen.count += 1
    if (seen.count > limits.conditions || typeof part !== 'object' || part === null) return false
    const node = part as Record<string, unknown>
    if (Array.isArray(node['all'])) return only(node, 'all') && node['all'].length > 0 && node['all'].every(walk)
    if (Array.isArray(node['any'])) return only(node, 'any') && node['any'].length > 0 && node['any'].every(walk)
    if ('not' in node) return only(node, 'not') && walk(node['not'])
    return checkLeaf(node, at, above, problems)
  }
  if (!walk(condition))
    problems.add(
      at,
      'Villkoret går inte att läsa. Välj en fråga ovanför och vad svaret ska vara.',
      'The condition cannot be read. Choose a question above and what the answer must be.',
    )
}

const only = (node: object, ...keys: string[]): boolean => Object.keys(node).every((key) => keys.includes(key))

function checkLeaf(
  node: Record<string, unknown>,
  at: string,
  above: ReadonlyMap<string, FormField>,
  problems: Problems,
): boolean {
  const asked = typeof node['field'] === 'string' ? above.get(node['field']) : undefined
  if (typeof node['field'] !== 'string') return false
  if (!asked) {
    problems.add(
      at,
      `Villkoret frågar efter ”${node['field']}”, som inte står ovanför.`,
      `The condition asks about “${node['field']}”, which does not stand above.`,
    )
    return true
  }
  const wanted = 'is' in node ? [node['is']] : Array.isArray(node['oneOf']) ? (node['oneOf'] as unknown[]) : []
  if (wanted.some((value) => typeof value !== 'string')) return false
  const unknown =
    asked.options === undefined
      ? undefined
      : wanted.find((value): value is string => !asked.options?.some((option) => option.value === value))
  if (unknown !== undefined)
    problems.add(
      at,
      `”${unknown}” är inget svarsalternativ på frågan ”${asked.label.sv}”.`,
      `“${unknown}” is no option of the question “${asked.label.en}”.`,
    )
  if ('is' in node) return only(node, 'field', 'is')
  if ('oneOf' in node) return only(node, 'field', 'oneOf') && wanted.length > 0
  if ('atLeast' in node)
    return (
      only(node, 'field', 'atLeast') &&
      Number.isFinite(node['atLeast']) &&
      (asked.kind === 'number' || asked.kind === 'amount')
    )
  return only(node, 'field', 'filled') && node['filled'] === true
}
