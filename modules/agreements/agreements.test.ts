// Agreements: made, changed in versions and ended; lines with level, hours, financing and volume, at most one a day for the same
// thing; an order stands on the line of the day; the register, its files and the screens without script; seen by the parties only.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { look } from '#platform/act'
import { find } from '#platform/search/index-entry'
import type { CastName, Scene } from '../../world/scene.ts'
import { openScene } from '../../world/scene.ts'
import type { ServedScene } from '../../world/serve-scene.ts'
import { serveScene } from '../../world/serve-scene.ts'
import { overlapping, stateOn } from './agreement.ts'
import { lineFor, lineTerms, usersByAgreement } from './queries.ts'
import { agreementsJobs, agreementsSearch } from './search.ts'

let scene: Scene
let served: ServedScene
beforeAll(async () => {
  scene = await openScene()
  served = await serveScene(scene)
})
afterAll(() => served.close())

interface Agreement {
  id: string
  version: number
  versionNo: number
  validTo: string | null
  lines: { lineNo: number; validFrom: string; validTo: string | null; financing: string }[]
  versions: { versionNo: number; reason: string | null; lines: number }[]
}
type Body = Record<string, unknown>
async function ask(who: CastName, method: 'GET' | 'POST' | 'PUT', path: string, json?: Body, version?: number) {
  const headers = version === undefined ? {} : { 'if-match': `"${version}"` }
  const reply = await served.ask(who, { method, path: `/api/v1/agreements${path}`, ...(json ? { json } : {}), headers })
  return { status: reply.statusCode, body: reply.json<Body & Agreement>() }
}
const fieldsOf = (body: Body): string[] => ((body['errors'] ?? []) as { field: string }[]).map((one) => one.field)
async function agree(more: Body = {}): Promise<Agreement> {
  const body = {
    kind: 'understanding',
    name: 'Överenskommelse 2012',
    customerId: scene.ids.customer.social,
    validFrom: '2012-01-01',
    validTo: '2013-01-01',
    ...more,
  }
  const made = await ask('admin', 'POST', '', body)
  expect([made.status, made.body['errors']]).toEqual([201, undefined])
  return made.body
}
async function line(of: Agreement, more: Body = {}): Promise<Agreement> {
  const body = { serviceId: scene.ids.service['dator'], financing: 'price', ...more }
  const made = await ask('admin', 'POST', `/${of.id}/lines`, body, of.version)
  expect([made.status, made.body['errors']]).toEqual([200, undefined])
  return made.body
}
const names = async (query: string, who: CastName = 'admin'): Promise<string[]> =>
  ((await ask(who, 'GET', query)).body as unknown as { rows: { name: string }[] }).rows.map((row) => row.name)
const day = Temporal.PlainDate.from

test('the rules: the state of a day, and two lines meet only when the same thing is covered on some of the same days', () => {
  const span = { from: day('2012-01-01'), to: day('2013-01-01') }
  expect(['2011-12-31', '2012-01-01', '2012-12-31', '2013-01-01'].map((on) => stateOn(span, day(on)))).toEqual([
    'planned',
    'active',
    'active',
    'ended',
  ])
  const of = { serviceId: 's', offeringId: null, systemId: null }
  const held = [{ lineNo: 1, ...of, ...span }]
  expect(overlapping(held, { ...of, from: day('2012-12-31'), to: null })?.lineNo).toBe(1)
  expect(overlapping(held, { ...of, from: day('2013-01-01'), to: null })).toBeUndefined()
  expect(overlapping(held, { ...of, offeringId: 'o', ...span })).toBeUndefined()
  expect(overlapping(held, { ...of, ...span }, 1)).toBeUndefined()
})

test('an empty register says how to begin', async () => {
  expect((await served.ask('admin', { path: '/overenskommelser' })).body).toContain('Inga överenskommelser än')
})

test('is made, changed in a version with its reason, extended with its lines and ended; what is wrong is named', async () => {
  const wrong = await ask('admin', 'POST', '', {
    kind: 'gift',
    name: '',
    customerId: scene.ids.circle,
    validFrom: '2012-02-30',
  })
  expect([wrong.status, fieldsOf(wrong.body).toSorted()]).toEqual([422, ['kind', 'name', 'validFrom']])
  const nobody = await ask('admin', 'POST', '', {
    kind: 'agreement',
    name: 'X',
    customerId: scene.ids.circle,
    validFrom: '2012-01-01',
  })
  expect([nobody.status, fieldsOf(nobody.body)]).toEqual([422, ['customerId']])
  expect((await ask('agent', 'POST', '', { kind: 'agreement', name: 'X' })).status).toBe(403)
  let one = await line(await agree({ name: 'Kort' }))
  const change = { name: 'Lång', validTo: '2014-01-01', reason: 'Förlängd ett år' }
  expect((await ask('admin', 'PUT', `/${one.id}`, change)).status).toBe(428)
  expect((await ask('admin', 'PUT', `/${one.id}`, change, 1)).status).toBe(412)
  one = (await ask('admin', 'PUT', `/${one.id}`, change, one.version)).body
  expect(one).toMatchObject({ name: 'Lång', validTo: '2014-01-01', lines: [{ validTo: '2014-01-01' }] })
  expect(one.versions.map((version) => [version.versionNo, version.reason, version.lines])).toEqual([
    [3, 'Förlängd ett år', 1],
    [2, null, 1],
    [1, null, 0],
  ])
  const earlier = (await ask('admin', 'GET', `/${one.id}?version=2`)).body
  expect([earlier.versionNo, earlier.lines[0]?.validTo]).toEqual([2, '2013-01-01'])
  expect((await ask('admin', 'GET', `/${one.id}?version=9`)).status).toBe(404)
  expect(fieldsOf((await ask('admin', 'POST', `/${one.id}/end`, { from: '2012-01-01' }, one.version)).body)).toEqual([
    'from',
  ])
  expect(fieldsOf((await ask('admin', 'POST', `/${one.id}/end`, { from: '2015-01-01' }, one.version)).body)).toEqual([
    'from',
  ])
  one = (await ask('admin', 'POST', `/${one.id}/end`, { from: '2012-07-01' }, one.version)).body
  expect(one).toMatchObject({ state: 'active', validTo: '2012-07-01', lines: [{ validTo: '2012-07-01' }] })
  const verbs = await scene.peek((tx) =>
    tx.selectFrom('platform.journal').select('verb').where('subject_id', '=', one.id).orderBy('n').execute(),
  )
  expect(verbs.map((entry) => entry.verb)).toEqual([
    'agreement.added',
    'agreement.line_added',
    'agreement.changed',
    'agreement.ended',
  ])
})

describe('lines', () => {
  test('carry variant, level, hours, system, financing and volume; each is of the service, within, and alone on its days', async () => {
    const one = await line(await agree({ name: 'Rader' }), {
      offeringId: scene.ids.offering['pc'],
      systemId: scene.ids.system['Heroma'],
      scheduleId: scene.ids.schedule.kontor,
      agreedVolumeThousandths: 12_500,
    })
    expect(one.lines).toMatchObject([
      {
        offering: { name: 'Bärbar dator' },
        system: { name: 'Heroma' },
        level: null,
        schedule: { name: 'Kommunhuset' },
        agreedVolumeThousandths: 12_500,
        validFrom: '2012-04-02',
        validTo: '2013-01-01',
      },
    ])
    const refused = async (more: Body): Promise<unknown[]> => {
      const body = { serviceId: scene.ids.service['dator'], financing: 'price', ...more }
      const { status, body: answer } = await ask('admin', 'POST', `/${one.id}/lines`, body, one.version)
      return [status, ...fieldsOf(answer)]
    }
    const same = { offeringId: scene.ids.offering['pc'], systemId: scene.ids.system['Heroma'] }
    expect(await refused(same)).toEqual([409, 'serviceId'])
    expect(await refused({ offeringId: scene.ids.offering['vaktmastartimme'] })).toEqual([422, 'offeringId'])
    expect(await refused({ serviceId: scene.ids.circle })).toEqual([422, 'serviceId'])
    expect(await refused({ from: '2013-01-01' })).toEqual([422, 'from'])
    expect(await refused({ financing: 'gift', agreedVolumeThousandths: -1 })).toEqual([
      422,
      'financing',
      'agreedVolumeThousandths',
    ])
  })

  test('changed from a day: what it said stands until then, and an order of the day finds its terms', async () => {
    let one = await line(await agree({ name: 'Villkor' }), {
      serviceId: scene.ids.service['vaktmasteri'],
      from: '2012-01-01',
    })
    const next = {
      serviceId: scene.ids.service['vaktmasteri'],
      scheduleId: scene.ids.schedule.masten,
      financing: 'fixed',
      from: '2012-06-01',
      reason: 'Kvällstid',
    }
    expect(
      fieldsOf((await ask('admin', 'PUT', `/${one.id}/lines/1`, { ...next, from: '2013-06-01' }, one.version)).body),
    ).toEqual(['from'])
    one = (await ask('admin', 'PUT', `/${one.id}/lines/1`, next, one.version)).body
    expect(one.lines.map((row) => [row.lineNo, row.validFrom, row.validTo, row.financing])).toEqual([
      [1, '2012-01-01', '2012-06-01', 'price'],
      [2, '2012-06-01', '2013-01-01', 'fixed'],
    ])
    const asked = {
      customerId: scene.ids.customer.social,
      serviceId: scene.ids.service['vaktmasteri'] ?? '',
      offeringId: null,
    }
    const terms = async (on: string) =>
      look(scene.stage, scene.tenant, await scene.actor('employee'), async (view) => {
        const found = await lineFor(view, asked, day(on))
        return found && { line: found.lineNo, ...(await lineTerms(view, found)) }
      })
    expect(await terms('2012-05-31')).toMatchObject({ line: 1, financing: 'price', scheduleId: null })
    expect(await terms('2012-06-01')).toMatchObject({
      line: 2,
      financing: 'fixed',
      scheduleId: scene.ids.schedule.masten,
    })
    expect(await terms('2013-01-01')).toBeNull()
    one = (await ask('admin', 'POST', `/${one.id}/lines/2/end`, { from: '2012-09-01' }, one.version)).body
    expect(one.lines.map((row) => row.validTo)).toEqual(['2012-06-01', '2012-09-01'])
    expect(await terms('2012-09-01')).toBeNull()
    expect((await ask('admin', 'POST', `/${one.id}/lines/9/end`, { from: '2012-09-01' }, one.version)).status).toBe(404)
    // An earlier version, in which the line went on, is no use of the service any more (TY-079).
    const users = await look(scene.stage, scene.tenant, await scene.actor('admin'), (view) =>
      usersByAgreement(view, asked.serviceId, day('2012-10-01')),
    )
    expect(users).toEqual([])
  })

  test('two at once: one version is made, the other is told', async () => {
    const one = await agree({ name: 'Tävlan' })
    const add = (serviceId: string | undefined) =>
      ask('admin', 'POST', `/${one.id}/lines`, { serviceId, financing: 'none' }, one.version)
    const both = await Promise.all([add(scene.ids.service['dator']), add(scene.ids.service['it-stod'])])
    expect(both.map((reply) => reply.status).toSorted((a, b) => a - b)).toEqual([200, 412])
  })
})

test('is seen by its parties and nobody else', async () => {
  const one = await agree({ name: 'Bara vi', customerId: scene.ids.customer.social })
  for (const [who, status] of [
    ['admin', 200],
    ['purchaser', 200],
    ['teacher', 404],
    ['otherAuthority', 404],
  ] as const)
    expect([who, (await ask(who, 'GET', `/${one.id}`)).status]).toEqual([who, status])
  expect(await names('', 'teacher')).toEqual([])
  expect((await served.ask('teacher', { path: `/overenskommelser/${one.id}` })).statusCode).toBe(404)
})

test('the register: sorted, narrowed by customer, service, kind, state of the day and words', async () => {
  for (const name of ['Öster', 'Ängen', 'Åkern'])
    await line(await agree({ name, kind: 'assignment', customerId: scene.ids.customer.skola }), {
      serviceId: scene.ids.service['felanmalan'],
      from: '2012-05-01',
    })
  expect(await names('?slag=assignment')).toEqual(['Åkern', 'Ängen', 'Öster'])
  expect(await names(`?kund=${scene.ids.customer.skola}&sort=-name`)).toEqual(['Öster', 'Ängen', 'Åkern'])
  expect(await names('?slag=assignment&lage=ended&datum=2013-01-01')).toHaveLength(3)
  expect(await names('?slag=assignment&lage=planned&datum=2011-12-31')).toHaveLength(3)
  const service = scene.ids.service['felanmalan'] ?? ''
  expect(await names(`?tjanst=${service}`)).toEqual([])
  expect(await names(`?tjanst=${service}&datum=2012-05-01`)).toHaveLength(3)
  await agreementsJobs['agreements.index_sweep']?.run(
    { stage: scene.stage, tenant: scene.tenant, actor: await scene.system() },
    {},
  )
  expect(await names('?sok=angen')).toEqual(['Ängen'])
  const hitsOf = async (who: CastName) =>
    look(scene.stage, scene.tenant, await scene.actor(who), async (view) => {
      const found = await find(view.tx, { tenantId: scene.tenant.tenantId, query: 'ängen', kinds: ['agreement'] })
      return agreementsSearch[0]?.hits(
        view,
        found.entries.map((entry) => entry.id),
        'sv',
      )
    })
  expect(await hitsOf('admin')).toMatchObject([{ title: 'Ängen', under: 'Barn- och utbildningsförvaltningen' }])
  expect(await hitsOf('purchaser')).toEqual([])
})

describe('on the screens', () => {
  const below = (location: unknown): string => String(location).replace(`/${scene.tenant.slug}`, '').split('?')[0] ?? ''
  const post = (path: string, form: Record<string, string>) => served.ask('admin', { method: 'POST', path, form })

  test('made and filled with lines without script; a refused line stands open with what was typed', async () => {
    const made = await post('/overenskommelser', {
      name: 'På skärmen',
      kind: 'agreement',
      customerId: scene.ids.customer.skola,
      validFrom: '1/1 2012',
      validTo: '',
    })
    expect(made.statusCode).toBe(303)
    const path = below(made.headers.location)
    const form = {
      serviceId: scene.ids.service['dator'] ?? '',
      offeringId: scene.ids.offering['vaktmastartimme'] ?? '',
      financing: 'price',
      volume: '12,5',
      from: '2012-04-31',
      _version: '1',
    }
    const refused = await post(`${path}/rader`, form)
    expect(refused.statusCode).toBe(422)
    for (const kept of ['value="12,5"', 'value="2012-04-31"', 'href="#form-rader-from"', 'Menas 2012-04-30?'])
      expect(refused.body).toContain(kept)
    expect(refused.body).toMatch(/<details[^>]* open[^>]*><summary>Lägg till rad/)
    const other = await post(`${path}/rader`, { ...form, from: '' })
    expect([other.statusCode, other.body.includes('href="#form-rader-offeringId"')]).toEqual([422, true])
    const fine = await post(`${path}/rader`, { ...form, from: '', offeringId: '', volume: '0,0005' })
    expect([fine.statusCode, fine.body.includes('href="#form-rader-volume"')]).toEqual([422, true])
    const right = await post(`${path}/rader`, { ...form, from: '', offeringId: scene.ids.offering['pc'] ?? '' })
    expect(right.statusCode).toBe(303)
    const open = await served.ask('admin', { path: `${path}?rad=1` })
    expect(open.body).toContain('Rad 1: Arbetsplatsdator')
    expect((await post(`${path}/rad-avsluta`, { lineNo: '1', from: '2012-12-01', _version: '1' })).statusCode).toBe(412)
    expect((await post(`${path}/rad-avsluta`, { lineNo: '1', from: '2012-12-01', _version: '2' })).statusCode).toBe(303)
    const old = await served.ask('admin', { path: `${path}?version=2` })
    expect(old.body).toContain('Du läser version 2')
    expect(old.body).not.toContain('Lägg till rad')
    const english = await served.ask('admin', {
      path,
      headers: { cookie: (await served.cookieOf('admin')).replace('lang=sv', 'lang=en') },
    })
    expect(english.body).toContain('Service level')
  })

  test('the list says in its address what it shows, and is taken out as files', async () => {
    const csv = await served.ask('admin', { path: '/overenskommelser/rader.csv?slag=assignment&datum=2012-05-01' })
    expect(csv.body.split('\r\n').slice(0, 2)).toEqual([
      '\ufeffNamn;Kund;Slag;Rader;Gäller från;Gäller inte från;Läge',
      'Åkern;Barn- och utbildningsförvaltningen;Uppdrag;1;2012-01-01;2013-01-01;Gäller',
    ])
    expect((await served.ask('admin', { path: '/overenskommelser/rader.xlsx' })).statusCode).toBe(200)
    const page = await served.ask('admin', { path: '/overenskommelser?slag=assignment' })
    expect(page.body).toContain('Slag: Uppdrag')
  })
})
