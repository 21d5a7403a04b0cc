// What lies beyond a seat's reach: it is neither made half nor pushed away unseen, and a figure's rows do not name it.
import { beforeAll, expect, test } from 'vitest'
import { Refusal } from '#basics/refusal'
import { act, look } from '#platform/act'
import { figure } from '#platform/figures'
import type { CastName, Scene } from '../../world/scene.ts'
import { openScene } from '../../world/scene.ts'
import { openCase } from './open-case.ts'
import type { OpenCase } from './open-case.ts'
import { handOverCase } from './take-case.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})

const open = async (name: CastName, more: Partial<OpenCase> = {}) =>
  act(scene.stage, scene.tenant, await scene.actor(name), (deed) =>
    openCase(deed, {
      requestType: 'vaktmasteri-jobb',
      answers: { vad: 'Tavla', plats: scene.ids.place.kommunhuset, flytt: 'nej' },
      ...more,
    }),
  )

const codeOf = async (doing: Promise<unknown>): Promise<string> =>
  doing.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? `${error.status} ${error.code}` : String(error)),
  )

test('a case for a circle that its maker is not in is refused whole: no row without a number', async () => {
  const count = () => scene.peek((tx) => tx.selectFrom('cases.case').select('case_id').execute())
  const before = (await count()).length
  expect(await codeOf(open('employee', { circleId: scene.ids.circle }))).toBe('409 beyond_reach')
  expect((await count()).length).toBe(before)
  const made = await open('agent2', { ...byTelephone(), circleId: scene.ids.circle })
  const row = await scene.peek((tx) =>
    tx.selectFrom('cases.case').select('number').where('case_id', '=', made.caseId).executeTakeFirstOrThrow(),
  )
  expect(row.number).toMatch(/^KIT-2012-\d{5}$/)
})

const byTelephone = () => ({ channel: 'telephone', onBehalfOf: scene.ids.person.employee }) as const

test('a case is not handed over to an authority that the seat does not reach', async () => {
  const { caseId } = await open('employee')
  const unitId = scene.ids.unit['annan-utforare'] ?? ''
  const hand = act(scene.stage, scene.tenant, await scene.actor('agent'), (deed) =>
    handOverCase(deed, { caseId, unitId, reason: 'Fel nämnd' }),
  )
  expect(await codeOf(hand)).toBe('409 other_authority')
})

test('rows behind a figure name a case only to those who may read it', async () => {
  await open('employee')
  const labelsFor = async (name: CastName): Promise<readonly string[]> => {
    const month = { from: Temporal.PlainDate.from('2012-04-01'), to: Temporal.PlainDate.from('2012-05-01') }
    const scope = { kind: 'unit', id: scene.ids.unit['kontorsservice'] ?? '' } as const
    const rows = await look(scene.stage, scene.tenant, await scene.actor(name), (view) =>
      figure('backlog')!.rows(view, scope, month, { limit: 100 }),
    )
    expect(rows.length).toBeGreaterThan(0)
    return rows.map((row) => row.label).filter(Boolean)
  }
  expect((await labelsFor('manager')).length).toBeGreaterThan(0)
  expect(await labelsFor('admin')).toEqual([])
})
