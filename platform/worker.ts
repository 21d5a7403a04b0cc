// Runs jobs: those enqueued by deeds, and the sweeps, each for one tenant at a time as the system's own actor.
import { Logger, run } from 'graphile-worker'
import type { Runner, TaskList } from 'graphile-worker'
import type { Stage } from './act.ts'
import { isBeingTold } from './demonstration.ts'
import { systemActor, tenantById, tenants } from './identity/reach.ts'
import type { Job, JobContext, JobTable } from './jobs.ts'

export async function contextOf(stage: Stage, tenantId: string): Promise<JobContext | undefined> {
  const tenant = await tenantById(stage.floor, tenantId)
  return tenant && { stage, tenant, actor: await systemActor(stage.floor, tenantId) }
}

export async function startWorker(
  ownerUrl: string,
  stage: Stage,
  tables: readonly JobTable[],
  onFault: (task: string, error: unknown) => void,
): Promise<Runner> {
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
  const runner = await run({
    // Connections of its own: our pools read PostgreSQL in our types, which are not the queue's.
    connectionString: ownerUrl,
    maxPoolSize: 6,
    taskList,
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: quiet,
  })
  startSweeps(runner, stage, jobs, onFault)
  return runner
}

/** A sweep runs for every tenant, whatever became of the jobs that should have made it unneeded. */
export async function sweep(stage: Stage, job: Job): Promise<void> {
  for (const tenant of await tenants(stage.floor)) {
    if (await isBeingTold(stage.floor, tenant.tenantId)) continue
    const context = await contextOf(stage, tenant.tenantId)
    if (context) await job.run(context, {})
  }
}

function startSweeps(
  runner: Runner,
  stage: Stage,
  jobs: JobTable,
  onFault: (task: string, error: unknown) => void,
): void {
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
  void runner.promise.finally(() => timers.forEach(clearInterval))
}

const quiet = new Logger(() => () => undefined)
