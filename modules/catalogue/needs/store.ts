// The only writer of needs and their backers.
import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Id } from '#basics/id'
import type { Deed } from '#platform/act'
import type { DB } from '#platform/db/tx'
import { asSeen } from '../store.ts'

export type NeedStored = Selectable<DB['catalogue.need']>

export async function lockNeed(deed: Deed, needId: Id, version?: number): Promise<NeedStored> {
  const row = await deed.tx
    .selectFrom('catalogue.need')
    .selectAll()
    .where('need_id', '=', needId)
    .forUpdate()
    .executeTakeFirst()
  return asSeen(row, version)
}

export async function insertNeed(deed: Deed, row: Omit<Insertable<DB['catalogue.need']>, 'tenant_id'>): Promise<void> {
  await deed.tx
    .insertInto('catalogue.need')
    .values({ tenant_id: deed.tenant.tenantId, ...row })
    .execute()
}

export async function updateNeed(
  deed: Deed,
  need: NeedStored,
  change: Updateable<DB['catalogue.need']> = {},
): Promise<void> {
  await deed.tx
    .updateTable('catalogue.need')
    .set({ ...change, version: need.version + 1 })
    .where('need_id', '=', need.need_id)
    .execute()
}

/** One voice per customer: the second person of the same administration changes nothing. */
export async function insertBacker(deed: Deed, needId: Id, customerId: Id, personId: Id): Promise<boolean> {
  const made = await deed.tx
    .insertInto('catalogue.need_backer')
    .values({
      tenant_id: deed.tenant.tenantId,
      need_id: needId,
      customer_id: customerId,
      person_id: personId,
      at: deed.now,
    })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

export async function reopenNeedsOf(deed: Deed, serviceId: Id): Promise<void> {
  await deed.tx
    .updateTable('catalogue.need')
    .set((q) => ({
      state: 'open',
      answered_service_id: null,
      answered_version_no: null,
      version: q('version', '+', 1),
    }))
    .where('answered_service_id', '=', serviceId)
    .where('state', '=', 'draft_made')
    .execute()
}

export async function peopleBehind(deed: Deed, need: NeedStored): Promise<readonly Id[]> {
  const rows = await deed.tx
    .selectFrom('catalogue.need_backer')
    .select('person_id')
    .where('need_id', '=', need.need_id)
    .execute()
  return [...new Set([need.asked_by, ...rows.map((row) => row.person_id)])]
}
