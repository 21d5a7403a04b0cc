// Promises on the real database: the chain of holders, versions, and guarantees in words alone.
import { beforeAll, expect, test } from 'vitest'
import type { Desk } from '../catalogue-for-tests.ts'
import { day, openDesk, refusalOf } from '../catalogue-for-tests.ts'
import { choosePromises } from '../promise.ts'
import type { Channel } from '../promise.ts'
import { serviceOn } from '../service-view.ts'
import type { AddPromise } from './contract.ts'
import { addLevel, addPromiseVersion, endPromise } from './keep-promises.ts'
import { levelsOn, promiseCandidates, promisesOn } from './queries.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk('2012-04-05T10:00')
})
const made = (more: Partial<AddPromise>): AddPromise => ({
  nameSv: 'Löfte',
  nameEn: 'Promise',
  strength: 'binding',
  from: '2012-01-01',
  clockKind: 'done',
  amount: 5,
  unit: 'working_days',
  ...more,
})
const promise = (more: Partial<AddPromise>) => desk.does('admin', (deed) => addPromiseVersion(deed, made(more)))
const chosen = async (asked: {
  requestType?: string
  levelId?: string
  date?: string
  channel?: Channel
  outside?: boolean
}) =>
  desk.reads('agent', async (view) => {
    const date = day(asked.date ?? '2012-04-05')
    const candidates = await promiseCandidates(view, {
      requestTypeId: desk.scene.ids.requestType[asked.requestType ?? 'it-fraga'],
      levelId: asked.levelId,
      date,
    })
    return choosePromises(candidates, {
      date,
      channel: asked.channel ?? 'mail',
      priority: 'normal',
      outside: asked.outside ?? false,
    })
  })

test('TY-054 TY-053 mail is promised within 2 working days, letters within 10; towards our customers striven for', async () => {
  expect((await chosen({})).first_answer).toMatchObject({
    amount: 2,
    unit: 'working_days',
    strength: 'strive',
    holder: 'office',
    guarantee: true,
  })
  expect((await chosen({ channel: 'letter' })).first_answer).toMatchObject({ amount: 10, strength: 'strive' })
  await promise({
    clockKind: 'first_answer',
    amount: 2,
    channel: 'mail',
    towards: 'outside',
    nameSv: 'Garanti 1',
    nameEn: 'Guarantee 1',
    label: 'Garanti 1',
    guarantee: true,
  })
  expect((await chosen({ outside: true })).first_answer).toMatchObject({ amount: 2, strength: 'binding' })
  expect((await chosen({})).first_answer).toMatchObject({ amount: 2, strength: 'strive' })
})

test('the nearest holder is chosen: level, request type, service, area, office', async () => {
  const { levelId } = await desk.does('admin', (deed) =>
    addLevel(deed, { code: 'guld', nameSv: 'Guld', nameEn: 'Gold', scheduleId: desk.scene.ids.schedule.masten }),
  )
  await promise({ amount: 9 })
  expect((await chosen({})).done).toMatchObject({ amount: 9, holder: 'office' })
  await promise({ amount: 7, holder: 'area', holderId: 'it' })
  expect((await chosen({})).done).toMatchObject({ amount: 7, holder: 'area' })
  await promise({ amount: 6, holder: 'service', holderId: 'it-stod' })
  expect((await chosen({})).done).toMatchObject({ amount: 6, holder: 'service' })
  await promise({ amount: 4, holder: 'request_type', holderId: 'it-fraga' })
  expect((await chosen({})).done).toMatchObject({ amount: 4, holder: 'request_type' })
  await promise({ amount: 1, holder: 'level', holderId: 'guld' })
  expect((await chosen({ levelId })).done).toMatchObject({ amount: 1, holder: 'level' })
  expect((await chosen({})).done).toMatchObject({ amount: 4 })
  expect((await chosen({ requestType: 'utskrift' })).done).toMatchObject({ amount: 6 })
  expect((await chosen({ requestType: 'ny-dator' })).done).toMatchObject({ amount: 7 })
  expect((await chosen({ requestType: 'vaktmasteri-jobb' })).done).toMatchObject({ amount: 9 })
  expect((await desk.reads('employee', (view) => levelsOn(view, day('2012-04-05'))))[0]).toMatchObject({
    code: 'guld',
    scheduleName: 'Masten',
    promises: [{ amount: 1 }],
  })
})

test('a new version ends the old one on its first day, and both are kept', async () => {
  const { promiseId } = await promise({
    clockKind: 'receipt',
    amount: 8,
    unit: 'working_minutes',
    holder: 'service',
    holderId: 'dator',
    code: 'KVITTO',
  })
  await desk.does('admin', (deed) =>
    addPromiseVersion(
      deed,
      made({ promiseId, clockKind: 'receipt', amount: 5, unit: 'working_minutes', from: '2012-06-01' }),
    ),
  )
  const on = async (date: string) => (await chosen({ requestType: 'ny-dator', date })).receipt
  expect([(await on('2012-05-31'))?.versionNo, (await on('2012-06-01'))?.versionNo]).toEqual([1, 2])
  expect(
    await refusalOf(desk.does('admin', (deed) => addPromiseVersion(deed, made({ promiseId, from: '2012-06-01' })))),
  ).toMatchObject({ code: 'version_too_early', status: 422 })
  await desk.does('admin', (deed) => endPromise(deed, { promiseId, on: '2012-09-01' }))
  expect([(await on('2012-08-31'))?.versionNo, (await on('2012-09-01'))?.versionNo]).toEqual([2, undefined])
})

test('a guarantee without a measure is text: shown, and never a clock', async () => {
  await promise({
    clockKind: null,
    amount: null,
    unit: null,
    holder: 'area',
    holderId: 'it',
    nameSv: 'Incidenter rapporteras till berörda',
    nameEn: 'Incidents are reported to those affected',
    guarantee: true,
  })
  const shown = (await desk.reads('employee', (view) => serviceOn(view, 'it-stod'))).promises
  expect(shown.find((one) => one.name.sv.startsWith('Incidenter'))).toMatchObject({
    clockKind: null,
    amount: null,
    guarantee: true,
    holder: 'area',
  })
  const candidates = await desk.reads('agent', (view) =>
    promiseCandidates(view, { requestTypeId: desk.scene.ids.requestType['it-fraga'], date: day('2012-04-05') }),
  )
  expect(candidates.some((one) => one.name.sv.startsWith('Incidenter'))).toBe(false)
  expect(await refusalOf(promise({ amount: null }))).toMatchObject({
    status: 422,
    fields: { amount: expect.stringContaining('klocka, antal och enhet') as string },
  })
})

test('promises are kept by the owner of the area, levels and the office’s by who owns the catalogue', async () => {
  const by = (who: 'proposer' | 'agent' | 'changeManager') =>
    desk.does(who, (deed) =>
      addPromiseVersion(deed, made({ clockKind: 'start', holder: 'service', holderId: 'it-stod', from: '2014-01-01' })),
    )
  expect(await refusalOf(by('proposer'))).toMatchObject({ status: 403 })
  expect(await refusalOf(by('agent'))).toMatchObject({ status: 403 })
  expect(await by('changeManager')).toMatchObject({ versionNo: 1 })
  expect(await refusalOf(promise({ holder: 'service', holderId: 'finns-inte' }))).toMatchObject({
    code: 'holder_missing',
    status: 422,
  })
  expect((await desk.reads('employee', (view) => promisesOn(view, day('2012-04-05')))).length).toBeGreaterThan(5)
})

test('the page of a service says when the promise would end for what is asked now', async () => {
  const shown = await desk.reads('employee', (view) => serviceOn(view, 'vaktmasteri'), '2012-04-04T10:00')
  const start = shown.promises.find((one) => one.clockKind === 'start')
  const due = shown.ifAskedNow.find((one) => one.promiseId === start?.promiseId)
  expect(due?.dueAt).toBe(
    Temporal.PlainDateTime.from('2012-04-11T16:45').toZonedDateTime('Europe/Stockholm').toInstant().toString(),
  )
  expect(shown.hours).toMatchObject({
    week: [
      { weekday: 1, windows: [{ opens: '07:45', closes: '16:45' }] },
      {},
      {},
      {},
      { weekday: 5, windows: [] },
      { weekday: 6, windows: [] },
      { weekday: 7, windows: [] },
    ],
  })
})
