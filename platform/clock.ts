// The system's time, and the one place where a demonstration tenant's own day is added to it (model.md §8).
import { ZONE, localDate } from '#basics/dates'
import type { Tenant } from './actor.ts'

export const zone = ZONE

export type SystemClock = () => Temporal.Instant
export const systemClock: SystemClock = () => Temporal.Now.instant()

export function tenantNow(tenant: Pick<Tenant, 'timeShiftDays'>, clock: SystemClock): Temporal.Instant {
  return tenant.timeShiftDays === 0 ? clock() : clock().add({ hours: 24 * tenant.timeShiftDays })
}

export const dayOf = localDate

/** Real time of an instant given in the tenant's time: what the job queue and mail need. */
export function realTime(tenant: Pick<Tenant, 'timeShiftDays'>, at: Temporal.Instant): Temporal.Instant {
  return at.subtract({ hours: 24 * tenant.timeShiftDays })
}
