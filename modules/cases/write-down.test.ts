// What a customer says by telephone, at the counter or in a letter is written down in the case by the one who took it: the
// customer's words, the agent's hand, and the clock as for anything the customer writes.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Id } from '#basics/id'
import { act, look } from '#platform/act'
import type { Deed } from '#platform/act'
import { openScene } from '../../world/scene.ts'
import type { CastName, Scene } from '../../world/scene.ts'
import { serveScene } from '../../world/serve-scene.ts'
import type { ServedScene } from '../../world/serve-scene.ts'
import { spokenChannels } from './case.ts'
import { readClocks } from './clocks.ts'
import { openCase } from './open-case.ts'
import { pauseCase } from './pause-case.ts'
import { readCase } from './queries.ts'
import { takeCase } from './take-case.ts'
import { readTimeline } from './timeline.ts'
import { writeDown } from './write-message.ts'

let scene: Scene
let served: ServedScene
beforeAll(async () => {
  scene = await openScene()
  served = await serveScene(scene)
})
afterAll(() => served.close())

const as = async <T>(name: CastName, verb: (deed: Deed) => Promise<T>): Promise<T> =>
  act(scene.stage, scene.tenant, await scene.actor(name), verb)
const read = async (name: CastName, caseId: Id) =>
  look(scene.stage, scene.tenant, await scene.actor(name), (view) => readCase(view, { caseId }, 'sv'))
const story = async (name: CastName, caseId: Id) =>
  look(scene.stage, scene.tenant, await scene.actor(name), (view) => readTimeline(view, caseId, 'sv'))
const clocks = async (caseId: Id) =>
  look(scene.stage, scene.tenant, await scene.system(), (view) => readClocks(view, caseId))
const startClock = async (caseId: Id) => (await clocks(caseId)).find(({ row }) => row.kind === 'start')
const order = async (): Promise<Id> =>
  (
    await as('employee', (deed) =>
      openCase(deed, {
        requestType: 'vaktmasteri-jobb',
        answers: { vad: 'Tavla', plats: scene.ids.place.kommunhuset, flytt: 'nej' },
      }),
    )
  ).caseId
const wait = (caseId: Id, waitingFor: 'customer' | 'supplier') =>
  as('agent', (deed) => pauseCase(deed, { caseId, waitingFor, reason: 'Vilken vägg?' }))

test('by every channel the words are the customer’s, written down by the agent, and a case that waits for them goes on', async () => {
  for (const channel of spokenChannels) {
    scene.at('2012-04-04T10:00')
    const caseId = await order()
    const before = (await startClock(caseId))?.row.due_at
    scene.at('2012-04-05T08:00')
    await wait(caseId, 'customer')
    scene.at('2012-04-11T08:00')
    await as('agent', (deed) => writeDown(deed, { caseId, body: 'Den norra väggen.', channel }))
    const clock = await startClock(caseId)
    expect(await read('agent', caseId), channel).toMatchObject({ state: 'new', waitingFor: null })
    // Thursday to Wednesday over Easter it stood still for two working days; Friday closes at three.
    expect([clock?.row.state, before?.toString(), clock?.row.due_at?.toString()]).toEqual([
      'running',
      scene.at('2012-04-11T16:45').toString(),
      scene.at('2012-04-13T15:00').toString(),
    ])
    for (const name of ['agent', 'employee'] as const) {
      const told = (await story(name, caseId)).findLast((entry) => entry.event === 'message_in')
      expect(told, name).toMatchObject({
        kind: 'in',
        by: 'Bo Ingelström',
        writtenDownBy: (await scene.actor('agent')).personName,
        body: 'Den norra väggen.',
        channel,
      })
    }
  }
})

test('a case that waits for a supplier goes on waiting; what the customer writes for themself says no other hand', async () => {
  scene.at('2012-04-16T10:00')
  const caseId = await order()
  await wait(caseId, 'supplier')
  await as('agent', (deed) => writeDown(deed, { caseId, body: 'Hur går det?', channel: 'telephone' }))
  expect(await read('agent', caseId)).toMatchObject({ state: 'waiting', waitingFor: 'supplier' })
  const sent = await served.ask('employee', {
    method: 'POST',
    path: `/api/v1/cases/${caseId}/messages`,
    json: { body: 'Jag undrar igen' },
  })
  expect(sent.statusCode).toBe(200)
  const hands = (await story('agent', caseId)).filter((entry) => entry.kind === 'in')
  expect(hands.map((entry) => entry.writtenDownBy)).toEqual([null, (await scene.actor('agent')).personName, null])
})

test('a promise of a first answer is not kept by what the customer says, and the one who holds the case is told', async () => {
  scene.at('2012-04-16T10:00')
  const { caseId } = await as('employee', (deed) => openCase(deed, { requestType: 'utskrift', text: 'Skrivaren' }))
  await as('itAgent', (deed) => takeCase(deed, { caseId }))
  const state = async () => (await clocks(caseId)).map(({ row }) => [row.kind, row.state])
  const before = await state()
  expect(before.length).toBeGreaterThan(0)
  await as('itAgent', (deed) => writeDown(deed, { caseId, body: 'Den på plan 3', channel: 'counter' }))
  expect(await state()).toEqual(before)
})

test('the API and the page do the same; only who handles the case may, and a wrong channel is named', async () => {
  scene.at('2012-04-16T10:00')
  const caseId = await order()
  const path = `/api/v1/cases/${caseId}/heard`
  const post = async (name: CastName, json: unknown) => {
    const reply = await served.ask(name, { method: 'POST', path, json })
    return [reply.statusCode, reply.json<{ errors?: { field: string }[] }>().errors?.map((one) => one.field)]
  }
  const said = { body: 'Vänster om dörren', channel: 'telephone' }
  expect(await post('agent', said)).toEqual([200, undefined])
  expect((await post('employee', said))[0]).toBe(403)
  expect((await post('teacher', said))[0]).toBe(403)
  expect((await post('itAgent', said))[0]).toBe(404)
  expect(await post('agent', { ...said, channel: 'portal' })).toEqual([422, ['channel']])
  expect(await post('agent', { channel: 'letter' })).toEqual([422, ['body']])
  const { number } = await read('agent', caseId)
  const form = await served.ask('agent', { path: `/arenden/${number}?gor=ringde` })
  expect(form.body).toContain('Vad sade kunden?')
  const written = await served.ask('agent', {
    method: 'POST',
    path: `/arenden/${number}/ringde`,
    form: { kanal: 'counter', text: 'Kom förbi: höger om dörren.' },
  })
  expect(written.statusCode).toBe(303)
  const page = (await served.ask('employee', { path: `/arenden/${number}` })).body
  expect(page).toContain('Kom förbi: höger om dörren.')
  expect(page).toContain(`besök, nedskrivet av ${(await scene.actor('agent')).personName ?? ''}`)
  expect((await served.ask('agent', { path: `/arenden/${number}` })).body).toContain('Kunden ringde')
  const refused = await served.ask('agent', {
    method: 'POST',
    path: `/arenden/${number}/ringde`,
    form: { kanal: 'letter', text: '' },
  })
  expect([refused.statusCode, refused.body.includes('Vad sade kunden?')]).toEqual([422, true])
})
