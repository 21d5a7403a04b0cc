// Signing in, and all that can be tried around it: guesses, stolen links, forged hosts, sessions that should be over.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { act } from '#platform/act'
import { bySession } from '#platform/identity/reach'
import { openSession, tokenHash } from '#platform/identity/sessions'
import { sweepIdentity } from '#platform/identity/sweep'
import { takeAttempt } from '#platform/identity/throttle'
import { emptied } from '#platform/outbox'
import { hashPassword } from '#platform/identity/password'
import { offerSeat } from '#organisation'
import { openScene } from '../world/scene.ts'
import type { CastName, Scene } from '../world/scene.ts'
import { serveScene } from '../world/serve-scene.ts'
import type { ServedScene } from '../world/serve-scene.ts'

const right = 'en mening som jag minns'
let hash: string
let scene: Scene
let served: ServedScene
let day = 0

beforeAll(async () => {
  hash = await hashPassword(right)
  scene = await openScene()
  served = await serveScene(scene)
  await scene.appPool.query('update platform.tenant set demonstration = false where tenant_id = $1', [
    scene.tenant.tenantId,
  ])
})
afterAll(() => served.close())
// Each test has a day of its own, so that no count of attempts and no session follows it into the next.
beforeEach(async () => {
  day += 1
  scene.at(`2012-05-${String(day).padStart(2, '0')}T09:00`)
  await give('agent', hash)
})

const write = <T>(run: Parameters<typeof act<T>>[3]) =>
  scene.system().then((who) => act(scene.stage, scene.tenant, who, run))

const give = (name: CastName, passwordHash: string | null, endedAt: Temporal.Instant | null = null) =>
  write(async ({ tx }) => {
    await tx
      .updateTable('platform.account')
      .set({ password_hash: passwordHash, ended_at: endedAt })
      .where('account_id', '=', scene.ids.account[name])
      .execute()
  })

const later = (minutes: number): void => {
  const local = (scene.stage.clock ?? Temporal.Now.instant)().add({ minutes }).toZonedDateTimeISO('Europe/Stockholm')
  scene.at(local.toPlainDateTime().toString())
}

async function post(
  path: string,
  form: Record<string, string>,
  {
    from = '10.0.0.1',
    cookie,
    headers = {},
  }: { from?: string; cookie?: string; headers?: Record<string, string> } = {},
) {
  return served.server.inject({
    method: 'POST',
    url: `/${scene.tenant.slug}${path}`,
    remoteAddress: from,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      'accept-language': 'sv',
      ...(cookie ? { cookie } : {}),
      ...headers,
    },
    payload: new URLSearchParams(form).toString(),
  })
}
const tryAs = (name: string, password: string, from?: string) =>
  post('/logga-in', { name, password }, from ? { from } : {})

const cookieIn = (reply: { headers: Record<string, unknown> }): string =>
  String(reply.headers['set-cookie']).split(';')[0] ?? ''
const signInAgent = async (): Promise<string> => cookieIn(await tryAs('agent', right))
const page = (path: string, cookie: string) =>
  served.server.inject({ url: `/${scene.tenant.slug}${path}`, headers: { cookie } })
const sessionsOf = (name: CastName) =>
  scene.peek((tx) =>
    tx.selectFrom('platform.session').selectAll().where('account_id', '=', scene.ids.account[name]).execute(),
  )
const letters = () =>
  scene.peek((tx) =>
    tx
      .selectFrom('platform.outbox')
      .selectAll()
      .where('about_kind', '=', 'account')
      .where('about_id', '=', scene.ids.person.agent)
      .orderBy('created_at', 'desc')
      .orderBy('mail_id', 'desc')
      .execute(),
  )

describe('sign-in', () => {
  test('opens a session of its own, whose token is nowhere in the database', async () => {
    const reply = await tryAs(' Agent ', right)
    expect([reply.statusCode, reply.headers.location]).toEqual([303, `/${scene.tenant.slug}/`])
    const set = String(reply.headers['set-cookie'])
    expect(set).toMatch(/^kontoret=[\w-]{43}; Path=\/; SameSite=Lax; HttpOnly$/)
    const [session] = await sessionsOf('agent')
    const token = cookieIn(reply).slice('kontoret='.length)
    expect(session?.token_hash).toEqual(tokenHash(token))
    expect(JSON.stringify(session)).not.toContain(token)
    expect((await page('/notiser', cookieIn(reply))).statusCode).toBe(200)
  })

  test('a wrong name and a wrong password are told the same, and the name is kept', async () => {
    const known = await tryAs('agent', 'fel lösenord helt')
    const unknown = await tryAs('ingen-alls', 'fel lösenord helt')
    expect([known.statusCode, unknown.statusCode]).toEqual([401, 401])
    expect(known.body.replaceAll('agent', 'X')).toBe(unknown.body.replaceAll('ingen-alls', 'X'))
    expect(known.body).toContain('value="agent"')
    expect(known.body).not.toContain('fel lösenord helt')
  })

  test('an unknown account takes as long', async () => {
    const took: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
    for (let n = 0; n < 4; n++)
      for (const [kind, name] of [
        ['known', 'agent'],
        ['unknown', 'nobody-here'],
      ] as const) {
        const start = performance.now()
        await tryAs(name, 'fel lösenord helt', `10.1.${n}.1`)
        took[kind].push(performance.now() - start)
      }
    const ratio = Math.min(...took.unknown) / Math.min(...took.known)
    expect(ratio).toBeGreaterThan(0.5)
    expect(ratio).toBeLessThan(2)
  })

  test('guesses at a name are stopped for a quarter of an hour, also right ones and also for a name nobody has', async () => {
    for (const name of ['agent', 'ingen-alls']) {
      for (let n = 0; n < 8; n++) expect((await tryAs(name, 'gissning nummer ett')).statusCode).toBe(401)
      const stopped = await tryAs(name, right)
      expect([name, stopped.statusCode]).toEqual([name, 429])
      expect(stopped.body).toContain('Vänta 15 minuter')
    }
    expect((await tryAs('agent', right, '10.0.0.2')).statusCode, 'the real one elsewhere').toBe(303)
    later(16)
    expect((await tryAs('agent', right)).statusCode).toBe(303)
  })

  test('guesses sent all at once are no way round', async () => {
    const replies = await Promise.all(Array.from({ length: 20 }, (_, n) => tryAs('agent', `gissning nummer ${n}`)))
    const tried = replies.filter((reply) => reply.statusCode === 401).length
    expect(tried).toBeLessThanOrEqual(8)
  })

  test('one name from many addresses is stopped, and so is one address with many names', async () => {
    const at = (scene.stage.clock ?? Temporal.Now.instant)()
    const tried = async (of: string, times: number) => {
      for (let n = 0; n < times; n++) await takeAttempt(scene.floor, scene.tenant.tenantId, [{ of, atMost: times }], at)
    }
    await tried(`name:${scene.tenant.tenantId}:agent`, 23)
    expect((await tryAs('agent', 'fel lösenord', '10.2.0.1')).statusCode).toBe(401)
    expect((await tryAs('agent', right, '10.2.0.2')).statusCode).toBe(429)
    await tried('from:10.3.0.1', 59)
    expect((await tryAs('namn1', 'fel lösenord', '10.3.0.1')).statusCode).toBe(401)
    expect((await tryAs('namn2', 'fel lösenord', '10.3.0.1')).statusCode).toBe(429)
  })

  test('success forgets the guesses before it', async () => {
    for (let n = 0; n < 7; n++) await tryAs('agent', 'fel lösenord helt')
    expect((await tryAs('agent', right)).statusCode).toBe(303)
    for (let n = 0; n < 7; n++) expect((await tryAs('agent', 'fel lösenord helt')).statusCode).toBe(401)
  })

  test('goes on only to an address of our own', async () => {
    for (const [till, to] of [
      [`/${scene.tenant.slug}/notiser`, `/${scene.tenant.slug}/notiser`],
      ['https://ond.example/', `/${scene.tenant.slug}/`],
      ['//ond.example/', `/${scene.tenant.slug}/`],
      ['/\\ond.example', `/${scene.tenant.slug}/`],
      ['javascript:alert(1)', `/${scene.tenant.slug}/`],
    ] as const)
      expect([till, (await post('/logga-in', { name: 'agent', password: right, till })).headers.location]).toEqual([
        till,
        to,
      ])
  })

  test('signing in anew ends the session the browser had', async () => {
    const first = await signInAgent()
    const second = cookieIn(await post('/logga-in', { name: 'agent', password: right }, { cookie: first }))
    expect(second).not.toBe(first)
    expect((await page('/notiser', first)).statusCode).toBe(303)
    expect((await page('/notiser', second)).statusCode).toBe(200)
  })

  test('an account that has ended, and a session after twelve hours, open nothing', async () => {
    const cookie = await signInAgent()
    later(11 * 60)
    expect((await page('/notiser', cookie)).statusCode).toBe(200)
    const token = cookie.slice('kontoret='.length)
    const at = (scene.stage.clock ?? Temporal.Now.instant)()
    expect((await bySession(scene.floor, tokenHash(token), at))?.seenAt.equals(at), 'use is noted').toBe(true)
    await give('agent', hash, at)
    expect((await page('/notiser', cookie)).statusCode).toBe(303)
    expect((await tryAs('agent', right)).statusCode).toBe(401)
    await give('agent', hash)
    expect((await page('/notiser', cookie)).statusCode).toBe(200)
    later(61)
    expect((await page('/notiser', cookie)).statusCode).toBe(303)
  })

  test('behind https the cookie is __Host- and Secure; a post from another site is refused', async () => {
    const foreign = await post(
      '/logga-in',
      { name: 'agent', password: right },
      { headers: { 'sec-fetch-site': 'cross-site' } },
    )
    expect([foreign.statusCode, foreign.headers['set-cookie']]).toEqual([403, undefined])
    const secure = await serveScene(scene, undefined, { url: 'https://kontoret.example' })
    const reply = await secure.server.inject({
      method: 'POST',
      url: `/${scene.tenant.slug}/logga-in`,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        'x-forwarded-proto': 'https',
      },
      payload: new URLSearchParams({ name: 'agent', password: right }).toString(),
    })
    expect(String(reply.headers['set-cookie'])).toMatch(
      /^__Host-kontoret=[\w-]{43}; Path=\/; SameSite=Lax; HttpOnly; Secure$/,
    )
    expect(reply.headers['strict-transport-security']).toContain('max-age=')
    await secure.close()
  })
})

test('the seat chooser is for demonstrations only', async () => {
  const isDemonstration = (yes: boolean) =>
    scene.appPool.query('update platform.tenant set demonstration = $2 where tenant_id = $1', [
      scene.tenant.tenantId,
      yes,
    ])
  const seat = { seat: scene.ids.seat.admin }
  await act(scene.stage, scene.tenant, await scene.actor('admin'), (deed) =>
    offerSeat(deed, { assignmentId: seat.seat, position: 1, label: 'Administratör', firstScreen: '/organisation' }),
  )
  const chooser = () => served.server.inject({ url: '/', headers: { 'accept-language': 'sv' } })
  expect((await post('/satt-dig', seat)).statusCode).toBe(404)
  expect((await chooser()).body).not.toContain(seat.seat)
  expect((await page('/logga-in', '')).body).toContain('type="password"')
  try {
    await isDemonstration(true)
    expect((await chooser()).body).toContain(seat.seat)
    const taken = await post('/satt-dig', seat)
    expect([taken.statusCode, taken.headers.location]).toEqual([303, `/${scene.tenant.slug}/organisation`])
    expect((await page('/notiser', cookieIn(taken))).statusCode).toBe(200)
    expect((await post('/satt-dig', { seat: scene.ids.seat.manager })).statusCode, 'a seat not offered').toBe(404)
    expect((await page('/logga-in', '')).headers.location).toBe('/')
  } finally {
    await isDemonstration(false)
  }
})

describe('a new password by a link', () => {
  const ask = (name: string, more: Parameters<typeof post>[2] = {}) => post('/nytt-losenord', { name }, more)
  const linkOf = (body: string): string => /https?:\/\/\S+\/nytt-losenord\/[\w-]+/.exec(body)?.[0] ?? ''
  const askLink = async (): Promise<string> => {
    await ask('agent')
    return new URL(linkOf((await letters())[0]?.body ?? '')).pathname.slice(scene.tenant.slug.length + 1)
  }

  test('is answered the same and as slowly whether the account exists or not', async () => {
    const start = performance.now()
    const known = await ask('agent')
    const between = performance.now()
    const unknown = await ask('ingen-alls')
    const end = performance.now()
    expect([known.statusCode, known.body]).toEqual([unknown.statusCode, unknown.body])
    expect(known.body).toContain('Om kontot finns')
    expect(Math.min(between - start, end - between)).toBeGreaterThan(240)
  })

  test('leads to the configured address, whatever host the request names', async () => {
    await ask('agent', {
      headers: { host: 'ond.example', 'x-forwarded-host': 'ond.example', forwarded: 'host=ond.example' },
    })
    const [letter] = await letters()
    expect(linkOf(letter?.body ?? '')).toMatch(
      new RegExp(`^http://localhost/${scene.tenant.slug}/nytt-losenord/[\\w-]{43}$`),
    )
    expect(letter?.body).not.toContain('ond.example')
    expect(letter?.to_address).toBe('agent@provkoping.example')
  })

  test('works once, within the hour, and ends every session; only its hash is stored', async () => {
    const cookie = await signInAgent()
    const path = await askLink()
    const token = path.split('/').at(-1) ?? ''
    const stored = await scene.peek((tx) => tx.selectFrom('platform.reset_link').selectAll().execute())
    expect(stored.some((link) => link.token_hash.equals(tokenHash(token)))).toBe(true)
    expect(JSON.stringify(stored)).not.toContain(token)
    expect((await page(path, '')).statusCode).toBe(200)
    expect((await page(path, '')).statusCode, 'looking uses nothing up').toBe(200)
    const short = await post(path, { password: 'kort' })
    expect([short.statusCode, short.body.includes('minst 12 tecken')]).toEqual([422, true])
    const done = await post(path, { password: 'något helt nytt och långt' })
    expect(done.headers.location).toBe(`/${scene.tenant.slug}/logga-in?klart=ersatt`)
    expect((await page('/logga-in?klart=ersatt', '')).body).toContain('Lösenordet är bytt')
    expect((await page('/notiser', cookie)).statusCode).toBe(303)
    expect((await tryAs('agent', right)).statusCode).toBe(401)
    expect((await tryAs('agent', 'något helt nytt och långt')).statusCode).toBe(303)
    for (const reply of [await page(path, ''), await post(path, { password: 'ett tredje långt lösenord' })]) {
      expect(reply.statusCode).toBe(410)
      expect(reply.body).toContain(`href="/${scene.tenant.slug}/nytt-losenord"`)
    }
  })

  test('two who use it at the same moment: one', async () => {
    const path = await askLink()
    const replies = await Promise.all(
      ['första långa lösenordet', 'andra långa lösenordet'].map((password) => post(path, { password })),
    )
    expect(new Set(replies.map((reply) => reply.statusCode))).toEqual(new Set([303, 410]))
  })

  test('is dead after an hour, when a newer is asked for, and for an account that has ended', async () => {
    const first = await askLink()
    const second = await askLink()
    expect((await page(first, '')).statusCode).toBe(410)
    await give('agent', hash, (scene.stage.clock ?? Temporal.Now.instant)())
    expect((await post(second, { password: 'ett helt nytt lösenord' })).statusCode).toBe(410)
    await give('agent', hash)
    later(61)
    const third = await askLink()
    later(59)
    expect((await page(third, '')).statusCode).toBe(200)
    later(2)
    expect((await page(third, '')).statusCode).toBe(410)
    expect((await tryAs('agent', right)).statusCode).toBe(303)
  })

  test('can be asked for four times in a quarter of an hour', async () => {
    for (const name of ['agent', 'ingen-alls']) {
      for (let n = 0; n < 4; n++) expect((await ask(name)).statusCode).toBe(200)
      expect([name, (await ask(name)).statusCode]).toEqual([name, 429])
    }
  })

  test('the outbox keeps no link once it is used or too old', async () => {
    const context = { stage: scene.stage, tenant: scene.tenant, actor: await scene.system() }
    const keep = () =>
      write(async ({ tx }) => {
        await tx.updateTable('platform.outbox').set({ state: 'kept' }).where('about_kind', '=', 'account').execute()
      })
    const path = await askLink()
    await keep()
    await sweepIdentity(context)
    expect(linkOf((await letters())[0]?.body ?? '')).not.toBe('')
    await post(path, { password: 'ett helt nytt lösenord' })
    expect((await letters())[0]?.body).toBe(emptied)
    await askLink()
    await keep()
    later(61)
    await sweepIdentity(context)
    expect((await letters())[0]?.body).toBe(emptied)
  })
})

describe('one’s own account', () => {
  const open = async (): Promise<string> =>
    `kontoret=${await openSession(
      scene.floor,
      scene.tenant,
      { accountId: scene.ids.account.agent, seatId: scene.ids.seat.agent },
      (scene.stage.clock ?? Temporal.Now.instant)(),
    )}; lang=sv`
  const api = (cookie: string, method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, json?: unknown) =>
    served.server.inject({
      method,
      url: `/api/v1/account${path}`,
      headers: { cookie, 'sec-fetch-site': 'same-origin', ...(json ? { 'content-type': 'application/json' } : {}) },
      ...(json ? { payload: JSON.stringify(json) } : {}),
    })
  const clear = () =>
    write(async ({ tx }) => {
      await tx.deleteFrom('platform.session').where('account_id', '=', scene.ids.account.agent).execute()
    })

  test('shows where it is signed in; one session, or all the others, are ended', async () => {
    await clear()
    const [here, there, elsewhere] = [await open(), await open(), await open()]
    const seen = (await api(here, 'GET', '')).json<{ sessions: { session: string; current: boolean }[] }>()
    expect(seen.sessions.map(({ current }) => Number(current)).reduce((sum, one) => sum + one)).toBe(1)
    expect(seen.sessions).toHaveLength(3)
    const shown = await page('/konto', here)
    expect([shown.statusCode, shown.body.match(/action="[^"]*\/konto\/avsluta"/g)?.length]).toEqual([200, 2])
    const key = tokenHash(there.slice('kontoret='.length, 'kontoret='.length + 43)).toString('hex')
    expect((await post('/konto/avsluta', { session: key }, { cookie: here })).statusCode).toBe(303)
    expect((await page('/konto', there)).statusCode).toBe(303)
    expect((await post('/konto/ovriga', {}, { cookie: here })).statusCode).toBe(303)
    expect([(await page('/konto', elsewhere)).statusCode, (await page('/konto', here)).statusCode]).toEqual([303, 200])
  })

  test('another’s session does not exist', async () => {
    const cookie = await open()
    const other = await openSession(
      scene.floor,
      scene.tenant,
      { accountId: scene.ids.account.admin, seatId: null },
      (scene.stage.clock ?? Temporal.Now.instant)(),
    )
    const key = tokenHash(other).toString('hex')
    expect((await api(cookie, 'DELETE', `/sessions/${key}`)).statusCode).toBe(404)
    expect((await sessionsOf('admin')).length).toBeGreaterThan(0)
  })

  test('sign out everywhere, by page and by API', async () => {
    for (const leave of [
      (cookie: string) => post('/logga-ut', { overallt: 'ja' }, { cookie }),
      (cookie: string) => api(cookie, 'POST', '/sessions/ending', { keepThis: false }),
    ]) {
      const [here, there] = [await open(), await open()]
      expect((await leave(here)).statusCode).toBeLessThan(400)
      expect([(await page('/konto', here)).statusCode, (await page('/konto', there)).statusCode]).toEqual([303, 303])
    }
  })

  test('the password changes with the old one in hand; other sessions and links end', async () => {
    await clear()
    const [here, there] = [await open(), await open()]
    await post('/nytt-losenord', { name: 'agent' })
    const wrong = await post(
      '/konto/losenord',
      { current: 'inte det', password: 'en ny mening som jag minns' },
      { cookie: here },
    )
    expect([wrong.statusCode, wrong.body.includes('inte ditt nuvarande lösenord')]).toEqual([422, true])
    expect(wrong.body).not.toContain('en ny mening')
    const short = await api(here, 'PUT', '/password', { current: right, password: 'kort' })
    expect([short.statusCode, short.json<{ errors: { field: string }[] }>().errors[0]?.field]).toEqual([
      422,
      'password',
    ])
    const done = await post(
      '/konto/losenord',
      { current: right, password: 'en ny mening som jag minns' },
      { cookie: here },
    )
    expect(done.headers.location).toBe(`/${scene.tenant.slug}/konto?klart=losenord`)
    expect([(await page('/konto', here)).statusCode, (await page('/konto', there)).statusCode]).toEqual([200, 303])
    const open_ = await scene.peek((tx) =>
      tx.selectFrom('platform.reset_link').select('used_at').where('used_at', 'is', null).execute(),
    )
    expect(open_).toEqual([])
    expect((await tryAs('agent', 'en ny mening som jag minns')).statusCode).toBe(303)
  })

  test('guesses at the old password are counted though they are refused', async () => {
    const cookie = await open()
    const guess = () => api(cookie, 'PUT', '/password', { current: 'gissning', password: 'en ny mening som jag minns' })
    for (let n = 0; n < 8; n++) expect((await guess()).json<{ code: string }>().code).toBe('wrong_password')
    expect((await guess()).statusCode).toBe(429)
  })

  test('nothing of a password is kept beside its hash', async () => {
    const cookie = await open()
    await api(cookie, 'PUT', '/password', { current: right, password: 'en ny mening som jag minns' })
    const { answers, entries } = await scene.peek(async (tx) => ({
      answers: await tx.selectFrom('platform.idempotency').selectAll().execute(),
      entries: await tx
        .selectFrom('platform.journal')
        .selectAll()
        .where('verb', '=', 'account.password_changed')
        .execute(),
    }))
    expect(answers).toEqual([])
    expect(entries.length).toBeGreaterThan(0)
    expect(entries.every((entry) => entry.content_hash === null)).toBe(true)
  })
})

test('what is over is swept: sessions, counts, links', async () => {
  await signInAgent()
  await tryAs('agent', 'fel lösenord helt')
  await post('/nytt-losenord', { name: 'agent' })
  later(26 * 60)
  await sweepIdentity({ stage: scene.stage, tenant: scene.tenant, actor: await scene.system() })
  const left = await scene.peek(async (tx) => ({
    sessions: await tx.selectFrom('platform.session').select('token_hash').execute(),
    counts: await tx.selectFrom('platform.throttle').select('key_hash').execute(),
    links: await tx.selectFrom('platform.reset_link').select('token_hash').execute(),
  }))
  expect(left).toEqual({ sessions: [], counts: [], links: [] })
})

test('every screen of the way in is complete in both languages, without inline script or style', async () => {
  const cookie = await signInAgent()
  for (const [path, sv, en] of [
    ['/logga-in', 'Logga in', 'Sign in'],
    ['/nytt-losenord', 'Nytt lösenord', 'New password'],
    ['/nytt-losenord/okand', 'Begär en ny länk', 'Ask for a new link'],
    ['/konto', 'Mitt konto', 'My account'],
  ] as const)
    for (const [lang, words] of [
      ['sv', sv],
      ['en', en],
    ] as const) {
      const { body } = await page(path, `${cookie}; lang=${lang}`)
      expect([path, lang, body.includes(`<html lang="${lang}"`), body.includes(words)]).toEqual([
        path,
        lang,
        true,
        true,
      ])
      expect(body).not.toMatch(/<script(?![^>]*src=)|\sstyle=|\son\w+=/)
    }
})
