// Decisions: entered with day, § and document, corrected by the version seen, replaced but never ended; listed, narrowed,
// sorted, taken out as files and found – on the screens, without script, and by the API.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { look } from '#platform/act'
import { find } from '#platform/search/index-entry'
import type { CastName, Scene } from '../../world/scene.ts'
import { openScene } from '../../world/scene.ts'
import type { ServedScene } from '../../world/serve-scene.ts'
import { serveScene } from '../../world/serve-scene.ts'
import { checkDecision, replacesItself } from './decision.ts'
import { registryJobs, registrySearch } from './search.ts'

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
  const reply = await served.ask(who, { method, path: `/api/v1${path}`, ...(json ? { json } : {}), headers })
  return { status: reply.statusCode, body: reply.json<Body>() }
}
const fieldsOf = (body: Body): string[] => ((body['errors'] ?? []) as { field: string }[]).map((one) => one.field)
const printed = () => ({ partyId: scene.ids.party.namnd, source: 'printed', title: 'IT-strategi' })
const enter = async (more: Body): Promise<string> => {
  const { status, body } = await ask('admin', 'POST', '/decisions', { ...printed(), ...more })
  expect([status, body['errors']]).toEqual([201, undefined])
  return String(body['id'])
}
const rows = async (query: string, who: CastName = 'employee'): Promise<string[]> =>
  ((await ask(who, 'GET', `/decisions${query}`)).body['rows'] as { title: string }[]).map((row) => row.title)

describe('the rule', () => {
  const day = Temporal.PlainDate.from
  const facts = {
    source: 'meeting',
    decidedOn: day('2012-03-01'),
    decidedPrinted: null,
    decidedBy: null,
    section: '§ 1',
  } as const
  const wrong = (more: object): string[] => {
    try {
      checkDecision({ ...facts, ...more }, day('2012-04-02'))
    } catch (error) {
      return (error as { problems: { field: string }[] }).problems.map((one) => one.field)
    }
    return []
  }

  test('a meeting has day and §, a delegate day and name; only what is printed may lack what nobody printed', () => {
    expect(wrong({})).toEqual([])
    expect(wrong({ decidedOn: null, section: null })).toEqual(['decidedOn', 'section'])
    expect(wrong({ source: 'delegation', section: null })).toEqual(['decidedBy'])
    expect(wrong({ source: 'delegation', section: null, decidedBy: 'Kontorschefen' })).toEqual([])
    expect(wrong({ source: 'printed', decidedOn: null, section: null })).toEqual([])
    expect(wrong({ decidedOn: day('2012-04-03') })).toEqual(['decidedOn'])
    expect(wrong({ source: 'printed', decidedPrinted: '2012-04-31' })).toEqual(['decidedPrinted'])
    expect(wrong({ decidedPrinted: 'i september' })).toEqual(['decidedPrinted', 'decidedPrinted'])
  })

  test('no decision replaces itself, however long the chain', () => {
    const before = new Map([
      ['c', 'b'],
      ['b', 'a'],
    ])
    expect(replacesItself('a', 'c', before)).toBe(true)
    expect(replacesItself('d', 'c', before)).toBe(false)
    expect(replacesItself('a', null, before)).toBe(false)
  })
})

test('an empty register says how to begin', async () => {
  const page = await served.ask('admin', { path: '/beslut' })
  expect(page.body).toContain('Inga beslut än')
  expect(page.body).toContain('För in ett beslut')
  expect((await served.ask('employee', { path: '/beslut' })).body).not.toContain('För in ett beslut')
  expect((await served.ask('admin', { path: `/beslut/${scene.ids.circle}` })).statusCode).toBe(404)
})

test('is entered with its §, corrected by the version seen, and says who decided', async () => {
  const id = await enter({ decidedOn: '2008-11-25', section: '§ 174', body: 'Kommunstyrelsen antar strategin.' })
  const path = `/decisions/${id}`
  const { body } = await ask('employee', 'GET', path)
  expect(body).toMatchObject({
    party: { name: 'Kommunstyrelsen' },
    decidedOn: '2008-11-25',
    section: '§ 174',
    document: null,
    may: [],
    version: 1,
  })
  const right = { ...printed(), decidedOn: '2008-11-26', section: '§ 174' }
  expect((await ask('admin', 'PUT', path, right)).status).toBe(428)
  expect((await ask('admin', 'PUT', path, right, 7)).status).toBe(412)
  expect((await ask('employee', 'PUT', path, right, 1)).status).toBe(403)
  expect((await ask('admin', 'PUT', path, right, 1)).body).toMatchObject({ decidedOn: '2008-11-26', version: 2 })
  const journal = await scene.peek((tx) =>
    tx.selectFrom('platform.journal').select(['verb', 'facts']).where('subject_id', '=', id).orderBy('n').execute(),
  )
  expect(journal.map((entry) => entry.verb)).toEqual(['decision.entered', 'decision.corrected'])
  expect(JSON.stringify(journal)).not.toContain('IT-strategi')
})

test('TY-068 a day that was printed and does not exist is refused with a proposal, and can be kept as it is printed', async () => {
  const refused = await ask('admin', 'POST', '/decisions', { ...printed(), title: 'Modell', decidedOn: '2012-04-31' })
  expect([refused.status, fieldsOf(refused.body)]).toEqual([422, ['decidedOn']])
  expect(JSON.stringify(refused.body)).toContain('Menas 2012-04-30?')
  const id = await enter({ title: 'Modell för tjänstebeskrivning', decidedPrinted: '2012-04-31' })
  expect((await ask('employee', 'GET', `/decisions/${id}`)).body).toMatchObject({
    decidedOn: null,
    decidedPrinted: '2012-04-31',
    section: null,
  })
  const page = await served.ask('employee', { path: `/beslut/${id}` })
  expect(page.body).toContain('<q>2012-04-31</q>')
  expect(page.body).toContain('ej angivet')
})

test('a later decision takes the place of an earlier, once, and never in a ring', async () => {
  const first = await enter({ title: 'Policy 2003', decidedOn: '2003-02-18', section: '§ 85' })
  const second = await enter({ title: 'Policy 2011', decidedOn: '2011-06-01', section: '§ 90', replacesId: first })
  expect((await ask('employee', 'GET', `/decisions/${first}`)).body).toMatchObject({
    replaced: true,
    replacedBy: { id: second, section: '§ 90' },
  })
  const again = await ask('admin', 'POST', '/decisions', { ...printed(), replacesId: first })
  expect([again.status, fieldsOf(again.body)]).toEqual([422, ['replacesId']])
  const ring = await ask('admin', 'PUT', `/decisions/${first}`, { ...printed(), replacesId: second }, 1)
  expect([ring.status, fieldsOf(ring.body)]).toEqual([422, ['replacesId']])
  expect(await rows('?lage=ersatt')).toEqual(['Policy 2003'])
  expect(await rows('?lage=galler')).not.toContain('Policy 2003')
})

test('the register sorts as Swedes do, by cursor, and narrows by party, source, days and words', async () => {
  for (const title of ['Öppettider', 'Ängsklippning', 'Årsplan', 'Arkiv'])
    await enter({ title, decidedOn: '2010-05-05' })
  const all = await rows('?sort=title&limit=200')
  expect(all.filter((title) => /^[AÅÄÖ]/.test(title))).toEqual(['Arkiv', 'Årsplan', 'Ängsklippning', 'Öppettider'])
  const seen: string[] = []
  for (let cursor = ''; ;) {
    const { body } = await ask('employee', 'GET', `/decisions?limit=3${cursor && `&cursor=${cursor}`}`)
    seen.push(...(body['rows'] as { id: string }[]).map((row) => row.id))
    if (body['next'] === null) break
    cursor = body['next'] as string
  }
  expect(new Set(seen).size).toBe(all.length)
  expect(seen).toHaveLength(all.length)
  expect(await rows('?fran=2010-05-05&till=2010-05-05&sort=title')).toEqual([
    'Arkiv',
    'Årsplan',
    'Ängsklippning',
    'Öppettider',
  ])
  expect(await rows(`?part=${scene.ids.party.skola}`)).toEqual([])
  expect(await rows('?kalla=meeting')).toEqual([])
  const index = registryJobs['registry.index_sweep']
  await index?.run({ stage: scene.stage, tenant: scene.tenant, actor: await scene.system() }, {})
  expect(await rows('?sok=%C3%A4ngsklippningen')).toEqual(['Ängsklippning'])
  const hits = await look(scene.stage, scene.tenant, await scene.actor('employee'), async (view) => {
    const found = await find(view.tx, { tenantId: scene.tenant.tenantId, query: '§ 90 policy', kinds: ['decision'] })
    return registrySearch[0]?.hits(
      view,
      found.entries.map((entry) => entry.id),
      'sv',
    )
  })
  expect(hits?.[0]).toMatchObject({ title: 'Policy 2011', under: 'Kommunstyrelsen · § 90 · 2011-06-01' })
})

test('without script: a refused form keeps what was typed, names the field and leaves the summary first', async () => {
  const form = {
    partyId: scene.ids.party.namnd,
    source: 'meeting',
    title: 'Nytt beslut',
    decidedOn: '2012-04-31',
    section: '',
  }
  const refused = await served.ask('admin', { method: 'POST', path: '/beslut', form })
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('data-errors')
  expect(refused.body).toContain('href="#form-ny-decidedOn"')
  expect(refused.body).toContain('value="2012-04-31"')
  expect(refused.body).toContain('value="Nytt beslut"')
  expect(refused.body).toContain('Menas 2012-04-30?')
  const done = await served.ask('admin', {
    method: 'POST',
    path: '/beslut',
    form: { ...form, decidedOn: '30 mars 2012', section: '§ 12' },
  })
  expect(done.statusCode).toBe(303)
  const page = await served.ask('admin', { path: String(done.headers.location).replace(`/${scene.tenant.slug}`, '') })
  expect(page.body).toContain('30 mars 2012')
  expect((await served.ask('employee', { method: 'POST', path: '/beslut', form })).statusCode).toBe(403)
})

test('its document comes with the form and is fetched by a short-lived address', async () => {
  const boundary = 'x-boundary'
  const part = (name: string, value: string, more = ''): string =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`
  const payload =
    part('partyId', scene.ids.party.namnd) +
    part('source', 'meeting') +
    part('title', 'Med handling') +
    part('decidedOn', '2012-03-01') +
    part('section', '§ 3') +
    part('handling', 'Protokollsutdrag: bifall.', '; filename="utdrag.txt"') +
    `--${boundary}--\r\n`
  const made = await served.server.inject({
    method: 'POST',
    url: `/${scene.tenant.slug}/beslut`,
    headers: {
      cookie: await served.cookieOf('admin'),
      'sec-fetch-site': 'same-origin',
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload,
  })
  expect(made.statusCode).toBe(303)
  const id = /beslut\/([0-9a-f-]{36})/.exec(String(made.headers.location))?.[1] ?? ''
  const { document } = (await ask('employee', 'GET', `/decisions/${id}`)).body as {
    document: { name: string; href: string }
  }
  expect(document).toMatchObject({ name: 'utdrag.txt', sizeBytes: 25 })
  const sent = await served.ask('employee', { path: document.href.replace(`/${scene.tenant.slug}`, '') })
  expect(sent.statusCode).toBe(303)
  const file = await served.server.inject({ url: new URL(String(sent.headers.location), 'http://here').pathname })
  expect([file.statusCode, file.body]).toEqual([200, 'Protokollsutdrag: bifall.'])
  expect((await served.ask('employee', { path: `/beslut/${scene.ids.circle}/handling` })).statusCode).toBe(404)
})

test('the list is a page in both languages, and two files with the same columns and real dates', async () => {
  const page = await served.ask('employee', { path: '/beslut?fran=2012-02-31&sort=title' })
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('2012-02-31: Datumet 31 februari')
  const english = await served.ask('employee', {
    path: '/beslut',
    headers: { cookie: (await served.cookieOf('employee')).replace('lang=sv', 'lang=en') },
  })
  expect(english.body).toContain('Deciding body')
  const csv = await served.ask('employee', { path: '/beslut/rader.csv?sort=title&lage=ersatt' })
  expect(csv.headers['content-type']).toContain('text/csv')
  expect(csv.body.split('\r\n').slice(0, 2)).toEqual([
    '\ufeffRubrik;§ eller nummer;Beslutande;Beslutsdag;Källa;Läge',
    'Policy 2003;§ 85;Kommunstyrelsen;2003-02-18;Som tryckt;Ersatt',
  ])
  const xlsx = await served.ask('employee', { path: '/beslut/rader.xlsx' })
  expect(xlsx.rawPayload.subarray(0, 2).toString()).toBe('PK')
})

test('a race between two corrections leaves one standing', async () => {
  const id = await enter({ title: 'Tävlan' })
  const change = (title: string) => ask('admin', 'PUT', `/decisions/${id}`, { ...printed(), title }, 1)
  const both = await Promise.all([change('Ett'), change('Två')])
  expect(both.map((one) => one.status).toSorted((a, b) => a - b)).toEqual([200, 412])
})
