// The only writer of areas and of what was promised in them before the catalogue.
import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Id } from '#basics/id'
import { notFound } from '#basics/refusal'
import type { Deed, View } from '#platform/act'
import type { DB } from '#platform/db/tx'
import { asSeen, keyed } from '../store.ts'
import type { PlainDate } from '../store.ts'

export type AreaRow = Selectable<DB['catalogue.area']>

export async function lockArea(deed: Deed, idOrCode: string, version?: number): Promise<AreaRow> {
  const row = await deed.tx
    .selectFrom('catalogue.area')
    .selectAll()
    .where(keyed(idOrCode) === 'id' ? 'area_id' : 'code', '=', idOrCode)
    .forUpdate()
    .executeTakeFirst()
  return asSeen(row, version)
}

export async function areaById(view: View, areaId: Id): Promise<AreaRow> {
  const row = await view.tx.selectFrom('catalogue.area').selectAll().where('area_id', '=', areaId).executeTakeFirst()
  return row ?? notFound()
}

export async function insertArea(deed: Deed, row: Omit<Insertable<DB['catalogue.area']>, 'tenant_id'>): Promise<void> {
  await deed.tx
    .insertInto('catalogue.area')
    .values({ tenant_id: deed.tenant.tenantId, ...row })
    .execute()
}

export async function updateArea(deed: Deed, area: AreaRow, change: Updateable<DB['catalogue.area']>): Promise<void> {
  await deed.tx
    .updateTable('catalogue.area')
    .set({ ...change, version: area.version + 1 })
    .where('area_id', '=', area.area_id)
    .execute()
}

export async function insertCommitment(
  deed: Deed,
  row: Omit<Insertable<DB['catalogue.commitment']>, 'tenant_id'>,
): Promise<void> {
  await deed.tx
    .insertInto('catalogue.commitment')
    .values({ tenant_id: deed.tenant.tenantId, ...row })
    .execute()
}

/** The commitment of the day ends where the next begins. */
export async function endCommitmentAt(deed: Deed, areaId: Id, from: PlainDate): Promise<void> {
  await deed.tx
    .updateTable('catalogue.commitment')
    .set({ valid_to: from })
    .where('area_id', '=', areaId)
    .where('valid_from', '<', from)
    .where((q) => q.or([q('valid_to', 'is', null), q('valid_to', '>', from)]))
    .execute()
}
