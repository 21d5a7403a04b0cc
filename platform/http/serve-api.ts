// Puts the ops on the wire: strict shapes, problem+json, Idempotency-Key, If-Match and ETag, and no undeclared field out.
import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { forbidden, refuse } from '#basics/refusal'
import { mayEver } from '../access.ts'
import type { Stage } from '../act.ts'
import { act, look } from '../act.ts'
import type { Input, ServedOp } from './api.ts'
import type { CookieRules } from './credentials.ts'
import { langOf, refuseForeignSite, signedIn } from './credentials.ts'
import { fromForm } from './form.ts'
import type { OpFacts } from './op.ts'
import { asRefusal, faultProblem, problemOf } from './problem.ts'
import { Problem } from './shape.ts'
import type { Uploads } from './uploads.ts'
import { readUpload } from './uploads.ts'
import { validate } from './validate.ts'

const prefix = '/api/v1'

export interface ApiHost {
  readonly stage: Stage
  readonly cookieRules: CookieRules
  readonly uploads: Uploads
}

export function serveApi(server: FastifyInstance, host: ApiHost, ops: readonly ServedOp[]): void {
  for (const served of ops) {
    const { op } = served
    const status = op.status ?? (op.answer ? 200 : 204)
    server.route({
      method: op.method,
      url: prefix + op.path.replaceAll(/\{(\w+)\}/g, ':$1'),
      schema: { response: { ...(op.answer ? { [status]: op.answer } : {}), '4xx': Problem, '5xx': Problem } },
      // Our own validator speaks both languages and names fields; the framework only parses.
      validatorCompiler: () => () => true,
      handler: (request, reply) => answer(host, served, status, request, reply),
    })
  }
  server.all(`${prefix}/*`, (request, reply) => {
    const lang = langOf(request)
    void reply
      .code(404)
      .type('application/problem+json')
      .send({
        type: 'about:blank',
        status: 404,
        code: 'no_such_operation',
        title: lang === 'sv' ? 'Finns inte' : 'Not found',
        detail:
          lang === 'sv'
            ? 'Det finns ingen sådan operation. Se /api/openapi.json.'
            : 'There is no such operation. See /api/openapi.json.',
      })
  })
}

async function answer(
  host: ApiHost,
  served: ServedOp,
  status: number,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const { op } = served
  try {
    const who = await signedIn(host.stage, request, host.cookieRules)
    if (!who) return refuse({ code: 'sign_in', status: 401, sv: 'Logga in först.', en: 'Sign in first.' })
    if (op.method !== 'GET') refuseForeignSite(request)
    if (!mayEver(who.actor, op.access)) forbidden(op.access)
    const key = idempotencyKey(op, request)
    const input = await readInput(host, op, request)
    if (served.read) {
      const found = await look(host.stage, who.tenant, who.actor, (view) => served.read!(view, input))
      return send(reply, 200, found)
    }
    const once =
      key === undefined ? undefined : { key, bodyHash: hashOf(op.id, request.params, input.file ?? request.body) }
    const result = await act(
      host.stage,
      who.tenant,
      who.actor,
      (deed) => served.write!(deed, input),
      once ? { once } : {},
    )
    if (!served.answer) return await reply.code(204).send()
    const fresh = await look(host.stage, who.tenant, who.actor, (view) => served.answer!(view, result, input))
    return send(reply, status, fresh)
  } catch (error) {
    return problem(error, request, reply)
  }
}

function send(reply: FastifyReply, status: number, body: unknown): unknown {
  const version = (body as { version?: unknown } | null)?.version
  if (typeof version === 'number') void reply.header('etag', `"${version}"`)
  return reply.code(status).type('application/json; charset=utf-8').send(body)
}

async function readInput(host: ApiHost, op: OpFacts, request: FastifyRequest): Promise<Input<OpFacts>> {
  const params = op.params ? validate(op.params, request.params, 'path') : undefined
  const query = op.query
    ? validate(op.query, fromForm(op.query, asValues(request.query)), 'query')
    : refuseQuery(request)
  if (op.body && (request.body === undefined || request.body === null || typeof request.body !== 'object'))
    refuse({
      code: 'body_missing',
      status: 400,
      field: 'body',
      sv: 'Skicka ett JSON-objekt.',
      en: 'Send a JSON object.',
    })
  const body = op.body ? validate(op.body, request.body, 'body') : undefined
  const version = op.versioned ? ifMatch(request) : 0
  const file = op.upload ? await readUpload(request, host.uploads) : undefined
  return { params, query, body, file, version, lang: langOf(request), stage: host.stage } as Input<OpFacts>
}

function asValues(query: unknown): Record<string, string[]> {
  const values: Record<string, string[]> = {}
  for (const [name, value] of Object.entries((query ?? {}) as Record<string, unknown>))
    values[name] = Array.isArray(value) ? value.map(String) : [String(value)]
  return values
}

function refuseQuery(request: FastifyRequest): undefined {
  const [name] = Object.keys(request.query ?? {})
  if (name !== undefined)
    refuse({
      code: 'invalid_query',
      status: 422,
      field: name,
      sv: 'Parametern finns inte. Ta bort den.',
      en: 'There is no such parameter. Remove it.',
    })
  return undefined
}

function ifMatch(request: FastifyRequest): number {
  const header = request.headers['if-match']
  const seen = /^(?:W\/)?"(\d{1,9})"$/.exec(header ?? '')
  if (!seen)
    refuse({
      code: 'version_missing',
      status: 428,
      field: 'If-Match',
      sv: 'Skicka If-Match med den version du såg (ETag).',
      en: 'Send If-Match with the version you saw (ETag).',
    })
  return Number(seen[1])
}

function idempotencyKey(op: OpFacts, request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key']
  if (op.method !== 'POST' || key === undefined) return undefined
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,200}$/.test(key))
    refuse({
      code: 'bad_idempotency_key',
      status: 422,
      field: 'Idempotency-Key',
      sv: 'Nyckeln ska vara 8–200 tecken utan blanksteg.',
      en: 'The key must be 8–200 characters without spaces.',
    })
  return key
}

export function hashOf(...parts: unknown[]): Buffer {
  return createHash('sha256').update(JSON.stringify(parts)).digest()
}

export function problem(error: unknown, request: FastifyRequest, reply: FastifyReply): unknown {
  const lang = langOf(request)
  const refusal = asRefusal(error)
  if (refusal) {
    if (refusal.status === 429) void reply.header('retry-after', '900')
    return reply.code(refusal.status).type('application/problem+json').send(problemOf(refusal, lang))
  }
  request.log.error({ fault: faultFacts(error) }, 'fault')
  return reply.code(500).type('application/problem+json').send(faultProblem(lang, request.id))
}

/** What may be logged of a fault: its kind, code and place, never a value. */
export function faultFacts(error: unknown): { name: string; code?: string; stack?: string } {
  if (!(error instanceof Error)) return { name: 'unknown' }
  const code = (error as Error & { code?: unknown }).code
  const places = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .join('\n')
  return { name: error.name, ...(typeof code === 'string' ? { code } : {}), stack: places }
}
