// The receipt leaves within a minute of the order, by the worker that runs in production and on its own database.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act } from '#platform/act'
import { mailJobs } from '#platform/mail'
import { startWorker } from '#platform/worker'
import { cloneDatabase } from '#testing'
import type { OwnDatabase } from '#testing'
import { openScene } from '../../world/scene.ts'
import type { Scene } from '../../world/scene.ts'
import { deliverCase, openCase } from './index.ts'
import { casesJobs } from './jobs.ts'

let database: OwnDatabase
let scene: Scene
let worker: Awaited<ReturnType<typeof startWorker>>
const faults: unknown[] = []

beforeAll(async () => {
  database = await cloneDatabase()
  scene = await openScene({ start: '2012-04-04T15:20', appPool: database.appPool })
  worker = await startWorker(database.url, scene.stage, [casesJobs, mailJobs({ from: 'x@example.org' })], (_, error) =>
    faults.push(error),
  )
})
afterAll(async () => {
  await worker.stop()
  await database.drop()
})

test('TY-056 submitting sends a receipt with the order number within a minute, delivery a notice; both are in the log', async () => {
  const began = performance.now()
  const { caseId } = await act(scene.stage, scene.tenant, await scene.actor('employee'), (deed) =>
    openCase(deed, {
      requestType: 'vaktmasteri-jobb',
      answers: { vad: 'Sätt upp en tavla', plats: scene.ids.place.kommunhuset, flytt: 'nej' },
    }),
  )
  await expect.poll(() => letters(caseId), { timeout: 60_000, interval: 50 }).toHaveLength(1)
  const seconds = (performance.now() - began) / 1000
  console.log(`receipt: ${seconds.toFixed(1)} s after the order`)
  expect(seconds).toBeLessThan(60)
  await act(scene.stage, scene.tenant, await scene.actor('agent'), (deed) => deliverCase(deed, { caseId }))
  await expect.poll(() => letters(caseId), { timeout: 60_000, interval: 50 }).toHaveLength(2)
  const [receipt, done] = await letters(caseId)
  expect(receipt?.subject).toMatch(/^\[KIT-2012-00001\] Vi har tagit emot/)
  expect(receipt?.body).toContain('Påbörjas senast onsdag 11 april kl. 16.45')
  expect(done?.subject).toMatch(/^\[KIT-2012-00001\] Klart/)
  const events = await scene.peek((tx) =>
    tx.selectFrom('cases.event').select('kind').where('case_id', '=', caseId).orderBy('n').execute(),
  )
  expect(events.map((event) => event.kind)).toEqual([
    'registered',
    'routed',
    'receipt_sent',
    'delivered',
    'done_notice_sent',
  ])
  const notices = await scene.peek((tx) =>
    tx.selectFrom('platform.notice').select('kind').where('subject_id', '=', caseId).orderBy('notice_id').execute(),
  )
  expect(notices.map((notice) => notice.kind)).toEqual(['case.received', 'case.done'])
  expect(faults).toEqual([])
}, 150_000)

/** Settled ones: without a mail server they are kept for the outbox page. */
const letters = (caseId: string) =>
  scene.peek((tx) =>
    tx
      .selectFrom('platform.outbox')
      .select(['subject', 'body'])
      .where('about_id', '=', caseId)
      .where('state', '=', 'kept')
      .orderBy('mail_id')
      .execute(),
  )
