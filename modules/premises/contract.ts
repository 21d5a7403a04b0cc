// What crosses the wire about premises. A property is read and changed as a whole: its version is that of all in it.
import { op } from '#platform/http/op'
import {
  Type,
  day,
  idField,
  listOf,
  nullable,
  oneOf,
  optional,
  pageOf,
  pageQuery,
  shape,
  text,
} from '#platform/http/shape'
import type { Static } from '#platform/http/shape'

const span = {
  validFrom: nullable(day('Null: before the register was kept')),
  validTo: nullable(day('The first day it is not there')),
}
const Room = shape({
  id: idField(),
  name: Type.String(),
  floor: nullable(Type.String()),
  ...span,
  origin: Type.String(),
})
const Building = shape({
  id: idField(),
  name: Type.String(),
  place: nullable(shape({ id: idField(), name: Type.String() })),
  rooms: listOf(Room, 5000),
  ...span,
  origin: Type.String(),
})
export type BuildingView = Static<typeof Building>
export type RoomView = Static<typeof Room>

export const PropertyRow = shape({
  id: idField(),
  designation: nullable(Type.String({ description: 'Property designation; null: not stated' })),
  name: Type.String(),
  managerUnit: nullable(shape({ id: idField(), name: Type.String() })),
  buildings: Type.Integer({ description: 'How many on the day' }),
  rooms: Type.Integer({ description: 'How many on the day' }),
  ...span,
  origin: Type.String(),
  version: Type.Integer(),
})
export type PropertyRow = Static<typeof PropertyRow>
const { buildings: _buildings, rooms: _rooms, ...head } = PropertyRow.properties
export const PropertyView = shape({
  ...head,
  date: day(),
  buildings: listOf(Building, 500),
  may: listOf(Type.String()),
})
export type PropertyView = Static<typeof PropertyView>

const from = { validFrom: optional(nullable(day('Empty: before the register was kept'))) }
export const PropertyBody = shape({
  designation: optional(nullable(text(80, { description: 'Property designation' }))),
  name: text(120),
  managerUnitId: optional(nullable(idField())),
  ...from,
})
export const BuildingBody = shape({ name: text(120), placeId: optional(nullable(idField())), ...from })
export const RoomBody = shape({ name: text(120), floor: optional(nullable(text(20))), ...from })
export const EndBody = shape({ on: day('The first day it is not there') })

export const PropertyQuery = shape({
  ...pageQuery,
  datum: optional(day('Properties of the day')),
  sok: optional(text(200, { description: 'Name, designation, building or room' })),
  forvaltare: optional(idField('Managed by this unit or one beneath it')),
  avslutade: optional(oneOf(['ja'], 'Those no longer there instead')),
  sort: optional(oneOf(['name', '-name'])),
})

const tag = 'premises'
const property = shape({ propertyId: idField() })
const building = shape({ propertyId: idField(), buildingId: idField() })
const room = shape({ propertyId: idField(), buildingId: idField(), roomId: idField() })
const base = '/properties/{propertyId}'
const inBuilding = `${base}/buildings/{buildingId}` as const
const inRoom = `${inBuilding}/rooms/{roomId}` as const
const write = { tag, access: 'premises.keep', answer: PropertyView } as const

export const premises = {
  list: op({
    id: 'listProperties',
    method: 'GET',
    path: '/properties',
    tag,
    access: 'premises.read',
    summary: 'Properties of a day',
    query: PropertyQuery,
    answer: pageOf(PropertyRow),
  }),
  read: op({
    id: 'readProperty',
    method: 'GET',
    path: base,
    tag,
    access: 'premises.read',
    summary: 'A property with its buildings and rooms of a day',
    params: property,
    query: shape({ date: optional(day()) }),
    answer: PropertyView,
  }),
  add: op({
    ...write,
    id: 'addProperty',
    method: 'POST',
    path: '/properties',
    summary: 'Add a property',
    body: PropertyBody,
    status: 201,
    example: { designation: 'Bollmora 2:1', name: 'Kommunhuset' },
  }),
  change: op({
    ...write,
    id: 'changeProperty',
    method: 'PUT',
    path: base,
    summary: 'Change a property',
    params: property,
    body: PropertyBody,
    versioned: true,
  }),
  end: op({
    ...write,
    id: 'endProperty',
    method: 'POST',
    path: `${base}/end`,
    summary: 'A property is no longer there from a day; its buildings and rooms end with it',
    params: property,
    body: EndBody,
    versioned: true,
  }),
  addBuilding: op({
    ...write,
    id: 'addBuilding',
    method: 'POST',
    path: `${base}/buildings`,
    summary: 'Add a building',
    params: property,
    body: BuildingBody,
    status: 201,
  }),
  changeBuilding: op({
    ...write,
    id: 'changeBuilding',
    method: 'PUT',
    path: inBuilding,
    summary: 'Change a building',
    params: building,
    body: BuildingBody,
    versioned: true,
  }),
  endBuilding: op({
    ...write,
    id: 'endBuilding',
    method: 'POST',
    path: `${inBuilding}/end`,
    summary: 'A building is no longer there from a day; its rooms end with it',
    params: building,
    body: EndBody,
    versioned: true,
  }),
  addRoom: op({
    ...write,
    id: 'addRoom',
    method: 'POST',
    path: `${inBuilding}/rooms`,
    summary: 'Add a room',
    params: building,
    body: RoomBody,
    status: 201,
  }),
  changeRoom: op({
    ...write,
    id: 'changeRoom',
    method: 'PUT',
    path: inRoom,
    summary: 'Change a room',
    params: room,
    body: RoomBody,
    versioned: true,
  }),
  endRoom: op({
    ...write,
    id: 'endRoom',
    method: 'POST',
    path: `${inRoom}/end`,
    summary: 'A room is no longer there from a day',
    params: room,
    body: EndBody,
    versioned: true,
  }),
}
