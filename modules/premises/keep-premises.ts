// Adds, changes and ends properties, buildings and rooms. Whoever changes or ends says which version of the property was seen.
import type { Id } from '#basics/id'
import { refuse } from '#basics/refusal'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import type { Static } from '#platform/http/shape'
import type { BuildingBody, PropertyBody, RoomBody } from './contract.ts'
import { mustEndAfterStart, mustLieWithin, notStated } from './premises.ts'
import { indexLater } from './search.ts'
import type { StoredBuilding, StoredProperty } from './store.ts'
import {
  buildingIn,
  buildingsIn,
  insertBuilding,
  insertProperty,
  insertRoom,
  lockProperty,
  roomIn,
  roomsIn,
  updateBuilding,
  updateProperty,
  updateRoom,
} from './store.ts'

type Done = { propertyId: Id }
const { from: parse, compare } = Temporal.PlainDate
const dateOrNull = (text: string | null | undefined) => (text ? parse(text) : null)
const spanOf = (row: StoredProperty | StoredBuilding) => ({ from: row.valid_from, to: row.valid_to })

const propertyColumns = (body: Static<typeof PropertyBody>) => ({
  designation: body.designation?.trim() ?? notStated,
  name: body.name.trim(),
  manager_unit_id: body.managerUnitId ?? null,
  valid_from: dateOrNull(body.validFrom),
})
export async function addProperty(deed: Deed, body: Static<typeof PropertyBody>): Promise<Done> {
  allow(deed.actor, 'premises.keep')
  const propertyId = deed.newId()
  await mustBeNew(deed, body.designation ?? null, propertyId)
  await insertProperty(deed, { ...propertyColumns(body), property_id: propertyId, origin: 'here' })
  return said(deed, 'property.added', propertyId, { version: 1 }, body.name)
}

export async function changeProperty(
  deed: Deed,
  propertyId: Id,
  body: Static<typeof PropertyBody>,
  version: number,
): Promise<Done> {
  allow(deed.actor, 'premises.keep')
  const before = await lockProperty(deed, propertyId, version)
  await mustBeNew(deed, body.designation ?? null, propertyId)
  const columns = propertyColumns(body)
  if (before.valid_to) mustEndAfterStart(columns.valid_from, before.valid_to, 'validFrom')
  await updateProperty(deed, before, columns)
  return said(deed, 'property.changed', propertyId, { version: before.version + 1 }, body.name)
}

export async function endProperty(deed: Deed, propertyId: Id, on: string, version: number): Promise<Done> {
  allow(deed.actor, 'premises.keep')
  const before = await lockProperty(deed, propertyId, version)
  const to = parse(on)
  mustEndAfterStart(before.valid_from, to, 'on')
  for (const building of await buildingsIn(deed, propertyId)) await endOne(deed, building, to, 'with')
  await updateProperty(deed, before, { valid_to: to })
  return said(deed, 'property.ended', propertyId, { on, version: before.version + 1 })
}

export async function addBuilding(deed: Deed, propertyId: Id, body: Static<typeof BuildingBody>): Promise<Done> {
  allow(deed.actor, 'premises.keep')
  const property = await lockProperty(deed, propertyId, null)
  const from = dateOrNull(body.validFrom)
  mustLieWithin(from ?? deed.today, spanOf(property), 'validFrom')
  const buildingId = deed.newId()
  await insertBuilding(deed, {
    building_id: buildingId,
    property_id: propertyId,
    name: body.name.trim(),
    place_id: body.placeId ?? null,
    valid_from: from,
    valid_to: property.valid_to,
    origin: 'here',
  })
  return within(deed, property, 'building.added', { building: buildingId }, body.name, ['building', buildingId])
}

export async function changeBuilding(
  deed: Deed,
  at: { propertyId: Id; buildingId: Id },
  body: Static<typeof BuildingBody>,
  version: number,
): Promise<Done> {
  allow(deed.actor, 'premises.keep')
  const property = await lockProperty(deed, at.propertyId, version)
  const building = await buildingIn(deed, property, at.buildingId)
  const from = dateOrNull(body.validFrom)
  if (building.valid_to) mustEndAfterStart(from, building.valid_to, 'validFrom')
  if (from) mustLieWithin(from, spanOf(property), 'validFrom')
  await updateBuilding(deed, building, { name: body.name.trim(), place_id: body.placeId ?? null, valid_from: from })
  return within(deed, property, 'building.changed', { building: at.buildingId }, body.name, ['building', at.buildingId])
}

export async function endBuilding(
  deed: Deed,
  at: { propertyId: Id; buildingId: Id },
  on: string,
  version: number,
): Promise<Done> {
  allow(deed.actor, 'premises.keep')
  const property = await lockProperty(deed, at.propertyId, version)
  await endOne(deed, await buildingIn(deed, property, at.buildingId), parse(on), 'own')
  return within(deed, property, 'building.ended', { building: at.buildingId, on }, '', ['building', at.buildingId])
}

export async function addRoom(
  deed: Deed,
  at: { propertyId: Id; buildingId: Id },
  body: Static<typeof RoomBody>,
): Promise<Done> {
  allow(deed.actor, 'premises.keep')
  const property = await lockProperty(deed, at.propertyId, null)
  const building = await buildingIn(deed, property, at.buildingId)
  const from = dateOrNull(body.validFrom)
  mustLieWithin(from ?? deed.today, spanOf(building), 'validFrom')
  const roomId = deed.newId()
  await insertRoom(deed, {
    room_id: roomId,
    building_id: at.buildingId,
    name: body.name.trim(),
    floor: body.floor ?? null,
    valid_from: from,
    valid_to: building.valid_to,
    origin: 'here',
  })
  return within(deed, property, 'room.added', { room: roomId }, body.name, ['room', roomId])
}

export interface RoomPlace {
  readonly propertyId: Id
  readonly buildingId: Id
  readonly roomId: Id
}

export async function changeRoom(
  deed: Deed,
  at: RoomPlace,
  body: Static<typeof RoomBody>,
  version: number,
): Promise<Done> {
  allow(deed.actor, 'premises.keep')
  const property = await lockProperty(deed, at.propertyId, version)
  const building = await buildingIn(deed, property, at.buildingId)
  const room = await roomIn(deed, building, at.roomId)
  const from = dateOrNull(body.validFrom)
  if (room.valid_to) mustEndAfterStart(from, room.valid_to, 'validFrom')
  if (from) mustLieWithin(from, spanOf(building), 'validFrom')
  await updateRoom(deed, room, { name: body.name.trim(), floor: body.floor ?? null, valid_from: from })
  return within(deed, property, 'room.changed', { room: at.roomId }, body.name, ['room', at.roomId])
}

export async function endRoom(deed: Deed, at: RoomPlace, on: string, version: number): Promise<Done> {
  allow(deed.actor, 'premises.keep')
  const property = await lockProperty(deed, at.propertyId, version)
  const room = await roomIn(deed, await buildingIn(deed, property, at.buildingId), at.roomId)
  mustEndAfterStart(room.valid_from, parse(on), 'on')
  await updateRoom(deed, room, { valid_to: parse(on) })
  return within(deed, property, 'room.ended', { room: at.roomId, on }, '', ['room', at.roomId])
}

/** A building and what is in it; what ended earlier keeps its day, and what would begin later is not moved. */
async function endOne(
  deed: Deed,
  building: StoredBuilding,
  to: Temporal.PlainDate,
  how: 'own' | 'with',
): Promise<void> {
  const standing = building.valid_to === null || compare(building.valid_to, to) > 0
  if (how === 'with' && !standing) return
  mustEndAfterStart(building.valid_from, to, 'on')
  for (const room of await roomsIn(deed, [building.building_id])) {
    if (room.valid_to !== null && compare(room.valid_to, to) <= 0) continue
    mustEndAfterStart(room.valid_from, to, 'on')
    await updateRoom(deed, room, { valid_to: to })
    indexLater(deed, 'room', room.room_id)
  }
  await updateBuilding(deed, building, { valid_to: to })
  indexLater(deed, 'building', building.building_id)
}

async function mustBeNew(deed: Deed, designation: string | null, propertyId: Id): Promise<void> {
  if (designation === null) return
  const same = await deed.tx
    .selectFrom('premises.property')
    .select('property_id')
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where((e) => e(e.fn<string>('lower', ['designation']), '=', designation.trim().toLowerCase()))
    .where('property_id', '<>', propertyId)
    .executeTakeFirst()
  if (same)
    refuse({
      code: 'designation_taken',
      status: 409,
      field: 'designation',
      sv: 'Det finns redan en fastighet med den beteckningen. Ändra den i stället.',
      en: 'There is a property of that designation already. Change it instead.',
    })
}

async function within(
  deed: Deed,
  property: StoredProperty,
  verb: string,
  facts: Readonly<Record<string, unknown>>,
  content: string,
  [kind, id]: readonly ['building' | 'room', Id],
): Promise<Done> {
  await updateProperty(deed, property)
  indexLater(deed, kind, id)
  return said(deed, verb, property.property_id, { ...facts, version: property.version + 1 }, content)
}

function said(deed: Deed, verb: string, propertyId: Id, facts: Readonly<Record<string, unknown>>, content = ''): Done {
  deed.journal({ verb, kind: 'property', id: propertyId, facts, ...(content ? { content } : {}) })
  deed.changed('premises')
  indexLater(deed, 'property', propertyId)
  return { propertyId }
}
