// The clocks of cases on a real database: what others got wrong, done with our own deeds; what is cached against what the
// events say after any history; and the sweeps, run twice and killed half-way.
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '#basics/id'
import { Refusal } from '#basics/refusal'
import { act, look } from '#platform/act'
import type { Deed, View } from '#platform/act'
import { readState } from '#platform/list'
import { addScheduleVersion } from '#organisation'
import { openScene } from '../../world/scene.ts'
import type { CastName, Scene } from '../../world/scene.ts'
import { deadlineFromExplanation, explain } from './clock-words.ts'
import { cached, headOf, readClocks } from './clocks.ts'
import type { CaseState, Channel } from './case.ts'
import { deskPage } from './desk-queries.ts'
import { knownEvents } from './event-words.ts'
import {
  assignCase,
  changeCustomer,
  changePriority,
  changeRequest,
  confirmCase,
  convertToWish,
  deliverCase,
  handOverCase,
  mergeCase,
  noteOnCase,
  openCase,
  pauseCase,
  readCase,
  reopenCase,
  replyToCase,
  resumeCase,
  startWork,
  takeCase,
  undoMerge,
  withdrawCase,
  writeInCase,
} from './index.ts'
import { casesJobs } from './jobs.ts'
import { queueList } from './list.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
  await promise({ kind: 'done', amount: 5, priority: 'high' })
  await promise({ kind: 'done', amount: 2, priority: 'critical' })
})

const as = async <T>(name: CastName, verb: (deed: Deed) => Promise<T>): Promise<T> =>
  act(scene.stage, scene.tenant, await scene.actor(name), verb)
const see = async <T>(name: CastName, query: (view: View) => Promise<T>): Promise<T> =>
  look(scene.stage, scene.tenant, await scene.actor(name), query)
const context = async () => ({ stage: scene.stage, tenant: scene.tenant, actor: await scene.system() })
const sweep = async (job: string): Promise<void> => casesJobs[job]?.run(await context(), {})
const read = (name: CastName, caseId: Id) => see(name, (view) => readCase(view, { caseId }, 'sv'))
const clockOf = async (caseId: Id, kind: string) =>
  (await read('itAgent', caseId)).clocks.find((clock) => clock.kind === kind)
const due = async (caseId: Id, kind: string): Promise<string | undefined> => {
  const at = (await clockOf(caseId, kind))?.dueAt
  return at && Temporal.Instant.from(at).toZonedDateTimeISO('Europe/Stockholm').toPlainDateTime().toString()
}

/** A promise of the help service, laid beside those of the scene. */
async function promise(facts: {
  kind: 'receipt' | 'first_answer' | 'done'
  amount: number
  unit?: 'working_days' | 'working_minutes'
  priority?: 'high' | 'critical'
  channel?: Channel
  towards?: 'customer' | 'outside'
  strength?: 'binding' | 'strive'
  service?: string | null
}): Promise<void> {
  await as('admin', async ({ tx, tenant, newId }) => {
    await tx
      .insertInto('catalogue.promise')
      .values({
        tenant_id: tenant.tenantId,
        promise_id: newId(),
        version_no: 1,
        service_id: facts.service === null ? null : (scene.ids.service[facts.service ?? 'it-stod'] ?? null),
        clock_kind: facts.kind,
        amount: facts.amount,
        unit: facts.unit ?? 'working_days',
        priority: facts.priority ?? null,
        channel: facts.channel ?? null,
        towards: facts.towards ?? null,
        strength: facts.strength ?? 'binding',
        name_sv: 'Löfte',
        name_en: 'Promise',
        valid_from: Temporal.PlainDate.from('2010-01-01'),
        origin: 'demonstration',
      })
      .execute()
  })
}

const ask = (priority?: 'high' | 'critical') =>
  as('itAgent', (deed) =>
    openCase(deed, {
      requestType: 'it-fraga',
      text: 'Skrivaren svarar inte',
      channel: 'telephone',
      onBehalfOf: scene.ids.person.employee,
      ...(priority ? { priority } : {}),
    }),
  ).then(({ caseId }) => caseId)
const wait = (caseId: Id, waitingFor: 'customer' | 'us' | 'supplier' = 'customer') =>
  as('itAgent', (deed) => pauseCase(deed, { caseId, waitingFor, reason: 'Vilken skrivare?' }))
const goOn = (caseId: Id) => as('itAgent', (deed) => resumeCase(deed, { caseId }))
const urgency = (caseId: Id, to: 'normal' | 'high' | 'critical') =>
  as('itAgent', (deed) => changePriority(deed, { caseId, priority: to, reason: 'Hela enheten står still' }))

describe('TY-053 TY-054 guarantee 1', () => {
  const at = '2012-04-05T10:00'
  const mail = (inside: boolean, channel: 'mail' | 'letter') =>
    as('agent', (deed) =>
      openCase(deed, {
        requestType: 'fastighet-klagomal',
        text: 'Dörren slår',
        channel,
        ...(inside
          ? { onBehalfOf: scene.ids.person.employee }
          : { outside: { name: 'En besökare', address: 'besokare@example.org' } }),
      }),
    ).then(({ caseId }) => caseId)
  const answerDue = async (caseId: Id) => {
    const clocks = await look(scene.stage, scene.tenant, await scene.system(), (view) => readClocks(view, caseId))
    const clock = clocks.find((one) => one.row.kind === 'first_answer')
    return clock?.clock.dueAt.toZonedDateTimeISO('Europe/Stockholm').toPlainDateTime().toString()
  }

  test('TY-054 e-mail in on Thursday 2012-04-05 is due Wednesday 04-11, a letter the same day Monday 04-23', async () => {
    scene.at(at)
    expect(await answerDue(await mail(true, 'mail'))).toBe('2012-04-11T16:45:00')
    expect(await answerDue(await mail(true, 'letter'))).toBe('2012-04-23T16:45:00')
  })

  test('TY-053 an internal mail shows the same clock as a citizen’s, with the label “eftersträvas”', async () => {
    await promise({ kind: 'first_answer', amount: 2, channel: 'mail', towards: 'outside', service: 'felanmalan' })
    scene.at(at)
    const [inside, outside] = [await mail(true, 'mail'), await mail(false, 'mail')]
    expect(await answerDue(inside)).toBe(await answerDue(outside))
    const shown = (await read('employee', inside)).clocks.find((clock) => clock.kind === 'first_answer')
    expect(shown).toMatchObject({ strength: 'strive', promise: expect.stringContaining('eftersträvas') as unknown })
    const citizens = await look(scene.stage, scene.tenant, await scene.system(), (view) => readClocks(view, outside))
    expect(citizens[0]?.clock.promise.strength).toBe('binding')
  })

  test('TY-054 the automatic receipt and a note leave it running, the first answer stops it', async () => {
    scene.at('2012-04-16T09:00')
    const { caseId } = await as('itAgent', (deed) =>
      openCase(deed, {
        requestType: 'it-fraga',
        text: 'Hur byter jag lösenord?',
        channel: 'mail',
        onBehalfOf: scene.ids.person.employee,
      }),
    )
    await casesJobs['case.receipt']?.run(await context(), { caseId })
    await as('itAgent', (deed) => noteOnCase(deed, { caseId, body: 'Kolla med Tora' }))
    expect(await clockOf(caseId, 'first_answer')).toMatchObject({ state: 'running' })
    scene.at('2012-04-18T16:45')
    await as('itAgent', (deed) => replyToCase(deed, { caseId, body: 'Så här gör du.' }))
    expect(await clockOf(caseId, 'first_answer')).toMatchObject({ state: 'kept' })
  })

  test('a citizen’s receipt goes to the address given, with the promise and without a way in', async () => {
    scene.at(at)
    const caseId = await mail(false, 'mail')
    await casesJobs['case.receipt']?.run(await context(), { caseId })
    const letter = await scene.peek((tx) =>
      tx.selectFrom('platform.outbox').selectAll().where('about_id', '=', caseId).executeTakeFirstOrThrow(),
    )
    expect(letter).toMatchObject({ to_address: 'besokare@example.org', person_id: null })
    expect(letter.body).toContain('Svar senast onsdag 11 april kl. 16.45')
    expect(letter.body).not.toContain('http')
  })

  test('a promise of a receipt is kept by the receipt', async () => {
    await promise({ kind: 'receipt', amount: 30, unit: 'working_minutes', service: 'felanmalan' })
    scene.at('2012-04-16T09:00')
    const caseId = await mail(true, 'letter')
    scene.at('2012-04-16T09:01')
    await casesJobs['case.receipt']?.run(await context(), { caseId })
    const [receipt] = (await read('employee', caseId)).clocks.filter((clock) => clock.kind === 'receipt')
    expect(receipt).toMatchObject({ state: 'kept' })
  })
})

describe('what others got wrong, by our own deeds', () => {
  test('GLPI 6902 priority changed while the case waits: the waiting is added to the new promise', async () => {
    scene.at('2012-10-01T09:00')
    const caseId = await ask('high')
    scene.at('2012-10-02T10:00')
    await wait(caseId)
    scene.at('2012-10-03T10:00')
    await urgency(caseId, 'critical')
    expect((await read('itAgent', caseId)).state).toBe('waiting')
    scene.at('2012-10-05T10:00')
    await goOn(caseId)
    expect(await due(caseId, 'done')).toBe('2012-10-08T16:45:00')
    expect(await clockOf(caseId, 'done')).toMatchObject({ state: 'running' })
  })

  test('GLPI 15605 priority changed after the waiting: the pause of before counts in the new promise too', async () => {
    scene.at('2012-10-01T09:00')
    const caseId = await ask('high')
    scene.at('2012-10-02T10:00')
    await wait(caseId)
    scene.at('2012-10-05T10:00')
    await goOn(caseId)
    scene.at('2012-10-05T11:00')
    await urgency(caseId, 'critical')
    expect(await due(caseId, 'done')).toBe('2012-10-08T16:45:00')
    const { firstToldDueAt } = (await clockOf(caseId, 'done')) ?? {}
    expect(firstToldDueAt).toBe(scene.at('2012-10-08T16:45').toString())
  })

  test('GLPI 10594 waiting over a weekend costs one working day, not three', async () => {
    scene.at('2012-10-05T09:00')
    const caseId = await ask('critical')
    expect(await due(caseId, 'done')).toBe('2012-10-09T16:45:00')
    scene.at('2012-10-05T10:00')
    await wait(caseId)
    scene.at('2012-10-08T10:00')
    await goOn(caseId)
    expect(await due(caseId, 'done')).toBe('2012-10-10T16:45:00')
  })

  test('GLPI 23359 delivered, opened again: the time it was done is neither waiting nor lead time', async () => {
    scene.at('2012-10-01T09:00')
    const caseId = await ask('high')
    scene.at('2012-10-02T10:00')
    await as('itAgent', (deed) => deliverCase(deed, { caseId }))
    scene.at('2012-10-09T10:00')
    await as('employee', (deed) => reopenCase(deed, { caseId, reason: 'Den stannade igen' }))
    const [stored] = await look(scene.stage, scene.tenant, await scene.system(), (view) => readClocks(view, caseId))
    expect(stored?.row).toMatchObject({ state: 'running', moved_by_us: false, moved_by_customer: false })
    expect(stored?.clock.moves).toMatchObject([{ by: 'closed', workingDays: 5 }])
    expect(await read('itAgent', caseId)).toMatchObject({ state: 'in_progress', waitingFor: null })
  })

  test('Zammad 1322 what the customer writes on the page sets the clock going as a mail would', async () => {
    for (const channel of ['portal', 'mail', 'telephone'] as const) {
      scene.at('2012-10-01T09:00')
      const caseId = await ask('high')
      await wait(caseId)
      scene.at('2012-10-02T10:00')
      await as('employee', (deed) => writeInCase(deed, { caseId, body: 'Den vid kopiatorn', channel }))
      expect(await clockOf(caseId, 'done'), channel).toMatchObject({ state: 'running' })
    }
  })

  test('Zammad 3140 answered and waiting for the customer: months later nothing is broken', async () => {
    scene.at('2012-10-01T09:00')
    const caseId = await ask('critical')
    await as('itAgent', (deed) => replyToCase(deed, { caseId, body: 'Vilken skrivare gäller det?' }))
    await wait(caseId)
    scene.at('2012-12-03T09:00')
    for (const job of ['case.sweep_letters', 'case.sweep_silence', 'case.sweep_calendars']) await sweep(job)
    expect((await read('itAgent', caseId)).clocks.map((clock) => clock.state)).not.toContain('broken')
    expect(await brokenInQueue()).not.toContain(caseId)
  })

  test('Zammad 4353 the promise no longer holds: a case already broken leaves the escalation', async () => {
    scene.at('2012-10-01T09:00')
    const caseId = await ask('critical')
    scene.at('2012-10-08T09:00')
    expect(await brokenInQueue()).toContain(caseId)
    await urgency(caseId, 'normal')
    expect(await clockOf(caseId, 'done')).toMatchObject({ state: 'cancelled' })
    expect(await brokenInQueue()).not.toContain(caseId)
    await urgency(caseId, 'high')
    expect(await clockOf(caseId, 'done')).toMatchObject({ state: 'running' })
  })

  test('a promise that comes with the new priority begins then, also for a case that waits', async () => {
    scene.at('2012-10-01T09:00')
    const caseId = await ask()
    await wait(caseId, 'supplier')
    scene.at('2012-10-03T09:00')
    await urgency(caseId, 'critical')
    expect(await clockOf(caseId, 'done')).toMatchObject({ state: 'paused' })
    scene.at('2012-10-04T09:00')
    await goOn(caseId)
    expect(await due(caseId, 'done')).toBe('2012-10-08T16:45:00')
  })

  test('Zammad 5177 a shorter promise of being done leads the queue and leaves the first answer’s deadline alone', async () => {
    await promise({ kind: 'first_answer', amount: 4, channel: 'telephone' })
    scene.at('2012-10-01T09:00')
    const caseId = await ask('critical')
    expect(await due(caseId, 'first_answer')).toBe('2012-10-05T15:00:00')
    const head = () =>
      scene.peek((tx) =>
        tx
          .selectFrom('cases.case')
          .select(['clock_kind', 'due_at'])
          .where('case_id', '=', caseId)
          .executeTakeFirstOrThrow(),
      )
    expect(await head()).toMatchObject({ clock_kind: 'done' })
    await as('itAgent', (deed) => deliverCase(deed, { caseId }))
    expect(await head()).toEqual({ clock_kind: null, due_at: null })
  })

  test('Frappe Helpdesk 1675 the deadline in the queue is counted again when the case goes on', async () => {
    scene.at('2012-10-01T09:00')
    const caseId = await ask('critical')
    const dueInQueue = async () =>
      (await see('itAgent', (view) => deskPage(view, 'queue', readState(queueList, new URLSearchParams()), [caseId])))
        .rows[0]?.due_at
    await wait(caseId)
    const before = await dueInQueue()
    scene.at('2012-10-03T09:00')
    await goOn(caseId)
    const shift = before && (await dueInQueue())?.since(before, { largestUnit: 'hours' }).hours
    expect(shift).toBeGreaterThan(24)
  })

  test('Znuny 514 however it came in, for whom, and as part of another: the clock of the first answer runs', async () => {
    for (const channel of ['portal', 'mail', 'letter', 'telephone', 'counter'] as const)
      await promise({ kind: 'first_answer', amount: 6, channel, service: 'vaktmasteri' })
    scene.at('2012-10-01T09:00')
    const job = { vad: 'Häng tavlan', plats: scene.ids.place.kommunhuset, flytt: 'nej' }
    const running = async (caseId: Id) =>
      (await read('agent', caseId)).clocks.filter((clock) => clock.state === 'running').map((clock) => clock.kind)
    const own = await as('employee', (deed) => openCase(deed, { requestType: 'vaktmasteri-jobb', answers: job }))
    expect(await running(own.caseId)).toContain('first_answer')
    for (const channel of ['mail', 'letter', 'telephone', 'counter'] as const) {
      const { caseId } = await as('agent', (deed) =>
        openCase(deed, {
          requestType: 'vaktmasteri-jobb',
          answers: job,
          channel,
          onBehalfOf: scene.ids.person.employee,
          parentId: own.caseId,
        }),
      )
      expect(await running(caseId), channel).toContain('first_answer')
    }
  })

  test('iTop lunch break: decided for the office, it moves what is left and no lunch ends a day', async () => {
    await promise({ kind: 'done', amount: 240, unit: 'working_minutes', priority: 'high', service: 'felanmalan' })
    scene.at('2012-11-05T09:45')
    const { caseId } = await as('manager', (deed) =>
      openCase(deed, {
        requestType: 'fastighet-fel',
        text: 'Kallt',
        priority: 'high',
        channel: 'telephone',
        onBehalfOf: scene.ids.person.employee,
      }),
    )
    const dueNow = async () =>
      (await look(scene.stage, scene.tenant, await scene.system(), (view) => readClocks(view, caseId)))
        .find(({ row }) => row.kind === 'done')
        ?.clock.dueAt.toZonedDateTimeISO('Europe/Stockholm')
        .toPlainTime()
        .toString()
    expect(await dueNow()).toBe('13:45:00')
    scene.at('2012-11-05T10:45')
    await lunchFrom('2012-11-05')
    await sweep('case.sweep_calendars')
    await sweep('case.sweep_calendars')
    expect(await dueNow()).toBe('14:45:00')
    const events = await scene.peek((tx) =>
      tx
        .selectFrom('cases.clock_event as e')
        .innerJoin('cases.clock as k', (j) => j.onRef('k.clock_id', '=', 'e.clock_id'))
        .select(['e.kind', 'e.reason', 'e.schedule_version_no'])
        .where('k.case_id', '=', caseId)
        .where('k.kind', '=', 'done')
        .orderBy('e.n')
        .execute(),
    )
    expect(events).toMatchObject([
      { kind: 'start', schedule_version_no: 1 },
      { kind: 'rebase', reason: 'Lunchstängt', schedule_version_no: 2 },
    ])
    const told = await scene.peek((tx) =>
      tx
        .selectFrom('platform.notice')
        .select('kind')
        .where('person_id', '=', scene.ids.person.employee)
        .where('subject_id', '=', caseId)
        .execute(),
    )
    expect(told.map((notice) => notice.kind)).toContain('case.promise_moved')
  })
})

async function lunchFrom(from: string): Promise<void> {
  const hours = (weekday: number, closes: string) => [
    { weekday, opens: '07:45', closes: '12:00' },
    { weekday, opens: '13:00', closes },
  ]
  await as('admin', (deed) =>
    addScheduleVersion(
      deed,
      { scheduleId: scene.ids.schedule.kontor, version: 1 },
      {
        from,
        reason: 'Lunchstängt',
        week: [...[1, 2, 3, 4].flatMap((day) => hours(day, '16:45')), ...hours(5, '15:00')],
      },
    ),
  )
}

const brokenInQueue = async (): Promise<Id[]> =>
  see('itAgent', (view) =>
    deskPage(view, 'queue', readState(queueList, new URLSearchParams('lofte=brutet&limit=200')), null),
  ).then(({ rows }) => rows.map((row) => row.case_id))

describe('the case changes what it is', () => {
  test('another request type: number, history and pauses stay, the promises of the new service hold', async () => {
    scene.at('2012-10-01T09:00')
    const { caseId } = await as('employee', (deed) =>
      openCase(deed, { requestType: 'it-fraga', text: 'Var ska datorn stå?', priority: 'high' }),
    )
    const before = await read('itAgent', caseId)
    expect(before.clocks.map((clock) => clock.kind)).toEqual(['done', 'first_answer'])
    scene.at('2012-10-02T09:00')
    await as('itAgent', (deed) =>
      changeRequest(deed, { caseId, requestType: 'vaktmasteri-jobb', reason: 'Det är en flytt' }),
    )
    const after = await read('itAgent', caseId)
    expect(after).toMatchObject({ number: before.number, kind: 'order', service: { code: 'vaktmasteri' } })
    expect(Object.fromEntries(after.clocks.map((clock) => [clock.kind, clock.state]))).toEqual({
      done: 'cancelled',
      first_answer: 'running',
      start: 'running',
    })
    expect(after.clocks.find((clock) => clock.kind === 'first_answer')?.firstToldDueAt).toBe(
      before.clocks.find((clock) => clock.kind === 'first_answer')?.firstToldDueAt,
    )
  })

  test('what the purchaser must say yes to is not made out of a question', async () => {
    scene.at('2012-10-01T09:00')
    const { caseId } = await as('employee', (deed) => openCase(deed, { requestType: 'it-fraga', text: 'Ny dator?' }))
    await expect(
      as('itAgent', (deed) => changeRequest(deed, { caseId, requestType: 'ny-dator', reason: 'Vill ha en dator' })),
    ).rejects.toMatchObject({ code: 'approval_needed', status: 409 })
  })

  test('another customer: its purchasers read it, the former ones no longer, and the information is its own', async () => {
    scene.at('2012-10-01T09:00')
    const { caseId } = await as('itAgent', (deed) =>
      openCase(deed, {
        requestType: 'it-fraga',
        text: 'Skrivaren',
        channel: 'telephone',
        onBehalfOf: scene.ids.person.employee,
      }),
    )
    expect((await read('purchaser', caseId)).customer?.id).toBe(scene.ids.customer.social)
    await as('itAgent', (deed) =>
      changeCustomer(deed, { caseId, unitId: scene.ids.unit['skola-norr'] ?? '', reason: 'Lånad till skolan' }),
    )
    await expect(read('purchaser', caseId)).rejects.toMatchObject({ status: 404 })
    expect(await read('itAgent', caseId)).toMatchObject({
      customer: { id: scene.ids.customer.skola },
      informationOwner: { id: scene.ids.party.skola },
    })
    await expect(
      as('itAgent', (deed) => changeCustomer(deed, { caseId, unitId: scene.ids.unit['lon'] ?? '', reason: 'x' })),
    ).rejects.toMatchObject({ code: 'no_customer', field: 'unitId' })
  })
})

// ------------------------------------------------------------------------------------------------------- any history

type Step = (caseId: Id, other: Id) => Promise<unknown>
const steps: Readonly<Record<string, Step>> = {
  take: (caseId) => as('itAgent', (deed) => takeCase(deed, { caseId })),
  give: (caseId) => as('itAgent', (deed) => assignCase(deed, { caseId, personId: null, reason: 'Sjuk' })),
  handOver: (caseId) =>
    as('itAgent', (deed) =>
      handOverCase(deed, { caseId, unitId: scene.ids.unit['it-servicedesk'] ?? '', line: 2, reason: 'Er' }),
    ),
  start: (caseId) => as('itAgent', (deed) => startWork(deed, { caseId })),
  wait: (caseId) => wait(caseId),
  waitForUs: (caseId) => wait(caseId, 'us'),
  goOn: (caseId) => goOn(caseId),
  answer: (caseId) => as('itAgent', (deed) => replyToCase(deed, { caseId, body: 'Pröva igen' })),
  write: (caseId) => as('employee', (deed) => writeInCase(deed, { caseId, body: 'Nu fungerar det inte' })),
  high: (caseId) => urgency(caseId, 'high'),
  critical: (caseId) => urgency(caseId, 'critical'),
  normal: (caseId) => urgency(caseId, 'normal'),
  deliver: (caseId) => as('itAgent', (deed) => deliverCase(deed, { caseId })),
  confirm: (caseId) => as('employee', (deed) => confirmCase(deed, { caseId })),
  reopen: (caseId) => as('employee', (deed) => reopenCase(deed, { caseId, reason: 'Inte klart' })),
  merge: (caseId, intoId) => as('itAgent', (deed) => mergeCase(deed, { caseId, intoId })),
  undo: (caseId) => as('itAgent', (deed) => undoMerge(deed, { caseId })),
  retype: (caseId) =>
    as('itAgent', (deed) => changeRequest(deed, { caseId, requestType: 'fastighet-fel', reason: 'Huset' })),
  typeBack: (caseId) =>
    as('itAgent', (deed) => changeRequest(deed, { caseId, requestType: 'it-fraga', reason: 'Inte huset' })),
  withdraw: (caseId) => as('employee', (deed) => withdrawCase(deed, { caseId })),
  wish: (caseId) => as('itAgent', (deed) => convertToWish(deed, { caseId })),
}
/** What ends a case for good is rarer than what goes on. */
const anyStep = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...Object.keys(steps).filter((name) => !/withdraw|wish|merge/.test(name))) },
  { weight: 1, arbitrary: fc.constantFrom('withdraw', 'wish', 'merge') },
)
const anyHistory = fc.record({
  start: fc.integer({ min: 0, max: 200 }),
  priority: fc.constantFrom('normal' as const, 'high' as const, 'critical' as const),
  steps: fc.array(fc.tuple(anyStep, fc.integer({ min: 0, max: 4 * 1440 })), { minLength: 4, maxLength: 14 }),
})

async function story(caseId: Id) {
  return scene.peek(async (tx) => ({
    head: await tx.selectFrom('cases.case').selectAll().where('case_id', '=', caseId).executeTakeFirstOrThrow(),
    events: await tx.selectFrom('cases.event').selectAll().where('case_id', '=', caseId).orderBy('n').execute(),
  }))
}

/** Every cached column is what the events say; the story has no gap; the words reproduce the deadline. */
async function mustHold(caseId: Id): Promise<CaseState> {
  const stored = await look(scene.stage, scene.tenant, await scene.system(), (view) => readClocks(view, caseId))
  const { head, events } = await story(caseId)
  for (const { row, clock, events: clockEvents, calendarOf } of stored) {
    const { state, due_at, ended_at, moved_by_us, moved_by_customer, amount, unit, strength, schedule_id } = row
    const kept = { state, due_at, ended_at, moved_by_us, moved_by_customer, amount, unit, strength, schedule_id }
    expect(kept).toEqual(cached(clock))
    expect(row.first_told_due_at.equals(clock.firstToldDueAt)).toBe(true)
    const counted = deadlineFromExplanation(explain(clockEvents, calendarOf))
    if (clock.state !== 'paused') expect(counted === null || counted.equals(clock.dueAt)).toBe(true)
  }
  expect({ due_at: head.due_at, clock_kind: head.clock_kind }).toEqual(headOf(stored.map(({ clock }) => clock)))
  expect(events.map((event) => event.n)).toEqual(events.map((_, n) => n + 1))
  for (const event of events) if (!event.kind.startsWith('message_')) expect(knownEvents).toContain(event.kind)
  expect((head.state === 'waiting') === (head.waiting_for !== null)).toBe(true)
  expect(head.provider_unit_id).toBeTruthy()
  return head.state
}

test('HS-351 HS-353 whatever happens to a case: cache equals replay, the first deadline stands, every change is told by whom and when', async () => {
  const histories = Number(process.env['HISTORIES'] ?? 8)
  let deeds = 0
  await fc.assert(
    fc.asyncProperty(anyHistory, async (history) => {
      let at = scene.at('2012-02-01T08:00').add({ hours: 24 * history.start })
      const set = (): void => void scene.at(at.toZonedDateTimeISO('Europe/Stockholm').toPlainDateTime().toString())
      set()
      const caseId = await ask(history.priority === 'normal' ? undefined : history.priority)
      const other = await ask()
      let state = await mustHold(caseId)
      const first = await firstTold(caseId)
      for (const [name, minutes] of history.steps) {
        at = at.add({ minutes })
        set()
        const before = (await story(caseId)).events.length
        const went = await steps[name]?.(caseId, other).then(
          () => true,
          (error: unknown) => {
            if (!(error instanceof Refusal)) throw error
            return false
          },
        )
        const next = await mustHold(caseId)
        const fresh = (await story(caseId)).events.slice(before)
        if (next !== state) expect(fresh.length, name).toBeGreaterThan(0)
        if (!went) expect(fresh, name).toEqual([])
        for (const event of fresh) {
          expect(event.by_person_id, name).not.toBeNull()
          expect(event.at.epochMilliseconds).toBe(at.epochMilliseconds)
        }
        expect(await firstTold(caseId)).toMatchObject(first)
        state = next
        deeds += went ? 1 : 0
      }
    }),
    { numRuns: histories },
  )
  console.log(`clocks: ${deeds} deeds in random order, cache equals replay after each`)
  expect(deeds).toBeGreaterThan(histories)
}, 600_000)

const firstTold = async (caseId: Id): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await look(scene.stage, scene.tenant, await scene.system(), (view) => readClocks(view, caseId))).map(({ row }) => [
      row.kind,
      row.first_told_due_at.toString(),
    ]),
  )

describe('sweeps', () => {
  /** Stops after so many deeds, as a process that is killed between two transactions. */
  const killedAfter = async (deeds: number) => {
    const whole = await context()
    let left = deeds
    const clock = (): Temporal.Instant => {
      if (left-- <= 0) throw new Error('killed')
      return whole.stage.clock?.() ?? Temporal.Now.instant()
    }
    return { ...whole, stage: { ...whole.stage, clock } }
  }
  const effects = () =>
    scene.peek(async (tx) => {
      const count = async (table: 'cases.event' | 'platform.outbox' | 'platform.notice' | 'cases.clock_event') =>
        Number(
          (
            await tx
              .selectFrom(table)
              .select((e) => e.fn.countAll<bigint>().as('n'))
              .executeTakeFirstOrThrow()
          ).n,
        )
      return [
        await count('cases.event'),
        await count('platform.outbox'),
        await count('platform.notice'),
        await count('cases.clock_event'),
      ]
    })

  test('killed half-way and run again they do the rest; run once more they do nothing', async () => {
    scene = await openScene()
    scene.at('2012-06-04T09:00')
    const cases: Id[] = []
    for (let n = 0; n < 5; n += 1) cases.push(await ask())
    for (const caseId of cases.slice(0, 3)) await as('itAgent', (deed) => deliverCase(deed, { caseId }))
    await as('employee', (deed) => openCase(deed, { requestType: 'ny-dator', answers: { antal: 1 } }))
    const jobs = ['case.sweep_letters', 'case.sweep_silence', 'case.sweep_approvals', 'case.sweep_calendars']
    for (const later of ['2012-06-04T09:10', '2012-06-07T09:00', '2012-06-20T09:00']) {
      scene.at(later)
      for (const job of jobs)
        await Promise.resolve(casesJobs[job]?.run(await killedAfter(3), {})).catch((error: unknown) =>
          expect(String(error)).toContain('killed'),
        )
      for (const job of jobs) await sweep(job)
      const after = await effects()
      for (const job of jobs) await sweep(job)
      expect(await effects(), later).toEqual(after)
    }
    for (const caseId of cases.slice(0, 3)) expect((await read('itAgent', caseId)).state).toBe('closed')
    const letters = await scene.peek((tx) =>
      tx.selectFrom('platform.outbox').select(['about_id', 'subject']).where('about_kind', '=', 'case').execute(),
    )
    for (const caseId of cases) {
      const own = letters.filter((letter) => letter.about_id === caseId).map(({ subject }) => subject)
      expect(own.filter((subject) => subject.includes('Vi har tagit emot'))).toHaveLength(1)
      expect(own.filter((subject) => subject.includes('Klart'))).toHaveLength(cases.indexOf(caseId) < 3 ? 1 : 0)
    }
  })

  test('one that cannot be done holds up none of the others', async () => {
    scene = await openScene()
    scene.at('2012-06-04T09:00')
    const cases = [await ask(), await ask(), await ask()]
    scene.at('2012-06-04T09:10')
    const whole = await context()
    let n = 0
    const clock = (): Temporal.Instant => {
      n += 1
      if (n === 2) throw new Error('the first one fails')
      return whole.stage.clock?.() ?? Temporal.Now.instant()
    }
    await expect(
      casesJobs['case.sweep_letters']?.run({ ...whole, stage: { ...whole.stage, clock } }, {}),
    ).rejects.toThrow('the first one fails')
    const sent = await scene.peek((tx) =>
      tx.selectFrom('cases.event').select('case_id').where('kind', '=', 'receipt_sent').execute(),
    )
    expect(sent.filter(({ case_id }) => cases.includes(case_id))).toHaveLength(2)
  })
})
