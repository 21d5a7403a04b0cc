// An example of what a shape takes, for the API document: read by people, and held to the shape by a test. An operation
// may declare a better one. The same shape always gives the same example.
import type { TSchema } from './shape.ts'

interface Node {
  readonly type?: string
  readonly format?: string
  readonly pattern?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: TSchema
  readonly anyOf?: readonly TSchema[]
  readonly properties?: Readonly<Record<string, TSchema>>
  readonly patternProperties?: Readonly<Record<string, TSchema>>
}

/** What a field of that name may well hold. A name that is not here gets a word of its own. */
const words: readonly (readonly [name: RegExp, text: string])[] = [
  [/^(sv|name|title|heading|label|addedName)$/i, 'Flytt av kontorsplats'],
  [/^en$/, 'Moving an office place'],
  [/number$/i, 'KIT-2012-00873'],
  [/reason$/i, 'Väntar på nyckel från fastighetsägaren'],
  [/^(text|body|description|words|note|comment|answer)$/i, 'Hyllan ska stå till vänster om fönstret.'],
  [/code$|^requestType$|^service$|^area$|^system$/i, 'vaktmasteri-jobb'],
  [/email|^to$/i, 'kim.klockljung@tyreso.example'],
  [/telephone/i, '08-555 01 00'],
  [/href$/i, '/arenden/KIT-2012-00873'],
  [/query$/i, '?status=new'],
  [/sort$/i, 'name'],
  [/unit$/i, 'Kontorsservice'],
  [/person|^who$|^by$/i, 'Kim Klockljung'],
  [/origin$/i, 'demonstration'],
  [/section$/i, '§ 84'],
]

/** Texts tried where a shape wants a pattern. */
const patterned = [
  'vaktmasteri-jobb',
  '07:45',
  '212000-9994',
  'KIT',
  '0'.repeat(64),
  '2012',
  '10',
  '1',
  'jag',
  'name',
  '-name',
  'KIT-2012-00873',
]

const exampleId = '01358a8c-3c00-7000-8000-000000000001'
const deepest = 6

export function exampleOf(schema: TSchema, name = 'text', depth = 0): unknown {
  const node = schema as Node
  if (node.const !== undefined) return node.const
  if (node.enum) return node.enum[0]
  const option = node.anyOf?.find((one) => (one as Node).type !== 'null')
  if (option) return depth > deepest ? null : exampleOf(option, name, depth)
  switch (node.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(node.properties ?? {}).map(([field, inner]) => [field, exampleOf(inner, field, depth + 1)]),
      )
    case 'array':
      return node.items && depth <= deepest ? [exampleOf(node.items, name.replace(/s$/, ''), depth + 1)] : []
    case 'integer':
    case 'number':
      return Math.min(node.maximum ?? Infinity, Math.max(node.minimum ?? 1, name.endsWith('Ore') ? 12_500 : 1))
    case 'boolean':
      return false
    case 'string':
      return textOf(node, name)
    case 'null':
      return null
    default:
      return {}
  }
}

function textOf(node: Node, name: string): string {
  if (node.format === 'uuid') return exampleId
  if (node.format === 'date') return '2012-10-03'
  if (node.format === 'date-time') return '2012-10-03T08:15:00Z'
  if (node.pattern) {
    const form = new RegExp(node.pattern)
    return patterned.find((text) => form.test(text)) ?? ''
  }
  const text = words.find(([form]) => form.test(name))?.[1] ?? name
  return text.slice(0, node.maxLength ?? text.length).padEnd(node.minLength ?? 0, 'x')
}
