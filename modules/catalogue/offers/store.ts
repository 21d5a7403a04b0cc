// The only writer of counting units, offerings, price lists and prices.
import type { Insertable, Selectable, Updateable } from 'kysely'
import { sql } from 'kysely'
import type { Id } from '#basics/id'
import { notFound } from '#basics/refusal'
import type { Deed, View } from '#platform/act'
import type { DB } from '#platform/db/tx'
import { asSeen, keyed } from '../store.ts'

export type OfferingRow = Selectable<DB['catalogue.offering']>
export type PriceListRow = Selectable<DB['catalogue.price_list']>

export async function insertCountingUnit(
  deed: Deed,
  row: Omit<Insertable<DB['catalogue.counting_unit']>, 'tenant_id'>,
): Promise<void> {
  await deed.tx
    .insertInto('catalogue.counting_unit')
    .values({ tenant_id: deed.tenant.tenantId, ...row })
    .execute()
}

export async function latestUnitVersion(view: View, countingUnitId: Id): Promise<number> {
  const row = await view.tx
    .selectFrom('catalogue.counting_unit')
    .select((q) => q.fn.max('version_no').as('last'))
    .where('counting_unit_id', '=', countingUnitId)
    .executeTakeFirst()
  return row?.last ?? notFound()
}

export async function lockOffering(deed: Deed, idOrCode: string, version?: number): Promise<OfferingRow> {
  const row = await deed.tx
    .selectFrom('catalogue.offering')
    .selectAll()
    .where(keyed(idOrCode) === 'id' ? 'offering_id' : 'code', '=', idOrCode)
    .forUpdate()
    .executeTakeFirst()
  return asSeen(row, version)
}

export async function findOffering(view: View, idOrCode: string): Promise<OfferingRow> {
  const row = await view.tx
    .selectFrom('catalogue.offering')
    .selectAll()
    .where(keyed(idOrCode) === 'id' ? 'offering_id' : 'code', '=', idOrCode)
    .executeTakeFirst()
  return row ?? notFound()
}

export async function insertOffering(
  deed: Deed,
  row: Omit<Insertable<DB['catalogue.offering']>, 'tenant_id'>,
): Promise<void> {
  await deed.tx
    .insertInto('catalogue.offering')
    .values({ tenant_id: deed.tenant.tenantId, ...row })
    .execute()
}

export async function updateOffering(
  deed: Deed,
  offering: OfferingRow,
  change: Updateable<DB['catalogue.offering']>,
): Promise<void> {
  await deed.tx
    .updateTable('catalogue.offering')
    .set({ ...change, version: offering.version + 1 })
    .where('offering_id', '=', offering.offering_id)
    .execute()
}

export async function lockPriceList(deed: Deed, priceListId: Id, version?: number): Promise<PriceListRow> {
  const row = await deed.tx
    .selectFrom('catalogue.price_list')
    .selectAll()
    .where('price_list_id', '=', priceListId)
    .forUpdate()
    .executeTakeFirst()
  return asSeen(row, version)
}

/** Two lists published at once could hold prices for the same days that neither sees: they stand in line, per tenant. */
export async function lockPublishing(deed: Deed): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`catalogue.prices:${deed.tenant.tenantId}`}, 0))`.execute(
    deed.tx,
  )
}

export async function insertPriceList(
  deed: Deed,
  row: Omit<Insertable<DB['catalogue.price_list']>, 'tenant_id'>,
): Promise<void> {
  await deed.tx
    .insertInto('catalogue.price_list')
    .values({ tenant_id: deed.tenant.tenantId, ...row })
    .execute()
}

export async function touchPriceList(
  deed: Deed,
  list: PriceListRow,
  change: Updateable<DB['catalogue.price_list']> = {},
): Promise<void> {
  await deed.tx
    .updateTable('catalogue.price_list')
    .set({ ...change, version: list.version + 1 })
    .where('price_list_id', '=', list.price_list_id)
    .execute()
}

export async function insertPrice(
  deed: Deed,
  row: Omit<Insertable<DB['catalogue.price']>, 'tenant_id'>,
): Promise<void> {
  await deed.tx
    .insertInto('catalogue.price')
    .values({ tenant_id: deed.tenant.tenantId, ...row })
    .execute()
}

export async function deletePrice(deed: Deed, priceListId: Id, code: string): Promise<boolean> {
  const gone = await deed.tx
    .deleteFrom('catalogue.price')
    .where('price_list_id', '=', priceListId)
    .where('code', '=', code)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}
