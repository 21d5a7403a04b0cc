// The screens through the real server: every address answers, in both languages, and its forms do the same deeds.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Scene } from '../../../world/scene.ts'
import { openScene } from '../../../world/scene.ts'
import type { ServedScene } from '../../../world/serve-scene.ts'
import { serveScene } from '../../../world/serve-scene.ts'

let scene: Scene
let served: ServedScene
let needId = ''
beforeAll(async () => {
  scene = await openScene({ start: '2012-10-03T09:00' })
  served = await serveScene(scene)
  const made = await served.ask('employee', {
    method: 'POST',
    path: '/api/v1/catalogue/needs',
    json: { title: 'Cykelpump vid entrén' },
  })
  needId = made.json<{ needId: string }>().needId
})
afterAll(() => served.close())

const addresses = (): string[] => [
  '/tjanster',
  '/tjanster?visa=lista',
  '/tjanster?area=it&state=active&sort=-name&limit=2',
  '/tjanster/vaktmasteri',
  '/tjanster/dator',
  '/tjanster/dator?datum=2012-06-01',
  '/tjanster/dator/redigera',
  '/katalog',
  '/katalog/ny',
  '/katalog/ny?namn=Vaktm%C3%A4steri',
  '/katalog/omraden',
  '/onskemal',
  '/onskemal?state=declined&sort=-asked',
  `/onskemal/${needId}`,
  '/katalog/formular',
  '/katalog/formular/jobb',
  '/katalog/formular/jobb?prova=1&answers.vad=Borra&answers.flytt=ja',
  '/katalog/arendetyper',
  '/katalog/arendetyper/vaktmasteri-jobb',
  '/katalog/loften',
  '/katalog/priser',
]

describe('every address', () => {
  test('answers the administrator with one h1, labelled fields, unique ids and no inline script or style', async () => {
    for (const path of addresses()) {
      const reply = await served.ask('admin', { path })
      expect([path, reply.statusCode]).toEqual([path, 200])
      expect([path, reply.body.match(/<h1/g)?.length]).toEqual([path, 1])
      const main = reply.body.slice(reply.body.indexOf('<main'), reply.body.indexOf('</main>'))
      expect([path, main.match(/<script|\sstyle=|\son\w+=|undefined|\[object|NaN/g)]).toEqual([path, null])
      const ids = [...reply.body.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1] ?? '')
      expect([path, ids.filter((id, n) => ids.indexOf(id) !== n)]).toEqual([path, []])
      for (const [, target] of reply.body.matchAll(/<label for="([^"]+)"/g))
        expect([path, ids]).toEqual([path, expect.arrayContaining([target])])
    }
  })

  test('answers in English too', async () => {
    for (const path of addresses()) {
      const cookie = (await served.cookieOf('admin')).replace('lang=sv', 'lang=en')
      const reply = await served.ask('admin', { path, headers: { cookie } })
      expect([path, reply.statusCode]).toEqual([path, 200])
      expect(reply.body).toContain('<html lang="en"')
      expect([path, reply.body.match(/ej angivet|Lägg till|Från och med|Öppettider|Önskemål</g)]).toEqual([path, null])
    }
  })

  test('an employee reads services and wishes; the desk and its registers are for those who work there', async () => {
    const status = async (path: string) => (await served.ask('employee', { path })).statusCode
    for (const path of ['/tjanster', '/tjanster/vaktmasteri', '/onskemal', `/onskemal/${needId}`, '/katalog/ny'])
      expect([path, await status(path)]).toEqual([path, 200])
    for (const path of [
      '/katalog',
      '/katalog/omraden',
      '/katalog/formular',
      '/katalog/formular/jobb',
      '/katalog/arendetyper',
      '/katalog/loften',
      '/katalog/priser',
      '/tjanster/dator/redigera',
    ])
      expect([path, await status(path)]).toEqual([path, 403])
  })

  test('what does not exist is not found', async () => {
    for (const path of [
      '/tjanster/finns-inte',
      '/tjanster/finns-inte/redigera',
      '/onskemal/x',
      `/onskemal/${scene.tenant.tenantId}`,
      '/katalog/formular/x',
      '/katalog/arendetyper/x',
    ])
      expect([path, (await served.ask('admin', { path })).statusCode]).toEqual([path, 404])
  })

  test('the lists can be taken out as files with the same rows', async () => {
    for (const path of ['/tjanster/rader.csv?area=it', '/onskemal/rader.csv']) {
      const reply = await served.ask('employee', { path })
      expect(reply.headers['content-type']).toContain('text/csv')
      expect(reply.body).toContain(path.startsWith('/tjanster') ? 'Arbetsplatsdator' : 'Cykelpump')
      expect(reply.body).not.toContain('Vaktmästeriuppdrag')
    }
    expect((await served.ask('employee', { path: '/tjanster/rader.xlsx' })).rawPayload.subarray(0, 2).toString()).toBe(
      'PK',
    )
  })
})

/** A page's form as a browser would send it: its hidden fields, and what is typed. */
async function send(
  who: Parameters<ServedScene['ask']>[0],
  page: string,
  action: string,
  typed: Record<string, string | string[]> = {},
) {
  const { body } = await served.ask(who, { path: page })
  const address = `/${scene.tenant.slug}${action}`.replaceAll('&', '&amp;')
  const at = body.indexOf(`action="${address}"`)
  expect([page, action, at > 0]).toEqual([page, action, true])
  const form = body.slice(at, body.indexOf('</form>', at))
  const hidden: Record<string, string> = {}
  for (const [, name = '', value = ''] of form.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g))
    hidden[name] ??= value
  return served.ask(who, { method: 'POST', path: action, form: { ...hidden, ...typed } })
}

test('TY-078 the customer sees the boundary list in three columns', async () => {
  const parts = [
    { kind: 'included', what: 'Dator och skärm' },
    { kind: 'not_included', what: 'Möbler', doneBy: 'Kontorsservice' },
  ]
  const read = await served.ask('changeManager', { path: '/api/v1/catalogue/services/dator' })
  const changed = await served.ask('changeManager', {
    method: 'PUT',
    path: '/api/v1/catalogue/services/dator/draft',
    json: { parts, kind: 'support', notStated: ['purpose', 'level'] },
    headers: { 'if-match': String(read.headers['etag']) },
  })
  expect(changed.statusCode).toBe(200)
  const published = await served.ask('changeManager', {
    method: 'POST',
    path: '/api/v1/catalogue/services/dator/publication',
    json: {},
    headers: { 'if-match': String(changed.headers['etag']) },
  })
  expect([published.statusCode, published.json<{ versionNo: number }>().versionNo]).toEqual([200, 2])
  const { body } = await served.ask('employee', { path: '/tjanster/dator' })
  const table = body.slice(
    body.indexOf('<caption class="sr">Vem gör vad'),
    body.indexOf('</table>', body.indexOf('<caption class="sr">Vem gör vad')),
  )
  expect([...table.matchAll(/<th scope="col">([^<]+)/g)].map((match) => match[1])).toEqual([
    'Uppgift',
    'Ingår i tjänsten',
    'Utförs av',
  ])
  expect(table).toMatch(/Möbler.*Nej.*Kontorsservice/s)
  expect(table).toMatch(/Dator och skärm.*Ja.*Servicedesk/s)
})

test('TY-075 a publish call by a requirements analyst gives 403, by the change manager 200 and a new version number', async () => {
  const api = '/api/v1/catalogue/services/it-stod'
  const { headers } = await served.ask('proposer', { path: api })
  const draft = await served.ask('proposer', {
    method: 'PUT',
    path: `${api}/draft`,
    json: { content: 'Hjälp när något krånglar', kind: 'support', notStated: ['boundary'] },
    headers: { 'if-match': String(headers['etag']) },
  })
  const publish = (who: 'proposer' | 'changeManager') =>
    served.ask(who, {
      method: 'POST',
      path: `${api}/publication`,
      json: {},
      headers: { 'if-match': String(draft.headers['etag']) },
    })
  expect((await publish('proposer')).statusCode).toBe(403)
  const done = await publish('changeManager')
  expect([done.statusCode, done.json<{ versionNo: number }>().versionNo]).toEqual([200, 2])
  expect((await publish('changeManager')).statusCode).toBe(412)
})

test('a service shows price, promise, hours, ways in and says what is not stated', async () => {
  const { body } = await served.ask('employee', { path: '/tjanster/vaktmasteri' })
  for (const words of [
    'Pris för Socialförvaltningen',
    '360\u00a0kr per timme',
    'Vi börjar inom 3 arbetsdagar',
    'börjar vi senast <b>måndag 8 oktober kl. 16.45</b>',
    'onsdag 3 oktober: start, i dag',
    'fredag 5 oktober: arbetsdag 2',
    'söndag 7 oktober: räknas inte',
    'måndag 8 oktober: arbetsdag 3, sista dagen',
    '07.45–16.45',
    'Beställ vaktmästare',
    'ej angivet',
  ])
    expect([words, body.includes(words)]).toEqual([words, true])
  expect(body).toContain(`href="/${scene.tenant.slug}/bestall/vaktmasteri-jobb"`)
})

test('a service is proposed, written, published and withdrawn by forms alone, and refused words are kept', async () => {
  const refused = await served.ask('employee', {
    method: 'POST',
    path: '/katalog/ny',
    form: { _once: 'en-nyckel-1234', nameSv: 'Vaktmästeri', areaId: scene.ids.area['it'] ?? '', content: 'Mina ord' },
  })
  expect(refused.statusCode).toBe(409)
  expect(refused.body).toContain('Mina ord')
  expect(refused.body).toContain('Vaktmästeriuppdrag')
  const made = await served.ask('employee', {
    method: 'POST',
    path: '/katalog/ny',
    form: {
      _once: 'en-nyckel-1235',
      nameSv: 'Vaktmästeri',
      areaId: scene.ids.area['it'] ?? '',
      content: 'Mina ord',
      despiteSimilar: ['true', 'false'],
    },
  })
  expect(made.statusCode).toBe(303)
  const edit = '/tjanster/TJ-IT-01/redigera'
  expect(made.headers.location).toBe(`/${scene.tenant.slug}${edit}?klart=sparat`)
  const early = await send('changeManager', edit, `${edit}/publicera`, { as: 'active' })
  expect(early.statusCode).toBe(422)
  expect(early.body).toContain('Ange vem som ansvarar för tjänsten.')
  const fields = {
    nameSv: 'Vaktmästeri i IT',
    nameEn: 'IT caretaking',
    content: 'Vi bär datorer.',
    included: 'Bära\nKoppla in | IT-enheten',
    notIncluded: 'Köpa | Beställaren',
    ownerTitle: 'IT-chef',
    kind: 'job',
    notStated: ['', 'purpose', 'forWhom', 'orderWay', 'level', 'volume', 'price', 'process'],
  }
  expect((await send('employee', edit, edit, fields)).statusCode).toBe(303)
  expect((await served.ask('employee', { path: edit })).body).toContain('Koppla in | IT-enheten')
  const id = (await served.ask('changeManager', { path: '/api/v1/catalogue/services/TJ-IT-01/draft' })).json<{
    serviceId: string
    version: number
    gaps: unknown[]
  }>()
  expect(id.gaps).toMatchObject([{ field: 'provider' }])
  const provider = { unitId: scene.ids.unit['it'] ?? '', from: '2012-10-03' }
  expect((await send('changeManager', edit, `${edit}/utforare`, provider)).statusCode).toBe(303)
  expect((await send('changeManager', edit, `${edit}/publicera`, { as: 'active' })).statusCode).toBe(303)
  expect((await served.ask('employee', { path: '/tjanster/TJ-IT-01' })).body).toContain('Vi bär datorer.')
  const ended = await send('changeManager', edit, `${edit}/avveckla`, { endsOn: '2012-12-31', reason: 'Prov' })
  expect(ended.statusCode).toBe(303)
  expect((await served.ask('employee', { path: '/tjanster/TJ-IT-01' })).body).toContain(
    'Sista dagen är 30 december 2012.',
  )
  const late = await send('changeManager', edit, `${edit}/utforare`, {
    unitId: scene.ids.unit['lon'] ?? '',
    from: '2012-04-31',
  })
  expect(late.statusCode).toBe(422)
  expect(late.body).toContain('2012-04-31')
})

test('TY-080 a wish is put forward, backed and turned into a draft by forms alone', async () => {
  const made = await send('employee', '/onskemal', '/onskemal', {
    title: 'Samordnad städning',
    body: 'En väg in',
    areaId: scene.ids.area['kontorsservice'] ?? '',
  })
  const page = String(made.headers.location).replace(`/${scene.tenant.slug}`, '').replace(/\?.*/, '')
  expect(made.statusCode).toBe(303)
  expect((await served.ask('teacher', { path: page })).body).toContain('Förvaltningar bakom önskemålet: 1')
  expect((await send('teacher', page, `${page}/stall-er-bakom`)).statusCode).toBe(303)
  expect((await served.ask('teacher', { path: page })).body).toContain('Förvaltningar bakom önskemålet: 2')
  const draft = await send('changeManager', page, `${page}/utkast`, {
    areaId: scene.ids.area['kontorsservice'] ?? '',
    nameSv: 'Samordnad städning',
    despiteSimilar: ['true', 'false'],
  })
  expect([draft.statusCode, draft.headers.location]).toEqual([
    303,
    `/${scene.tenant.slug}/tjanster/TJ-KONTORSSERVICE-01/redigera?klart=sparat`,
  ])
})

test('a form is built question by question, previewed, and its conditions shown with their words', async () => {
  expect(
    (await send('admin', '/katalog/formular', '/katalog/formular', { code: 'prov', nameSv: 'Prov', nameEn: 'Trial' }))
      .statusCode,
  ).toBe(303)
  const page = '/katalog/formular/prov'
  const add = (typed: Record<string, string>) =>
    send('admin', page, `${page}/lagg-till`, { required: 'true', ...typed })
  expect(
    (
      await add({
        kind: 'choice',
        labelSv: 'Ska något flyttas?',
        labelEn: 'Is anything to be moved?',
        options: 'ja | Ja | Yes\nnej | Nej | No',
      })
    ).statusCode,
  ).toBe(303)
  const wrong = await add({ kind: 'number', labelSv: 'Hur många?', labelEn: 'How many?' })
  expect([wrong.statusCode, wrong.body.includes('Ange vad som räknas')]).toEqual([422, true])
  expect(
    (
      await add({
        kind: 'number',
        labelSv: 'Hur många?',
        labelEn: 'How many?',
        unitSv: 'st',
        condField: 'ska_nagot_flyttas',
        condWord: 'is',
        condValue: 'ja',
      })
    ).statusCode,
  ).toBe(303)
  expect((await add({ kind: 'date', labelSv: 'När?', labelEn: 'When?' })).statusCode).toBe(303)
  const { body } = await served.ask('admin', { path: page })
  expect(body).toContain('Fyll i om ”Ska något flyttas?” är ”Ja”.')
  expect(body).toMatch(/data-show-when="\{[^"]*ska_nagot_flyttas[^"]*\}"/)
  const tried = await served.ask('admin', {
    path: `${page}?prova=1&answers.ska_nagot_flyttas=ja&answers.nar=2012-04-31`,
  })
  expect(tried.body).toContain('Datumet 31 april finns inte. April har 30 dagar. Menade du 2012-04-30?')
  expect(tried.body).toContain('href="#prov-answers-hur_manga"')
  const up = await served.ask('admin', {
    method: 'POST',
    path: `${page}/flytta`,
    form: {
      _once: 'en-nyckel-1236',
      _version: String(
        (await served.ask('admin', { path: '/api/v1/catalogue/forms/prov' })).json<{ version: number }>().version,
      ),
      at: 'hur_manga',
      vart: 'upp',
    },
  })
  expect([up.statusCode, up.body.includes('inte står ovanför')]).toEqual([422, true])
  expect((await send('admin', page, `${page}/publicera`, { introSv: 'Berätta', introEn: 'Tell us' })).statusCode).toBe(
    303,
  )
  const made = await served.ask('employee', { path: '/api/v1/catalogue/forms/prov/versions/1' })
  expect(made.json<{ fields: { key: string }[] }>().fields.map((field) => field.key)).toEqual([
    'ska_nagot_flyttas',
    'hur_manga',
    'nar',
  ])
})

test('a request type, a promise and a price list are kept by forms alone', async () => {
  const type = '/katalog/arendetyper/vaktmasteri-jobb'
  expect(
    (
      await send('admin', type, type, {
        nameSv: 'Beställ vaktmästare',
        nameEn: 'Order a caretaker',
        form: 'jobb',
        route: 'place',
        approval: 'over_limit',
        approvalOver: '1 500,50',
        routine: 'Ta emot\nUtför',
        closeAfterDays: '5',
        reopenWithinDays: '10',
        approvalRemindDays: '2',
        approvalLapseDays: '10',
        offering: 'vaktmastartimme',
      })
    ).statusCode,
  ).toBe(303)
  const read = (await served.ask('agent', { path: '/api/v1/catalogue/request-types/vaktmasteri-jobb' })).json<
    Record<string, unknown>
  >()
  expect(read).toMatchObject({
    route: 'place',
    approvalOverOre: 150_050,
    routine: ['Ta emot', 'Utför'],
    identityCheck: false,
    placeIds: [],
  })
  expect(
    (
      await send('admin', type, `${type}/platser`, {
        [`routes.${scene.ids.place.masten}`]: scene.ids.unit['fastighet'] ?? '',
        [`routes.${scene.ids.place.biblioteket}`]: '',
      })
    ).statusCode,
  ).toBe(303)
  expect(
    (await served.ask('agent', { path: '/api/v1/catalogue/request-types/vaktmasteri-jobb' })).json<{
      placeRoutes: unknown[]
    }>().placeRoutes,
  ).toHaveLength(1)
  const wrong = await send('admin', '/katalog/loften', '/katalog/loften', {
    holder: 'service',
    holderId: 'vaktmasteri',
    nameSv: 'Klart i tid',
    nameEn: 'Done in time',
    clockKind: 'done',
    strength: 'binding',
    from: '2012-10-03',
  })
  expect([wrong.statusCode, wrong.body.includes('klocka, antal och enhet')]).toEqual([422, true])
  expect(
    (
      await send('admin', '/katalog/loften', '/katalog/loften', {
        holder: 'service',
        holderId: 'vaktmasteri',
        nameSv: 'Klart i tid',
        nameEn: 'Done in time',
        clockKind: 'done',
        amount: '5',
        unit: 'working_days',
        strength: 'binding',
        from: '2012-10-03',
      })
    ).statusCode,
  ).toBe(303)
  expect((await served.ask('employee', { path: '/tjanster/vaktmasteri' })).body).toContain('Klart inom 5 arbetsdagar')
  expect(
    (await send('admin', '/katalog/priser', '/katalog/priser', { name: 'Prislista 2013', year: '2013' })).statusCode,
  ).toBe(303)
  expect(
    (
      await send('admin', '/katalog/priser', '/katalog/priser/pris', {
        offering: 'pc',
        amount: '9 000',
        perQuantity: '1',
        validFrom: '2013-01-01',
        validTo: '2014-01-01',
      })
    ).statusCode,
  ).toBe(303)
  expect((await send('admin', '/katalog/priser', '/katalog/priser/publicera')).statusCode).toBe(303)
  expect((await served.ask('employee', { path: '/tjanster/dator?datum=2013-02-01' })).body).toContain(
    '9\u00a0000\u00a0kr',
  )
})

test('bad input to the API is told by field, never by a fault', async () => {
  const bad: [string, string, unknown][] = [
    ['POST', '/services', { nameSv: 7, areaId: 'x', hopp: true }],
    ['POST', '/services', { nameSv: 'A', areaId: scene.tenant.tenantId, despiteSimilar: true }],
    ['POST', '/needs', { title: '' }],
    ['POST', '/needs', { title: 'x', areaId: scene.tenant.tenantId }],
    ['POST', '/forms', { code: 'ÅÄÖ', nameSv: 'a', nameEn: 'b' }],
    ['POST', '/forms/jobb/check', { answers: { vad: { a: [1] }, plats: 7, flytt: [], konstigt: null } }],
    ['POST', '/promises', { nameSv: 'a', nameEn: 'b', strength: 'binding', from: '2012-04-31' }],
    [
      'POST',
      '/request-types',
      {
        code: 'x',
        service: 'vaktmasteri',
        caseKind: 'order',
        nameSv: 'a',
        nameEn: 'b',
        from: '2012-10-03',
        routeRules: [{ when: { konstigt: 1 }, to: 'place' }],
      },
    ],
    [
      'POST',
      '/offerings',
      {
        service: 'vaktmasteri',
        code: 'y',
        nameSv: 'a',
        nameEn: 'b',
        kind: 'once',
        countingUnitId: scene.tenant.tenantId,
        from: '2012-10-03',
      },
    ],
    ['POST', '/levels', { code: 'z', nameSv: 'a', nameEn: 'b', scheduleId: scene.tenant.tenantId }],
    ['POST', '/price-lists', { name: 'a', year: 2012, decisionId: scene.tenant.tenantId }],
    [
      'POST',
      '/areas',
      { code: 'q', nameSv: 'a', nameEn: 'b', ownerPersonId: scene.tenant.tenantId, from: '2012-10-03' },
    ],
  ]
  for (const [method, path, json] of bad) {
    const reply = await served.ask('admin', { method: method as 'POST', path: `/api/v1/catalogue${path}`, json })
    expect([path, json, reply.statusCode >= 400 && reply.statusCode < 500]).toEqual([path, json, true])
    expect(reply.headers['content-type']).toContain('problem+json')
  }
})
