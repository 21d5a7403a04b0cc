// The only writer of the registry's tables.
import type { Insertable } from 'kysely'
import type { Deed } from '#platform/act'
import type { DB } from '#platform/db/tx'

export async function insertDecision(
  deed: Deed,
  row: Omit<Insertable<DB['registry.decision']>, 'tenant_id'>,
): Promise<void> {
  await deed.tx
    .insertInto('registry.decision')
    .values({ ...row, tenant_id: deed.tenant.tenantId })
    .execute()
}
