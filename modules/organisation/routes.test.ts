// The API's door: shapes, access, versions and problems that name the field; every operation answers.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { find } from '#platform/search/index-entry'
import type { CastName, Scene } from '../../world/scene.ts'
import { openScene } from '../../world/scene.ts'
import type { ServedScene } from '../../world/serve-scene.ts'
import { serveScene } from '../../world/serve-scene.ts'
import { act, look } from '#platform/act'
import { indexJob, writeEntries } from './index-entries.ts'
import { organisationSearch } from './search.ts'

let scene: Scene
let served: ServedScene
beforeAll(async () => {
  scene = await openScene()
  served = await serveScene(scene)
})
afterAll(() => served.close())

type Body = Record<string, unknown>
interface Answer {
  readonly status: number
  readonly body: Body
  readonly etag: string | undefined
}
async function ask(
  who: CastName,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  json?: Body,
  version?: number,
): Promise<Answer> {
  const reply = await served.ask(who, {
    method,
    path: `/api/v1/organisation${path}`,
    ...(json ? { json } : {}),
    ...(version === undefined ? {} : { headers: { 'if-match': `"${version}"` } }),
  })
  return {
    status: reply.statusCode,
    body: reply.body === '' ? {} : reply.json<Body>(),
    etag: reply.headers.etag,
  }
}
const get = (path: string, who: CastName = 'admin') => ask(who, 'GET', path)
const fieldsOf = (answer: Answer): unknown[] =>
  ((answer.body['errors'] ?? []) as { field: string }[]).map((error) => error.field)

test('every read answers', async () => {
  const { unit, person, role, customer, place, schedule } = scene.ids
  const lon = unit['lon'] ?? ''
  const paths = [
    '/tree',
    '/tree?date=2012-01-01',
    `/units/${lon}`,
    `/units/${lon}/people`,
    `/units/${lon}/posts`,
    `/units/${lon}/customer`,
    '/parties',
    '/people',
    `/people/${person.agent}`,
    '/people/by-name?q=alva',
    '/roles',
    `/roles/${role['agent'] ?? ''}`,
    '/rights',
    '/customers',
    `/customers/${customer.social}`,
    `/customers/${customer.social}/purchasers?area=it`,
    '/unmarked-branches',
    '/schedules',
    `/schedules/${schedule.kontor}`,
    '/places',
    `/places/${place.masten}`,
    `/places/${place.biblioteket}/hours?date=2012-04-20`,
  ]
  for (const path of paths) expect([path, (await get(path)).status]).toEqual([path, 200])
  for (const path of ['/units', '/people', '/roles', '/customers', '/schedules', '/places'])
    expect([path, (await get(`${path}/${scene.tenant.tenantId}`)).status]).toEqual([path, 404])
})

test('TY-361 the API says when a place is open, whose hours those are, and that the library’s are not stated', async () => {
  const { body } = await get(`/places/${scene.ids.place.biblioteket}/hours?date=2012-04-06`, 'employee')
  expect(body).toMatchObject({ stated: false, holder: 'tenant', windows: [], dayName: { sv: 'långfredagen' } })
})

describe('people', () => {
  test('go by cursor; every row once, in order', async () => {
    const seen: string[] = []
    let cursor = ''
    for (let n = 0; n < 20; n += 1) {
      const { body } = await get(`/people?limit=5${cursor ? `&cursor=${cursor}` : ''}`, 'employee')
      seen.push(...(body['rows'] as { name: string }[]).map((row) => row.name))
      expect(body['total']).toEqual({ count: 17, exact: true })
      if (body['next'] === null) break
      cursor = body['next'] as string
    }
    expect(new Set(seen).size).toBe(17)
    expect(seen).toEqual(seen.toSorted((a, b) => a.localeCompare(b, 'sv')))
    expect((await get('/people?cursor=x')).status).toBe(422)
    expect((await get('/people?enhet=x')).status).toBe(422)
    expect(fieldsOf(await get('/people?colour=red'))).toEqual(['colour'])
  })

  test('are added, changed by the version seen, set away and ended; what is wrong is named', async () => {
    const wrong = await ask('admin', 'POST', '/people', {
      name: '',
      kind: 'robot',
      lonebidrag: true,
      endedOn: '2012-02-31',
    })
    expect(wrong.status).toBe(422)
    expect(fieldsOf(wrong)).toEqual(expect.arrayContaining(['name', 'kind', 'lonebidrag', 'endedOn']))
    const made = await ask('admin', 'POST', '/people', { name: 'Ny Person', kind: 'employee' })
    expect([made.status, made.etag]).toEqual([201, '"1"'])
    const path = `/people/${String(made.body['personId'])}`
    expect((await ask('admin', 'PUT', path, { name: 'Ny Person', kind: 'employee', title: 'Arkivarie' })).status).toBe(
      428,
    )
    expect(
      (await ask('admin', 'PUT', path, { name: 'Ny Person', kind: 'employee', title: 'Arkivarie' }, 1)).body,
    ).toMatchObject({ title: 'Arkivarie', version: 2 })
    expect((await ask('admin', 'PUT', path, { name: 'Ny Person', kind: 'employee' }, 1)).status).toBe(412)
    expect((await ask('manager', 'PUT', path, { name: 'Ny Person', kind: 'employee' }, 2)).status).toBe(403)
    expect(
      (await ask('admin', 'PUT', `${path}/absence`, { from: '2012-06-01', to: null, deputyId: null }, 2)).body,
    ).toMatchObject({ awayFrom: '2012-06-01', version: 3 })
    expect((await ask('admin', 'POST', `${path}/end`, { on: '2012-12-31' }, 3)).body).toMatchObject({
      endedOn: '2012-12-31',
    })
  })
})

test('units: added, placed, renamed, ended; a unit beneath itself is a 409 that names the field', async () => {
  const made = await ask('admin', 'POST', '/units', {
    code: 'arkiv',
    from: '2012-04-02',
    parentUnitId: scene.ids.unit['kit'],
    kind: 'unit',
    name: 'Arkivet',
  })
  expect([made.status, made.body['version']]).toEqual([201, 1])
  const unitId = String(made.body['unitId'])
  const below = await ask('admin', 'POST', '/units', {
    code: 'narkiv',
    from: '2012-04-02',
    parentUnitId: unitId,
    kind: 'unit',
    name: 'Närarkivet',
  })
  const ring = await ask(
    'admin',
    'POST',
    `/units/${unitId}/placements`,
    { from: '2012-05-01', parentUnitId: below.body['unitId'] },
    1,
  )
  expect([ring.status, ring.body['code'], fieldsOf(ring)]).toEqual([409, 'unit_beneath_itself', ['parentUnitId']])
  expect(
    (await ask('admin', 'POST', `/units/${unitId}/names`, { from: '2012-05-01', name: 'Kommunarkivet' }, 1)).body,
  ).toMatchObject({ version: 2 })
  expect((await get(`/units/${unitId}?date=2012-05-01`)).body).toMatchObject({
    name: 'Kommunarkivet',
    line: [{ name: 'Kontoret för interna tjänster' }],
  })
  expect(
    (await ask('admin', 'POST', `/units/${String(below.body['unitId'])}/end`, { on: '2012-09-01' }, 1)).status,
  ).toBe(200)
  expect(
    (
      await ask('admin', 'PUT', `/units/${unitId}/schedule`, {
        scheduleId: scene.ids.schedule.masten,
        from: '2012-05-01',
      })
    ).status,
  ).toBe(204)
})

test('parties, posts, roles and assignments', async () => {
  const party = await ask('admin', 'POST', '/parties', { kind: 'supplier', name: 'Hiss AB' })
  expect(
    (
      await ask(
        'admin',
        'POST',
        `/parties/${String(party.body['partyId'])}/relations`,
        { kind: 'owned_by', otherPartyId: scene.ids.party.kommun, from: '2012-01-01' },
        1,
      )
    ).body,
  ).toMatchObject({ relations: [{ kind: 'owned_by' }], version: 2 })
  expect(
    (
      await ask(
        'admin',
        'POST',
        `/parties/${String(party.body['partyId'])}/relations/end`,
        { kind: 'owned_by', otherPartyId: scene.ids.party.kommun, on: '2012-03-01' },
        2,
      )
    ).body,
  ).toMatchObject({ relations: [] })
  expect(
    (await ask('admin', 'PUT', `/parties/${String(party.body['partyId'])}`, { name: 'Hissar AB' }, 3)).body,
  ).toMatchObject({ name: 'Hissar AB' })
  const post = await ask('admin', 'POST', '/posts', {
    unitId: scene.ids.unit['lon'],
    title: 'Lönehandläggare',
    sharePercent: 75,
    state: 'filled',
    from: '2012-01-01',
  })
  expect([post.status, post.body['sharePercent']]).toEqual([201, 75])
  expect(
    (
      await ask(
        'admin',
        'POST',
        `/posts/${String(post.body['postId'])}/changes`,
        { title: 'Lönehandläggare', sharePercent: 50, state: 'filled', from: '2012-04-01' },
        1,
      )
    ).status,
  ).toBe(200)
  expect(
    (
      await ask('admin', 'PUT', `/units/${scene.ids.unit['lon'] ?? ''}/printed-counts/full_time`, {
        valueHundredths: 50,
      })
    ).body,
  ).toMatchObject({ printed: [{ agrees: true }] })
  const made = await ask('admin', 'POST', '/roles', {
    code: 'arkivarie',
    name: 'Arkivarie',
    rights: ['registry.edit'],
    from: '2012-01-01',
  })
  expect(made.status).toBe(201)
  const roleId = String(made.body['roleId'])
  expect(
    fieldsOf(
      await ask(
        'admin',
        'POST',
        `/roles/${roleId}/versions`,
        { name: 'Arkivarie', rights: ['allt'], from: '2013-01-01' },
        1,
      ),
    ),
  ).toEqual(['rights.0'])
  expect(
    (await ask('admin', 'POST', `/roles/${roleId}/versions`, { name: 'Arkivarie', rights: [], from: '2013-01-01' }, 1))
      .body,
  ).toMatchObject({ version: 2 })
  const held = await ask('admin', 'POST', '/assignments', {
    personId: scene.ids.person.controller,
    roleId,
    unitId: scene.ids.unit['kit'],
    from: '2012-04-01',
    sharePercent: 20,
  })
  expect([held.status, held.body['sharePercent']]).toEqual([201, 20])
  expect(
    (
      await ask('admin', 'POST', '/role-moves', {
        roleId,
        fromUnitId: scene.ids.unit['kit'],
        toUnitId: scene.ids.unit['it'],
        from: '2012-09-01',
      })
    ).body,
  ).toMatchObject({ moved: [{ personId: scene.ids.person.controller }] })
  expect(
    (await ask('admin', 'POST', `/assignments/${String(held.body['assignmentId'])}/end`, { on: '2012-05-01' }, 2)).body,
  ).toMatchObject({ validTo: '2012-05-01' })
  expect((await ask('admin', 'POST', `/roles/${roleId}/end`, { on: '2014-01-01' }, 2)).status).toBe(200)
})

test('TY-029 a second coordinator is a 409 in words; a foreign customer does not exist', async () => {
  const mandate = {
    customerId: scene.ids.customer.social,
    personId: scene.ids.person.employee,
    kind: 'coordinator',
    from: '2012-05-01',
  }
  const second = await ask('admin', 'POST', '/mandates', mandate)
  expect([second.status, second.body['code'], second.body['detail']]).toEqual([
    409,
    'coordinator_already',
    expect.stringContaining('Finn Alm'),
  ])
  expect((await ask('admin', 'POST', '/mandates', { ...mandate, customerId: scene.tenant.tenantId })).status).toBe(404)
  expect((await ask('admin', 'POST', '/mandates', { ...mandate, kind: 'purchaser', limitOre: -1 })).status).toBe(422)
  expect((await ask('agent', 'POST', '/mandates', mandate)).status).toBe(403)
  expect((await ask('purchaser', 'GET', `/customers/${scene.ids.customer.social}`)).status).toBe(200)
  expect((await ask('purchaser', 'GET', `/customers/${scene.ids.customer.skola}`)).status).toBe(403)
})

test('places and schedules', async () => {
  const made = await ask('admin', 'POST', '/schedules', {
    name: 'Jour',
    from: '2012-01-01',
    week: [{ weekday: 6, opens: '09:00', closes: '24:00' }],
  })
  expect(made.status).toBe(201)
  const scheduleId = String(made.body['scheduleId'])
  expect(
    fieldsOf(
      await ask(
        'admin',
        'POST',
        `/schedules/${scheduleId}/versions`,
        { from: '2012-05-01', week: [{ weekday: 8, opens: '9', closes: '10:00' }], reason: 'x' },
        1,
      ),
    ),
  ).toEqual(expect.arrayContaining(['week.0.weekday', 'week.0.opens']))
  expect(
    (
      await ask(
        'admin',
        'POST',
        `/schedules/${scheduleId}/versions`,
        { from: '2012-05-01', week: [{ weekday: 6, opens: '10:00', closes: '12:00' }], reason: 'Kortare' },
        1,
      )
    ).body,
  ).toMatchObject({ version: 2 })
  const place = await ask('admin', 'POST', '/places', { name: 'Kvarnhjulet', from: '2012-01-01', scheduleId })
  expect(place.body).toMatchObject({ hoursStated: true })
  expect((await get(`/places/${String(place.body['placeId'])}/hours?date=2012-04-28`)).body).toMatchObject({
    windows: [{ opens: '09:00', closes: '24:00' }],
  })
  expect(
    (
      await ask(
        'admin',
        'PUT',
        `/places/${String(place.body['placeId'])}`,
        { name: 'Kvarnhjulet', scheduleId: null },
        1,
      )
    ).body,
  ).toMatchObject({ hoursStated: false, version: 2 })
  expect((await ask('admin', 'PUT', '/tenant-schedule', { scheduleId: scene.ids.schedule.masten })).status).toBe(204)
})

test('what is indexed is found: a person by part of the name, a unit by its old name, and nobody who is protected', async () => {
  const admin = await scene.actor('admin')
  const { ids } = scene
  const made = await ask('admin', 'POST', '/people', { name: 'Hemlig Hedin', kind: 'employee', protected: true })
  const hidden = String(made.body['personId'])
  await act(scene.stage, scene.tenant, admin, (deed) => writeEntries(deed, 'person', [ids.person.itAgent, hidden]))
  await indexJob.run(
    { stage: scene.stage, tenant: scene.tenant, actor: await scene.system() },
    { kind: 'unit', ids: [ids.unit['lon'], scene.tenant.tenantId] },
  )
  const hits = async (who: CastName, query: string, kind: string) =>
    look(scene.stage, scene.tenant, await scene.actor(who), async (view) => {
      const found = await find(view.tx, { tenantId: scene.tenant.tenantId, query, kinds: [kind] })
      return organisationSearch
        .find((one) => one.kind === kind)
        ?.hits(
          view,
          found.entries.map((entry) => entry.id),
          'sv',
        )
    })
  expect(await hits('employee', 'tegel', 'person')).toMatchObject([
    { title: 'Ivar Tegel', under: 'IT-tekniker · Servicedesk', href: `/organisation/personer/${ids.person.itAgent}` },
  ])
  expect(await hits('employee', 'löneenheten', 'unit')).toMatchObject([
    { title: 'Löneenheten', under: 'Kontoret för interna tjänster' },
  ])
  expect(await hits('employee', 'hemlig', 'person')).toEqual([])
  expect(await hits('admin', 'hemlig', 'person')).toHaveLength(1)
})
