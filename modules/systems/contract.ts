// What crosses the wire about information systems.
import { op } from '#platform/http/op'
import { Type, day, idField, listOf, nullable, oneOf, optional, shape, text } from '#platform/http/shape'
import type { Static } from '#platform/http/shape'

export const criticalities = ['low', 'medium', 'high', 'critical'] as const
const Named = shape({ id: idField(), name: Type.String() })

export const SystemView = shape({
  id: idField(),
  name: Type.String(),
  aliases: listOf(Type.String(), 20),
  owner: nullable(Named),
  managerUnit: nullable(Named),
  managerPerson: nullable(Named),
  criticality: nullable(oneOf(criticalities)),
  dependsOn: listOf(Named, 200),
  usedBy: listOf(Named, 200),
  validFrom: day(),
  validTo: nullable(day()),
  origin: Type.String(),
  version: Type.Integer(),
})
export type SystemView = Static<typeof SystemView>

export const SystemBody = shape({
  name: text(120),
  aliases: optional(listOf(text(60), 20)),
  ownerUnitId: optional(nullable(idField())),
  managerUnitId: optional(nullable(idField())),
  managerPersonId: optional(nullable(idField())),
  criticality: optional(nullable(oneOf(criticalities))),
  dependsOn: optional(listOf(idField(), 50)),
  validFrom: optional(day()),
  validTo: optional(nullable(day())),
})
export type SystemBody = Static<typeof SystemBody>

const params = shape({ systemId: idField() })
const tag = 'systems'
export const systems = {
  list: op({
    id: 'listSystems',
    method: 'GET',
    path: '/systems',
    tag,
    access: 'system.read',
    summary: 'Information systems of a day',
    query: shape({ date: optional(day()) }),
    answer: listOf(SystemView, 2000),
  }),
  read: op({
    id: 'readSystem',
    method: 'GET',
    path: '/systems/{systemId}',
    tag,
    access: 'system.read',
    summary: 'A system, who keeps it and what it depends on',
    params,
    answer: SystemView,
  }),
  add: op({
    id: 'addSystem',
    method: 'POST',
    path: '/systems',
    tag,
    access: 'system.keep',
    summary: 'Add a system',
    body: SystemBody,
    answer: SystemView,
    status: 201,
    example: { name: 'Heroma', criticality: 'high' },
  }),
  change: op({
    id: 'changeSystem',
    method: 'PUT',
    path: '/systems/{systemId}',
    tag,
    access: 'system.keep',
    summary: 'Change a system',
    params,
    body: SystemBody,
    answer: SystemView,
    versioned: true,
  }),
}
