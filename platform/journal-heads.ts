// The head of each tenant's journal (number and hash) is also written outside the database, at least each minute and at
// the end, so that a tail cut from the chain is found (bin/verify-journal).
import { appendFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { look } from './act.ts'
import type { Stage } from './act.ts'
import { systemActor, tenants } from './identity/reach.ts'

export interface Heads {
  write(): Promise<void>
  stop(): Promise<void>
}

export function startHeads(stage: Stage, folder: string, everyMs = 60_000): Heads {
  const last = new Map<string, string>()
  const write = async (): Promise<void> => {
    await mkdir(folder, { recursive: true })
    for (const tenant of await tenants(stage.floor)) {
      const head = await look(stage, tenant, await systemActor(stage.floor, tenant.tenantId), ({ tx }) =>
        tx
          .selectFrom('platform.journal_head')
          .select(['n', 'hash'])
          .where('tenant_id', '=', tenant.tenantId)
          .executeTakeFirst(),
      )
      const line = head && `${head.n} ${head.hash.toString('hex')}`
      if (!line || last.get(tenant.tenantId) === line) continue
      last.set(tenant.tenantId, line)
      await appendFile(join(folder, `${tenant.tenantId}.heads`), `${line}\n`)
    }
  }
  const timer = setInterval(() => void write().catch(() => undefined), everyMs)
  return {
    write,
    async stop() {
      clearInterval(timer)
      await write()
    },
  }
}
