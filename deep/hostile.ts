// What a careless or hostile caller puts where a value belongs.
import type { TSchema } from '#platform/http/shape'
import type { Node } from './specimen.ts'

export const hostileTexts: readonly string[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  '\u202egnp.exe',
  '\ufffe\uffff',
  'å'.repeat(3000),
  'x'.repeat(70_000),
  `'; drop table cases.case; --`,
  String.raw`\'"`,
  '%_%',
  "' & !( | <-> :*",
  '<script>alert(1)</script>',
  '../../../etc/passwd',
  '=HYPERLINK("http://example.com")',
  '${7*7}{{7*7}}',
  'null',
  'NaN',
  '-1',
  '1e309',
  '9223372036854775808',
  '٣',
  '\r\nSet-Cookie: a=b',
]
export const hostileDates: readonly string[] = [
  '2012-02-30',
  '2012-13-01',
  '0000-00-00',
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '+275760-09-13',
  '-271821-04-19',
  '2012-04-02T00:00:00Z',
  '20120402',
  'i går',
]
export const hostileInstants: readonly string[] = [
  '2012-04-02',
  '9999-12-31T23:59:59Z',
  '+275760-09-13T00:00:00Z',
  '-271821-04-20T00:00:00Z',
  '2012-04-02T25:00:00Z',
  '2012-04-02T10:00:00+99:00',
]
/** Well formed, pointing at nothing. */
export const nobody = '01890000-0000-7000-8000-00000000dead'
export const malformedIds: readonly string[] = ['x', '0', nobody.toUpperCase(), `${nobody} `, nobody.slice(1), '{}']
/** For a parameter in an address. */
export const hostilePaths: readonly string[] = [
  ...[nobody, 'x', '0', '-1', 'a\0b', '%', '%zz', '..', '../..', 'å', '😀', `${nobody}x`, 'x'.repeat(1900)],
  ...["';--", '{}', '9'.repeat(40), ' ', nobody.toUpperCase()],
]
/** Cursors of our form with what is no date and no id in them. */
export const hostileCursors: readonly string[] = ['received', '-received', 'due', 'name', '-name'].flatMap((s) =>
  ['x', null, '9999999-99-99', '\0', { a: 1 }].map((v) =>
    Buffer.from(JSON.stringify({ s, v, i: v === null ? 'x' : nobody })).toString('base64url'),
  ),
)
const wrongTypes: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  -1e308,
  2 ** 31,
  2 ** 53,
  2 ** 63,
  'x',
  [],
  [[]],
  [null],
  {},
  { a: { b: {} } },
]

export interface Attack {
  readonly what: string
  readonly value: unknown
}

const named = (kind: string, values: readonly unknown[]): Attack[] =>
  values.map((value, n) => ({ what: `${kind} ${n}`, value }))

/** Values to put where `schema` says what belongs; `foreign` is an id that exists in another tenant. */
export function attacksOn(schema: TSchema, foreign: string): readonly Attack[] {
  const node = (schema as Node).anyOf?.find((one) => (one as Node).type !== 'null') ?? schema
  const { type, format, maxLength, maximum, minimum, maxItems, items } = node as Node
  const attacks = [...named('type', wrongTypes)]
  if (type === 'string') attacks.push(...named('text', hostileTexts))
  if (type === 'string' && maxLength) attacks.push(...named('oversize', ['x'.repeat(maxLength + 1)]))
  // Just within the limit must be storable.
  if (type === 'string' && maxLength)
    attacks.push(...named('full', ['ö'.repeat(maxLength), '😀'.repeat(maxLength / 2)]))
  if (format === 'date') attacks.push(...named('date', hostileDates))
  if (format === 'date-time') attacks.push(...named('instant', hostileInstants))
  if (format === 'uuid') attacks.push(...named('id', [foreign, nobody, ...malformedIds]))
  if (type === 'integer' || type === 'number')
    attacks.push(
      ...named(
        'limit',
        [maximum, minimum, (maximum ?? 1e15) + 1, (minimum ?? -1e15) - 1].filter((n) => n !== undefined),
      ),
    )
  if (type === 'array') {
    const one = items && (items as Node).type === 'string' ? 'x' : {}
    attacks.push(...named('items', [[one, one], Array.from({ length: (maxItems ?? 1000) + 1 }, () => one)]))
  }
  if (type === 'object') attacks.push(...named('keys', [JSON.parse('{"__proto__":{"a":1}}'), { constructor: 1 }]))
  return attacks
}

export interface Spot {
  readonly path: readonly string[]
  readonly schema: TSchema
}

/** Every place in an object where something else could stand, with what belongs there. */
export function spotsOf(schema: TSchema, path: readonly string[] = []): readonly Spot[] {
  const node = ((schema as Node).anyOf?.find((one) => (one as Node).type !== 'null') ?? schema) as Node
  const here = path.length > 0 ? [{ path, schema }] : []
  if (path.length > 4) return here
  if (node.type === 'array' && node.items) return [...here, ...spotsOf(node.items, [...path, '0'])]
  const patterned = Object.values(node.patternProperties ?? {}).map((inner) => ['vad', inner] as const)
  return [
    ...here,
    ...[...Object.entries(node.properties ?? {}), ...patterned].flatMap(([name, inner]) =>
      spotsOf(inner, [...path, name]),
    ),
  ]
}

/** A copy with the value put in; what is missing on the way is made. */
export function withValue(whole: unknown, path: readonly string[], value: unknown): unknown {
  const [name, ...rest] = path
  if (name === undefined) return value
  if (name === '0' && (whole === undefined || Array.isArray(whole))) {
    const list = (whole ?? []) as unknown[]
    return [withValue(list[0], rest, value), ...list.slice(1)]
  }
  const inner = (typeof whole === 'object' && whole !== null ? whole : {}) as Record<string, unknown>
  return { ...inner, [name]: withValue(inner[name], rest, value) }
}
