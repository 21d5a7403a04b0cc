// Checks input against its shape and says, in both languages, which field is wrong and how to mend it.
import { readDate } from '#basics/dates'
import type { FieldProblem } from '#basics/refusal'
import { refuse } from '#basics/refusal'
import { Compile } from 'typebox/compile'
import type { Static, TSchema } from './shape.ts'

interface SchemaError {
  readonly keyword: string
  readonly instancePath: string
  readonly params: Record<string, unknown>
}

const compiled = new WeakMap<TSchema, ReturnType<typeof Compile>>()

function checker(schema: TSchema): ReturnType<typeof Compile> {
  let made = compiled.get(schema)
  if (!made) {
    made = Compile(schema)
    compiled.set(schema, made)
  }
  return made
}

export function validate<S extends TSchema>(schema: S, value: unknown, where: 'body' | 'query' | 'path'): Static<S> {
  const check = checker(schema)
  const fits: boolean = check.Check(value)
  const problems = fits ? unstorable(value) : fieldProblems(check.Errors(value) as Iterable<SchemaError>, value)
  if (problems.length === 0) return trusted(value)
  const n = problems.length
  return refuse({
    code: where === 'body' ? 'invalid_input' : `invalid_${where}`,
    status: where === 'path' ? 404 : 422,
    sv: n === 1 ? 'Ett fält behöver rättas.' : `${n} fält behöver rättas.`,
    en: n === 1 ? 'One field needs correcting.' : `${n} fields need correcting.`,
    problems,
  })
}

/** Only for what has been checked: the one place where a value takes the type of its shape. */
const trusted = (value: unknown): never => value as never

/** Text with U+0000 or half a surrogate pair: no database stores it. */
function unstorable(value: unknown, path = ''): FieldProblem[] {
  if (typeof value === 'string')
    return value.includes('\0') || !value.isWellFormed()
      ? [
          {
            field: path || 'body',
            sv: 'Texten har tecken som inte går att spara. Skriv om den.',
            en: 'The text has characters that cannot be stored. Write it anew.',
          },
        ]
      : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => [
    ...unstorable(name, path),
    ...unstorable(inner, path ? `${path}.${name}` : name),
  ])
}

function fieldProblems(errors: Iterable<SchemaError>, value: unknown): FieldProblem[] {
  const found = new Map<string, FieldProblem>()
  const add = (field: string, sv: string, en: string): void => {
    if (!found.has(field)) found.set(field, { field, sv, en })
  }
  const all = [...errors]
  const choices = new Set(all.filter((e) => e.keyword === 'anyOf' || e.keyword === 'oneOf').map((e) => e.instancePath))
  for (const error of all) {
    const path = error.instancePath.slice(1).replaceAll('/', '.')
    const below = (name: unknown): string => (path ? `${path}.${String(name)}` : String(name))
    if (error.keyword === 'additionalProperties') {
      for (const name of (error.params['additionalProperties'] as string[] | undefined) ?? [])
        add(below(name), 'Fältet finns inte. Ta bort det.', 'There is no such field. Remove it.')
    } else if (error.keyword === 'required') {
      for (const name of (error.params['requiredProperties'] as string[] | undefined) ?? [])
        add(below(name), 'Fyll i fältet.', 'Fill in the field.')
    } else if (error.keyword === 'boolean' || (error.keyword === 'const' && choices.has(error.instancePath))) continue
    else add(path || 'body', ...(impossibleDay(error, value) ?? words(error)))
  }
  return [...found.values()].slice(0, 50)
}

/** A day that no calendar has is kept as it was written, and the likely one is asked for, never taken (TY-068). */
function impossibleDay(error: SchemaError, whole: unknown): [string, string] | undefined {
  if (error.keyword !== 'format' || error.params['format'] !== 'date') return undefined
  const printed = error.instancePath
    .slice(1)
    .split('/')
    .reduce<unknown>((at, name) => (typeof at === 'object' && at ? (at as Record<string, unknown>)[name] : at), whole)
  const reading = typeof printed === 'string' ? readDate(printed.slice(0, 40)) : undefined
  if (!reading || reading.ok || !reading.proposal) return undefined
  const day = reading.proposal.toString()
  return [`${reading.sv} Menas ${day}?`, `${reading.en} Is ${day} meant?`]
}

function words({ keyword, params }: SchemaError): [string, string] {
  const limit = typeof params['limit'] === 'number' ? String(params['limit']) : ''
  switch (keyword) {
    case 'minLength':
      return limit === '1'
        ? ['Fyll i fältet.', 'Fill in the field.']
        : [`Skriv minst ${limit} tecken.`, `Write at least ${limit} characters.`]
    case 'maxLength':
      return [`Skriv högst ${limit} tecken.`, `Write at most ${limit} characters.`]
    case 'minItems':
      return [`Ange minst ${limit}.`, `Give at least ${limit}.`]
    case 'maxItems':
      return [`Ange högst ${limit}.`, `Give at most ${limit}.`]
    case 'minimum':
    case 'exclusiveMinimum':
      return [`Ska vara minst ${limit}.`, `Must be at least ${limit}.`]
    case 'maximum':
    case 'exclusiveMaximum':
      return [`Ska vara högst ${limit}.`, `Must be at most ${limit}.`]
    case 'format':
      return formatWords(String(params['format']))
    case 'type':
      return typeWords(String(params['type']))
    case 'enum':
    case 'const':
    case 'anyOf':
    case 'oneOf':
      return ['Välj ett av de värden som finns.', 'Choose one of the allowed values.']
    case 'pattern':
      return ['Skriv på den form som visas.', 'Write it in the form shown.']
    default:
      return ['Värdet går inte att använda. Rätta det.', 'The value cannot be used. Correct it.']
  }
}

function formatWords(format: string): [string, string] {
  if (format === 'date')
    return ['Skriv ett datum som finns, till exempel 2012-04-30.', 'Write a date that exists, for example 2012-04-30.']
  if (format === 'date-time')
    return [
      'Skriv en tidpunkt med zon, till exempel 2012-04-30T08:00:00Z.',
      'Write an instant with zone, for example 2012-04-30T08:00:00Z.',
    ]
  return ['Ska vara ett id på formen xxxxxxxx-xxxx-….', 'Must be an id of the form xxxxxxxx-xxxx-….']
}

function typeWords(type: string): [string, string] {
  if (type === 'integer') return ['Ska vara ett heltal.', 'Must be a whole number.']
  if (type === 'number') return ['Ska vara ett tal.', 'Must be a number.']
  if (type === 'boolean') return ['Ska vara ja eller nej.', 'Must be yes or no.']
  if (type === 'array') return ['Ska vara en lista.', 'Must be a list.']
  if (type === 'object') return ['Ska vara en grupp av fält.', 'Must be a group of fields.']
  return ['Ska vara text.', 'Must be text.']
}
