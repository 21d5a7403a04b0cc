// The OpenAPI 3.1 document of the ops: the shapes are JSON Schema already, so nothing is converted.
import { exampleOf } from './example.ts'
import type { OpFacts } from './op.ts'
import { Problem } from './shape.ts'
import type { TSchema } from './shape.ts'

interface ObjectShape {
  readonly properties?: Record<string, TSchema>
  readonly required?: readonly string[]
}

export function openApi(ops: readonly OpFacts[], version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  const shared = sharedAnswers(ops)
  for (const op of ops.toSorted((a, b) => (a.path + a.method < b.path + b.method ? -1 : 1)))
    (paths[`/api/v1${op.path}`] ??= {})[op.method.toLowerCase()] = operation(op, shared)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Kontoret',
      version,
      description:
        'Everything a page can do, an integration can do. Amounts are öre, quantities thousandths, instants UTC.',
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }],
    tags: [...new Set(ops.map((op) => op.tag))].toSorted().map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'kontoret' } },
      schemas: {
        Problem: plain(Problem),
        ...Object.fromEntries(
          [...shared].map(([schema, name]) => [name, { ...plain(schema), examples: [exampleOf(schema)] }]),
        ),
      },
    },
  }
}

/** What several operations answer with stands once, named after the first of them. */
function sharedAnswers(ops: readonly OpFacts[]): ReadonlyMap<TSchema, string> {
  const uses = new Map<TSchema, OpFacts[]>()
  for (const op of ops) if (op.answer) uses.set(op.answer, [...(uses.get(op.answer) ?? []), op])
  const named = [...uses].flatMap(([schema, by]) => {
    const first = by.map((op) => op.id).toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))[0]
    if (by.length < 2 || first === undefined) return []
    const name = first.replace(/^read/, '')
    return [[schema, (name[0] ?? '').toUpperCase() + name.slice(1)] as const]
  })
  return new Map(named)
}

const rank = (id: string): number => (id.startsWith('read') ? 0 : 1)

function operation(op: OpFacts, shared: ReadonlyMap<TSchema, string>): Record<string, unknown> {
  const status = String(op.status ?? (op.answer ? 200 : 204))
  return {
    operationId: op.id,
    tags: [op.tag],
    summary: op.summary,
    'x-access': op.access,
    parameters: [
      ...parameters('path', op.params),
      ...parameters('query', op.query),
      ...(op.versioned
        ? [
            {
              name: 'If-Match',
              in: 'header',
              required: true,
              schema: { type: 'string' },
              description: 'The version you saw, as in ETag',
            },
          ]
        : []),
      ...(op.method === 'POST'
        ? [
            {
              name: 'Idempotency-Key',
              in: 'header',
              required: false,
              schema: { type: 'string', minLength: 8, maxLength: 200 },
              description: 'Repeat safely: the same key and body give the same answer',
            },
          ]
        : []),
    ],
    ...(op.upload
      ? {
          requestBody: {
            required: true,
            content: { 'multipart/form-data': { schema: fileBody, example: { file: '%PDF-1.7 …' } } },
          },
        }
      : {}),
    ...(op.body
      ? {
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: plain(op.body),
                example: op.example ?? exampleOf(op.body),
              },
            },
          },
        }
      : {}),
    responses: {
      [status]: {
        description: 'Done',
        ...(op.answer ? { content: { 'application/json': answered(op.answer, shared.get(op.answer)) } } : {}),
        ...(op.versioned || hasVersion(op.answer)
          ? { headers: { ETag: { description: 'The version, for If-Match', schema: { type: 'string' } } } }
          : {}),
      },
      default: {
        description: 'Refused: what is wrong and what to do',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

/** Media type and limit of the file itself are told by the refusals of what is not taken. */
const fileBody = {
  type: 'object',
  required: ['file'],
  additionalProperties: false,
  properties: {
    file: {
      type: 'string',
      contentMediaType: 'application/octet-stream',
      description: 'At most 20 MB; its name is the part’s filename, its type is found in its bytes',
    },
  },
}

const answered = (schema: TSchema, name: string | undefined) =>
  name === undefined
    ? { schema: plain(schema), example: exampleOf(schema) }
    : { schema: { $ref: `#/components/schemas/${name}` } }

function parameters(where: 'path' | 'query', schema: object | undefined): unknown[] {
  const { properties = {}, required = [] } = (schema ?? {}) as ObjectShape
  return Object.entries(properties).map(([name, field]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: plain(field),
    example: exampleOf(field, name),
  }))
}

const hasVersion = (answer: ObjectShape | undefined): boolean => answer?.properties?.['version'] !== undefined

const plain = (schema: object): object => JSON.parse(JSON.stringify(schema)) as object
