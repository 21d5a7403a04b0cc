// How a case ends, by the clock: silence counts from the last delivery, and lead time by the hours the case is counted by. And who
// sees a case whose request type is for a circle.
import { beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '#basics/id'
import { act, look } from '#platform/act'
import type { Deed } from '#platform/act'
import { addAgreement, addLine } from '#agreements'
import { openScene } from '../../world/scene.ts'
import type { CastName, Scene } from '../../world/scene.ts'
import { closeBySilence, deliverCase, reopenCase } from './deliver-case.ts'
import { casesJobs } from './jobs.ts'
import { deskPage } from './desk-queries.ts'
import { queueList } from './list.ts'
import { openCase } from './open-case.ts'
import type { OpenCase } from './open-case.ts'
import { readCase } from './queries.ts'
import { readState } from '#platform/list'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})

const as = async <T>(name: CastName, verb: (deed: Deed) => Promise<T>): Promise<T> =>
  act(scene.stage, scene.tenant, await scene.actor(name), verb)
const order = async (name: CastName = 'employee', more: Partial<OpenCase> = {}): Promise<Id> =>
  (
    await as(name, (deed) =>
      openCase(deed, {
        requestType: 'vaktmasteri-jobb',
        answers: { vad: 'Tavla', plats: scene.ids.place.kommunhuset, flytt: 'nej' },
        ...more,
      }),
    )
  ).caseId
const head = (caseId: Id) =>
  scene.peek((tx) => tx.selectFrom('cases.case').selectAll().where('case_id', '=', caseId).executeTakeFirstOrThrow())
const events = async (caseId: Id, kind: string) =>
  scene.peek((tx) =>
    tx.selectFrom('cases.event').select('at').where('case_id', '=', caseId).where('kind', '=', kind).execute(),
  )

describe('closing by silence', () => {
  const sweep = async (): Promise<void> =>
    casesJobs['case.sweep_silence']?.run({ stage: scene.stage, tenant: scene.tenant, actor: await scene.system() }, {})

  test('a case delivered again is closed the days of its type after the last delivery, never after the first', async () => {
    scene.at('2012-06-04T09:00')
    const caseId = await order()
    await as('agent', (deed) => deliverCase(deed, { caseId }))
    scene.at('2012-06-07T09:00')
    await as('employee', (deed) => reopenCase(deed, { caseId, reason: 'Den hänger snett' }))
    scene.at('2012-06-08T09:00')
    await as('agent', (deed) => deliverCase(deed, { caseId }))
    const days = await closeAfterDays()
    const last = scene.at('2012-06-08T09:00')
    for (const [at, state] of [
      [last.add({ hours: 24 * days - 1 }), 'done'],
      [last.add({ hours: 24 * days }), 'closed'],
    ] as const) {
      scene.at(at.toZonedDateTimeISO('Europe/Stockholm').toPlainDateTime().toString())
      await sweep()
      expect((await head(caseId)).state, at.toString()).toBe(state)
    }
    expect(await events(caseId, 'closed_by_silence')).toHaveLength(1)
  })

  test('a sweep that saw the first delivery does not close what has been delivered again since', async () => {
    scene.at('2012-08-06T09:00')
    const caseId = await order()
    await as('agent', (deed) => deliverCase(deed, { caseId }))
    const doneAt = (await head(caseId)).done_at!
    scene.at('2012-08-10T09:00')
    await as('employee', (deed) => reopenCase(deed, { caseId, reason: 'Den hänger snett' }))
    await as('agent', (deed) => deliverCase(deed, { caseId }))
    const system = await scene.system()
    await act(scene.stage, scene.tenant, system, (deed) => closeBySilence(deed, { caseId, doneAt }))
    expect((await head(caseId)).state).toBe('done')
    const again = (await head(caseId)).done_at!
    await act(scene.stage, scene.tenant, system, (deed) => closeBySilence(deed, { caseId, doneAt: again }))
    expect((await head(caseId)).state).toBe('closed')
  })

  const closeAfterDays = async (): Promise<number> =>
    scene.peek(
      async (tx) =>
        (
          await tx
            .selectFrom('catalogue.request_type')
            .select('close_after_days')
            .where('tenant_id', '=', scene.tenant.tenantId)
            .where('code', '=', 'vaktmasteri-jobb')
            .executeTakeFirstOrThrow()
        ).close_after_days,
    )
})

test('lead time is counted by the hours of the agreement line an order stands on, else by those of the place', async () => {
  scene.at('2012-09-03T09:00')
  const { agreementId } = await as('admin', (deed) =>
    addAgreement(deed, {
      kind: 'agreement',
      name: 'Vaktmästeri till kvällen',
      customerId: scene.ids.customer.social,
      validFrom: '2012-09-03',
    }),
  )
  await as('admin', (deed) =>
    addLine(
      deed,
      agreementId,
      { serviceId: scene.ids.service['vaktmasteri'] ?? '', scheduleId: scene.ids.schedule.masten, financing: 'none' },
      1,
    ),
  )
  const lead = async (name: CastName): Promise<number | null> => {
    scene.at('2012-09-05T15:00')
    const caseId = await order(name)
    scene.at('2012-09-06T10:00')
    await as('agent', (deed) => deliverCase(deed, { caseId }))
    return (await head(caseId)).lead_working_minutes
  }
  // 15.00–22.00 and 7.00–10.00 by the line; 15.00–16.45 and 7.45–10.00 by the town hall.
  expect(await lead('employee')).toBe(420 + 180)
  expect(await lead('teacher')).toBe(105 + 135)
})

describe('a request type for a circle', () => {
  beforeAll(async () => {
    await act(scene.stage, scene.tenant, await scene.system(), ({ tx, tenant }) =>
      tx
        .updateTable('catalogue.request_type')
        .set({ circle_id: scene.ids.circle })
        .where('tenant_id', '=', tenant.tenantId)
        .where('code', '=', 'vaktmasteri-jobb')
        .execute(),
    )
    scene.at('2012-09-10T09:00')
  })
  const sees = async (name: CastName, caseId: Id) => {
    const reach = await look(scene.stage, scene.tenant, await scene.actor(name), async (view) => ({
      case: await readCase(view, { caseId }, 'sv').then(
        (found) => found.id,
        (error: unknown) => (error as { status: number }).status,
      ),
      queue: (await deskPage(view, 'queue', readState(queueList, new URLSearchParams()), null)).rows.some(
        (row) => row.case_id === caseId,
      ),
    }))
    return [reach.case, reach.queue]
  }

  test('gives its circle to the case: the reader of the unit has it in the queue, the colleague beside sees nothing', async () => {
    const caseId = await order('agent2', { channel: 'telephone', onBehalfOf: scene.ids.person.employee })
    expect((await head(caseId)).circle_id).toBe(scene.ids.circle)
    expect(await sees('agent2', caseId)).toEqual([caseId, true])
    for (const name of ['agent', 'employee', 'purchaser'] as const)
      expect(await sees(name, caseId)).toEqual([404, false])
  })

  test('is not ordered by somebody outside the circle: no case that its maker cannot see', async () => {
    await expect(order('employee')).rejects.toMatchObject({ code: 'beyond_reach' })
  })
})
