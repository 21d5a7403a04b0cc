// The only writer of request types and their routes by place.
import type { Insertable, Selectable } from 'kysely'
import type { Id } from '#basics/id'
import { notFound } from '#basics/refusal'
import type { Deed, View } from '#platform/act'
import type { DB } from '#platform/db/tx'
import { asSeen, keyed } from '../store.ts'

export type RequestTypeStored = Selectable<DB['catalogue.request_type']>
export type RequestTypeChange = Partial<Insertable<DB['catalogue.request_type']>>

export async function lockRequestType(deed: Deed, idOrCode: string, version?: number): Promise<RequestTypeStored> {
  const row = await deed.tx
    .selectFrom('catalogue.request_type')
    .selectAll()
    .where(keyed(idOrCode) === 'id' ? 'request_type_id' : 'code', '=', idOrCode)
    .forUpdate()
    .executeTakeFirst()
  return asSeen(row, version)
}

export async function findRequestType(view: View, idOrCode: string): Promise<RequestTypeStored> {
  const row = await view.tx
    .selectFrom('catalogue.request_type')
    .selectAll()
    .where(keyed(idOrCode) === 'id' ? 'request_type_id' : 'code', '=', idOrCode)
    .executeTakeFirst()
  return row ?? notFound()
}

export async function insertRequestType(
  deed: Deed,
  row: Omit<Insertable<DB['catalogue.request_type']>, 'tenant_id'>,
): Promise<void> {
  await deed.tx
    .insertInto('catalogue.request_type')
    .values({ tenant_id: deed.tenant.tenantId, ...row })
    .execute()
}

export async function updateRequestType(
  deed: Deed,
  type: RequestTypeStored,
  change: RequestTypeChange = {},
): Promise<void> {
  await deed.tx
    .updateTable('catalogue.request_type')
    .set({ ...change, version: type.version + 1 })
    .where('request_type_id', '=', type.request_type_id)
    .execute()
}

export async function replacePlaceRoutes(
  deed: Deed,
  requestTypeId: Id,
  routes: readonly { placeId: Id; unitId: Id }[],
): Promise<void> {
  await deed.tx.deleteFrom('catalogue.request_route').where('request_type_id', '=', requestTypeId).execute()
  if (routes.length === 0) return
  await deed.tx
    .insertInto('catalogue.request_route')
    .values(
      routes.map(({ placeId, unitId }) => ({
        tenant_id: deed.tenant.tenantId,
        request_type_id: requestTypeId,
        place_id: placeId,
        unit_id: unitId,
      })),
    )
    .execute()
}
