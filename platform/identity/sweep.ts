// What is over is not kept: ended sessions, counted attempts, dead links, and the answers that make a repeat safe.
import { act } from '../act.ts'
import { realTime } from '../clock.ts'
import type { JobContext, JobTable } from '../jobs.ts'
import { forgetSecrets } from '../outbox.ts'

/** A repeat that comes later than this is a new request. */
const answersKeptDays = 30

export const identityJobs: JobTable = { 'identity.sweep': { everyMinutes: 30, run: sweepIdentity } }

export async function sweepIdentity(context: JobContext): Promise<void> {
  await act(context.stage, context.tenant, context.actor, async (deed) => {
    const { tx, now, tenant } = deed
    const real = realTime(tenant, now)
    const dayAgo = real.subtract({ hours: 24 })
    const mine = { tenant_id: tenant.tenantId }
    await tx
      .deleteFrom('platform.session')
      .where('tenant_id', '=', mine.tenant_id)
      .where('expires_at', '<=', real)
      .execute()
    await tx
      .deleteFrom('platform.throttle')
      .where('tenant_id', '=', mine.tenant_id)
      .where('window_start', '<=', dayAgo)
      .execute()
    await tx
      .deleteFrom('platform.reset_link')
      .where('tenant_id', '=', mine.tenant_id)
      .where('expires_at', '<=', dayAgo)
      .execute()
    await tx
      .deleteFrom('platform.idempotency')
      .where('tenant_id', '=', mine.tenant_id)
      .where('at', '<=', now.subtract({ hours: 24 * answersKeptDays }))
      .execute()
    await forgetSecrets(tx, tenant.tenantId, { withoutLinkAt: real })
  })
}
