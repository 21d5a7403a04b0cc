// T-API: every operation gets what does not belong in its address, its headers and its body.
import type { OpFacts } from '#platform/http/op'
import { allOps } from '../app/application.ts'
import type { CastName } from '../world/scene.ts'
import type { BadGround } from './bad-ground.ts'
import { actorFor, sideBySide, some } from './bad-ground.ts'
import { attacksOn, hostileCursors, hostilePaths, nobody, spotsOf, withValue } from './hostile.ts'
import { specimen } from './specimen.ts'
import type { Node } from './specimen.ts'
import type { Tally } from './tally.ts'

interface Sent {
  readonly path?: string
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly body?: unknown
  readonly payload?: string | Buffer
  readonly headers?: Readonly<Record<string, string | undefined>>
  /** Statuses one of which is due; otherwise any that is no fault. */
  readonly due?: readonly number[]
}

export async function badOperations(ground: BadGround, tally: Tally): Promise<void> {
  await sideBySide(allOps(), 4, async ({ op }) => {
    const asker = new Asker(ground, tally, op, await actorFor(ground.scene, op.access))
    await asker.findVersion()
    await asker.ask('as it should be', {})
    const { perRoute } = ground
    for (const attempt of some(badAddresses(ground, asker), perRoute)) await asker.ask(...attempt)
    if (op.body) for (const attempt of some(badBodies(ground, asker, op.body), perRoute)) await asker.ask(...attempt)
    if (op.body) for (const attempt of some(badContents, perRoute)) await asker.ask(...attempt)
    if (op.versioned) await badVersions(asker)
    if (op.method === 'POST') await badKeys(asker)
  })
}

/** Asks one operation, right in all but what is given. */
class Asker {
  readonly op: OpFacts
  readonly who: CastName
  readonly body: unknown
  readonly #ground: BadGround
  readonly #tally: Tally
  #version = '"1"'

  constructor(ground: BadGround, tally: Tally, op: OpFacts, who: CastName) {
    const known = ground.furnished.known(op.path)
    this.op = op
    this.who = who
    this.body = op.body && specimen(op.body, (name) => (name === 'code' ? undefined : known(name)))
    this.#ground = ground
    this.#tally = tally
  }

  /** The version the thing has now: the first that is not stale. Nothing is kept, so trying changes nothing. */
  async findVersion(): Promise<void> {
    if (!this.op.versioned) return
    for (let version = 1; version <= 6; version++) {
      this.#version = `"${version}"`
      if ((await this.ask('its version', {})) !== 412) return
    }
  }

  path(values: Readonly<Record<string, string>> = {}): string {
    const known = this.#ground.furnished.known(this.op.path)
    return `/api/v1${this.op.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(values[name] ?? known(name) ?? nobody),
    )}`
  }

  async ask(what: string, sent: Sent): Promise<number> {
    const { server, cookieOf } = this.#ground.served
    const json = this.op.body && sent.method === undefined
    const payload = sent.payload ?? (json ? JSON.stringify('body' in sent ? sent.body : this.body) : undefined)
    const headers = {
      cookie: await cookieOf(this.who),
      'sec-fetch-site': 'same-origin',
      ...(json ? { 'content-type': 'application/json' } : {}),
      ...(this.op.versioned ? { 'if-match': this.#version } : {}),
      ...sent.headers,
    }
    const reply = await server.inject({
      method: sent.method ?? this.op.method,
      url: sent.path ?? this.path(),
      headers: Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined)),
      ...(payload === undefined ? {} : { payload }),
    })
    this.#tally.count(`${this.op.id} ${what} as ${this.who}`, reply, sent.due)
    return reply.statusCode
  }
}

type Attempt = readonly [what: string, sent: Sent]

function badAddresses(ground: BadGround, asker: Asker): Attempt[] {
  const { op } = asker
  const inPath = Object.keys((op.params as Node | undefined)?.properties ?? {}).flatMap((name) =>
    [ground.foreign, ...hostilePaths].map((value): Attempt => [
      `path ${name} ${JSON.stringify(value).slice(0, 20)}`,
      { path: asker.path({ [name]: value }) },
    ]),
  )
  const inQuery = Object.entries((op.query as Node | undefined)?.properties ?? {}).flatMap(([name, schema]) => {
    const attacks = attacksOn(schema, ground.foreign)
    const texts = attacks.map(({ value }) => (typeof value === 'string' ? value : JSON.stringify(value)))
    const values = [...texts, ...(name === 'cursor' ? hostileCursors : [])].map(
      (text) => `${name}=${encodeURIComponent(text.toWellFormed().slice(0, 9000))}`,
    )
    const queries = [...values, `${name}=1&${name}=2`, `${name}=%E0%A4%A&${name}[x]=1`]
    return queries.map((query): Attempt => [`query ${query.slice(0, 40)}`, { path: `${asker.path()}?${query}` }])
  })
  return [
    ...inPath,
    ...inQuery,
    ['an unknown parameter', { path: `${asker.path()}?okand=1`, due: [404, 422, 428] }],
    ...(['GET', 'POST', 'PUT', 'DELETE'] as const).map((method): Attempt => [`by ${method}`, { method }]),
  ]
}

function badBodies(ground: BadGround, asker: Asker, schema: Node): Attempt[] {
  const whole = asker.body as object
  return [
    ['an unknown field', { body: { ...whole, okant: 1 }, due: [403, 404, 422] }],
    ...[[], {}, { okant: 1 }, 'text', 1, null, true].map((body): Attempt => [`body ${JSON.stringify(body)}`, { body }]),
    ...spotsOf(schema).flatMap(({ path, schema: there }) =>
      attacksOn(there, ground.foreign).map(({ what, value }): Attempt => [
        `body ${path.join('.')} ${what}`,
        { body: withValue(whole, path, value) },
      ]),
    ),
  ]
}

const unreadable = [400, 403, 404, 413, 415, 422, 428]
const brokenJson: readonly (readonly [string, string | Buffer])[] = [
  ...['{', '{"a":', 'a=1', '[1,]', '\0', '{"a":1}{"b":2}', '"'.repeat(99), '', '{"__proto__":{"a":1}}'].map(
    (text) => [text.slice(0, 9), text] as const,
  ),
  ['half a letter', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
  ['a megabyte too much', `{"a":"${'x'.repeat(1_100_000)}"}`],
  ['ten thousand levels', '['.repeat(10_000) + ']'.repeat(10_000)],
]
const otherTypes = ['text/plain', 'application/xml', 'multipart/form-data', 'application/x-www-form-urlencoded', 'x']

const badContents: readonly Attempt[] = [
  ...brokenJson.map(([what, payload]): Attempt => [`broken JSON ${what}`, { payload, due: unreadable }]),
  ...otherTypes.map((type): Attempt => [
    `content of type ${type}`,
    { payload: '{"a":1}', headers: { 'content-type': type }, due: unreadable },
  ]),
]

/** The body is right, so only a thing that is not there or not one's own may come before the version. */
async function badVersions(asker: Asker): Promise<void> {
  for (const seen of [undefined, '', '1', '"x"', '"-1"', '"1e9"', '*'])
    await asker.ask(`If-Match ${seen}`, { headers: { 'if-match': seen }, due: [428] })
  const due = (await asker.ask('as it should be', {})) < 300 ? [412] : [403, 404, 409, 412, 422]
  await asker.ask('a stale If-Match', { headers: { 'if-match': '"999999999"' }, due })
}

async function badKeys(asker: Asker): Promise<void> {
  for (const key of ['kort', 'åäöåäöåäö', 'x'.repeat(201), 'a b c d e f'])
    await asker.ask(`Idempotency-Key ${key.slice(0, 9)}`, { headers: { 'idempotency-key': key }, due: [422] })
}
