// The only writer of the tables of premises. A property is locked and gets a new version whenever anything in it changes.
import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Id } from '#basics/id'
import { lostRace, notFound } from '#basics/refusal'
import type { Deed } from '#platform/act'
import type { DB } from '#platform/db/tx'

export type StoredProperty = Selectable<DB['premises.property']>
export type StoredBuilding = Selectable<DB['premises.building']>
export type StoredRoom = Selectable<DB['premises.room']>

/** Null: whoever only adds to it has no version to have seen. */
export async function lockProperty(deed: Deed, propertyId: Id, version: number | null): Promise<StoredProperty> {
  const row = await deed.tx
    .selectFrom('premises.property')
    .selectAll()
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('property_id', '=', propertyId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return notFound()
  return version === null || row.version === version ? row : lostRace()
}

export async function buildingIn(deed: Deed, property: StoredProperty, buildingId: Id): Promise<StoredBuilding> {
  const row = await deed.tx
    .selectFrom('premises.building')
    .selectAll()
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('property_id', '=', property.property_id)
    .where('building_id', '=', buildingId)
    .executeTakeFirst()
  return row ?? notFound()
}

export async function roomIn(deed: Deed, building: StoredBuilding, roomId: Id): Promise<StoredRoom> {
  const row = await deed.tx
    .selectFrom('premises.room')
    .selectAll()
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('building_id', '=', building.building_id)
    .where('room_id', '=', roomId)
    .executeTakeFirst()
  return row ?? notFound()
}

export async function roomsIn(deed: Deed, buildingIds: readonly Id[]): Promise<readonly StoredRoom[]> {
  if (buildingIds.length === 0) return []
  return deed.tx
    .selectFrom('premises.room')
    .selectAll()
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('building_id', 'in', [...buildingIds])
    .execute()
}

export async function buildingsIn(deed: Deed, propertyId: Id): Promise<readonly StoredBuilding[]> {
  return deed.tx
    .selectFrom('premises.building')
    .selectAll()
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('property_id', '=', propertyId)
    .execute()
}

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

/** Also without any change of its own: something in it was changed. */
export async function updateProperty(
  deed: Deed,
  before: StoredProperty,
  change: Updateable<DB['premises.property']> = {},
): Promise<void> {
  await deed.tx
    .updateTable('premises.property')
    .set({ ...change, version: before.version + 1 })
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('property_id', '=', before.property_id)
    .execute()
}

export async function updateBuilding(
  deed: Deed,
  before: StoredBuilding,
  change: Updateable<DB['premises.building']>,
): Promise<void> {
  await deed.tx
    .updateTable('premises.building')
    .set({ ...change, version: before.version + 1 })
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('building_id', '=', before.building_id)
    .execute()
}

export async function updateRoom(
  deed: Deed,
  before: StoredRoom,
  change: Updateable<DB['premises.room']>,
): Promise<void> {
  await deed.tx
    .updateTable('premises.room')
    .set({ ...change, version: before.version + 1 })
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('room_id', '=', before.room_id)
    .execute()
}
