// The only writer of the registry's tables.
import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Id } from '#basics/id'
import { lostRace, notFound } from '#basics/refusal'
import type { Deed } from '#platform/act'
import type { DB } from '#platform/db/tx'

export type StoredDecision = Selectable<DB['registry.decision']>

export async function lockDecision(deed: Deed, decisionId: Id, version: number): Promise<StoredDecision> {
  const row = await deed.tx
    .selectFrom('registry.decision')
    .selectAll()
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('decision_id', '=', decisionId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return notFound()
  return row.version === version ? row : lostRace()
}

export async function insertDecision(
  deed: Deed,
  row: Omit<Insertable<DB['registry.decision']>, 'tenant_id'>,
): Promise<void> {
  await deed.tx
    .insertInto('registry.decision')
    .values({ ...row, tenant_id: deed.tenant.tenantId })
    .execute()
}

export async function updateDecision(
  deed: Deed,
  before: StoredDecision,
  change: Updateable<DB['registry.decision']>,
): Promise<void> {
  await deed.tx
    .updateTable('registry.decision')
    .set({ ...change, version: before.version + 1 })
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('decision_id', '=', before.decision_id)
    .execute()
}
