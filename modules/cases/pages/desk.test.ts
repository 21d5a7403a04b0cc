// The desk's pages through the real server: what each seat sees at the same address, what the forms do, and what is
// refused with the words kept.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '#basics/id'
import { act } from '#platform/act'
import type { Deed } from '#platform/act'
import { openSession } from '#platform/identity/sessions'
import { openScene } from '../../../world/scene.ts'
import type { CastName, Scene } from '../../../world/scene.ts'
import { serveScene } from '../../../world/serve-scene.ts'
import type { ServedScene } from '../../../world/serve-scene.ts'
import { deliverCase } from '../deliver-case.ts'
import { openCase } from '../open-case.ts'
import { pauseCase } from '../pause-case.ts'
import { takeCase } from '../take-case.ts'
import { noteOnCase, replyToCase, writeInCase } from '../write-message.ts'

let scene: Scene
let served: ServedScene
beforeAll(async () => {
  scene = await openScene()
  served = await serveScene(scene)
})
afterAll(() => served.close())

const as = async <T>(name: CastName, verb: (deed: Deed) => Promise<T>): Promise<T> =>
  act(scene.stage, scene.tenant, await scene.actor(name), verb)

interface Made {
  readonly caseId: Id
  readonly number: string
}

async function order(
  text: string,
  name: CastName = 'employee',
  place: 'kommunhuset' | 'masten' = 'kommunhuset',
): Promise<Made> {
  const { caseId } = await as(name, (deed) =>
    openCase(deed, {
      requestType: 'vaktmasteri-jobb',
      text,
      answers: { vad: text, plats: scene.ids.place[place], flytt: 'nej' },
    }),
  )
  return { caseId, number: await numberOf(caseId) }
}

const numberOf = (caseId: Id): Promise<string> =>
  scene.peek(
    async (tx) =>
      (
        await tx
          .selectFrom('cases.case')
          .select('number')
          .where('tenant_id', '=', scene.tenant.tenantId)
          .where('case_id', '=', caseId)
          .executeTakeFirstOrThrow()
      ).number ?? '',
  )
const head = (caseId: Id) =>
  scene.peek((tx) =>
    tx
      .selectFrom('cases.case')
      .selectAll()
      .where('tenant_id', '=', scene.tenant.tenantId)
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow(),
  )
const version = async (caseId: Id): Promise<string> => String((await head(caseId)).version)

/** A session lasts a working day; the story goes over months, so everybody signs in anew each time the clock is set. */
const cookies = new Map<CastName, string>()
const at = (local: string): void => {
  scene.at(local)
  cookies.clear()
}
async function cookie(name: CastName): Promise<string> {
  const now = (scene.stage.clock ?? Temporal.Now.instant)()
  const known =
    cookies.get(name) ??
    `kontoret=${await openSession(scene.floor, scene.tenant, { accountId: scene.ids.account[name], seatId: scene.ids.seat[name] }, now)}; lang=sv`
  cookies.set(name, known)
  return known
}
type Asked = Parameters<ServedScene['ask']>[1]
const ask = async (name: CastName, asked: Asked) =>
  served.ask(name, { ...asked, headers: { cookie: await cookie(name), ...asked.headers } })
const get = (name: CastName, path: string) => ask(name, { path })
const post = (name: CastName, path: string, form: Record<string, string | string[]>) =>
  ask(name, { method: 'POST', path, form })
const once = (): string => crypto.randomUUID()
/** What a reader sees: tags away, spaces one. */
const words = (html: string): string =>
  html
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/\s+/g, ' ')

describe('the same address', () => {
  test('TY-055 the one who handles it reads notes and hand-overs; the one who asked never does', async () => {
    at('2012-04-04T15:20')
    const made = await order('Sätt upp whiteboardtavla')
    await as('agent2', (deed) => noteOnCase(deed, { caseId: made.caseId, body: 'Gipsvägg: ta med expander' }))
    await as('agent2', (deed) => takeCase(deed, { caseId: made.caseId }))
    await as('agent2', (deed) => replyToCase(deed, { caseId: made.caseId, body: 'Vilken vägg?' }))
    const desk = words((await get('agent', `/arenden/${made.number}`)).body)
    for (const seen of [
      'Gipsvägg: ta med expander',
      'syns inte för kunden',
      'Sten Ek tog ärendet',
      'Gick till Kontorsservice',
      'Vilken vägg?',
      'Lämna över',
      'Så räknade vi',
    ])
      expect(desk).toContain(seen)
    const customer = await get('employee', `/arenden/${made.number}`)
    expect(customer.statusCode).toBe(200)
    const seen = words(customer.body)
    for (const told of ['Sätt upp whiteboardtavla', 'Vilken vägg?', 'Skriv till oss']) expect(seen).toContain(told)
    for (const inside of ['Gipsvägg', 'Intern', 'tog ärendet', 'Gick till', 'Lämna över', 'Tilldela'])
      expect(seen).not.toContain(inside)
    for (const part of ['internt', 'allt', 'klocka'])
      expect((await get('employee', `/arenden/${made.number}?visa=${part}`)).body).not.toContain('Gipsvägg')
  })

  test('works by number, by number in small letters and by id; foreign equals non-existing', async () => {
    const made = await order('Byt lampa')
    for (const named of [made.number, made.number.toLowerCase(), made.caseId])
      expect((await get('agent', `/arenden/${named}`)).statusCode).toBe(200)
    const missing = await get('agent', '/arenden/KIT-2012-99999')
    expect(missing.statusCode).toBe(404)
    for (const name of ['itAgent', 'teacher', 'otherAuthority', 'colleague'] as const)
      expect([name, (await get(name, `/arenden/${made.number}`)).statusCode]).toEqual([name, 404])
    expect((await get('purchaser', `/arenden/${made.number}`)).statusCode).toBe(200)
  })

  test('what another unit’s agent posts to a case meets nothing', async () => {
    const made = await order('Flytta bord')
    const reply = await post('itAgent', `/arenden/${made.number}/anteckna`, { _once: once(), text: 'hej' })
    expect(reply.statusCode).toBe(404)
    expect((await post('employee', `/arenden/${made.number}/ta`, { _once: once() })).statusCode).toBe(403)
  })
})

describe('the forms of a case', () => {
  test('take, pause with reason, go on, deliver with a decimal comma', async () => {
    at('2012-04-16T09:00')
    const { caseId, number } = await order('Montera hylla')
    expect((await post('agent', `/arenden/${number}/ta`, { _once: once() })).headers.location).toBe(
      `/${scene.tenant.slug}/arenden/${number}?klart=taget`,
    )
    const pause = await post('agent', `/arenden/${number}/pausa`, {
      _once: once(),
      _version: await version(caseId),
      vantar: 'supplier',
      skal: 'Hyllan är beställd.',
    })
    expect(pause.statusCode).toBe(303)
    expect(words((await get('agent', `/arenden/${number}`)).body)).toContain(
      'Klockan pausad: väntar på leverantör. Skäl: Hyllan är beställd.',
    )
    await post('agent', `/arenden/${number}/fortsatt`, { _once: once(), _version: await version(caseId) })
    const wrong = await post('agent', `/arenden/${number}/leverera`, {
      _once: once(),
      _version: await version(caseId),
      mangd: 'två',
      not: 'Hyllan sitter',
    })
    expect(wrong.statusCode).toBe(422)
    expect(words(wrong.body)).toContain('Skriv mängden som ett tal större än noll')
    expect(wrong.body).toContain('Hyllan sitter')
    const offering = scene.ids.offering['vaktmastartimme'] ?? ''
    await post('agent', `/arenden/${number}/leverera`, {
      _once: once(),
      _version: await version(caseId),
      erbjudande: offering,
      mangd: '1,5',
      not: 'Hyllan sitter',
    })
    const delivered = await scene.peek((tx) =>
      tx
        .selectFrom('cases.delivery')
        .select(['quantity_thousandths', 'offering_id'])
        .where('tenant_id', '=', scene.tenant.tenantId)
        .where('case_id', '=', caseId)
        .executeTakeFirstOrThrow(),
    )
    expect(delivered).toEqual({ quantity_thousandths: 1500n, offering_id: offering })
    expect(words((await get('employee', `/arenden/${number}`)).body)).toContain('Är det bra så?')
  })

  test('a lost race is said with who and when, and what was typed is kept', async () => {
    at('2012-04-16T10:00')
    const { caseId, number } = await order('Måla vägg')
    const seen = await version(caseId)
    at('2012-04-16T10:40')
    await as('agent2', (deed) => takeCase(deed, { caseId }))
    at('2012-04-16T10:41')
    const reply = await post('agent', `/arenden/${number}/lamna`, {
      _once: once(),
      _version: seen,
      enhet: scene.ids.unit['fastighet'] ?? '',
      linje: '1',
      skal: 'Behöver målare',
    })
    expect(reply.statusCode).toBe(412)
    expect(words(reply.body)).toContain(
      'Någon hann före. Sten Ek ändrade ärendet i dag kl. 10.40. Din text finns kvar.',
    )
    expect(reply.body).toContain('Behöver målare')
  })

  test('TY-052 a hand-over keeps the number and leads back to the queue when the case is out of sight', async () => {
    const { caseId, number } = await order('Elen i rummet')
    const reply = await post('agent', `/arenden/${number}/lamna`, {
      _once: once(),
      _version: await version(caseId),
      enhet: scene.ids.unit['it'] ?? '',
      linje: '2',
      skal: 'Gäller nätverk',
    })
    expect(reply.headers.location).toBe(`/${scene.tenant.slug}/arenden/ko?klart=lamnat`)
    expect(await numberOf(caseId)).toBe(number)
    expect((await get('agent', `/arenden/${number}`)).statusCode).toBe(404)
    expect(words((await get('itAgent', '/arenden/ko')).body)).not.toContain(number)
    expect(words((await get('changeManager', `/arenden/${number}`)).body)).not.toContain('Gäller nätverk')
  })

  test('what it is about and whom it is for are changed by form, with the reason in the story; the API does the same', async () => {
    at('2012-05-07T09:00')
    const { caseId, number } = await order('Kallt i rummet')
    const form = words((await get('agent', `/arenden/${number}?gor=arendetyp`)).body)
    expect(form).toContain('Ändra vad det gäller')
    const refused = await post('agent', `/arenden/${number}/arendetyp`, {
      _once: once(),
      _version: await version(caseId),
      typ: 'fastighet-fel',
    })
    expect(refused.statusCode).toBe(422)
    const changed = await post('agent', `/arenden/${number}/arendetyp`, {
      _once: once(),
      _version: await version(caseId),
      typ: 'fastighet-fel',
      skal: 'Det är ett fel i huset',
    })
    expect(changed.statusCode).toBe(303)
    const story = words((await get('agent', `/arenden/${number}`)).body)
    expect(story).toContain('Ärendet gäller nu Anmäl fel i lokal. Skäl: Det är ett fel i huset')
    expect(await head(caseId)).toMatchObject({ kind: 'fault', number, clock_kind: 'first_answer' })
    expect((await get('agent', `/arenden/${number}?gor=kund`)).statusCode).toBe(200)
    const moved = await ask('agent', {
      method: 'PUT',
      path: `/api/v1/cases/${caseId}/customer`,
      json: { unitId: scene.ids.unit['skola-norr'], reason: 'Skolans rum' },
      headers: { 'if-match': `"${await version(caseId)}"`, 'idempotency-key': once() },
    })
    expect(moved.statusCode, moved.body).toBe(200)
    expect(await head(caseId)).toMatchObject({ customer_id: scene.ids.customer.skola })
  })

  test('a form sent twice does its deed once', async () => {
    const { caseId, number } = await order('Hämta paket')
    const key = once()
    for (let n = 0; n < 2; n++)
      expect((await post('agent', `/arenden/${number}/anteckna`, { _once: key, text: 'Ring först' })).statusCode).toBe(
        303,
      )
    const notes = await scene.peek((tx) =>
      tx
        .selectFrom('cases.message')
        .select('body')
        .where('tenant_id', '=', scene.tenant.tenantId)
        .where('case_id', '=', caseId)
        .where('kind', '=', 'note')
        .execute(),
    )
    expect(notes).toHaveLength(1)
  })

  test('an empty reply is refused at its field; a read of the deed’s address leads back to the case', async () => {
    const { number } = await order('Töm papperskorg')
    const reply = await post('agent', `/arenden/${number}/svara`, { _once: once(), text: '' })
    expect(reply.statusCode).toBe(422)
    expect(reply.body).toContain('aria-invalid="true"')
    expect((await get('agent', `/arenden/${number}/svara`)).headers.location).toBe(
      `/${scene.tenant.slug}/arenden/${number}`,
    )
    expect((await get('agent', `/arenden/${number}/nagotannat`)).statusCode).toBe(404)
  })

  test('watchers by written name; a name that fits nobody says so', async () => {
    const { caseId, number } = await order('Sätt upp skylt')
    expect(
      (await post('agent', `/arenden/${number}/folj`, { _once: once(), 'val.person': 'Disa Norr' })).statusCode,
    ).toBe(303)
    expect((await head(caseId)).watchers).toContain(scene.ids.person.teacher)
    const reply = await post('agent', `/arenden/${number}/folj`, { _once: once(), 'val.person': 'Nisse Hult' })
    expect([reply.statusCode, words(reply.body).includes('Ingen heter ”Nisse Hult”')]).toEqual([422, true])
    expect(
      (await post('agent', `/arenden/${number}/sluta-folja`, { _once: once(), person: scene.ids.person.teacher }))
        .statusCode,
    ).toBe(303)
    expect((await head(caseId)).watchers).not.toContain(scene.ids.person.teacher)
  })

  test('related, put under a parent, a child made, merged and undone', async () => {
    at('2012-04-17T09:00')
    const [one, other] = [await order('Måla plan 1'), await order('Måla plan 2')]
    expect(
      (await post('agent', `/arenden/${one.number}/lanka`, { _once: once(), 'val.arende': other.number })).statusCode,
    ).toBe(303)
    expect(
      (
        await post('agent', `/arenden/${other.number}/huvudarende`, {
          _once: once(),
          _version: await version(other.caseId),
          'val.arende': one.number,
        })
      ).statusCode,
    ).toBe(303)
    expect((await head(other.caseId)).parent_id).toBe(one.caseId)
    expect(
      (
        await post('agent', `/arenden/${one.number}/underarende`, {
          _once: once(),
          typ: 'fastighet-fel',
          text: 'Laga fukten först',
        })
      ).statusCode,
    ).toBe(303)
    const children = await scene.peek((tx) =>
      tx
        .selectFrom('cases.case')
        .select(['title', 'requester_id'])
        .where('tenant_id', '=', scene.tenant.tenantId)
        .where('parent_id', '=', one.caseId)
        .execute(),
    )
    expect(children).toContainEqual({ title: 'Laga fukten först', requester_id: scene.ids.person.employee })
    const merged = await post('agent', `/arenden/${other.number}/sammanfor`, {
      _once: once(),
      _version: await version(other.caseId),
      'val.arende': one.number,
    })
    expect(merged.headers.location).toContain(`/arenden/${one.caseId}`)
    expect(words((await get('agent', `/arenden/${other.number}`)).body)).toContain(
      `Ärendet är sammanfört med ett annat ${one.number}`,
    )
    await post('agent', `/arenden/${other.number}/angra-sammanforing`, { _once: once() })
    expect((await head(other.caseId)).state).toBe('new')
  })

  test('the customer answers, confirms, rates, reopens with a reason and takes back', async () => {
    at('2012-04-18T09:00')
    const { caseId, number } = await order('Hjälp med projektor')
    await as('agent', (deed) => pauseCase(deed, { caseId, waitingFor: 'customer', reason: 'Vilket rum?' }))
    expect(words((await get('employee', `/arenden/${number}`)).body)).toContain('Vi väntar på dig')
    await post('employee', `/arenden/${number}/skriv`, { _once: once(), text: 'Rum 3' })
    expect((await head(caseId)).state).toBe('new')
    await as('agent', (deed) => deliverCase(deed, { caseId }))
    await post('employee', `/arenden/${number}/betyg`, { _once: once(), betyg: '3' })
    expect((await head(caseId)).rating).toBe(3)
    const silent = await post('employee', `/arenden/${number}/oppna`, {
      _once: once(),
      _version: await version(caseId),
      skal: '',
    })
    expect(silent.statusCode).toBe(422)
    await post('employee', `/arenden/${number}/oppna`, {
      _once: once(),
      _version: await version(caseId),
      skal: 'Bilden flimrar',
    })
    expect((await head(caseId)).state).toBe('in_progress')
    await post('employee', `/arenden/${number}/aterta`, { _once: once(), _version: await version(caseId) })
    expect((await head(caseId)).state).toBe('withdrawn')
  })

  test('HS-349 the purchaser says yes or no at the same address, and is led to what waits next', async () => {
    const { caseId } = await as('employee', (deed) =>
      openCase(deed, { requestType: 'ny-dator', answers: { antal: 1 }, text: 'En dator' }),
    )
    const number = await numberOf(caseId)
    expect(words((await get('employee', `/arenden/${number}`)).body)).toContain(
      'väntar på att en behörig beställare godkänner',
    )
    expect(words((await get('purchaser', `/arenden/${number}`)).body)).toContain(
      'Bo Ingelström har beställt detta för 8 500,00 kr',
    )
    expect((await post('purchaser', `/arenden/${number}/godkann`, { _once: once() })).headers.location).toBe(
      `/${scene.tenant.slug}/godkannanden?klart=godkant`,
    )
    expect((await head(caseId)).state).toBe('new')
  })
})

describe('the queue', () => {
  test('groups by promise with the clock in words on the row', async () => {
    at('2012-05-02T09:00')
    const early = await order('Tidig sak')
    at('2012-05-07T10:42')
    await as('agent2', (deed) => replyToCase(deed, { caseId: early.caseId, body: 'Vi kommer' }))
    const page = words((await get('agent', '/arenden/ko')).body)
    expect(page).toContain('Löftet är brutet')
    expect(page).toMatch(/Går ut i dag .*Tidig sak .*6 tim 3 min kvar påbörjas i dag 16\.45/)
    expect((await get('employee', '/arenden/ko')).statusCode).toBe(403)
  })

  test('filters, order, columns and search live in the address; nonsense in it is left out', async () => {
    const mine = await order('Endast min sak')
    await as('agent', (deed) => takeCase(deed, { caseId: mine.caseId }))
    const other = await order('Någon annans sak')
    const filtered = words(
      (await get('agent', '/arenden/ko?ansvarig=jag&kolumner=priority&kolumner=channel&sort=-received')).body,
    )
    expect(filtered).toContain('Endast min sak')
    expect(filtered).not.toContain('Någon annans sak')
    for (const shown of ['Prioritet', 'Kanal', 'Ansvarig: Du', 'Senast inkommet först'])
      expect(filtered).toContain(shown)
    expect(words((await get('agent', `/arenden/ko?q=${other.number}`)).body)).toContain('Någon annans sak')
    for (const odd of [
      'enhet=x',
      'tjanst=1',
      'ansvarig=%27',
      'status=vadsomhelst',
      'fran=2012-02-31',
      'limit=-1',
      'sort=nej',
      'kolumner=nej',
    ])
      expect([odd, (await get('agent', `/arenden/ko?${odd}`)).statusCode]).toEqual([odd, 200])
    expect(words((await get('agent', '/arenden/ko?fran=2012-02-31')).body)).toContain(
      'Datumet 31 februari 2012 finns inte',
    )
    expect((await get('agent', '/arenden/ko?cursor=skräp')).statusCode).toBe(422)
  })

  test('goes on by cursor, every row once', async () => {
    const seen: string[] = []
    let path: string | undefined = '/arenden/ko?limit=3'
    while (path) {
      const { body } = await get('agent', path)
      seen.push(
        ...[...body.matchAll(/data-row-link[^>]*>|href="[^"]*\/arenden\/(KIT-2012-\d+)"[^>]*data-row-link/g)].flatMap(
          (match) => match[1] ?? [],
        ),
      )
      path = /href="\/[^/]+(\/arenden\/ko\?[^"]*cursor=[^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(new Set(seen).size).toBe(seen.length)
    const open = await scene.peek((tx) =>
      tx
        .selectFrom('cases.case')
        .select('number')
        .where('tenant_id', '=', scene.tenant.tenantId)
        .where('provider_unit_id', '=', scene.ids.unit['kontorsservice'] ?? '')
        .where('state', 'in', ['new', 'in_progress', 'waiting', 'awaiting_approval'])
        .execute(),
    )
    expect(new Set(seen)).toEqual(new Set(open.map((row) => row.number)))
  })

  test('TY-050 a deed on many rows is one for each: those that went, and for each that did not why', async () => {
    const [one, two] = [await order('Första'), await order('Andra')]
    await as('agent2', (deed) => takeCase(deed, { caseId: two.caseId }))
    const foreign = (await as('employee', (deed) => openCase(deed, { requestType: 'utskrift', text: 'Skrivaren' })))
      .caseId
    const key = once()
    const done = await post('agent', '/arenden/ko/gor', {
      _once: key,
      gor: 'ta',
      arende: [one.caseId, two.caseId, foreign],
      tillbaka: '?sort=-due',
    })
    expect(done.headers.location).toBe(`/${scene.tenant.slug}/arenden/ko?sort=-due&gjort=${key}`)
    const page = words((await get('agent', `/arenden/ko?gjort=${key}`)).body)
    expect(page).toContain('1 av 3 ärenden är ditt. Två gick inte:')
    expect(page).toContain('Sten Ek har redan tagit ärendet')
    expect(page).toContain('Det du söker finns inte')
    expect((await head(one.caseId)).owner_person_id).toBe(scene.ids.person.agent)
    expect((await head(two.caseId)).owner_person_id).toBe(scene.ids.person.agent2)
    expect(words((await get('agent2', `/arenden/ko?gjort=${key}`)).body)).not.toContain('gick inte')
  })

  test('the same form over many rows, sent again, does nothing more', async () => {
    const { caseId } = await order('Svaras en gång')
    const form = { _once: once(), gor: 'svara', arende: [caseId], svar: 'Vi kommer i morgon.' }
    for (let n = 0; n < 2; n++) expect((await post('agent', '/arenden/ko/gor', form)).statusCode).toBe(303)
    const replies = await scene.peek((tx) =>
      tx
        .selectFrom('cases.message')
        .select('body')
        .where('tenant_id', '=', scene.tenant.tenantId)
        .where('case_id', '=', caseId)
        .where('kind', '=', 'out')
        .execute(),
    )
    expect(replies).toHaveLength(1)
    const nothing = await post('agent', '/arenden/ko/gor', {
      _once: once(),
      gor: 'svara',
      svar: 'Text som ska finnas kvar',
    })
    expect([nothing.statusCode, nothing.body.includes('Text som ska finnas kvar')]).toEqual([422, true])
  })

  test('exports are the same rows and columns, with real times', async () => {
    const csv = await get('agent', '/arenden/ko/rader.csv?kolumner=number,state,due')
    expect(csv.headers['content-type']).toContain('text/csv')
    const lines = csv.body.replace('\ufeff', '').split('\r\n')
    expect(lines[0]).toBe('Nummer;Läge;Löftet går ut')
    expect(lines.find((line) => line.startsWith('KIT-2012-'))).toMatch(
      /^KIT-2012-\d{5};[^;]+;\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/,
    )
    const book = await get('agent', '/arenden/rader.xlsx')
    expect([book.statusCode, book.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])
    expect((await get('employee', '/arenden/ko/rader.csv')).statusCode).toBe(403)
    expect((await get('teacher', '/arenden/rader.csv')).body).not.toContain('Första')
  })
})

describe('saved views', () => {
  test('one’s own and the unit’s stand in the rail with live counts; another’s own does not exist', async () => {
    at('2012-06-04T09:00')
    await order('Räknas i vyn', 'employee', 'masten')
    const query = `?plats=${scene.ids.place.masten}`
    expect(
      (await post('agent', '/arenden/ko/spara-vy', { _once: once(), namn: 'Masten', lista: query, for: 'mig' }))
        .statusCode,
    ).toBe(303)
    expect(
      (
        await post('agent', '/arenden/ko/spara-vy', {
          _once: once(),
          namn: 'Alla nya',
          lista: '?status=new',
          for: 'enhet',
        })
      ).statusCode,
    ).toBe(303)
    const page = words((await get('agent', `/arenden/ko${query}`)).body)
    expect(page).toMatch(/Mina vyer Masten \d+/)
    expect(page).toContain('Ändra vy')
    const colleague = words((await get('agent2', '/arenden/ko')).body)
    expect(colleague).toContain('Alla nya')
    expect(colleague).not.toContain('Mina vyer')
    const rows = (await ask('agent', { path: '/api/v1/views?list=queue' })).json<
      { id: string; name: string; count: number; for: string; version: number }[]
    >()
    expect(rows.map((row) => [row.name, row.for])).toEqual([
      ['Alla nya', 'unit'],
      ['Masten', 'me'],
    ])
    const before = rows.find((row) => row.name === 'Masten')
    await order('En till', 'employee', 'masten')
    const after = (await ask('agent', { path: '/api/v1/views?list=queue' }))
      .json<{ name: string; count: number }[]>()
      .find((row) => row.name === 'Masten')
    expect(after?.count).toBe((before?.count ?? 0) + 1)
    const remove = (name: CastName, etag: string) =>
      ask(name, { method: 'DELETE', path: `/api/v1/views/${before?.id ?? ''}`, headers: { 'if-match': etag } })
    expect((await remove('agent2', '"1"')).statusCode).toBe(404)
    expect((await remove('agent', '"7"')).statusCode).toBe(412)
    expect((await remove('agent', '"1"')).statusCode).toBe(204)
  })

  test('a list one may not open cannot be saved, nor a view for a unit one does not reach', async () => {
    const save = (name: CastName, json: unknown) => ask(name, { method: 'POST', path: '/api/v1/views', json })
    expect((await save('employee', { list: 'queue', name: 'X', query: '' })).statusCode).toBe(422)
    expect(
      (await save('agent', { list: 'queue', name: 'X', query: '', unitId: scene.ids.unit['it'] })).statusCode,
    ).toBe(403)
    const empty = await post('agent', '/arenden/ko/spara-vy', { _once: once(), namn: '', lista: '' })
    expect([empty.statusCode, empty.body.includes('Fyll i')]).toEqual([422, true])
  })
})

describe('registering for somebody else', () => {
  test('goes on to the form with the person and the channel', async () => {
    const reply = await post('agent', '/arenden/nytt/vidare', {
      _once: once(),
      kanal: 'telephone',
      'vem.person': 'Disa Norr',
      typ: 'vaktmasteri-jobb',
    })
    expect(reply.headers.location).toBe(
      `/${scene.tenant.slug}/bestall/vaktmasteri-jobb?for=${scene.ids.person.teacher}&kanal=telephone`,
    )
    const several = await post('agent', '/arenden/nytt/vidare', {
      _once: once(),
      kanal: 'counter',
      'vem.person': 'A',
      typ: 'vaktmasteri-jobb',
    })
    expect(several.statusCode).toBe(422)
    expect(words(several.body)).toContain('Vem av dem?')
    expect((await get('employee', '/arenden/nytt')).statusCode).toBe(403)
  })

  test('TY-007 somebody outside asks or complains; the number is told though the case lies elsewhere', async () => {
    const reply = await post('agent', '/arenden/nytt/utom', {
      _once: once(),
      kanal: 'telephone',
      namn: 'Ulla Granne',
      typ: 'it-fraga',
      text: 'När öppnar e-tjänsten?',
    })
    expect(reply.statusCode).toBe(303)
    const page = words((await get('agent', (reply.headers.location ?? '').replace(`/${scene.tenant.slug}`, ''))).body)
    expect(page).toMatch(/Registrerat som KIT-2012-\d{5} Ärendet ligger hos Servicedesk/)
    expect(page).not.toContain('Öppna ärendet')
    expect(
      (
        await post('agent', '/arenden/nytt/utom', {
          _once: once(),
          kanal: 'telephone',
          namn: 'X',
          typ: 'vaktmasteri-jobb',
          text: 'x',
        })
      ).statusCode,
    ).toBe(422)
  })

  test('suggestions answer people and cases one may see', async () => {
    const people = (await get('agent', '/arenden/forslag/personer?q=disa')).json<{ label: string }[]>()
    expect(people.map((one) => one.label)).toEqual(['Disa Norr'])
    const made = await order('Unik rubrik för förslag')
    const mine = (await get('agent', `/arenden/forslag/arenden?q=${made.number}`)).json<{ value: string }[]>()
    expect(mine.map((one) => one.value)).toContain(made.caseId)
    expect((await get('itAgent', `/arenden/forslag/arenden?q=${made.number}`)).json<unknown[]>()).toEqual([])
  })
})

describe('files', () => {
  test('who may read the letter is sent on to a signed address; a note’s file is as internal as the note', async () => {
    const { caseId, number } = await order('Se bilden')
    const boundary = 'parting-line'
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const form = (deed: string) =>
      Buffer.concat([
        Buffer.from(
          `--${boundary}\r\nContent-Disposition: form-data; name="text"\r\n\r\nSe bild ${deed}\r\n--${boundary}\r\nContent-Disposition: form-data; name="filer"; filename="vägg.png"\r\nContent-Type: image/png\r\n\r\n`,
        ),
        png,
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ])
    for (const [name, deed] of [
      ['employee', 'skriv'],
      ['agent', 'anteckna'],
    ] as const) {
      const sent = await served.server.inject({
        method: 'POST',
        url: `/${scene.tenant.slug}/arenden/${number}/${deed}`,
        headers: {
          cookie: await cookie(name),
          'sec-fetch-site': 'same-origin',
          'content-type': `multipart/form-data; boundary=${boundary}`,
        },
        payload: form(deed),
      })
      expect(sent.statusCode).toBe(303)
    }
    const files = await scene.peek((tx) =>
      tx
        .selectFrom('platform.file as f')
        .innerJoin('cases.message as m', 'm.message_id', 'f.subject_id')
        .select(['f.file_id', 'm.kind'])
        .where('f.tenant_id', '=', scene.tenant.tenantId)
        .where('m.case_id', '=', caseId)
        .execute(),
    )
    const letter = files.find((file) => file.kind === 'in')?.file_id ?? ''
    const note = files.find((file) => file.kind === 'note')?.file_id ?? ''
    for (const name of ['employee', 'agent', 'purchaser'] as const) {
      const reply = await get(name, `/fil/${letter}`)
      expect([name, reply.statusCode]).toEqual([name, 303])
      expect(reply.headers.location).toMatch(/^\/fil\/[\w-]+\.[\w-]+$/)
      const bytes = await served.server.inject({ url: reply.headers.location ?? '' })
      expect([bytes.statusCode, bytes.rawPayload.equals(png)]).toEqual([200, true])
    }
    for (const name of ['itAgent', 'teacher', 'otherAuthority'] as const)
      expect([name, (await get(name, `/fil/${letter}`)).statusCode]).toEqual([name, 404])
    expect((await get('agent', `/fil/${note}`)).statusCode).toBe(303)
    for (const name of ['employee', 'purchaser', 'itAgent'] as const)
      expect([name, (await get(name, `/fil/${note}`)).statusCode]).toEqual([name, 404])
    expect((await get('agent', '/fil/inte-ett-id')).statusCode).toBe(404)
  })
})

test('pages of the desk answer in both languages without inline script or style', async () => {
  at('2012-06-11T09:00')
  const { caseId, number } = await order('Sista saken')
  await as('employee', (deed) => writeInCase(deed, { caseId, body: 'Rad ett\nrad två\n\n<b>fet</b>' }))
  for (const path of [
    '/arenden/ko',
    '/arenden',
    '/arenden/nytt',
    `/arenden/${number}`,
    ...[
      'lamna',
      'tilldela',
      'prioritet',
      'fakta',
      'folj',
      'lanka',
      'huvudarende',
      'underarende',
      'sammanfor',
      'onskemal',
      'leverera',
      'pausa',
    ].map((form) => `/arenden/${number}?gor=${form}`),
  ])
    for (const lang of ['sv', 'en']) {
      const inLang = (await cookie('agent')).replace('lang=sv', `lang=${lang}`)
      const reply = await ask('agent', { path, headers: { cookie: inLang } })
      expect([path, lang, reply.statusCode]).toEqual([path, lang, 200])
      expect(reply.body).toContain(`<html lang="${lang}"`)
      expect(reply.body).not.toMatch(/<script(?![^>]*src=)|\sstyle=|\son\w+=|undefined|\[object/)
      expect(reply.body).not.toContain('<b>fet</b>')
    }
})

test('the case as a tagged PDF: the desk’s with notes, the customer’s without', async () => {
  const { caseId, number } = await order('Skrivs ut')
  await as('agent', (deed) => noteOnCase(deed, { caseId, body: 'Bara för oss' }))
  for (const name of ['agent', 'employee'] as const) {
    const reply = await get(name, `/arenden/${number}/arende.pdf`)
    expect([name, reply.statusCode, reply.rawPayload.subarray(0, 5).toString()]).toEqual([name, 200, '%PDF-'])
  }
  expect((await get('itAgent', `/arenden/${number}/arende.pdf`)).statusCode).toBe(404)
}, 120_000)
