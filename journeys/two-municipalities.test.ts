// One office for two municipalities: their IT and switchboard cases come into one system, under one series of numbers, and
// neither municipality sees the other's.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Id } from '#basics/id'
import { act, look } from '#platform/act'
import type { Actor } from '#platform/actor'
import { bySeat } from '#platform/identity/reach'
import { openCase, readCase } from '#cases'
import { openScene } from '../world/scene.ts'
import type { Scene } from '../world/scene.ts'
import { serveScene } from '../world/serve-scene.ts'
import type { ServedScene } from '../world/serve-scene.ts'

let scene: Scene
let served: ServedScene

beforeAll(async () => {
  scene = await openScene({ start: '2012-04-16T09:00' })
  served = await serveScene(scene)
})
afterAll(() => served.close())

type Keeper = 'admin' | 'changeManager'

async function made(path: string, json: unknown, name: Keeper = 'admin', version?: number) {
  const headers = version === undefined ? {} : { headers: { 'if-match': `"${version}"` } }
  const answer = await served.ask(name, { method: 'POST', path: `/api/v1${path}`, json, ...headers })
  expect(answer.statusCode, `${path} ${answer.body}`).toBeLessThan(300)
  return answer.json<Record<string, Id> & { version?: number }>()
}

interface Municipality {
  readonly customerId: Id
  readonly employee: Actor
  readonly purchaser: Actor
}

/** A municipality with a board, an administration that orders, one who works there and one who may see all of it. */
async function municipality(name: string, code: string): Promise<Municipality> {
  const from = '2012-01-01'
  const { partyId: home } = await made('/organisation/parties', { kind: 'municipality', name })
  const { partyId: board, version } = await made('/organisation/parties', {
    kind: 'board',
    name: `Bildningsnämnden, ${name}`,
  })
  await made(
    `/organisation/parties/${board}/relations`,
    { kind: 'board_of', otherPartyId: home, from },
    'admin',
    version,
  )
  const unit = { code, from, partyId: board, kind: 'administration', name: `Bildning, ${name}` }
  const { unitId = '' } = await made('/organisation/units', unit)
  const { customerId = '' } = await made('/organisation/customers', { unitId, customerType: 'administration', from })
  const sit = async (person: string): Promise<{ personId: Id; seatId: Id }> => {
    const { personId = '' } = await made('/organisation/people', { name: person, kind: 'employee' })
    const post = { personId, roleId: scene.ids.role['employee'], unitId, from }
    const { assignmentId: seatId = '' } = await made('/organisation/assignments', post)
    return { personId, seatId }
  }
  const [worker, chief] = [await sit(`Lärare i ${name}`), await sit(`Rektor i ${name}`)]
  await made('/organisation/mandates', { customerId, personId: chief.personId, kind: 'purchaser', from })
  const day = Temporal.PlainDate.from('2012-04-16')
  const actorOf = async (seat: { personId: Id; seatId: Id }): Promise<Actor> => {
    const actor = await bySeat(scene.floor, scene.tenant, { accountId: null, ...seat, day })
    if (!actor) throw new Error('no such seat')
    return actor
  }
  return { customerId, employee: await actorOf(worker), purchaser: await actorOf(chief) }
}

/** The switchboard, as the change manager adds it: a service with a way in, done by people of its own. */
async function addSwitchboard(): Promise<Actor> {
  const from = '2012-01-01'
  const unit = { code: 'vaxeln', from, parentUnitId: scene.ids.unit['kit'], kind: 'unit', name: 'Växeln' }
  const { unitId = '' } = await made('/organisation/units', unit)
  const facts = {
    ...{ areaId: scene.ids.area['kontorsservice'], nameSv: 'Telefonväxel', kind: 'support', ownerTitle: 'Växelchef' },
    ...{ providerUnitId: unitId, despiteSimilar: true },
    notStated: ['purpose', 'forWhom', 'content', 'orderWay', 'level', 'volume', 'price', 'process', 'boundary'],
  }
  const { code, version } = await made('/catalogue/services', facts, 'changeManager')
  await made(`/catalogue/services/${code}/publication`, {}, 'changeManager', version)
  const way = {
    code: 'vaxel-fel',
    service: code,
    caseKind: 'fault',
    from,
    nameSv: 'Fel i växeln',
    nameEn: 'Switchboard',
  }
  await made('/catalogue/request-types', way, 'changeManager')
  const { personId = '' } = await made('/organisation/people', { name: 'Vera Växel', kind: 'employee' })
  const post = { personId, roleId: scene.ids.role['agent'], unitId, from }
  const { assignmentId: seatId = '' } = await made('/organisation/assignments', post)
  const day = Temporal.PlainDate.from('2012-04-16')
  const actor = await bySeat(scene.floor, scene.tenant, { accountId: null, personId, seatId, day })
  if (!actor) throw new Error('no such seat')
  return actor
}

const reads = (actor: Actor, caseId: Id): Promise<boolean> =>
  look(scene.stage, scene.tenant, actor, (view) => readCase(view, { caseId }, 'sv')).then(
    () => true,
    (error: { status?: number }) => {
      expect(error.status).toBe(404)
      return false
    },
  )

test('HS-347 IT and switchboard cases of two municipalities lie in one system, each seen by its own only', async () => {
  const [herrljunga, vargarda] = [await municipality('Herrljunga', 'h'), await municipality('Vårgårda', 'v')]
  const switchboard = await addSwitchboard()
  const itAgent = await scene.actor('itAgent')
  const cases: { from: Municipality; kind: 'it' | 'switchboard'; caseId: Id }[] = []
  for (const from of [herrljunga, vargarda])
    for (const [kind, requestType] of [
      ['it', 'utskrift'],
      ['switchboard', 'vaxel-fel'],
    ] as const) {
      const { caseId } = await act(scene.stage, scene.tenant, from.employee, (deed) =>
        openCase(deed, { requestType, text: 'Det fungerar inte.' }),
      )
      cases.push({ from, kind, caseId })
    }
  const numbers: string[] = []
  for (const { from, kind, caseId } of cases) {
    const found = await look(scene.stage, scene.tenant, from.employee, (view) => readCase(view, { caseId }, 'sv'))
    numbers.push(found.number)
    expect(found.customer?.id).toBe(from.customerId)
    const other = from === herrljunga ? vargarda : herrljunga
    const seenBy = {
      requester: await reads(from.employee, caseId),
      purchaser: await reads(from.purchaser, caseId),
      otherEmployee: await reads(other.employee, caseId),
      otherPurchaser: await reads(other.purchaser, caseId),
      it: await reads(itAgent, caseId),
      switchboard: await reads(switchboard, caseId),
    }
    expect(seenBy).toEqual({
      requester: true,
      purchaser: true,
      otherEmployee: false,
      otherPurchaser: false,
      it: kind === 'it',
      switchboard: kind === 'switchboard',
    })
  }
  expect(numbers).toEqual(['KIT-2012-00001', 'KIT-2012-00002', 'KIT-2012-00003', 'KIT-2012-00004'])
})
