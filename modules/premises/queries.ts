// Reads of premises.
import type { Id } from '#basics/id'
import { notFound } from '#basics/refusal'
import type { View } from '#platform/act'
import { unitsOn } from '#organisation'
import type { PropertyView } from './contract.ts'

export async function properties(view: View, only?: Id): Promise<PropertyView[]> {
  const tenant = view.tenant.tenantId
  const rows = await view.tx
    .selectFrom('premises.property')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .$if(only !== undefined, (q) => q.where('property_id', '=', only ?? ''))
    .orderBy('name')
    .orderBy('property_id')
    .limit(2000)
    .execute()
  if (rows.length === 0) return []
  const buildings = await view.tx
    .selectFrom('premises.building')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where(
      'property_id',
      'in',
      rows.map((row) => row.property_id),
    )
    .orderBy('name')
    .execute()
  const rooms =
    buildings.length === 0
      ? []
      : await view.tx
          .selectFrom('premises.room')
          .selectAll()
          .where('tenant_id', '=', tenant)
          .where(
            'building_id',
            'in',
            buildings.map((row) => row.building_id),
          )
          .orderBy('floor')
          .orderBy('name')
          .execute()
  const units = await unitsOn(
    view,
    rows.map((row) => row.manager_unit_id).filter((id) => id !== null),
    view.today,
  )
  return rows.map((row) => ({
    id: row.property_id,
    designation: row.designation,
    name: row.name,
    origin: row.origin,
    version: row.version,
    managerUnit:
      row.manager_unit_id === null
        ? null
        : { id: row.manager_unit_id, name: units.get(row.manager_unit_id)?.name ?? '' },
    buildings: buildings
      .filter((building) => building.property_id === row.property_id)
      .map((building) => ({
        id: building.building_id,
        name: building.name,
        placeId: building.place_id,
        origin: building.origin,
        rooms: rooms
          .filter((room) => room.building_id === building.building_id)
          .map((room) => ({ id: room.room_id, name: room.name, floor: room.floor, origin: room.origin })),
      })),
  }))
}

export async function propertyById(view: View, propertyId: Id): Promise<PropertyView> {
  return (await properties(view, propertyId))[0] ?? notFound()
}
