// Information systems: added, changed by the version seen and taken out of use; no ring of dependence, also when two race;
// the register of a day narrowed, sorted, taken out as files and found – on the screens without script and by the API.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { look } from '#platform/act'
import { find } from '#platform/search/index-entry'
import type { CastName, Scene } from '../../world/scene.ts'
import { openScene } from '../../world/scene.ts'
import type { ServedScene } from '../../world/serve-scene.ts'
import { serveScene } from '../../world/serve-scene.ts'
import { systemsJobs, systemsSearch } from './search.ts'
import { ringThrough } from './system.ts'

let scene: Scene
let served: ServedScene
beforeAll(async () => {
  scene = await openScene()
  served = await serveScene(scene)
})
afterAll(() => served.close())

type Body = Record<string, unknown>
async function ask(who: CastName, method: 'GET' | 'POST' | 'PUT', path: string, json?: Body, version?: number) {
  const headers = version === undefined ? {} : { 'if-match': `"${version}"` }
  const reply = await served.ask(who, { method, path: `/api/v1/systems${path}`, ...(json ? { json } : {}), headers })
  return { status: reply.statusCode, body: reply.json<Body>() }
}
const fieldsOf = (body: Body): string[] => ((body['errors'] ?? []) as { field: string }[]).map((one) => one.field)
const add = async (name: string, more: Body = {}): Promise<string> => {
  const { status, body } = await ask('admin', 'POST', '', { name, ...more })
  expect([status, body['errors']]).toEqual([201, undefined])
  return body['id'] as string
}
const names = async (query = ''): Promise<string[]> =>
  ((await ask('employee', 'GET', query)).body['rows'] as { name: string }[]).map((row) => row.name)

describe('the rule', () => {
  test('a ring is found by its shortest way; a tree and a diamond have none', () => {
    const link = (systemId: string, dependsOnId: string) => ({ systemId, dependsOnId })
    expect(ringThrough('a', ['a'], [])).toEqual(['a', 'a'])
    expect(ringThrough('a', ['b'], [link('b', 'c'), link('c', 'a')])).toEqual(['a', 'b', 'c', 'a'])
    expect(ringThrough('a', ['b', 'c'], [link('b', 'd'), link('c', 'd')])).toBeNull()
    expect(ringThrough('a', [], [link('b', 'a')])).toBeNull()
  })

  test('links that are only ever added when there is no ring never make one', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    fc.assert(
      fc.property(fc.array(fc.tuple(id, fc.uniqueArray(id, { maxLength: 3 })), { maxLength: 30 }), (wishes) => {
        let links: { systemId: string; dependsOnId: string }[] = []
        for (const [systemId, dependsOn] of wishes) {
          const others = links.filter((one) => one.systemId !== systemId)
          if (ringThrough(systemId, dependsOn, others)) continue
          links = [...others, ...dependsOn.map((dependsOnId) => ({ systemId, dependsOnId }))]
        }
        // Whoever is left when all without successors are taken away stands in a ring.
        let left = new Set(links.map((one) => one.systemId))
        for (let n = 0; n < 6; n += 1)
          left = new Set([...left].filter((one) => links.some((l) => l.systemId === one && left.has(l.dependsOnId))))
        return left.size === 0
      }),
    )
  })
})

test('is added, changed by the version seen and taken out of use; what is wrong is named', async () => {
  const wrong = await ask('admin', 'POST', '', {
    name: '',
    criticality: 'huge',
    validFrom: '2012-02-30',
    colour: 'red',
  })
  expect(wrong.status).toBe(422)
  expect(fieldsOf(wrong.body)).toEqual(expect.arrayContaining(['name', 'criticality', 'validFrom', 'colour']))
  expect((await ask('employee', 'POST', '', { name: 'X' })).status).toBe(403)
  const id = await add('Agresso', { managerUnitId: scene.ids.unit['it'], aliases: ['ekonomisystemet'] })
  const taken = await ask('admin', 'POST', '', { name: ' Agresso ' })
  expect([taken.status, fieldsOf(taken.body)]).toEqual([409, ['name']])
  const changed = { name: 'Agresso', criticality: 'critical', managerUnitId: scene.ids.unit['lon'] }
  expect((await ask('admin', 'PUT', `/${id}`, changed)).status).toBe(428)
  expect((await ask('admin', 'PUT', `/${id}`, changed, 1)).body).toMatchObject({
    criticality: 'critical',
    managerUnit: { name: 'Löneenheten' },
    aliases: [],
    version: 2,
  })
  expect((await ask('admin', 'PUT', `/${id}`, changed, 1)).status).toBe(412)
  expect(fieldsOf((await ask('admin', 'POST', `/${id}/end`, { on: '2012-04-02' }, 2)).body)).toEqual(['on'])
  expect((await ask('admin', 'POST', `/${id}/end`, { on: '2012-06-01' }, 2)).body).toMatchObject({
    validTo: '2012-06-01',
  })
  expect(await names('?datum=2012-05-31')).toContain('Agresso')
  expect(await names('?datum=2012-06-01')).not.toContain('Agresso')
  expect(await names('?datum=2012-06-01&avslutade=ja')).toEqual(['Agresso'])
  const journal = await scene.peek((tx) =>
    tx.selectFrom('platform.journal').select('verb').where('subject_id', '=', id).orderBy('n').execute(),
  )
  expect(journal.map((entry) => entry.verb)).toEqual(['system.added', 'system.changed', 'system.ended'])
})

test('depends on others without a ring, both ways shown, and is not taken away from those who need it', async () => {
  const platform = await add('Windowsplattformen')
  const mail = await add('E-post', { dependsOn: [platform] })
  const calendar = await add('Kalender', { dependsOn: [mail] })
  expect((await ask('employee', 'GET', `/${mail}`)).body).toMatchObject({
    dependsOn: [{ id: platform, name: 'Windowsplattformen' }],
    usedBy: [{ id: calendar, name: 'Kalender' }],
  })
  const ring = await ask('admin', 'PUT', `/${platform}`, { name: 'Windowsplattformen', dependsOn: [calendar] }, 1)
  expect([ring.status, fieldsOf(ring.body)]).toEqual([422, ['dependsOn']])
  expect(ring.body['detail']).toContain('Windowsplattformen → Kalender → E-post → Windowsplattformen')
  const needed = await ask('admin', 'POST', `/${platform}/end`, { on: '2012-12-01' }, 1)
  expect([needed.status, needed.body['code']]).toEqual([409, 'system_needed'])
  expect(needed.body['detail']).toContain('E-post')
})

test('two changes at once do not close a ring between them', async () => {
  const [one, two] = [await add('Första'), await add('Andra')]
  const replies = await Promise.all([
    ask('admin', 'PUT', `/${one}`, { name: 'Första', dependsOn: [two] }, 1),
    ask('admin', 'PUT', `/${two}`, { name: 'Andra', dependsOn: [one] }, 1),
  ])
  expect(replies.map((reply) => reply.status).toSorted((a, b) => a - b)).toEqual([200, 422])
})

test('the register: sorted as Swedes do, narrowed by manager with units beneath, by weight and by words', async () => {
  for (const name of ['Öppna data', 'Ärendehantering', 'Åtgärdsplan']) await add(name, { criticality: 'low' })
  expect(await names('?vikt=low')).toEqual(['Åtgärdsplan', 'Ärendehantering', 'Öppna data'])
  expect(await names('?vikt=low&sort=-name')).toEqual(['Öppna data', 'Ärendehantering', 'Åtgärdsplan'])
  const first = (await ask('employee', 'GET', '?vikt=low&limit=2')).body
  expect([first['total'], first['next'] === null]).toEqual([{ count: 3, exact: true }, false])
  expect(await names(`?vikt=low&limit=2&cursor=${first['next'] as string}`)).toEqual(['Öppna data'])
  expect(await names(`?forvaltare=${scene.ids.unit['kit'] ?? ''}`)).toEqual(['Agresso', 'Heroma', 'W3D3'])
  expect((await ask('employee', 'GET', '?forvaltare=x')).status).toBe(422)
  await systemsJobs['systems.index_sweep']?.run(
    { stage: scene.stage, tenant: scene.tenant, actor: await scene.system() },
    {},
  )
  expect(await names('?sok=arendehanteringen')).toEqual(['Ärendehantering'])
  const hits = await look(scene.stage, scene.tenant, await scene.actor('employee'), async (view) => {
    const found = await find(view.tx, { tenantId: scene.tenant.tenantId, query: 'heroma', kinds: ['system'] })
    return systemsSearch[0]?.hits(
      view,
      found.entries.map((entry) => entry.id),
      'sv',
    )
  })
  expect(hits).toMatchObject([
    { title: 'Heroma', under: 'Löneenheten · Lo Nilsdotter', href: `/system/${scene.ids.system['Heroma'] ?? ''}` },
  ])
})

describe('on the screens', () => {
  const path = (location: unknown): string => String(location).replace(`/${scene.tenant.slug}`, '')

  test('a system is added without script; its manager is picked by name, and a refusal keeps what was typed', async () => {
    const form = {
      name: 'Procapita',
      aliases: 'skolsystemet, elevregistret',
      'pick.person': 'Nobody Known',
      validFrom: '2012-02-31',
    }
    const refused = await served.ask('admin', { method: 'POST', path: '/system', form })
    expect(refused.statusCode).toBe(422)
    for (const kept of [
      'value="Procapita"',
      'value="skolsystemet, elevregistret"',
      'value="2012-02-31"',
      'Nobody Known',
    ])
      expect(refused.body).toContain(kept)
    expect(refused.body).toContain('href="#form-ny-validFrom"')
    const unknown = await served.ask('admin', { method: 'POST', path: '/system', form: { ...form, validFrom: '' } })
    expect([unknown.statusCode, unknown.body.includes('href="#form-ny-pick-person"')]).toEqual([422, true])
    const done = await served.ask('admin', {
      method: 'POST',
      path: '/system',
      form: { ...form, validFrom: '', 'pick.person': 'Lo Nilsdotter' },
    })
    expect(done.statusCode).toBe(303)
    const page = await served.ask('employee', { path: path(done.headers.location) })
    expect(page.body).toContain('Lo Nilsdotter')
    expect(page.body).toContain('skolsystemet, elevregistret')
    expect(page.body).not.toContain('Ta ur bruk')
    const late = await served.ask('admin', {
      method: 'POST',
      path: `${path(done.headers.location).split('?')[0] ?? ''}/avsluta`,
      form: { on: '2013-01-01', _version: '7' },
    })
    expect([late.statusCode, late.body.includes('Någon hann före')]).toEqual([412, true])
  })

  test('the list has filters, columns and files at its address, and tells the ways to mend an address', async () => {
    const page = await served.ask('employee', { path: '/system?vikt=low&kolumner=criticality&datum=2012-04-31' })
    expect(page.body).toContain('2012-04-31: Datumet 31 april finns inte.')
    expect(page.body).toContain('Vikt: Låg')
    expect(page.body).toContain('href="/' + scene.tenant.slug + '/system/rader.csv?vikt=low')
    const csv = await served.ask('employee', { path: '/system/rader.csv?vikt=low&kolumner=name,criticality,from' })
    expect(csv.body.split('\r\n').slice(0, 2)).toEqual(['\ufeffNamn;Vikt;I bruk från', 'Åtgärdsplan;Låg;2012-04-02'])
    expect((await served.ask('employee', { path: '/system/rader.xlsx' })).statusCode).toBe(200)
    expect((await served.ask('employee', { path: '/system?sok=finnsinte' })).body).toContain('Inga system än')
  })
})
