// An account is given, renewed, ended and opened again, through both doors: the API and the person's page.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashPassword } from '#platform/identity/password'
import { openSession } from '#platform/identity/sessions'
import { sweepIdentity } from '#platform/identity/sweep'
import { act, look } from '#platform/act'
import { emptied } from '#platform/outbox'
import { demonstrationSeats, offerSeat } from '../assignments/seats.ts'
import type { CastName, Scene } from '../../../world/scene.ts'
import { openScene } from '../../../world/scene.ts'
import type { ServedScene } from '../../../world/serve-scene.ts'
import { serveScene } from '../../../world/serve-scene.ts'

const password = 'en mening som jag minns'
const others = ['manager', 'agent', 'employee', 'trainee', 'purchaser'] as const
let scene: Scene
let served: ServedScene
beforeAll(async () => {
  scene = await openScene()
  served = await serveScene(scene)
  await scene.appPool.query('update platform.tenant set demonstration = false where tenant_id = $1', [
    scene.tenant.tenantId,
  ])
  scene.at('2012-05-02T09:00')
})
afterAll(() => served.close())
/** Days later nobody is signed in any more: everybody signs in anew. */
const cookies = new Map<CastName, string>()
function laterOn(at: string): void {
  scene.at(at)
  cookies.clear()
}
async function cookieOf(who: CastName, lang = 'sv'): Promise<{ cookie: string }> {
  const seat = { accountId: scene.ids.account[who], seatId: scene.ids.seat[who] }
  const token =
    cookies.get(who) ??
    (await openSession(scene.floor, scene.tenant, seat, (scene.stage.clock ?? Temporal.Now.instant)()))
  cookies.set(who, token)
  return { cookie: `kontoret=${token}; lang=${lang}` }
}

interface AccountBody {
  readonly state: string
  readonly loginName: string | null
  readonly version: number
  readonly [key: string]: unknown
}

async function ask(who: CastName, method: 'GET' | 'POST', path: string, json?: object, version?: number) {
  const reply = await served.ask(null, {
    method,
    path: `/api/v1/organisation/people/${path}`,
    ...(json ? { json } : {}),
    headers: { ...(await cookieOf(who)), ...(version === undefined ? {} : { 'if-match': `"${version}"` }) },
  })
  const body = reply.json<AccountBody & { code: string; errors?: { field: string }[] }>()
  return { status: reply.statusCode, body, etag: reply.headers.etag, fields: body.errors?.map((one) => one.field) }
}
const state = async (personId: string) => (await ask('admin', 'GET', `${personId}/account`)).body

let made = 0
async function newPerson(email: string | null = `ny${(made += 1)}@provkoping.example`): Promise<string> {
  const { body } = await ask('admin', 'POST', '', { name: 'Ny Nyström', kind: 'employee', email })
  return String(body['personId'])
}

const letters = (personId: string) =>
  scene.peek((tx) =>
    tx
      .selectFrom('platform.outbox')
      .selectAll()
      .where('about_kind', '=', 'account')
      .where('about_id', '=', personId)
      .orderBy('created_at', 'desc')
      .orderBy('mail_id', 'desc')
      .execute(),
  )
const linkIn = (body = ''): string => /\/nytt-losenord\/[\w-]{43}/.exec(body)?.[0] ?? ''
const lastLink = async (personId: string): Promise<string> => linkIn((await letters(personId))[0]?.body)
const signIn = (name: string, typed = password) =>
  served.ask(null, { method: 'POST', path: '/logga-in', form: { name, password: typed } })
const choose = (link: string) => served.ask(null, { method: 'POST', path: link, form: { password } })
const page = async (who: CastName, personId: string, lang = 'sv', told = '') =>
  served.ask(null, { path: `/organisation/personer/${personId}${told}`, headers: await cookieOf(who, lang) })
const send = async (who: CastName, personId: string, key: string, form: Record<string, string>) =>
  served.ask(null, {
    method: 'POST',
    path: `/organisation/personer/${personId}/${key}`,
    form,
    headers: await cookieOf(who),
  })

describe('given through the API', () => {
  test('the person gets a link, chooses a password and signs in; the link works once and nobody else sees it', async () => {
    const personId = await newPerson('Asa.Ek@provkoping.example')
    expect(await state(personId)).toMatchObject({ state: 'none', loginName: null, version: 0 })
    const given = await ask('admin', 'POST', `${personId}/account`, {})
    expect(given).toMatchObject({ status: 201, etag: '"2"', body: { state: 'invited' } })
    expect(given.body.loginName).toBe('asa.ek@provkoping.example')
    const [letter, ...more] = await letters(personId)
    expect([letter?.to_address, more]).toEqual(['Asa.Ek@provkoping.example', []])
    expect(letter?.body).toContain('Ditt inloggningsnamn är asa.ek@provkoping.example.')
    expect(letter?.body).toContain('lördag 5 maj kl. 09.00')
    const link = linkIn(letter?.body)
    expect(JSON.stringify(given.body)).not.toContain(link.split('/').at(-1))
    expect((await signIn('asa.ek@provkoping.example')).statusCode, 'no password yet').toBe(401)
    expect((await choose(link)).statusCode).toBe(303)
    expect((await choose(link)).statusCode).toBe(410)
    expect((await signIn('Asa.Ek@Provkoping.example')).statusCode).toBe(303)
    expect(await state(personId)).toMatchObject({
      state: 'active',
      linkUntil: null,
      activeSince: '2012-05-02T07:00:00Z',
      endedAt: null,
    })
  })

  test('an invitation works for three days, is kept so long in the outbox, and a new one replaces it', async () => {
    const context = { stage: scene.stage, tenant: scene.tenant, actor: await scene.system() }
    const personId = await newPerson()
    const { version } = (await ask('admin', 'POST', `${personId}/account`, {})).body
    await act(scene.stage, scene.tenant, await scene.system(), async ({ tx }) => {
      await tx.updateTable('platform.outbox').set({ state: 'kept' }).where('about_id', '=', personId).execute()
    })
    const first = await lastLink(personId)
    laterOn('2012-05-05T08:59')
    await sweepIdentity(context)
    expect(await lastLink(personId)).toBe(first)
    expect((await served.ask(null, { path: first })).statusCode).toBe(200)
    laterOn('2012-05-05T09:01')
    await sweepIdentity(context)
    expect((await letters(personId))[0]?.body).toBe(emptied)
    expect((await served.ask(null, { path: first })).statusCode).toBe(410)
    expect((await state(personId)).state).toBe('waiting')
    expect((await ask('admin', 'POST', `${personId}/account/link`, undefined, version)).body.state).toBe('invited')
    const second = await lastLink(personId)
    const again = await ask('admin', 'POST', `${personId}/account/link`, undefined, version + 1)
    expect([again.status, again.body.version]).toEqual([200, version + 2])
    expect((await choose(second)).statusCode).toBe(410)
    expect((await choose(await lastLink(personId))).statusCode).toBe(303)
    laterOn('2012-05-02T09:00')
  })

  test('what is wrong is said at its field: the name, the address, a second account, a stale version', async () => {
    const [one, two] = [await newPerson(), await newPerson()]
    const give = (personId: string, loginName: unknown) => ask('admin', 'POST', `${personId}/account`, { loginName })
    for (const name of ['ab', 'med mellanslag', 'nolla\u0000', 'Ω-mega', 7, 'a'.repeat(201)])
      expect([name, await give(one, name)]).toMatchObject([name, { status: 422, fields: ['loginName'] }])
    expect(await ask('admin', 'POST', `${one}/account`, { colour: 'red' })).toMatchObject({ fields: ['colour'] })
    expect(await give(one, ' Gemensam.Namn ')).toMatchObject({ status: 201, body: { loginName: 'gemensam.namn' } })
    expect(await give(two, 'gemensam.NAMN')).toMatchObject({ status: 409, fields: ['loginName'] })
    expect((await state(two)).state).toBe('none')
    expect(await give(one, 'annat.namn')).toMatchObject({ status: 409, body: { code: 'account_exists' } })
    const mute = await newPerson(null)
    expect(await give(mute, 'utan.post')).toMatchObject({ status: 409, fields: ['email'] })
    expect((await state(mute)).state).toBe('none')
    for (const deed of ['link', 'end', 'reopen']) {
      expect([deed, (await ask('admin', 'POST', `${one}/account/${deed}`, undefined, 9)).status]).toEqual([deed, 412])
      expect([deed, (await ask('admin', 'POST', `${one}/account/${deed}`)).status]).toEqual([deed, 428])
      expect([deed, (await ask('admin', 'POST', `${two}/account/${deed}`, undefined, 1)).status]).toEqual([deed, 404])
    }
    expect((await ask('admin', 'POST', `${one}/end`, { on: '2012-05-02' }, 1)).status).toBe(200)
    expect(await ask('admin', 'POST', `${one}/account/link`, undefined, 2)).toMatchObject({
      status: 409,
      body: { code: 'person_ended' },
    })
    const free = await openScene()
    expect((await ask('admin', 'GET', `${free.ids.person.agent}/account`)).status, 'another tenant’s').toBe(404)
  })

  test('two who give the same name at the same moment: one', async () => {
    const people = [await newPerson(), await newPerson(), await newPerson()]
    const all = await Promise.all(
      people.map((personId) => ask('admin', 'POST', `${personId}/account`, { loginName: 'samtidigt' })),
    )
    expect(all.map((one) => one.status).toSorted((a, b) => a - b)).toEqual([201, 409, 409])
  })
})

describe('ended', () => {
  test('at once: the session, the password and the open link are dead; opened again the password holds, the rest not', async () => {
    const { agent } = scene.ids.person
    const hash = await hashPassword(password)
    await act(scene.stage, scene.tenant, await scene.system(), async ({ tx }) => {
      await tx.updateTable('platform.account').set({ password_hash: hash }).where('person_id', '=', agent).execute()
    })
    const cookie = String((await signIn('agent')).headers['set-cookie']).split(';')[0] ?? ''
    const visit = () => served.ask(null, { path: '/notiser', headers: { cookie } })
    expect((await visit()).statusCode).toBe(200)
    const { version } = await state(agent)
    const sent = await ask('admin', 'POST', `${agent}/account/link`, undefined, version)
    expect(sent.body).toMatchObject({ state: 'active', linkUntil: '2012-05-02T08:00:00Z' })
    const link = await lastLink(agent)
    const ended = await ask('admin', 'POST', `${agent}/account/end`, undefined, version + 1)
    expect(ended.body).toMatchObject({ state: 'ended', endedAt: '2012-05-02T07:00:00Z', seenAt: null, linkUntil: null })
    expect((await visit()).statusCode).toBe(303)
    expect((await signIn('agent')).statusCode).toBe(401)
    expect((await choose(link)).statusCode).toBe(410)
    expect(
      (await served.ask(null, { method: 'POST', path: '/nytt-losenord', form: { name: 'agent' } })).statusCode,
    ).toBe(200)
    expect(await letters(agent), 'no letter to an ended account').toHaveLength(1)
    const link2 = await ask('admin', 'POST', `${agent}/account/link`, undefined, version + 2)
    expect([link2.status, link2.body.code]).toEqual([409, 'account_ended'])
    expect((await ask('admin', 'POST', `${agent}/account/end`, undefined, version + 2)).status).toBe(409)
    const open = await ask('admin', 'POST', `${agent}/account/reopen`, undefined, version + 2)
    expect(open.body).toMatchObject({ state: 'active', endedAt: null })
    expect((await visit()).statusCode, 'the old session stays dead').toBe(303)
    expect((await choose(link)).statusCode).toBe(410)
    expect((await signIn('agent')).statusCode).toBe(303)
    expect((await ask('admin', 'POST', `${agent}/account/reopen`, undefined, version + 3)).status).toBe(409)
    const entries = await scene.peek((tx) =>
      tx
        .selectFrom('platform.journal')
        .select(['verb', 'facts', 'content_hash'])
        .where('subject_kind', '=', 'account')
        .where('subject_id', '=', scene.ids.account.agent)
        .execute(),
    )
    expect(entries.map((entry) => entry.verb)).toEqual(
      expect.arrayContaining(['account.link_sent', 'account.ended', 'account.reopened']),
    )
    expect(JSON.stringify(entries)).not.toMatch(/@|nytt-losenord/)
  })

  test('a demonstration offers no seat whose account has ended', async () => {
    const { ids, stage, tenant } = scene
    await act(stage, tenant, await scene.actor('admin'), (deed) =>
      offerSeat(deed, { assignmentId: ids.seat.payroll, position: 1, label: null, firstScreen: '/' }),
    )
    const offered = async () =>
      (await look(stage, tenant, await scene.system(), demonstrationSeats)).map((one) => one.seatId)
    expect(await offered()).toEqual([ids.seat.payroll])
    const { version } = await state(ids.person.payroll)
    expect((await ask('admin', 'POST', `${ids.person.payroll}/account/end`, undefined, version)).status).toBe(200)
    expect(await offered()).toEqual([])
  })

  test('not by oneself', async () => {
    const { admin } = scene.ids.person
    const { version } = await state(admin)
    expect(await ask('admin', 'POST', `${admin}/account/end`, undefined, version)).toMatchObject({
      status: 409,
      body: { code: 'own_account' },
    })
    expect((await page('admin', admin)).body).not.toContain('konto-avsluta')
  })
})

test('only who keeps the register: everybody else is refused through both doors and sees no account', async () => {
  const { employee, agent2 } = scene.ids.person
  const { version } = await state(agent2)
  for (const who of others) {
    expect([who, (await ask(who, 'GET', `${agent2}/account`)).status]).toEqual([who, 403])
    expect([who, (await ask(who, 'POST', `${employee}/account`, {})).status]).toEqual([who, 403])
    for (const deed of ['link', 'end', 'reopen'])
      expect([who, deed, (await ask(who, 'POST', `${agent2}/account/${deed}`, undefined, version)).status]).toEqual([
        who,
        deed,
        403,
      ])
    const { body } = await page(who, agent2)
    expect([who, body.includes('id="konto"')]).toEqual([who, false])
    const form = { _version: String(version) }
    for (const key of ['konto', 'konto-lank', 'konto-avsluta', 'konto-oppna'])
      expect([who, key, (await send(who, agent2, key, form)).statusCode]).toEqual([who, key, 403])
  }
  expect(await state(agent2)).toMatchObject({ version, state: 'waiting' })
})

describe('the page', () => {
  test('gives, renews, ends after its consequences are read, and opens again, without script', async () => {
    const personId = await newPerson()
    const empty = (await page('admin', personId)).body
    expect([empty.includes('Inget konto'), empty.includes(`value="ny${made}@provkoping.example"`)]).toEqual([
      true,
      true,
    ])
    const refused = await send('admin', personId, 'konto', { loginName: 'x y' })
    expect([
      refused.statusCode,
      refused.body.includes('utan mellanslag'),
      refused.body.includes('value="x y"'),
    ]).toEqual([422, true, true])
    const given = await send('admin', personId, 'konto', { loginName: `sida${made}` })
    expect(given.headers.location).toContain(`/personer/${personId}?klart=konto-lank#konto`)
    const told = await page('admin', personId, 'sv', '?klart=konto-lank')
    expect(told.body).toContain('Ett brev med länken är på väg.')
    expect(told.body).toContain('Inbjuden')
    const end = told.body.slice(told.body.indexOf('Avsluta konto'))
    expect(end.indexOf('Personen loggas ut överallt nu')).toBeLessThan(end.indexOf('Avsluta nu'))
    expect((await send('admin', personId, 'konto-lank', { _version: '2' })).statusCode).toBe(303)
    expect((await send('admin', personId, 'konto-avsluta', { _version: '2' })).statusCode, 'stale').toBe(412)
    expect((await send('admin', personId, 'konto-avsluta', { _version: '3' })).statusCode).toBe(303)
    const ended = (await page('admin', personId)).body
    expect([ended.includes('Öppna igen'), ended.includes('konto-lank')]).toEqual([true, false])
    expect((await send('admin', personId, 'konto-oppna', { _version: '4' })).statusCode).toBe(303)
    expect((await state(personId)).state).toBe('waiting')
  })

  test('says why when there is no address, and speaks English', async () => {
    const mute = await newPerson(null)
    const { body } = await page('admin', mute, 'en')
    expect(body).toContain('No account')
    expect(body).toContain('The person has no mail address. Add it under Change details.')
    expect(body).not.toContain('Inget konto')
    expect(body.includes(`${mute}/konto"`)).toBe(false)
  })
})
