// Deeds on a real database: from order to done, and what is refused on the way.
import { beforeAll, expect, test } from 'vitest'
import type { Id } from '#basics/id'
import { act, look } from '#platform/act'
import type { Deed, View } from '#platform/act'
import { openScene } from '../../world/scene.ts'
import type { CastName, Scene } from '../../world/scene.ts'
import {
  addWatcher,
  confirmCase,
  convertToWish,
  decideOrder,
  deliverCase,
  handOverCase,
  mergeCase,
  noteOnCase,
  openCase,
  pauseCase,
  rateCase,
  readCase,
  relateCases,
  reopenCase,
  sendDoneNotice,
  sendReceipt,
  setParent,
  startWork,
  takeCase,
  undoMerge,
  withdrawCase,
  writeInCase,
} from './index.ts'
import { casesJobs } from './jobs.ts'
import { casesOfNeed } from './panels.tsx'
import { readTimeline } from './timeline.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})

const as = async <T>(name: CastName, verb: (deed: Deed) => Promise<T>): Promise<T> =>
  act(scene.stage, scene.tenant, await scene.actor(name), verb)
const see = async <T>(name: CastName, query: (view: View) => Promise<T>): Promise<T> =>
  look(scene.stage, scene.tenant, await scene.actor(name), query)
const asSystem = async <T>(verb: (deed: Deed) => Promise<T>): Promise<T> =>
  act(scene.stage, scene.tenant, await scene.system(), verb)
const read = (name: CastName, caseId: Id) => see(name, (view) => readCase(view, { caseId }, 'sv'))

const order = (text = 'Sätt upp en whiteboardtavla') =>
  as('employee', (deed) =>
    openCase(deed, {
      requestType: 'vaktmasteri-jobb',
      text,
      answers: { vad: text, plats: scene.ids.place.kommunhuset, flytt: 'nej' },
    }),
  ).then(({ caseId }) => caseId)
const code = (error: unknown): unknown => (error as { code?: unknown }).code

test('TY-362 an order of Wednesday 4 April must start by Wednesday 11 April; a start on the 12th is a breach', async () => {
  scene.at('2012-04-04T10:00')
  const caseId = await order()
  const clock = (await read('employee', caseId)).clocks.find((one) => one.kind === 'start')
  expect(clock?.dueAt).toBe(scene.at('2012-04-11T16:45').toString())
  scene.at('2012-04-12T08:00')
  await as('agent', (deed) => startWork(deed, { caseId }))
  expect((await read('agent', caseId)).clocks.find((one) => one.kind === 'start')?.state).toBe('broken')
})

test('TY-055 an order keeps an unbroken log from receipt to completion that cannot be edited', async () => {
  scene.at('2012-04-16T09:00')
  const caseId = await order()
  await as('agent', (deed) => takeCase(deed, { caseId }))
  await as('agent', (deed) => startWork(deed, { caseId }))
  await as('agent', (deed) =>
    deliverCase(deed, { caseId, quantityThousandths: 1500, offeringId: scene.ids.offering['vaktmastartimme'] }),
  )
  await as('employee', (deed) => confirmCase(deed, { caseId }))
  const events = await scene.peek((tx) =>
    tx
      .selectFrom('cases.event')
      .select(['n', 'kind'])
      .where('tenant_id', '=', scene.tenant.tenantId)
      .where('case_id', '=', caseId)
      .orderBy('n')
      .execute(),
  )
  expect(events.map((event) => event.n)).toEqual(events.map((_, n) => n + 1))
  expect(events.map((event) => event.kind)).toEqual([
    'registered',
    'routed',
    'taken',
    'started',
    'delivered',
    'confirmed',
  ])
  await expect(
    as('agent', ({ tx }) => tx.updateTable('cases.event').set({ kind: 'x' }).where('case_id', '=', caseId).execute()),
  ).rejects.toThrow(/permission denied/)
  await expect(
    as('agent', ({ tx }) => tx.deleteFrom('cases.event').where('case_id', '=', caseId).execute()),
  ).rejects.toThrow(/permission denied/)
})

test('TY-056 HS-348 submitting sends a receipt with number and promised time, delivery sends a notice, both are in the log', async () => {
  scene.at('2012-04-16T09:00')
  const caseId = await order()
  expect(await asSystem((deed) => sendReceipt(deed, caseId))).toBe(true)
  expect(await asSystem((deed) => sendReceipt(deed, caseId))).toBe(false)
  await as('agent', (deed) => deliverCase(deed, { caseId }))
  expect(await asSystem((deed) => sendDoneNotice(deed, caseId))).toBe(true)
  expect(await asSystem((deed) => sendDoneNotice(deed, caseId))).toBe(false)
  const letters = await scene.peek((tx) =>
    tx
      .selectFrom('platform.outbox')
      .selectAll()
      .where('tenant_id', '=', scene.tenant.tenantId)
      .where('about_id', '=', caseId)
      .orderBy('mail_id')
      .execute(),
  )
  const { number } = await read('employee', caseId)
  expect(number).toMatch(/^KIT-2012-\d{5}$/)
  expect(letters).toHaveLength(2)
  expect(letters[0]?.subject).toContain(number)
  expect(letters[0]?.body).toContain('Påbörjas senast torsdag 19 april kl. 16.45')
  expect(letters[1]?.subject).toContain('Klart')
  const timeline = await see('employee', (view) => readTimeline(view, caseId, 'sv'))
  expect(timeline.map((entry) => entry.event)).toEqual(
    expect.arrayContaining(['receipt_sent', 'delivered', 'done_notice_sent']),
  )
})

test('a receipt whose job was lost is sent by the sweep, once', async () => {
  scene.at('2012-04-17T09:00')
  const caseId = await order()
  scene.at('2012-04-17T09:02')
  const context = { stage: scene.stage, tenant: scene.tenant, actor: await scene.system() }
  for (let n = 0; n < 2; n += 1) await casesJobs['case.sweep_letters']?.run(context, {})
  const letters = await scene.peek((tx) =>
    tx
      .selectFrom('platform.outbox')
      .selectAll()
      .where('tenant_id', '=', scene.tenant.tenantId)
      .where('about_id', '=', caseId)
      .execute(),
  )
  expect(letters).toHaveLength(1)
})

test('TY-050 two who take the same task at the same moment: one succeeds, the other is told who has it', async () => {
  scene.at('2012-04-16T09:00')
  const caseId = await order()
  const tried = await Promise.allSettled([
    as('agent', (deed) => takeCase(deed, { caseId })),
    as('agent2', (deed) => takeCase(deed, { caseId })),
  ])
  const lost = tried.find((one) => one.status === 'rejected')
  expect(tried.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  expect(code(lost?.reason)).toBe('case_taken')
  const owner = (await read('agent', caseId)).owner
  expect((lost?.reason as { words: { sv: string } } | undefined)?.words.sv).toContain(owner?.name)
})

test('TY-028 TY-052 HS-353 from line 1 to 2 to 3 with reasons: number, history and owner stay, the clock keeps running', async () => {
  scene.at('2012-04-16T09:00')
  const { caseId } = await as('employee', (deed) =>
    openCase(deed, { requestType: 'utskrift', text: 'Skrivaren svarar inte' }),
  )
  const before = await read('itAgent', caseId)
  expect(before.owner).toBeNull()
  expect(before.provider).toMatchObject({ unitId: scene.ids.unit['it-servicedesk'], line: 1 })
  await as('itAgent', (deed) => takeCase(deed, { caseId }))
  scene.at('2012-04-16T11:00')
  const servicedesk = scene.ids.unit['it-servicedesk'] ?? ''
  await as('itAgent', (deed) =>
    handOverCase(deed, { caseId, unitId: servicedesk, line: 2, reason: 'Drivrutinen är omlagd' }),
  )
  expect(await read('itAgent', caseId)).toMatchObject({ owner: null, provider: { unitId: servicedesk, line: 2 } })
  scene.at('2012-04-17T09:00')
  await as('itAgent', (deed) =>
    handOverCase(deed, { caseId, unitId: scene.ids.unit['it-natverk'] ?? '', line: 3, reason: 'Nätverket i huset' }),
  )
  const after = await read('itSpecialist', caseId)
  expect(after.number).toBe(before.number)
  expect(after.provider).toMatchObject({ unitId: scene.ids.unit['it-natverk'], line: 3 })
  expect(after.clocks.map((clock) => [clock.kind, clock.dueAt, clock.state])).toEqual(
    before.clocks.map((clock) => [clock.kind, clock.dueAt, 'running']),
  )
  expect(after.clocks[0]?.remainingWorkingMinutes).toBeLessThan(before.clocks[0]?.remainingWorkingMinutes ?? 0)
  const told = await see('itSpecialist', (view) => readTimeline(view, caseId, 'sv'))
  expect(told.filter((entry) => entry.event === 'handed_over').map((entry) => [entry.by, entry.words])).toEqual([
    ['Ivar Tegel', expect.stringMatching(/Servicedesk, linje 2.*Drivrutinen är omlagd/)],
    ['Ivar Tegel', expect.stringMatching(/Nätverk och infrastruktur, linje 3.*Nätverket i huset/)],
  ])
  await expect(read('itAgent', caseId)).rejects.toMatchObject({ status: 404 })
})

test('TY-057 a forgotten password in Heroma goes to its manager, printing to IT, a wished change in W3D3 to its manager', async () => {
  scene.at('2012-04-16T09:00')
  const open = (requestType: string, system?: string) =>
    as('employee', (deed) =>
      openCase(deed, {
        requestType,
        text: 'Hjälp',
        ...(system ? { answers: { system: scene.ids.system[system] } } : {}),
      }),
    )
  const where = async (caseId: Id) => (await read('employee', caseId)).provider.unitId
  expect(await where((await open('losenord', 'Heroma')).caseId)).toBe(scene.ids.unit['lon'])
  expect(await where((await open('utskrift')).caseId)).toBe(scene.ids.unit['it-servicedesk'])
  const change = (await open('andring', 'W3D3')).caseId
  expect(await where(change)).toBe(scene.ids.unit['it'])
  expect((await read('employee', change)).owner?.id).toBe(scene.ids.person.changeManager)
})

test('TY-057 a new field wanted in a system goes to its manager, and from there on to the customer manager', async () => {
  scene.at('2012-04-16T09:00')
  await as('admin', ({ tx, tenant }) =>
    tx
      .updateTable('catalogue.area')
      .set({ owner_unit_id: scene.ids.unit['it'] })
      .where('tenant_id', '=', tenant.tenantId)
      .where('area_id', '=', scene.ids.area['it'] ?? '')
      .execute(),
  )
  const { caseId } = await as('employee', (deed) =>
    openCase(deed, {
      requestType: 'andring',
      text: 'Ett fält för projektnummer',
      answers: { system: scene.ids.system['Heroma'] },
    }),
  )
  const first = await read('payroll', caseId)
  expect(first.provider.unitId).toBe(scene.ids.unit['lon'])
  expect(first.goesOnTo).toEqual({ id: scene.ids.unit['it'], name: 'IT-enheten' })
  expect((await read('employee', caseId)).goesOnTo).toBeNull()
  await as('payroll', (deed) =>
    handOverCase(deed, { caseId, unitId: first.goesOnTo?.id ?? '', reason: 'Kräver beställning hos leverantören' }),
  )
  const then = await read('employee', caseId)
  expect(then).toMatchObject({ number: first.number, provider: { unitId: scene.ids.unit['it'] } })
})

test('TY-058 a case turned into a wish is closed as converted, the wish knows the case and the user is told', async () => {
  scene.at('2012-04-16T09:00')
  const { caseId } = await as('employee', (deed) =>
    openCase(deed, { requestType: 'it-fraga', text: 'Kan vi få mörkt läge?' }),
  )
  const { needId } = await as('itAgent', (deed) => convertToWish(deed, { caseId }))
  expect((await read('employee', caseId)).state).toBe('converted')
  const link = await scene.peek((tx) =>
    tx
      .selectFrom('cases.conversion')
      .select('need_id')
      .where('tenant_id', '=', scene.tenant.tenantId)
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow(),
  )
  expect(link.need_id).toBe(needId)
  await casesJobs['case.mail_converted']?.run(
    { stage: scene.stage, tenant: scene.tenant, actor: await scene.system() },
    { caseId },
  )
  const told = await scene.peek((tx) =>
    tx
      .selectFrom('platform.outbox')
      .select('subject')
      .where('tenant_id', '=', scene.tenant.tenantId)
      .where('about_id', '=', caseId)
      .execute(),
  )
  expect(told.at(-1)?.subject).toContain('blev ett önskemål')
  const { number } = await read('employee', caseId)
  const wish = await scene.peek((tx) =>
    tx.selectFrom('catalogue.need').select('body').where('need_id', '=', needId).executeTakeFirstOrThrow(),
  )
  expect(wish.body).toBe(`Kan vi få mörkt läge?\n\nÄrende: ${number}`)
  const leads = (name: CastName) => see(name, (view) => casesOfNeed(view, needId))
  for (const name of ['itAgent', 'employee', 'purchaser'] as const)
    expect(await leads(name), name).toMatchObject([{ number, caseId }])
  for (const name of ['teacher', 'payroll', 'otherAuthority'] as const) expect(await leads(name), name).toEqual([])
  const notices = await scene.peek((tx) =>
    tx
      .selectFrom('platform.notice')
      .select('kind')
      .where('person_id', '=', scene.ids.person.employee)
      .where('subject_id', '=', caseId)
      .execute(),
  )
  expect(notices.map((notice) => notice.kind)).toContain('case.converted')
})

test('TY-029 HS-349 an order by a person without mandate goes to an authorised purchaser; the promise counts from the yes', async () => {
  scene.at('2012-04-16T09:00')
  const { caseId, state } = await as('employee', (deed) =>
    openCase(deed, { requestType: 'ny-dator', text: 'Ny dator', answers: { antal: 1 } }),
  )
  expect(state).toBe('awaiting_approval')
  expect((await read('employee', caseId)).expectedOre).toBe(850_000)
  await expect(as('teacher', (deed) => decideOrder(deed, { caseId, outcome: 'approved' }))).rejects.toMatchObject({
    status: 404,
  })
  await expect(as('employee', (deed) => decideOrder(deed, { caseId, outcome: 'approved' }))).rejects.toMatchObject({
    status: 403,
  })
  expect((await read('purchaser', caseId)).may).toContain('approve')
  scene.at('2012-04-17T10:00')
  await as('purchaser', (deed) => decideOrder(deed, { caseId, outcome: 'approved' }))
  const after = await read('employee', caseId)
  expect(after.state).toBe('new')
  expect(after.clocks[0]?.dueAt).toBe(scene.at('2012-04-19T16:45').toString())
  await expect(as('purchaser', (deed) => decideOrder(deed, { caseId, outcome: 'approved' }))).rejects.toMatchObject({
    status: 409,
  })
})

test('a purchaser orders without asking; above the limit of every purchaser the order is refused with the way on', async () => {
  scene.at('2012-04-16T09:00')
  expect(
    (await as('purchaser', (deed) => openCase(deed, { requestType: 'ny-dator', answers: { antal: 1 } }))).state,
  ).toBe('new')
  await expect(
    as('employee', (deed) => openCase(deed, { requestType: 'ny-dator', answers: { antal: 9 } })),
  ).rejects.toMatchObject({ code: 'no_purchaser', status: 409 })
})

test('nobody answers: the purchaser is reminded, then the order lapses and the requester is told', async () => {
  scene.at('2012-05-02T09:00')
  const { caseId } = await as('employee', (deed) => openCase(deed, { requestType: 'ny-dator', answers: { antal: 1 } }))
  const sweep = async () =>
    casesJobs['case.sweep_approvals']?.run(
      { stage: scene.stage, tenant: scene.tenant, actor: await scene.system() },
      {},
    )
  scene.at('2012-05-05T09:00')
  await sweep()
  await sweep()
  const reminders = await scene.peek((tx) =>
    tx
      .selectFrom('cases.event')
      .select('n')
      .where('tenant_id', '=', scene.tenant.tenantId)
      .where('case_id', '=', caseId)
      .where('kind', '=', 'approval_reminded')
      .execute(),
  )
  expect(reminders).toHaveLength(1)
  scene.at('2012-05-14T09:00')
  await sweep()
  expect((await read('employee', caseId)).state).toBe('rejected')
  const news = async (what: string) =>
    casesJobs['case.mail_approval']?.run(
      { stage: scene.stage, tenant: scene.tenant, actor: await scene.system() },
      { caseId, what },
    )
  for (let n = 0; n < 2; n += 1) await news('lapsed')
  await news('reminded')
  expect(await approvalLetters(caseId)).toEqual([['employee', expect.stringContaining('Ingen godkände i tid')]])
})

/** Who was written to about the approval of an order, and what. */
const approvalLetters = async (caseId: Id): Promise<(readonly [string, string])[]> => {
  const rows = await scene.peek((tx) =>
    tx
      .selectFrom('platform.outbox as o')
      .innerJoin('platform.approval as a', 'a.approval_id', 'o.about_id')
      .select(['o.person_id', 'o.subject'])
      .where('o.tenant_id', '=', scene.tenant.tenantId)
      .where('a.subject_id', '=', caseId)
      .orderBy('o.mail_id')
      .execute(),
  )
  const nameOf = (id: Id | null) => Object.entries(scene.ids.person).find(([, person]) => person === id)?.[0] ?? ''
  return rows.map((row) => [nameOf(row.person_id), row.subject] as const)
}

test('TY-029 the purchaser who is away has a deputy: both are written to, either may answer, and the yes tells the promise', async () => {
  scene.at('2012-05-02T09:00')
  await as('admin', ({ tx, tenant }) =>
    tx
      .updateTable('organisation.person')
      .set({
        away_from: Temporal.PlainDate.from('2012-05-01'),
        away_to: Temporal.PlainDate.from('2012-05-31'),
        deputy_id: scene.ids.person.colleague,
      })
      .where('tenant_id', '=', tenant.tenantId)
      .where('person_id', '=', scene.ids.person.purchaser)
      .execute(),
  )
  const { caseId } = await as('employee', (deed) => openCase(deed, { requestType: 'ny-dator', answers: { antal: 2 } }))
  const news = async (what: string) =>
    casesJobs['case.mail_approval']?.run(
      { stage: scene.stage, tenant: scene.tenant, actor: await scene.system() },
      { caseId, what },
    )
  for (const what of ['asked', 'asked', 'reminded']) await news(what)
  expect((await approvalLetters(caseId)).map(([name]) => name).sort()).toEqual([
    'colleague',
    'colleague',
    'purchaser',
    'purchaser',
  ])
  expect((await read('colleague', caseId)).may).toContain('approve')
  await as('colleague', (deed) => decideOrder(deed, { caseId, outcome: 'approved' }))
  for (const what of ['approved', 'approved', 'asked']) await news(what)
  const letters = await scene.peek((tx) =>
    tx
      .selectFrom('platform.outbox')
      .select(['person_id', 'body'])
      .where('about_kind', '=', 'approval.approved')
      .where('person_id', '=', scene.ids.person.employee)
      .execute(),
  )
  expect(letters).toHaveLength(1)
  expect(letters[0]?.body).toContain('Svar senast fredag 4 maj kl. 15.00')
  await as('admin', ({ tx, tenant }) =>
    tx
      .updateTable('organisation.person')
      .set({ away_from: null, away_to: null, deputy_id: null })
      .where('tenant_id', '=', tenant.tenantId)
      .where('person_id', '=', scene.ids.person.purchaser)
      .execute(),
  )
})

test('an order taken back before the answer asks nobody any more: no reminder, no lapse, nothing to approve', async () => {
  scene.at('2012-05-02T09:00')
  const { caseId } = await as('employee', (deed) => openCase(deed, { requestType: 'ny-dator', answers: { antal: 1 } }))
  await as('employee', (deed) => withdrawCase(deed, { caseId }))
  const open = await scene.peek((tx) =>
    tx
      .selectFrom('platform.approval')
      .select('state')
      .where('tenant_id', '=', scene.tenant.tenantId)
      .where('subject_id', '=', caseId)
      .execute(),
  )
  expect(open).toEqual([{ state: 'withdrawn' }])
  const events = () =>
    scene.peek((tx) => tx.selectFrom('cases.event').select('kind').where('case_id', '=', caseId).execute())
  const before = await events()
  for (const at of ['2012-05-05T09:00', '2012-05-20T09:00']) {
    scene.at(at)
    await casesJobs['case.sweep_approvals']?.run(
      { stage: scene.stage, tenant: scene.tenant, actor: await scene.system() },
      {},
    )
  }
  expect(await events()).toEqual(before)
  await expect(as('purchaser', (deed) => decideOrder(deed, { caseId, outcome: 'approved' }))).rejects.toMatchObject({
    status: 409,
  })
})

test('a pause stands still with its reason, the customer’s answer resumes, and the later deadline is told', async () => {
  scene.at('2012-04-16T09:00')
  const caseId = await order()
  scene.at('2012-04-17T09:10')
  await as('agent', (deed) => pauseCase(deed, { caseId, waitingFor: 'customer', reason: 'Vilken vägg?' }))
  expect(await read('agent', caseId)).toMatchObject({ state: 'waiting', waitingFor: 'customer' })
  scene.at('2012-04-18T13:30')
  await as('employee', (deed) => writeInCase(deed, { caseId, body: 'Mot fönstret.' }))
  const after = await read('agent', caseId)
  expect(after.state).toBe('new')
  expect(after.clocks.find((one) => one.kind === 'start')).toMatchObject({
    firstToldDueAt: scene.at('2012-04-19T16:45').toString(),
    dueAt: scene.at('2012-04-20T15:00').toString(),
  })
  const told = await scene.peek((tx) =>
    tx
      .selectFrom('platform.notice')
      .select('kind')
      .where('tenant_id', '=', scene.tenant.tenantId)
      .where('person_id', '=', scene.ids.person.employee)
      .where('subject_id', '=', caseId)
      .execute(),
  )
  expect(told.map((notice) => notice.kind)).toContain('case.promise_moved')
})

test('who sees it: requester, watchers, the customer’s purchaser and coordinator, the unit it lies with; nobody else', async () => {
  scene.at('2012-04-16T09:00')
  const caseId = await order()
  await as('agent', (deed) => noteOnCase(deed, { caseId, body: 'Gipsvägg, ta med expander.' }))
  for (const name of ['employee', 'purchaser', 'coordinator', 'agent', 'manager'] as const)
    expect((await read(name, caseId)).id).toBe(caseId)
  for (const name of ['colleague', 'teacher', 'itAgent', 'payroll', 'otherAuthority', 'controller'] as const)
    await expect(read(name, caseId)).rejects.toMatchObject({ status: 404 })
  await as('employee', (deed) => addWatcher(deed, { caseId, personId: scene.ids.person.colleague }))
  expect((await read('colleague', caseId)).id).toBe(caseId)
  const bodies = async (name: CastName) =>
    (await see(name, (view) => readTimeline(view, caseId, 'sv'))).filter((entry) => entry.kind === 'note')
  expect(await bodies('employee')).toHaveLength(0)
  expect(await bodies('colleague')).toHaveLength(0)
  expect(await bodies('agent')).toHaveLength(1)
})

test('TY-007 an order needs a customer unit; a citizen may ask without one', async () => {
  scene.at('2012-04-16T09:00')
  await expect(
    as('agent', (deed) =>
      openCase(deed, {
        requestType: 'vaktmasteri-jobb',
        channel: 'telephone',
        onBehalfOf: scene.ids.person.agent,
        answers: { vad: 'x', plats: scene.ids.place.masten, flytt: 'nej' },
      }),
    ),
  ).rejects.toMatchObject({ code: 'no_customer' })
  await expect(
    as('agent', (deed) =>
      openCase(deed, { requestType: 'fastighet-fel', channel: 'telephone', outside: { name: 'En besökare' } }),
    ),
  ).rejects.toMatchObject({ code: 'no_customer' })
  const { caseId } = await as('agent', (deed) =>
    openCase(deed, {
      requestType: 'fastighet-klagomal',
      channel: 'mail',
      outside: { name: 'En besökare' },
      text: 'Dörren slår',
    }),
  )
  const row = await scene.peek((tx) =>
    tx
      .selectFrom('cases.case')
      .select(['customer_id', 'outside_name', 'information_owner_id'])
      .where('tenant_id', '=', scene.tenant.tenantId)
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow(),
  )
  expect(row).toMatchObject({
    customer_id: null,
    outside_name: 'En besökare',
    information_owner_id: scene.ids.party.namnd,
  })
})

test('TY-375 a place outside the served houses is refused with the way to the fault form', async () => {
  scene.at('2012-04-16T09:00')
  const school = await as('admin', async ({ tx, tenant, newId }) => {
    const place_id = newId()
    await tx
      .insertInto('organisation.place')
      .values({
        tenant_id: tenant.tenantId,
        place_id,
        name: 'Nyboda skola',
        hours_stated: false,
        valid_from: Temporal.PlainDate.from('2010-01-01'),
        origin: 'demonstration',
      })
      .execute()
    return place_id
  })
  const orderAt = (plats: Id) =>
    as('employee', (deed) =>
      openCase(deed, { requestType: 'vaktmasteri-jobb', answers: { vad: 'Tavla', plats, flytt: 'nej' } }),
    )
  const where = async (caseId: Id) => (await read('employee', caseId)).place?.name
  for (const house of ['kommunhuset', 'masten', 'biblioteket'] as const)
    expect((await where((await orderAt(scene.ids.place[house])).caseId))?.toLowerCase()).toBe(house)
  await expect(orderAt(school)).rejects.toMatchObject({ code: 'place_not_served', field: 'answers.place' })
})

test('a parent with open children cannot be delivered; children cannot circle', async () => {
  scene.at('2012-04-16T09:00')
  const [parent, child] = [await order('Flytta hela plan 2'), await order('Flytta skåpen')]
  await as('agent', (deed) => setParent(deed, { caseId: child, parentId: parent }))
  await expect(as('agent', (deed) => deliverCase(deed, { caseId: parent }))).rejects.toMatchObject({
    code: 'open_children',
  })
  await expect(as('agent', (deed) => setParent(deed, { caseId: parent, parentId: child }))).rejects.toMatchObject({
    code: 'parent_circle',
  })
  await as('agent', (deed) => deliverCase(deed, { caseId: child }))
  await as('agent', (deed) => deliverCase(deed, { caseId: parent }))
})

test('merged: both numbers open, the requester follows, undone the same day but not the next', async () => {
  scene.at('2012-04-16T09:00')
  const [one, two] = [await order('Tavla'), await order('Samma tavla')]
  const numbers = new Map([
    [one, (await read('employee', one)).number],
    [two, (await read('employee', two)).number],
  ])
  await as('agent', (deed) => mergeCase(deed, { caseId: two, intoId: one }))
  expect((await read('employee', two)).mergedInto?.id).toBe(one)
  scene.at('2012-04-16T15:00')
  await as('agent', (deed) => undoMerge(deed, { caseId: two }))
  expect(await read('employee', two)).toMatchObject({ state: 'new', mergedInto: null })
  await as('agent', (deed) => mergeCase(deed, { caseId: two, intoId: one }))
  for (const id of [one, two])
    expect((await see('employee', (view) => readCase(view, { number: numbers.get(id) ?? '' }, 'sv'))).id).toBe(id)
  scene.at('2012-04-17T08:00')
  await expect(as('agent', (deed) => undoMerge(deed, { caseId: two }))).rejects.toMatchObject({ code: 'undo_too_late' })
})

test('who was merged into another’s case follows it, and no longer when the merge is undone', async () => {
  scene.at('2012-04-16T09:00')
  const mine = await order('Tavla')
  const { caseId: theirs } = await as('colleague', (deed) =>
    openCase(deed, {
      requestType: 'vaktmasteri-jobb',
      answers: { vad: 'Samma tavla', plats: scene.ids.place.kommunhuset, flytt: 'nej' },
    }),
  )
  await expect(read('colleague', mine)).rejects.toMatchObject({ status: 404 })
  const promised = (await read('colleague', theirs)).clocks.map((clock) => clock.firstToldDueAt)
  await as('agent', (deed) => mergeCase(deed, { caseId: theirs, intoId: mine }))
  expect((await read('colleague', mine)).id).toBe(mine)
  await as('agent', (deed) => undoMerge(deed, { caseId: theirs }))
  await expect(read('colleague', mine)).rejects.toMatchObject({ status: 404 })
  const back = await read('colleague', theirs)
  expect(back.clocks.map((clock) => clock.firstToldDueAt)).toEqual(promised)
  expect(back.clocks.map((clock) => clock.state)).toEqual(promised.map(() => 'running'))
})

test('HS-347 an IT case and a caretaking case of two customers in one system, each seen by its own', async () => {
  scene.at('2012-04-16T09:00')
  const social = await order()
  const { caseId: school } = await as('teacher', (deed) =>
    openCase(deed, { requestType: 'it-fraga', text: 'Hur loggar eleverna in?' }),
  )
  const [one, two] = [await read('employee', social), await read('teacher', school)]
  expect([one.customer?.id, two.customer?.id]).toEqual([scene.ids.customer.social, scene.ids.customer.skola])
  expect(one.informationOwner.id).not.toBe(two.informationOwner.id)
  expect([one.number, two.number].map((number) => number.slice(0, 9))).toEqual(['KIT-2012-', 'KIT-2012-'])
  for (const [name, caseId] of [
    ['teacher', social],
    ['employee', school],
    ['purchaser', school],
    ['agent', school],
    ['itAgent', social],
    ['otherAuthority', social],
  ] as const)
    await expect(read(name, caseId), name).rejects.toMatchObject({ status: 404 })
  expect((await read('itAgent', school)).id).toBe(school)
})

test('reopened within the days allowed, withdrawn by the requester only, rated with one click', async () => {
  scene.at('2012-04-16T09:00')
  const caseId = await order()
  await expect(as('agent', (deed) => withdrawCase(deed, { caseId }))).rejects.toMatchObject({ status: 403 })
  await as('agent', (deed) => deliverCase(deed, { caseId }))
  await as('employee', (deed) => rateCase(deed, { caseId, score: 1, comment: 'Sitter snett' }))
  await as('employee', (deed) => reopenCase(deed, { caseId, reason: 'Tavlan sitter snett' }))
  expect((await read('employee', caseId)).state).toBe('in_progress')
  await as('agent', (deed) => deliverCase(deed, { caseId }))
  scene.at('2012-05-16T09:00')
  await expect(as('employee', (deed) => reopenCase(deed, { caseId, reason: 'Igen' }))).rejects.toMatchObject({
    code: 'reopen_too_late',
  })
})

test('silence closes after the days of the request type, once', async () => {
  scene.at('2012-06-04T09:00')
  const caseId = await order()
  await as('agent', (deed) => deliverCase(deed, { caseId }))
  const context = { stage: scene.stage, tenant: scene.tenant, actor: await scene.system() }
  scene.at('2012-06-10T09:00')
  await casesJobs['case.sweep_silence']?.run(context, {})
  await casesJobs['case.sweep_silence']?.run(context, {})
  expect((await read('employee', caseId)).state).toBe('closed')
})

test('a stale version is refused, and nothing is half written', async () => {
  scene.at('2012-04-16T09:00')
  const caseId = await order()
  await expect(as('agent', (deed) => startWork(deed, { caseId, version: 99 }))).rejects.toMatchObject({ status: 412 })
  expect((await read('agent', caseId)).startedAt).toBeNull()
  const related = await order()
  await as('agent', (deed) => relateCases(deed, { caseId, otherId: related, related: true }))
  expect((await read('agent', related)).related.map((other) => other.id)).toEqual([caseId])
})

test('a circle hides the case from everybody who is not in it, the requester included in the circle’s rule', async () => {
  scene.at('2012-04-16T09:00')
  const caseId = await order()
  await asSystem(({ tx }) =>
    tx.updateTable('cases.case').set({ circle_id: scene.ids.circle }).where('case_id', '=', caseId).execute(),
  )
  await expect(read('agent', caseId)).rejects.toMatchObject({ status: 404 })
  expect((await read('agent2', caseId)).id).toBe(caseId)
})
