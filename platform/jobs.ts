// Work after commit and promises about time. A job is enqueued in the deed's transaction and retried; every promise
// about time also has an idempotent sweep, so that a lost job is never a lost promise.
import type { Actor, Tenant } from './actor.ts'
import type { Stage } from './act.ts'

export interface JobContext {
  readonly stage: Stage
  readonly tenant: Tenant
  /** Sees every authority and circle of the tenant. */
  readonly actor: Actor
}

export interface Job {
  /** Run for one tenant with the payload it was enqueued with. Must be safe to run twice. */
  run(context: JobContext, payload: Readonly<Record<string, unknown>>): Promise<void>
  /** A sweep: run for every tenant this often. */
  readonly everyMinutes?: number
}

export type JobTable = Readonly<Record<string, Job>>
