// T-API for people's doors: every page with a hostile address, every form with hostile fields, and the doors before a seat.
// A page never answers 500 either; a refused form comes back as a page.
import type { LightMyRequestResponse } from 'fastify'
import type { TSchema } from '#platform/http/shape'
import { allPages } from '../app/application.ts'
import type { BadGround } from './bad-ground.ts'
import { actorFor, sideBySide, some } from './bad-ground.ts'
import { attacksOn, hostileCursors, hostilePaths, hostileTexts, nobody, spotsOf } from './hostile.ts'
import type { Route } from './routes.ts'
import { specimen } from './specimen.ts'
import type { Tally } from './tally.ts'

type Fields = readonly (readonly [string, string])[]

export async function badPages(ground: BadGround, tally: Tally): Promise<void> {
  const site = allPages()
  const shown = [...site.pages, ...site.downloads, ...site.redirects]
  await sideBySide(shown, 4, (page) => badAddress(ground, tally, page))
  const forms = site.pages.flatMap((page) =>
    Object.entries(page.deeds ?? {}).map(([name, { access, body }]) => ({
      path: page.path + (name ? `/${name}` : ''),
      access,
      body,
    })),
  )
  await sideBySide(forms, 4, (form) => badForm(ground, tally, form))
}

function addressOf(ground: BadGround, path: string, values: Readonly<Record<string, string>> = {}): string {
  const known = ground.furnished.known(path)
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(values[name] ?? known(name) ?? nobody),
  )
  return `/${ground.scene.tenant.slug}${filled}`
}

interface Sent {
  readonly url: string
  readonly payload?: string | Buffer
  readonly type?: string
}

async function ask(
  ground: BadGround,
  tally: Tally,
  access: string,
  what: string,
  sent: Sent,
): Promise<LightMyRequestResponse> {
  const who = await actorFor(ground.scene, access)
  const { url, payload, type = 'application/x-www-form-urlencoded' } = sent
  const reply = await ground.served.server.inject({
    method: payload === undefined ? 'GET' : 'POST',
    url,
    headers: {
      cookie: await ground.served.cookieOf(who),
      'sec-fetch-site': 'same-origin',
      ...(payload === undefined ? {} : { 'content-type': type }),
    },
    ...(payload === undefined ? {} : { payload }),
  })
  tally.count(`${what} as ${who}`, reply)
  return reply
}

async function badAddress(ground: BadGround, tally: Tally, page: { path: string; access: string }): Promise<void> {
  const at = async (what: string, url: string): Promise<LightMyRequestResponse> =>
    ask(ground, tally, page.access, `GET ${page.path} ${what}`, { url })
  const { names } = await askedNames(() => at('as it should be', addressOf(ground, page.path)))
  const values = [
    ground.foreign,
    nobody,
    '0',
    '9'.repeat(30),
    '2012-02-30',
    '9999-12-31',
    ...hostileTexts,
    ...hostileCursors,
  ]
  const url = addressOf(ground, page.path)
  const attempts: [string, string][] = [
    ['?%', `${url}?%E0%A4%A&=&a[b]=c&__proto__=1&${'x='.repeat(500)}`],
    ...[...page.path.matchAll(/:(\w+)/g)].flatMap(([, name = '']) =>
      [ground.foreign, ...hostilePaths].map((value): [string, string] => [
        `${name} ${JSON.stringify(value).slice(0, 20)}`,
        addressOf(ground, page.path, { [name]: value }),
      ]),
    ),
    ...[...names].flatMap((name) =>
      values.map((value): [string, string] => {
        const query = `?${name}=${encodeURIComponent(value.toWellFormed().slice(0, 3000))}`
        return [query.slice(0, 40), url + query]
      }),
    ),
  ]
  for (const attempt of some(attempts, ground.perPage)) await at(...attempt)
}

/** The parameters a page looks for in its address, learnt while it is shown. */
async function askedNames<T>(show: () => Promise<T>): Promise<{ result: T; names: ReadonlySet<string> }> {
  const names = new Set<string>()
  const { get, getAll, has } = URLSearchParams.prototype
  const patch = (changed: Pick<URLSearchParams, 'get' | 'getAll' | 'has'>): void =>
    void Object.assign(URLSearchParams.prototype, changed)
  patch({
    get(this: URLSearchParams, name) {
      names.add(name)
      return get.call(this, name)
    },
    getAll(this: URLSearchParams, name) {
      names.add(name)
      return getAll.call(this, name)
    },
    has(this: URLSearchParams, name) {
      names.add(name)
      return has.call(this, name)
    },
  })
  try {
    return { result: await show(), names }
  } finally {
    patch({ get, getAll, has })
  }
}

async function badForm(
  ground: BadGround,
  tally: Tally,
  form: { path: string; access: string; body: TSchema },
): Promise<void> {
  const url = addressOf(ground, form.path)
  const known = ground.furnished.known(form.path)
  const right = asFields(specimen(form.body, (name) => (name === 'code' ? undefined : known(name))))
  const post = async (what: string, fields: Fields): Promise<LightMyRequestResponse> =>
    ask(ground, tally, form.access, `POST ${form.path} ${what}`, {
      url,
      payload: new URLSearchParams(fields.map(([name, value]) => [name, value.toWellFormed()])).toString(),
    })
  const first = await post('as it should be', right)
  // A form without _version is not versioned, or stale; its version is found as an operation's is.
  let version = '0'
  for (let seen = 1; first.statusCode === 412 && seen <= 6; seen++) {
    version = String(seen)
    if ((await post('its version', [...right, ['_version', version]])).statusCode !== 412) break
  }
  const base: Fields = [...right, ['_version', version]]
  const without = (name: string): Fields => base.filter(([one]) => one !== name)
  const attempts = spotsOf(form.body).flatMap(({ path, schema }): [string, Fields][] => {
    const name = path.filter((part) => part !== '0').join('.')
    const texts = attacksOn(schema, ground.foreign).map(({ what, value }): [string, string] => [
      what,
      (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 100_000),
    ])
    return [
      ...texts.map(([what, text]): [string, Fields] => [`${name} ${what}`, [...without(name), [name, text]]]),
      [`${name} twice`, [...base, [name, '1'], [name, '2']]],
    ]
  })
  for (const attempt of some(attempts, ground.perPage)) await post(...attempt)
  for (const [name, value] of some(odd, ground.perPage)) await post(`${name} odd`, [...without(name), [name, value]])
  for (const [what, type, payload] of some(broken, ground.perPage))
    await ask(ground, tally, form.access, `POST ${form.path} ${what}`, { url, type, payload })
}

const odd: Fields = [
  ...hostileTexts.slice(0, 8).map((text) => ['_version', text] as const),
  ...['1e9', '-1', '99999999999', 'NaN'].map((text) => ['_version', text] as const),
  ...['', 'kort', 'å'.repeat(20), 'x'.repeat(500)].map((text) => ['_once', text] as const),
  ['okant', '1'],
  ['__proto__', '1'],
  ['constructor.name', '1'],
  ['a.b.c.d', '1'],
  ['.', '1'],
  ['\0', '1'],
]

const part = (disposition: string, body: string): string =>
  `--b\r\nContent-Disposition: ${disposition}\r\n\r\n${body}\r\n--b--\r\n`
const multipart = 'multipart/form-data; boundary=b'
const broken: readonly [string, string, string | Buffer][] = [
  ['JSON', 'application/json', '{"a":1}'],
  ['broken JSON', 'application/json', '{'],
  ['text', 'text/plain', 'a=1'],
  ['no boundary', 'multipart/form-data', 'a=1'],
  ['a cut multipart', multipart, '--b\r\nContent-Dis'],
  ['an empty multipart', multipart, '--b--\r\n'],
  ['a file named by a path', multipart, part('form-data; name="filer"; filename="../../../etc/passwd"', 'x')],
  ['a file without a name', multipart, part('form-data; name="filer"; filename=""', 'x')],
  ['a file named by NUL', multipart, part('form-data; name="filer"; filename="a\0b.txt"', 'x')],
  ['a file where a word belongs', multipart, part('form-data; name="_version"; filename="a.txt"', 'x')],
  ['a field named __proto__', multipart, part('form-data; name="__proto__"', 'x')],
  [
    'three hundred fields',
    multipart,
    `${'--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n'.repeat(300)}--b--\r\n`,
  ],
  ['bytes', multipart, Buffer.from([0, 255, 254, 13, 10])],
  ['a megabyte too much', 'application/x-www-form-urlencoded', `a=${'x'.repeat(1_100_000)}`],
]

function asFields(body: unknown): Fields {
  return Object.entries((body ?? {}) as Record<string, unknown>).flatMap(([name, value]) => {
    if (Array.isArray(value)) return value.map((one) => [name, String(one)] as const)
    if (typeof value === 'object' && value !== null)
      return Object.entries(value).map(([inner, one]) => [`${name}.${inner}`, String(one)] as const)
    return [[name, String(value)] as const]
  })
}

/** What is served beside operations and pages: sign-in, seats, files, assets, health. */
export async function badDoors(ground: BadGround, tally: Tally): Promise<void> {
  const served = allPages()
  const known = new Set(
    [...served.pages, ...served.downloads, ...served.redirects].map(({ path }) => `/:tenant${path}`),
  )
  // A live page answers without end when it is let in; it is asked without a seat.
  const doors = ground.routes.filter(
    ({ url }) => !url.startsWith('/api/v1') && ![...known].some((path) => url.startsWith(path)),
  )
  await sideBySide(doors, 4, (route) => badDoor(ground, tally, route))
}

async function badDoor(ground: BadGround, tally: Tally, { method, url }: Route): Promise<void> {
  const fields = ['name', 'password', 'till', 'seat', 'lang', 'theme', 'return', 'topic', 'state', 'overallt']
  const seats = url === '/:tenant/live' ? [undefined] : [undefined, await ground.served.cookieOf('employee')]
  const at = (value: string, tenant = ground.scene.tenant.slug): string =>
    url.replaceAll(/:(\w+)|\*/g, (_, name?: string) => encodeURIComponent(name === 'tenant' ? tenant : value))
  const send = async (what: string, path: string, payload?: string): Promise<void> => {
    for (const cookie of seats) {
      const headers = { 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}) }
      const form = { 'content-type': 'application/x-www-form-urlencoded' }
      const reply = await ground.served.server.inject({
        method,
        url: path,
        headers: payload === undefined ? headers : { ...headers, ...form },
        ...(payload === undefined ? {} : { payload }),
      })
      tally.count(`${method} ${url} ${what}`, reply)
    }
  }
  for (const value of some(hostilePaths, ground.perPage)) {
    await send(`at ${value.slice(0, 20)}`, at(value))
    await send(`tenant ${value.slice(0, 20)}`, at('x', value))
  }
  for (const text of some([...hostileTexts, nobody], ground.perPage)) {
    const words = new URLSearchParams(fields.map((name) => [name, text.toWellFormed().slice(0, 5000)])).toString()
    await send(
      `with ${text.slice(0, 20)}`,
      method === 'GET' ? `${at('x')}?${words}` : at('x'),
      method === 'GET' ? undefined : words,
    )
  }
}
