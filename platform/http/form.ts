// Turns what a browser sends (names and strings) into the values a shape expects, so that a page's form and the API
// are checked by the same contract. A name with dots is a nested field; an empty optional field is left out.
import { readDate } from '#basics/dates'
import type { TSchema } from './shape.ts'

export type FormValues = Readonly<Record<string, readonly string[]>>

interface Node {
  readonly type?: string
  readonly format?: string
  readonly properties?: Record<string, TSchema>
  readonly required?: readonly string[]
  readonly items?: TSchema
  readonly anyOf?: readonly TSchema[]
  readonly patternProperties?: Record<string, TSchema>
}

export function formValues(search: URLSearchParams): FormValues {
  const values = Object.create(null) as Record<string, string[]>
  for (const [name, value] of search) (values[name] ??= []).push(value)
  return values
}

/** Reads the fields of `schema` out of a form; names outside the schema are passed on so that they are refused by name. */
export function fromForm(schema: TSchema, values: FormValues, ignore: readonly string[] = []): unknown {
  // Names come from outside: neither `constructor` nor `__proto__` may reach what every object has.
  const out = Object.create(null) as Record<string, unknown>
  const node = schema as Node
  for (const [name, raw] of Object.entries(values)) {
    if (ignore.includes(name)) continue
    const [head = '', ...rest] = name.split('.')
    const field = fieldOf(node, head)
    if (rest.length > 0 && field) {
      const record = (out[head] ??= Object.create(null)) as Record<string, unknown>
      const inner = fieldOf(field, rest.join('.'))
      const value = inner ? read(inner, raw, isRequired(field, rest.join('.'))) : raw.length > 1 ? raw : raw[0]
      if (value !== undefined) record[rest.join('.')] = value
    } else if (field) {
      const value = read(field, raw, isRequired(node, head))
      if (value !== undefined) out[head] = value
    } else out[name] = raw.length > 1 ? raw : raw[0]
  }
  return out
}

const fieldOf = (node: Node, name: string): TSchema | undefined =>
  node.properties && Object.hasOwn(node.properties, name) ? node.properties[name] : undefined
const isRequired = (node: Node, name: string): boolean => node.required?.includes(name) ?? false

function read(schema: TSchema, raw: readonly string[], required: boolean): unknown {
  const node = schema as Node
  const first = (raw[0] ?? '').replaceAll('\r\n', '\n').trim()
  if (node.type === 'array') {
    const item = node.items
    return raw.filter((value) => value !== '').map((value) => (item ? read(item, [value], true) : value))
  }
  const nullableOf = node.anyOf?.find((option) => (option as Node).type !== 'null')
  if (node.anyOf?.some((option) => (option as Node).type === 'null') && nullableOf)
    return first === '' ? null : read(nullableOf, raw, true)
  if (first === '' && !required) return undefined
  if (node.type === 'integer' || node.type === 'number') {
    const plain = first
      .replaceAll(/[\s\u00a0]/g, '')
      .replace(',', '.')
      .replace('\u2212', '-')
    return plain !== '' && Number.isFinite(Number(plain)) ? Number(plain) : first
  }
  if (node.type === 'boolean') return first === 'true' || first === 'on' ? true : first === 'false' ? false : first
  return node.format === 'date' ? asDay(first) : first
}

/** `30/4 2012` and `30 april 2012` are days as well; what is none stands as it was written, and is refused by name. */
function asDay(written: string): string {
  const reading = readDate(written)
  return reading.ok ? reading.value.toString() : written
}
