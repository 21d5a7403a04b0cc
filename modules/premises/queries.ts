// Reads of premises, on a date.
import { sql } from 'kysely'
import type { Id } from '#basics/id'
import { notFound } from '#basics/refusal'
import { may } from '#platform/access'
import type { View } from '#platform/act'
import { placesOn } from '#organisation'
import type { BuildingView, PropertyRow, PropertyView } from './contract.ts'
import { isThere, notStated } from './premises.ts'

type PlainDate = Temporal.PlainDate

export interface ListedProperty {
  readonly property_id: Id
  readonly designation: string
  readonly name: string
  readonly sort_name: string
  readonly manager_unit_id: Id | null
  readonly manager: string | null
  readonly buildings: bigint
  readonly rooms: bigint
  readonly valid_from: PlainDate | null
  readonly valid_to: PlainDate | null
  readonly origin: string
  readonly version: number
}

const there = (table: string, on: PlainDate) =>
  sql<boolean>`(${sql.ref(`${table}.valid_from`)} is null or ${sql.ref(`${table}.valid_from`)} <= ${on})
    and (${sql.ref(`${table}.valid_to`)} is null or ${sql.ref(`${table}.valid_to`)} > ${on})`

export function propertyRows(view: View, on: PlainDate) {
  return view.tx
    .selectFrom('premises.property as p')
    .selectAll('p')
    .select([
      sql<string | null>`(select u.name from organisation.unit_placement u
        where u.tenant_id = p.tenant_id and u.unit_id = p.manager_unit_id
        order by u.valid_from > ${on}, u.valid_from desc limit 1)`.as('manager'),
      sql<bigint>`(select count(*) from premises.building b
        where b.tenant_id = p.tenant_id and b.property_id = p.property_id and ${there('b', on)})`.as('buildings'),
      sql<bigint>`(select count(*) from premises.building b
        join premises.room r on r.tenant_id = b.tenant_id and r.building_id = b.building_id and ${there('r', on)}
        where b.tenant_id = p.tenant_id and b.property_id = p.property_id and ${there('b', on)})`.as('rooms'),
    ])
    .where('p.tenant_id', '=', view.tenant.tenantId)
}

export const stands = (on: PlainDate) => there('p', on)

const headOf = (row: ListedProperty) => ({
  id: row.property_id,
  designation: row.designation === notStated ? null : row.designation,
  name: row.name,
  managerUnit: row.manager_unit_id === null ? null : { id: row.manager_unit_id, name: row.manager ?? '' },
  validFrom: row.valid_from?.toString() ?? null,
  validTo: row.valid_to?.toString() ?? null,
  origin: row.origin,
  version: row.version,
})

export const asPropertyRow = (row: ListedProperty): PropertyRow => ({
  ...headOf(row),
  buildings: Number(row.buildings),
  rooms: Number(row.rooms),
})

export async function propertyById(view: View, propertyId: Id, on: PlainDate): Promise<PropertyView> {
  const row = await propertyRows(view, on).where('p.property_id', '=', propertyId).executeTakeFirst()
  if (!row) return notFound()
  return {
    ...headOf(row),
    date: on.toString(),
    buildings: await buildingsOf(view, propertyId, on),
    may: ['premises.keep'].filter((verb) => may(view.actor, verb)),
  }
}

const spanOf = (row: { valid_from: PlainDate | null; valid_to: PlainDate | null }) => ({
  validFrom: row.valid_from?.toString() ?? null,
  validTo: row.valid_to?.toString() ?? null,
})

async function buildingsOf(view: View, propertyId: Id, on: PlainDate): Promise<BuildingView[]> {
  const all = await view.tx
    .selectFrom('premises.building')
    .selectAll()
    .where('tenant_id', '=', view.tenant.tenantId)
    .where('property_id', '=', propertyId)
    .orderBy('name')
    .orderBy('building_id')
    .execute()
  const buildings = all.filter((row) => isThere({ from: row.valid_from, to: row.valid_to }, on))
  if (buildings.length === 0) return []
  const rooms = await view.tx
    .selectFrom('premises.room')
    .selectAll()
    .where('tenant_id', '=', view.tenant.tenantId)
    .where(
      'building_id',
      'in',
      buildings.map((row) => row.building_id),
    )
    .orderBy('floor')
    .orderBy('sort_name')
    .execute()
  const places = new Map((await placesOn(view, on)).map((place) => [place.placeId, place.name]))
  return buildings.map((building) => ({
    id: building.building_id,
    name: building.name,
    place: building.place_id === null ? null : { id: building.place_id, name: places.get(building.place_id) ?? '' },
    ...spanOf(building),
    origin: building.origin,
    rooms: rooms
      .filter((room) => room.building_id === building.building_id)
      .filter((room) => isThere({ from: room.valid_from, to: room.valid_to }, on))
      .map((room) => ({ id: room.room_id, name: room.name, floor: room.floor, ...spanOf(room), origin: room.origin })),
  }))
}
