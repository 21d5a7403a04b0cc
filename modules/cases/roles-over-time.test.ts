// What the dated organisation means for cases: queues follow memberships, an open order stays with its holder when the role
// moves, what a provider has done stays the former provider's, and a trainee sees own tasks.
import { beforeAll, expect, test } from 'vitest'
import type { Id } from '#basics/id'
import { act, look } from '#platform/act'
import type { Deed } from '#platform/act'
import { assign, endAssignment, moveRole } from '#organisation'
import { switchProvider } from '#catalogue'
import { readState } from '#platform/list'
import type { CastName, Scene } from '../../world/scene.ts'
import { openScene } from '../../world/scene.ts'
import { deliverCase, handOverCase, openCase, readCase, takeCase } from './index.ts'
import { deskPage, foundCases } from './desk-queries.ts'
import { casesFigures } from './figures.ts'
import { queueList } from './list.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene({ start: '2012-04-16T09:00' })
})

const as = async <T>(name: CastName, verb: (deed: Deed) => Promise<T>): Promise<T> =>
  act(scene.stage, scene.tenant, await scene.actor(name), verb)
const see = async (name: CastName, caseId: Id) =>
  look(scene.stage, scene.tenant, await scene.actor(name), (view) => readCase(view, { caseId }, 'sv'))
const ask = (text: string) =>
  as('employee', (deed) => openCase(deed, { requestType: 'it-fraga', text })).then(({ caseId }) => caseId)
async function queueOf(name: CastName): Promise<Id[]> {
  const shown = readState(queueList, new URLSearchParams('limit=200'))
  const page = await look(scene.stage, scene.tenant, await scene.actor(name), async (view) =>
    deskPage(view, 'queue', shown, await foundCases(view, '')),
  )
  return page.rows.map((row) => row.case_id)
}
async function handTo(unit: string, caseId: Id): Promise<void> {
  const { version } = await see('itAgent', caseId)
  await as('itAgent', (deed) =>
    handOverCase(deed, { caseId, unitId: scene.ids.unit[unit] ?? '', reason: 'Nätet', version }),
  )
}

test('TY-017 a person put in two groups sees both queues; removing one membership leaves the other', async () => {
  const { person, role, unit } = scene.ids
  const [desk, network] = [await ask('Fråga till servicedesk'), await ask('Fråga om nätet')]
  await handTo('it-natverk', network)
  const both = async () => {
    const queue = await queueOf('itAgent')
    return [queue.includes(desk), queue.includes(network)]
  }
  expect(await both()).toEqual([true, false])
  const { assignmentId } = await as('admin', (deed) =>
    assign(deed, {
      personId: person.itAgent,
      roleId: role['agent'] ?? '',
      unitId: unit['it-natverk'] ?? '',
      from: '2012-04-16',
      sharePercent: 30,
    }),
  )
  expect(await both()).toEqual([true, true])
  await as('admin', (deed) => endAssignment(deed, { assignmentId, version: 1 }, { on: '2012-04-18' }))
  expect(await both()).toEqual([true, true])
  scene.at('2012-04-18T09:00')
  expect(await both()).toEqual([true, false])
})

test('TY-034 a role that moves between units on a date leaves the open order with its holder and the holder’s rights', async () => {
  scene.at('2012-04-18T10:00')
  const { person, role, unit } = scene.ids
  const caseId = await ask('Ett ärende som ligger öppet')
  await handTo('it-natverk', caseId)
  await as('itSpecialist', (deed) => takeCase(deed, { caseId }))
  const before = await see('itSpecialist', caseId)
  expect([before.owner?.id, before.may.includes('deliver')]).toEqual([person.itSpecialist, true])
  await as('admin', (deed) =>
    moveRole(deed, {
      roleId: role['agent'] ?? '',
      fromUnitId: unit['it-natverk'] ?? '',
      toUnitId: unit['it'] ?? '',
      from: '2012-05-01',
    }),
  )
  scene.at('2012-05-02T09:00')
  const after = await see('itSpecialist', caseId)
  expect(after.owner?.id).toBe(person.itSpecialist)
  expect(after.may.toSorted()).toEqual(before.may.toSorted())
})

test('TY-033 what was done before a provider was switched stays under the old one', async () => {
  scene.at('2012-05-02T10:00')
  const { service, unit } = scene.ids
  const first = await ask('Före bytet')
  await as('itAgent', (deed) => takeCase(deed, { caseId: first }))
  const taken = await see('itAgent', first)
  await as('itAgent', (deed) => deliverCase(deed, { caseId: first, version: taken.version }))
  await as('changeManager', (deed) =>
    switchProvider(deed, { service: service['it-stod'] ?? '', unitId: unit['it-natverk'] ?? '', from: '2012-06-01' }),
  )
  scene.at('2012-06-04T09:00')
  const second = await ask('Efter bytet')
  const { from } = Temporal.PlainDate
  const counted = async (key: string, code: string, month: number): Promise<number | null | undefined> =>
    look(scene.stage, scene.tenant, await scene.actor('controller'), async (view) => {
      const period = { from: from({ year: 2012, month, day: 1 }), to: from({ year: 2012, month: month + 1, day: 1 }) }
      const figure = casesFigures.find((one) => one.key === key)
      return (await figure?.value(view, { kind: 'unit', id: unit[code] ?? '' }, period))?.value
    })
  const both = async (key: string, month: number) => [
    await counted(key, 'it-servicedesk', month),
    await counted(key, 'it-natverk', month),
  ]
  expect([await both('received', 5), await both('done', 5)]).toEqual([
    [1, 0],
    [1, 0],
  ])
  expect(await both('received', 6)).toEqual([0, 1])
  expect(
    (await look(scene.stage, scene.tenant, await scene.system(), (view) => readCase(view, { caseId: first }, 'sv')))
      .provider.unitId,
  ).toBe(unit['it-servicedesk'])
  expect(
    (await look(scene.stage, scene.tenant, await scene.system(), (view) => readCase(view, { caseId: second }, 'sv')))
      .provider.unitId,
  ).toBe(unit['it-natverk'])
})
