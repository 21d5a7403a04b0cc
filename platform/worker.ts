// Runs jobs: those enqueued by deeds, and the sweeps, each for one tenant at a time as the system's own actor.
import { setTimeout as sleep } from 'node:timers/promises'
import { Logger, run } from 'graphile-worker'
import type { RunnerOptions, TaskList } from 'graphile-worker'
import { Pool } from 'pg'
import type { Stage } from './act.ts'
import { isBeingTold } from './demonstration.ts'
import { systemActor, tenantById, tenants } from './identity/reach.ts'
import type { Job, JobContext, JobTable } from './jobs.ts'

export async function contextOf(stage: Stage, tenantId: string): Promise<JobContext | undefined> {
  const tenant = await tenantById(stage.floor, tenantId)
  return tenant && { stage, tenant, actor: await systemActor(stage.floor, tenantId) }
}

export interface Worker {
  stop(): Promise<void>
}

const restartAfterMs = 1000

export async function startWorker(
  ownerUrl: string,
  stage: Stage,
  tables: readonly JobTable[],
  onFault: (task: string, error: unknown) => void,
): Promise<Worker> {
  const jobs = Object.assign({}, ...tables) as JobTable
  const taskList: TaskList = {}
  for (const [name, job] of Object.entries(jobs)) {
    taskList[name] = async (payload) => {
      const facts = payload as Readonly<Record<string, unknown>>
      try {
        const context = await contextOf(stage, String(facts['tenantId']))
        if (context) await job.run(context, facts)
      } catch (error) {
        onFault(name, error)
        throw error
      }
    }
  }
  const pool = queuePool(ownerUrl)
  const queue = await keepRunning(
    {
      pgPool: pool,
      taskList,
      concurrency: 4,
      noHandleSignals: true,
      pollInterval: 2000,
      logger: quiet,
      // Settled in batches, because one at a time nobody listens when it fails: the process would end with the database.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    },
    (error) => onFault('queue', error),
  )
  const endSweeps = startSweeps(stage, jobs, onFault)
  return {
    async stop() {
      endSweeps()
      await queue.stop()
      await pool.end()
    },
  }
}

/**
 * The queue's connections: ours read PostgreSQL in our types, which are not the queue's. Made here because the queue's own
 * pool is not waited for when it stops, and falls over when the server goes away meanwhile.
 */
function queuePool(connectionString: string): Pool {
  const pool = new Pool({ connectionString, max: 6 })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** The queue gives up when its database goes away; ours goes on when the database is back. */
async function keepRunning(options: RunnerOptions, onEnd: (error: unknown) => void): Promise<Worker> {
  let runner = await run(options)
  let stopping = false
  const goOn = async (): Promise<void> => {
    while (!stopping) {
      await runner.promise.catch(onEnd)
      await sleep(restartAfterMs, undefined, { ref: false })
      if (stopping) return
      await run(options).then((next) => (runner = next), onEnd)
    }
  }
  void goOn()
  return {
    async stop() {
      stopping = true
      // One that has given up by itself is stopped already, and says so.
      await runner.stop().catch(() => undefined)
    },
  }
}

/** A sweep runs for every tenant, whatever became of the jobs that should have made it unneeded. */
export async function sweep(stage: Stage, job: Job): Promise<void> {
  for (const tenant of await tenants(stage.floor)) {
    if (await isBeingTold(stage.floor, tenant.tenantId)) continue
    const context = await contextOf(stage, tenant.tenantId)
    if (context) await job.run(context, {})
  }
}

function startSweeps(stage: Stage, jobs: JobTable, onFault: (task: string, error: unknown) => void): () => void {
  const timers = Object.entries(jobs)
    .filter(([, job]) => job.everyMinutes !== undefined)
    .map(([name, job]) => {
      let running = false
      return setInterval(
        () => {
          if (running) return
          running = true
          sweep(stage, job)
            .catch((error: unknown) => onFault(name, error))
            .finally(() => {
              running = false
            })
        },
        (job.everyMinutes ?? 1) * 60_000,
      )
    })
  return () => timers.forEach(clearInterval)
}

const quiet = new Logger(() => () => undefined)
