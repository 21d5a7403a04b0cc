// Makes a value that a shape accepts, so that a request can be right in all but the one thing it is sent to prove.
// Ids and codes are asked for by the field's name, so that they can point at things that exist.
import type { TSchema } from '#platform/http/shape'

export interface Node {
  readonly type?: string
  readonly format?: string
  readonly pattern?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly items?: TSchema
  readonly anyOf?: readonly TSchema[]
  readonly properties?: Readonly<Record<string, TSchema>>
  readonly required?: readonly string[]
  readonly patternProperties?: Readonly<Record<string, TSchema>>
}

/** A known value for a field of this name; undefined = anything that fits. */
export type Known = (name: string) => string | undefined

const texts = ['Prov', 'prov', '1', '07:45', '16:45', '556000-0000', 'KIT', 'jag', 'P1D']
let unique = 0

export function specimen(schema: TSchema, known: Known, name = ''): unknown {
  const node = schema as Node
  if (node.const !== undefined) return node.const
  if (node.enum) return node.enum[0]
  const option = node.anyOf?.find((one) => (one as Node).type !== 'null')
  if (option) return specimen(option, known, name)
  switch (node.type) {
    case 'object':
      return objectOf(node, known)
    case 'array':
      return node.minItems ? [specimen(node.items ?? {}, known, name.replace(/s$/, ''))] : []
    case 'integer':
    case 'number':
      return Math.max(node.minimum ?? 1, Math.min(1, node.maximum ?? 1))
    case 'boolean':
      return false
    case 'string':
      return textOf(node, known, name)
    case 'null':
      return null
    default:
      return {}
  }
}

function objectOf(node: Node, known: Known): Record<string, unknown> {
  const entries = Object.entries(node.properties ?? {})
    .filter(([name]) => node.required?.includes(name))
    .map(([name, field]) => [name, specimen(field, known, name)] as const)
  return Object.fromEntries(entries)
}

function textOf(node: Node, known: Known, name: string): string {
  const wanted = known(name)
  if (wanted !== undefined) return wanted
  if (node.format === 'uuid') return '01890000-0000-7000-8000-000000000000'
  if (node.format === 'date') return '2012-04-03'
  if (node.format === 'date-time') return '2012-04-03T08:00:00Z'
  if (node.pattern) {
    const form = new RegExp(node.pattern)
    const fits = texts.find((text) => form.test(text)) ?? ''
    const more = fits + String((unique += 1))
    return /^prov$/i.test(fits) && form.test(more) ? more : fits
  }
  const text = `Prov ${(unique += 1)}`
  return text.slice(0, node.maxLength ?? 80).padEnd(node.minLength ?? 1, 'x')
}
