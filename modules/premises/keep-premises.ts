// Adds properties, buildings and rooms.
import type { Id } from '#basics/id'
import { notFound } from '#basics/refusal'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import type { Static } from '#platform/http/shape'
import type { BuildingBody, PropertyBody, RoomBody } from './contract.ts'
import { propertyById } from './queries.ts'
import { insertBuilding, insertProperty, insertRoom } from './store.ts'

export async function addProperty(deed: Deed, body: Static<typeof PropertyBody>): Promise<{ propertyId: Id }> {
  allow(deed.actor, 'premises.keep')
  const propertyId = deed.newId()
  await insertProperty(deed, {
    property_id: propertyId,
    designation: body.designation.trim(),
    name: body.name.trim(),
    manager_unit_id: body.managerUnitId ?? null,
    origin: 'here',
  })
  return said(deed, 'property.added', propertyId, body.name)
}

export async function addBuilding(
  deed: Deed,
  propertyId: Id,
  body: Static<typeof BuildingBody>,
): Promise<{ propertyId: Id }> {
  allow(deed.actor, 'premises.keep')
  await propertyById(deed, propertyId)
  await insertBuilding(deed, {
    building_id: deed.newId(),
    property_id: propertyId,
    name: body.name.trim(),
    place_id: body.placeId ?? null,
    origin: 'here',
  })
  return said(deed, 'building.added', propertyId, body.name)
}

export async function addRoom(
  deed: Deed,
  propertyId: Id,
  buildingId: Id,
  body: Static<typeof RoomBody>,
): Promise<{ propertyId: Id }> {
  allow(deed.actor, 'premises.keep')
  const property = await propertyById(deed, propertyId)
  if (!property.buildings.some((building) => building.id === buildingId)) notFound()
  await insertRoom(deed, {
    room_id: deed.newId(),
    building_id: buildingId,
    name: body.name.trim(),
    floor: body.floor ?? null,
    origin: 'here',
  })
  return said(deed, 'room.added', propertyId, body.name)
}

function said(deed: Deed, verb: string, propertyId: Id, content: string): { propertyId: Id } {
  deed.journal({ verb, kind: 'property', id: propertyId, content })
  deed.changed('premises')
  return { propertyId }
}
