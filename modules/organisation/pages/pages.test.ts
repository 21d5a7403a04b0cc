// The screens through the real server: every address answers, in both languages, and its forms do the same deeds.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Scene } from '../../../world/scene.ts'
import { openScene } from '../../../world/scene.ts'
import type { ServedScene } from '../../../world/serve-scene.ts'
import { serveScene } from '../../../world/serve-scene.ts'

let scene: Scene
let served: ServedScene
beforeAll(async () => {
  scene = await openScene()
  served = await serveScene(scene)
})
afterAll(() => served.close())

const addresses = (): string[] => {
  const { unit, person, role, customer, place, schedule } = scene.ids
  return [
    '/organisation',
    '/organisation?enhet=alla',
    '/organisation?datum=2009-01-01',
    '/organisation?datum=xx&sok=Alva',
    `/organisation/enheter/${unit['kontorsservice'] ?? ''}`,
    '/organisation/personer',
    `/organisation/personer?enhet=${unit['kit'] ?? ''}&slag=employee&sort=-name&limit=3`,
    '/organisation/personer?enhet=inget',
    `/organisation/personer/${person.agent}`,
    '/organisation/roller',
    `/organisation/roller/${role['agent'] ?? ''}`,
    '/organisation/kunder',
    `/organisation/kunder/${customer.social}`,
    '/organisation/platser',
    `/organisation/platser/${place.biblioteket}`,
    '/organisation/scheman',
    `/organisation/scheman/${schedule.kontor}`,
    '/organisation/parter',
  ]
}

describe('every address', () => {
  test('answers the administrator with one h1, labelled fields, unique ids and no inline script or style', async () => {
    for (const path of addresses()) {
      const reply = await served.ask('admin', { path })
      expect([path, reply.statusCode]).toEqual([path, 200])
      expect(reply.body.match(/<h1/g)).toHaveLength(1)
      const main = reply.body.slice(reply.body.indexOf('<main'), reply.body.indexOf('</main>'))
      expect([path, main.match(/<script|\sstyle=|\son\w+=|undefined|\[object|\{\w+\}/g)]).toEqual([path, null])
      const ids = [...reply.body.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1] ?? '')
      expect([path, ids.filter((id, n) => ids.indexOf(id) !== n)]).toEqual([path, []])
      for (const [, target] of reply.body.matchAll(/<label for="([^"]+)"/g))
        expect([path, ids]).toEqual([path, expect.arrayContaining([target])])
    }
  })

  test('answers in English too', async () => {
    for (const path of addresses()) {
      const reply = await served.ask('admin', {
        path,
        headers: { cookie: (await served.cookieOf('admin')).replace('lang=sv', 'lang=en') },
      })
      expect([path, reply.statusCode]).toEqual([path, 200])
      expect(reply.body).toContain('<html lang="en"')
      expect([path, reply.body.match(/ej angivet|Överordnad|Lägg till|Från och med|Öppettider/g)]).toEqual([path, null])
    }
  })

  test('an employee reads the chart and people but sees no form that changes them', async () => {
    for (const path of [
      '/organisation',
      '/organisation/personer',
      `/organisation/enheter/${scene.ids.unit['lon'] ?? ''}`,
      '/organisation/platser',
    ]) {
      const reply = await served.ask('employee', { path })
      expect([path, reply.statusCode]).toEqual([path, 200])
      expect(reply.body).not.toContain('name="_once"')
    }
  })

  test('TY-049 a trainee reads the chart and is refused the customer register', async () => {
    const status = async (path: string) => (await served.ask('trainee', { path })).statusCode
    expect([
      await status('/organisation'),
      await status('/organisation/kunder'),
      await status(`/organisation/kunder/${scene.ids.customer.social}`),
    ]).toEqual([200, 403, 403])
    const api = async (path: string) =>
      (await served.ask('trainee', { path: `/api/v1/organisation${path}` })).statusCode
    expect([
      await api('/tree'),
      await api('/customers'),
      await api('/unmarked-branches'),
      await api(`/customers/${scene.ids.customer.social}`),
    ]).toEqual([200, 403, 403, 403])
  })

  test('what does not exist, and what is no id at all, is not found', async () => {
    for (const where of ['enheter', 'personer', 'roller', 'kunder', 'platser', 'scheman'])
      for (const id of [scene.tenant.tenantId, 'x'])
        expect([where, id, (await served.ask('admin', { path: `/organisation/${where}/${id}` })).statusCode]).toEqual([
          where,
          id,
          404,
        ])
  })
})

test('TY-004 the chart is drawn: the office with its departments, units and groups as one nested list', async () => {
  const { body } = await served.ask('employee', { path: '/organisation' })
  const tree = body.slice(body.indexOf('class="orgtree"'))
  for (const name of [
    'Kontoret för interna tjänster',
    'Fastighet &amp; kontorsservice',
    'Kontorsservice',
    'IT-enheten',
    'Servicedesk',
    'Löneenheten',
  ])
    expect(tree).toContain(name)
  expect(tree).not.toContain('Socialförvaltningen')
  expect((await served.ask('employee', { path: '/organisation?enhet=alla' })).body).toContain('Socialförvaltningen')
})

test('TY-361 the page of places says “ej angivet” for the library and the hours of the others', async () => {
  const { body } = await served.ask('employee', { path: '/organisation/platser?datum=2012-04-20' })
  const row = (name: string) =>
    /<tr[^>]*>(?:(?!<\/tr>)[\s\S])*/.exec(body.slice(body.lastIndexOf('<tr', body.indexOf(`>${name}</a>`))))?.[0] ?? ''
  expect(row('Kommunhuset')).toContain('07.45–15.00')
  expect(row('Masten')).toContain('07.00–17.00')
  expect(row('Biblioteket')).toContain('ej angivet')
  expect(
    (await served.ask('employee', { path: `/organisation/platser/${scene.ids.place.biblioteket}` })).body,
  ).toContain('Öppettider ej angivet')
})

describe('forms', () => {
  const once = () => crypto.randomUUID()

  test('a unit is added, moved by the version seen, and a refusal keeps what was typed and opens its form', async () => {
    const kit = scene.ids.unit['kit'] ?? ''
    const added = await served.ask('admin', {
      method: 'POST',
      path: '/organisation/enhet',
      form: {
        _once: once(),
        name: 'Arkivet',
        code: 'arkivet',
        kind: 'unit',
        parentUnitId: kit,
        partyId: '',
        shortName: '',
        headTitle: '',
        from: '2012-04-02',
      },
    })
    expect(added.statusCode).toBe(303)
    const address = String(added.headers.location).replace(`/${scene.tenant.slug}`, '').replace(/\?.*/, '')
    expect((await served.ask('employee', { path: address })).body).toContain('Arkivet')
    const twice = await served.ask('admin', {
      method: 'POST',
      path: '/organisation/enhet',
      form: {
        _once: once(),
        name: 'Arkivet två',
        code: 'arkivet',
        kind: 'unit',
        parentUnitId: kit,
        from: '2012-04-02',
      },
    })
    expect(twice.statusCode).toBe(409)
    expect(twice.body).toContain('Det finns redan en enhet med den koden')
    expect(twice.body).toContain('value="Arkivet två"')
    expect(twice.body).toMatch(/<details class="more" open/)
    const wrong = await served.ask('admin', {
      method: 'POST',
      path: `${address}/flytta`,
      form: { _once: once(), _version: '1', parentUnitId: kit, kind: 'unit', headTitle: '', from: '31 april' },
    })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('value="31 april"')
    const stale = await served.ask('admin', {
      method: 'POST',
      path: `${address}/namn`,
      form: { _once: once(), _version: '7', name: 'Kommunarkivet', from: '2012-05-01' },
    })
    expect(stale.statusCode).toBe(412)
    expect(stale.body).toContain('value="Kommunarkivet"')
    const renamed = await served.ask('admin', {
      method: 'POST',
      path: `${address}/namn`,
      form: { _once: once(), _version: '1', name: 'Kommunarkivet', from: '2012-05-01' },
    })
    expect(renamed.statusCode).toBe(303)
    expect((await served.ask('employee', { path: `${address}?datum=2012-05-01` })).body).toContain('Kommunarkivet')
    expect(
      (
        await served.ask('manager', {
          method: 'POST',
          path: `${address}/namn`,
          form: { _once: once(), _version: '2', name: 'X', from: '2012-06-01' },
        })
      ).statusCode,
    ).toBe(403)
  })

  test('a form sent twice does its deed once', async () => {
    const form = {
      _once: once(),
      name: 'Dubbel Person',
      kind: 'employee',
      title: '',
      email: '',
      telephone: '',
      endedOn: '',
      'pick.person': '',
    }
    const [first, second] = [
      await served.ask('admin', { method: 'POST', path: '/organisation/personer', form }),
      await served.ask('admin', { method: 'POST', path: '/organisation/personer', form }),
    ]
    expect([first.statusCode, second.headers.location]).toEqual([303, first.headers.location])
  })

  test('a field named as what every object has is refused by name, never a fault', async () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      const sent = await served.server.inject({
        method: 'POST',
        url: `/${scene.tenant.slug}/organisation/personer`,
        headers: {
          cookie: await served.cookieOf('admin'),
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/x-www-form-urlencoded',
        },
        payload: `name=Ny&kind=employee&${name}=x`,
      })
      expect([name, sent.statusCode]).toEqual([name, 422])
    }
  })

  test('a person is picked by name or by id; two of one name are asked apart', async () => {
    const unit = `/organisation/enheter/${scene.ids.unit['lon'] ?? ''}/roll`
    const give = (person: Record<string, string>) =>
      served.ask('admin', {
        method: 'POST',
        path: unit,
        form: {
          _once: once(),
          roleId: scene.ids.role['controller'] ?? '',
          title: '',
          sharePercent: '50',
          from: '2012-04-02',
          ...person,
        },
      })
    expect((await give({ 'pick.person': 'Kaj Öre' })).statusCode).toBe(303)
    expect((await give({ 'pick.person': 'Ingen Alls' })).body).toContain('Ingen heter så')
    expect((await give({ 'pick.person': '' })).body).toContain('Ange vem')
    for (const _ of [1, 2])
      await served.ask('admin', {
        method: 'POST',
        path: '/organisation/personer',
        form: { _once: once(), name: 'Anna Likadan', kind: 'employee' },
      })
    const two = await give({ 'pick.person': 'Anna Likadan' })
    expect([two.statusCode, two.body.includes('Flera heter så')]).toEqual([422, true])
    const choices = (await served.ask('admin', { path: '/organisation/forslag/personer?q=anna' })).json<
      { value: string; label: string }[]
    >()
    expect(choices.map((one) => one.label)).toEqual(['Anna Likadan', 'Anna Likadan'])
    expect((await give({ 'pick.person': 'Anna Likadan', 'pick.person.id': choices[1]?.value ?? '' })).statusCode).toBe(
      303,
    )
  })

  test('TY-029 a second coordinator is refused in words at the customer’s page', async () => {
    const reply = await served.ask('admin', {
      method: 'POST',
      path: `/organisation/kunder/${scene.ids.customer.social}/mandat`,
      form: {
        _once: once(),
        'pick.person': 'Bo Ingelström',
        kind: 'coordinator',
        areas: 'it',
        limit: '',
        from: '2012-05-01',
      },
    })
    expect(reply.statusCode).toBe(409)
    expect(reply.body).toContain('Finn Alm är redan samordnare')
    expect(reply.body).toContain('value="Bo Ingelström"')
    const given = await served.ask('admin', {
      method: 'POST',
      path: `/organisation/kunder/${scene.ids.customer.social}/mandat`,
      form: {
        _once: once(),
        'pick.person': 'Bo Ingelström',
        kind: 'purchaser',
        areas: 'it, kontorsservice',
        limit: '50 000',
        from: '2012-05-01',
      },
    })
    expect(given.statusCode).toBe(303)
    expect((await served.ask('admin', { path: `/organisation/kunder/${scene.ids.customer.social}` })).body).toMatch(
      /50\s000,00\skr/,
    )
    const bad = await served.ask('admin', {
      method: 'POST',
      path: `/organisation/kunder/${scene.ids.customer.social}/mandat`,
      form: { _once: once(), 'pick.person': 'Cia Ek', kind: 'purchaser', limit: 'många', from: '2012-05-01' },
    })
    expect(bad.statusCode).toBe(422)
    expect(bad.body).toContain('value="många"')
  })

  test('the editor of a schedule makes a new version with its reason; hours that cannot be read are said at their field', async () => {
    const path = `/organisation/scheman/${scene.ids.schedule.masten}`
    const week = {
      week1: '07.00–22.00',
      week2: '7-22',
      week3: '07:00-12:00, 13.00–22.00',
      week4: '07.00–22.00',
      week5: '07.00–17.00',
      week6: '',
      week7: '',
    }
    const bad = await served.ask('admin', {
      method: 'POST',
      path: `${path}/version`,
      form: {
        _once: once(),
        _version: '1',
        from: '2012-06-01',
        parentScheduleId: '',
        ...week,
        week6: 'på förmiddagen',
        reason: 'Prov',
      },
    })
    expect(bad.statusCode).toBe(422)
    expect(bad.body).toContain('value="på förmiddagen"')
    expect(bad.body).toContain('Skriv tiderna som 07.45–16.45')
    const exception = {
      day1: '2012-06-05',
      says1: 'half_day',
      hours1: '07.00–12.00',
      called1: 'Dagen före nationaldagen',
      day2: '2012-06-25',
      says2: 'closed',
      hours2: '',
      called2: 'Stängt för flytt',
    }
    const good = await served.ask('admin', {
      method: 'POST',
      path: `${path}/version`,
      form: {
        _once: once(),
        _version: '1',
        from: '2012-06-01',
        parentScheduleId: '',
        ...week,
        ...exception,
        reason: 'Bemanning över lunch saknas på onsdagar',
      },
    })
    expect(good.statusCode).toBe(303)
    const shown = (await served.ask('employee', { path })).body
    expect(shown).toContain('Bemanning över lunch saknas på onsdagar')
    const hours = (
      await served.ask('employee', {
        path: `/api/v1/organisation/places/${scene.ids.place.masten}/hours?date=2012-06-06`,
      })
    ).json<{ dayName: { sv: string } | null; windows: unknown[] }>()
    expect(hours).toMatchObject({ windows: [], dayName: { sv: expect.stringMatching(/nationaldag/i) as string } })
    const half = (
      await served.ask('employee', {
        path: `/api/v1/organisation/places/${scene.ids.place.masten}/hours?date=2012-06-05`,
      })
    ).json<{ windows: unknown[] }>()
    expect(half.windows).toEqual([{ opens: '07:00', closes: '12:00' }])
    const bare = await served.ask('admin', {
      method: 'POST',
      path: `${path}/version`,
      form: { _once: once(), _version: '2', from: '2012-07-01', ...week, reason: '' },
    })
    expect(bare.statusCode).toBe(422)
  })
})
