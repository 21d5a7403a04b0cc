// Jobs: enqueued with the deed or not at all, for the deed's own tenant, tried again when they fail, safe when a worker
// dies half-way; and a sweep goes on when one tenant's fails.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { cloneDatabase } from '#testing'
import type { OwnDatabase } from '#testing'
import { openScene } from '../world/scene.ts'
import type { Scene } from '../world/scene.ts'
import { act } from './act.ts'
import type { JobContext, JobTable } from './jobs.ts'
import { notify } from './notices.ts'
import { startWorker } from './worker.ts'
import type { Worker } from './worker.ts'

let database: OwnDatabase
let scene: Scene
let other: Scene
let system: Awaited<ReturnType<Scene['system']>>
const faults: string[] = []
const ran: { task: string; tenant: string; payload: unknown }[] = []

/** Writes a notice in a transaction of its own, and dies in the middle of it as often as it is told to. */
let deaths = 0
async function writesAndDies(context: JobContext, payload: Readonly<Record<string, unknown>>): Promise<void> {
  ran.push({ task: 'writes', tenant: context.tenant.tenantId, payload })
  await act(context.stage, context.tenant, context.actor, async (deed) => {
    await notify(deed, [
      {
        personId: scene.ids.person.employee,
        kind: 'trial',
        subjectKind: 'trial',
        subjectId: scene.ids.person.employee,
      },
    ])
    if (deaths > 0) {
      deaths -= 1
      // As when the process is killed: the connection is gone before the commit.
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(deed.tx)
      await database.ownerPool.query(`select pg_terminate_backend($1, 5000)`, [rows[0]?.pid])
    }
  })
}
const jobs: JobTable = { 'trial.writes': { run: writesAndDies } }
const start = (): Promise<Worker> =>
  startWorker(database.url, scene.stage, [jobs], (task) => {
    faults.push(task)
  })
const enqueue = (payload: Record<string, unknown>, { fails = false, key = '' } = {}) =>
  act(scene.stage, scene.tenant, system, (deed) => {
    deed.enqueue({ task: 'trial.writes', payload, ...(key ? { key } : {}) })
    return fails ? Promise.reject(new Error('the deed is refused')) : Promise.resolve()
  })
const waiting = async () =>
  (
    await database.ownerPool.query<{ payload: Record<string, unknown>; attempts: number; max_attempts: number }>(
      'select payload, attempts, max_attempts from graphile_worker._private_jobs order by id',
    )
  ).rows
const written = () =>
  scene.peek((tx) => tx.selectFrom('platform.notice').select('notice_id').where('kind', '=', 'trial').execute())

beforeAll(async () => {
  database = await cloneDatabase()
  database.appPool.on('error', () => undefined)
  scene = await openScene({ appPool: database.appPool })
  other = await openScene({ appPool: database.appPool })
  system = await scene.system()
})
afterAll(() => database.drop())

test('a job is there when its deed is committed, and not when it is refused', async () => {
  await expect(enqueue({ n: 1 }, { fails: true })).rejects.toThrow('the deed is refused')
  expect(await waiting()).toEqual([])
  await enqueue({ n: 1 }, { key: 'same' })
  await enqueue({ n: 2 }, { key: 'same' })
  expect(
    (await waiting()).map(({ payload }) => payload['n']),
    'a later one with the same key replaces it',
  ).toEqual([2])
})

test('a job is its own tenant’s, whatever its payload says', async () => {
  await enqueue({ tenantId: other.tenant.tenantId })
  expect((await waiting()).map(({ payload }) => payload['tenantId'])).toEqual([
    scene.tenant.tenantId,
    scene.tenant.tenantId,
  ])
  await expect(database.appPool.query('select from graphile_worker._private_jobs')).rejects.toThrow(/permission denied/)
})

test(
  'killed half-way it leaves nothing, is tried again, and its effect is there once',
  { timeout: 60_000 },
  async () => {
    await database.ownerPool.query('delete from graphile_worker._private_jobs')
    deaths = 1
    await enqueue({ n: 3 })
    const worker = await start()
    try {
      await expect.poll(waiting, { timeout: 40_000, interval: 100 }).toEqual([])
    } finally {
      await worker.stop()
    }
    expect(ran.map(({ payload }) => (payload as { n: number }).n)).toEqual([3, 3])
    expect(faults).toEqual(['trial.writes'])
    expect(await written()).toHaveLength(1)
  },
)
