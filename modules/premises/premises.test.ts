// Properties, buildings and rooms: added, changed by the version seen and ended, what lies in something ending with it; read
// on a day, narrowed, taken out as files and found – on the screens without script and by the API.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { look } from '#platform/act'
import { find } from '#platform/search/index-entry'
import type { CastName, Scene } from '../../world/scene.ts'
import { openScene } from '../../world/scene.ts'
import type { ServedScene } from '../../world/serve-scene.ts'
import { serveScene } from '../../world/serve-scene.ts'
import { isThere, mustLieWithin } from './premises.ts'
import { premisesJobs, premisesSearch } from './search.ts'

let scene: Scene
let served: ServedScene
beforeAll(async () => {
  scene = await openScene()
  served = await serveScene(scene)
})
afterAll(() => served.close())

interface Property {
  id: string
  version: number
  name: string
  validTo: string | null
  buildings: { id: string; name: string; validTo: string | null; rooms: { id: string; name: string }[] }[]
}
type Body = Record<string, unknown>
async function ask(who: CastName, method: 'GET' | 'POST' | 'PUT', path: string, json?: Body, version?: number) {
  const headers = version === undefined ? {} : { 'if-match': `"${version}"` }
  const reply = await served.ask(who, { method, path: `/api/v1/properties${path}`, ...(json ? { json } : {}), headers })
  return { status: reply.statusCode, body: reply.json<Body & Property>() }
}
const fieldsOf = (body: Body): string[] => ((body['errors'] ?? []) as { field: string }[]).map((one) => one.field)
async function house(name: string, more: Body = {}): Promise<Property> {
  const { status, body } = await ask('admin', 'POST', '', { name, ...more })
  expect([status, body['errors']]).toEqual([201, undefined])
  return body
}
const names = async (query = ''): Promise<string[]> =>
  ((await ask('employee', 'GET', query)).body as unknown as { rows: { name: string }[] }).rows.map((row) => row.name)

test('the rule: what begins in something begins while that is there; no first day is since always', () => {
  const day = Temporal.PlainDate.from
  const span = { from: day('2010-01-01'), to: day('2012-01-01') }
  expect(() => mustLieWithin(day('2009-12-31'), span, 'validFrom')).toThrow(/not_there_then/)
  expect(() => mustLieWithin(day('2012-01-01'), span, 'validFrom')).toThrow(/not_there_then/)
  expect(() => mustLieWithin(day('2011-12-31'), span, 'validFrom')).not.toThrow()
  expect([
    isThere(span, day('2009-12-31')),
    isThere(span, day('2010-01-01')),
    isThere(span, day('2012-01-01')),
  ]).toEqual([false, true, false])
  expect(isThere({ from: null, to: null }, day('1900-01-01'))).toBe(true)
})

test('an empty register says how to begin', async () => {
  expect((await served.ask('admin', { path: '/fastigheter' })).body).toContain('Inga fastigheter än')
})

test('a property is added, changed by the version seen and ended; what is wrong is named', async () => {
  const wrong = await ask('admin', 'POST', '', { name: '', validFrom: '2011-02-29', colour: 'red' })
  expect([wrong.status, fieldsOf(wrong.body).toSorted()]).toEqual([422, ['colour', 'name', 'validFrom']])
  expect((await ask('employee', 'POST', '', { name: 'X' })).status).toBe(403)
  const made = await house('Kommunhuset', { designation: 'Bollmora 2:1', managerUnitId: scene.ids.unit['fastighet'] })
  expect(made).toMatchObject({
    designation: 'Bollmora 2:1',
    managerUnit: { name: 'Fastighet & kontorsservice' },
    version: 1,
  })
  const taken = await ask('admin', 'POST', '', { name: 'Annat', designation: ' bollmora 2:1' })
  expect([taken.status, fieldsOf(taken.body)]).toEqual([409, ['designation']])
  const path = `/${made.id}`
  const change = { name: 'Tyresö kommunhus', designation: 'Bollmora 2:1', validFrom: '1990-01-01' }
  expect((await ask('admin', 'PUT', path, change)).status).toBe(428)
  expect((await ask('admin', 'PUT', path, change, 1)).body).toMatchObject({ name: 'Tyresö kommunhus', version: 2 })
  expect((await ask('admin', 'PUT', path, change, 1)).status).toBe(412)
  expect(fieldsOf((await ask('admin', 'POST', `${path}/end`, { on: '1990-01-01' }, 2)).body)).toEqual(['on'])
  expect((await ask('admin', 'GET', `/${scene.ids.circle}`)).status).toBe(404)
})

describe('a whole house', () => {
  let made: Property
  const path = (): string => `/${made.id}`
  const of = (body: Property, name: string) => body.buildings.find((one) => one.name === name)
  beforeAll(async () => {
    made = await house('Masten')
    await ask('admin', 'POST', `${path()}/buildings`, { name: 'Huvudhuset', placeId: scene.ids.place.masten })
    made = (await ask('admin', 'POST', `${path()}/buildings`, { name: 'Förrådet', validFrom: '2012-01-01' })).body
    const main = of(made, 'Huvudhuset')?.id ?? ''
    for (const [name, floor] of [
      ['Örnen', '2'],
      ['Älgen', '2'],
      ['Arkiv', '1'],
    ])
      made = (await ask('admin', 'POST', `${path()}/buildings/${main}/rooms`, { name, floor })).body
  })

  test('is one thing with one version; rooms by floor and as Swedes sort', () => {
    expect(made.version).toBe(6)
    expect(of(made, 'Huvudhuset')).toMatchObject({ place: { name: 'Masten' } })
    expect(of(made, 'Huvudhuset')?.rooms.map((room) => room.name)).toEqual(['Arkiv', 'Älgen', 'Örnen'])
  })

  test('is read on a day: what had not begun is not there', async () => {
    const before = (await ask('employee', 'GET', `${path()}?date=2011-12-31`)).body
    expect(before.buildings.map((one) => one.name)).toEqual(['Huvudhuset'])
    const page = await served.ask('employee', { path: `/fastigheter/${made.id}?datum=2011-12-31` })
    expect([page.body.includes('Huvudhuset'), page.body.includes('Förrådet')]).toEqual([true, false])
  })

  test('a building is changed and a room ended by the version of the property; a stale one is a race lost', async () => {
    const main = of(made, 'Huvudhuset')?.id ?? ''
    const change = { name: 'Huvudbyggnaden', placeId: scene.ids.place.masten }
    const changed = await ask('admin', 'PUT', `${path()}/buildings/${main}`, change, made.version)
    expect(changed.body.buildings.map((one) => one.name)).toContain('Huvudbyggnaden')
    const room = of(changed.body, 'Huvudbyggnaden')?.rooms.find((one) => one.name === 'Arkiv')?.id ?? ''
    const end = (version: number) =>
      ask('admin', 'POST', `${path()}/buildings/${main}/rooms/${room}/end`, { on: '2012-05-01' }, version)
    expect((await end(made.version)).status).toBe(412)
    made = (await end(changed.body.version)).body
    const later = (await ask('employee', 'GET', `${path()}?date=2012-05-01`)).body
    expect(of(later, 'Huvudbyggnaden')?.rooms.map((one) => one.name)).toEqual(['Älgen', 'Örnen'])
    expect((await ask('admin', 'PUT', `/${scene.ids.circle}/buildings/${main}`, change, 1)).status).toBe(404)
  })

  test('ends with all that lies in it, and what ended earlier keeps its day', async () => {
    made = (await ask('admin', 'POST', `${path()}/end`, { on: '2012-12-31' }, made.version)).body
    expect(made.validTo).toBe('2012-12-31')
    expect(made.buildings.map((one) => one.validTo)).toEqual(['2012-12-31', '2012-12-31'])
    const rows = await scene.peek((tx) =>
      tx
        .selectFrom('premises.room')
        .select(['name', 'valid_to'])
        .where('tenant_id', '=', scene.tenant.tenantId)
        .orderBy('sort_name')
        .execute(),
    )
    expect(rows.map((row) => [row.name, row.valid_to?.toString()])).toEqual([
      ['Arkiv', '2012-05-01'],
      ['Älgen', '2012-12-31'],
      ['Örnen', '2012-12-31'],
    ])
    expect(await names('?datum=2012-12-30')).toContain('Masten')
    expect(await names('?datum=2012-12-31')).not.toContain('Masten')
    expect(await names('?datum=2012-12-31&avslutade=ja')).toEqual(['Masten'])
    const late = await ask('admin', 'POST', `${path()}/buildings`, { name: 'Ny', validFrom: '2013-01-01' })
    expect([late.status, fieldsOf(late.body)]).toEqual([422, ['validFrom']])
    const verbs = await scene.peek((tx) =>
      tx.selectFrom('platform.journal').select('verb').where('subject_id', '=', made.id).orderBy('n').execute(),
    )
    expect(verbs.map((entry) => entry.verb).slice(-3)).toEqual(['building.changed', 'room.ended', 'property.ended'])
  })
})

test('a room is found by its name and leads to where it lies; the register finds the house by it', async () => {
  const index = premisesJobs['premises.index_sweep']
  await index?.run({ stage: scene.stage, tenant: scene.tenant, actor: await scene.system() }, {})
  const hits = await look(scene.stage, scene.tenant, await scene.actor('employee'), async (view) => {
    const found = await find(view.tx, { tenantId: scene.tenant.tenantId, query: 'algen', kinds: ['room'] })
    return premisesSearch
      .find((kind) => kind.kind === 'room')
      ?.hits(
        view,
        found.entries.map((entry) => entry.id),
        'sv',
      )
  })
  expect(hits).toMatchObject([{ title: 'Älgen', under: 'Huvudbyggnaden, 2' }])
  expect(hits?.[0]?.href).toMatch(/^\/fastigheter\/[0-9a-f-]{36}#room-[0-9a-f-]{36}$/)
  expect(await names('?sok=%C3%A4lgen')).toEqual(['Masten'])
  expect(await names('?sok=bollmora')).toEqual(['Tyresö kommunhus'])
  expect(await names(`?forvaltare=${scene.ids.unit['kit'] ?? ''}`)).toEqual([])
})

describe('on the screens', () => {
  const below = (location: unknown): string => String(location).replace(`/${scene.tenant.slug}`, '')

  test('house, building and room are added and changed without script; a refused form stands open with what was typed', async () => {
    const post = (path: string, form: Record<string, string>) => served.ask('admin', { method: 'POST', path, form })
    const done = await post('/fastigheter', { name: 'Biblioteket', designation: '', validFrom: '1 januari 1995' })
    expect(done.statusCode).toBe(303)
    const path = (below(done.headers.location).split('?')[0] ?? '') as `/${string}`
    expect((await post(`${path}/byggnader`, { name: 'Stora huset', validFrom: '' })).statusCode).toBe(303)
    const id = /building-([0-9a-f-]{36})/.exec((await served.ask('admin', { path })).body)?.[1] ?? ''
    const refused = await post(`${path}/rum`, {
      buildingId: id,
      name: 'Läsesalen',
      floor: '1',
      validFrom: '2012-06-31',
    })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toMatch(/<details[^>]* open[^>]*><summary>Lägg till rum/)
    for (const kept of ['value="Läsesalen"', 'value="2012-06-31"', `href="#form-rum-${id}-validFrom"`])
      expect(refused.body).toContain(kept)
    expect((await post(`${path}/rum`, { buildingId: id, name: 'Läsesalen', floor: '1' })).statusCode).toBe(303)
    const room = /room-([0-9a-f-]{36})/.exec((await served.ask('admin', { path })).body)?.[1] ?? ''
    const open = await served.ask('admin', { path: `${path}?rum=${room}` })
    expect(open.body).toContain('Rum: Läsesalen')
    const stale = await post(`${path}/rum-andra`, {
      buildingId: id,
      roomId: room,
      name: 'Stora läsesalen',
      _version: '1',
    })
    expect([stale.statusCode, stale.body.includes('value="Stora läsesalen"')]).toEqual([412, true])
    const mended = await post(`${path}/rum-andra`, {
      buildingId: id,
      roomId: room,
      name: 'Stora läsesalen',
      _version: '3',
    })
    expect(mended.statusCode).toBe(303)
    const shown = await served.ask('employee', { path })
    expect(shown.body).toContain('Stora läsesalen')
    expect(shown.body).not.toContain('Lägg till rum')
  })

  test('the list is exported with real numbers and says in English what is not stated', async () => {
    const csv = await served.ask('employee', { path: '/fastigheter/rader.csv?sok=biblioteket' })
    expect(csv.body.split('\r\n')[0]).toBe('\ufeffNamn;Beteckning;Förvaltas av;Byggnader;Rum')
    const page = await served.ask('employee', {
      path: '/fastigheter',
      headers: { cookie: (await served.cookieOf('employee')).replace('lang=sv', 'lang=en') },
    })
    expect(page.body).toContain('not stated')
    expect((await served.ask('employee', { path: '/fastigheter/rader.xlsx' })).statusCode).toBe(200)
  })
})
