// What crosses the wire about units and their places in the dated tree.
import { op } from '#platform/http/op'
import type { Static } from '#platform/http/shape'
import { day, idField, listOf, nullable, oneOf, optional, shape, text, Type } from '#platform/http/shape'
import { unitKinds } from './unit.ts'

export const OnDate = shape({ date: optional(day('The day to read; today unless told')) })
export const UnitParams = shape({ unitId: idField() })

export const TreeUnit = shape({
  unitId: idField(),
  code: Type.String(),
  shortName: nullable(Type.String()),
  parentUnitId: nullable(idField()),
  partyId: idField(),
  kind: oneOf(unitKinds),
  name: Type.String(),
  headTitle: nullable(Type.String({ description: 'Title of the head as decided; null = not stated' })),
  validFrom: day('First day of this placement'),
  validTo: nullable(day('First day that no longer belongs to it')),
  origin: Type.String(),
  customerId: nullable(idField('The customer this very unit is marked as on the day')),
})
export type TreeUnit = Static<typeof TreeUnit>

export const Tree = shape({ date: day(), units: listOf(TreeUnit, 20_000) })

export const UnitDetail = shape({
  ...TreeUnit.properties,
  version: Type.Integer(),
  date: day(),
  partyName: Type.String(),
  line: Type.Array(shape({ unitId: idField(), name: Type.String() }), { description: 'Ancestors, nearest first' }),
  orderingCustomer: nullable(shape({ customerId: idField(), unitId: idField(), name: Type.String() })),
  placements: Type.Array(
    shape({
      validFrom: day(),
      validTo: nullable(day()),
      parentUnitId: nullable(idField()),
      parentName: nullable(Type.String()),
      kind: oneOf(unitKinds),
      name: Type.String(),
      headTitle: nullable(Type.String()),
      origin: Type.String(),
    }),
  ),
  may: listOf(oneOf(['organisation.edit', 'schedule.edit', 'organisation.keep_customers'])),
})
export type UnitDetail = Static<typeof UnitDetail>

const name = text(200, { description: 'What the unit is called from the day' })
const headTitle = optional(nullable(text(100)))

export const AddUnit = shape({
  code: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,59}$', description: 'Stable short code, lower case' }),
  shortName: optional(text(20)),
  from: day('The first day the unit exists; it can be chosen from that day only (TY-045)'),
  parentUnitId: optional(idField()),
  partyId: optional(idField('The party it belongs to; the parent’s unless told')),
  kind: oneOf(unitKinds),
  name,
  headTitle,
})
export const PlaceUnit = shape({
  from: day('The first day of the new place; the former ends that day (TY-377)'),
  parentUnitId: optional(nullable(idField('null = stands on its own'))),
  partyId: optional(idField()),
  kind: optional(oneOf(unitKinds)),
  name: optional(name),
  headTitle,
})
export const RenameUnit = shape({ from: day(), name })
export const EndUnit = shape({ on: day('The first day the unit no longer exists') })

const tag = 'organisation'
const base = '/organisation/units'
const write = { tag, access: 'organisation.edit', answer: UnitDetail } as const

export const readTree = op({
  id: 'readOrganisationTree',
  method: 'GET',
  path: '/organisation/tree',
  tag,
  access: 'organisation.read',
  summary: 'Every unit of a day and where it hangs',
  query: OnDate,
  answer: Tree,
})
export const readUnit = op({
  id: 'readUnit',
  method: 'GET',
  path: `${base}/{unitId}`,
  tag,
  access: 'organisation.read',
  summary: 'A unit on a day: its place, its line of ancestors, its customer and its history',
  params: UnitParams,
  query: OnDate,
  answer: UnitDetail,
})
export const addUnitOp = op({
  ...write,
  id: 'addUnit',
  method: 'POST',
  path: base,
  status: 201,
  summary: 'Add a unit from a day',
  body: AddUnit,
  example: {
    code: 'teknisk-systemforvaltning',
    from: '2013-01-01',
    kind: 'unit',
    name: 'Central IT-nära teknisk systemförvaltning',
  },
})
export const placeUnitOp = op({
  ...write,
  id: 'placeUnit',
  method: 'POST',
  path: `${base}/{unitId}/placements`,
  versioned: true,
  summary: 'Move a unit, or change what it is, from a day',
  params: UnitParams,
  body: PlaceUnit,
})
export const renameUnitOp = op({
  ...write,
  id: 'renameUnit',
  method: 'POST',
  path: `${base}/{unitId}/names`,
  versioned: true,
  summary: 'Give a unit a new name from a day',
  params: UnitParams,
  body: RenameUnit,
})
export const endUnitOp = op({
  ...write,
  id: 'endUnit',
  method: 'POST',
  path: `${base}/{unitId}/end`,
  versioned: true,
  summary: 'End a unit; its assignments, posts and hours end the same day',
  params: UnitParams,
  body: EndUnit,
})
