// Who may say yes, in each of the four kinds; two at once; reminder, deputy, lapse and withdrawal.
import { beforeAll, expect, test } from 'vitest'
import { openScene } from '../world/scene.ts'
import type { CastName, Scene } from '../world/scene.ts'
import { act, look } from './act.ts'
import type { Deed } from './act.ts'
import {
  askApproval,
  decideApproval,
  deciders,
  dueApprovals,
  endApproval,
  latestApproval,
  markReminded,
  openApproval,
} from './approval.ts'
import type { ApprovalRequest } from './approval.ts'

let scene: Scene
let nth = 0
let subject: string
beforeAll(async () => {
  scene = await openScene()
})

const as = async <T>(name: CastName, run: (deed: Deed) => Promise<T>): Promise<T> =>
  act(scene.stage, scene.tenant, await scene.actor(name), run)

async function ask(kind: ApprovalRequest['kind'], asked: readonly CastName[], more: Partial<ApprovalRequest> = {}) {
  nth += 1
  subject = `01358a8c-3c00-7000-8000-${String(nth).padStart(12, '0')}`
  return as('employee', (deed) =>
    askApproval(deed, {
      kind,
      subjectKind: 'trial',
      subjectId: subject,
      reasonCode: 'always',
      deciders: asked.map((name) => ({ personId: scene.ids.person[name], deputyFor: null })),
      ...more,
    }),
  )
}
const decide = (name: CastName, outcome: 'approved' | 'rejected' = 'approved', of = subject) =>
  as(name, (deed) => decideApproval(deed, 'trial', of, outcome, outcome === 'rejected' ? 'För dyrt' : null))
const state = async () =>
  look(scene.stage, scene.tenant, await scene.system(), async (view) => {
    const approval = await latestApproval(view, 'trial', subject)
    const steps = approval ? await deciders(view, approval.approval_id) : []
    return { state: approval?.state, said: steps.filter((step) => step.outcome !== null).length }
  })
const refused = (code: string) => expect.objectContaining({ code }) as unknown

test('a purchaser’s or a head’s: any of those asked decides, nobody else', async () => {
  for (const kind of ['purchaser', 'head'] as const) {
    await ask(kind, ['purchaser', 'manager'])
    await expect(decide('agent')).rejects.toEqual(refused('forbidden'))
    expect(await decide('manager')).toMatchObject({ settled: true })
    expect(await state()).toEqual({ state: 'approved', said: 1 })
    await expect(decide('purchaser', 'rejected')).rejects.toEqual(refused('already_decided'))
  }
})

test('four eyes: the one who asks is not asked, cannot decide, and cannot ask alone', async () => {
  await ask('four_eyes', ['employee', 'manager'])
  await expect(decide('employee')).rejects.toEqual(refused('forbidden'))
  expect(await decide('manager')).toMatchObject({ settled: true })
  await expect(ask('four_eyes', ['employee'])).rejects.toEqual(refused('nobody_to_approve'))
})

test('both parties: two yes make a yes, one no is a no, nobody says yes twice', async () => {
  await ask('both_parties', ['purchaser', 'manager'])
  expect(await decide('purchaser')).toMatchObject({ settled: false })
  expect(await state()).toEqual({ state: 'open', said: 1 })
  await expect(decide('purchaser')).rejects.toEqual(refused('already_decided'))
  expect(await decide('manager')).toMatchObject({ settled: true })
  expect(await state()).toEqual({ state: 'approved', said: 2 })
  await ask('both_parties', ['purchaser', 'manager'])
  await decide('purchaser')
  expect(await decide('manager', 'rejected')).toMatchObject({ settled: true })
  expect((await state()).state).toBe('rejected')
})

test('two at the same moment: one decides, the other is told', async () => {
  await ask('purchaser', ['purchaser', 'manager'])
  const both = await Promise.allSettled([decide('purchaser'), decide('manager', 'rejected')])
  expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  expect(both.find((one) => one.status === 'rejected')?.reason).toEqual(refused('already_decided'))
  expect((await state()).said).toBe(1)
})

test('a deputy decides in the place of the one away, and it stands for whom', async () => {
  const { person } = scene.ids
  const approvalId = await ask('purchaser', [], {
    deciders: [{ personId: person.manager, deputyFor: person.purchaser }],
  })
  await decide('manager')
  const [step] = await scene.peek((tx) => deciders({ tx, tenant: scene.tenant }, approvalId))
  expect(step).toMatchObject({ person_id: person.manager, deputy_for: person.purchaser, outcome: 'approved' })
})

test('reminded of once, lapsed or withdrawn once; what is over is not decided', async () => {
  scene.at('2012-04-10T09:00')
  const remindAt = scene.at('2012-04-10T09:00').add({ hours: 24 })
  const approvalId = await ask('purchaser', ['purchaser'], { remindAt, lapseAt: remindAt.add({ hours: 24 }) })
  const due = async (what: 'remind' | 'lapse') =>
    (await look(scene.stage, scene.tenant, await scene.system(), (view) => dueApprovals(view, 'trial', what, 10))).map(
      (one) => one.approval_id,
    )
  expect([await due('remind'), await due('lapse')]).toEqual([[], []])
  scene.at('2012-04-11T09:00')
  expect([await due('remind'), await due('lapse')]).toEqual([[approvalId], []])
  const remind = () => as('manager', (deed) => markReminded(deed, approvalId))
  expect([await remind(), await remind(), await due('remind')]).toEqual([true, false, []])
  scene.at('2012-04-12T09:00')
  expect(await due('lapse')).toEqual([approvalId])
  for (let n = 0; n < 2; n++) await as('manager', (deed) => endApproval(deed, 'trial', subject, 'lapsed'))
  expect([await state(), await due('lapse')]).toEqual([{ state: 'lapsed', said: 0 }, []])
  await expect(decide('purchaser')).rejects.toEqual(refused('already_decided'))
  await ask('purchaser', ['purchaser'])
  await as('employee', (deed) => endApproval(deed, 'trial', subject, 'withdrawn'))
  expect(await scene.peek((tx) => openApproval({ tx, tenant: scene.tenant }, 'trial', subject))).toBeUndefined()
  const written = await scene.peek((tx) =>
    tx
      .selectFrom('platform.journal')
      .select('verb')
      .where('subject_kind', '=', 'trial')
      .where('subject_id', '=', subject)
      .orderBy('n')
      .execute(),
  )
  expect(written.map((entry) => entry.verb)).toEqual(['approval.asked', 'approval.withdrawn'])
})
