// Wishes on the real database: one voice per customer, and what comes of them.
import { beforeAll, expect, test } from 'vitest'
import { act } from '#platform/act'
import type { Desk } from '../catalogue-for-tests.ts'
import { openDesk, refusalOf } from '../catalogue-for-tests.ts'
import { changeDraft } from '../change-draft.ts'
import { draft } from '../draft-view.ts'
import { stateFromQuery } from '../list-state.ts'
import { publishService } from '../publish-service.ts'
import { sections } from '../service.ts'
import { serviceOn } from '../service-view.ts'
import { switchProvider } from '../switch-provider.ts'
import { addNeed, backNeed } from './add-need.ts'
import { answerNeed, declineNeed, draftFromNeed } from './answer-need.ts'
import { listNeeds, need, needList } from './queries.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
const notices = (who: 'employee' | 'teacher') =>
  desk.scene.peek((tx) =>
    tx
      .selectFrom('platform.notice')
      .select(['kind', 'facts'])
      .where('person_id', '=', desk.scene.ids.person[who])
      .orderBy('at')
      .execute(),
  )

test('TY-080 three administrations behind the same wish count 3, and it can be turned into a service draft', async () => {
  const third = await thirdCustomer()
  const { needId } = await desk.does('employee', (deed) =>
    addNeed(deed, {
      title: 'Samordna städning, vakt och växter',
      body: 'Ett helhetsansvar för huset.',
      areaId: desk.scene.ids.area['kontorsservice'],
    }),
  )
  expect(await desk.does('teacher', (deed) => backNeed(deed, { needId }))).toEqual({ needId, new: true })
  expect(await desk.does('colleague', (deed) => backNeed(deed, { needId }))).toEqual({ needId, new: false })
  const registered = { ...(await desk.scene.actor('agent')), rights: new Set(['case.handle']) }
  await act(desk.scene.stage, desk.scene.tenant, registered, (deed) =>
    backNeed(deed, { needId, customerId: third, personId: desk.scene.ids.person.otherAuthority }),
  )
  const shown = await desk.reads('employee', (view) => need(view, needId))
  expect(shown).toMatchObject({ backers: 3, backedByMine: true, state: 'open' })
  expect(shown.backing.map((one) => one.customerName).toSorted()).toEqual([
    'Barn- och utbildningsförvaltningen',
    'Räddningstjänstens stöd',
    'Socialförvaltningen',
  ])
  expect(await refusalOf(desk.does('employee', (deed) => draftFromNeed(deed, { needId })))).toMatchObject({
    status: 403,
  })
  const { serviceId } = await desk.does('proposer', (deed) => draftFromNeed(deed, { needId, despiteSimilar: true }))
  const made = await desk.reads('proposer', (view) => draft(view, serviceId))
  expect(made).toMatchObject({
    name: { sv: 'Samordna städning, vakt och växter' },
    needs: 'Samordna städning, vakt och växter\nEtt helhetsansvar för huset.',
  })
  expect(await refusalOf(desk.does('proposer', (deed) => draftFromNeed(deed, { needId })))).toMatchObject({
    code: 'need_settled',
    status: 409,
  })
  await desk.does('changeManager', (deed) =>
    changeDraft(deed, { service: serviceId, fields: { kind: 'job', ownerTitle: 'Chef', notStated: [...sections] } }),
  )
  await desk.does('changeManager', (deed) =>
    switchProvider(deed, { service: serviceId, unitId: desk.scene.ids.unit['fastighet'] ?? '', from: '2012-10-03' }),
  )
  await desk.does('changeManager', (deed) => publishService(deed, { service: serviceId }))
  expect(await desk.reads('teacher', (view) => need(view, needId))).toMatchObject({
    state: 'answered',
    service: { serviceId, versionNo: 1, published: true },
  })
  expect((await desk.reads('teacher', (view) => serviceOn(view, serviceId))).needsAnswered).toEqual([
    { needId, title: 'Samordna städning, vakt och växter', backers: 3 },
  ])
  expect((await notices('teacher')).map((row) => row.kind)).toEqual(['need.answered'])
})

/** The scene has two customers; a unit of a third board is marked for this test. */
async function thirdCustomer(): Promise<string> {
  const { ids, stage, tenant } = desk.scene
  return act(stage, tenant, await desk.scene.system(), async (deed) => {
    const customer_id = deed.newId()
    await deed.tx
      .insertInto('organisation.customer')
      .values({
        tenant_id: tenant.tenantId,
        customer_id,
        unit_id: ids.unit['annan-utforare'] ?? '',
        authority_party_id: ids.party.annan,
        customer_type: 'company',
        settlement: 'invoice',
        valid_from: Temporal.PlainDate.from('2010-01-01'),
        origin: 'demonstration',
      })
      .execute()
    return customer_id
  })
}

test('one stands behind a wish for one’s own customer only', async () => {
  const { needId } = await desk.does('employee', (deed) => addNeed(deed, { title: 'Cykelställ' }))
  expect(
    await refusalOf(
      desk.does('colleague', (deed) => backNeed(deed, { needId, customerId: desk.scene.ids.customer.skola })),
    ),
  ).toMatchObject({ status: 403 })
  expect(await refusalOf(desk.does('manager', (deed) => backNeed(deed, { needId })))).toMatchObject({
    code: 'no_customer',
    status: 409,
  })
})

test('a wish is declined with a reason, told to those behind it, and then closed', async () => {
  const { needId } = await desk.does('employee', (deed) => addNeed(deed, { title: 'Egen glassmaskin' }))
  const { version } = await desk.reads('changeManager', (view) => need(view, needId))
  expect(
    await refusalOf(desk.does('proposer', (deed) => declineNeed(deed, { needId, version, reason: 'Nej' }))),
  ).toMatchObject({ status: 403 })
  await desk.does('changeManager', (deed) => declineNeed(deed, { needId, version, reason: 'Ingår inte i uppdraget.' }))
  expect(await desk.reads('employee', (view) => need(view, needId))).toMatchObject({
    state: 'declined',
    declineReason: 'Ingår inte i uppdraget.',
    may: [],
  })
  expect((await notices('employee')).map((row) => row.kind)).toContain('need.declined')
  expect(await refusalOf(desk.does('teacher', (deed) => backNeed(deed, { needId })))).toMatchObject({
    code: 'need_settled',
  })
  expect(
    await refusalOf(desk.does('changeManager', (deed) => declineNeed(deed, { needId, version, reason: 'Nej' }))),
  ).toMatchObject({ status: 412 })
})

test('a wish can be answered by a service that is already published', async () => {
  const { needId } = await desk.does('teacher', (deed) =>
    addNeed(deed, { title: 'Någon som lagar datorn', kind: 'need' }),
  )
  await desk.does('changeManager', (deed) => answerNeed(deed, { needId, service: 'it-stod' }))
  expect(await desk.reads('teacher', (view) => need(view, needId))).toMatchObject({
    state: 'answered',
    service: { code: 'it-stod', versionNo: 1 },
  })
})

test('the list holds open wishes, most backed first, and says whether one’s own stands behind them', async () => {
  const { needId } = await desk.does('employee', (deed) => addNeed(deed, { title: 'Ljudanläggning' }))
  await desk.does('teacher', (deed) => backNeed(deed, { needId }))
  const page = await desk.reads('teacher', (view) => listNeeds(view, stateFromQuery(needList, {})))
  expect(page.rows[0]).toMatchObject({ needId, backers: 2, backedByMine: true, askedBy: 'Bo Ingelström' })
  expect(page.rows.every((row) => row.state === 'open')).toBe(true)
  const declined = await desk.reads('teacher', (view) =>
    listNeeds(view, stateFromQuery(needList, { state: ['declined'], limit: 1 })),
  )
  expect(declined.rows.map((row) => row.title)).toEqual(['Egen glassmaskin'])
})

test('a wish somebody else had, registered for them, has no backer until one is told', async () => {
  const { needId } = await desk.does('agent', (deed) =>
    addNeed(deed, { title: 'Från ett ärende', askedBy: desk.scene.ids.person.employee }),
  )
  expect(await desk.reads('employee', (view) => need(view, needId))).toMatchObject({
    backers: 0,
    askedBy: 'Bo Ingelström',
  })
  await desk.does('agent', (deed) =>
    backNeed(deed, { needId, customerId: desk.scene.ids.customer.social, personId: desk.scene.ids.person.employee }),
  )
  expect(await desk.reads('employee', (view) => need(view, needId))).toMatchObject({ backers: 1, backedByMine: true })
})
