// What crosses the wire about premises.
import { op } from '#platform/http/op'
import { Type, idField, listOf, nullable, optional, shape, text } from '#platform/http/shape'
import type { Static } from '#platform/http/shape'

const Room = shape({ id: idField(), name: Type.String(), floor: nullable(Type.String()), origin: Type.String() })
const Building = shape({
  id: idField(),
  name: Type.String(),
  placeId: nullable(idField()),
  rooms: listOf(Room, 5000),
  origin: Type.String(),
})
export const PropertyView = shape({
  id: idField(),
  designation: Type.String(),
  name: Type.String(),
  managerUnit: nullable(shape({ id: idField(), name: Type.String() })),
  buildings: listOf(Building, 500),
  origin: Type.String(),
  version: Type.Integer(),
})
export type PropertyView = Static<typeof PropertyView>

export const PropertyBody = shape({
  designation: text(80, { description: 'Property designation' }),
  name: text(120),
  managerUnitId: optional(nullable(idField())),
})
export const BuildingBody = shape({ name: text(120), placeId: optional(nullable(idField())) })
export const RoomBody = shape({ name: text(120), floor: optional(nullable(text(20))) })

const tag = 'premises'
const property = shape({ propertyId: idField() })
export const premises = {
  list: op({
    id: 'listProperties',
    method: 'GET',
    path: '/properties',
    tag,
    access: 'premises.read',
    summary: 'Properties with buildings and rooms',
    answer: listOf(PropertyView, 2000),
  }),
  read: op({
    id: 'readProperty',
    method: 'GET',
    path: '/properties/{propertyId}',
    tag,
    access: 'premises.read',
    summary: 'A property',
    params: property,
    answer: PropertyView,
  }),
  add: op({
    id: 'addProperty',
    method: 'POST',
    path: '/properties',
    tag,
    access: 'premises.keep',
    summary: 'Add a property',
    body: PropertyBody,
    answer: PropertyView,
    status: 201,
  }),
  addBuilding: op({
    id: 'addBuilding',
    method: 'POST',
    path: '/properties/{propertyId}/buildings',
    tag,
    access: 'premises.keep',
    summary: 'Add a building',
    params: property,
    body: BuildingBody,
    answer: PropertyView,
    status: 201,
  }),
  addRoom: op({
    id: 'addRoom',
    method: 'POST',
    path: '/properties/{propertyId}/buildings/{buildingId}/rooms',
    tag,
    access: 'premises.keep',
    summary: 'Add a room',
    params: shape({ propertyId: idField(), buildingId: idField() }),
    body: RoomBody,
    answer: PropertyView,
    status: 201,
  }),
}
