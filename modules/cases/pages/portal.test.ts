// The portal through the real server: three clicks to every form, a refused form that keeps its words, one case however
// often it is sent, the receipt, own cases, and the purchaser's yes and no.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '#basics/id'
import { act, look } from '#platform/act'
import type { Deed } from '#platform/act'
import { writeCatalogueEntries } from '#catalogue'
import { openScene } from '../../../world/scene.ts'
import type { CastName, Scene } from '../../../world/scene.ts'
import { serveScene } from '../../../world/serve-scene.ts'
import type { ServedScene } from '../../../world/serve-scene.ts'
import { deliverCase } from '../deliver-case.ts'
import { addWatcher } from '../link-cases.ts'
import { openCase } from '../open-case.ts'
import { previewOrder } from '../order-preview.ts'
import { pauseCase } from '../pause-case.ts'
import { readClocks } from '../clocks.ts'

let scene: Scene
let served: ServedScene
let library: Id
beforeAll(async () => {
  scene = await openScene({ start: '2012-04-04T10:00' })
  library = await act(scene.stage, scene.tenant, await scene.system(), async (deed) => {
    await writeCatalogueEntries(deed)
    const place_id = deed.newId()
    await deed.tx
      .insertInto('organisation.place')
      .values({
        tenant_id: scene.tenant.tenantId,
        place_id,
        name: 'Norra skolan',
        hours_stated: false,
        valid_from: Temporal.PlainDate.from('2010-01-01'),
        origin: 'demonstration',
      })
      .execute()
    return place_id
  })
  served = await serveScene(scene)
})
afterAll(() => served.close())

const as = async <T>(name: CastName, verb: (deed: Deed) => Promise<T>): Promise<T> =>
  act(scene.stage, scene.tenant, await scene.actor(name), verb)

async function page(name: CastName, path: string): Promise<string> {
  const answer = await served.ask(name, { path })
  expect(answer.statusCode, `${name} ${path}`).toBe(200)
  return answer.body.replaceAll('\u00a0', ' ')
}

/** Addresses below the tenant that a page leads to, in its order. */
function linksIn(html: string): string[] {
  const main = html.slice(html.indexOf('<main'))
  const base = `/${scene.tenant.slug}`
  return [...main.matchAll(/<a [^>]*href="([^"]+)"/g)]
    .map((match) => (match[1] ?? '').replaceAll('&amp;', '&'))
    .filter((href) => href.startsWith(base))
    .map((href) => href.slice(base.length))
}

const cases = (): Promise<{ case_id: Id; number: string | null; title: string; state: string }[]> =>
  scene.peek((tx) =>
    tx
      .selectFrom('cases.case')
      .select(['case_id', 'number', 'title', 'state'])
      .where('tenant_id', '=', scene.tenant.tenantId)
      .orderBy('case_id')
      .execute(),
  )

/** What a browser would send: hidden fields as they stand in the form, and what is filled in. */
function filledIn(html: string, action: string, values: Record<string, string>): Record<string, string> {
  const start = html.indexOf(`action="/${scene.tenant.slug}${action}"`)
  expect(start, `a form to ${action}`).toBeGreaterThan(0)
  const form = html.slice(start, html.indexOf('</form>', start))
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  return { ...Object.fromEntries(hidden.map((match) => [match[1] ?? '', match[2] ?? ''])), ...values }
}

const job = (values: Record<string, string> = {}) => ({
  'answers.vad': 'Sätt upp en tavla på plan 2',
  'answers.plats': scene.ids.place.kommunhuset,
  'answers.flytt': 'nej',
  ...values,
})

describe('one way in', () => {
  test('TY-051 every published form is within three clicks of the start page, by links alone', async () => {
    const orderable = await scene.peek((tx) =>
      tx.selectFrom('catalogue.request_type').select('code').where('tenant_id', '=', scene.tenant.tenantId).execute(),
    )
    const reached = new Map<string, number>()
    let here = ['/']
    for (let clicks = 1; clicks <= 3; clicks++) {
      const next: string[] = []
      for (const path of here)
        for (const link of linksIn(await page('employee', path))) {
          const code = /^\/bestall\/([^/?]+)$/.exec(link)?.[1]
          if (code && !reached.has(code)) reached.set(code, clicks)
          if (link.startsWith('/bestall?')) next.push(link)
        }
      here = [...new Set(next)]
      if (clicks === 2) here = []
    }
    expect([...reached.keys()].toSorted()).toEqual(orderable.map((one) => one.code).toSorted())
    expect(Math.max(...reached.values())).toBeLessThanOrEqual(3)
    for (const { code } of orderable) expect(await page('employee', `/bestall/${code}`)).toContain('<form')
  })

  test('TY-051 everyday words lead straight to the form', async () => {
    expect(linksIn(await page('employee', '/hitta?q=vaktm%C3%A4stare'))).toContain('/bestall/vaktmasteri-jobb')
    expect(linksIn(await page('employee', '/hitta?q=vaktmaste'))).toContain('/bestall/vaktmasteri-jobb')
    expect(linksIn(await page('employee', '/bestall?slag=fault&q=utskrift'))).toContain('/bestall/utskrift')
    const nothing = await page('employee', '/hitta?q=xyzzyq')
    expect(nothing).toContain('Inget hittades')
    expect(linksIn(nothing)).toContain('/bestall?slag=question')
  })

  test('the finder shows own cases only', async () => {
    await as('teacher', (deed) => openCase(deed, { requestType: 'fastighet-fel', text: 'Klotter vid gympasalen' }))
    expect(await page('teacher', '/hitta?q=klotter')).toContain('Klotter vid gympasalen')
    expect(await page('employee', '/hitta?q=klotter')).not.toContain('gympasalen')
  })

  test('HS-352 a fault is reported in three steps: choose, write, send', async () => {
    expect(linksIn(await page('employee', '/'))).toContain('/bestall?slag=fault')
    expect(linksIn(await page('employee', '/bestall?slag=fault'))).toContain('/bestall/fastighet-fel')
    const form = await page('employee', '/bestall/fastighet-fel')
    const sent = await served.ask('employee', {
      method: 'POST',
      path: '/bestall/fastighet-fel',
      form: filledIn(form, '/bestall/fastighet-fel', { text: 'Elementet i rum 214 är kallt' }),
    })
    expect(sent.statusCode).toBe(303)
    const receipt = await served.ask('employee', { path: await receiptOf(sent.headers.location) })
    expect(receipt.body).toContain('Vi har tagit emot din felanmälan')
  })
})

/** The address with the id leads on to the one with the number. */
async function receiptOf(location: unknown): Promise<string> {
  const path = String(location).replace(`/${scene.tenant.slug}`, '')
  const on = await served.ask('employee', { path })
  expect(on.statusCode).toBe(303)
  return String(on.headers.location).replace(`/${scene.tenant.slug}`, '')
}

describe('the form', () => {
  const path = '/bestall/vaktmasteri-jobb'

  test('TY-362 says before it is sent until when it is promised: ordered Wednesday 4 April, Wednesday 11 April', async () => {
    scene.at('2012-04-04T10:00')
    const html = await page('employee', path)
    expect(html).toContain('Påbörjas inom 3 arbetsdagar')
    expect(html).toMatch(/Skickar du nu börjar vi senast <b>onsdag 11 april kl\. 16\.45<\/b>/)
    expect(html).toContain('långfredagen räknas inte')
    expect(html).toContain('360 kr')
    expect(html).toContain('Pris för Socialförvaltningen')
    const [, besideButton = ''] = /<ul class="in-brief[^"]*">(.*?)<\/ul>/s.exec(html) ?? []
    for (const words of ['360 kr', 'godkän', 'börjar vi senast <b>onsdag 11 april'])
      expect([words, besideButton.includes(words)]).toEqual([words, true])
  })

  test('what is foretold is what the case is told, at any moment', async () => {
    for (const at of [
      '2012-04-05T14:00',
      '2012-04-06T11:00',
      '2012-04-13T16:59',
      '2012-06-21T12:00',
      '2012-12-31T08:00',
    ]) {
      scene.at(at)
      const actor = await scene.actor('employee')
      const asked = { requestType: 'vaktmasteri-jobb', channel: 'portal' as const }
      const answers = { vad: 'Tavla', plats: scene.ids.place.masten, flytt: 'nej' }
      const told = await look(scene.stage, scene.tenant, actor, (view) => previewOrder(view, { ...asked, answers }))
      const { caseId } = await as('employee', (deed) => openCase(deed, { ...asked, answers }))
      const clocks = await look(scene.stage, scene.tenant, actor, (view) => readClocks(view, caseId))
      const ends = (some: readonly { clock: { promise: { kind: string }; dueAt: Temporal.Instant } }[]) =>
        some.map(({ clock }) => `${clock.promise.kind} ${clock.dueAt}`).toSorted()
      expect(ends(told.clocks)).toEqual(ends(clocks))
      expect(told.clocks.length).toBeGreaterThan(0)
    }
    scene.at('2012-04-04T10:00')
  })

  test('a refused form keeps every word, and its summary leads to each field', async () => {
    const form = filledIn(await page('employee', path), path, {
      'answers.vad': 'Bär ”stolar” & bord\ntill sal 3',
      'answers.plats': scene.ids.place.masten,
      'answers.flytt': 'ja',
      'answers.antal': 'många',
      'foljare.person': 'Cia Ek',
    })
    const before = (await cases()).length
    const answer = await served.ask('employee', { method: 'POST', path, form })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Bär ”stolar” &amp; bord\ntill sal 3</textarea>')
    expect(answer.body).toMatch(
      new RegExp(`value="${scene.ids.place.masten}" selected|selected[^>]*value="${scene.ids.place.masten}"`),
    )
    expect(answer.body).toContain('value="många"')
    expect(answer.body).toContain('value="Cia Ek"')
    expect(answer.body).toMatch(/<a href="#answers-antal">Hur många möbler\? Skriv ett tal/)
    expect(answer.body).toMatch(/id="answers-antal"/)
    expect(await cases()).toHaveLength(before)
  })

  test('a question without questions still wants words', async () => {
    const html = await page('employee', '/bestall/it-fraga')
    const answer = await served.ask('employee', {
      method: 'POST',
      path: '/bestall/it-fraga',
      form: filledIn(html, '/bestall/it-fraga', { text: '  ' }),
    })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Skriv vad det gäller.')
    expect(answer.body).toMatch(/href="#(arende-text)"[\s\S]*id="\1"/)
  })

  test('sent twice it is one case, with one and the same receipt', async () => {
    const form = filledIn(await page('employee', path), path, job({ 'answers.vad': 'Dubbelklick' }))
    const [first, second] = await Promise.all([
      served.ask('employee', { method: 'POST', path, form }),
      served.ask('employee', { method: 'POST', path, form }),
    ])
    expect([first.statusCode, second.statusCode]).toEqual([303, 303])
    expect(first.headers.location).toBe(second.headers.location)
    expect((await cases()).filter((one) => one.title === 'Dubbelklick')).toHaveLength(1)
  })

  test('TY-375 where the service does not reach, the other form takes over with the words kept', async () => {
    const answer = await served.ask('employee', {
      method: 'POST',
      path,
      form: filledIn(
        await page('employee', path),
        path,
        job({ 'answers.vad': 'Dörren kärvar', 'answers.plats': library }),
      ),
    })
    expect(answer.statusCode).toBe(409)
    expect(answer.body).toContain('Fyll i ”Anmäl fel i lokal” i stället')
    expect(answer.body).toContain('finns inte på Norra skolan')
    expect(answer.body).toContain('Dörren kärvar</textarea>')
    const sent = await served.ask('employee', {
      method: 'POST',
      path: '/bestall/fastighet-fel',
      form: filledIn(answer.body, '/bestall/fastighet-fel', { text: 'Dörren kärvar' }),
    })
    expect(sent.statusCode).toBe(303)
    expect((await cases()).filter((one) => one.title === 'Dörren kärvar')).toHaveLength(1)
  })

  test('only who may register does it for another, and is told the number where it was written', async () => {
    const address = `${path}?for=${scene.ids.person.employee}&kanal=telephone`
    expect((await served.ask('colleague', { path: address })).statusCode).toBe(403)
    const html = await page('agent', address)
    expect(html).toContain('Du registrerar åt Bo Ingelström')
    const sent = await served.ask('agent', {
      method: 'POST',
      path,
      form: filledIn(html, path, job({ 'answers.vad': 'Ringde in' })),
    })
    expect(sent.headers.location).toMatch(/\/arenden\/nytt\?registrerat=/)
    const made = (await cases()).find((one) => one.title === 'Ringde in')
    const row = await scene.peek((tx) =>
      tx
        .selectFrom('cases.case')
        .select(['requester_id', 'channel', 'registered_by'])
        .where('case_id', '=', made?.case_id ?? '')
        .executeTakeFirstOrThrow(),
    )
    expect(row).toEqual({
      requester_id: scene.ids.person.employee,
      channel: 'telephone',
      registered_by: scene.ids.person.agent,
    })
    const forged = { ...job(), for: scene.ids.person.teacher, kanal: 'telephone' }
    expect((await served.ask('employee', { method: 'POST', path, form: forged })).statusCode).toBe(403)
  })

  test('somebody may follow from the start, and hidden answers are not kept', async () => {
    const form = filledIn(
      await page('employee', path),
      path,
      job({ 'answers.vad': 'Följs', 'answers.antal': '7', 'foljare.person': 'Cia Ek' }),
    )
    expect((await served.ask('employee', { method: 'POST', path, form })).statusCode).toBe(303)
    const row = await scene.peek((tx) =>
      tx
        .selectFrom('cases.case')
        .select(['watchers', 'answers'])
        .where('tenant_id', '=', scene.tenant.tenantId)
        .where('title', '=', 'Följs')
        .executeTakeFirstOrThrow(),
    )
    expect(row.watchers).toEqual([scene.ids.person.colleague])
    expect(row.answers).not.toHaveProperty('antal')
  })

  test('unknown questions, unknown forms and foreign ids are refused by name', async () => {
    expect((await served.ask('employee', { path: '/bestall/finns-inte' })).statusCode).toBe(404)
    const odd = await served.ask('employee', { method: 'POST', path, form: { ...job(), 'answers.hemligt': 'x' } })
    expect(odd.statusCode).toBe(422)
    expect(odd.body).toContain('Frågan finns inte i formuläret')
    expect((await served.ask('employee', { method: 'POST', path, form: { ...job(), admin: 'true' } })).statusCode).toBe(
      422,
    )
  })
})

describe('the receipt', () => {
  test('number, promise in words and days, how it was counted and what happens now', async () => {
    scene.at('2012-04-04T10:00')
    const path = '/bestall/vaktmasteri-jobb'
    const form = filledIn(await page('employee', path), path, job({ 'answers.vad': 'Kvittot' }))
    const sent = await served.ask('employee', { method: 'POST', path, form })
    const address = await receiptOf(sent.headers.location)
    expect(address).toMatch(/^\/arenden\/KIT-2012-\d{5}\/kvitto$/)
    const html = await page('employee', address)
    expect(html).toContain('Vi har tagit emot din beställning')
    expect(html).toContain(address.split('/')[2])
    expect(html).toContain('Vi börjar senast onsdag 11 april kl. 16.45.')
    expect(html).toContain('Så räknade vi')
    expect(html).toContain('Fredag 6–måndag 9 april')
    expect(html).toContain('Kontorsservice tar ärendet')
    expect(html).toContain('360 kr')
    expect((await served.ask('teacher', { path: address })).statusCode).toBe(404)
    expect(await page('employee', address).then((again) => again.includes('lang="sv"'))).toBe(true)
  })
})

describe('own cases', () => {
  test('HS-348 what I asked for and what I follow, with state and promise; nobody else’s', async () => {
    const own = await as('colleague', (deed) => openCase(deed, { requestType: 'fastighet-fel', text: 'Trasig lampa' }))
    const other = await as('employee', (deed) =>
      openCase(deed, { requestType: 'fastighet-fel', text: 'Kallt i rum 9' }),
    )
    await as('employee', (deed) => addWatcher(deed, { caseId: other.caseId, personId: scene.ids.person.colleague }))
    const html = await page('colleague', '/mina-arenden')
    expect(html).toContain('Trasig lampa')
    expect(html).toContain('Kallt i rum 9')
    expect(await page('teacher', '/mina-arenden')).not.toContain('Trasig lampa')
    expect(await page('colleague', '/mina-arenden?q=lampor')).toContain('Trasig lampa')
    expect(await page('colleague', '/mina-arenden?q=lampor')).not.toContain('Kallt i rum 9')
    expect(await page('colleague', '/mina-arenden?visa=avslutade')).not.toContain('Trasig lampa')
    void own
  })

  test('the card on the start page says who waits for whom', async () => {
    const { caseId } = await as('teacher', (deed) =>
      openCase(deed, {
        requestType: 'vaktmasteri-jobb',
        answers: { vad: 'Vilken tavla?', plats: scene.ids.place.kommunhuset, flytt: 'nej' },
      }),
    )
    expect(await page('teacher', '/')).toMatch(/Svar senast <b>tisdag 10 april<\/b>/)
    await as('agent', (deed) => pauseCase(deed, { caseId, waitingFor: 'customer', reason: 'Vilken tavla?' }))
    expect(await page('teacher', '/')).toContain('Klockan står still tills du svarat.')
    await as('agent', (deed) => deliverCase(deed, { caseId }))
    expect(await page('teacher', '/')).toContain('Hur blev det?')
  })

  test('the same rows as a file, in Swedish form', async () => {
    const csv = await served.ask('colleague', { path: '/mina-arenden/rader.csv' })
    expect(csv.headers['content-disposition']).toContain('mina-arenden-2012-04-04.csv')
    expect(csv.body).toContain('Trasig lampa')
    expect(csv.body.startsWith('\uFEFFNummer;')).toBe(true)
    const xlsx = await served.ask('colleague', { path: '/mina-arenden/rader.xlsx?visa=avslutade' })
    expect(xlsx.rawPayload.subarray(0, 2).toString()).toBe('PK')
  })

  test('purchaser and coordinator see the cases of their own customer only', async () => {
    for (const who of ['purchaser', 'coordinator'] as const) {
      const html = await page(who, '/kundens-arenden')
      expect(html).toContain('Trasig lampa')
      expect(html).not.toContain('Vilken tavla?')
    }
    expect(await page('employee', '/kundens-arenden')).toContain('Du är inte beställare')
  })
})

describe('the purchaser’s yes and no', () => {
  const order = (antal: string) =>
    as('employee', (deed) => openCase(deed, { requestType: 'ny-dator', text: `Datorer ${antal}`, answers: { antal } }))
  const stateOf = async (caseId: Id) => (await cases()).find((one) => one.case_id === caseId)?.state

  test('TY-029 the form says who must approve, or that nobody can', async () => {
    const before = await page('employee', '/bestall/ny-dator')
    expect(before).toContain('Kostar det något godkänner din beställare Eva Lind först.')
    const refused = await served.ask('employee', {
      method: 'POST',
      path: '/bestall/ny-dator',
      form: filledIn(before, '/bestall/ny-dator', { 'answers.antal': '3' }),
    })
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain('ingen behörig beställare')
    expect(refused.body).toContain('value="3"')
    expect(await page('purchaser', '/bestall/ny-dator')).toContain('du är behörig beställare')
  })

  test('HS-349 one click approves: who, what, cost, limit and last day stand beside it', async () => {
    const { caseId } = await order('2')
    const html = await page('purchaser', '/godkannanden')
    for (const words of ['Datorer 2', 'Bo Ingelström', '17 000', '20 000', 'Svara senast'])
      expect(html).toContain(words)
    expect(await page('coordinator', '/godkannanden')).toContain('Inget väntar på dig')
    const receipt = await page(
      'employee',
      `/arenden/${(await cases()).find((one) => one.case_id === caseId)?.number ?? ''}/kvitto`,
    )
    expect(receipt).toContain('Löftet börjar räknas när Eva Lind har godkänt.')
    const start = html.indexOf(`value="${caseId}"`)
    const once =
      /name="_once" value="([^"]+)"/.exec(html.slice(0, start).slice(html.slice(0, start).lastIndexOf('<form')))?.[1] ??
      ''
    const yes = await served.ask('purchaser', {
      method: 'POST',
      path: '/godkannanden/godkann',
      form: { _once: once, arende: caseId },
    })
    expect(yes.statusCode).toBe(303)
    expect(await stateOf(caseId)).toBe('new')
    const again = await served.ask('purchaser', {
      method: 'POST',
      path: '/godkannanden/godkann',
      form: { arende: caseId },
    })
    expect(again.statusCode).toBe(409)
  })

  test('no needs its reason, which stays where it was written; the requester is told', async () => {
    const { caseId } = await order('1')
    const bare = await served.ask('purchaser', {
      method: 'POST',
      path: '/godkannanden/avsla',
      form: { arende: caseId, skal: ' ' },
    })
    expect(bare.statusCode).toBe(422)
    expect(bare.body).toContain(`href="#skal-${caseId}"`)
    expect(await stateOf(caseId)).toBe('awaiting_approval')
    const no = await served.ask('purchaser', {
      method: 'POST',
      path: '/godkannanden/avsla',
      form: { arende: caseId, skal: 'Använd den ni har' },
    })
    expect(no.statusCode).toBe(303)
    expect(await stateOf(caseId)).toBe('rejected')
    const receipt = await page('employee', await receiptOf(`/bestallt/${caseId}`))
    expect(receipt).toContain('Beställningen blev inte godkänd')
    expect(receipt).not.toMatch(/Beställningen är godkänd|tar ärendet|Vi gör jobbet/)
  })

  test('who was not asked cannot answer, nor learn that there was a question', async () => {
    const { caseId } = await order('1')
    const answer = await served.ask('teacher', {
      method: 'POST',
      path: '/godkannanden/godkann',
      form: { arende: caseId },
    })
    expect(answer.statusCode).toBe(404)
    expect(await stateOf(caseId)).toBe('awaiting_approval')
  })
})

describe('the API says what the pages show', () => {
  const api = async (name: CastName, path: string) => {
    const answer = await served.ask(name, { path: `/api/v1${path}` })
    return { status: answer.statusCode, body: answer.json<unknown>() }
  }

  test('what an order would cost, who approves and until when', async () => {
    const told = await api('employee', '/request-types/vaktmasteri-jobb/preview')
    expect(told.status).toBe(200)
    expect(told.body).toMatchObject({
      expectedOre: 36_000,
      approval: { needed: false },
      promises: expect.arrayContaining([
        expect.objectContaining({ kind: 'start', dueAt: '2012-04-11T14:45:00Z' }),
      ]) as unknown,
    })
    const forOther = `/request-types/losenord/preview?onBehalfOf=${scene.ids.person.teacher}&channel=telephone`
    expect((await api('employee', forOther)).status).toBe(403)
    expect((await api('agent', forOther)).status).toBe(200)
    expect((await api('employee', '/request-types/finns-inte/preview')).status).toBe(404)
  })

  test('approvals with their terms, own cases searched, own customers', async () => {
    const asked = await api('purchaser', '/approvals')
    expect(asked.body).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ limitOre: 2_000_000, reason: 'over_limit', unit: 'Biståndsenheten' }),
      ]),
    )
    expect((await api('employee', '/approvals')).body).toEqual([])
    const found = await api('colleague', '/cases/mine?q=lampor')
    expect(found.body).toMatchObject({ rows: [{ title: 'Trasig lampa' }] })
    expect((await api('coordinator', '/cases/customers')).body).toEqual([
      { id: scene.ids.customer.social, name: 'Socialförvaltningen' },
    ])
    expect(await api('purchaser', '/cases?q=lampor')).toMatchObject({ body: { rows: [{ title: 'Trasig lampa' }] } })
  })

  test('how the open work lies', async () => {
    const load = await api('manager', '/cases/load')
    expect(load.body).toMatchObject({ scope: { kind: 'unit', name: 'Kontorsservice' } })
    expect((await api('manager', '/cases/load?enhet=alla')).status).toBe(404)
    expect((await api('manager', '/cases/load?fran=2012-04-02&till=2012-04-01')).status).toBe(422)
    expect((await api('employee', '/cases/load')).status).toBe(403)
  })
})

test('every page of the portal is complete in English', async () => {
  const paths = [
    '/',
    '/bestall',
    '/bestall/vaktmasteri-jobb',
    '/bestall/it-fraga',
    '/hitta?q=caretaking',
    '/mina-arenden',
    '/godkannanden',
    '/kundens-arenden',
  ]
  for (const path of paths) {
    const answer = await served.ask('purchaser', {
      path,
      headers: { cookie: (await served.cookieOf('purchaser')).replace('lang=sv', 'lang=en') },
    })
    expect(answer.statusCode, path).toBe(200)
    const main = answer.body.slice(answer.body.indexOf('<main'))
    expect(main, path).not.toMatch(/\b(Beställ|Skicka|Löfte|Pris för|Inget|Sök|Välj|Visa|ärende|Godkänn)\b/)
  }
})
