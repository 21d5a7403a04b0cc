// Removes stored bytes that no deed has tied to anything: a form that was never sent to its end. Bytes are shared by their
// content, so every tenant is asked before any is removed; an erased row is no reference.
import { act, look } from '../act.ts'
import { systemClock } from '../clock.ts'
import { systemActor, tenants } from '../identity/reach.ts'
import type { JobContext, JobTable } from '../jobs.ts'
import type { FileStore } from './store.ts'

const keepHours = 24

export function filesJobs(store: FileStore): JobTable {
  let sweptAt = 0
  return {
    'files.sweep': {
      everyMinutes: 60 * 24,
      // A sweep is called once per tenant; the store is one for all.
      run: async (context) => {
        await forgetUntied(context)
        if (Date.now() - sweptAt < 3_600_000) return
        sweptAt = Date.now()
        await store.sweep(
          (sha256s) => referenced(context, sha256s),
          (context.stage.clock ?? systemClock)().subtract({ hours: keepHours }),
        )
      },
    },
  }
}

/** What was sent to be tied, and never was. */
async function forgetUntied({ stage, tenant, actor }: JobContext): Promise<void> {
  await act(stage, tenant, actor, async (deed) => {
    const gone = await deed.tx
      .deleteFrom('platform.file')
      .where('tenant_id', '=', deed.tenant.tenantId)
      .where('subject_id', 'is', null)
      .where('uploaded_at', '<', deed.now.subtract({ hours: keepHours }))
      .returning('file_id')
      .execute()
    for (const { file_id } of gone) deed.journal({ verb: 'file.forgotten', kind: 'file', id: file_id })
  })
}

async function referenced(context: JobContext, sha256s: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  const hashes = sha256s.map((sha256) => Buffer.from(sha256, 'hex'))
  for (const tenant of await tenants(context.stage.floor)) {
    const rows = await look(context.stage, tenant, await systemActor(context.stage.floor, tenant.tenantId), ({ tx }) =>
      tx
        .selectFrom('platform.file')
        .select('sha256')
        .distinct()
        .where('tenant_id', '=', tenant.tenantId)
        .where('sha256', 'in', hashes)
        .where('state', '=', 'stored')
        .execute(),
    )
    for (const row of rows) found.add(row.sha256.toString('hex'))
  }
  return found
}
