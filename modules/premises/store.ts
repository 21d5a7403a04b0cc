// The only writer of the tables of premises.
import type { Insertable } from 'kysely'
import type { Deed } from '#platform/act'
import type { DB } from '#platform/db/tx'

export async function insertProperty(
  deed: Deed,
  row: Omit<Insertable<DB['premises.property']>, 'tenant_id'>,
): Promise<void> {
  await deed.tx
    .insertInto('premises.property')
    .values({ ...row, tenant_id: deed.tenant.tenantId })
    .execute()
}
export async function insertBuilding(
  deed: Deed,
  row: Omit<Insertable<DB['premises.building']>, 'tenant_id'>,
): Promise<void> {
  await deed.tx
    .insertInto('premises.building')
    .values({ ...row, tenant_id: deed.tenant.tenantId })
    .execute()
}
export async function insertRoom(deed: Deed, row: Omit<Insertable<DB['premises.room']>, 'tenant_id'>): Promise<void> {
  await deed.tx
    .insertInto('premises.room')
    .values({ ...row, tenant_id: deed.tenant.tenantId })
    .execute()
}
